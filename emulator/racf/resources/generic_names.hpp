// emulator/racf/resources/generic_names.hpp - which resources a generic profile name covers, and which profile protects
// a resource.
//
// Rules for general resources (Security Administrator's Guide, "Generic profiles"): % is one character other than a
// period, * is any characters of one qualifier, ** is any number of qualifiers. A * at the end covers further
// qualifiers too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/database/security_database.hpp"

namespace ringside::racf {

/// Returns whether a generic profile name (%, *, **) covers a resource name.
bool generic_matches(const std::string& pattern, const std::string& name);
/// Returns whether the name has one of the characters %, * and &, which make a profile generic.
bool has_generic_characters(const std::string& name);
/// Returns whether `left` is searched before `right`, for two generic names that cover the same resource.
bool more_specific(const std::string& left, const std::string& right);
/// Returns the profile that protects a resource: the discrete one, else the most specific generic one if
/// `with_generics`; nullopt if none does.
std::optional<database::Resource> covering_profile(const std::vector<database::Resource>& profiles,
                                                   const std::string& resource, bool with_generics);

}  // namespace ringside::racf
