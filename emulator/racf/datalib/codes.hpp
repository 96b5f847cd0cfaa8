// emulator/racf/datalib/codes.hpp - the codes of R_datalib: return and reason codes, usage and status.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"

namespace ringside::racf::datalib {

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
inline constexpr Codes recovered{8, 8, 12};
inline constexpr Codes bad_function{8, 8, 20};
inline constexpr Codes bad_version{8, 8, 24};
inline constexpr Codes bad_ring_or_user{8, 8, 28};
inline constexpr Codes bad_length{8, 8, 32};
inline constexpr Codes bad_token{8, 8, 36};
inline constexpr Codes no_certificate{8, 8, 44};
inline constexpr Codes output_too_small{8, 8, 48};
inline constexpr Codes bad_key{8, 8, 52};
inline constexpr Codes bad_selection{8, 8, 56};
inline constexpr Codes no_ring{8, 8, 84};
inline constexpr Codes internal_error{8, 8, 92};

// 4/4/x: the function is done, with a warning. What x means depends on the function.
namespace put {
inline constexpr Codes notrust{4, 4, 0};         ///< the certificate has status NOTRUST
inline constexpr Codes refresh{4, 4, 4};         ///< DIGTCERT is RACLISTed: a refresh is needed
inline constexpr Codes known{4, 4, 8};           ///< it was in the database under another label, which it keeps
inline constexpr Codes known_notrust{4, 4, 12};  ///< the same, and it has status NOTRUST
inline constexpr Codes known_refresh{4, 4, 16};  ///< the same, and a refresh is needed
}  // namespace put
namespace remove {
inline constexpr Codes on_other_rings{4, 4, 0};  ///< off the ring, but not deleted: other rings have it
inline constexpr Codes unexpected{4, 4, 4};      ///< not deleted after an unexpected error
inline constexpr Codes no_authority{4, 4, 8};    ///< not deleted: the caller has no authority
inline constexpr Codes refresh{4, 4, 12};        ///< DIGTCERT is RACLISTed: a refresh is needed
inline constexpr Codes request_made{4, 4, 16};   ///< not deleted: a request was made from it
}  // namespace remove
namespace alter {
inline constexpr Codes refresh{4, 4, 4};  ///< DIGTCERT is RACLISTed: a refresh is needed
}
namespace ring_info {
inline constexpr Codes truncated{4, 4, 0};  ///< the area has no room for all rings
}

/// Returns "8/8/84", as traces write codes.
std::string to_string(const Codes& codes);
/// A row of the table of codes. A warning means something else for each function.
struct Meaning {
  Codes codes;
  std::string_view text;
  std::string_view function{};  ///< of a warning: "DataPut"; empty for all functions
};
std::span<const Meaning> meanings();

/// Returns the meaning of the codes; empty for unknown codes and for warnings, whose meaning depends on the function.
std::string_view meaning(const Codes& codes);

/// Why the service refused a call.
struct Failure {
  Codes codes;
  std::string explanation;              ///< for the user: what is missing, and the command that corrects it
  std::vector<std::string> console{};   ///< ICH408I, for the job log
  std::vector<std::string> commands{};  ///< that would grant a missing access
};

template <typename T>
using Answer = tl::expected<T, Failure>;

/// Returns a failure as the failed side of any Answer.
inline tl::unexpected<Failure> fail(const Codes& codes, std::string explanation) {
  return tl::make_unexpected(Failure{codes, std::move(explanation)});
}

// Usage and status of a certificate, as numbers.
inline constexpr std::uint32_t usage_personal = 0x8, usage_certauth = 0x2, usage_other = 0x0;
inline constexpr std::uint32_t status_trust = 0x80000000, status_hightrust = 0x40000000, status_notrust = 0x20000000,
                               status_any = 0;
std::uint32_t usage_code(database::Usage usage);
std::uint32_t status_code(database::Status status);

/// The maximum length of a label.
inline constexpr std::size_t label_characters = 32;

}  // namespace ringside::racf::datalib
