// twin/anonymise/anonymiser.hpp - an unload with other names: users, groups, labels, certificates and all words of the
// site are renamed.
//
// A name has the same substitute wherever it stands, so that what belongs together stays together. The substitutes come
// from a secret that is used once and kept nowhere: nobody can compute from a name what it became.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "twin/records/record.hpp"
#include "twin/records/record_line.hpp"

namespace ringside::twin {

class Anonymiser {
 public:
  /// With a new random secret.
  Anonymiser();
  explicit Anonymiser(base::Bytes secret) : secret_(std::move(secret)) {}

  /// Takes note of the user, group or ring that a record defines, since the names of other profiles have them as parts.
  /// Call it with all records before changed().
  void learn(const Record& record);
  /// The record with substitutes; nullopt for a type whose fields are not known. Names that every RACF has stay.
  [[nodiscard]] std::optional<RecordLine> changed(const Record& record) const;

 private:
  [[nodiscard]] std::string substitute(std::string_view kind, std::string_view text, std::size_t length) const;
  [[nodiscard]] std::string id(const std::string& text) const;
  [[nodiscard]] std::string ring(const std::string& profile) const;
  [[nodiscard]] std::string ring_name(const std::string& name) const;
  [[nodiscard]] std::string name(const std::string& listing) const;
  [[nodiscard]] std::string names(const std::string& joined) const;
  [[nodiscard]] std::string certificate(const std::string& profile) const;
  [[nodiscard]] std::string mapping(const std::string& profile) const;
  [[nodiscard]] std::string qualifiers(const std::string& profile) const;
  [[nodiscard]] std::string profile(const std::string& profile_class, const std::string& text) const;
  [[nodiscard]] std::string words(const std::string& text) const;

  base::Bytes secret_;
  std::set<std::string> ids_, rings_;  // names of rings in upper case, as profiles of class RDATALIB have them
};

}  // namespace ringside::twin
