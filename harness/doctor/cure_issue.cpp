// harness/doctor/cure_issue.cpp - remedies that make certificates.
#include "harness/doctor/cure_issue.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::harness {
namespace {

using crypto::Certificate;
using Records = std::vector<database::CertificateRecord>;

bool can_sign(const database::CertificateRecord& record) {
  return record.has_key() && record.status != database::Status::notrust;
}

// Appends the system to the common name, so that the name is unique.
crypto::DistinguishedName named_after(const crypto::DistinguishedName& name, const std::string& system) {
  std::vector<crypto::NamePart> parts = name.parts();
  const auto common =
      std::find_if(parts.begin(), parts.end(), [](const crypto::NamePart& part) { return part.attribute == "CN"; });
  const std::size_t room = base::limits::subject_part_characters - system.size() - 1;
  if (common == parts.end())
    parts.insert(parts.begin(), {"CN", "CA of " + system});
  else
    common->value = base::trim_right(common->value.substr(0, room)) + " " + system;
  return crypto::DistinguishedName::from_parts(parts).value_or(name);
}

}  // namespace

std::string subjectsdn_operand(const crypto::DistinguishedName& name) {
  std::string text;
  for (const char* attribute : {"CN", "T", "OU", "O", "L", "SP", "C"}) {
    std::vector<std::string> values;
    for (const crypto::NamePart& part : name.parts())
      if (part.attribute == attribute) values.push_back(in_quotes(part.value));
    if (!values.empty()) text += fmt::format("{}{}({})", text.empty() ? "" : " ", attribute, base::join(values, ","));
  }
  return "SUBJECTSDN(" + text + ")";
}

std::string signwith_operand(const database::CertificateRecord& signer, const std::string& owner) {
  // SIGNWITH without an owner means the owner of the new certificate.
  const bool unsaid = signer.owner == owner && owner != database::certauth_owner && owner != database::site_owner;
  return fmt::format("SIGNWITH({}{})", unsaid ? "" : racf::owner_operand(signer.owner) + " ",
                     label_operand(signer.label));
}

std::string end_operand(lab::Lab& lab, const Certificate* signer) {
  base::CivilTime day = base::one_year_later(base::to_local(lab.now(), lab.zone()));
  day.hour = 23;
  day.minute = day.second = 59;
  const base::Instant end = *base::from_local(day, lab.zone());
  return not_after_operand(signer == nullptr ? end : std::min(end, signer->not_after()), lab.zone());
}

std::optional<database::CertificateRecord> signer_for(Station& station, const Certificate* old) {
  if (old != nullptr && !old->is_self_signed())
    for (const auto& record : station.database.certificates.by_subject(old->issuer().der()))
      if (can_sign(record) && old->is_signed_by(Certificate::from_stored(record.der).public_key())) return record;
  Records on_ring;
  for (const racf::RingCertificate& member : station.ring.members)
    if (member.record.owner == database::certauth_owner && can_sign(member.record)) on_ring.push_back(member.record);
  if (on_ring.size() == 1) return on_ring.front();
  Records all = station.database.certificates.by_owner(database::certauth_owner);
  std::erase_if(all, [](const auto& record) { return !can_sign(record); });
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}

void make_server_certificate(RemedyWriter& writer, Station& station, const Certificate* old) {
  const racf::RingName& ring = station.ring.ring;
  const std::string& system = station.system.name;
  const auto signer = signer_for(station, old);
  const auto issuer = signer ? std::optional(Certificate::from_stored(signer->der)) : std::nullopt;
  const std::string label = writer.free_label(system, ring.owner, "Server");
  const std::string subject =
      old != nullptr ? subjectsdn_operand(old->subject()) : fmt::format("SUBJECTSDN(CN({}))", in_quotes(station.host));
  writer.tso(system, fmt::format("RACDCERT ID({}) GENCERT {} WITHLABEL({}){} {}", ring.owner, subject, in_quotes(label),
                                 signer ? " " + signwith_operand(*signer, ring.owner) : "",
                                 end_operand(writer.lab(), issuer ? &*issuer : nullptr)));
  writer.connect(system, ring, ring.owner, label, "DEFAULT");
}

void sign_anew(RemedyWriter& writer, Station& station, const database::CertificateRecord& record,
               const std::string& signer_operand, const std::string& more) {
  const std::string owner = racf::owner_operand(record.owner);
  const std::string request = writer.free_data_set("REQ");
  const std::string& system = station.system.name;
  writer.tso(system, fmt::format("RACDCERT {} GENREQ({}) DSN('{}')", owner, label_operand(record.label), request));
  writer.tso(system, fmt::format("RACDCERT {} GENCERT('{}') {}{}", owner, request, signer_operand,
                                 more.empty() ? "" : " " + more));
}

std::string make_own_ca(RemedyWriter& writer, Station& station, const Certificate& like,
                        const database::CertificateRecord& server) {
  const std::string& system = station.system.name;
  const std::string label = writer.free_label(system, database::certauth_owner, "CA of " + system);
  const auto shown = Certificate::from_stored(server.der);
  const base::Instant end = std::max(like.not_after(), shown.not_after());
  writer.tso(system, fmt::format("RACDCERT CERTAUTH GENCERT {} WITHLABEL({}) {}",
                                 subjectsdn_operand(named_after(like.subject(), system)), in_quotes(label),
                                 not_after_operand(end, writer.lab().zone())));
  database::CertificateRecord authority;
  authority.owner = database::certauth_owner;
  authority.label = label;
  sign_anew(writer, station, server, signwith_operand(authority, server.owner),
            not_after_operand(shown.not_after(), writer.lab().zone()));
  writer.connect(system, station.ring.ring, database::certauth_owner, label);
  return label;
}

}  // namespace ringside::harness
