// emulator/racf/racdcert/tokens/bind.cpp - BIND, UNBIND and IMPORT: certificates into tokens, out of them, and back to
// RACF.
//
// A token keeps a copy: what RACF alters or deletes afterwards stays in the token as it was bound (Command Language
// Reference, RACDCERT ALTER and DELETE).
#include <algorithm>

#include "base/fault.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/add.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/racdcert/tokens/token.hpp"
#include "emulator/racf/racdcert/usage.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

// A token has no owner: the levels are those of CONNECT for a ring of one's own.
Result<void> authorize_bind(Context& context, const Request& request, const Owner& owner, database::Usage usage) {
  const UsageAuthority needed = usage_authority(context, true, owner, usage);
  if (auto refused = authorize_level(context, "BIND", needed.connect); !refused) return refused;
  if (needed.add == AccessLevel::none) return {};
  return authorize_certificate(context, "ADD", owner, request.function.value_of("LABEL"), needed.add);
}

Result<void> authorize_unbind(Context& context, const Owner& owner) {
  return authorize_level(context, "UNBIND", usage_authority(context, true, owner, usual_usage(owner)).connect);
}

std::optional<base::Bytes> key_to_copy(Context& context, const database::CertificateRecord& record,
                                       database::Usage usage) {
  if (usage != database::Usage::personal) return std::nullopt;
  if (!record.pkds_label.empty())
    context.diagnose("the private key under the PKDS label " + record.pkds_label +
                     " stays there: only a key in the RACF database is copied into a token");
  return record.private_key;
}

bool same_certificate(const database::TokenObject& left, const database::TokenObject& right) {
  return left.owner == right.owner && left.der == right.der;
}

// As with CONNECT, binding a certificate again replaces its usage and default.
void put_object(Context& context, const std::string& token, database::TokenObject object) {
  auto& tokens = context.database().tokens;
  for (const auto& existing : tokens.objects(token))
    if (same_certificate(existing, object)) tokens.remove_object(token, existing.sequence);
  tokens.add_object(token, object);
}

Result<database::TokenObject> object_by_label(Context& context, const std::string& token, const Owner& owner,
                                              const std::string& label) {
  std::vector<database::TokenObject> objects = context.database().tokens.objects(token);
  std::erase_if(objects, [&](const auto& object) { return object.owner != owner.id || object.label != label; });
  if (objects.empty()) return refuse(MessageId::rsd221i, token, "label '" + label + "' for " + owner.phrase());
  if (objects.size() > 1) return refuse(MessageId::rsd223i, token, label);
  return std::move(objects.front());
}

Result<database::TokenObject> object_to_unbind(Context& context, const Request& request, const std::string& token) {
  const parser::Keyword& function = request.function;
  if (function.has("SEQNUM")) return find_object(context, token, sequence_value(function.value_of("SEQNUM")));
  const auto owner = owner_or(function, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  return object_by_label(context, token, *owner, label_value(function.value_of("LABEL")));
}

// Whether RACF or another object of a token still has the private key when this object is gone.
bool key_survives(Context& context, const std::string& token, const database::TokenObject& object) {
  const crypto::Certificate certificate = crypto::Certificate::from_stored(object.der);
  for (const auto& record : context.database().certificates.by_key(certificate.public_key().fingerprint()))
    if (record.has_key()) return true;
  for (const std::string& name : context.database().tokens.names())
    for (const auto& other : context.database().tokens.objects(name))
      if (other.private_key == object.private_key && (name != token || other.sequence != object.sequence)) return true;
  return false;
}

crypto::Package package_of(const std::string& token, const database::TokenObject& object) {
  crypto::Package package;
  package.certificates.push_back(crypto::Certificate::from_stored(object.der));
  if (!object.private_key) return package;
  auto key = crypto::PrivateKey::from_pkcs8(*object.private_key);
  if (!key) throw base::Fault("a private key in token " + token + " is damaged: " + key.error().detail);
  package.key = std::move(*key);
  return package;
}

// A sequence number is all that it takes to find an object of a token.
void note_idle_owners(Context& context, const Request& request) {
  for (const char* owner : {"ID", "CERTAUTH", "SITE"})
    if (request.function.has(owner) || request.operands.has(owner))
      context.diagnose(std::string("operand ") + owner + " has no meaning with SEQNUM and had no effect");
}

}  // namespace

Result<void> bind_certificate(Context& context, const Request& request) {
  const parser::Keyword& function = request.function;
  const std::string label = label_value(function.value_of("LABEL"));
  if (!function.has("TOKEN") || label.empty()) return refuse(MessageId::irrd179i);
  const auto owner = owner_or(function, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  const database::Usage usage = usage_operand(function, *owner);
  if (auto refused = authorize_bind(context, request, *owner, usage); !refused) return refused;
  const auto token = usable_token(context, function.value_of("TOKEN"), TokenUse::change);
  if (!token) return tl::make_unexpected(token.error());
  const auto stored = select_by_label(context, *owner, label);
  if (!stored) return tl::make_unexpected(stored.error());
  put_object(context, *token,
             {0, stored->record.label, owner->id, to_string(usage), function.has("DEFAULT"), stored->record.der,
              key_to_copy(context, stored->record, usage)});
  return {};
}

Result<void> unbind_certificate(Context& context, const Request& request) {
  const parser::Keyword& function = request.function;
  const bool by_label = !label_value(function.value_of("LABEL")).empty();
  if (!function.has("TOKEN") || (!by_label && !function.has("SEQNUM"))) return refuse(MessageId::irrd169i);
  if (by_label && function.has("SEQNUM")) return refuse(MessageId::rsd207i, "LABEL", "SEQNUM");
  if (function.has("SEQNUM")) note_idle_owners(context, request);
  if (auto refused = authorize_level(context, "UNBIND", AccessLevel::read); !refused) return refused;
  const auto token = usable_token(context, function.value_of("TOKEN"), TokenUse::change);
  if (!token) return tl::make_unexpected(token.error());
  const auto object = object_to_unbind(context, request, *token);
  if (!object) return tl::make_unexpected(object.error());
  if (auto refused = authorize_unbind(context, Owner{object->owner}); !refused) return refused;
  const bool loses_key = object->private_key && !key_survives(context, *token, *object);
  if (loses_key && rules::unbind_last_key_needs_force && !request.operands.has("FORCE"))
    return refuse(MessageId::rsd224i, sequence_text(object->sequence), *token);
  context.database().tokens.remove_object(*token, object->sequence);
  return {};
}

Result<void> import_certificate(Context& context, const Request& request) {
  const parser::Keyword& function = request.function;
  for (const char* keyword : {"TOKEN", "SEQNUM"})
    if (auto refused = require(function, keyword); !refused) return refused;
  if (auto refused = authorize_certificate(context, "IMPORT", request.owner, label_to_be(context, request)); !refused)
    return refused;
  const auto token = usable_token(context, function.value_of("TOKEN"), TokenUse::read);
  if (!token) return tl::make_unexpected(token.error());
  const auto object = find_object(context, *token, sequence_value(function.value_of("SEQNUM")));
  if (!object) return tl::make_unexpected(object.error());
  const auto home = home_operand(context, request);
  if (!home) return tl::make_unexpected(home.error());
  return add_package(context, request, {package_of(*token, *object), *home});
}

}  // namespace ringside::racf::racdcert
