// emulator/hosttools/keytool/new_key.cpp - makes RSA, DSA, EC and EdDSA keys, and gives the JDK's messages for the
// others.
#include "emulator/hosttools/keytool/new_key.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/keys/key_kind.hpp"
#include "emulator/crypto/keys/pss.hpp"
#include "emulator/crypto/keys/raw_key.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

using crypto::KeyType;

struct CurveName {
  std::string_view name, oid, others;
  int bits = 0;
  bool made = false;
};
// The curves that JDK 17 knows by name; it makes keys on three of them. The first one of each size is its default.
constexpr std::array curve_names = {
    CurveName{"secp256r1", "1.2.840.10045.3.1.7", "NIST P-256,X9.62 prime256v1", 256, true},
    CurveName{"secp384r1", "1.3.132.0.34", "NIST P-384", 384, true},
    CurveName{"secp521r1", "1.3.132.0.35", "NIST P-521", 521, true},
    CurveName{"secp192r1", "1.2.840.10045.3.1.1", "NIST P-192,X9.62 prime192v1", 192},
    CurveName{"secp224r1", "1.3.132.0.33", "NIST P-224", 224},
    CurveName{"secp256k1", "1.3.132.0.10", "", 256},
    CurveName{"sect163k1", "1.3.132.0.1", "NIST K-163", 163},
    CurveName{"sect233k1", "1.3.132.0.26", "NIST K-233", 233},
    CurveName{"sect283k1", "1.3.132.0.16", "NIST K-283", 283},
    CurveName{"sect283r1", "1.3.132.0.17", "NIST B-283", 283},
    CurveName{"sect409k1", "1.3.132.0.36", "NIST K-409", 409},
    CurveName{"sect571k1", "1.3.132.0.38", "NIST K-571", 571},
    CurveName{"brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7", "", 256},
    CurveName{"brainpoolP384r1", "1.3.36.3.3.2.8.1.1.11", "", 384},
    CurveName{"brainpoolP512r1", "1.3.36.3.3.2.8.1.1.13", "", 512},
};

[[noreturn]] void illegal(const std::string& message) {
  refuse_as("java.lang.IllegalArgumentException", message);
}

bool same(std::string_view a, std::string_view b) {
  return base::lower(a) == base::lower(b);
}

const CurveName& curve_named(const std::string& group) {
  for (const CurveName& row : curve_names) {
    const auto others = base::split(std::string(row.others), ',');
    const bool other = std::any_of(others.begin(), others.end(),
                                   [&](const std::string& name) { return !name.empty() && same(name, group); });
    if (same(row.name, group) || row.oid == group || other) return row;
  }
  illegal("Unknown curve name: " + group);
}

std::string shown(const CurveName& curve) {
  return std::string(curve.name) + (curve.others.empty() ? "" : " [" + std::string(curve.others) + "]") + " (" +
         std::string(curve.oid) + ")";
}

crypto::PrivateKey generate(Tool& tool, crypto::KeySpec spec) {
  return tool.make_key(spec);
}

crypto::PrivateKey generate_ec(Tool& tool) {
  constexpr int usual = 256;
  if (tool.options.groupname) {
    const CurveName& curve = curve_named(*tool.options.groupname);
    if (!curve.made) illegal("Curve not supported: " + shown(curve));
    return generate(tool, {KeyType::nist_ecc, curve.bits});
  }
  const int bits = tool.options.keysize.value_or(usual);
  const auto* row = std::find_if(curve_names.begin(), curve_names.end(),
                                 [bits](const CurveName& curve) { return curve.bits == bits; });
  if (row == curve_names.end())
    refuse_as("java.security.spec.InvalidParameterSpecException",
              fmt::format("Not a supported curve of {} bits", bits));
  if (!row->made) refuse_as("java.security.ProviderException", "Curve not supported:  " + shown(*row));
  return generate(tool, {KeyType::nist_ecc, bits});
}

crypto::PrivateKey generate_rsa(Tool& tool) {
  constexpr int exponent_bits = 17, least = 512, most = 16384, usual = 2048;
  if (tool.options.groupname) illegal("Params must be instance of RSAKeyGenParameterSpec");
  const int bits = tool.options.keysize.value_or(usual);
  if (bits < exponent_bits) illegal(fmt::format("Public exponent must be no longer than {} bits", bits));
  if (bits < least || bits > most) illegal("Invalid key sizes");
  if (!crypto::can_generate({KeyType::rsa, bits})) illegal("RSA keys of more than 4096 bits are not made here");
  return generate(tool, {KeyType::rsa, bits});
}

crypto::PrivateKey generate_dsa(Tool& tool) {
  constexpr int usual = 2048, old_least = 512, old_most = 1024, large = 3072;
  if (tool.options.groupname) illegal("Inappropriate parameter");
  const int bits = tool.options.keysize.value_or(usual);
  if (bits > old_most && bits != usual && bits != large) illegal(fmt::format("Invalid DSA Prime Size: {}", bits));
  if (bits <= old_most && (bits < old_least || bits % 64 != 0))
    illegal(fmt::format("Unsupported prime and subprime size combination: {}, 160", bits));
  if (!crypto::can_generate({KeyType::dsa, bits})) illegal("DSA keys are made of 1024 and 2048 bits here");
  return generate(tool, {KeyType::dsa, bits});
}

struct EdwardsCurve {
  std::string_view name;
  int bits;
};
constexpr std::array edwards_curves = {EdwardsCurve{"Ed25519", 255}, EdwardsCurve{"Ed448", 448}};

/// `fixed` is the curve that the name of the algorithm gives; empty for "EdDSA".
crypto::PrivateKey generate_edwards(Tool& tool, const std::string& fixed) {
  const EdwardsCurve* curve = &edwards_curves.front();
  const auto find = [&](auto matches) {
    curve = std::find_if(edwards_curves.begin(), edwards_curves.end(), matches);
    return curve != edwards_curves.end();
  };
  if (!fixed.empty()) find([&](const EdwardsCurve& row) { return same(row.name, fixed); });
  const std::string_view own = curve->name;
  if (const auto& group = tool.options.groupname) {
    if (!find([&](const EdwardsCurve& row) { return same(row.name, *group); })) illegal("Unsupported name: " + *group);
  } else if (const auto bits = tool.options.keysize) {
    if (!find([&](const EdwardsCurve& row) { return row.bits == *bits; }))
      illegal(fmt::format("Unsupported size: {}", *bits));
  }
  if (!fixed.empty() && curve->name != own)
    illegal("java.security.InvalidParameterException: Parameters must be " + std::string(own));
  return std::move(*crypto::generate_raw_key(std::string(curve->name), tool.randomness()));
}

enum class Maker { rsa, rsa_pss, dsa, ec, edwards, agrees };

struct KeyAlgorithm {
  std::string_view name;
  Maker maker;
  int usual_bits;        ///< the size that keytool announces; -1: none
  std::string_view own;  ///< a curve of EdDSA, or the name of a key for key agreement only
};
constexpr std::array key_algorithms = {
    KeyAlgorithm{"RSA", Maker::rsa, 2048, ""},
    KeyAlgorithm{"RSASSA-PSS", Maker::rsa_pss, -1, ""},
    KeyAlgorithm{"DSA", Maker::dsa, 2048, ""},
    KeyAlgorithm{"EC", Maker::ec, 256, ""},
    KeyAlgorithm{"EllipticCurve", Maker::ec, -1, ""},
    KeyAlgorithm{"EdDSA", Maker::edwards, 255, ""},
    KeyAlgorithm{"Ed25519", Maker::edwards, 255, "Ed25519"},
    KeyAlgorithm{"Ed448", Maker::edwards, 448, "Ed448"},
    KeyAlgorithm{"XDH", Maker::agrees, 255, "XDH"},
    KeyAlgorithm{"X25519", Maker::agrees, 255, "XDH"},
    KeyAlgorithm{"X448", Maker::agrees, 448, "XDH"},
    KeyAlgorithm{"DH", Maker::agrees, 2048, "DH"},
    KeyAlgorithm{"DiffieHellman", Maker::agrees, -1, "DH"},
};

const KeyAlgorithm& algorithm_named(const std::string& name) {
  for (const KeyAlgorithm& row : key_algorithms)
    if (same(row.name, name)) return row;
  refuse_as("java.security.NoSuchAlgorithmException", name + " KeyPairGenerator not available");
}

}  // namespace

void check_key_algorithm(const std::string& algorithm) {
  algorithm_named(algorithm);
}

crypto::PrivateKey new_key(Tool& tool) {
  const KeyAlgorithm& algorithm = algorithm_named(*tool.options.keyalg);
  switch (algorithm.maker) {
    case Maker::rsa:
      return generate_rsa(tool);
    case Maker::rsa_pss:
      return crypto::as_pss_key(generate_rsa(tool));
    case Maker::dsa:
      return generate_dsa(tool);
    case Maker::ec:
      return generate_ec(tool);
    case Maker::edwards:
      return generate_edwards(tool, std::string(algorithm.own));
    case Maker::agrees:
      break;
  }
  illegal("Cannot derive signature algorithm from " + std::string(algorithm.own));
}

long announced_size(const Arguments& options, const crypto::PublicKey& key) {
  if (options.groupname) return crypto::key_bits(key);
  return options.keysize.value_or(algorithm_named(*options.keyalg).usual_bits);
}

std::string curve_of_size(int bits) {
  for (const CurveName& row : curve_names)
    if (row.bits == bits) return std::string(row.name);
  refuse_as("java.security.spec.InvalidParameterSpecException", fmt::format("Not a supported curve of {} bits", bits));
}

}  // namespace ringside::keytool
