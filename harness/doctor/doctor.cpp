// harness/doctor/doctor.cpp - finds what does not work in a lab, why, and the commands that repair it.
#include "harness/doctor/doctor.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "harness/doctor/cure.hpp"
#include "harness/doctor/remedy_player.hpp"
#include "harness/trust/station.hpp"
#include "twin/pairs/stand_in_pairs.hpp"

namespace ringside::harness {
namespace {

// The maximum of remedies for one link. Fixing one reason may reveal another: no default certificate, then an issuer
// that is not on the ring, then an expired one.
constexpr std::size_t most_remedies = 12;

class Doctor {
 public:
  Doctor(lab::Lab& lab, Diagnosis& diagnosis, std::size_t choice) : lab_(lab), diagnosis_(diagnosis), choice_(choice) {}

  void treat(const Link& link) {
    Complaint complaint{link, answer_of(link), {}, {}};
    if (const auto now = refused(link)) {
      auto trial = lab_.savepoint();
      complaint.plans = plans_for(*now, {}, complaint.advice);
      // The following complaints see the repaired lab. If there are several choices, none is applied.
      if (complaint.plans.size() == 1 && complaint.plans.front().holds) trial.keep();
    } else {
      complaint.mended_above = true;
    }
    if (choice_ > 0 && complaint.plans.size() > 1) choose(complaint);
    diagnosis_.complaints.push_back(std::move(complaint));
  }

 private:
  /// Keeps one of several plans, and applies it so that the following complaints see the repaired lab.
  void choose(Complaint& complaint) {
    complaint.plans = {complaint.plans[std::min(choice_, complaint.plans.size()) - 1]};
    if (!complaint.plans.front().holds) return;
    for (const Remedy& remedy : complaint.plans.front().remedies)
      play_remedy(lab_, remedy, diagnosis_.report.options.user);
  }

  /// The link in the lab's present state, under the first version of TLS that refuses it.
  std::optional<Link> refused(const Link& link) {
    const auto& endpoints = diagnosis_.report.endpoints;
    auto stations = read_stations(lab_, {endpoints[link.client], endpoints[link.server]});
    for (const crypto::TlsVersion version : diagnosis_.report.options.versions) {
      Link now;
      now.client = link.client;
      now.server = link.server;
      now.version = version;
      shake_hands(now, stations[0], stations[1],
                  {diagnosis_.report.options, diagnosis_.report.at, diagnosis_.report.zone});
      if (!now.trusted) return now;
    }
    return std::nullopt;
  }

  // Tries each choice separately.
  std::vector<Plan> plans_for(const Link& link, Plan so_far, std::vector<std::string>& advice) {
    const Cure cure = cure_of(lab_, diagnosis_.report, link);
    if (!cure.advice.empty() && std::find(advice.begin(), advice.end(), cure.advice) == advice.end())
      advice.push_back(cure.advice);
    if (cure.remedies.empty()) {
      if (so_far.remedies.empty()) return {};
      so_far.trouble =
          fmt::format("after that there is another reason, {}: {}", to_string(link.reason), link.explanation);
      return {std::move(so_far)};
    }
    if (!cure.needs_choice) return follow(cure.remedies.front(), link, std::move(so_far), advice);
    std::vector<Plan> plans;
    for (const Remedy& choice : cure.remedies) {
      const auto branch = lab_.savepoint();
      for (Plan& plan : follow(choice, link, so_far, advice)) plans.push_back(std::move(plan));
    }
    return plans;
  }

  std::vector<Plan> follow(const Remedy& remedy, const Link& link, Plan plan, std::vector<std::string>& advice) {
    plan.remedies.push_back(remedy);
    plan.trouble = play_remedy(lab_, remedy, diagnosis_.report.options.user);
    if (!plan.trouble.empty()) return {std::move(plan)};
    const auto next = refused(link);
    if (!next) {
      plan.holds = true;
      return {std::move(plan)};
    }
    const bool nothing_moved = !remedy.refreshes && next->refused_by == link.refused_by &&
                               next->reason == link.reason && next->explanation == link.explanation;
    if (nothing_moved || plan.remedies.size() >= most_remedies) {
      plan.trouble = fmt::format("the link stays refused, {}: {}", to_string(next->reason), next->explanation);
      return {std::move(plan)};
    }
    return plans_for(*next, std::move(plan), advice);
  }

  std::string answer_of(const Link& link) {
    const auto& endpoints = diagnosis_.report.endpoints;
    for (const Station& station : read_stations(lab_, {endpoints[link.client], endpoints[link.server]}))
      if (!station.ring.answer.empty()) return station.ring.answer;
    return {};
  }

  lab::Lab& lab_;
  Diagnosis& diagnosis_;
  std::size_t choice_;
};

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// A link that both versions of TLS refuse is one complaint.
std::vector<Link> refused_links(const TrustReport& report, const Pairs& asked) {
  std::vector<Link> links;
  for (const Link& link : report.links) {
    const std::pair pair(link.client, link.server);
    const bool is_meant = asked.empty() || std::find(asked.begin(), asked.end(), pair) != asked.end();
    const bool is_told = std::any_of(links.begin(), links.end(), [&](const Link& other) {
      return other.client == link.client && other.server == link.server;
    });
    if (!link.trusted && is_meant && !is_told) links.push_back(link);
  }
  return links;
}

}  // namespace

tl::expected<Diagnosis, std::string> diagnose(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                              const TrustOptions& options, const Pairs& links, std::size_t choice) {
  if (const auto with_pairs = twin::with_stand_in_pairs(lab))
    return diagnose(*with_pairs, std::move(endpoints), options, links, choice);
  auto report = check_trust(lab, std::move(endpoints), options);
  if (!report) return tl::make_unexpected(report.error());
  Diagnosis diagnosis{*std::move(report), {}, 0};
  const auto trial = lab.copy_in_memory();  // the lab stays as it is, and other processes can write to it
  Doctor doctor(*trial, diagnosis, choice);
  for (const Link& link : refused_links(diagnosis.report, links)) doctor.treat(link);
  return diagnosis;
}

}  // namespace ringside::harness
