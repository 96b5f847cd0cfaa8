// emulator/racf/users/list_group.cpp - LISTGRP, laid out as real systems returned it through IRRSMO00.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/commands.hpp"
#include "emulator/racf/operands.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/user_operands.hpp"

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
                           listing_day(context, group.created)));
  context.line(group.data.empty() ? "    NO INSTALLATION DATA" : "    INSTALLATION DATA=" + group.data);
  context.line("    NO MODEL DATA SET");
  context.line(group.attributes.contains("NOTERMUACC") ? "    NOTERMUACC" : "    TERMUACC");
  list_subgroups(context, context.database().groups.subgroups(group.name));
  list_users(context, context.database().connections.of_group(group.name));
}

/// The owner, SPECIAL, an auditor, or CONNECT or JOIN authority in the group.
bool may_list(Context& context, const database::Group& group) {
  if (administers(context, group)) return true;
  const auto issuer = context.database().users.find(context.user());
  if (issuer && (issuer->attributes.contains("AUDITOR") || issuer->attributes.contains("ROAUDIT"))) return true;
  const auto connection = context.database().connections.find(context.user(), group.name);
  return connection && (connection->authority == "CONNECT" || connection->authority == "JOIN");
}

void list_group(Context& context, const parser::Command& command, const std::string& name) {
  const auto group = context.database().groups.find(name);
  if (!group) {
    warn(context, MessageId::ich51003i, {});
  } else if (!may_list(context, *group)) {
    warn(context, MessageId::ich32002i, {name});
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
  diagnose_others(context, command);
  return {};
}

}  // namespace ringside::racf
