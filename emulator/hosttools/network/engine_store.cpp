// emulator/hosttools/network/engine_store.cpp - the key stores of an engine, JKS, JCEKS or PKCS#12.
#include "emulator/hosttools/network/engine_store.hpp"

#include <type_traits>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"

namespace ringside::network {
namespace {

using keytool::EntryKind;

/// What `read` returns; the text of keytool's refusal after the path if it throws one.
template <typename Read>
tl::expected<std::invoke_result_t<Read>, std::string> refusals_as_values(const std::string& path, Read read) {
  try {
    return read();
  } catch (const keytool::Refusal& refusal) {
    return tl::unexpected(path + ": " + refusal.text);
  }
}

tl::expected<keytool::KeyStore, std::string> read_store(const host::Files& files, const std::string& path,
                                                        const base::Secret& password) {
  const auto bytes = files.read(host::resolve("/", path));
  if (!bytes) return tl::unexpected(path + ": " + host::file_error_text(bytes.error()));
  const keytool::StoreType type = keytool::probe(*bytes).value_or(keytool::StoreType::pkcs12);
  return refusals_as_values(path, [&] { return keytool::read_store({*bytes, type}, password, 0); });
}

std::vector<crypto::Certificate> certificates_of(const keytool::Entry& entry) {
  std::vector<crypto::Certificate> certificates;
  for (const keytool::X509& one : entry.chain) certificates.push_back(one.certificate);
  return certificates;
}

// In Java's key stores, upper and lower case letters of an alias are equal.
std::optional<crypto::Identity> first_identity(const keytool::KeyStore& store, const base::Secret& password,
                                               const std::optional<std::string>& alias) {
  for (const keytool::Entry& entry : store.entries()) {
    if (entry.kind != EntryKind::private_key) continue;
    if (alias && base::lower(entry.alias) != base::lower(*alias)) continue;
    const auto certificates = certificates_of(entry);
    const auto clear = keytool::recover_key(entry.key, password);
    auto key = clear ? crypto::PrivateKey::from_pkcs8(*clear) : tl::unexpected(crypto::Problem{});
    if (key && !certificates.empty()) return crypto::Identity{certificates.front(), std::move(*key), certificates};
  }
  return std::nullopt;
}

}  // namespace

tl::expected<crypto::Party, std::string> store_party(const host::Files& files, const KeyStores& stores,
                                                     const std::optional<std::string>& alias) {
  const auto keys = read_store(files, stores.key_store, stores.password);
  if (!keys) return tl::unexpected(keys.error());
  auto identity = refusals_as_values(stores.key_store, [&] { return first_identity(*keys, stores.password, alias); });
  if (!identity) return tl::unexpected(identity.error());
  crypto::Party party{std::move(*identity), {}};
  if (stores.trust_store.empty()) return party;
  const auto trust = read_store(files, stores.trust_store, stores.password);
  if (!trust) return tl::unexpected(trust.error());
  for (const keytool::Entry& entry : trust->entries())
    if (!entry.chain.empty()) party.anchors.push_back(entry.chain.front().certificate);
  return party;
}

tl::expected<crypto::Party, std::string> engine_party(const host::Files& files, const std::string& key_store,
                                                      const std::string& trust_store, const base::Secret& password) {
  auto party = store_party(files, {key_store, trust_store, password}, std::nullopt);
  if (party && !party->identity) return tl::unexpected(key_store + ": holds no private key that its password opens");
  return party;
}

}  // namespace ringside::network
