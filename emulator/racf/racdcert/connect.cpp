// emulator/racf/racdcert/connect.cpp - CONNECT and REMOVE: certificates in and out of rings.
#include <algorithm>
#include <array>

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

enum class Holder { issuer, other_user, authority };

struct ConnectRule {
  bool own_ring;
  Holder certificate;
  bool usage_changed;  ///< another usage than the owner's usual one; in another user's ring only up to CERTAUTH or SITE
  AccessLevel connect;
  AccessLevel add;  ///< none: ADD is not asked
};

// Command Language Reference, RACDCERT CONNECT, "Authorization required"; that a CERTAUTH or SITE certificate connected
// as PERSONAL needs as much as a promoted one is inferred.
constexpr std::array connect_rules = {
    ConnectRule{true, Holder::issuer, false, AccessLevel::read, AccessLevel::none},
    ConnectRule{true, Holder::issuer, true, AccessLevel::update, AccessLevel::control},
    ConnectRule{true, Holder::authority, false, AccessLevel::update, AccessLevel::none},
    ConnectRule{true, Holder::authority, true, AccessLevel::update, AccessLevel::control},
    ConnectRule{true, Holder::other_user, false, AccessLevel::control, AccessLevel::none},
    ConnectRule{true, Holder::other_user, true, AccessLevel::control, AccessLevel::update},
    ConnectRule{false, Holder::issuer, false, AccessLevel::control, AccessLevel::none},
    ConnectRule{false, Holder::issuer, true, AccessLevel::control, AccessLevel::control},
    ConnectRule{false, Holder::authority, false, AccessLevel::control, AccessLevel::none},
    ConnectRule{false, Holder::authority, true, AccessLevel::control, AccessLevel::control},
    ConnectRule{false, Holder::other_user, false, AccessLevel::control, AccessLevel::none},
    ConnectRule{false, Holder::other_user, true, AccessLevel::control, AccessLevel::control},
};

const ConnectRule& connect_rule(const Context& context, const Owner& ring_owner, const Owner& owner,
                                database::Usage usage) {
  const bool own_ring = ring_owner.id == context.user();
  const bool changed = usage != usual_usage(owner) && (own_ring || usage != database::Usage::personal);
  const Holder holder = !owner.is_user()             ? Holder::authority
                        : owner.id == context.user() ? Holder::issuer
                                                     : Holder::other_user;
  return *std::find_if(connect_rules.begin(), connect_rules.end(), [&](const ConnectRule& rule) {
    return rule.own_ring == own_ring && rule.certificate == holder && rule.usage_changed == changed;
  });
}

// Granular profiles: one for the certificate and one for the ring. Else CONNECT, and for some usages ADD, in FACILITY.
Result<void> authorize_connect(Context& context, const Request& request, const Owner& owner, database::Usage usage) {
  const ConnectRule& rule = connect_rule(context, request.owner, owner, usage);
  const std::string label = request.function.value_of("LABEL");
  if (auto refused = authorize_certificate(context, "CONNECT", owner, label, rule.connect); !refused) return refused;
  if (is_granular(context))
    return authorize_ring(context, "CONNECT", request.owner, request.function.value_of("RING"), rule.connect);
  if (rule.add == AccessLevel::none) return {};
  return authorize_certificate(context, "ADD", owner, label, rule.add);
}

Result<void> authorize_remove(Context& context, const Request& request, const Owner& owner) {
  AccessLevel level = owner.is_user() ? AccessLevel::read : AccessLevel::update;
  if (request.owner.id != context.user()) level = AccessLevel::control;
  return authorize_ring(context, "REMOVE", request.owner, request.function.value_of("RING"), level);
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
  if (auto refused = authorize_connect(context, request, *owner, usage); !refused) return refused;
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
  if (auto refused = authorize_remove(context, request, *owner); !refused) return refused;
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
