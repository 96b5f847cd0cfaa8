// emulator/racf/racdcert/rings/connect.cpp - CONNECT and REMOVE: certificates in and out of rings.
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/racdcert/usage.hpp"

namespace ringside::racf::racdcert {
namespace {

// Granular profiles: one for the certificate and one for the ring. Else CONNECT, and for some usages ADD, in FACILITY.
Result<void> authorize_connect(Context& context, const Request& request, const Owner& owner, database::Usage usage) {
  const UsageAuthority rule = usage_authority(context, request.owner.id == context.user(), owner, usage);
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
  if (auto refused = require_ring_and_label(request.function); !refused) return refused;
  const auto owner = owner_or(request.function, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  const database::Usage usage = usage_operand(request.function, *owner);
  if (auto refused = authorize_connect(context, request, *owner, usage); !refused) return refused;
  const auto ring = find_ring(context, request.owner, request.function.value_of("RING"));
  if (!ring) return tl::make_unexpected(ring.error());
  const auto& certificates = context.database().certificates;
  const auto certificate = certificates.id_by_label(owner->id, label_value(request.function.value_of("LABEL")));
  if (!certificate) return refuse(MessageId::irrd107i);
  context.database().rings.connect(ring->id, {*certificate, usage, request.function.has("DEFAULT")});
  context.changed("DIGTCERT");
  context.changed("DIGTRING");
  return {};
}

Result<void> remove_from_ring(Context& context, const Request& request) {
  if (auto refused = require_ring_and_label(request.function); !refused) return refused;
  const auto owner = owner_or(request.function, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  if (auto refused = authorize_remove(context, request, *owner); !refused) return refused;
  const auto ring = find_ring(context, request.owner, request.function.value_of("RING"));
  if (!ring) return tl::make_unexpected(ring.error());
  const std::string label = label_value(request.function.value_of("LABEL"));
  const auto certificate = context.database().certificates.id_by_label(owner->id, label);
  if (!certificate || !context.database().rings.disconnect(ring->id, *certificate))
    return refuse(MessageId::irrd116i, label, ring->name, request.owner.id);
  context.changed("DIGTCERT");
  context.changed("DIGTRING");
  return {};
}

}  // namespace ringside::racf::racdcert
