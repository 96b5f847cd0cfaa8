// connectors/client/datalib_call.hpp - calls of R_datalib as programs for z/OS make them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <ringside/irrsdl.h>

#include <tl/expected.hpp>

namespace ringside::connectors::client {

/// The entry point: IRRSDL64 of a library that is linked or loaded.
using EntryPoint = decltype(&IRRSDL64);

/// The function code of a call and its three answers.
struct Codes {
  int function = 0, saf = 0, racf = 0, reason = 0;
  [[nodiscard]] bool is(int a_saf, int a_racf, int a_reason) const {
    return saf == a_saf && racf == a_racf && reason == a_reason;
  }
};

/// "function code: 01, SAF rc: 8, RACF rc: 8, RACF rsn: 84".
std::string to_string(const Codes& codes);

/// What a call is about. `user` has at most 8 characters and `ring` at most 237.
struct Target {
  std::string user, ring;
};

/// Calls a function of R_datalib with its parameter list, which may be nullptr where the function has none.
Codes call(EntryPoint entry_point, int function, const Target& target, void* list = nullptr,
           std::uint32_t attributes = 0, int version = 0);

/// A user ID as parameter lists hold it.
irrsdl_user user_field(const std::string& user);

/// A certificate of a ring.
struct Certificate {
  std::string label, owner;
  std::string usage;   ///< PERSONAL, CERTAUTH or OTHER
  std::string status;  ///< TRUST, HIGHTRUST, NOTRUST or UNKNOWN
  bool is_default = false;
  std::vector<std::uint8_t> der;
  std::uint32_t key_type = 0, key_bits = 0;
  std::vector<std::uint8_t> key;  ///< PKCS#8, or the label of a key in ICSF; empty: none that the user may have
};

/// All certificates of a ring, whatever their status, or the first `most` of them. Fails with the codes of the first
/// call that fails; of an empty ring that is 8/8/44.
struct Listing {
  std::vector<Certificate> certificates;
  bool is_cut_off = false;  ///< the ring has more than `most`
};
tl::expected<Listing, Codes> list_ring(EntryPoint entry_point, const Target& target, std::size_t most = SIZE_MAX);

/// The certificate with this label that is not NOTRUST, as parameter list version 0 gives it.
tl::expected<Certificate, Codes> certificate_of(EntryPoint entry_point, const Target& target, const std::string& label);

}  // namespace ringside::connectors::client
