// emulator/hosttools/keytool/store/store_format.cpp - the table of the types of key stores.
#include "emulator/hosttools/keytool/store/store_format.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/jks.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"
#include "emulator/hosttools/keytool/store/pkcs12.hpp"

namespace ringside::keytool {
namespace {

#define NOT_PADDED \
  "Given final block not properly padded. Such issues can arise if a bad key is used during decryption."

// A row for each type. JKS and PKCS#12 open each other's files, and JCEKS opens JKS, as the JDK 17 does.
constexpr std::array formats = {
    StoreFormat{.type = StoreType::jks,
                .name = "JKS",
                .providers = "SUN",
                .opens = "JKS PKCS12",
                .not_opened = "Invalid keystore format",
                .wrong_key_password = "Cannot recover key",
                .iterations = pkcs12_iterations,
                .secret_keys = SecretKeys::refused,
                .is_proprietary = true,
                .has_hash_order = true,
                .has_one_password = false,
                .protect = protect_for_jks,
                .recognises = is_jks,
                .read = read_jks,
                .write = write_jks},
    StoreFormat{.type = StoreType::jceks,
                .name = "JCEKS",
                .providers = "SunJCE",
                .opens = "JCEKS JKS",
                .not_opened = "Invalid keystore format",
                .wrong_key_password = NOT_PADDED,
                .iterations = jceks_iterations,
                .secret_keys = SecretKeys::as_sealed_object,
                .is_proprietary = true,
                .has_hash_order = true,
                .has_one_password = false,
                .protect = protect_for_jceks,
                .recognises = is_jceks,
                .read = read_jks,
                .write = write_jks},
    StoreFormat{.type = StoreType::pkcs12,
                .name = "PKCS12",
                .providers = "SUN SunJSSE",
                .opens = "PKCS12 JKS",
                .not_opened = "DerInputStream.getLength(): lengthTag=78, too big.",
                .wrong_key_password = "Get Key failed: " NOT_PADDED,
                .iterations = pkcs12_iterations,
                .secret_keys = SecretKeys::as_private_key,
                .is_proprietary = false,
                .has_hash_order = false,
                .has_one_password = true,
                .protect = protect_for_pkcs12,
                .recognises = is_pkcs12,
                .read = read_pkcs12,
                .write = write_pkcs12},
    StoreFormat{.type = StoreType::key_ring,
                .name = "",
                .providers = "",
                .opens = "",
                .not_opened = "",
                .wrong_key_password = "Cannot recover key",
                .iterations = pkcs12_iterations,
                .secret_keys = SecretKeys::refused,
                .is_proprietary = false,
                .has_hash_order = false,
                .has_one_password = false,
                .protect = protect_for_jks,  // in memory only, so any form is possible
                .recognises = nullptr,
                .read = nullptr,
                .write = nullptr},
};

#undef NOT_PADDED

static_assert(
    [] {
      for (std::size_t at = 0; at < formats.size(); ++at)
        if (static_cast<std::size_t>(formats[at].type) != at) return false;
      return static_cast<std::size_t>(StoreType::key_ring) + 1 == formats.size();
    }(),
    "a row for each StoreType, in the order of the enumeration; the key ring is the last");

bool lists(std::string_view words, std::string_view word) {
  const auto all = base::split(words, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

}  // namespace

const StoreFormat& format_of(StoreType type) {
  return formats.at(static_cast<std::size_t>(type));
}

std::string type_name(StoreType type) {
  return std::string(format_of(type).name);
}

std::optional<StoreType> type_named(const std::string& name) {
  for (const StoreFormat& row : formats)
    if (!row.name.empty() && base::upper(name) == row.name) return row.type;
  return std::nullopt;
}

bool holds_stores(const std::string& provider, StoreType type) {
  return lists(format_of(type).providers, provider);
}

void refuse_other_format(StoreType asked, StoreType found) {
  const StoreFormat& row = format_of(asked);
  if (!lists(row.opens, type_name(found))) refuse_io(std::string(row.not_opened));
}

std::optional<StoreType> probe(base::ByteView content) {
  for (const StoreFormat& row : formats)
    if (row.recognises != nullptr && row.recognises(content)) return row.type;
  return std::nullopt;
}

KeyStore read_store(const StoreFile& file, const std::optional<base::Secret>& password, std::int64_t now) {
  return format_of(file.type).read(file.content, password, now);
}

base::Bytes write_store(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness) {
  return format_of(store.type()).write(store, password, randomness);
}

base::Bytes protect_key(base::ByteView pkcs8, const Protection& protection) {
  return format_of(protection.type).protect(pkcs8, protection);
}

void refuse_wrong_key_password(StoreType type) {
  refuse_as("java.security.UnrecoverableKeyException", std::string(format_of(type).wrong_key_password));
}

crypto::PbeBudget budget_of_keys(const KeyStore& store) {
  const auto keys = std::count_if(store.entries().begin(), store.entries().end(),
                                  [](const Entry& entry) { return entry.kind != EntryKind::trusted_certificate; });
  return crypto::PbeBudget(static_cast<std::uint64_t>(keys) * format_of(store.type()).iterations);
}

base::Bytes protect_secret_key(const SecretKey& key, const Protection& protection) {
  switch (format_of(protection.type).secret_keys) {
    case SecretKeys::refused:
      refuse_as("java.security.KeyStoreException", "Cannot store non-PrivateKeys");
    case SecretKeys::as_sealed_object:
      return seal_secret_key(key, protection);
    case SecretKeys::as_private_key:
      break;
  }
  const auto info = secret_key_info(key);
  if (!info)
    refuse_as("java.security.KeyStoreException",
              "Key protection algorithm not found: java.security.NoSuchAlgorithmException: unrecognized algorithm "
              "name: " +
                  key.algorithm);
  return protect_key(*info, protection);
}

}  // namespace ringside::keytool
