// emulator/racf/datalib/r_datalib.hpp - the callable service R_datalib (IRRSDL00): how programs read and change key
// rings.
//
// Every program that opens a ring comes through here, so that authority, status and private keys follow one set of
// rules (z/OS Security Server RACF Callable Services, "R_datalib").
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::racf::r_datalib {

/// SAF return code, RACF return code, RACF reason code.
struct Codes {
  int saf = 0;
  int racf = 0;
  int reason = 0;
  friend bool operator==(const Codes&, const Codes&) = default;
};

inline constexpr Codes success{0, 0, 0};
inline constexpr Codes racf_not_installed{4, 0, 0};
inline constexpr Codes bad_parameter_list{8, 8, 4};
inline constexpr Codes not_authorized{8, 8, 8};
inline constexpr Codes bad_function{8, 8, 20};
inline constexpr Codes bad_ring_or_user{8, 8, 28};
inline constexpr Codes bad_length{8, 8, 32};
inline constexpr Codes bad_token{8, 8, 36};
inline constexpr Codes no_certificate{8, 8, 44};
inline constexpr Codes output_too_small{8, 8, 48};
inline constexpr Codes no_ring{8, 8, 84};
inline constexpr Codes internal_error{8, 8, 92};

/// "8/8/84", as traces write them.
std::string to_string(const Codes& codes);
/// What the codes mean, in one clause; empty for codes that the service does not give.
std::string_view meaning(const Codes& codes);

/// Why the service gave nothing.
struct Failure {
  Codes codes;
  std::string explanation;              ///< for a person: what is missing, and the command that mends it
  std::vector<std::string> console{};   ///< ICH408I
  std::vector<std::string> commands{};  ///< of a missing access: those that would grant it
};

/// Returns `codes` with their explanation, as the value of a function that fails.
inline tl::unexpected<Failure> fail(const Codes& codes, std::string explanation) {
  return tl::make_unexpected(Failure{codes, std::move(explanation)});
}

template <typename T>
using Answer = tl::expected<T, Failure>;

// X'00000008' and so on: how the service writes usage and status.
inline constexpr std::uint32_t usage_personal = 0x8, usage_certauth = 0x2, usage_other = 0x0;
inline constexpr std::uint32_t status_trust = 0x80000000, status_hightrust = 0x40000000, status_notrust = 0x20000000,
                               status_any = 0;

/// The resource of RDATALIB by which a ring may be read: "IZUSVR.IZUKEYRING.IZUDFLT.LST".
std::string list_resource(const RingName& ring);

std::uint32_t usage_code(database::Usage usage);
std::uint32_t status_code(database::Status status);

/// What a key is in the result: 1 PKCS#8 in clear, 2 and 3 an RSA key in the PKDS, 6 ECC in clear, 7 ECC in the PKDS.
enum class KeyType { none = 0, clear = 1, icsf = 2, pcicc = 3, ecc_clear = 6, ecc_pkds = 7 };

struct Entry {
  std::uint32_t usage = usage_personal;
  bool is_default = false;
  base::Bytes certificate;                        ///< DER
  std::optional<crypto::PrivateKey> private_key;  ///< as the caller can use it, itself or through ICSF
  KeyType key_type = KeyType::none;
  int key_bits = 0;
  std::string key_label;  ///< in the PKDS
  std::string label;
  std::string owner;      ///< user ID, irrcerta or irrsitec
  base::Bytes subject;    ///< DER
  std::string record_id;  ///< name of the DIGTCERT profile
  std::uint32_t status = status_trust;
};

/// Which certificates a query is for: at most one of label, default flag and subject.
struct Selection {
  std::optional<std::string> label{};
  bool default_only = false;
  std::optional<base::Bytes> subject{};  ///< DER
  std::uint32_t status = status_any;     ///< version 1 only; several may be added up
};

struct RingInfo {
  RingName ring;
  struct Member {
    std::string owner;
    std::string label;
  };
  std::vector<Member> members;
};

inline constexpr std::size_t label_characters = 32;

/// A certificate on its way into a ring, and into the database if it is not there yet.
struct NewMember {
  std::string owner;  ///< user ID, irrcerta or irrsitec
  std::string label;  ///< ignored if the certificate is in the database already
  database::Usage usage = database::Usage::personal;
  crypto::Certificate certificate;
  std::optional<crypto::PrivateKey> private_key{};
};

/// What data_put has done.
struct Put {
  std::string owner, label;  ///< as the certificate is in the database
  database::Status status = database::Status::trust;
  bool was_there = false;
};

/// What becomes of a ring that no profile of RDATALIB or FACILITY protects. A real system refuses it.
enum class Unprotected { refused, remarked };

/// The service for one caller on one system. Tokens of its queries live as long as it does.
class Service {
 public:
  using Token = std::uint32_t;
  struct First {
    Token token = 0;
    Entry entry;
  };

  Service(lab::Lab& lab, const database::SystemRecord& system, const std::string& caller,
          Unprotected unprotected = Unprotected::refused);

  /// Opens a query. With parameter list version 0 only TRUST and HIGHTRUST certificates are there; 8/8/44 if none fits.
  Answer<First> data_get_first(const std::string& owner, const std::string& ring, const Selection& selection = {},
                               int version = 1);
  Answer<Entry> data_get_next(Token token);
  Answer<void> data_abort_query(Token token);

  /// A number that changes when the ring or one of its certificates does.
  Answer<std::uint32_t> get_update_code(const std::string& owner, const std::string& ring);
  /// One ring, or every ring of the owner if `ring` is empty; 8/8/32 if he has none.
  Answer<std::vector<RingInfo>> get_ring_info(const std::string& owner, const std::string& ring = "");
  /// The status of the certificate with this DER form; 8/8/44 if the database does not have it.
  Answer<std::uint32_t> check_status(base::ByteView certificate);

  Answer<void> new_ring(const std::string& owner, const std::string& ring);
  /// Adds the certificate if it is new, with the status that RACDCERT ADD gives it, and connects it. One that is in the
  /// database is connected as it is, under its own label. In one piece.
  Answer<Put> data_put(const std::string& owner, const std::string& ring, const NewMember& member);
  /// Disconnects; the certificate stays in the database. 8/8/44 if the ring does not hold it.
  Answer<void> data_remove(const std::string& owner, const std::string& ring, const std::string& certificate_owner,
                           const std::string& label);

  /// What a real system would have refused.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  /// What lets the caller read a ring: a profile of RDATALIB with this level, or FACILITY.
  struct Right {
    std::optional<AccessLevel> rdatalib;
  };
  struct Query {
    Right right;
    std::vector<database::RingMember> members;
    std::size_t next = 0;
  };

  Answer<RingName> named_ring(const std::string& owner, const std::string& ring);
  Answer<std::vector<database::RingMember>> members_of(const RingName& ring);
  Answer<Right> right_to(const RingName& ring);
  Answer<Right> right_by_facility(Context& context, const RingName& ring);
  /// Whether a profile of RDATALIB that covers the ring's updates gives `level`; nothing if none does.
  std::optional<bool> may_update_by_profile(Context& context, const RingName& ring, AccessLevel level);
  Answer<database::Ring> ring_to_update(const RingName& ring);
  bool may_put(Context& context, const RingName& ring, const NewMember& member, const std::string& owner, bool adds);
  bool may_have_key(const Right& right, database::Usage usage, const std::string& certificate_owner);
  Entry entry_of(const Right& right, const database::RingMember& member);
  bool fits(const database::RingMember& member, const Selection& selection, int version);
  database::CertificateRecord record_of(const database::RingMember& member);
  RingInfo info_of(const database::Ring& ring);

  Session session_;
  Unprotected unprotected_;
  std::map<Token, Query> queries_;
  Token last_token_ = 0;
  std::vector<std::string> remarks_;
};

}  // namespace ringside::racf::r_datalib
