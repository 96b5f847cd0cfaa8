// emulator/racf/resources/setropts_list.cpp - SETROPTS LIST: the options that are kept, in the words of the real
// listing.
#include "emulator/racf/resources/setropts_list.hpp"

#include <array>
#include <string>
#include <string_view>

#include "emulator/base/text.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t columns = 79;

struct Row {
  std::string_view heading;
  std::string_view option;
  std::string_view always;  ///< classes that have the option on every system
};

constexpr std::array rows{
    Row{"STATISTICS = ", "STATISTICS", ""},
    Row{"AUDIT CLASSES = ", "AUDIT", ""},
    Row{"ACTIVE CLASSES = ", "CLASSACT", "DATASET USER GROUP"},
    Row{"GENERIC PROFILE CLASSES = ", "GENERIC", ""},
    Row{"GENERIC COMMAND CLASSES = ", "GENCMD", ""},
    Row{"GENLIST CLASSES = ", "GENLIST", ""},
    Row{"GLOBAL CHECKING CLASSES = ", "GLOBAL", ""},
    Row{"SETR RACLIST CLASSES = ", "RACLIST", ""},
};

std::vector<std::string> classes_with(const std::vector<database::ClassOption>& all, const Row& row) {
  std::vector<std::string> names;
  if (!row.always.empty()) names = base::split(row.always, ' ');
  for (const database::ClassOption& option : all)
    if (option.options.contains(std::string(row.option))) names.push_back(option.profile_class);
  if (names.empty()) names.emplace_back("NONE");
  return names;
}

void list_row(Context& context, const Row& row, const std::vector<std::string>& names) {
  std::string text(row.heading);
  for (const std::string& name : names) {
    if (text.size() + name.size() > columns) {
      context.line(base::trim_right(text));
      text.assign(row.heading.size(), ' ');
    }
    text += name + " ";
  }
  context.line(base::trim_right(text));
}

}  // namespace

void list_options(Context& context) {
  const auto all = context.database().classes.all();
  for (const Row& row : rows) list_row(context, row, classes_with(all, row));
  context.diagnose("SETROPTS LIST shows the options of classes only; system-wide options are not emulated");
}

}  // namespace ringside::racf
