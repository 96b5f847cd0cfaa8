// emulator/hosttools/keytool/store/key_store.hpp - the entries of a key store, independent of its format.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/hosttools/keytool/certificates/x509.hpp"
#include "emulator/hosttools/keytool/store/pkcs12_settings.hpp"

namespace ringside::keytool {

/// The types of key stores; store/store_format.cpp has a row for each.
enum class StoreType { jks, jceks, pkcs12, key_ring };

enum class EntryKind { private_key, trusted_certificate, secret_key };

struct Entry {
  std::string alias;  ///< lower case; in a key ring, the label
  EntryKind kind = EntryKind::trusted_certificate;
  std::int64_t created = 0;  ///< milliseconds since 1970
  base::Bytes key;           ///< EncryptedPrivateKeyInfo; a JCEKS secret key is Java's serialized SealedObject
  std::vector<X509> chain;   ///< the entry's certificate first; one element for a trusted certificate
};

/// How keys are protected when they are stored.
struct Protection {
  StoreType type;
  const base::Secret& password;
  const base::Randomness& randomness;
  const Pkcs12Settings& pkcs12;
};

class KeyStore {
 public:
  explicit KeyStore(StoreType type) : type_(type) {}

  [[nodiscard]] StoreType type() const { return type_; }
  /// Sets the type in which it is written. Keys keep their protection and remain readable.
  void become(StoreType type) { type_ = type; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// Replaces the protected key of an entry.
  void set_key(std::size_t place, base::Bytes key) { entries_[place].key = std::move(key); }
  /// Finds an entry by alias: in any case, except in a key ring; returns nullptr if there is none.
  [[nodiscard]] const Entry* find(const std::string& alias) const;
  /// Finds the first entry, in Java's order, whose own certificate it is; returns nullptr if there is none.
  [[nodiscard]] const Entry* find_certificate(const X509& certificate) const;
  /// Stores an entry; one with the same alias is replaced in its place.
  void put(Entry entry);
  void erase(const std::string& alias);
  /// Returns the entries in Java's order: by hash for JKS and JCEKS, else in the order of storing.
  [[nodiscard]] std::vector<const Entry*> in_java_order() const;
  /// Sorted by alias.
  [[nodiscard]] std::vector<const Entry*> sorted() const;
  [[nodiscard]] bool only_certificates() const;

  Pkcs12Settings pkcs12;               ///< for a PKCS#12 that is written
  std::optional<Pkcs12Habits> habits;  ///< of the PKCS#12 that was read

 private:
  /// Returns an alias in the form that this store uses.
  [[nodiscard]] std::string folded(const std::string& alias) const;

  StoreType type_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> by_alias_;  ///< places in entries_
  // Both are made when they are first needed, and again after a change that they cannot follow.
  mutable std::optional<std::multimap<base::Bytes, std::size_t>> by_certificate_;  ///< DER of the own certificate
  mutable std::optional<std::vector<std::size_t>> hash_order_;                     ///< places, of JKS and JCEKS
};

/// Converts to lower case as Java's Locale.ENGLISH does, for ASCII and Latin-1.
std::string java_lower(const std::string& text);

}  // namespace ringside::keytool
