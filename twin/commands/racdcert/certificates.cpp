// twin/commands/racdcert/certificates.cpp - RACDCERT ADD, ALTER, GENREQ and DELETE that lead from the certificates of a
// system to those of another.
//
// A certificate is the same on both systems if its owner and its SHA-256 are. Each step looks at the system as it is
// after the step before.
#include "twin/commands/racdcert/certificates.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "emulator/racf/racdcert/owner.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/racdcert/certificate_file.hpp"
#include "twin/commands/racdcert/held_certificates.hpp"

namespace ringside::twin {
namespace {

using database::CertificateRecord;

using Held = std::map<CertificateKey, CertificateRecord>;

/// Whether ADD or DELETE and ADD must give the certificate another place for its private key.
enum class KeyChange { none, by_add, by_new_certificate };

KeyChange key_change(const CertificateRecord& present, const CertificateRecord& wanted) {
  if (present.has_key() == wanted.has_key() && present.pkds_label == wanted.pkds_label) return KeyChange::none;
  if (!wanted.has_key()) return KeyChange::by_new_certificate;
  if (!present.has_key()) return KeyChange::by_add;
  return present.pkds_label.empty() && !present.has_key_at_site_only() ? KeyChange::by_add
                                                                       : KeyChange::by_new_certificate;
}

void delete_certificate(Transition& transition, const CertificateRecord& record) {
  transition.run(racdcert_by_label(record.owner, "DELETE", record.label) + (record.request_made ? " FORCE" : ""));
}

/// The certificate of the same owner and key that ADD would renew.
bool is_renewed(const CertificateRecord& present, const Held& wanted, const Held& now) {
  if (!present.has_key() || present.key_fingerprint.empty()) return false;
  return std::any_of(wanted.begin(), wanted.end(), [&](const auto& each) {
    return each.second.owner == present.owner && each.second.key_fingerprint == present.key_fingerprint &&
           !now.contains(each.first);
  });
}

/// Deletes what stands in the way: certificates that the other system does not have, under a label that it uses, or
/// with the profile name of one to be added; and those that must lose their key or move it.
void delete_conflicting(Transition& transition) {
  const Held now = certificates_of(transition.now()), wanted = certificates_of(transition.wanted());
  std::set<std::pair<std::string, std::string>> labels;
  std::set<std::string> profiles;
  for (const auto& [key, record] : wanted) {
    labels.emplace(record.owner, record.label);
    if (!now.contains(key)) profiles.insert(record.profile);
  }
  for (const auto& [key, record] : now) {
    const auto same = wanted.find(key);
    if (same != wanted.end()) {
      if (key_change(record, same->second) == KeyChange::by_new_certificate) delete_certificate(transition, record);
    } else if (profiles.contains(record.profile) ||
               (labels.contains({record.owner, record.label}) && !is_renewed(record, wanted, now))) {
      delete_certificate(transition, record);
    }
  }
}

/// A certificate that is there under another label or status.
struct Alteration {
  std::string owner, label, new_label;
  std::string status;  ///< empty: it is the same
};

std::vector<Alteration> alterations(Transition& transition) {
  const Held now = certificates_of(transition.now());
  std::vector<Alteration> found;
  for (const auto& [key, record] : certificates_of(transition.wanted())) {
    const auto present = now.find(key);
    if (present == now.end()) continue;
    const bool same_status = present->second.status == record.status;
    if (present->second.label != record.label || !same_status)
      found.push_back({record.owner, present->second.label, record.label, same_status ? "" : to_string(record.status)});
  }
  return found;
}

bool alter(Transition& transition, const Alteration& alteration) {
  std::string command = racdcert_by_label(alteration.owner, "ALTER", alteration.label);
  if (!alteration.status.empty()) command += " " + alteration.status;
  if (alteration.new_label != alteration.label) command += " " + text_operand("NEWLABEL", alteration.new_label);
  return transition.run(command);
}

std::string free_label(const database::SecurityDatabase& database, const std::string& owner) {
  for (int number = 1;; ++number) {
    std::string label = fmt::format("RINGSIDE {}", number);
    if (!database.certificates.id_by_label(owner, label)) return label;
  }
}

/// Gives labels and status, in an order in which each new label is free. Where labels change places, one certificate
/// has a label of ours meanwhile.
void alter_certificates(Transition& transition) {
  std::vector<Alteration> pending = alterations(transition);
  const auto is_free = [&](const Alteration& each) {
    return each.label == each.new_label ||
           !transition.now().certificates.id_by_label(each.owner, each.new_label).has_value();
  };
  while (!pending.empty()) {
    const auto next = std::find_if(pending.begin(), pending.end(), is_free);
    if (next != pending.end()) {
      alter(transition, *next);
      pending.erase(next);
      continue;
    }
    Alteration& first = pending.front();
    const std::string meanwhile = free_label(transition.now(), first.owner);
    if (!alter(transition, {first.owner, first.label, meanwhile, ""})) return;
    first.label = meanwhile;
  }
}

std::string add_command(Transition& transition, const CertificateRecord& record) {
  const CertificateFile file = make_file(transition, record);
  return fmt::format("RACDCERT {} ADD({}) {} {}{}{}", racf::racdcert::Owner{record.owner}.operand(),
                     in_quotes(file.data_set), text_operand("WITHLABEL", record.label), to_string(record.status),
                     file.operands.empty() ? "" : " ", file.operands);
}

/// In the order in which the other system got them, so that issuers come first.
void add_certificates(Transition& transition) {
  const Held now = certificates_of(transition.now());
  std::vector<CertificateRecord> missing;
  for (const auto& [key, record] : certificates_of(transition.wanted())) {
    const auto present = now.find(key);
    const bool brings_key = present != now.end() && key_change(present->second, record) == KeyChange::by_add;
    if (present == now.end() ? has_content(transition, record) : brings_key) missing.push_back(record);
  }
  std::sort(missing.begin(), missing.end(), [](const auto& left, const auto& right) { return left.id < right.id; });
  std::vector<std::string> commands;
  for (const CertificateRecord& record : missing) {
    if (now.contains(certificate_key(record)) && !carries_key(transition, record))
      remark_key_left(transition, record);
    else
      commands.push_back(add_command(transition, record));
  }
  transition.run_in_some_order(std::move(commands));
}

void make_requests(Transition& transition) {
  const Held now = certificates_of(transition.now());
  for (const auto& [key, record] : certificates_of(transition.wanted())) {
    const auto present = now.find(key);
    if (present == now.end() || present->second.request_made == record.request_made) continue;
    if (record.request_made)
      transition.run(fmt::format("{} DSN({})", racdcert_by_label(record.owner, "GENREQ", record.label),
                                 in_quotes(transition.free_data_set("REQUEST"))));
    else
      transition.remark(
          fmt::format("{}: a request was made with its key here and not there; no command takes that back",
                      certificate_phrase(record)));
  }
}

}  // namespace

void put_certificates(Transition& transition) {
  delete_conflicting(transition);
  alter_certificates(transition);
  add_certificates(transition);
  alter_certificates(transition);
  make_requests(transition);
}

void delete_certificates(Transition& transition) {
  const Held wanted = certificates_of(transition.wanted());
  for (const auto& [key, record] : certificates_of(transition.now()))
    if (!wanted.contains(key)) delete_certificate(transition, record);
}

}  // namespace ringside::twin
