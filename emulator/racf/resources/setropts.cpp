// emulator/racf/resources/setropts.cpp - SETROPTS: the options of classes, and refresh.
#include <array>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/add_creator.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/raclist.hpp"
#include "emulator/racf/resources/setropts_list.hpp"
#include "parser/tables/classes.hpp"

namespace ringside::racf {
namespace {

// Each has a NO form that removes it. With REFRESH, RACLIST, GENERIC and GLOBAL refresh the class instead.
constexpr std::array<std::string_view, 8> class_options{"CLASSACT", "GENERIC", "GENCMD",     "GENLIST",
                                                        "GLOBAL",   "AUDIT",   "STATISTICS", "RACLIST"};

bool is_refreshed(std::string_view option) {
  return option == "RACLIST" || option == "GENERIC" || option == "GLOBAL";
}

/// Returns the classes of an operand; '*' stands for every class of the class descriptor table.
Result<std::vector<std::string>> classes_of(Context& context, const parser::Keyword& operand) {
  std::vector<std::string> names;
  for (const std::string& name : texts(&operand)) {
    if (name == "*") {
      names.insert(names.end(), parser::supplied_classes().begin(), parser::supplied_classes().end());
      for (const std::string& site : site_classes(context)) names.push_back(site);
    } else if (name == "DATASET" || name == "USER" || name == "GROUP" || is_class(context, name)) {
      names.push_back(name);
    } else {
      return refuse(MessageId::ikj56702i, operand.name, name);
    }
  }
  return names;
}

void set_option(Context& context, const std::string& profile_class, const std::string& option, bool on) {
  database::ClassOption record = context.database().classes.find(profile_class);
  if (on) {
    record.options.insert(option);
  } else {
    record.options.erase(option);
  }
  // GENERIC and NOGENERIC also set generic command processing (Command Language Reference, SETROPTS).
  if (option == "GENERIC") on ? void(record.options.insert("GENCMD")) : void(record.options.erase("GENCMD"));
  context.database().classes.put(record);
  if (option != "RACLIST") return;
  if (on) {
    load_in_storage(context, profile_class);
  } else {
    drop_in_storage(context, profile_class);
  }
}

void refresh_raclist(Context& context, const std::string& profile_class) {
  if (!has_option(context, profile_class, "RACLIST")) {
    context.warn(MessageId::ich14070i, {profile_class});
    return;
  }
  database::ClassOption record = context.database().classes.find(profile_class);
  ++record.refreshes;
  context.database().classes.put(record);
  load_in_storage(context, profile_class);
}

void refresh(Context& context, const std::string& profile_class, const std::string& option) {
  if (option == "RACLIST") return refresh_raclist(context, profile_class);
  if (option == "GLOBAL" && !has_option(context, profile_class, "GLOBAL"))
    context.warn(MessageId::ich14016i, {profile_class});
}

Result<void> apply_option(Context& context, const parser::Keyword& operands, const std::string& option) {
  const bool refreshing = operands.has("REFRESH") && is_refreshed(option);
  for (const bool on : {true, false}) {
    const parser::Keyword* operand = operands.find((on ? "" : "NO") + option);
    if (operand == nullptr) continue;
    const auto names = classes_of(context, *operand);
    if (!names) return refusal_of(names);
    for (const std::string& name : *names) {
      if (refreshing && on) {
        refresh(context, name, option);
      } else if (on && !class_allows(context, name, option)) {
        context.warn(MessageId::rsd266i, {name, option});
      } else {
        set_option(context, name, option, on);
      }
    }
  }
  return {};
}

bool is_list_only(const parser::Keyword& operands) {
  return operands.has("LIST") && operands.keywords.size() == 1;
}

/// SPECIAL users may set options. Auditors may list them. Prints the keywords that the issuer may not specify, and
/// returns the others.
parser::Keyword authorized_keywords(Context& context, const parser::Keyword& operands) {
  if (is_special(context)) return operands;
  parser::Keyword kept = operands;
  std::erase_if(kept.keywords,
                [&](const parser::Keyword& each) { return each.name != "LIST" || !is_auditor(context); });
  std::vector<std::string> ignored;
  for (const parser::Keyword& each : operands.keywords)
    if (!kept.has(each.name)) ignored.push_back(each.name);
  if (!ignored.empty()) context.warn(MessageId::ich14002i, {base::join(ignored, ",")});
  return kept;
}

}  // namespace

Result<void> setropts(Context& context, const parser::Command& command) {
  const parser::Keyword operands = authorized_keywords(context, command.operands);
  if (operands.keywords.empty() && !command.operands.keywords.empty()) return {};
  for (const std::string_view option : class_options)
    if (auto applied = apply_option(context, operands, std::string(option)); !applied) return applied;
  apply_add_creator(context, operands);
  if (operands.has("LIST")) list_options(context);
  remark_unused_operands(context, command);
  if (!is_list_only(operands)) context.say(MessageId::ich14063i);
  return {};
}

}  // namespace ringside::racf
