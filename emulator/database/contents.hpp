// emulator/database/contents.hpp - all certificates and keys of a lab as they are stored, in any state, for checks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

struct StoredItem {
  std::string kind;      ///< "certificate", "certificate in storage", "token object", "ICSF key"
  std::string database;  ///< the name of its security database
  std::string owner;     ///< as in CertificateRecord; empty for an ICSF key
  std::string label;
  std::string profile, status, key_fingerprint, pkds_label;  ///< empty where the kind has none
  base::Bytes der, subject;                                  ///< empty for an ICSF key
  std::optional<base::Bytes> private_key;
  std::string site{};  ///< the facts of a twin's certificate as text; empty for one of the lab's own
};

class Contents {
 public:
  explicit Contents(Store& store);

  /// The next certificate or key; nullopt after the last.
  std::optional<StoredItem> next();
  /// The key that ICSF holds under this label.
  [[nodiscard]] std::optional<base::Bytes> icsf_key(const std::string& database, const std::string& label) const;
  /// A sentence for each row that names another one that is not there, and for each value that no row can have.
  [[nodiscard]] std::vector<std::string> contradictions() const;

 private:
  Store& store_;
  Query items_;
};

}  // namespace ringside::database
