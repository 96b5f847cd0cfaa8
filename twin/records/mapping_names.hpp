// twin/records/mapping_names.hpp - the names of mappings in records 0508 and 0509, for both directions.
//
// No source shows how RACF joins them (low), so a load of a site's own records must be prepared for other forms.
#pragma once

#include <string>
#include <string_view>

namespace ringside::twin {

/// The names from which a certificate name filter was made, as listed.
struct FilterNames {
  std::string issuer, subject;
  friend bool operator==(const FilterNames&, const FilterNames&) = default;
};

/// The column GRFLTR_CREATE_NAME: issuer and subject with a cent sign between them, also if one is empty. The field has
/// room for 255 characters of each.
std::string joined_names(const FilterNames& names);
/// The same back. A text without a cent sign is the subject.
FilterNames split_names(std::string_view joined);

/// The user name and registry of a distributed identity filter.
struct IdentityNames {
  std::string name, registry;
  friend bool operator==(const IdentityNames&, const IdentityNames&) = default;
};

/// The name of the profile of class IDIDMAP: user name and registry with a cent sign between them and for each blank.
/// The registry stands in record 0509 as well.
std::string identity_profile(const IdentityNames& names);
/// The user name in the name of a profile: all before the registry, which ends it. A name that ends otherwise is all of
/// it the user name.
std::string identity_name(std::string_view profile, std::string_view registry);

}  // namespace ringside::twin
