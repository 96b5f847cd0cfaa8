// emulator/racf/resources/data_set_names.hpp - data set profiles by name: whose they are, what they cover, and the
// fields that only they have.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// The class of data set profiles.
inline constexpr const char* data_set_class = "DATASET";

/// Returns the fully qualified names of an operand; none if `operand` is nullptr.
std::vector<std::string> data_set_operands(Context& context, const parser::Keyword* operand);

/// Returns whether the first qualifier of a data set name is this user ID or group name.
bool is_data_set_of(const std::string& name, const std::string& id);

/// Returns whether the database has a data set profile whose first qualifier is this user ID or group name.
bool has_data_set_profiles(Context& context, const std::string& id);

enum class DataSetProfiles { all, generic_only };

/// Returns the profile that protects a data set; nullopt if none does. Enhanced generic naming is in effect: a * at the
/// end covers no further qualifiers, unlike in names of general resources.
std::optional<database::Resource> covering_data_set_profile(Context& context, const std::string& name,
                                                            DataSetProfiles which = DataSetProfiles::all);

/// Fields of a data set profile beside those of all resources: GROUP (the group of its creator), VOLUME, and YES for
/// ERASE and MODEL. Absent fields are empty.
using DataSetFields = std::map<std::string, std::string>;
DataSetFields data_set_fields(Context& context, const std::string& name);
/// Stores one field; an empty value removes it.
void put_data_set_field(Context& context, const std::string& name, const std::string& field, const std::string& value);

}  // namespace ringside::racf
