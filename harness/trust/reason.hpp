// harness/trust/reason.hpp - why a link is trusted or refused, in RACF's terms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness {

enum class Reason {
  trusted,
  not_on_ring,   ///< the issuer is not connected to the ring
  not_in_store,  ///< the issuer is not in the key store that holds the anchors
  notrust,       ///< a certificate has status NOTRUST, so the ring's readers do not see it
  another_key,   ///< the ring or store holds a certificate of that name, with another key
  expired,
  not_yet_valid,
  no_ring,
  no_store,        ///< a key store cannot be read
  not_authorized,  ///< the ring's owner may not read it
  no_default,
  no_label,
  no_key,
  key_not_readable,  ///< the ring's owner has no authority for the private key
  wrong_usage,       ///< connected with a usage that does not fit this role
  not_a_ca,          ///< the issuer's extensions do not allow it to issue
  wrong_purpose,     ///< key usage or extended key usage does not allow this role
  unsuitable_key,    ///< this version of TLS cannot use the key
  host_name,         ///< the certificate does not name the host
  other,             ///< none of these; see OpenSSL's words
};

/// "trusted", "not on ring", "NOTRUST", "same name, another key", ...: as scenario files and reports write it.
std::string_view to_string(Reason reason);

/// Ignores case and commas. Returns nullopt if there is no such reason.
std::optional<Reason> reason_from(std::string_view text);

/// Every name, for "did you mean".
std::vector<std::string> reason_names();

}  // namespace ringside::harness
