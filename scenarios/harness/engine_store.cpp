// scenarios/harness/engine_store.cpp - the key stores of an engine.
#include "scenarios/harness/engine_store.hpp"

#include "emulator/crypto/pkcs12.hpp"

namespace ringside::harness {
namespace {

struct Store {
  std::optional<crypto::Identity> identity;
  std::vector<crypto::Certificate> certificates;
};

tl::expected<Store, std::string> read_store(const host::Files& files, const std::string& path,
                                            const base::Secret& password) {
  const auto bytes = files.read(host::resolve("/", path));
  if (!bytes) return tl::unexpected(path + ": " + host::file_error_text(bytes.error()));
  const auto contents = crypto::read_pkcs12(*bytes, password);
  if (!contents) return tl::unexpected(path + ": " + contents.error().detail);
  Store store;
  store.certificates = contents->certificates;
  if (contents->key && !contents->certificates.empty())
    store.identity = crypto::Identity{contents->certificates.front(), *contents->key, contents->certificates};
  return store;
}

}  // namespace

tl::expected<crypto::Party, std::string> engine_party(const host::Files& files, const std::string& key_store,
                                                      const std::string& trust_store, const base::Secret& password) {
  auto keys = read_store(files, key_store, password);
  if (!keys) return tl::unexpected(keys.error());
  if (!keys->identity) return tl::unexpected(key_store + ": holds no private key");
  auto trust = read_store(files, trust_store, password);
  if (!trust) return tl::unexpected(trust.error());
  return crypto::Party{std::move(keys->identity), std::move(trust->certificates)};
}

}  // namespace ringside::harness
