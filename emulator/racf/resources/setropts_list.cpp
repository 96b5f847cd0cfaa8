// emulator/racf/resources/setropts_list.cpp - SETROPTS LIST: the options of classes and ADDCREATOR, which are stored,
// and the other options of the system, which are the same in every lab. The texts are those of captured listings.
#include "emulator/racf/resources/setropts_list.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/resources/add_creator.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t columns = 79;

struct Row {
  std::string_view heading;
  std::string_view option;
  std::string_view always;    ///< classes that have the option on every system
  bool for_auditors = false;  ///< shown to auditors only
};

constexpr std::string_view always_active = "DATASET USER GROUP";

// Some of the captured headings end with two blanks.
constexpr std::array rows{
    Row{"STATISTICS = ", "STATISTICS", ""},
    Row{"AUDIT CLASSES = ", "AUDIT", "", true},
    Row{"ACTIVE CLASSES = ", "CLASSACT", always_active},
    Row{"GENERIC PROFILE CLASSES =  ", "GENERIC", ""},
    Row{"GENERIC COMMAND CLASSES =  ", "GENCMD", ""},
    Row{"GENLIST CLASSES =  ", "GENLIST", ""},
    Row{"GLOBAL CHECKING CLASSES =  ", "GLOBAL", ""},
    Row{"SETR RACLIST CLASSES =  ", "RACLIST", ""},
    Row{"GLOBAL=YES RACLIST ONLY =  ", "GLOBAL=YES", ""},
};

constexpr std::string_view attributes = "ATTRIBUTES = INITSTATS NOWHEN(PROGRAM) TERMINAL(READ)";

constexpr std::string_view add_creator_line = "ADDCREATOR IS IN EFFECT";

// The same in every lab but for ADDCREATOR, since SETROPTS does not change them. Lines whose text no source shows are
// left out: modelling of user and group data sets, security levels.
constexpr std::array<std::string_view, 43> system_options{
    "AUTOMATIC DATASET PROTECTION IS NOT IN EFFECT",
    "ENHANCED GENERIC NAMING IS IN EFFECT",
    "REAL DATA SET NAMES OPTION IS INACTIVE",
    "JES-BATCHALLRACF OPTION IS INACTIVE",
    "JES-XBMALLRACF OPTION IS INACTIVE",
    "JES-EARLYVERIFY OPTION IS INACTIVE",
    "PROTECT-ALL OPTION IS NOT IN EFFECT",
    "TAPE DATA SET PROTECTION IS INACTIVE",
    "SECURITY RETENTION PERIOD IN EFFECT IS     0 DAYS.",
    "ERASE-ON-SCRATCH IS INACTIVE",
    "SINGLE LEVEL NAMES NOT ALLOWED",
    "LIST OF GROUPS ACCESS CHECKING IS ACTIVE.",
    "INACTIVE USERIDS ARE NOT BEING AUTOMATICALLY REVOKED.",
    "DATA SET MODELLING NOT BEING DONE FOR GDGS.",
    "PASSWORD PROCESSING OPTIONS:",
    "PASSWORD CHANGE INTERVAL IS  30 DAYS.",
    "PASSWORD MINIMUM CHANGE INTERVAL IS   0 DAYS.",
    "MIXED CASE PASSWORD SUPPORT IS NOT IN EFFECT",
    "SPECIAL CHARACTERS ARE NOT ALLOWED.",
    "NO PASSWORD HISTORY BEING MAINTAINED.",
    "USERIDS NOT BEING AUTOMATICALLY REVOKED.",
    "NO INSTALLATION PASSWORD SYNTAX RULES ARE PRESENT.",
    "DEFAULT RVARY PASSWORD IS IN EFFECT FOR THE SWITCH FUNCTION.",
    "DEFAULT RVARY PASSWORD IS IN EFFECT FOR THE STATUS FUNCTION.",
    "SECLABEL CONTROL IS NOT IN EFFECT",
    "GENERIC OWNER ONLY IS NOT IN EFFECT",
    "COMPATIBILITY MODE IS NOT IN EFFECT",
    "MULTI-LEVEL QUIET IS NOT IN EFFECT",
    "MULTI-LEVEL STABLE IS NOT IN EFFECT",
    "NO WRITE-DOWN IS NOT IN EFFECT",
    "MULTI-LEVEL ACTIVE IS NOT IN EFFECT",
    "CATALOGUED DATA SETS ONLY, IS NOT IN EFFECT",
    "USER-ID FOR JES NJEUSERID IS : ????????",
    "USER-ID FOR JES UNDEFINEDUSER IS : ++++++++",
    "PARTNER LU-VERIFICATION SESSIONKEY INTERVAL MAXIMUM/DEFAULT IS    30 DAYS.",
    add_creator_line,
    "KERBLVL =     0",
    "MULTI-LEVEL FILE SYSTEM IS NOT IN EFFECT",
    "MULTI-LEVEL INTERPROCESS COMMUNICATIONS IS NOT IN EFFECT",
    "MULTI-LEVEL NAME HIDING IS NOT IN EFFECT",
    "SECURITY LABEL BY SYSTEM IS NOT IN EFFECT",
    "PRIMARY LANGUAGE DEFAULT : ENU",
    "SECONDARY LANGUAGE DEFAULT : ENU",
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

std::vector<OptionHeading> option_headings() {
  std::vector<OptionHeading> headings;
  for (const Row& row : rows) headings.push_back({row.heading.substr(0, row.heading.find(" =")), row.option});
  return headings;
}

bool is_always_active(std::string_view profile_class) {
  const auto names = base::split(always_active, ' ');
  return std::find(names.begin(), names.end(), profile_class) != names.end();
}

void list_options(Context& context) {
  const auto all = context.database().classes.all();
  context.line(std::string(attributes));
  for (const Row& row : rows)
    if (!row.for_auditors || is_auditor(context)) list_row(context, row, classes_with(all, row));
  for (const std::string_view line : system_options) {
    const bool not_in_effect = line == add_creator_line && !adds_creator(context);
    context.line(not_in_effect ? "ADDCREATOR IS NOT IN EFFECT" : std::string(line));
  }
  context.diagnose(
      "SETROPTS LIST: the options of classes and ADDCREATOR are kept; the others are what every lab has, and SETROPTS "
      "does "
      "not change them (system-wide options are not emulated)");
}

}  // namespace ringside::racf
