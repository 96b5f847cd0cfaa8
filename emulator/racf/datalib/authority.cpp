// emulator/racf/datalib/authority.cpp - who may read and change a ring, and who gets the private keys in it.
//
// A profile of RDATALIB for the ring is final; without one FACILITY decides (Callable Services, "R_datalib", RACF
// authorization).
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"
#include "emulator/racf/grant.hpp"

namespace ringside::racf::r_datalib {
namespace {

bool is_user(const std::string& owner) {
  return owner != database::certauth_owner && owner != database::site_owner;
}

// The ring's name is folded to upper case, and virtual rings have a name of their own there.
std::string resource_of(const RingName& ring, const char* intent) {
  std::string owner = ring.owner;
  if (owner == database::certauth_owner) owner = "CERTIFAUTH";
  if (owner == database::site_owner) owner = "SITECERTIF";
  return owner + "." + (ring.name == virtual_ring ? "IRR_VIRTUAL_KEYRING" : base::upper(ring.name)) + "." + intent;
}

Failure refusal(Context& context, const AccessNeed& need) {
  host::CommandResult result = context.finish("", {});
  return {not_authorized, base::join(result.diagnostics, "; "), std::move(result.console),
          granting_commands(context, need)};
}

}  // namespace

std::string list_resource(const RingName& ring) {
  return resource_of(ring, "LST");
}

Answer<Service::Right> Service::right_to(const RingName& ring) {
  if (!is_user(session_.user)) return Right{};  // no user whom an access list could name reads his own virtual ring
  if (is_user(ring.owner) && !session_.database.users.find(ring.owner))
    return tl::make_unexpected(Failure{not_authorized, fmt::format("user {} is not defined", ring.owner)});
  Context context(session_, nullptr);
  const AccessNeed need{"RDATALIB", list_resource(ring), AccessLevel::read};
  const AccessDecision decision = access_to(context, need.profile_class, need.resource);
  if (!decision.profile) return right_by_facility(context, ring);
  if (!is_raclisted(context, "RDATALIB")) {
    remarks_.push_back(
        fmt::format("profile {} of class RDATALIB has no effect: the class must be RACLISTed, by "
                    "SETROPTS RACLIST(RDATALIB)",
                    *decision.profile));
    return right_by_facility(context, ring);
  }
  if (!has_access(context, need)) return tl::make_unexpected(refusal(context, need));
  return Right{decision.allowed};
}

std::optional<bool> Service::may_update_by_profile(Context& context, const RingName& ring, AccessLevel level) {
  const AccessNeed need{"RDATALIB", resource_of(ring, "UPD"), level};
  if (!is_raclisted(context, need.profile_class)) return std::nullopt;
  if (!access_to(context, need.profile_class, need.resource).profile) return std::nullopt;
  return has_access(context, need);
}

Answer<Service::Right> Service::right_by_facility(Context& context, const RingName& ring) {
  const AccessLevel level = ring.owner == session_.user ? AccessLevel::read : AccessLevel::update;
  const AccessNeed need{"FACILITY", "IRR.DIGTCERT.LISTRING", level};
  const AccessDecision decision = access_to(context, need.profile_class, need.resource);
  if (!decision.profile && unprotected_ == Unprotected::remarked) {
    remarks_.push_back(fmt::format("a real system gives {} for {}: {}", to_string(not_authorized),
                                   racf::to_string(ring), explain_denial(context, need, decision)));
    return Right{};
  }
  if (!has_access(context, need)) return tl::make_unexpected(refusal(context, need));
  return Right{};
}

// Own keys come with the ring. Keys of others need UPDATE on the RDATALIB profile, those of CERTAUTH and SITE CONTROL;
// by FACILITY only the latter are given, with CONTROL on IRR.DIGTCERT.GENCERT. SPECIAL has those of CERTAUTH and SITE
// by either way.
bool Service::may_have_key(const Right& right, database::Usage usage, const std::string& certificate_owner) {
  if (usage != database::Usage::personal) return false;
  if (certificate_owner == session_.user) return true;
  Context context(session_, nullptr);
  if (!is_user(certificate_owner) && is_special(context)) return true;
  if (right.rdatalib)
    return *right.rdatalib >= (is_user(certificate_owner) ? AccessLevel::update : AccessLevel::control);
  if (is_user(certificate_owner)) return false;
  return access_to(context, "FACILITY", "IRR.DIGTCERT.GENCERT").allowed >= AccessLevel::control;
}

Answer<std::uint32_t> Service::check_status(base::ByteView certificate) {
  const auto parsed = crypto::Certificate::from_der(certificate);
  if (!parsed) return tl::make_unexpected(Failure{bad_parameter_list, parsed.error().detail});
  for (const auto& record : session_.database.certificates.by_key(parsed->public_key().fingerprint())) {
    if (record.der != parsed->der()) continue;
    Context context(session_, nullptr);
    AccessLevel level = record.owner == session_.user ? AccessLevel::read : AccessLevel::update;
    if (!is_user(record.owner)) level = AccessLevel::control;
    const AccessNeed need{"FACILITY", "IRR.DIGTCERT.LIST", level};
    if (!has_access(context, need)) return tl::make_unexpected(refusal(context, need));
    return status_code(record.status);
  }
  return tl::make_unexpected(Failure{no_certificate, "the certificate is not in the database"});
}

}  // namespace ringside::racf::r_datalib
