// twin/commands/class_options.cpp - SETROPTS that leads from the options of classes to those of another system.
#include "twin/commands/class_options.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include "twin/commands/command_text.hpp"
#include "twin/commands/stored_items.hpp"

namespace ringside::twin {
namespace {

using database::ClassOption;

constexpr const char* all_classes = "SETROPTS:";  // the row of options that belong to no class
constexpr const char* site_class_table = "CDT";
constexpr std::size_t classes_of_one_command = 50;

// GENERIC also sets and takes back GENCMD, so that GENCMD comes after it.
constexpr std::array<std::string_view, 7> simple_options{"CLASSACT", "GENERIC", "GENCMD",    "GENLIST",
                                                         "GLOBAL",   "AUDIT",   "STATISTICS"};

/// The classes that have the option in one database and not in the other.
std::vector<std::string> classes_that_differ(const database::ClassOptions& with, const database::ClassOptions& without,
                                             const std::string& option) {
  std::vector<std::string> classes;
  for (const ClassOption& row : with.all())
    if (row.profile_class != all_classes && row.options.contains(option) && !without.has(row.profile_class, option))
      classes.push_back(row.profile_class);
  return classes;
}

void set_on_classes(Transition& transition, const std::string& operand, const std::vector<std::string>& classes) {
  for (const std::string& list : item_lists(classes, classes_of_one_command))
    transition.run(fmt::format("SETROPTS {}({})", operand, list));
}

void set_missing(Transition& transition, const std::string& option) {
  set_on_classes(transition, option,
                 classes_that_differ(transition.wanted().classes, transition.now().classes, option));
}

void take_back(Transition& transition, const std::string& option) {
  set_on_classes(transition, "NO" + option,
                 classes_that_differ(transition.now().classes, transition.wanted().classes, option));
}

void set_add_creator(Transition& transition) {
  const auto present = transition.now().classes.find(all_classes).options;
  for (const std::string& option : transition.wanted().classes.find(all_classes).options) {
    if (present.contains(option)) continue;
    if (option == "ADDCREATOR" || option == "NOADDCREATOR")
      transition.run("SETROPTS " + option);
    else
      transition.remark("SETROPTS " + option + ": no command here sets it");
  }
}

bool is_raclisted_in(const database::ClassOptions& classes, const std::string& name) {
  return classes.has(name, "RACLIST");
}

}  // namespace

void set_class_options(Transition& transition) {
  for (const std::string_view option : simple_options) set_missing(transition, std::string(option));
}

void activate_site_classes(Transition& transition) {
  if (!is_raclisted_in(transition.wanted().classes, site_class_table)) return;
  for (const char* option : {"CLASSACT", "RACLIST"})
    if (transition.wanted().classes.has(site_class_table, option) &&
        !transition.now().classes.has(site_class_table, option))
      transition.run(fmt::format("SETROPTS {}({})", option, site_class_table));
  if (items_in_storage(transition.session().lab, transition.session().system, site_class_table) !=
      items_in_storage(transition.target(), transition.target_system(), site_class_table))
    transition.run(fmt::format("SETROPTS RACLIST({}) REFRESH", site_class_table));
}

void finish_class_options(Transition& transition) {
  for (const std::string_view option : simple_options) take_back(transition, std::string(option));
  for (const std::string_view option : simple_options) set_missing(transition, std::string(option));
  take_back(transition, "RACLIST");
  set_missing(transition, "RACLIST");
  set_add_creator(transition);
}

void refresh_classes(Transition& transition) {
  std::vector<std::string> classes;
  const auto in_storage_there = [&](const std::string& name) {
    return items_in_storage(transition.target(), transition.target_system(), name);
  };
  const auto in_storage_here = [&](const std::string& name) {
    return items_in_storage(transition.session().lab, transition.session().system, name);
  };
  for (const ClassOption& row : transition.wanted().classes.all())
    if (row.options.contains("RACLIST") && is_raclisted_in(transition.now().classes, row.profile_class) &&
        in_storage_here(row.profile_class) != in_storage_there(row.profile_class))
      classes.push_back(row.profile_class);
  for (const std::string& list : item_lists(classes, classes_of_one_command))
    transition.run(fmt::format("SETROPTS RACLIST({}) REFRESH", list));
  for (const std::string& name : classes)
    if (in_storage_here(name) != in_storage_there(name))
      transition.remark(
          fmt::format("class {}: what the other system has in storage is not what its profiles are; it "
                      "has not refreshed the class since they changed",
                      name));
}

}  // namespace ringside::twin
