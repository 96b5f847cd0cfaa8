// emulator/hosttools/keytool/store/store_format.hpp - the types of key stores as a table: what tells them apart, how
// they are read and written.
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"
#include "emulator/hosttools/keytool/store/secret_key.hpp"

namespace ringside::keytool {

/// The octets of an existing file, and their format.
struct StoreFile {
  base::Bytes content;
  StoreType type = StoreType::pkcs12;
};

/// How a type stores secret keys.
enum class SecretKeys {
  refused,
  as_sealed_object,  ///< a serialized SealedObject
  as_private_key,    ///< a protected PrivateKeyInfo
};

/// A type of key store. A key ring has no name here (ring/ring_type.hpp has them) and no file.
struct StoreFormat {
  StoreType type;
  std::string_view name;                ///< of -storetype: "JKS"
  std::string_view providers;           ///< that have the type, separated by blanks
  std::string_view opens;               ///< the types whose files open under this name, separated by blanks
  std::string_view not_opened;          ///< the JDK's text for a file of another type
  std::string_view wrong_key_password;  ///< the JDK's text
  std::uint64_t iterations;             ///< for one key, in the stores of the JDK
  SecretKeys secret_keys;
  bool is_proprietary;    ///< the JDK advises against it
  bool has_hash_order;    ///< Java goes through its entries as java.util.Hashtable does
  bool has_one_password;  ///< keys have the password of the store
  base::Bytes (*protect)(base::ByteView pkcs8, const Protection& protection);
  bool (*recognises)(base::ByteView content);  ///< from the first octets, as Java does
  /// Throws Refusal with Java's exceptions. Without a password the integrity is not checked.
  KeyStore (*read)(base::ByteView content, const std::optional<base::Secret>& password, std::int64_t now);
  base::Bytes (*write)(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness);
};

const StoreFormat& format_of(StoreType type);

/// "JKS", "JCEKS", "PKCS12"; empty for a key ring.
std::string type_name(StoreType type);
/// Finds a type by its name, in any case; returns nullopt if it is not one of files.
std::optional<StoreType> type_named(const std::string& name);
/// Returns whether a provider of the JDK has key stores of this type.
bool holds_stores(const std::string& provider, StoreType type);
/// Throws Refusal, with the JDK's text, if a file of type `found` cannot be opened as `asked`.
void refuse_other_format(StoreType asked, StoreType found);

/// Detects the format from the first octets; returns nullopt if Java does not know it.
std::optional<StoreType> probe(base::ByteView content);
/// Reads a store. Entries without a date get `now`, in milliseconds. Throws Refusal.
KeyStore read_store(const StoreFile& file, const std::optional<base::Secret>& password, std::int64_t now);
/// Writes a store in the format of its type. Throws Refusal for a password that the format cannot have.
base::Bytes write_store(const KeyStore& store, const base::Secret& password, const base::Randomness& randomness);

/// Encrypts a PKCS#8 with a password, in the form of the store type.
base::Bytes protect_key(base::ByteView pkcs8, const Protection& protection);
/// Throws Refusal for a wrong key password, with the text of the type's key protection.
[[noreturn]] void refuse_wrong_key_password(StoreType type);
/// Returns the budget for opening all keys of a store: the cost of the JDK's own stores, plus that of one file.
crypto::PbeBudget budget_of_keys(const KeyStore& store);

/// Protects a secret key as the type of store holds it. Throws Refusal if it holds none, or not of this algorithm.
base::Bytes protect_secret_key(const SecretKey& key, const Protection& protection);

}  // namespace ringside::keytool
