// emulator/crypto/result.hpp - why bytes from outside could not be used. Our own mistakes throw base::Fault instead.
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace ringside::crypto {

enum class ProblemKind {
  malformed,       ///< not the structure that it should be
  unsupported,     ///< well-formed, but an algorithm or form that we do not take
  wrong_password,  ///< password missing or wrong
  bad_signature,   ///< a signature that does not verify (a request's own)
  too_large,       ///< beyond base/limits.hpp
  mismatch,        ///< parts that do not belong together (a key and a certificate)
};

struct Problem {
  ProblemKind kind = ProblemKind::malformed;
  std::string detail;  ///< one clause for a diagnostic, no full stop: "the outer SEQUENCE is cut off at octet 12"
};

template <typename T>
using Result = tl::expected<T, Problem>;

/// A Problem to return from a function whose value is a Result.
inline tl::unexpected<Problem> problem(ProblemKind kind, std::string detail) {
  return tl::unexpected(Problem{kind, std::move(detail)});
}
inline tl::unexpected<Problem> malformed(std::string detail) {
  return problem(ProblemKind::malformed, std::move(detail));
}

}  // namespace ringside::crypto
