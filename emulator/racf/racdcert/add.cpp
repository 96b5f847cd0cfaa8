// emulator/racf/racdcert/add.cpp - ADD: certificates of a data set into the database.
#include "emulator/base/text.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/input.hpp"
#include "emulator/racf/racdcert/judge.hpp"
#include "emulator/racf/racdcert/keep.hpp"

namespace ringside::racf::racdcert_functions {
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
  if (!may_use_digtcert(context, "ADD", AccessLevel::control)) {
    context.diagnose(
        "the issuers in the package were skipped: adding CERTAUTH certificates needs CONTROL on IRR.DIGTCERT.ADD");
    return {};
  }
  for (std::size_t i = package.certificates.size(); i-- > 1;)
    if (auto refused = add_issuer(context, package.certificates[i]); !refused) return refused;
  return {};
}

// The same certificate again is refused, unless it now brings the private key that was missing.
Result<bool> key_for_existing(Context& context, const Owner& owner, const crypto::Package& package) {
  const crypto::Certificate& certificate = package.certificates.front();
  auto existing = context.database().certificates.by_profile(profile_name(certificate));
  if (!existing) return false;
  const bool same = existing->der == certificate.der() && existing->owner == owner.id;
  if (!same || existing->private_key || !package.key) return refuse(MessageId::irrd109i, existing->profile);
  existing->private_key = package.key->pkcs8();
  context.database().certificates.replace(*existing);
  context.changed("DIGTCERT");
  context.diagnose("the private key was added to the certificate with label '" + existing->label + "'");
  return true;
}

Result<void> add_end_entity(Context& context, const Request& request, const crypto::Package& package,
                            const std::optional<database::Status>& asked) {
  const crypto::Certificate& certificate = package.certificates.front();
  const auto done = key_for_existing(context, request.owner, package);
  if (!done) return tl::make_unexpected(done.error());
  if (*done) return {};
  if (auto refused = add_issuers(context, package); !refused) return refused;
  const auto place = find_place(context, request, certificate.public_key());
  if (!place) return tl::make_unexpected(place.error());
  const auto verdict = judge(context, request.owner, certificate);
  if (!verdict) return tl::make_unexpected(verdict.error());
  if (verdict->self_signed) context.say(MessageId::irrd113i);
  const database::Status status = settle(context, *verdict, asked, place->label);
  keep(context, request.owner, *place, certificate, package.key, status);
  return {};
}

}  // namespace

Result<void> add(Context& context, const Request& request) {
  if (auto refused = authorize(context, "ADD", request.owner); !refused) return refused;
  for (const char* keyword : {"PKDS", "PCICC", "ICSF"})
    if (request.operands.has(keyword)) return refuse(MessageId::rsd210i, std::string("ADD with ") + keyword);
  const auto asked = status_operand(request);
  if (!asked) return tl::make_unexpected(asked.error());
  const auto package = read_certificates(context, request);
  if (!package) return tl::make_unexpected(package.error());
  return add_end_entity(context, request, *package, *asked);
}

}  // namespace ringside::racf::racdcert_functions
