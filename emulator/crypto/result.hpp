// emulator/crypto/result.hpp - errors in octets from outside. Defects of this program throw base::Fault instead.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace ringside::crypto {

enum class ProblemKind {
  malformed,       ///< not the expected structure
  unsupported,     ///< well-formed, but with an algorithm or form that is not supported
  wrong_password,  ///< password missing or wrong
  bad_signature,   ///< a request's own signature does not verify
  too_large,       ///< beyond base/limits.hpp
  mismatch,        ///< parts that do not belong together, such as a key and a certificate
};

struct Problem {
  ProblemKind kind = ProblemKind::malformed;
  std::string detail;  ///< one clause for a message, without a full stop: "the outer SEQUENCE is cut off at octet 12"
};

template <typename T>
using Result = tl::expected<T, Problem>;

/// Makes an error for functions that return a Result.
inline tl::unexpected<Problem> problem(ProblemKind kind, std::string detail) {
  return tl::unexpected(Problem{kind, std::move(detail)});
}
inline tl::unexpected<Problem> malformed(std::string detail) {
  return problem(ProblemKind::malformed, std::move(detail));
}

}  // namespace ringside::crypto
