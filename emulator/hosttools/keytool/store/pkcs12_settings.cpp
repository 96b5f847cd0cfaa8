// emulator/hosttools/keytool/store/pkcs12_settings.cpp - the algorithms of the properties keystore.pkcs12.*, as the JDK
// 17 names them.
#include "emulator/hosttools/keytool/store/pkcs12_settings.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::ByteView;
using crypto::PbeScheme;

// legacy: what the JDK wrote before 8u301, 11.0.12 and 16.
constexpr Pkcs12Cipher legacy_keys{PbeScheme::triple_des, "", 50'000};
constexpr Pkcs12Cipher legacy_certificates{PbeScheme::rc2_40, "", 50'000};
constexpr Pkcs12Mac legacy_mac{"sha1", 100'000};
constexpr long most_java_iterations = 5'000'000;

struct NamedCipher {
  std::string_view name;
  PbeScheme scheme;
  std::string_view prf = {};
};
constexpr std::array ciphers = {
    NamedCipher{"PBEWithHmacSHA1AndAES_128", PbeScheme::aes_128, crypto::pbe_prf_sha1},
    NamedCipher{"PBEWithHmacSHA224AndAES_128", PbeScheme::aes_128, crypto::pbe_prf_sha224},
    NamedCipher{"PBEWithHmacSHA256AndAES_128", PbeScheme::aes_128, crypto::pbe_prf_sha256},
    NamedCipher{"PBEWithHmacSHA384AndAES_128", PbeScheme::aes_128, crypto::pbe_prf_sha384},
    NamedCipher{"PBEWithHmacSHA512AndAES_128", PbeScheme::aes_128, crypto::pbe_prf_sha512},
    NamedCipher{"PBEWithHmacSHA1AndAES_256", PbeScheme::aes_256, crypto::pbe_prf_sha1},
    NamedCipher{"PBEWithHmacSHA224AndAES_256", PbeScheme::aes_256, crypto::pbe_prf_sha224},
    NamedCipher{"PBEWithHmacSHA256AndAES_256", PbeScheme::aes_256, crypto::pbe_prf_sha256},
    NamedCipher{"PBEWithHmacSHA384AndAES_256", PbeScheme::aes_256, crypto::pbe_prf_sha384},
    NamedCipher{"PBEWithHmacSHA512AndAES_256", PbeScheme::aes_256, crypto::pbe_prf_sha512},
    NamedCipher{"PBEWithSHA1AndDESede", PbeScheme::triple_des},
    NamedCipher{"PBEWithSHA1AndRC2_40", PbeScheme::rc2_40},
    NamedCipher{"PBEWithSHA1AndRC2_128", PbeScheme::rc2_128},
    NamedCipher{"PBEWithSHA1AndRC4_40", PbeScheme::rc4_40},
    NamedCipher{"PBEWithSHA1AndRC4_128", PbeScheme::rc4_128},
    NamedCipher{"PBEWithMD5AndDES", PbeScheme::md5_des},
};

struct NamedMac {
  std::string_view name, digest, oid;
};
constexpr std::array macs = {NamedMac{"HmacPBESHA1", "sha1", "1.3.14.3.2.26"},
                             NamedMac{"HmacPBESHA224", "sha224", "2.16.840.1.101.3.4.2.4"},
                             NamedMac{"HmacPBESHA256", "sha256", "2.16.840.1.101.3.4.2.1"},
                             NamedMac{"HmacPBESHA384", "sha384", "2.16.840.1.101.3.4.2.2"},
                             NamedMac{"HmacPBESHA512", "sha512", "2.16.840.1.101.3.4.2.3"}};

template <typename Table>
auto find_named(const Table& table, std::string_view name) -> decltype(&table[0]) {
  for (const auto& row : table)
    if (base::lower(row.name) == base::lower(name)) return &row;
  return nullptr;
}

bool is_none(const std::string& value) {
  return base::lower(value) == "none";
}

const NamedCipher& cipher_named(const std::string& name) {
  const NamedCipher* found = find_named(ciphers, name);
  if (found == nullptr) refuse_io("getPBEAlgorithmParameters failed: " + name + " AlgorithmParameters not available");
  return *found;
}

std::uint64_t iterations_of(const std::string& name, const std::string& value, std::uint64_t usual) {
  if (value.empty()) return usual;
  const std::string property = "keystore.pkcs12." + name;
  const bool negative = value.starts_with('-');
  const auto number = base::number(negative || value.starts_with('+') ? value.substr(1) : value, INT32_MAX);
  if (!number) refuse_as("java.lang.IllegalArgumentException", property + " is not a number: " + value);
  if (negative || *number == 0 || *number > most_java_iterations)
    refuse_as("java.lang.IllegalArgumentException", "Invalid " + property + ": " + value);
  if (static_cast<std::uint64_t>(*number) > crypto::most_written_iterations)
    refuse_as("java.lang.IllegalArgumentException", property + ": more than 333,333 iterations are not emulated");
  return static_cast<std::uint64_t>(*number);
}

/// The content of an element inside an element.
std::optional<ByteView> inside(ByteView content, std::uint8_t tag) {
  const auto item = der::only(content, tag);
  return item ? std::optional(item->content) : std::nullopt;
}

std::string oid_of(der::Reader& fields) {
  const auto oid = fields.next(der::oid_tag);
  return oid ? der::oid_text(oid->content).value_or("") : "";
}

/// Salt and iterations come first in the parameters of PBES1, PKCS#12 and PBKDF2.
std::optional<std::uint64_t> count_in(ByteView parameters) {
  der::Reader fields(parameters);
  if (!fields.next(der::octet_string_tag)) return std::nullopt;
  const auto count = fields.next(der::integer_tag);
  return count ? der::small_value(count->content) : std::nullopt;
}

std::optional<Pkcs12Cipher> pbes2_cipher(ByteView parameters) {
  der::Reader parts(parameters);
  const auto derivation = parts.next(der::sequence_tag);
  const auto encryption = parts.next(der::sequence_tag);
  if (!derivation || !encryption) return std::nullopt;
  der::Reader derived(derivation->content), encrypted(encryption->content);
  oid_of(derived);
  const auto by = derived.next(der::sequence_tag);
  const auto count = by ? count_in(by->content) : std::nullopt;
  if (!count) return std::nullopt;
  std::string prf(crypto::pbe_prf_sha1);
  der::Reader fields(by->content);
  while (const auto field = fields.next()) {
    if (field->tag != der::sequence_tag) continue;
    der::Reader algorithm(field->content);
    prf = oid_of(algorithm);
  }
  const PbeScheme scheme = oid_of(encrypted) == "2.16.840.1.101.3.4.1.2" ? PbeScheme::aes_128 : PbeScheme::aes_256;
  const auto* row = std::find_if(ciphers.begin(), ciphers.end(),
                                 [&](const NamedCipher& each) { return each.scheme == scheme && each.prf == prf; });
  if (row == ciphers.end()) return std::nullopt;
  return Pkcs12Cipher{row->scheme, row->prf, *count};
}

std::optional<Pkcs12Cipher> cipher_of(ByteView algorithm) {
  der::Reader fields(algorithm);
  const std::string oid = oid_of(fields);
  const auto parameters = fields.next(der::sequence_tag);
  if (!parameters) return std::nullopt;
  if (oid == "1.2.840.113549.1.5.13") return pbes2_cipher(parameters->content);
  const auto scheme = crypto::pbe_scheme_of(oid);
  const auto count = count_in(parameters->content);
  if (!scheme || !count) return std::nullopt;
  return Pkcs12Cipher{*scheme, "", *count};
}

/// The algorithm of an EncryptedData in [0].
std::optional<ByteView> algorithm_of(ByteView wrapped) {
  const auto data = inside(wrapped, der::sequence_tag);
  der::Reader fields(data.value_or(ByteView()));
  fields.next(der::integer_tag);
  const auto content = fields.next(der::sequence_tag);
  der::Reader parts(content ? content->content : ByteView());
  parts.next(der::oid_tag);
  const auto algorithm = parts.next(der::sequence_tag);
  return algorithm ? std::optional(algorithm->content) : std::nullopt;
}

std::optional<Pkcs12Mac> mac_of(ByteView data) {
  der::Reader fields(data);
  const auto info = fields.next(der::sequence_tag);
  fields.next(der::octet_string_tag);
  const auto count = fields.at_end() ? std::nullopt : fields.next(der::integer_tag);
  der::Reader digest(info ? info->content : ByteView());
  const auto algorithm = digest.next(der::sequence_tag);
  der::Reader named(algorithm ? algorithm->content : ByteView());
  const std::string oid = oid_of(named);
  const auto* row = std::find_if(macs.begin(), macs.end(), [&](const NamedMac& each) { return each.oid == oid; });
  if (row == macs.end()) return std::nullopt;
  return Pkcs12Mac{row->digest, count ? der::small_value(count->content).value_or(1) : 1};
}

}  // namespace

std::optional<Pkcs12Habits> pkcs12_habits(ByteView file, bool has_certificates) {
  Pkcs12Habits habits{has_certificates, std::nullopt, std::nullopt};
  const auto outer = inside(file, der::sequence_tag);
  der::Reader parts(outer.value_or(ByteView()));
  if (!parts.next(der::integer_tag)) return std::nullopt;
  const auto authenticated = parts.next(der::sequence_tag);
  if (!authenticated) return std::nullopt;
  der::Reader content(authenticated->content);
  content.next(der::oid_tag);
  const auto wrapped = content.next(der::context(0));
  const auto octets = wrapped ? inside(wrapped->content, der::octet_string_tag) : std::nullopt;
  const auto safes = octets ? inside(*octets, der::sequence_tag) : std::nullopt;
  if (!safes) return std::nullopt;
  der::Reader list(*safes);
  while (const auto safe = list.next(der::sequence_tag)) {
    der::Reader fields(safe->content);
    if (oid_of(fields) != "1.2.840.113549.1.7.6") continue;
    const auto data = fields.next(der::context(0));
    const auto algorithm = data ? algorithm_of(data->content) : std::nullopt;
    habits.certificates = algorithm ? cipher_of(*algorithm) : std::nullopt;
    if (!habits.certificates) return std::nullopt;
  }
  if (parts.at_end()) return habits;
  const auto mac = parts.next(der::sequence_tag);
  habits.mac = mac ? mac_of(mac->content) : std::nullopt;
  return habits.mac ? std::optional(habits) : std::nullopt;
}

void Pkcs12Settings::take(std::string_view word) {
  constexpr std::string_view prefix = "-J-Dkeystore.pkcs12.", old_prefix = "-J-Dkeystore.PKCS12.";
  const bool is_old = word.starts_with(old_prefix);
  if (!word.starts_with(prefix) && !is_old) return;
  word.remove_prefix(prefix.size());
  const std::size_t sign = word.find('=');
  const std::string name(word.substr(0, sign));
  const std::string value(sign == std::string_view::npos ? std::string_view() : word.substr(sign + 1));
  if (!is_old)
    properties_[name] = value;
  else if (name == "keyProtectionAlgorithm")  // the only one that had the old spelling
    properties_.try_emplace(name, value);
}

std::string Pkcs12Settings::value_of(const std::string& name) const {
  const auto found = properties_.find(name);
  return found == properties_.end() ? "" : found->second;
}

Pkcs12Cipher Pkcs12Settings::for_keys() const {
  if (is_legacy()) return legacy_keys;
  Pkcs12Cipher cipher;
  const std::string name = value_of("keyProtectionAlgorithm");
  try {
    cipher.iterations = iterations_of("keyPbeIterationCount", value_of("keyPbeIterationCount"), cipher.iterations);
    if (name.empty()) return cipher;
    const NamedCipher& row = cipher_named(name);
    return {row.scheme, row.prf, cipher.iterations};
  } catch (const Refusal& refusal) {
    const std::string why = refusal.text.substr(refusal.text.find(": ") + 2);
    refuse_as("java.security.KeyStoreException",
              "Key protection algorithm not found: java.security.UnrecoverableKeyException: Encrypt Private Key "
              "failed: " +
                  why);
  }
}

std::optional<Pkcs12Cipher> Pkcs12Settings::for_certificates() const {
  if (is_legacy()) return legacy_certificates;
  const std::string name = value_of("certProtectionAlgorithm");
  if (is_none(name)) return std::nullopt;
  Pkcs12Cipher cipher;
  cipher.iterations = iterations_of("certPbeIterationCount", value_of("certPbeIterationCount"), cipher.iterations);
  if (name.empty()) return cipher;
  const NamedCipher& row = cipher_named(name);
  return Pkcs12Cipher{row.scheme, row.prf, cipher.iterations};
}

std::optional<Pkcs12Mac> Pkcs12Settings::mac() const {
  if (is_legacy()) return legacy_mac;
  const std::string name = value_of("macAlgorithm");
  if (is_none(name)) return std::nullopt;
  Pkcs12Mac mac;
  mac.iterations = iterations_of("macIterationCount", value_of("macIterationCount"), mac.iterations);
  if (name.empty()) return mac;
  constexpr std::size_t prefix = 7;  // "HmacPBE"
  if (name.size() < prefix)
    refuse_as("java.lang.StringIndexOutOfBoundsException",
              "begin 7, end " + std::to_string(name.size()) + ", length " + std::to_string(name.size()));
  const NamedMac* row = find_named(macs, name);
  if (row == nullptr)
    refuse_io("calculateMac failed: java.security.NoSuchAlgorithmException: Algorithm " + name + " not available");
  mac.digest = row->digest;
  return mac;
}

}  // namespace ringside::keytool
