// emulator/racf/datalib/authority.cpp - who may read and change a ring, and who gets the private keys in it.
#include "emulator/racf/datalib/authority.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/granting_commands.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/owner.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::datalib {
namespace {

bool is_user(const std::string& owner) {
  return racdcert::Owner{owner}.is_user();
}

// The name of the ring is in upper case; virtual rings have a special name.
std::string resource_of(const RingName& ring, const char* intent) {
  return racdcert::Owner{ring.owner}.qualifier() + "." +
         (ring.name == virtual_ring ? "IRR_VIRTUAL_KEYRING" : base::upper(ring.name)) + "." + intent;
}

/// Denials that Ringside lets pass with --lenient, and profiles without effect, become remarks of the context.
Answer<Right> right_by_facility(Context& context, const RingName& ring) {
  const AccessLevel level = ring.owner == context.user() ? AccessLevel::read : AccessLevel::update;
  const AccessNeed need{"FACILITY", "IRR.DIGTCERT.LISTRING", level};
  const AccessDecision decision = access_to(context, need.profile_class, need.resource);
  if (!decision.profile && context.rules().lenient) {
    context.diagnose(fmt::format("a real system gives {} for {}: {}", to_string(not_authorized), racf::to_string(ring),
                                 explain_denial(context, need, decision)));
    return Right{};
  }
  if (!has_access(context, need)) return tl::make_unexpected(access_failure(context, need));
  return Right{};
}

Answer<Right> right_by_profiles(Context& context, const RingName& ring) {
  const AccessNeed need{"RDATALIB", list_resource(ring), AccessLevel::read};
  const AccessDecision decision = access_to(context, need.profile_class, need.resource);
  if (!decision.profile) return right_by_facility(context, ring);
  if (!is_raclisted(context, "RDATALIB")) {
    context.diagnose(
        fmt::format("profile {} of class RDATALIB has no effect: the class must be RACLISTed, by "
                    "SETROPTS RACLIST(RDATALIB)",
                    *decision.profile));
    return right_by_facility(context, ring);
  }
  if (!has_access(context, need)) return tl::make_unexpected(access_failure(context, need));
  return Right{decision.allowed};
}

}  // namespace

Failure access_failure(Context& context, const AccessNeed& need) {
  host::CommandResult result = context.finish("", {});
  return {not_authorized, base::join(result.diagnostics, "; "), std::move(result.console),
          granting_commands(context, need)};
}

std::string list_resource(const RingName& ring) {
  return resource_of(ring, "LST");
}

Answer<Right> right_to_read(Session& session, const RingName& ring, std::vector<std::string>& remarks) {
  if (!is_user(session.user)) return Right{};  // CERTAUTH and SITE read their own virtual rings
  Context context(session);
  auto right = right_by_profiles(context, ring);
  if (right)
    for (std::string& remark : context.finish("", {}).diagnostics) remarks.push_back(std::move(remark));
  return right;
}

std::optional<bool> may_update_by_profile(Context& context, const RingName& ring, AccessLevel level) {
  const AccessNeed need{"RDATALIB", resource_of(ring, "UPD"), level};
  if (!is_raclisted(context, need.profile_class)) return std::nullopt;
  if (!access_to(context, need.profile_class, need.resource).profile) return std::nullopt;
  return has_access(context, need);
}

bool may_change_certificate(Context& context, const std::string& function, const racdcert::Owner& owner,
                            const std::string& label) {
  const std::string resource =
      "IRR.DIGTCERT." + owner.qualifier() + "." + racdcert::profile_characters(base::upper(label)) + ".UPD." + function;
  const AccessNeed need{"RDATALIB", resource, AccessLevel::read};
  if (is_raclisted(context, need.profile_class) && access_to(context, need.profile_class, resource).profile)
    return has_access(context, need);
  return may_use_digtcert(context, function, racdcert::level_for(context, owner));
}

bool may_have_key(Session& session, const Right& right, database::Usage usage, const std::string& certificate_owner) {
  if (usage != database::Usage::personal) return false;
  if (certificate_owner == session.user) return true;
  Context context(session);
  if (!is_user(certificate_owner) && is_special(context)) return true;
  if (right.rdatalib)
    return *right.rdatalib >= (is_user(certificate_owner) ? AccessLevel::update : AccessLevel::control);
  if (is_user(certificate_owner)) return false;
  return access_to(context, "FACILITY", "IRR.DIGTCERT.GENCERT").allowed >= AccessLevel::control;
}

}  // namespace ringside::racf::datalib
