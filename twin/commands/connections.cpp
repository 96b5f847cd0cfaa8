// twin/commands/connections.cpp - CONNECT and REMOVE that lead from the members of groups to those of another system.
#include "twin/commands/connections.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "twin/commands/attributes.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {
namespace {

using database::Connection;

void put_connection(Transition& transition, const Connection& wanted) {
  const auto found = transition.now().connections.find(wanted.user, wanted.group);
  const Connection present = found.value_or(Connection{});
  std::vector<std::string> words = {"CONNECT " + wanted.user, operand("GROUP", wanted.group)};
  const std::size_t named = words.size();
  if (present.authority != wanted.authority) words.push_back(operand("AUTHORITY", wanted.authority));
  if (present.uacc != wanted.uacc) words.push_back(operand("UACC", wanted.uacc));
  if (present.owner != wanted.owner && transition.is_defined(wanted.owner))
    words.push_back(operand("OWNER", wanted.owner));
  const AttributeText attributes = attribute_text(AttributeHolder::connection, present.attributes, wanted.attributes);
  words.insert(words.end(), attributes.operands.begin(), attributes.operands.end());
  if (!found || words.size() > named) transition.run(base::join(words, " "));
  for (const std::string& date : attributes.dates)
    transition.run(fmt::format("CONNECT {} GROUP({}) {}", wanted.user, wanted.group, date));
  for (const std::string& word : attributes.left_out)
    transition.remark(fmt::format("connection of {} to {}: no command gives {}", wanted.user, wanted.group, word));
}

void connect_user(Transition& transition, const std::string& user) {
  for (const Connection& wanted : transition.wanted().connections.of_user(user)) put_connection(transition, wanted);
}

}  // namespace

void connect_users(Transition& transition) {
  for (const database::User& user : transition.wanted().users.all())
    if (user.name != transition.issuer()) connect_user(transition, user.name);
}

void connect_issuer(Transition& transition) {
  connect_user(transition, transition.issuer());
}

void remove_users(Transition& transition) {
  for (const database::User& user : transition.now().users.all()) {
    if (!transition.wanted().users.find(user.name)) continue;
    for (const Connection& present : transition.now().connections.of_user(user.name))
      if (!transition.wanted().connections.find(user.name, present.group))
        transition.run(fmt::format("REMOVE {} GROUP({})", user.name, present.group));
  }
}

}  // namespace ringside::twin
