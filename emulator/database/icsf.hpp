// emulator/database/icsf.hpp - the data sets of ICSF: keys in the PKDS, and PKCS#11 tokens in the TKDS.
//
// One emulated ICSF serves each security database: systems that share the database share its key data sets as well.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

struct IcsfKey {
  base::Bytes private_key;        ///< PKCS#8 DER
  bool modulus_exponent = false;  ///< RSA in modulus-exponent form, which LIST shows
};

class IcsfKeys {
 public:
  IcsfKeys(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] std::optional<IcsfKey> find(const std::string& label) const;
  void put(const std::string& label, const IcsfKey& key);
  void remove(const std::string& label);

 private:
  Store& store_;
  std::int64_t database_;
};

/// A certificate in a token, with its private key if it was bound with one.
struct TokenObject {
  std::int64_t sequence = 0;  ///< assigned by add(), from 1
  std::string label;
  std::string owner;  ///< as in CertificateRecord
  std::string usage;  ///< PERSONAL, CERTAUTH, SITE
  bool is_default = false;
  base::Bytes der;
  std::optional<base::Bytes> private_key;
};

class Tokens {
 public:
  Tokens(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] bool exists(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> names() const;
  void add(const std::string& name);
  void remove(const std::string& name);                                           ///< and its objects
  [[nodiscard]] std::vector<TokenObject> objects(const std::string& name) const;  ///< by sequence number
  /// Adds an object and sets its sequence number. If it is the default, the former default no longer is.
  void add_object(const std::string& name, TokenObject& object);
  void remove_object(const std::string& name, std::int64_t sequence);

 private:
  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database
