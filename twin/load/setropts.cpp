// twin/load/setropts.cpp - the options of classes, which an unload does not hold.
#include "twin/load/setropts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/racf/resources/add_creator.hpp"
#include "emulator/racf/resources/raclist.hpp"
#include "emulator/racf/resources/setropts_list.hpp"
#include "twin/load/refused.hpp"

namespace ringside::twin {
namespace {

constexpr std::size_t class_characters = 8;

bool is_class_name(std::string_view word) {
  return !word.empty() && word.size() <= class_characters &&
         word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$#@") == std::string_view::npos;
}

/// The option whose heading a line begins with, and the rest of the line; an empty option if it is another line.
struct OptionLine {
  std::string option, rest;
};

OptionLine option_in(const std::string& line) {
  const std::string text = base::trim(line);
  for (const racf::OptionHeading& each : racf::option_headings()) {
    if (!text.starts_with(each.heading)) continue;
    const std::string rest = base::trim(text.substr(each.heading.size()));
    if (rest.starts_with("=")) return {std::string(each.option), rest.substr(1)};
  }
  return {};
}

/// Whether a line goes on with the classes of the line before: it begins with a blank and has names of classes only.
bool goes_on(const std::string& line) {
  const auto words = base::split(base::trim(line), ' ');
  return line.starts_with(' ') && std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return word.empty() || is_class_name(word);
         });
}

/// What a line says of ADDCREATOR; nullopt if it is another line.
std::optional<bool> creator_in(const std::string& line) {
  const std::string text = base::trim(line);
  if (text == "ADDCREATOR IS IN EFFECT") return true;
  return text == "ADDCREATOR IS NOT IN EFFECT" ? std::optional(false) : std::nullopt;
}

}  // namespace

std::vector<database::ClassOption> read_setropts(std::string_view listing) {
  std::map<std::string, database::ClassOption> found;
  std::optional<bool> adds;
  std::string option;
  for (std::string line : base::split(std::string(listing), '\n')) {
    line = base::trim_right(line);
    if (const auto creator = creator_in(line)) adds = creator;
    OptionLine heading = option_in(line);
    if (!heading.option.empty())
      option = heading.option;
    else if (!goes_on(line))
      option.clear();
    if (option.empty()) continue;
    for (const std::string& word : base::split(heading.option.empty() ? line : heading.rest, ' ')) {
      if (!is_class_name(word) || word == "NONE" || racf::is_always_active(word)) continue;
      found[word].profile_class = word;
      found[word].options.insert(option);
    }
  }
  if (found.empty())
    throw Refused("the listing of SETROPTS LIST names no class: a line such as ACTIVE CLASSES = is missing");
  std::vector<database::ClassOption> options;
  if (adds) options.push_back(racf::creator_option(*adds));
  for (auto& [name, one] : found) options.push_back(std::move(one));
  return options;
}

std::vector<database::ClassOption> assumed_options() {
  std::vector<database::ClassOption> options;
  for (const racf::PreparedClass& row : racf::prepared_classes()) options.push_back(racf::options_of(row));
  return options;
}

void set_options(Loading& loading, const std::vector<database::ClassOption>& options) {
  for (const database::ClassOption& option : options) loading.database.classes.put(option);
  racf::Session session(loading.lab, loading.system, "");
  racf::Context context(session);
  for (const database::ClassOption& option : options)
    if (option.options.contains("RACLIST")) racf::load_in_storage(context, option.profile_class);
}

}  // namespace ringside::twin
