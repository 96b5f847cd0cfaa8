// emulator/crypto/certificates/extension_ids.hpp - object identifiers of extensions (RFC 5280 4.2), and of the
// request attribute for them.
#pragma once

#include <string_view>

namespace ringside::crypto::extension_id {

inline constexpr std::string_view netscape_comment = "2.16.840.1.113730.1.13";
inline constexpr std::string_view subject_key_id = "2.5.29.14";
inline constexpr std::string_view key_usage = "2.5.29.15";
inline constexpr std::string_view subject_alt_name = "2.5.29.17";
inline constexpr std::string_view issuer_alt_name = "2.5.29.18";
inline constexpr std::string_view basic_constraints = "2.5.29.19";
inline constexpr std::string_view authority_key_id = "2.5.29.35";
inline constexpr std::string_view extended_key_usage = "2.5.29.37";
inline constexpr std::string_view host_id_mappings = "1.3.18.0.2.18.1";  // IBM's
inline constexpr std::string_view extension_request = "1.2.840.113549.1.9.14";

}  // namespace ringside::crypto::extension_id
