// emulator/racf/racdcert/certificates/add.cpp - ADD: certificates of a data set into the database.
#include "emulator/racf/racdcert/certificates/add.hpp"

#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/key_mismatch.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/certificates/store_certificate.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"

namespace ringside::racf::racdcert {
namespace {

// An issuer inside a package goes to CERTAUTH under a generated label. One that is there, or whose name is taken, stays
// as it is.
Result<void> add_issuer(Context& context, const crypto::Certificate& certificate) {
  const Owner certauth{database::certauth_owner};
  const std::string profile = profile_name(certificate);
  if (const auto existing = context.database().certificates.by_profile(profile)) {
    if (existing->der != certificate.der())
      context.diagnose("the package holds another certificate under the name of " + profile + "; it was skipped");
    return {};
  }
  auto verdict = judge(context, certauth, certificate);
  if (!verdict) return tl::make_unexpected(verdict.error());
  const std::string label = default_label(context, certauth);
  const database::Status status = settle(context, *verdict, std::nullopt, label);
  keep(context, certauth, {std::nullopt, label}, certificate, std::nullopt, status);
  return {};
}

// Root first, so that each certificate finds its issuer; needs the authority to add CERTAUTH certificates.
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

// The same certificate again is refused, unless it brings the private key that was missing or moves the key to ICSF.
Result<bool> key_for_existing(Context& context, const Owner& owner, const Arrival& arrival) {
  const crypto::Certificate& certificate = arrival.package.certificates.front();
  auto existing = context.database().certificates.by_profile(profile_name(certificate));
  if (!existing) return false;
  const bool same = existing->der == certificate.der() && existing->owner == owner.id;
  const bool brings_key = !existing->has_key() && arrival.package.key;
  const bool moves_key = existing->private_key && arrival.home.in_icsf;
  if (!same || (!brings_key && !moves_key)) {
    remark_defined_key(context, *existing, certificate);
    return refuse(MessageId::irrd109i, existing->profile);
  }
  keep_key(context, *existing,
           {arrival.package.key ? *arrival.package.key : *private_key_of(context.session(), *existing), arrival.home});
  context.database().certificates.replace(*existing);
  context.changed("DIGTCERT");
  context.diagnose("the private key of the certificate with label '" + existing->label + "' is now in " +
                   (arrival.home.in_icsf ? "ICSF" : "the database"));
  return true;
}

}  // namespace

Result<KeyHome> home_operand(Context& context, const Request& request) {
  const parser::Keyword* chosen = nullptr;
  for (const char* keyword : {"PKDS", "PCICC", "ICSF"}) {
    if (!request.operands.has(keyword)) continue;
    if (chosen != nullptr) return refuse(MessageId::rsd207i, chosen->name, keyword);
    chosen = request.operands.find(keyword);
  }
  return chosen == nullptr ? KeyHome{} : icsf_home(context, request, *chosen);
}

Result<void> add_package(Context& context, const Request& request, const Arrival& arrival) {
  const crypto::Certificate& certificate = arrival.package.certificates.front();
  const auto asked = status_operand(context, request);
  if (!asked) return tl::make_unexpected(asked.error());
  const auto done = key_for_existing(context, request.owner, arrival);
  if (!done) return tl::make_unexpected(done.error());
  if (*done) return {};
  if (!arrival.package.key) remark_foreign_key(context, request, certificate);
  if (auto refused = add_issuers(context, arrival.package); !refused) return refused;
  const auto place = find_place(context, request, certificate.public_key());
  if (!place) return tl::make_unexpected(place.error());
  const auto verdict = judge(context, request.owner, certificate);
  if (!verdict) return tl::make_unexpected(verdict.error());
  if (verdict->self_signed) context.say(MessageId::irrd113i);
  const database::Status status = settle(context, *verdict, *asked, place->label);
  std::optional<KeyToKeep> key;
  if (arrival.package.key) key = KeyToKeep{*arrival.package.key, arrival.home};
  if (!key && arrival.home.in_icsf && place->renewed && place->renewed->record.private_key)
    key = KeyToKeep{*private_key_of(context.session(), place->renewed->record), arrival.home};
  if (!key && arrival.home.in_icsf) context.diagnose("there is no private key that ICSF could keep");
  keep(context, request.owner, *place, certificate, key, status);
  return {};
}

Result<void> add(Context& context, const Request& request) {
  if (auto refused = authorize_certificate(context, "ADD", request.owner, label_to_be(context, request)); !refused)
    return refused;
  const auto home = home_operand(context, request);
  if (!home) return tl::make_unexpected(home.error());
  auto package = read_certificates(context, request);
  if (!package) return tl::make_unexpected(package.error());
  return add_package(context, request, {std::move(*package), *home});
}

}  // namespace ringside::racf::racdcert
