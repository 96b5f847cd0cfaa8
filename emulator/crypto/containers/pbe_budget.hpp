// emulator/crypto/containers/pbe_budget.hpp - limits the cost of opening a password-protected file.
//
// The sender of a PKCS#12 decides how much work the reader has: 2^31-1 iterations take minutes. So all counts are read
// from the DER and added up before any key is derived.
#pragma once

#include <cstdint>
#include <optional>

#include "base/limits.hpp"
#include "emulator/crypto/result.hpp"

using X509_ALGOR = struct X509_algor_st;

namespace ringside::crypto {

/// The most iterations that our writers take, so that the file can be read again: certificates, key and MAC each cost
/// as many.
inline constexpr std::uint64_t most_written_iterations = base::limits::pbe_iterations / 3;

class PbeBudget {
 public:
  PbeBudget() = default;
  /// For files whose normal writers use many iterations: `allowance` is added to the usual limit, but no single
  /// derivation may cost more than that limit.
  explicit PbeBudget(std::uint64_t allowance) : left_(base::limits::pbe_iterations + allowance) {}

  /// Adds the cost of one key derivation. Returns an error if the budget is exceeded or the parameters cannot be read.
  std::optional<Problem> charge(const X509_ALGOR* algorithm);
  std::optional<Problem> charge(std::uint64_t iterations, std::size_t salt_bytes);

  [[nodiscard]] bool saw_pbes2() const { return saw_pbes2_; }

 private:
  std::uint64_t left_ = base::limits::pbe_iterations;
  bool saw_pbes2_ = false;
};

}  // namespace ringside::crypto
