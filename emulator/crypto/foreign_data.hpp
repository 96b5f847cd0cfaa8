// emulator/crypto/foreign_data.hpp - the exception for keys and certificates from outside that OpenSSL cannot work
// with.
#pragma once

#include <stdexcept>
#include <string>

#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

/// A key or certificate from outside fails in use: it cannot be encoded, printed or signed with. This is a refusal of
/// that input, as opposed to base::Fault, a defect of this program. The readers in this folder catch it and return its
/// Problem; what only shows in use is caught by each tool and command, which ends with its own refusal.
class ForeignData : public std::runtime_error {
 public:
  explicit ForeignData(Problem problem) : std::runtime_error(problem.detail), problem_(std::move(problem)) {}

  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

}  // namespace ringside::crypto
