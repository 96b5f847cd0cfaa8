// emulator/racf/resources/rlist.cpp - RLIST, in the layout that real systems return through IRRSMO00.
#include <fmt/format.h>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/certificate_profiles.hpp"
#include "emulator/racf/resources/classes.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/segments.hpp"
#include "parser/tables/classes.hpp"

namespace ringside::racf {
namespace {

void list_part(Context& context, const std::string& heading, const std::string& text) {
  context.line(" ");
  context.line(heading);
  context.line(std::string(heading.size(), '-'));
  context.line(text);
}

void list_members(Context& context, const database::Resource& resource) {
  const auto members = context.database().resources.members(resource.profile_class, resource.name);
  if (members.empty()) return;
  context.line("RESOURCES IN GROUP");
  context.line("--------- -- -----");
  for (const std::string& member : members) context.line(member);
  context.line(" ");
}

/// Shown for a class that has a grouping class, even if no profile of that class names the resource.
void list_grouping_class(Context& context, const database::Resource& resource) {
  const std::string_view grouping = parser::grouping_class(resource.profile_class);
  if (grouping.empty()) return;
  context.line("GROUP CLASS NAME");
  context.line("----- ----- ----");
  context.line(std::string(grouping));
  context.line(" ");
}

void list_access(Context& context, const database::Resource& resource) {
  context.line(" ");
  context.line("USER      ACCESS   ACCESS COUNT");
  context.line("----      ------   ------ -----");
  const auto list = context.database().resources.access_list(resource.profile_class, resource.name);
  if (list.empty()) context.line("NO USERS IN ACCESS LIST");
  for (const database::Access& entry : list)
    context.line(fmt::format("{:<8}  {:<7}     000000", entry.id, entry.access));
}

void list_base(Context& context, const parser::Keyword& operands, const database::Resource& resource) {
  context.line("CLASS      NAME");
  context.line("-----      ----");
  context.line(fmt::format("{:<8}   {}{}", resource.profile_class, resource.name, resource.generic ? " (G)" : ""));
  context.line(" ");
  list_members(context, resource);
  list_grouping_class(context, resource);
  const std::string own = operands.has("NOYOURACC") ? "" : to_string(access_by(context, context.user(), resource));
  context.line("LEVEL  OWNER      UNIVERSAL ACCESS  YOUR ACCESS  WARNING");
  context.line("-----  --------   ----------------  -----------  -------");
  context.line(fmt::format(" {:02}    {:<8}     {:>7}            {:>7}    {}", resource.level, resource.owner,
                           resource.uacc, own, resource.warning ? "YES" : "NO"));
  list_part(context, "INSTALLATION DATA", resource.data.empty() ? "NONE" : resource.data);
  list_part(context, "APPLICATION DATA", resource.application_data.empty() ? "NONE" : resource.application_data);
  list_part(context, "AUDITING", resource.audit);
  list_part(context, "NOTIFY", resource.notify.empty() ? "NO USER TO BE NOTIFIED" : resource.notify);
  if (operands.has("AUTHUSER") || operands.has("ALL")) list_access(context, resource);
}

/// Returns the profile of this name, else the generic profile that covers it unless NOGENERIC is given.
std::optional<database::Resource> listed_profile(Context& context, const parser::Keyword& operands,
                                                 const std::string& profile_class, const std::string& name) {
  const std::vector<database::Resource> profiles = profiles_of(context, profile_class);
  for (const database::Resource& profile : profiles)
    if (profile.name == name) return profile;
  if (operands.has("NOGENERIC")) return std::nullopt;
  return covering_profile(profiles, name, true);
}

bool may_list(Context& context, const database::Resource& resource) {
  return administers(context, resource.owner) || is_auditor(context) ||
         access_by(context, context.user(), resource) >= AccessLevel::read;
}

/// Prints the three blank lines between two profiles.
void separate(Context& context, bool& first) {
  for (int line = 0; !first && line < 3; ++line) context.line(" ");
  first = false;
}

void list_profile(Context& context, const parser::Keyword& operands, const database::Resource& resource, bool& first) {
  separate(context, first);
  if (!operands.has("NORACF")) list_base(context, operands, resource);
  list_segments(context, operands, resource.profile_class, resource.name);
}

void list_one(Context& context, const parser::Keyword& operands, const std::string& profile_class,
              const std::string& name, bool& first) {
  const auto resource = listed_profile(context, operands, profile_class, name);
  if (!resource) {
    context.warn(MessageId::ich13003i, {name});
  } else if (!may_list(context, *resource)) {
    context.warn(MessageId::ich13002i, {name});
  } else {
    list_profile(context, operands, *resource, first);
  }
}

void list_class(Context& context, const parser::Keyword& operands, const std::string& profile_class, bool& first) {
  bool any = false;
  for (const database::Resource& resource : profiles_of(context, profile_class)) {
    if (!may_list(context, resource)) continue;
    list_profile(context, operands, resource, first);
    any = true;
  }
  if (!any) context.warn(MessageId::ich13004i, {});
}

}  // namespace

Result<void> rlist(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  const std::string profile_class = operands.value_of("CLASS");
  if (auto usable = check_listed_class(context, profile_class, "CLASS NAME", command.name); !usable) return usable;
  bool first = true;
  for (const std::string& name : texts(operands.find("PROFILE"))) {
    if (name == "*") {
      list_class(context, operands, profile_class, first);
    } else {
      list_one(context, operands, profile_class, name, first);
    }
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
