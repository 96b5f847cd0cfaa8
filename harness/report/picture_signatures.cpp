// harness/report/picture_signatures.cpp - the picture of the signatures.
#include <functional>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"
#include "harness/play/transcript.hpp"
#include "harness/report/dot.hpp"
#include "harness/report/picture.hpp"

namespace ringside::harness::report {
namespace {

constexpr std::size_t label_width = 44;

/// The databases that hold a certificate: the one that the picture shows it in, and the others.
struct Home {
  std::size_t database = 0;
  const HeldCertificate* held = nullptr;
  std::vector<std::string> copies, hidden_in;  ///< databases
};

// The home is the database with the key, or the first database if none has the key.
std::vector<Home> homes_of(const LabView& view) {
  std::vector<Home> homes(view.certificates.size());
  for (const bool with_key : {true, false})
    for (std::size_t at = 0; at < view.databases.size(); ++at)
      for (const HeldCertificate& held : view.databases[at].held) {
        Home& home = homes[held.certificate];
        if (held.has_key != with_key) continue;
        const std::string name = described(view.databases[at]);
        if (!home.held) {
          home.database = at;
          home.held = &held;
        } else {
          home.copies.push_back(name);
        }
        if (held.status == database::Status::notrust) home.hidden_in.push_back(name);
      }
  return homes;
}

std::string copies_text(const Home& home) {
  if (home.copies.empty()) return {};
  if (home.copies.size() == 1) return "copy in " + home.copies.front();
  return fmt::format("copies in {} databases", home.copies.size());
}

DotAttributes node_of(const LabView& view, const ViewedCertificate& certificate, const Home& home) {
  std::vector<std::string> lines = {described(*home.held)};
  append(lines, base::wrapped(certificate.subject, label_width, 0), "");
  const std::string past = out_of_date(certificate, view);
  lines.push_back(past.empty() ? "valid until " + day(certificate.not_after, view.zone) : base::upper(past));
  if (home.held->has_key) lines.emplace_back("private key here");
  if (!home.hidden_in.empty())
    append(lines, base::wrapped("NOTRUST in " + base::join(home.hidden_in, ", "), label_width, 0), "");
  if (const std::string copies = copies_text(home); !copies.empty()) lines.push_back(copies);
  DotAttributes attributes = {{"label", dot_lines(lines)}};
  if (home.held->has_key) attributes.emplace_back("peripheries", "2");
  if (!past.empty()) return attributes + dot_past;
  return attributes + (home.hidden_in.empty() ? DotAttributes{} : dot_hidden);
}

std::string name_of(const LabView& view, const Home& home) {
  return fmt::format("{} of {}", described(*home.held), described(view.databases[home.database]));
}

std::string words_of(const LabView& view, const std::vector<Home>& homes, std::size_t at) {
  const ViewedCertificate& certificate = view.certificates[at];
  const Home& home = homes[at];
  std::string text = fmt::format("{}, {}, ", name_of(view, home), certificate.subject);
  if (certificate.self_signed)
    text += "signed itself";
  else if (certificate.signer)
    text += "is signed by " + name_of(view, homes[*certificate.signer]);
  else
    text += fmt::format("is signed by {}, which no database holds", certificate.issuer);
  const std::string past = out_of_date(certificate, view);
  text += past.empty() ? "; valid until " + day(certificate.not_after, view.zone) : "; " + past;
  text += home.held->has_key ? "; its private key is there" : "; nobody here has its private key";
  if (!home.hidden_in.empty()) text += "; NOTRUST in " + base::join(home.hidden_in, ", ");
  if (!home.copies.empty()) text += "; copies in " + base::join(home.copies, ", ");
  return text;
}

std::string draw(const LabView& view, const std::vector<Home>& homes) {
  DotGraph graph(true);
  std::map<std::size_t, std::size_t> nodes;
  std::map<std::size_t, std::vector<std::size_t>, std::greater<>> frames;  // Graphviz puts the last one on top
  for (std::size_t at = 0; at < homes.size(); ++at) frames[homes[at].database].push_back(at);
  for (const auto& [database, members] : frames) {
    graph.open_cluster(described(view.databases[database]));
    for (const std::size_t at : members) nodes[at] = graph.node(node_of(view, view.certificates[at], homes[at]));
    graph.close_cluster();
  }
  for (std::size_t at = 0; at < homes.size(); ++at)
    if (view.certificates[at].signer)
      graph.edge(nodes.at(*view.certificates[at].signer), nodes.at(at), {{"color", "#24292f"}});
  return graph.text();
}

}  // namespace

Picture picture_of_signatures(const LabView& view) {
  Picture picture;
  picture.title = "Who signs whom";
  picture.caption =
      "An arrow goes from the certificate that signed to the one that it signed. A frame is a security database; a "
      "certificate stands where its private key is (double border). Dashed: ended or not yet valid. Dotted: NOTRUST.";
  const std::vector<Home> homes = homes_of(view);
  for (std::size_t at = 0; at < homes.size(); ++at) picture.words.push_back(words_of(view, homes, at));
  if (!homes.empty() && homes.size() <= base::limits::picture_nodes) picture.dot = draw(view, homes);
  return picture;
}

std::string day(base::Instant instant, base::Zone zone) {
  return base::listing_time(instant, zone).substr(0, 10);
}

std::string out_of_date(const ViewedCertificate& certificate, const LabView& view) {
  if (certificate.not_after <= view.at) return "ended " + day(certificate.not_after, view.zone);
  if (certificate.not_before > view.at) return "valid only from " + day(certificate.not_before, view.zone);
  return {};
}

}  // namespace ringside::harness::report
