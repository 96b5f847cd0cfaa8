// twin/commands/racdcert/tokens.cpp - RACDCERT ADDTOKEN, BIND, UNBIND and DELTOKEN that lead from the PKCS#11 tokens of
// a system to those of another.
#include "twin/commands/racdcert/tokens.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/racf/racdcert/tokens/token.hpp"
#include "twin/commands/racdcert/held_certificates.hpp"

namespace ringside::twin {
namespace {

using database::TokenObject;

bool is_same_object(const TokenObject& left, const TokenObject& right) {
  return left.label == right.label && left.owner == right.owner && left.usage == right.usage &&
         left.is_default == right.is_default && left.der == right.der &&
         left.private_key.has_value() == right.private_key.has_value();
}

bool has_object(const std::vector<TokenObject>& objects, const TokenObject& object) {
  return std::any_of(objects.begin(), objects.end(),
                     [&](const TokenObject& each) { return is_same_object(each, object); });
}

void put_objects(Transition& transition, const std::string& token) {
  const auto wanted = transition.wanted().tokens.objects(token);
  for (const TokenObject& object : transition.now().tokens.objects(token))
    if (!has_object(wanted, object))
      transition.run(fmt::format("RACDCERT UNBIND(TOKEN({}) SEQNUM({})) FORCE", token,
                                 racf::racdcert::sequence_text(object.sequence)));
  const auto present = transition.now().tokens.objects(token);
  for (const TokenObject& object : wanted)
    if (!has_object(present, object))
      transition.run(fmt::format("RACDCERT BIND({} TOKEN({}) USAGE({}){})", owner_and_label(object.owner, object.label),
                                 token, object.usage, object.is_default ? " DEFAULT" : ""));
}

}  // namespace

void put_tokens(Transition& transition) {
  for (const std::string& token : transition.wanted().tokens.names()) {
    if (transition.now().tokens.exists(token) || transition.run(fmt::format("RACDCERT ADDTOKEN({})", token)))
      put_objects(transition, token);
  }
}

void delete_tokens(Transition& transition) {
  for (const std::string& token : transition.now().tokens.names())
    if (!transition.wanted().tokens.exists(token)) transition.run(fmt::format("RACDCERT DELTOKEN({}) FORCE", token));
}

}  // namespace ringside::twin
