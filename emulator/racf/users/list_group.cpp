// emulator/racf/users/list_group.cpp - LISTGRP, in the layout that real systems return through IRRSMO00.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/listing_day.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/user_attributes.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t subgroups_in_a_line = 6;

void list_subgroups(Context& context, const std::vector<std::string>& subgroups) {
  if (subgroups.empty()) return context.line("    NO SUBGROUPS");
  for (std::size_t at = 0; at < subgroups.size(); at += subgroups_in_a_line) {
    std::string text = at == 0 ? "    SUBGROUP(S)= " : std::string(17, ' ');
    for (std::size_t i = at; i < subgroups.size() && i < at + subgroups_in_a_line; ++i)
      text += base::pad_right(subgroups[i], 9);
    context.line(base::trim_right(text));
  }
}

std::string connect_attributes(const database::Connection& connection) {
  std::string words;
  for (const char* word : {"SPECIAL", "OPERATIONS", "AUDITOR", "GRPACC", "ADSP", "REVOKED"})
    if (connection.attributes.contains(word)) words += (words.empty() ? "" : " ") + std::string(word);
  return words.empty() ? "NONE" : words;
}

void list_users(Context& context, const std::vector<database::Connection>& connections) {
  if (connections.empty()) return context.line("    NO USERS");
  context.line("    USER(S)=      ACCESS=      ACCESS COUNT=      UNIVERSAL ACCESS=");
  for (const database::Connection& connection : connections) {
    context.line(base::trim_right(fmt::format("      {:<8}      {:<8}      000000               {:<8}", connection.user,
                                              connection.authority, connection.uacc)));
    context.line("         CONNECT ATTRIBUTES=" + connect_attributes(connection));
    context.line(fmt::format("         REVOKE DATE={:<20} RESUME DATE={}",
                             revocation_date(connection.attributes, "REVOKE"),
                             revocation_date(connection.attributes, "RESUME")));
  }
}

void list_base(Context& context, const database::Group& group) {
  context.line("INFORMATION FOR GROUP " + group.name);
  context.line(fmt::format("    SUPERIOR GROUP={:<8}     OWNER={:<8}    CREATED={}",
                           group.superior.empty() ? "NONE" : group.superior, group.owner,
                           listing_day(group.created, context.zone())));
  context.line(group.data.empty() ? "    NO INSTALLATION DATA" : "    INSTALLATION DATA=" + group.data);
  context.line("    NO MODEL DATA SET");
  context.line(group.attributes.contains("NOTERMUACC") ? "    NOTERMUACC" : "    TERMUACC");
  list_subgroups(context, context.database().groups.subgroups(group.name));
  list_users(context, context.database().connections.of_group(group.name));
}

/// A group may be listed by its owner, SPECIAL users, auditors, and users with CONNECT or JOIN authority in it.
bool may_list(Context& context, const database::Group& group) {
  return has_connect_authority(context, group) || is_auditor(context);
}

void list_group(Context& context, const parser::Command& command, const std::string& name) {
  const auto group = context.database().groups.find(name);
  if (!group) {
    context.warn(MessageId::ich51003i, {});
  } else if (!may_list(context, *group)) {
    context.warn(MessageId::ich32002i, {name});
  } else {
    if (!command.operands.has("NORACF")) list_base(context, *group);
    list_segments(context, command.operands, "GROUP", name);
  }
}

}  // namespace

Result<void> list_group(Context& context, const parser::Command& command) {
  std::vector<std::string> names = texts(command.operands.find("GROUP"));
  const auto issuer = context.database().users.find(context.user());
  if (names.empty() && issuer) names.push_back(issuer->default_group);
  if (!names.empty() && names.front() == "*") {
    names.clear();
    for (const database::Group& group : context.database().groups.all())
      if (may_list(context, group)) names.push_back(group.name);
  }
  for (const std::string& name : names) list_group(context, command, name);
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
