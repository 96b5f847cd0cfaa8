// emulator/racf/racdcert/certificates/add.cpp - RACDCERT ADD: certificates of a data set into the database.
#include "emulator/racf/racdcert/certificates/add.hpp"

#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/key_mismatch.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"

namespace ringside::racf::racdcert {
namespace {

// An issuer in a package goes to CERTAUTH under a generated label. It is skipped if the database has it, or has another
// certificate of its name.
Result<void> add_issuer(Context& context, const crypto::Certificate& certificate) {
  const Owner certauth{database::certauth_owner};
  const std::string profile = profile_name(certificate);
  if (const auto existing = context.database().certificates.by_profile(profile)) {
    if (existing->der != certificate.der())
      context.diagnose("the package holds another certificate under the name of " + profile + "; it was skipped");
    return {};
  }
  const auto assessment = assess(context, certauth, certificate);
  if (!assessment) return refusal_of(assessment);
  const std::string label = default_label(context, certauth);
  const database::Status status = report_status(context, *assessment, std::nullopt, label);
  store_certificate(context, certauth, {std::nullopt, label}, certificate, std::nullopt, status);
  return {};
}

// Starts at the root, so that each certificate finds its issuer. Needs the authority to add CERTAUTH certificates.
Result<void> add_issuers(Context& context, const crypto::Package& package) {
  if (package.certificates.size() < 2) return {};
  const Owner certauth{database::certauth_owner};
  if (!may_use_certificate(context, "ADD", certauth, default_label(context, certauth), AccessLevel::control)) {
    context.diagnose("the issuers in the package were skipped: that access is needed to add CERTAUTH certificates");
    return {};
  }
  for (std::size_t i = package.certificates.size(); i-- > 1;)
    if (auto refused = add_issuer(context, package.certificates[i]); !refused) return refused;
  return {};
}

// Returns true if the database has this certificate of this owner, and the package brought its missing private key or
// moved its key to ICSF. In all other cases an existing certificate is refused.
Result<bool> add_missing_key(Context& context, const Owner& owner, const crypto::Package& package,
                             const KeyLocation& location) {
  const crypto::Certificate& certificate = package.certificates.front();
  auto existing = context.database().certificates.by_profile(profile_name(certificate));
  if (!existing) return false;
  const bool same = existing->der == certificate.der() && existing->owner == owner.id;
  const bool brings_key = !existing->has_key() && package.key;
  const bool moves_key = existing->private_key && location.in_icsf;
  if (!same || (!brings_key && !moves_key)) {
    remark_defined_key(context, *existing, certificate);
    return refuse(MessageId::irrd109i, existing->profile);
  }
  store_key(context, *existing, {package.key ? *package.key : *private_key_of(context.session(), *existing), location});
  context.database().certificates.replace(*existing);
  context.changed("DIGTCERT");
  context.diagnose("the private key of the certificate with label '" + existing->label + "' is now in " +
                   (location.in_icsf ? "ICSF" : "the database"));
  return true;
}

// The key of the package, or the key of the renewed certificate if it moves to ICSF.
std::optional<KeyToStore> key_to_store(Context& context, const crypto::Package& package, const KeyLocation& location,
                                       const Place& place) {
  if (package.key) return KeyToStore{*package.key, location};
  if (!location.in_icsf) return std::nullopt;
  if (place.renewed && place.renewed->record.private_key)
    return KeyToStore{*private_key_of(context.session(), place.renewed->record), location};
  context.diagnose("there is no private key that ICSF could keep");
  return std::nullopt;
}

}  // namespace

PackageOperands read_package_operands(const Request& request) {
  return {request.owner, read_label(request.operands, "WITHLABEL"), read_status(request), read_key_location(request)};
}

Result<void> add_package(Context& context, const PackageOperands& operands, const crypto::Package& package,
                         const KeyLocation& location) {
  const crypto::Certificate& certificate = package.certificates.front();
  const auto asked = status_for(context, operands.owner, operands.status);
  const auto done = add_missing_key(context, operands.owner, package, location);
  if (!done) return refusal_of(done);
  if (*done) return {};
  if (!package.key) remark_missing_key(context, operands.owner, operands.with_label, certificate);
  if (auto refused = add_issuers(context, package); !refused) return refused;
  const auto place = find_place(context, operands.owner, operands.with_label, certificate.public_key());
  if (!place) return refusal_of(place);
  const auto assessment = assess(context, operands.owner, certificate);
  if (!assessment) return refusal_of(assessment);
  if (assessment->self_signed) context.say(MessageId::irrd113i);
  const database::Status status = report_status(context, *assessment, asked, place->label);
  store_certificate(context, operands.owner, *place, certificate, key_to_store(context, package, location, *place),
                    status);
  return {};
}

AddOperands read_add(const Request& request) {
  return {read_data_set(&request.function).value_or(DataSetOperand{}), read_password(request),
          read_package_operands(request)};
}

Result<void> add(Context& context, const AddOperands& operands) {
  const auto& [owner, with_label, status, location_operand] = operands.package;
  const std::string label = new_label(context, owner, with_label);
  if (auto refused = authorize_certificate(context, "ADD", owner, label); !refused) return refused;
  if (!location_operand) return refusal_of(location_operand);
  const auto location = key_location(context, owner, with_label, *location_operand);
  if (!location) return refusal_of(location);
  const auto package = read_certificates(context, operands.data_set, operands.password);
  if (!package) return refusal_of(package);
  return add_package(context, operands.package, *package, *location);
}

}  // namespace ringside::racf::racdcert
