// twin/commands/users.cpp - ADDUSER, ALTUSER and DELUSER that lead from the users of a system to those of another.
#include "twin/commands/users.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "twin/commands/attributes.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/segment_text.hpp"
#include "twin/commands/unix_numbers.hpp"

namespace ringside::twin {
namespace {

using database::User;

/// The owners of certificates and filters that are no users, which every database has.
bool is_no_user(const std::string& name) {
  return name.starts_with("irr");
}

void add_user_segments(Transition& transition, std::string_view command, const User& user,
                       std::vector<std::string>& words) {
  const auto wanted = transition.wanted().segments.all("USER", user.name);
  const auto present = transition.now().segments.all("USER", user.name);
  const SegmentText text = segment_text(command, present, wanted, shared_number(transition, "USER", wanted));
  words.insert(words.end(), text.operands.begin(), text.operands.end());
  for (const std::string& field : text.left_out)
    transition.remark(fmt::format("user {}: no operand of {} sets {}", user.name, command, field));
}

/// The attributes that ADDUSER has operands for.
void add_given_attributes(const User& user, std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 8> given{"ADSP",       "AUDITOR",    "GRPACC",  "OIDCARD",
                                                  "OPERATIONS", "RESTRICTED", "ROAUDIT", "SPECIAL"};
  for (const std::string& word : user.attributes)
    if (std::find(given.begin(), given.end(), word) != given.end() || word.starts_with("CLAUTH("))
      words.push_back(word);
}

void add_user(Transition& transition, const User& user) {
  std::vector<std::string> words = {"ADDUSER " + user.name, operand("DFLTGRP", user.default_group)};
  if (transition.is_defined(user.owner)) words.push_back(operand("OWNER", user.owner));
  if (user.full_name != User{}.full_name && !user.full_name.empty())
    words.push_back(text_operand("NAME", user.full_name));
  if (!user.data.empty()) words.push_back(text_operand("DATA", user.data));
  if (const auto connection = transition.wanted().connections.find(user.name, user.default_group)) {
    if (connection->authority != "USE") words.push_back(operand("AUTHORITY", connection->authority));
    if (connection->uacc != "NONE") words.push_back(operand("UACC", connection->uacc));
  }
  add_given_attributes(user, words);
  add_user_segments(transition, "ADDUSER", user, words);
  transition.run(base::join(words, " "));
}

void add_base_fields(Transition& transition, const User& present, const User& user, std::vector<std::string>& words) {
  if (present.full_name != user.full_name) words.push_back(text_operand("NAME", user.full_name));
  if (present.default_group != user.default_group) words.push_back(operand("DFLTGRP", user.default_group));
  if (present.owner != user.owner && transition.is_defined(user.owner)) words.push_back(operand("OWNER", user.owner));
  if (present.data != user.data) words.push_back(user.data.empty() ? "NODATA" : text_operand("DATA", user.data));
}

void set_passwords(Transition& transition, const User& present, const User& user) {
  const std::vector<std::string> operands = password_operands(present.attributes, user.attributes);
  const bool gives = std::any_of(operands.begin(), operands.end(),
                                 [](const std::string& operand) { return operand.starts_with('P'); });
  if (!operands.empty() && transition.run("ALTUSER " + user.name + " " + base::join(operands, " ")) && gives)
    transition.remark(fmt::format("user {}: its password or phrase is not known here; give it a value", user.name));
  if (const std::string interval = interval_operand(present.attributes, user.attributes); !interval.empty())
    transition.run(fmt::format("PASSWORD USER({}) {}", user.name, interval));
}

void alter_user(Transition& transition, const User& present, const User& user) {
  std::vector<std::string> words = {"ALTUSER " + user.name};
  add_base_fields(transition, present, user, words);
  const AttributeText attributes = attribute_text(AttributeHolder::user, present.attributes, user.attributes);
  words.insert(words.end(), attributes.operands.begin(), attributes.operands.end());
  add_user_segments(transition, "ALTUSER", user, words);
  if (words.size() > 1) transition.run(base::join(words, " "));
  for (const std::string& date : attributes.dates) transition.run("ALTUSER " + user.name + " " + date);
  set_passwords(transition, present, user);
  for (const std::string& word : attributes.left_out)
    transition.remark(fmt::format("user {}: no command gives {}", user.name, word));
}

}  // namespace

void add_users(Transition& transition) {
  for (const User& user : transition.wanted().users.all())
    if (!is_no_user(user.name) && !transition.now().users.find(user.name)) add_user(transition, user);
}

void alter_users(Transition& transition) {
  for (const User& user : transition.wanted().users.all()) {
    if (is_no_user(user.name) || user.name == transition.issuer()) continue;
    const auto present = transition.now().users.find(user.name);
    if (present) alter_user(transition, *present, user);
  }
}

void alter_issuer(Transition& transition) {
  const auto present = transition.now().users.find(transition.issuer());
  const auto wanted = transition.wanted().users.find(transition.issuer());
  if (present && wanted) alter_user(transition, *present, *wanted);
  if (!wanted)
    transition.remark(
        fmt::format("user {}, who runs the commands, is not on the other system; another user must "
                    "delete it",
                    transition.issuer()));
}

void delete_users(Transition& transition) {
  for (const User& user : transition.now().users.all())
    if (!is_no_user(user.name) && user.name != transition.issuer() && !transition.wanted().users.find(user.name))
      transition.run("DELUSER " + user.name);
}

}  // namespace ringside::twin
