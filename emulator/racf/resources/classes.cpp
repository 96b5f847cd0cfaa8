// emulator/racf/resources/classes.cpp - the classes that commands on general resources accept, and their options.
#include "emulator/racf/resources/classes.hpp"

#include <algorithm>
#include <array>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/resources/raclist.hpp"
#include "parser/tables/classes.hpp"

namespace ringside::racf {
namespace {

// Profiles of these are not general resources.
constexpr std::array<std::string_view, 3> basic_classes{"USER", "GROUP", "DATASET"};
// RACDCERT and RACMAP manage the profiles of these; RDEFINE, RALTER, RDELETE and PERMIT do not work on them (Command
// Language Reference, RDEFINE).
constexpr std::array<std::string_view, 4> kept_elsewhere{"DIGTCERT", "DIGTRING", "DIGTNMAP", "IDIDMAP"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& classes, const std::string& name) {
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

}  // namespace

std::vector<std::string> site_classes(Context& context) {
  std::vector<std::string> names;
  if (!is_raclisted(context, "CDT")) return names;
  for (const database::Resource& profile : context.database().resources.all(in_storage_class("CDT")))
    if (context.database().segments.all("CDT", profile.name).contains("CDTINFO")) names.push_back(profile.name);
  return names;
}

bool is_class(Context& context, const std::string& name) {
  if (parser::is_supplied_class(name)) return true;
  const std::vector<std::string> names = site_classes(context);
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool class_allows(Context& context, const std::string& profile_class, const std::string& option) {
  if (parser::is_supplied_class(profile_class)) return true;
  if (option != "RACLIST" && option != "GENLIST" && option != "GENERIC") return true;
  auto segments = context.database().segments.all("CDT", profile_class);
  const auto info = segments.find("CDTINFO");
  if (info == segments.end()) return true;
  const std::string& word = info->second[option];
  return word.empty() ? option == "GENERIC" : word != "DISALLOWED";
}

Result<void> check_class(Context& context, const std::string& name, const std::string& prompt,
                         const std::string& command) {
  if (is_one_of(kept_elsewhere, name)) return refuse(MessageId::rsd254i, name, command);
  return check_listed_class(context, name, prompt, command);
}

Result<void> check_listed_class(Context& context, const std::string& name, const std::string& prompt,
                                const std::string& command) {
  if (is_one_of(basic_classes, name)) return refuse(MessageId::rsd254i, name, command);
  if (!is_class(context, name)) return refuse(MessageId::ikj56702i, prompt, name);
  return {};
}

bool has_option(Context& context, const std::string& profile_class, const std::string& option) {
  return context.database().classes.has(profile_class, option);
}

bool takes_generics(Context& context, const std::string& profile_class) {
  return has_option(context, profile_class, "GENERIC") || has_option(context, profile_class, "GENCMD");
}

}  // namespace ringside::racf
