// harness/trust/renewal_trial.cpp - tries the renewals of a timeline before they are told.
#include "harness/trust/renewal_trial.hpp"

#include <fmt/format.h>

#include "harness/doctor/remedy_player.hpp"
#include "harness/trust/station.hpp"

namespace ringside::harness {
namespace {

class Trial {
 public:
  Trial(lab::Lab& lab, TrustTimeline& timeline) : lab_(lab), timeline_(timeline) {}

  void run(const TrustMoment& moment) {
    for (std::size_t at = 0; at < moment.ends.size(); ++at) {
      Cure& cure = renewal(moment, at);
      for (std::size_t choice = 1; choice < cure.remedies.size(); ++choice) {
        const auto branch = lab_.savepoint();
        cure.remedies[choice].trial = try_one(cure.remedies[choice], moment, at);
      }
      if (!cure.remedies.empty()) cure.remedies.front().trial = play(cure.remedies.front());
    }
    const std::string result = result_of_links(moment);
    for (std::size_t at = 0; at < moment.ends.size(); ++at)
      for (Remedy& remedy : renewal(moment, at).remedies)
        if (remedy.trial.empty()) remedy.trial = result;
  }

 private:
  Cure& renewal(const TrustMoment& moment, std::size_t at) { return timeline_.certificates[moment.ends[at]].renewal; }

  // The other certificates of that moment are renewed in the first way.
  std::string try_one(const Remedy& remedy, const TrustMoment& moment, std::size_t at) {
    if (std::string trouble = play(remedy); !trouble.empty()) return trouble;
    for (std::size_t later = at + 1; later < moment.ends.size(); ++later)
      if (const auto& remedies = renewal(moment, later).remedies; !remedies.empty()) play(remedies.front());
    return result_of_links(moment);
  }

  std::string play(const Remedy& remedy) {
    const std::string trouble = play_remedy(lab_, remedy, timeline_.start.options.user);
    return trouble.empty() ? "" : "not all commands could be tried: " + trouble;
  }

  std::string result_of_links(const TrustMoment& moment) {
    auto stations = read_stations(lab_, timeline_.start.endpoints);
    for (const Link& broken : moment.changes) {
      if (broken.trusted) continue;
      Link now;
      now.client = broken.client;
      now.server = broken.server;
      now.version = broken.version;
      shake_hands(now, stations[now.client], stations[now.server],
                  {timeline_.start.options, moment.at, timeline_.zone});
      if (now.trusted) continue;
      const auto& endpoints = timeline_.start.endpoints;
      return fmt::format("tried: afterwards {} -> {} is refused all the same, {}: {}", endpoints[now.client].name,
                         endpoints[now.server].name, to_string(now.reason), now.explanation);
    }
    return "tried: afterwards the links hold";
  }

  lab::Lab& lab_;
  TrustTimeline& timeline_;
};

}  // namespace

void try_renewals(lab::Lab& lab, TrustTimeline& timeline) {
  if (timeline.moments.empty()) return;
  const auto trial = lab.copy_in_memory();  // the lab stays as it is, and other processes can write to it
  Trial all(*trial, timeline);
  for (const TrustMoment& moment : timeline.moments) all.run(moment);
}

}  // namespace ringside::harness
