// emulator/racf/racdcert/usage.cpp - the usage of a certificate in a ring or token, and the authority for it.
#include "emulator/racf/racdcert/usage.hpp"

#include <algorithm>
#include <array>

namespace ringside::racf::racdcert {
namespace {

enum class Holder { issuer, other_user, authority };

struct ConnectRule {
  bool own_ring;
  Holder certificate;
  bool usage_changed;  ///< not the owner's usual usage; in another user's ring only a change to CERTAUTH or SITE counts
  UsageAuthority needed;
};

// Command Language Reference, RACDCERT CONNECT, "Authorization required"; inferred: a CERTAUTH or SITE certificate that
// is connected as PERSONAL needs the same authority as one connected as CERTAUTH or SITE by a user.
constexpr std::array connect_rules = {
    ConnectRule{true, Holder::issuer, false, {AccessLevel::read, AccessLevel::none}},
    ConnectRule{true, Holder::issuer, true, {AccessLevel::update, AccessLevel::control}},
    ConnectRule{true, Holder::authority, false, {AccessLevel::update, AccessLevel::none}},
    ConnectRule{true, Holder::authority, true, {AccessLevel::update, AccessLevel::control}},
    ConnectRule{true, Holder::other_user, false, {AccessLevel::control, AccessLevel::none}},
    ConnectRule{true, Holder::other_user, true, {AccessLevel::control, AccessLevel::update}},
    ConnectRule{false, Holder::issuer, false, {AccessLevel::control, AccessLevel::none}},
    ConnectRule{false, Holder::issuer, true, {AccessLevel::control, AccessLevel::control}},
    ConnectRule{false, Holder::authority, false, {AccessLevel::control, AccessLevel::none}},
    ConnectRule{false, Holder::authority, true, {AccessLevel::control, AccessLevel::control}},
    ConnectRule{false, Holder::other_user, false, {AccessLevel::control, AccessLevel::none}},
    ConnectRule{false, Holder::other_user, true, {AccessLevel::control, AccessLevel::control}},
};

}  // namespace

database::Usage usual_usage(const Owner& owner) {
  if (owner.is_certauth()) return database::Usage::certauth;
  return owner.is_site() ? database::Usage::site : database::Usage::personal;
}

std::optional<database::Usage> read_usage(const Request& request) {
  const std::string word = request.function.value_of("USAGE");
  for (const auto usage : {database::Usage::personal, database::Usage::certauth, database::Usage::site})
    if (to_string(usage) == word) return usage;
  return std::nullopt;
}

UsageAuthority usage_authority(const Context& context, bool own_ring, const Owner& owner, database::Usage usage) {
  const bool changed = usage != usual_usage(owner) && (own_ring || usage != database::Usage::personal);
  const Holder holder = !owner.is_user()             ? Holder::authority
                        : owner.id == context.user() ? Holder::issuer
                                                     : Holder::other_user;
  const ConnectRule* rule = std::find_if(connect_rules.begin(), connect_rules.end(), [&](const ConnectRule& row) {
    return row.own_ring == own_ring && row.certificate == holder && row.usage_changed == changed;
  });
  return rule->needed;
}

}  // namespace ringside::racf::racdcert
