// app/prompt/known_names.cpp - the names of a lab that complete the operands of TSO commands.
#include "app/prompt/known_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/output/terminal_text.hpp"
#include "base/text.hpp"
#include "emulator/tso/execute.hpp"
#include "emulator/tso/help.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tables/classes.hpp"

namespace ringside::app {
namespace {

using parser::ValueKind;
using Names = std::vector<std::string>;

// Operands whose value is the name of something that does not exist yet.
constexpr auto new_names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ADDUSER", "USERID"},
    {"ADDGROUP", "GROUP"},
    {"ADDSD", "PROFILE"},
    {"RDEFINE", "PROFILE"},
    {"RACDCERT", "ADDRING"},
    {"RACDCERT", "ADDTOKEN"},
    {"RACDCERT", "NEWLABEL"},
    {"RACDCERT", "WITHLABEL"},
});

constexpr std::array<std::string_view, 3> group_operands{"GROUP", "DFLTGRP", "SUPGROUP"};
constexpr std::array<std::string_view, 3> user_operands{"ID", "OWNER", "NOTIFY"};  // whose kind is not user_id
constexpr std::array<std::string_view, 2> user_or_group_operands{"ID", "OWNER"};   // of other commands than RACDCERT
constexpr std::array<std::string_view, 4> token_operands{"TOKEN", "LISTTOKEN", "DELTOKEN", "ADDTOKEN"};

/// The names in `records`.
template <typename Records>
Names names_of(const Records& records) {
  Names names;
  for (const auto& each : records) names.push_back(each.name);
  return names;
}

void append(Names& names, Names more) {
  names.insert(names.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// As the database names an owner.
std::string stored_owner(const std::string& operand) {
  if (operand == "CERTAUTH") return database::certauth_owner;
  return operand == "SITE" ? database::site_owner : operand;
}

Names labels(database::SecurityDatabase& database, const std::string& owner) {
  Names owners{stored_owner(owner)};
  if (owner.empty()) {
    owners = names_of(database.users.all());
    append(owners, {database::certauth_owner, database::site_owner});
  }
  Names labels;
  for (const std::string& each : owners)
    for (const auto& certificate : database.certificates.by_owner(each)) labels.push_back(certificate.label);
  return labels;
}

Names classes(racf::Session& session) {
  Names names = tso::site_classes(session);
  for (const std::string_view name : parser::supplied_classes()) names.emplace_back(name);
  return names;
}

/// The first words of HELP's pages, or the second ones.
Names help_topics(bool functions) {
  Names topics;
  for (const std::string_view page : tso::help_pages()) {
    const std::size_t blank = page.find(' ');
    if (functions == (blank != std::string_view::npos)) topics.emplace_back(functions ? page.substr(blank + 1) : page);
  }
  return topics;
}

Names by_name(racf::Session& session, const OpenOperand& operand) {
  database::SecurityDatabase& database = session.database;
  const bool racdcert = operand.command == "RACDCERT";
  if (operand.command == "HELP") return help_topics(operand.name == "SUBCOMMAND");
  if (operand.name == "LABEL") return labels(database, operand.owner);
  if (racdcert && parser::is_among(token_operands, operand.name)) return database.tokens.names();
  Names names;
  if (parser::is_among(group_operands, operand.name)) return names_of(database.groups.all());
  if (parser::is_among(user_operands, operand.name)) names = names_of(database.users.all());
  if (!racdcert && parser::is_among(user_or_group_operands, operand.name))
    append(names, names_of(database.groups.all()));
  return names;
}

Names by_kind(racf::Session& session, const OpenOperand& operand) {
  database::SecurityDatabase& database = session.database;
  switch (operand.kind) {
    case ValueKind::asis:
      return names_of(database.rings.by_owner(stored_owner(operand.owner)));
    case ValueKind::user_id:
      return names_of(database.users.all());
    case ValueKind::class_name:
      return classes(session);
    case ValueKind::data_set:
      return session.data_sets.names();
    case ValueKind::data_set_profile:
      return operand.command == "LISTCAT" ? session.data_sets.names() : names_of(database.resources.all("DATASET"));
    case ValueKind::entity:
      return names_of(database.resources.all(operand.class_name));
    default:
      return {};
  }
}

}  // namespace

std::vector<std::string> known_names(racf::Session& session, const OpenOperand& operand) {
  if (std::find(new_names.begin(), new_names.end(), std::pair{operand.command, operand.name}) != new_names.end())
    return {};
  Names names = by_name(session, operand);
  if (names.empty()) names = by_kind(session, operand);
  // libedit writes candidates to the terminal itself.
  std::erase_if(names, [](const std::string& name) { return terminal_text(name) != name; });
  return names;
}

}  // namespace ringside::app
