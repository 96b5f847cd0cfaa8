// emulator/racf/users/certificate_user.cpp - the user that a certificate logs on, and why.
#include "emulator/racf/users/certificate_user.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/datalib/seen_rings.hpp"
#include "emulator/racf/racdcert/certificates/chain.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/resources/raclist.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf {
namespace {

using racdcert::FilterNames;
using racdcert::FilterSearch;
using racdcert::Owner;

constexpr std::array<std::string_view, 4> source_words{"none", "certificate", "name filter", "host ID mapping"};

/// Mappings and criteria: the current ones, or the copies of RACLIST.
struct View {
  std::vector<database::NameFilter> filters;
  std::string criteria_class;
};

FilterNames names_of(const database::NameFilter& filter) {
  return {filter.issuer_filter, filter.subject_filter};
}

class Search {
 public:
  Search(Session& session, const crypto::Certificate& certificate, SessionCriteria criteria)
      : context_(session, nullptr), certificate_(certificate), criteria_(std::move(criteria)) {
    criteria_.try_emplace("SYSID", session.system.name);
  }

  CertificateUser run() {
    CertificateUser found = by_registration().value_or(CertificateUser{});
    if (found.source == UserSource::none) found = by_mappings().value_or(by_host_id());
    remark_on_dates();
    found.remarks = std::move(remarks_);
    return found;
  }

 private:
  std::optional<CertificateUser> by_registration();
  std::optional<CertificateUser> by_mappings();
  CertificateUser by_host_id();

  void remark_on_refresh(const View& current, const View& copy);
  std::optional<CertificateUser> by_view(const View& view);
  const database::NameFilter* filter_for(const View& view, const FilterSearch& search);
  std::optional<CertificateUser> by_filter(const View& view, const database::NameFilter& filter,
                                           const std::string& step);
  CertificateUser by_criteria(const View& view, const database::NameFilter& filter, CertificateUser found);
  CertificateUser log_on(CertificateUser found, const std::string& user, const std::string& why);
  void remark_on_unsearched(const std::vector<database::NameFilter>& filters);
  void remark_on_dates();

  Context context_;
  const crypto::Certificate& certificate_;
  SessionCriteria criteria_;
  std::vector<std::string> remarks_;
};

/// The user of the certificate must be defined and not revoked.
CertificateUser Search::log_on(CertificateUser found, const std::string& user, const std::string& why) {
  const auto profile = context_.database().users.find(user);
  if (!profile)
    found.explanation = fmt::format("{}, but user {} is not defined", why, user);
  else if (profile->attributes.contains("REVOKED"))
    found.explanation =
        fmt::format("{}, but user {} is revoked: ALTUSER {} RESUME would allow the log-on", why, user, user);
  else {
    found.user = user;
    found.explanation = why;
  }
  return found;
}

std::optional<CertificateUser> Search::by_registration() {
  const SeenRings seen(context_.session());
  const std::string profile = racdcert::profile_name(certificate_);
  if (const std::string classes = seen.missing_refresh(profile); !classes.empty())
    remarks_.push_back(stale_remark(context_, classes, "this certificate"));
  const auto record = seen.certificate(profile);
  if (!record) return std::nullopt;
  const Owner owner{record->owner};
  CertificateUser found{"", UserSource::certificate, owner.id, record->label, "", {}};
  const std::string registered = fmt::format("it is registered for {} with label '{}'", owner.phrase(), record->label);
  // No source says what initACEE does here. Only the registered certificate itself may log on.
  if (record->der != certificate_.der())
    found.explanation = fmt::format(
        "another certificate with this serial number and issuer is registered for {} with "
        "label '{}'",
        owner.phrase(), record->label);
  else if (!owner.is_user())
    found.explanation = registered + ", and such a certificate stands for no user";
  else if (record->status == database::Status::notrust)
    found.explanation = fmt::format(
        "{}, but its status is NOTRUST: RACDCERT ID({}) ALTER(LABEL('{}')) TRUST would let "
        "it log on",
        registered, owner.id, record->label);
  else
    return log_on(std::move(found), owner.id, registered);
  return found;
}

const database::NameFilter* Search::filter_for(const View& view, const FilterSearch& search) {
  const auto found = std::find_if(view.filters.begin(), view.filters.end(), [&](const database::NameFilter& filter) {
    return filter.issuer_filter == search.names.issuer && filter.subject_filter == search.names.subject;
  });
  return found == view.filters.end() ? nullptr : &*found;
}

std::optional<CertificateUser> Search::by_view(const View& view) {
  for (const FilterSearch& search : racdcert::search_order(certificate_))
    if (const auto* filter = filter_for(view, search))
      if (auto found = by_filter(view, *filter, search.step)) return found;
  return std::nullopt;
}

// The first filter found ends the search even with status NOTRUST (IBM MQ, "Setting up a certificate name filter on
// z/OS").
std::optional<CertificateUser> Search::by_filter(const View& view, const database::NameFilter& filter,
                                                 const std::string& step) {
  const Owner owner{filter.owner};
  CertificateUser found{"", UserSource::name_filter, owner.id, filter.label, "", {}};
  const std::string mapped =
      fmt::format("the mapping with label '{}' of {} fits by {}", filter.label, owner.phrase(), step);
  if (!filter.trusted) {
    found.explanation = fmt::format(
        "{}, but its status is NOTRUST: RACDCERT {} ALTMAP(LABEL('{}')) TRUST would let it "
        "log on",
        mapped, owner.operand(), filter.label);
    return found;
  }
  if (!owner.is_multiid()) return log_on(std::move(found), owner.id, mapped);
  found.explanation = mapped;
  found = by_criteria(view, filter, std::move(found));
  if (found.user.empty() && !rules::missing_criteria_end_search) return std::nullopt;
  return found;
}

CertificateUser Search::by_criteria(const View& view, const database::NameFilter& filter, CertificateUser found) {
  const std::string name = racdcert::substitute_criteria(filter.criteria, criteria_);
  const std::string mapped = std::move(found.explanation);
  if (!is_raclisted(context_, "DIGTCRIT")) {
    found.explanation = mapped +
                        ", but class DIGTCRIT is not active and RACLISTed: SETROPTS CLASSACT(DIGTCRIT) "
                        "RACLIST(DIGTCRIT)";
    return found;
  }
  const auto profile = covering_profile(context_.database().resources.all(view.criteria_class), name,
                                        context_.database().classes.has("DIGTCRIT", "GENERIC"));
  if (!profile)
    found.explanation = fmt::format("{}, but no profile of class DIGTCRIT covers the criteria {}", mapped, name);
  else if (profile->application_data.empty())
    found.explanation = fmt::format("{}, but profile {} of class DIGTCRIT has no APPLDATA", mapped, profile->name);
  else
    return log_on(
        std::move(found), base::upper(base::trim(profile->application_data)),
        fmt::format("{}, and profile {} of class DIGTCRIT fits the criteria {}", mapped, profile->name, name));
  return found;
}

std::optional<CertificateUser> Search::by_mappings() {
  const View current{context_.database().filters.all(), "DIGTCRIT"};
  if (!is_raclisted(context_, "DIGTNMAP")) {
    if (!current.filters.empty())
      remarks_.push_back(
          fmt::format("class DIGTNMAP is not active and RACLISTed, so {} mapping(s) are not looked at: "
                      "SETROPTS CLASSACT(DIGTNMAP) RACLIST(DIGTNMAP)",
                      current.filters.size()));
    return std::nullopt;
  }
  remark_on_unsearched(current.filters);
  const View copy{mappings_in_storage(context_), in_storage_class("DIGTCRIT")};
  remark_on_refresh(current, copy);
  return by_view(context_.rules().lenient ? current : copy);
}

/// Names the class whose refresh changes the answer; both, if each does alone or only the two together do.
void Search::remark_on_refresh(const View& current, const View& copy) {
  const auto user_by = [&](const View& view) { return by_view(view).value_or(CertificateUser{}).user; };
  const std::string copied = user_by(copy);
  if (user_by(current) == copied) return;
  const bool mappings = user_by({current.filters, copy.criteria_class}) != copied;
  const bool criteria = user_by({copy.filters, current.criteria_class}) != copied;
  const char* classes = mappings == criteria ? "DIGTNMAP DIGTCRIT" : mappings ? "DIGTNMAP" : "DIGTCRIT";
  remarks_.push_back(stale_remark(context_, classes, "the answer"));
}

// RACF never searches for a subject's filter together with a partial issuer's name, even if both match.
void Search::remark_on_unsearched(const std::vector<database::NameFilter>& filters) {
  const std::string issuer = certificate_.issuer().listing();
  for (const database::NameFilter& filter : filters) {
    if (filter.subject_filter.empty() || filter.issuer_filter.empty() || filter.issuer_filter == issuer) continue;
    if (racdcert::fits_by_names(names_of(filter), certificate_))
      remarks_.push_back(
          fmt::format("the mapping with label '{}' of {} would fit, but with a subject's name filter the "
                      "issuer's name must be the full one, {}",
                      filter.label, Owner{filter.owner}.phrase(), issuer));
  }
}

// The issuer must be HIGHTRUST, and the server must be permitted to the host (Security Administrator's Guide, "Using a
// hostIdMappings extension").
CertificateUser Search::by_host_id() {
  CertificateUser found;
  found.explanation = "it is not registered, no mapping fits, and it has no hostIdMappings extension";
  const auto& host_ids = certificate_.extensions().host_ids;
  if (host_ids.empty()) return found;
  found.source = UserSource::host_id;
  const auto search = racdcert::find_issuer(context_, database::certauth_owner, certificate_);
  const bool certauth = search.issuer && Owner{search.issuer->record.owner}.is_certauth();
  if (!certauth || search.issuer->record.status != database::Status::hightrust) {
    found.explanation =
        "it has a hostIdMappings extension, but its issuer is no CERTAUTH certificate with status HIGHTRUST";
    return found;
  }
  for (const crypto::HostId& host_id : host_ids) {
    const std::string resource = "IRR.HOST." + base::upper(base::printable(host_id.host));
    const AccessDecision decision = access_to(context_, "SERVAUTH", resource);
    if (!decision.profile || decision.allowed < AccessLevel::read) continue;
    return log_on(std::move(found), base::upper(base::printable(host_id.user)),
                  "its hostIdMappings extension names the user for host " + base::printable(host_id.host));
  }
  found.explanation = fmt::format(
      "it has a hostIdMappings extension, but user {} has no READ access to IRR.HOST.{} of "
      "class SERVAUTH",
      context_.user(), base::upper(base::printable(host_ids.front().host)));
  return found;
}

void Search::remark_on_dates() {
  const base::Instant now = context_.now();
  if (certificate_.not_before() <= now && now <= certificate_.not_after()) return;
  remarks_.push_back(
      fmt::format("it is valid from {} to {} only: a server refuses it in the handshake, before RACF is asked",
                  base::listing_time(certificate_.not_before(), context_.zone()),
                  base::listing_time(certificate_.not_after(), context_.zone())));
}

}  // namespace

std::string to_string(UserSource source) {
  return std::string(source_words[static_cast<std::size_t>(source)]);
}

CertificateUser user_of(Session& session, const crypto::Certificate& certificate, const SessionCriteria& criteria) {
  return Search(session, certificate, criteria).run();
}

}  // namespace ringside::racf
