// emulator/racf/racdcert/rings/connect.cpp - RACDCERT CONNECT and REMOVE: certificates of key rings.
#include "emulator/racf/racdcert/rings/connect.hpp"

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/rings/rings.hpp"
#include "emulator/racf/racdcert/usage.hpp"

namespace ringside::racf::racdcert {
namespace {

// Where granular profiles decide: one for the certificate and one for the ring. Else CONNECT, and for some usages ADD,
// in FACILITY.
Result<void> authorize_connect(Context& context, const RingMemberOperands& member, const Owner& owner,
                               database::Usage usage) {
  const UsageAuthority rule = usage_authority(context, member.ring_owner.id == context.user(), owner, usage);
  if (auto refused = authorize_certificate(context, "CONNECT", owner, *member.label, rule.connect); !refused)
    return refused;
  if (is_granular(context)) return authorize_ring(context, "CONNECT", member.ring_owner, *member.ring, rule.connect);
  if (rule.add == AccessLevel::none) return {};
  return authorize_certificate(context, "ADD", owner, *member.label, rule.add);
}

Result<void> authorize_remove(Context& context, const RingMemberOperands& member, const Owner& owner) {
  AccessLevel level = owner.is_user() ? AccessLevel::read : AccessLevel::update;
  if (member.ring_owner.id != context.user()) level = AccessLevel::control;
  return authorize_ring(context, "REMOVE", member.ring_owner, *member.ring, level);
}

Result<void> require_ring_and_label(const RingMemberOperands& member) {
  if (!member.ring || !member.label) return refuse(MessageId::irrd121i);
  return {};
}

RingMemberOperands read_member(const Request& request) {
  return {request.owner, read_text(request.function, "RING"), read_owner(request.function, request.owner),
          read_label(request.function, "LABEL")};
}

}  // namespace

ConnectOperands read_connect(const Request& request) {
  return {read_member(request), read_usage(request), request.function.has("DEFAULT")};
}

Result<void> connect_to_ring(Context& context, const ConnectOperands& operands) {
  const RingMemberOperands& member = operands.member;
  if (auto missing = require_ring_and_label(member); !missing) return missing;
  const Owner& owner = member.owner;
  const database::Usage usage = operands.usage.value_or(usual_usage(owner));
  if (auto refused = authorize_connect(context, member, owner, usage); !refused) return refused;
  const auto ring = find_ring(context, member.ring_owner, *member.ring);
  if (!ring) return refusal_of(ring);
  const auto certificate = context.database().certificates.id_by_label(owner.id, *member.label);
  if (!certificate) return refuse(MessageId::irrd107i);
  context.database().rings.connect(ring->id, {*certificate, usage, operands.is_default});
  context.changed("DIGTCERT");
  context.changed("DIGTRING");
  return {};
}

RingMemberOperands read_remove(const Request& request) {
  return read_member(request);
}

Result<void> remove_from_ring(Context& context, const RingMemberOperands& operands) {
  if (auto missing = require_ring_and_label(operands); !missing) return missing;
  const Owner& owner = operands.owner;
  if (auto refused = authorize_remove(context, operands, owner); !refused) return refused;
  const auto ring = find_ring(context, operands.ring_owner, *operands.ring);
  if (!ring) return refusal_of(ring);
  const auto certificate = context.database().certificates.id_by_label(owner.id, *operands.label);
  if (!certificate || !context.database().rings.disconnect(ring->id, *certificate))
    return tl::make_unexpected(
        Refusal{MessageId::irrd116i,
                cut_ring_name(MessageId::irrd116i, {*operands.label, ring->name, operands.ring_owner.id}, 1), 0});
  context.changed("DIGTCERT");
  context.changed("DIGTRING");
  return {};
}

}  // namespace ringside::racf::racdcert
