// harness/trust/lab_view.cpp - certificates and rings of a lab at one moment.
#include "harness/trust/lab_view.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"

namespace ringside::harness {
namespace {

/// Reads databases into a view. A certificate that several databases hold is in the view once.
class Viewer {
 public:
  explicit Viewer(lab::Lab& lab) : lab_(lab), view_{lab.now(), lab.zone(), {}, {}} {}

  LabView run() {
    std::map<std::int64_t, std::size_t> places;
    for (const database::SystemRecord& system : lab_.systems().all()) {
      if (system.kind != "zos") continue;
      const auto [place, is_new] = places.emplace(system.database_id, view_.databases.size());
      if (is_new) read(system);
      view_.databases[place->second].systems.push_back(system.name);
    }
    find_signers();
    return std::move(view_);
  }

 private:
  void read(const database::SystemRecord& system) {
    auto database = lab_.database_of(system);
    ViewedDatabase& viewed = view_.databases.emplace_back();
    viewed.name = system.database.empty() ? system.name : system.database;
    std::map<std::int64_t, std::size_t> held;
    for (const database::Ring& ring : database.rings.by_owner("")) {
      ViewedRing& one = viewed.rings.emplace_back(ViewedRing{ring.owner, ring.name, {}});
      for (const database::RingMember& member : database.rings.members(ring.id)) {
        const auto [place, is_new] = held.emplace(member.certificate_id, viewed.held.size());
        if (is_new) viewed.held.push_back(hold(*database.certificates.by_id(member.certificate_id)));
        one.members.push_back({place->second, member.usage, member.is_default});
      }
    }
    for (const auto& user : database.users.all())
      for (const auto& record : database.certificates.by_owner(user.name)) {
        if (held.contains(record.id) || racf::is_supplied(record)) continue;
        if (viewed.held.size() < held.size() + base::limits::report_certificates)
          viewed.held.push_back(hold(record));
        else
          ++viewed.left_out;
      }
  }

  HeldCertificate hold(const database::CertificateRecord& record) {
    auto certificate = crypto::Certificate::from_stored(record.der);
    const std::string fingerprint = base::hex(certificate.sha256());
    const auto [place, is_new] = places_.emplace(fingerprint, view_.certificates.size());
    if (is_new) {
      view_.certificates.push_back({fingerprint, certificate.subject().listing(), certificate.issuer().listing(),
                                    certificate.serial(), certificate.not_before(), certificate.not_after(),
                                    certificate.is_self_signed(), std::nullopt});
      parsed_.push_back(std::move(certificate));
    }
    return {place->second, record.owner, record.label, record.status, record.has_key()};
  }

  // Compares names first, and checks signatures only if the names match.
  void find_signers() {
    std::multimap<base::Bytes, std::size_t> by_subject;
    for (std::size_t at = 0; at < parsed_.size(); ++at) by_subject.emplace(parsed_[at].subject().der(), at);
    for (std::size_t at = 0; at < parsed_.size(); ++at) {
      if (view_.certificates[at].self_signed) continue;
      const auto [from, to] = by_subject.equal_range(parsed_[at].issuer().der());
      const auto signer = std::find_if(from, to, [&](const auto& candidate) {
        return candidate.second != at && parsed_[at].is_signed_by(parsed_[candidate.second].public_key());
      });
      if (signer != to) view_.certificates[at].signer = signer->second;
    }
  }

  lab::Lab& lab_;
  LabView view_;
  std::vector<crypto::Certificate> parsed_;  // beside view_.certificates
  std::map<std::string, std::size_t> places_;
};

}  // namespace

LabView view_of(lab::Lab& lab) {
  return Viewer(lab).run();
}

bool is_anchor(const ViewedDatabase& database, const ViewedMember& member) {
  return member.usage != database::Usage::personal && database.held[member.held].status != database::Status::notrust;
}

std::string described(const HeldCertificate& held) {
  return fmt::format("{} LABEL('{}')", racf::owner_operand(held.owner), held.label);
}

std::string described(const ViewedDatabase& database) {
  if (database.systems.size() == 1) return database.systems.front();
  return fmt::format("{} ({})", database.name, base::join(database.systems, ", "));
}

}  // namespace ringside::harness
