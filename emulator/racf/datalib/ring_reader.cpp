// emulator/racf/datalib/ring_reader.cpp - what a server reads from a key ring.
#include "emulator/racf/datalib/ring_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/crypto/certificates/chain.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::racf {
namespace {

database::Usage usage_of(const datalib::Entry& entry) {
  for (const auto usage : {database::Usage::personal, database::Usage::certauth})
    if (entry.usage == datalib::usage_code(usage)) return usage;
  return database::Usage::site;
}

RingCertificate ring_certificate(const SeenRings& rings, datalib::Entry entry) {
  auto record = rings.certificate(entry.record_id);
  if (!record) throw base::Fault(fmt::format("the certificate with label {} cannot be read", entry.label));
  auto certificate = crypto::Certificate::from_stored(entry.certificate);
  return {*std::move(record), std::move(certificate), usage_of(entry), entry.is_default, std::move(entry.private_key)};
}

// Returns the member that a server uses: the default one, or the one with the label. If members of two owners have the
// label, returns a personal one with a key, if any.
const RingCertificate* chosen(const std::vector<RingCertificate>& members, const std::optional<std::string>& label) {
  const RingCertificate* found = nullptr;
  for (const RingCertificate& member : members) {
    if (label ? member.record.label != *label : !member.is_default) continue;
    const bool usable = member.visible() && member.usage == database::Usage::personal && member.record.has_key();
    if (!found || usable) found = &member;
  }
  return found;
}

bool is_valid(const crypto::Certificate& certificate, base::Instant at) {
  return certificate.not_before() <= at && at <= certificate.not_after();
}

std::vector<crypto::Certificate> visible_certificates(const std::vector<RingCertificate>& members) {
  std::vector<crypto::Certificate> visible;
  for (const RingCertificate& member : members)
    if (member.visible()) visible.push_back(member.certificate);
  return visible;
}

// Returns the issuer among the candidates that are not in the chain yet; nullptr if there is none.
const crypto::Certificate* issuer_of(const crypto::Certificate& certificate,
                                     const std::vector<crypto::Certificate>& candidates,
                                     const std::vector<crypto::Certificate>& chain, base::Instant at) {
  const crypto::Certificate* issuer = nullptr;
  for (const crypto::Certificate& candidate : candidates) {
    if (candidate.subject() != certificate.issuer() || candidate == certificate) continue;
    if (issuer != nullptr && !is_valid(candidate, at)) continue;
    const bool known = std::find(chain.begin(), chain.end(), candidate) != chain.end();
    if (known || !certificate.is_signed_by(candidate.public_key())) continue;
    issuer = &candidate;
    if (is_valid(candidate, at)) break;
  }
  return issuer;
}

std::vector<crypto::Certificate> anchors_of(const std::vector<RingCertificate>& members) {
  std::vector<crypto::Certificate> anchors;
  for (const RingCertificate& member : members)
    if (member.visible() && member.usage != database::Usage::personal) anchors.push_back(member.certificate);
  return anchors;
}

void set_problem(RingContents& contents, IdentityProblem problem, std::string explanation) {
  contents.problem = problem;
  contents.explanation = std::move(explanation);
}

void explain_absence(RingContents& contents, const std::optional<std::string>& label) {
  const std::string ring = to_string(contents.ring);
  if (label)
    set_problem(contents, IdentityProblem::no_label, fmt::format("label '{}' is not on ring {}", *label, ring));
  else if (contents.members.empty())
    set_problem(contents, IdentityProblem::no_default, fmt::format("ring {} is empty", ring));
  else
    set_problem(contents, IdentityProblem::no_default, fmt::format("ring {} has no default certificate", ring));
}

// Stores the member as the identity, or the reason why not. The checks are in the order of R_datalib.
void take_identity(RingContents& contents, const RingCertificate& member, base::Instant at) {
  const database::CertificateRecord& record = member.record;
  const std::string what = fmt::format("certificate '{}' of {}", record.label, owner_operand(record.owner));
  if (!member.visible()) return set_problem(contents, IdentityProblem::not_trusted, what + " has status NOTRUST");
  if (member.usage != database::Usage::personal)
    return set_problem(
        contents, IdentityProblem::not_personal,
        fmt::format("{} is connected with usage {}, not PERSONAL", what, database::to_string(member.usage)));
  if (!record.has_key())
    return set_problem(contents, IdentityProblem::no_key, what + " has no private key in this database");
  if (record.has_key_at_site_only())
    return set_problem(contents, IdentityProblem::no_key, what + " has its private key at the site only");
  if (!member.key)
    return set_problem(contents, IdentityProblem::key_not_readable,
                       fmt::format("{} has no authority for the private key of {}", contents.ring.owner, what));
  contents.party.identity = {member.certificate, *member.key,
                             chain_on_ring(member.certificate, visible_certificates(contents.members), at)};
}

// Returns false if the service refused to read the ring.
bool read_members(RingContents& contents, lab::Lab& lab, const database::SystemRecord& system) {
  const RingName& ring = contents.ring;
  datalib::Service service(lab, system, ring.owner);
  Session session(lab, system, ring.owner);
  const SeenRings rings(session);
  if (const std::string classes = rings.missing_refresh(ring); !classes.empty() && !lab.rules().lenient)
    contents.refresh = fmt::format("SETROPTS RACLIST({}) REFRESH", classes);
  auto first = service.data_get_first(ring.owner, ring.name);
  contents.remarks = service.remarks();
  if (!first) {
    const datalib::Failure& failure = first.error();
    contents.answer = fmt::format("{}, {}", to_string(failure.codes), meaning(failure.codes));
    contents.commands = failure.commands;
    if (failure.codes == datalib::no_certificate) return true;
    const bool refused = failure.codes == datalib::not_authorized;
    set_problem(contents, refused ? IdentityProblem::not_authorized : IdentityProblem::no_ring,
                refused ? fmt::format("R_datalib answers {}: {}", to_string(failure.codes), failure.explanation)
                        : failure.explanation);
    return false;
  }
  contents.members.push_back(ring_certificate(rings, std::move(first->entry)));
  for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
    contents.members.push_back(ring_certificate(rings, *std::move(next)));
  return true;
}

}  // namespace

std::vector<crypto::Certificate> chain_on_ring(const crypto::Certificate& leaf,
                                               const std::vector<crypto::Certificate>& visible, base::Instant at) {
  std::vector<crypto::Certificate> chain;
  const crypto::Certificate* last = &leaf;
  while (chain.size() < crypto::longest_chain && !last->is_self_signed()) {
    last = issuer_of(*last, visible, chain, at);
    if (last == nullptr || *last == leaf) break;
    chain.push_back(*last);
  }
  return chain;
}

RingContents read_ring(lab::Lab& lab, const database::SystemRecord& system, const RingName& ring,
                       const std::optional<std::string>& label) {
  RingContents contents{ring, {}, {}};
  if (!read_members(contents, lab, system)) return contents;
  contents.party.anchors = anchors_of(contents.members);
  if (const RingCertificate* member = chosen(contents.members, label))
    take_identity(contents, *member, lab.now());
  else
    explain_absence(contents, label);
  return contents;
}

}  // namespace ringside::racf
