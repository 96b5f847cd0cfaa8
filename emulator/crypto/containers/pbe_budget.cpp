// emulator/crypto/containers/pbe_budget.cpp - reads iterations and salts from algorithm identifiers (RFC 8018
// appendix A).
#include "emulator/crypto/containers/pbe_budget.hpp"

#include <openssl/x509.h>

#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

struct Cost {
  std::uint64_t iterations = 0;
  std::size_t salt_bytes = 0;
};

/// Salt and iterations from the content of SEQUENCE { salt OCTET STRING, iterations INTEGER, ... }. A count above 64
/// bits becomes the largest number.
std::optional<Cost> salt_and_count(ByteView content) {
  der::Reader fields(content);
  const auto salt = fields.next(der::octet_string_tag);
  const auto count = fields.next(der::integer_tag);
  if (!salt || !count || count->content.empty() || (count->content[0] & 0x80) != 0) return std::nullopt;
  return Cost{der::small_value(count->content).value_or(UINT64_MAX), salt->content.size()};
}

struct Algorithm {
  std::string oid;
  ByteView parameters;  ///< content of the SEQUENCE
};

std::optional<Algorithm> lay_out_algorithm(ByteView content) {
  der::Reader fields(content);
  const auto oid = fields.next(der::oid_tag);
  const auto name = oid ? der::oid_text(oid->content) : std::nullopt;
  const auto parameters = fields.next(der::sequence_tag);
  if (!name || !parameters || !fields.at_end()) return std::nullopt;
  return Algorithm{*name, parameters->content};
}

/// The key derivation of PBES2: the first SEQUENCE of its parameters.
std::optional<Algorithm> derivation_of(const Algorithm& pbes2) {
  der::Reader fields(pbes2.parameters);
  const auto derivation = fields.next(der::sequence_tag);
  return derivation ? lay_out_algorithm(derivation->content) : std::nullopt;
}

}  // namespace

std::optional<Problem> PbeBudget::charge(const X509_ALGOR* algorithm) {
  const Bytes der = encoded(algorithm, i2d_X509_ALGOR);
  const auto outer = der::only(der, der::sequence_tag);
  auto used = outer ? lay_out_algorithm(outer->content) : std::nullopt;
  if (used && used->oid == pkcs12_oid::pbes2) {
    saw_pbes2_ = true;
    used = derivation_of(*used);
    if (used && used->oid != pkcs12_oid::pbkdf2) {
      return Problem{ProblemKind::unsupported, "the key derivation " + used->oid + " is not PBKDF2"};
    }
  }
  const auto cost = used ? salt_and_count(used->parameters) : std::nullopt;
  if (!cost) return Problem{ProblemKind::malformed, "the parameters of the encryption cannot be read"};
  return charge(cost->iterations, cost->salt_bytes);
}

std::optional<Problem> PbeBudget::charge(std::uint64_t iterations, std::size_t salt_bytes) {
  if (salt_bytes > base::limits::pbe_salt_bytes)
    return Problem{ProblemKind::too_large, "a salt of more than 64 octets"};
  if (iterations > base::limits::pbe_iterations || iterations > left_)
    return Problem{ProblemKind::too_large, "more than 1,000,000 iterations of key derivation"};
  left_ -= iterations;
  return std::nullopt;
}

}  // namespace ringside::crypto
