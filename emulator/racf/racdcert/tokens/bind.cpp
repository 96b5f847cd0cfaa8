// emulator/racf/racdcert/tokens/bind.cpp - RACDCERT BIND, UNBIND and IMPORT: certificates into tokens, out of them, and
// back to RACF.
//
// A token has a copy of the certificate: changes in RACF after BIND do not change the copy (Command Language Reference,
// RACDCERT ALTER and DELETE).
#include "emulator/racf/racdcert/tokens/bind.hpp"

#include "base/fault.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/racdcert/tokens/token.hpp"
#include "emulator/racf/racdcert/usage.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

// A token has no owner. The levels are those of CONNECT for a ring of the issuer.
Result<void> authorize_bind(Context& context, const Owner& owner, const std::string& label, database::Usage usage) {
  const UsageAuthority needed = usage_authority(context, true, owner, usage);
  if (auto refused = authorize_level(context, "BIND", needed.connect); !refused) return refused;
  if (needed.add == AccessLevel::none) return {};
  return authorize_certificate(context, "ADD", owner, label, needed.add);
}

bool may_be_bound(const Stored& stored, database::Usage usage) {
  if (!rules::bind_checks_key_of_every_usage && usage != database::Usage::personal) return true;
  if (!stored.record.pkds_label.empty()) return false;
  return !stored.record.has_key() || token_takes(stored.certificate.public_key().spec());
}

std::optional<base::Bytes> key_to_copy(const database::CertificateRecord& record, database::Usage usage) {
  if (usage != database::Usage::personal) return std::nullopt;
  return record.private_key;
}

bool same_certificate(const database::TokenObject& left, const database::TokenObject& right) {
  return left.owner == right.owner && left.der == right.der;
}

// As with CONNECT, a second BIND of a certificate changes its usage and default.
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

Result<database::TokenObject> object_to_unbind(Context& context, const UnbindOperands& operands,
                                               const std::string& token) {
  if (operands.sequence) return find_object(context, token, *operands.sequence);
  return object_by_label(context, token, operands.owner, operands.label);
}

// Returns true if the RACF database or another object of a token has the private key of this object too.
bool has_other_copy(Context& context, const std::string& token, const database::TokenObject& object) {
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

// SEQNUM identifies the object without an owner.
void note_idle_owners(Context& context, const UnbindOperands& operands) {
  for (const std::string& owner : operands.owner_operands)
    context.diagnose("operand " + owner + " has no meaning with SEQNUM and had no effect");
}

std::vector<std::string> read_owner_operands(const Request& request) {
  std::vector<std::string> given;
  for (const char* owner : {"ID", "CERTAUTH", "SITE"})
    if (request.function.has(owner) || request.operands.has(owner)) given.emplace_back(owner);
  return given;
}

std::optional<std::int64_t> read_sequence(const Request& request) {
  const auto digits = read_text(request.function, "SEQNUM");
  if (!digits) return std::nullopt;
  return sequence_value(*digits);
}

}  // namespace

BindOperands read_bind(const Request& request) {
  return {read_text(request.function, "TOKEN"), read_owner(request.function, request.owner),
          read_label(request.function, "LABEL").value_or(""), read_usage(request), request.function.has("DEFAULT")};
}

Result<void> bind_certificate(Context& context, const BindOperands& operands) {
  if (!operands.token || operands.label.empty()) return refuse(MessageId::irrd179i);
  const Owner& owner = operands.owner;
  const database::Usage usage = operands.usage.value_or(usual_usage(owner));
  if (auto refused = authorize_bind(context, owner, operands.label, usage); !refused) return refused;
  const auto token = usable_token(context, *operands.token, TokenUse::change);
  if (!token) return refusal_of(token);
  const auto stored = select_certificate(context, owner, {operands.label});
  if (!stored) return refusal_of(stored);
  if (!may_be_bound(*stored, usage)) return refuse(MessageId::irrd171i);
  put_object(context, *token,
             {0, stored->record.label, owner.id, to_string(usage), operands.is_default, stored->record.der,
              key_to_copy(stored->record, usage)});
  return {};
}

UnbindOperands read_unbind(const Request& request) {
  return {read_text(request.function, "TOKEN"),
          read_owner(request.function, request.owner),
          read_label(request.function, "LABEL").value_or(""),
          read_sequence(request),
          request.operands.has("FORCE"),
          read_owner_operands(request)};
}

Result<void> unbind_certificate(Context& context, const UnbindOperands& operands) {
  const bool by_label = !operands.label.empty();
  if (!operands.token || (!by_label && !operands.sequence)) return refuse(MessageId::irrd169i);
  if (by_label && operands.sequence) return refuse(MessageId::rsd207i, "LABEL", "SEQNUM");
  if (operands.sequence) note_idle_owners(context, operands);
  const auto token = usable_token(context, *operands.token, TokenUse::change);
  if (!token) return refusal_of(token);
  const auto object = object_to_unbind(context, operands, *token);
  if (!object) return refusal_of(object);
  const bool loses_key = object->private_key && !has_other_copy(context, *token, *object);
  if (loses_key && rules::unbind_last_key_needs_force && !operands.force)
    return refuse(MessageId::rsd224i, sequence_text(object->sequence), *token);
  context.database().tokens.remove_object(*token, object->sequence);
  return {};
}

ImportOperands read_import(const Request& request) {
  return {read_text(request.function, "TOKEN"), read_sequence(request), read_package_operands(request)};
}

Result<void> import_certificate(Context& context, const ImportOperands& operands) {
  const auto& [owner, with_label, status, location_operand] = operands.package;
  if (auto missing = require(operands.token.has_value(), "TOKEN"); !missing) return missing;
  if (auto missing = require(operands.sequence.has_value(), "SEQNUM"); !missing) return missing;
  const std::string label = new_label(context, owner, with_label);
  if (auto refused = authorize_certificate(context, "IMPORT", owner, label); !refused) return refused;
  const auto token = usable_token(context, *operands.token, TokenUse::read);
  if (!token) return refusal_of(token);
  const auto object = find_object(context, *token, *operands.sequence);
  if (!object) return refusal_of(object);
  if (!location_operand) return refusal_of(location_operand);
  const auto location = key_location(context, owner, with_label, *location_operand);
  if (!location) return refusal_of(location);
  return add_package(context, operands.package, package_of(*token, *object), *location);
}

}  // namespace ringside::racf::racdcert
