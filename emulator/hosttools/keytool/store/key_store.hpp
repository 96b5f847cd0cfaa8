// emulator/hosttools/keytool/store/key_store.hpp - the entries of a key store, whatever file they came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/hosttools/keytool/certificates/x509.hpp"

namespace ringside::keytool {

enum class StoreType { jks, jceks, pkcs12, key_ring };

/// "JKS", "JCEKS", "PKCS12"; empty for a key ring, whose names are in ring/ring_type.hpp.
std::string type_name(StoreType type);
std::optional<StoreType> type_named(const std::string& name);
/// In the words of the store's key protection.
[[noreturn]] void refuse_wrong_key_password(StoreType type);

enum class EntryKind { private_key, trusted_certificate, secret_key };

struct Entry {
  std::string alias;  ///< lower case; of a key ring the label as it is
  EntryKind kind = EntryKind::trusted_certificate;
  std::int64_t created = 0;  ///< milliseconds since 1970
  base::Bytes key;           ///< EncryptedPrivateKeyInfo; a JCEKS secret key is Java's serialized SealedObject
  std::vector<X509> chain;   ///< its own certificate first; a trusted certificate stands alone here
};

/// What keys are protected with when they go in.
struct Protection {
  StoreType type;
  const base::Secret& password;
  const base::Randomness& randomness;
};

class KeyStore {
 public:
  explicit KeyStore(StoreType type) : type_(type) {}

  [[nodiscard]] StoreType type() const { return type_; }
  /// What it is written as from now on; keys stay protected as they are, and can be read all the same.
  void become(StoreType type) { type_ = type; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::vector<Entry>& entries() { return entries_; }
  /// In any case of letters, save in a key ring; nothing if there is no such entry.
  [[nodiscard]] const Entry* find(const std::string& alias) const;
  [[nodiscard]] const Entry* find_certificate(const X509& certificate) const;
  /// Replaces an entry of that alias in its place.
  void put(Entry entry);
  void erase(const std::string& alias);
  /// In the order in which Java goes through them: by hash for JKS and JCEKS, else as they came.
  [[nodiscard]] std::vector<const Entry*> in_java_order() const;
  /// Sorted by alias.
  [[nodiscard]] std::vector<const Entry*> sorted() const;
  [[nodiscard]] bool only_certificates() const;

 private:
  /// An alias as this store's entries have it.
  [[nodiscard]] std::string folded(const std::string& alias) const;

  StoreType type_;
  std::vector<Entry> entries_;
};

/// Lower case as Java's Locale.ENGLISH has it, for ASCII and Latin-1.
std::string java_lower(const std::string& text);

/// PKCS#8 under a password as the type's files hold it.
base::Bytes protect_key(base::ByteView pkcs8, const Protection& protection);
/// The PKCS#8 of a protected key; nothing if the password is wrong. Throws Refusal for what cannot be opened at all.
std::optional<base::Bytes> recover_key(base::ByteView protected_key, const base::Secret& password);
/// Likewise, at the cost of a budget that several keys share.
std::optional<base::Bytes> recover_key(base::ByteView protected_key, const base::Secret& password,
                                       crypto::PbeBudget& budget);
/// What opening all keys of a store may cost: what the JDK's own stores do, and once what any file may.
crypto::PbeBudget budget_of_keys(const KeyStore& store);

}  // namespace ringside::keytool
