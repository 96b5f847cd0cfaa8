// emulator/crypto/containers/pbe_budget.hpp - what a password-protected file may cost before anything of it is derived.
//
// The sender of a PKCS#12 picks how much work its reader does: 2^31-1 iterations are minutes. So every count is read
// from the DER and added up first.
#pragma once

#include <cstdint>
#include <optional>

#include "base/limits.hpp"
#include "emulator/crypto/result.hpp"

typedef struct X509_algor_st X509_ALGOR;

namespace ringside::crypto {

class PbeBudget {
 public:
  PbeBudget() = default;
  /// For files whose honest writers spend so much: it comes on top of what any file may cost.
  explicit PbeBudget(std::uint64_t allowance) : left_(base::limits::pbe_iterations + allowance) {}

  /// Takes one derivation into account; the Problem if it is too dear, or its parameters cannot be understood.
  std::optional<Problem> charge(const X509_ALGOR* algorithm);
  std::optional<Problem> charge(std::uint64_t iterations, std::size_t salt_bytes);

  [[nodiscard]] bool saw_pbes2() const { return saw_pbes2_; }

 private:
  std::uint64_t left_ = base::limits::pbe_iterations;
  bool saw_pbes2_ = false;
};

}  // namespace ringside::crypto
