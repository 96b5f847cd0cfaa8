// emulator/hosttools/openssl/commands/key_make.cpp - makes private keys by algorithm and options.
#include "emulator/hosttools/openssl/commands/key_make.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/keys/raw_key.hpp"

namespace ringside::openssl {
namespace {

struct Curve {
  std::string_view name;
  crypto::KeySpec spec;
};
constexpr std::array curves = {Curve{"P-192", {crypto::KeyType::nist_ecc, 192}},
                               Curve{"prime192v1", {crypto::KeyType::nist_ecc, 192}},
                               Curve{"P-224", {crypto::KeyType::nist_ecc, 224}},
                               Curve{"secp224r1", {crypto::KeyType::nist_ecc, 224}},
                               Curve{"P-256", {crypto::KeyType::nist_ecc, 256}},
                               Curve{"prime256v1", {crypto::KeyType::nist_ecc, 256}},
                               Curve{"secp256r1", {crypto::KeyType::nist_ecc, 256}},
                               Curve{"P-384", {crypto::KeyType::nist_ecc, 384}},
                               Curve{"secp384r1", {crypto::KeyType::nist_ecc, 384}},
                               Curve{"P-521", {crypto::KeyType::nist_ecc, 521}},
                               Curve{"secp521r1", {crypto::KeyType::nist_ecc, 521}},
                               Curve{"brainpoolP256r1", {crypto::KeyType::brainpool_ecc, 256}},
                               Curve{"brainpoolP320r1", {crypto::KeyType::brainpool_ecc, 320}},
                               Curve{"brainpoolP384r1", {crypto::KeyType::brainpool_ecc, 384}},
                               Curve{"brainpoolP512r1", {crypto::KeyType::brainpool_ecc, 512}}};
// Curves of the real tool that are not emulated.
constexpr std::array<std::string_view, 3> other_curves = {"secp256k1", "prime239v1", "SM2"};
constexpr std::array<std::string_view, 4> raw_kinds = {"ED25519", "ED448", "X25519", "X448"};
constexpr std::array<std::string_view, 5> other_algorithms = {"DSA", "DH", "DHX", "RSA-PSS", "SM2"};

constexpr long least_rsa_bits = 512;

template <typename Table>
bool holds(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

/// Applies one -pkeyopt of an RSA key. Returns false if the name or value is wrong.
bool apply_rsa(const std::string& name, const std::string& value, long& bits) {
  if (name == "rsa_keygen_pubexp") return value == "65537" || value == "0x10001";
  if (name == "rsa_keygen_primes") return value == "2";
  if (name != "rsa_keygen_bits" && name != "bits") return false;
  const auto number = read_number(value);
  if (!number || *number < least_rsa_bits) return false;
  bits = *number;
  return true;
}

bool apply_curve(const std::string& name, const std::string& value, std::string& curve) {
  if (name == "ec_param_enc" || name == "encoding") return value == "named_curve";
  if (name != "ec_paramgen_curve" && name != "group") return false;
  curve = value;
  return true;
}

std::optional<crypto::PrivateKey> generate(Tool& tool, crypto::KeySpec spec) {
  if (crypto::can_generate(spec)) return tool.generate_key(spec);
  tool.fail(fmt::format("{}: keys of {} bits are not emulated", tool.name(), spec.bits));
  return std::nullopt;
}

std::optional<crypto::PrivateKey> on_curve(Tool& tool, const std::string& name) {
  const auto* const curve =
      std::find_if(curves.begin(), curves.end(), [&](const Curve& each) { return each.name == name; });
  if (curve != curves.end()) return generate(tool, curve->spec);
  if (holds(other_curves, name))
    tool.fail(fmt::format("{}: the curve {} is not emulated", tool.name(), name));
  else
    tool.fail(fmt::format("{}: Error generating EC key", tool.name()));
  return std::nullopt;
}

}  // namespace

std::optional<crypto::PrivateKey> make_key(Tool& tool, const std::string& algorithm,
                                           const std::vector<std::string>& options, long usual_bits) {
  const std::string kind = base::upper(algorithm);
  const bool rsa = kind == "RSA", ec = kind == "EC", raw = holds(raw_kinds, kind);
  if (holds(other_algorithms, kind))
    return tool.fail(fmt::format("{}: the algorithm {} is not emulated", tool.name(), kind)), std::nullopt;
  if (!rsa && !ec && !raw)
    return tool.fail(fmt::format("Error initializing {} context", base::printable(algorithm))), std::nullopt;
  long bits = usual_bits;
  std::string curve;
  for (const std::string& option : options) {
    const std::string name = option.substr(0, option.find(':'));
    const std::string value = option.size() > name.size() ? option.substr(name.size() + 1) : "";
    if ((rsa && apply_rsa(name, value, bits)) || (ec && apply_curve(name, value, curve))) continue;
    tool.fail(fmt::format("{}: Error setting {} parameter:", tool.name(), base::printable(option)));
    return std::nullopt;
  }
  if (raw) return crypto::generate_raw_key(kind, tool.randomness());
  if (ec) return on_curve(tool, curve);
  return generate(tool, {crypto::KeyType::rsa, static_cast<int>(std::min<long>(bits, 1 << 20))});
}

}  // namespace ringside::openssl
