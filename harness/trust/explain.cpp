// harness/trust/explain.cpp - explains OpenSSL's verdict in RACF's terms.
#include "harness/trust/explain.hpp"

#include <array>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "harness/trust/key_fitness.hpp"

namespace ringside::harness {
namespace {

using crypto::Certificate;
using racf::RingCertificate;

std::vector<Certificate> path_of(const crypto::Identity& presented) {
  std::vector<Certificate> path = {presented.certificate};
  path.insert(path.end(), presented.chain.begin(), presented.chain.end());
  return path;
}

std::string described(const database::CertificateRecord& record) {
  return fmt::format("{} LABEL('{}')", racf::owner_operand(record.owner), record.label);
}

// A member of the judge's ring with an issuer's name. With the right key, something hides the member from the ring's
// readers; with another key, it is a different CA of the same name.
std::optional<Finding> on_the_ring(const std::vector<Certificate>& path, const racf::RingContents& ring) {
  std::optional<Finding> same_name;
  for (const Certificate& certificate : path) {
    for (const RingCertificate& member : ring.members) {
      if (member.certificate.subject() != certificate.issuer()) continue;
      const std::string what = fmt::format("{} on ring {}", described(member.record), racf::to_string(ring.ring));
      if (!certificate.is_signed_by(member.certificate.public_key()))
        same_name = Finding{Reason::another_key, fmt::format("{} has the issuer's name, {}, but another key", what,
                                                             certificate.issuer().listing())};
      else if (!member.visible())
        return Finding{Reason::notrust, what + " has status NOTRUST, so the ring's readers do not see it"};
      else if (member.usage == database::Usage::personal)
        return Finding{Reason::wrong_usage, what + " is connected with usage PERSONAL, so it anchors nothing"};
    }
  }
  return same_name;
}

std::optional<Finding> in_the_database(const std::vector<Certificate>& path, const Judge& judge) {
  std::optional<Finding> same_name;
  const std::string ring = racf::to_string(judge.ring.ring);
  for (const Certificate& certificate : path) {
    for (const auto& record : judge.database.certificates.by_subject(certificate.issuer().der())) {
      const auto candidate = Certificate::from_stored(record.der);
      const std::string status = record.status == database::Status::notrust ? ", with status NOTRUST," : "";
      if (certificate.is_signed_by(candidate.public_key()))
        return Finding{Reason::not_on_ring,
                       fmt::format("the issuer {} is in the database as {}{} but not connected to ring {}",
                                   certificate.issuer().listing(), described(record), status, ring)};
      same_name =
          Finding{Reason::not_on_ring,
                  fmt::format("the issuer {} is not on ring {}; the database has {} of that name with another key",
                              certificate.issuer().listing(), ring, described(record))};
    }
  }
  return same_name;
}

Finding in_the_store(const std::vector<Certificate>& path, const Judge& judge) {
  for (const Certificate& certificate : path)
    for (const Certificate& anchor : judge.ring.party.anchors)
      if (anchor.subject() == certificate.issuer() && !certificate.is_signed_by(anchor.public_key()))
        return {Reason::another_key, fmt::format("{} has a certificate with the issuer's name, {}, but another key",
                                                 judge.trust_store, certificate.issuer().listing())};
  return {Reason::not_in_store,
          fmt::format("the issuer {} is not in {}", path.back().issuer().listing(), judge.trust_store)};
}

Finding explain_anchor(const std::vector<Certificate>& path, const Judge& judge) {
  if (!judge.trust_store.empty()) return in_the_store(path, judge);
  if (auto finding = on_the_ring(path, judge.ring)) return *finding;
  if (auto finding = in_the_database(path, judge)) return *finding;
  return {Reason::not_on_ring, fmt::format("the issuer {} is neither on ring {} nor in its database",
                                           path.back().issuer().listing(), racf::to_string(judge.ring.ring))};
}

// Finds the certificate that failed by name and dates, because an old and a new CA may have the same name.
Finding explain_dates(const crypto::SideResult& side, const std::vector<Certificate>& path, const Judge& judge,
                      base::Instant at, base::Zone zone, Reason reason) {
  std::vector<Certificate> candidates = path;
  const auto& anchors = judge.ring.party.anchors;
  candidates.insert(candidates.end(), anchors.begin(), anchors.end());
  for (const Certificate& candidate : candidates) {
    if (candidate.subject().listing() != side.failed_subject) continue;
    if (reason == Reason::expired && candidate.not_after() <= at)
      return {reason, fmt::format("{} was valid until {}", side.failed_subject,
                                  base::listing_time(candidate.not_after(), zone))};
    if (reason == Reason::not_yet_valid && candidate.not_before() > at)
      return {reason, fmt::format("{} is valid from {}", side.failed_subject,
                                  base::listing_time(candidate.not_before(), zone))};
  }
  return {reason, side.failed_subject};
}

struct Verdict {
  int error;
  Reason reason;
  const char* text;
};

// X509_V_ERR_... of <openssl/x509_vfy.h>; the numbers are part of OpenSSL's binary interface.
constexpr std::array<Verdict, 14> verdicts = {{
    {2, Reason::not_on_ring, ""},   // UNABLE_TO_GET_ISSUER_CERT
    {7, Reason::not_on_ring, ""},   // CERT_SIGNATURE_FAILURE: an anchor of the same name, when no key identifier tells
    {18, Reason::not_on_ring, ""},  // DEPTH_ZERO_SELF_SIGNED_CERT
    {19, Reason::not_on_ring, ""},  // SELF_SIGNED_CERT_IN_CHAIN
    {20, Reason::not_on_ring, ""},  // UNABLE_TO_GET_ISSUER_CERT_LOCALLY
    {21, Reason::not_on_ring, ""},  // UNABLE_TO_VERIFY_LEAF_SIGNATURE
    {9, Reason::not_yet_valid, ""},
    {10, Reason::expired, ""},
    {22, Reason::other, "the chain is longer than OpenSSL verifies"},                // CERT_CHAIN_TOO_LONG
    {25, Reason::not_a_ca, "the chain is longer than an issuer allows"},             // PATH_LENGTH_EXCEEDED
    {26, Reason::wrong_purpose, "its extensions do not allow this use"},             // INVALID_PURPOSE
    {32, Reason::not_a_ca, "its key usage does not allow it to sign certificates"},  // KEYUSAGE_NO_CERTSIGN
    {62, Reason::host_name, "the certificate does not name the host"},               // HOSTNAME_MISMATCH
    {79, Reason::not_a_ca, "it is no CA certificate"},                               // INVALID_CA
}};

const Verdict* verdict_of(int error) {
  for (const Verdict& verdict : verdicts)
    if (verdict.error == error) return &verdict;
  return nullptr;
}

}  // namespace

Finding explain_verification(const crypto::SideResult& side, const Judge& judge, const crypto::Identity& presented,
                             base::Instant at, base::Zone zone) {
  const Verdict* verdict = verdict_of(side.verify_error);
  if (!verdict) return {Reason::other, side.failed_subject};
  const std::vector<Certificate> path = path_of(presented);
  switch (verdict->reason) {
    case Reason::not_on_ring:
      return explain_anchor(path, judge);
    case Reason::expired:
    case Reason::not_yet_valid:
      return explain_dates(side, path, judge, at, zone, verdict->reason);
    default:
      return {verdict->reason, fmt::format("{}: {}", side.failed_subject, verdict->text)};
  }
}

Finding explain_break(const crypto::Identity* server, const crypto::Identity* client, crypto::TlsVersion version) {
  for (const crypto::Identity* identity : {server, client}) {
    if (identity == nullptr) continue;
    const auto& key = identity->certificate.public_key();
    if (is_fit_for_tls(key, version)) continue;
    return {Reason::unsuitable_key,
            fmt::format("{} has {}, which TLS {} cannot use", identity->certificate.subject().listing(), key_words(key),
                        version == crypto::TlsVersion::tls13 ? "1.3" : "1.2")};
  }
  return {Reason::other, "the handshake broke off"};
}

Finding explain_identity(const racf::RingContents& ring) {
  using racf::IdentityProblem;
  static const std::map<IdentityProblem, Reason> reasons = {
      {IdentityProblem::no_ring, Reason::no_ring},       {IdentityProblem::not_authorized, Reason::not_authorized},
      {IdentityProblem::no_default, Reason::no_default}, {IdentityProblem::no_label, Reason::no_label},
      {IdentityProblem::not_trusted, Reason::notrust},   {IdentityProblem::not_personal, Reason::wrong_usage},
      {IdentityProblem::no_key, Reason::no_key},         {IdentityProblem::key_not_readable, Reason::key_not_readable}};
  const auto found = reasons.find(ring.problem);
  return {found == reasons.end() ? Reason::other : found->second, ring.explanation};
}

}  // namespace ringside::harness
