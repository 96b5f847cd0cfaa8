// emulator/racf/racdcert/connect.cpp - CONNECT and REMOVE: certificates in and out of rings.
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/select.hpp"

namespace ringside::racf::racdcert_functions {
namespace {

database::Usage usual_usage(const Owner& owner) {
  if (owner.is_certauth()) return database::Usage::certauth;
  return owner.is_site() ? database::Usage::site : database::Usage::personal;
}

database::Usage usage_operand(const parser::Keyword& function, database::Usage otherwise) {
  const std::string word = function.value_of("USAGE");
  for (const auto usage : {database::Usage::personal, database::Usage::certauth, database::Usage::site})
    if (to_string(usage) == word) return usage;
  return otherwise;
}

// CONNECT asks for two authorities, by ring owner, certificate owner and usage (Command Language Reference, RACDCERT
// CONNECT).
Result<void> authorize_connect(Context& context, const Owner& ring_owner, const Owner& owner, database::Usage usage) {
  const bool own_ring = ring_owner.id == context.user();
  const bool own_certificate = owner.id == context.user();
  const bool promoted = usage != usual_usage(owner) && usage != database::Usage::personal;
  AccessLevel connect = AccessLevel::control;
  if (own_ring && own_certificate && !promoted) connect = AccessLevel::read;
  if (own_ring && (!owner.is_user() || (own_certificate && promoted))) connect = AccessLevel::update;
  if (auto refused = authorize_level(context, "CONNECT", connect); !refused) return refused;
  if (promoted) return authorize_level(context, "ADD", AccessLevel::control);
  if (owner.is_user() && !own_certificate && usage != usual_usage(owner))
    return authorize_level(context, "ADD", AccessLevel::update);
  return {};
}

Result<void> authorize_remove(Context& context, const Owner& ring_owner, const Owner& owner) {
  if (ring_owner.id != context.user()) return authorize_level(context, "REMOVE", AccessLevel::control);
  return authorize_level(context, "REMOVE", owner.is_user() ? AccessLevel::read : AccessLevel::update);
}

Result<void> require_ring_and_label(const parser::Keyword& function) {
  if (function.value_of("RING").empty() || function.value_of("LABEL").empty()) return refuse(MessageId::irrd121i);
  return {};
}

}  // namespace

Result<void> connect_to_ring(Context& context, const Request& request) {
  if (auto refused = require_ring_owner(request.owner); !refused) return refused;
  if (auto refused = require_ring_and_label(request.function); !refused) return refused;
  const auto owner = owner_or(request.function, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  const database::Usage usage = usage_operand(request.function, usual_usage(*owner));
  if (auto refused = authorize_connect(context, request.owner, *owner, usage); !refused) return refused;
  const auto ring = find_ring(context, request.owner, request.function.value_of("RING"));
  if (!ring) return tl::make_unexpected(ring.error());
  const auto stored = select_by_label(context, *owner, request.function.value_of("LABEL"));
  if (!stored) return tl::make_unexpected(stored.error());
  context.database().rings.connect(ring->id, {stored->record.id, usage, request.function.has("DEFAULT")});
  context.changed("DIGTCERT");
  context.changed("DIGTRING");
  return {};
}

Result<void> remove_from_ring(Context& context, const Request& request) {
  if (auto refused = require_ring_owner(request.owner); !refused) return refused;
  if (auto refused = require_ring_and_label(request.function); !refused) return refused;
  const auto owner = owner_or(request.function, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  if (auto refused = authorize_remove(context, request.owner, *owner); !refused) return refused;
  const auto ring = find_ring(context, request.owner, request.function.value_of("RING"));
  if (!ring) return tl::make_unexpected(ring.error());
  const std::string label = label_value(request.function.value_of("LABEL"));
  const auto record = context.database().certificates.by_label(owner->id, label);
  if (!record || !context.database().rings.disconnect(ring->id, record->id))
    return refuse(MessageId::irrd116i, label, ring->name, request.owner.id);
  context.changed("DIGTCERT");
  context.changed("DIGTRING");
  return {};
}

}  // namespace ringside::racf::racdcert_functions
