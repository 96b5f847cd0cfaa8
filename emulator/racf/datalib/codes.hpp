// emulator/racf/datalib/codes.hpp - the codes of R_datalib: return and reason codes, usage and status.
#pragma once

#include <cstddef>
#include <cstdint>
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
inline constexpr Codes bad_function{8, 8, 20};
inline constexpr Codes bad_ring_or_user{8, 8, 28};
inline constexpr Codes bad_length{8, 8, 32};
inline constexpr Codes bad_token{8, 8, 36};
inline constexpr Codes no_certificate{8, 8, 44};
inline constexpr Codes output_too_small{8, 8, 48};
inline constexpr Codes no_ring{8, 8, 84};
inline constexpr Codes internal_error{8, 8, 92};

/// Returns "8/8/84", as traces write codes.
std::string to_string(const Codes& codes);
/// Returns the meaning of the codes; empty for codes that the service does not return.
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
