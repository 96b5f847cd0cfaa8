// emulator/racf/ring_reader.cpp - what a server gets from a key ring.
#include "emulator/racf/ring_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/base/fault.hpp"
#include "emulator/base/limits.hpp"
#include "emulator/base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/private_key.hpp"

namespace ringside::racf {
namespace {

constexpr const char* virtual_ring = "*";

crypto::Certificate decode(const database::CertificateRecord& record) {
  auto certificate = crypto::Certificate::from_der(record.der);
  if (!certificate)
    throw base::Fault(
        fmt::format("the certificate with label {} cannot be read: {}", record.label, certificate.error().detail));
  return *std::move(certificate);
}

RingCertificate ring_certificate(database::CertificateRecord record, database::Usage usage, bool is_default) {
  crypto::Certificate certificate = decode(record);
  return {std::move(record), std::move(certificate), usage, is_default};
}

database::Usage usage_of_owner(const std::string& owner) {
  if (owner == database::certauth_owner) return database::Usage::certauth;
  return owner == database::site_owner ? database::Usage::site : database::Usage::personal;
}

std::vector<RingCertificate> virtual_members(database::SecurityDatabase& database, const std::string& owner) {
  std::vector<RingCertificate> members;
  for (database::CertificateRecord& record : database.certificates.by_owner(owner))
    members.push_back(ring_certificate(std::move(record), usage_of_owner(owner), false));
  return members;
}

std::vector<RingCertificate> connected_members(database::SecurityDatabase& database, const database::Ring& ring) {
  std::vector<RingCertificate> members;
  for (const database::RingMember& member : database.rings.members(ring.id)) {
    auto record = database.certificates.by_id(member.certificate_id);
    if (!record) throw base::Fault(fmt::format("ring {} holds a certificate that is not in the database", ring.name));
    members.push_back(ring_certificate(*std::move(record), member.usage, member.is_default));
  }
  return members;
}

// Own keys are the owner's. Keys of others need RDATALIB: UPDATE on the ring's LST resource for another user's, CONTROL
// for those of CERTAUTH and SITE, and a profile there is final; without one, CONTROL on IRR.DIGTCERT.GENCERT in
// FACILITY opens the keys of CERTAUTH and SITE alone (Callable Services, "R_datalib", RACF authorization).
bool may_read_key(Session& as_owner, const RingName& ring, const std::string& certificate_owner) {
  if (certificate_owner == ring.owner) return true;
  Context context(as_owner, nullptr);
  const bool of_user = usage_of_owner(certificate_owner) == database::Usage::personal;
  auto& classes = as_owner.database.classes;
  if (classes.has("RDATALIB", "CLASSACT")) {
    const std::string ring_part = ring.name == virtual_ring ? "IRR_VIRTUAL_KEYRING" : base::upper(ring.name);
    const AccessDecision decision = access_to(context, "RDATALIB", ring.owner + "." + ring_part + ".LST");
    if (decision.profile) return decision.allowed >= (of_user ? AccessLevel::update : AccessLevel::control);
  }
  if (of_user || !classes.has("FACILITY", "CLASSACT")) return false;
  return access_to(context, "FACILITY", "IRR.DIGTCERT.GENCERT").allowed >= AccessLevel::control;
}

// The member that a server uses: the default, or the one of a label. Where two owners use one label, the personal one
// with a key is the one that a server can mean.
const RingCertificate* chosen(const std::vector<RingCertificate>& members, const std::optional<std::string>& label) {
  const RingCertificate* found = nullptr;
  for (const RingCertificate& member : members) {
    if (label ? member.record.label != *label : !member.is_default) continue;
    const bool usable = member.visible() && member.usage == database::Usage::personal && member.record.has_key();
    if (!found || usable) found = &member;
  }
  return found;
}

// The issuers of a certificate as far as the ring holds them, the self-signed one included as System SSL sends it.
std::vector<crypto::Certificate> chain_of(const crypto::Certificate& leaf,
                                          const std::vector<RingCertificate>& members) {
  std::vector<crypto::Certificate> chain;
  const crypto::Certificate* last = &leaf;
  while (chain.size() < base::limits::chain_depth && !last->is_self_signed()) {
    const auto issuer = std::find_if(members.begin(), members.end(), [&](const RingCertificate& member) {
      const bool known =
          member.certificate == leaf || std::find(chain.begin(), chain.end(), member.certificate) != chain.end();
      return !known && member.visible() && member.certificate.subject() == last->issuer() &&
             last->is_signed_by(member.certificate.public_key());
    });
    if (issuer == members.end()) break;
    chain.push_back(issuer->certificate);
    last = &issuer->certificate;
  }
  return chain;
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

// What keeps a member from being a server's identity, in the order in which R_datalib decides.
void take_identity(RingContents& contents, const RingCertificate& member, Session& as_owner) {
  const database::CertificateRecord& record = member.record;
  const std::string what = fmt::format("certificate '{}' of {}", record.label, owner_operand(record.owner));
  if (!member.visible()) return set_problem(contents, IdentityProblem::not_trusted, what + " has status NOTRUST");
  if (member.usage != database::Usage::personal)
    return set_problem(
        contents, IdentityProblem::not_personal,
        fmt::format("{} is connected with usage {}, not PERSONAL", what, database::to_string(member.usage)));
  auto key = private_key_of(as_owner.database, record);
  if (!key) return set_problem(contents, IdentityProblem::no_key, what + " has no private key in this database");
  if (!may_read_key(as_owner, contents.ring, record.owner))
    return set_problem(contents, IdentityProblem::key_not_readable,
                       fmt::format("{} has no authority for the private key of {}", contents.ring.owner, what));
  contents.party.identity = {member.certificate, *std::move(key), chain_of(member.certificate, contents.members)};
}

}  // namespace

std::string to_string(const RingName& ring) {
  if (ring.owner == database::certauth_owner) return "*AUTH*/" + ring.name;
  if (ring.owner == database::site_owner) return "*SITE*/" + ring.name;
  return ring.owner + "/" + ring.name;
}

std::optional<RingName> ring_name(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == text.size()) return std::nullopt;
  const std::string owner = base::upper(text.substr(0, slash));
  const std::string name = text.substr(slash + 1);
  if (owner == "*AUTH*" || owner == "IRRCERTA") return RingName{database::certauth_owner, name};
  if (owner == "*SITE*" || owner == "IRRSITEC") return RingName{database::site_owner, name};
  return RingName{owner, name};
}

std::string owner_operand(const std::string& owner) {
  if (owner == database::certauth_owner) return "CERTAUTH";
  return owner == database::site_owner ? "SITE" : "ID(" + owner + ")";
}

RingContents read_ring(lab::Lab& lab, const database::SystemRecord& system, const RingName& ring,
                       const std::optional<std::string>& label) {
  Session as_owner(lab, system, ring.owner);
  RingContents contents{ring, {}, {}, IdentityProblem::none, {}};
  if (ring.name == virtual_ring) {
    contents.members = virtual_members(as_owner.database, ring.owner);
  } else if (const auto found = as_owner.database.rings.find(ring.owner, ring.name)) {
    contents.members = connected_members(as_owner.database, *found);
  } else {
    set_problem(contents, IdentityProblem::no_ring, fmt::format("ring {} does not exist", to_string(ring)));
    return contents;
  }
  contents.party.anchors = anchors_of(contents.members);
  if (const RingCertificate* member = chosen(contents.members, label))
    take_identity(contents, *member, as_owner);
  else
    explain_absence(contents, label);
  return contents;
}

}  // namespace ringside::racf
