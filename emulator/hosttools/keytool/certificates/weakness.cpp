// emulator/hosttools/keytool/certificates/weakness.cpp - least sizes of keys, and outdated hashes.
#include "emulator/hosttools/keytool/certificates/weakness.hpp"

#include <algorithm>
#include <array>

#include "emulator/crypto/keys/key_kind.hpp"
#include "emulator/hosttools/keytool/certificates/named_signature.hpp"

namespace ringside::keytool {
namespace {

struct KeyBound {
  std::string_view algorithm;
  int disabled_below, weak_below;
};
constexpr std::array bounds = {KeyBound{"RSA", 1024, 2048}, KeyBound{"DSA", 1024, 2048}, KeyBound{"EC", 224, 0}};

}  // namespace

Weakness weakness_of_signature(const std::string& name) {
  if (name.starts_with("MD2") || name.starts_with("MD5")) return Weakness::disabled;
  return name.starts_with("SHA1with") ? Weakness::weak : Weakness::none;
}

Weakness weakness_of_key(const crypto::PublicKey& key) {
  const std::string algorithm = java_key_algorithm(key);
  const auto* bound =
      std::find_if(bounds.begin(), bounds.end(), [&](const KeyBound& row) { return row.algorithm == algorithm; });
  if (bound == bounds.end()) return Weakness::none;
  const int bits = crypto::key_bits(key);
  if (bits < bound->disabled_below) return Weakness::disabled;
  return bits < bound->weak_below ? Weakness::weak : Weakness::none;
}

}  // namespace ringside::keytool
