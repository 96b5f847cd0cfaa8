// harness/trust/remarks.cpp - remarks of a trust matrix.
#include "harness/trust/remarks.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/trust/key_fitness.hpp"

namespace ringside::harness {
namespace {

/// Remarks in the order of their first occurrence, each with the endpoints that it is about.
class Remarks {
 public:
  void add(const std::string& about, const std::string& text) {
    auto place = std::find_if(all_.begin(), all_.end(), [&](const auto& remark) { return remark.first == text; });
    if (place == all_.end()) place = all_.insert(place, {text, {}});
    auto& names = place->second;
    if (std::find(names.begin(), names.end(), about) == names.end()) names.push_back(about);
  }
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const auto& [text, names] : all_) lines.push_back(base::join(names, ", ") + ": " + text);
    return lines;
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> all_;
};

// Handshakes run at security level 0, so that old keys of real rings work (rulings.md); current servers would
// refuse them.
void remark_weakness(const crypto::Certificate& certificate, const std::string& endpoint, Remarks& remarks) {
  const std::string name = certificate.subject().listing();
  if (const std::string weak = weakness(certificate.public_key()); !weak.empty())
    remarks.add(endpoint, fmt::format("{} {}", name, weak));
  if (base::lower(certificate.signing_algorithm()).starts_with("sha1"))
    remarks.add(endpoint, name + " is signed with SHA-1, which current servers refuse");
}

// Real certificates often do not name the server's host, so there is one remark for all endpoints.
std::string host_remark(const TrustReport& report) {
  Remarks notes;
  for (const Link& link : report.links)
    if (!link.host_note.empty()) notes.add(report.endpoints[link.server].name, link.host_note);
  const auto lines = notes.lines();
  return lines.empty() ? std::string{} : "host names were not checked; " + base::join(lines, "; ");
}

}  // namespace

std::vector<std::string> trust_remarks(const TrustReport& report, const std::vector<const racf::RingContents*>& rings) {
  Remarks remarks;
  for (std::size_t at = 0; at < rings.size(); ++at) {
    const std::string& name = report.endpoints[at].name;
    for (const std::string& text : rings[at]->remarks) remarks.add(name, text);
    const auto& identity = rings[at]->party.identity;
    if (!identity) continue;
    remark_weakness(identity->certificate, name, remarks);
    for (const auto& issuer : identity->chain) remark_weakness(issuer, name, remarks);
  }
  auto lines = remarks.lines();
  if (std::string hosts = host_remark(report); !hosts.empty()) lines.push_back(std::move(hosts));
  return lines;
}

}  // namespace ringside::harness
