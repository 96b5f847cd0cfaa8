// emulator/racf/datalib/r_datalib.hpp - the callable service R_datalib (IRRSDL00): how programs read and change key
// rings.
//
// Every program reads rings through this service, so that authority, status and private keys follow one set of rules
// (z/OS Security Server RACF Callable Services, "R_datalib").
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/racf/datalib/authority.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "emulator/racf/datalib/seen_rings.hpp"
#include "emulator/racf/datalib/update.hpp"

namespace ringside::racf::datalib {

/// The type of a private key in the result: 1 PKCS#8 in clear, 2 and 3 RSA in the PKDS, 6 ECC in clear, 7 ECC in the
/// PKDS.
enum class KeyType { none = 0, clear = 1, icsf = 2, pcicc = 3, ecc_clear = 6, ecc_pkds = 7 };

/// One certificate of a ring.
struct Entry {
  std::uint32_t usage = usage_personal;
  bool is_default = false;
  base::Bytes certificate;                        ///< DER
  std::optional<crypto::PrivateKey> private_key;  ///< that the caller can use, directly or through ICSF
  KeyType key_type = KeyType::none;
  int key_bits = 0;
  std::string key_label;  ///< in the PKDS
  std::string label;
  std::string owner;      ///< user ID, irrcerta or irrsitec
  base::Bytes subject;    ///< DER
  std::string record_id;  ///< name of the DIGTCERT profile
  std::uint32_t status = status_trust;
};

/// The certificates that a query asks for: at most one of label, default flag and subject.
struct Selection {
  std::optional<std::string> label{};
  bool default_only = false;
  std::optional<base::Bytes> subject{};  ///< DER
  std::uint32_t status = status_any;     ///< version 1 only; a sum of status codes
};

/// The members of a ring.
struct RingInfo {
  RingName ring;
  struct Member {
    std::string owner;
    std::string label;
  };
  std::vector<Member> members;
};

/// The rings that get_ring_info() found; `codes` is ring_info::truncated if the area has no room for all of them.
struct RingInfos {
  std::vector<RingInfo> rings;
  Codes codes = success;
};

/// The service for one caller on one system. The tokens of its queries are valid while the object exists.
class Service {
 public:
  using Token = std::uint32_t;
  struct First {
    Token token = 0;
    Entry entry;
  };

  Service(lab::Lab& lab, const database::SystemRecord& system, const std::string& caller);

  /// Opens a query and returns its first certificate. Parameter list version 0 returns TRUST and HIGHTRUST certificates
  /// only. Ring "*" has every certificate of the owner, connected or not. After the authority is checked, fails with
  /// 8/8/84 if the owner or the ring does not exist, and 8/8/44 if no certificate matches; 8/8/24 for another version.
  Answer<First> data_get_first(const std::string& owner, const std::string& ring, const Selection& selection = {},
                               int version = 1);
  /// Returns the next certificate of the query. Fails with 8/8/44 after the last one.
  Answer<Entry> data_get_next(Token token);
  /// Closes a query.
  Answer<void> data_abort_query(Token token);

  /// Returns a number that changes when the ring or one of its certificates changes.
  Answer<std::uint32_t> get_update_code(const std::string& owner, const std::string& ring);
  /// Returns one ring, or every ring of the owner if `ring` is empty: those that fit into an area of `area` octets.
  /// Fails with 8/8/32 if there is no such ring, or the area has less than 4 octets.
  Answer<RingInfos> get_ring_info(const std::string& owner, const std::string& ring = "",
                                  std::optional<std::size_t> area = std::nullopt);
  /// Returns every ring, and every ICSF token as a ring of the owner *TOKEN*. Which of them the caller may read, each
  /// query says.
  [[nodiscard]] std::vector<RingName> all_rings();
  /// Returns the status of the certificate with this DER encoding. Fails with 8/8/44 if it is not in the database.
  Answer<std::uint32_t> check_status(base::ByteView certificate);

  // The functions that change rings, see update.hpp.
  Answer<void> new_ring(const std::string& owner, const std::string& ring) {
    return datalib::new_ring(session_, owner, ring);
  }
  Answer<Put> data_put(const std::string& owner, const std::string& ring, const NewMember& member) {
    return datalib::data_put(session_, owner, ring, member);
  }
  Answer<Codes> data_remove(const std::string& owner, const std::string& ring, const std::string& certificate_owner,
                            const std::string& label, const Removal& removal = {}) {
    return datalib::data_remove(session_, owner, ring, {certificate_owner, label}, removal);
  }
  Answer<void> del_ring(const std::string& owner, const std::string& ring) {
    return datalib::del_ring(session_, owner, ring);
  }
  Answer<void> data_refresh() { return datalib::data_refresh(session_); }
  Answer<Codes> data_alter(const std::string& certificate_owner, const std::string& label,
                           const Alteration& alteration) {
    return datalib::data_alter(session_, {certificate_owner, label}, alteration);
  }

  /// Returns what a real system would have refused.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  struct Query {
    Right right;
    std::vector<SeenMember> members;
    std::size_t next = 0;
  };

  Answer<std::vector<SeenMember>> members_of(const RingName& ring);
  Answer<Right> right_to(const RingName& ring);
  Entry entry_of(const Right& right, const SeenMember& member);
  Answer<RingInfo> info_of(const RingName& ring);

  Session session_;
  std::map<Token, Query> queries_;
  Token last_token_ = 0;
  std::vector<std::string> remarks_;
};

}  // namespace ringside::racf::datalib
