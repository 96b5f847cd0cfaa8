// emulator/racf/resources/data_set_names.cpp - data set profiles by name: whose they are, what they cover, and the
// fields that only they have.
#include "emulator/racf/resources/data_set_names.hpp"

#include <algorithm>

#include "emulator/host/data_sets.hpp"
#include "emulator/racf/resources/generic_names.hpp"

namespace ringside::racf {
namespace {

constexpr const char* base_segment = "BASE";

bool covers_data_set(const std::string& pattern, const std::string& name) {
  if (!generic_matches(pattern, name)) return false;
  if (!pattern.ends_with("*") || pattern.find("**") != std::string::npos) return true;
  return std::count(pattern.begin(), pattern.end(), '.') == std::count(name.begin(), name.end(), '.');
}

}  // namespace

std::vector<std::string> data_set_operands(Context& context, const parser::Keyword* operand) {
  std::vector<std::string> names;
  if (operand == nullptr) return names;
  for (const parser::Value& value : operand->values)
    names.push_back(host::qualify(value.text, value.quoted, context.prefix()));
  return names;
}

bool is_data_set_of(const std::string& name, const std::string& id) {
  return name.starts_with(id + ".");
}

bool has_data_set_profiles(Context& context, const std::string& id) {
  const auto profiles = context.database().resources.all(data_set_class);
  return std::any_of(profiles.begin(), profiles.end(),
                     [&](const database::Resource& profile) { return is_data_set_of(profile.name, id); });
}

std::optional<database::Resource> covering_data_set_profile(Context& context, const std::string& name,
                                                            DataSetProfiles which) {
  auto profiles = context.database().resources.all(data_set_class);
  std::erase_if(profiles, [&](const database::Resource& profile) {
    return profile.generic ? !covers_data_set(profile.name, name)
                           : which == DataSetProfiles::generic_only || profile.name != name;
  });
  return covering_profile(profiles, name, true);
}

DataSetFields data_set_fields(Context& context, const std::string& name) {
  return context.database().segments.all(data_set_class, name)[base_segment];
}

void put_data_set_field(Context& context, const std::string& name, const std::string& field, const std::string& value) {
  if (value.empty()) {
    context.database().segments.remove_field(data_set_class, name, base_segment, field);
  } else {
    context.database().segments.put(data_set_class, name, base_segment, field, value);
  }
}

}  // namespace ringside::racf
