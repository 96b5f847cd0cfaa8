// harness/trust/trust_timeline.cpp - trust over time.
#include "harness/trust/trust_timeline.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "harness/doctor/renewal.hpp"
#include "harness/trust/renewal_trial.hpp"
#include "harness/trust/station.hpp"
#include "twin/pairs/stand_in_pairs.hpp"

namespace ringside::harness {
namespace {

using crypto::Certificate;

constexpr std::size_t most_handshakes = 100'000;

/// The certificates of all rings, each once, with its index in the timeline.
class Catalogue {
 public:
  Catalogue(const std::vector<Endpoint>& endpoints, const std::vector<Station>& stations) {
    for (std::size_t at = 0; at < stations.size(); ++at)
      endpoints[at].stores ? add_stores(stations[at], *endpoints[at].stores)
                           : add_ring(stations[at], racf::to_string(endpoints[at].ring));
    sort();
  }

  [[nodiscard]] const Certificate& certificate(std::size_t at) const { return certificates_[at]; }
  [[nodiscard]] std::size_t place(const Certificate& certificate) const { return places_.at(certificate.der()); }
  std::vector<DatedCertificate>& dated() { return dated_; }

 private:
  void add_ring(const Station& station, const std::string& ring) {
    for (const racf::RingCertificate& member : station.ring.members) {
      const database::CertificateRecord& record = member.record;
      if (member.visible())
        add(member.certificate, {station.system.name, record.owner, record.label, record.has_key(), {ring}});
    }
  }

  void add_stores(const Station& station, const network::KeyStores& stores) {
    const crypto::Party& party = station.ring.party;
    if (party.identity) {
      add(party.identity->certificate, {station.system.name, {}, stores.key_store, true});
      for (const Certificate& issuer : party.identity->chain)
        add(issuer, {station.system.name, {}, stores.key_store, false});
    }
    for (const Certificate& anchor : party.anchors) add(anchor, {station.system.name, {}, stores.trust_store, false});
  }

  void add(const Certificate& certificate, const CertificatePlace& where) {
    const auto [place, is_new] = places_.emplace(certificate.der(), certificates_.size());
    if (is_new) {
      certificates_.push_back(certificate);
      dated_.push_back({certificate.subject().listing(),
                        certificate.issuer().listing(),
                        certificate.serial(),
                        certificate.not_before(),
                        certificate.not_after(),
                        {}});
    }
    auto& places = dated_[place->second].places;
    const auto known = std::find_if(places.begin(), places.end(), [&](const CertificatePlace& other) {
      return other.system == where.system && other.owner == where.owner && other.label == where.label;
    });
    if (known == places.end())
      places.push_back(where);
    else
      known->rings.insert(known->rings.end(), where.rings.begin(), where.rings.end());
  }

  void sort() {
    std::vector<std::size_t> order(dated_.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(dated_[a].not_after, dated_[a].subject) < std::pair(dated_[b].not_after, dated_[b].subject);
    });
    std::vector<DatedCertificate> dated;
    std::vector<Certificate> certificates;
    for (const std::size_t at : order) {
      auto& places = dated_[at].places;
      std::stable_partition(places.begin(), places.end(), [](const CertificatePlace& place) { return place.has_key; });
      dated.push_back(std::move(dated_[at]));
      certificates.push_back(certificates_[at]);
      places_[certificates.back().der()] = certificates.size() - 1;
    }
    dated_ = std::move(dated);
    certificates_ = std::move(certificates);
  }

  std::vector<DatedCertificate> dated_;
  std::vector<Certificate> certificates_;
  std::map<base::Bytes, std::size_t> places_;
};

// The certificates that a judge's verdict about a party can depend on: those that the party shows, and every anchor
// with the name of a direct or indirect issuer.
void add_ground(std::set<std::size_t>& ground, const crypto::Party& judge, const crypto::Party& judged,
                const Catalogue& catalogue) {
  if (!judged.identity) return;
  std::vector<Certificate> open = {judged.identity->certificate};
  open.insert(open.end(), judged.identity->chain.begin(), judged.identity->chain.end());
  while (!open.empty()) {
    const Certificate certificate = open.back();
    open.pop_back();
    if (!ground.insert(catalogue.place(certificate)).second) continue;
    for (const Certificate& anchor : judge.anchors)
      if (anchor.subject() == certificate.issuer()) open.push_back(anchor);
  }
}

/// One link under one version, and the moments at which it is checked.
struct Watched {
  Link link;  ///< the last result
  std::set<std::size_t> ground;
  std::set<base::Instant> moments;
};

// A certificate's first second, its last second, and the second after it, because libraries differ in which one is
// the end.
std::set<base::Instant> moments_of(const std::set<std::size_t>& ground, const Catalogue& catalogue, base::Instant from,
                                   base::Instant until) {
  std::set<base::Instant> moments;
  for (const std::size_t at : ground) {
    const Certificate& certificate = catalogue.certificate(at);
    for (const base::Instant moment :
         {certificate.not_before(), certificate.not_after(), certificate.not_after() + std::chrono::seconds(1)})
      if (moment > from && moment <= until) moments.insert(moment);
  }
  return moments;
}

class TimelineBuilder {
 public:
  TimelineBuilder(lab::Lab& lab, TrustTimeline& timeline)
      : lab_(lab),
        timeline_(timeline),
        stations_(read_stations(lab, timeline.start.endpoints)),
        catalogue_(timeline.start.endpoints, stations_) {}

  /// Returns a sentence if there are too many handshakes.
  std::string plan() {
    const TrustOptions& options = timeline_.start.options;
    for (const Link& link : timeline_.start.links) {
      Watched watched{link, {}, {}};
      const auto& client = stations_[link.client].ring.party;
      const auto& server = stations_[link.server].ring.party;
      add_ground(watched.ground, client, server, catalogue_);
      if (options.mutual) add_ground(watched.ground, server, client, catalogue_);
      watched.moments = moments_of(watched.ground, catalogue_, timeline_.from, timeline_.until);
      timeline_.examined += watched.moments.size();
      watched_.push_back(std::move(watched));
    }
    if (timeline_.examined <= most_handshakes) return {};
    return fmt::format("{} handshakes would be needed; at most {} are made", timeline_.examined, most_handshakes);
  }

  void run() {
    for (Watched& watched : watched_)
      for (const base::Instant moment : watched.moments) look(watched, moment);
    for (auto& [instant, moment] : moments_) timeline_.moments.push_back(std::move(moment));
    renew();
    timeline_.certificates = std::move(catalogue_.dated());
  }

 private:
  void look(Watched& watched, base::Instant instant) {
    Link now;
    now.client = watched.link.client;
    now.server = watched.link.server;
    now.version = watched.link.version;
    shake_hands(now, stations_[now.client], stations_[now.server], {timeline_.start.options, instant, timeline_.zone});
    if (now.trusted != watched.link.trusted) note(watched, now, instant);
    watched.link = std::move(now);
  }

  void note(const Watched& watched, const Link& now, base::Instant instant) {
    TrustMoment& moment = moments_[instant];
    moment.at = instant;
    moment.changes.push_back(now);
    for (const std::size_t at : watched.ground) {
      const Certificate& certificate = catalogue_.certificate(at);
      if (certificate.not_before() == instant) insert(moment.begins, at);
      if (certificate.not_after() == instant || certificate.not_after() + std::chrono::seconds(1) == instant)
        insert(moment.ends, at);
    }
  }

  static void insert(std::vector<std::size_t>& places, std::size_t at) {
    const auto place = std::lower_bound(places.begin(), places.end(), at);
    if (place == places.end() || *place != at) places.insert(place, at);
  }

  // Issuers come before the certificates that they signed, because those cannot be valid longer.
  void renew() {
    for (TrustMoment& moment : timeline_.moments) {
      std::stable_partition(moment.ends.begin(), moment.ends.end(), [&](std::size_t at) {
        return catalogue_.certificate(at).extensions().basic_constraints.has_value();
      });
      for (const std::size_t at : moment.ends) {
        DatedCertificate& dated = catalogue_.dated()[at];
        if (dated.renewal.remedies.empty())
          dated.renewal =
              renewal_of(lab_, catalogue_.certificate(at), dated.places.front().system, timeline_.start.options.user);
      }
    }
  }

  lab::Lab& lab_;
  TrustTimeline& timeline_;
  std::vector<Station> stations_;
  Catalogue catalogue_;
  std::vector<Watched> watched_;
  std::map<base::Instant, TrustMoment> moments_;
};

}  // namespace

bool TrustTimeline::breaks() const {
  return std::any_of(moments.begin(), moments.end(), [](const TrustMoment& moment) {
    return std::any_of(moment.changes.begin(), moment.changes.end(), [](const Link& link) { return !link.trusted; });
  });
}

tl::expected<TrustTimeline, std::string> trust_timeline(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                                        const TrustOptions& options, base::Instant until) {
  if (const auto with_pairs = twin::with_stand_in_pairs(lab))
    return trust_timeline(*with_pairs, std::move(endpoints), options, until);
  auto start = check_trust(lab, std::move(endpoints), options);
  if (!start) return tl::make_unexpected(start.error());
  if (until < start->at)
    return tl::make_unexpected(fmt::format("{} is before {}", base::listing_time(until, lab.zone()),
                                           base::listing_time(start->at, lab.zone())));
  TrustTimeline timeline;
  timeline.from = start->at;
  timeline.until = until;
  timeline.zone = lab.zone();
  timeline.start = *std::move(start);
  TimelineBuilder builder(lab, timeline);
  if (const std::string why = builder.plan(); !why.empty()) return tl::make_unexpected(why);
  builder.run();
  try_renewals(lab, timeline);
  return timeline;
}

}  // namespace ringside::harness
