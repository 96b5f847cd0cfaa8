// twin/load/rings.cpp - loads the key rings of an unload.
#include "twin/load/rings.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "twin/load/resources.hpp"

namespace ringside::twin {
namespace {

constexpr const char* member_kind = "member";  // of the staging table: by ring and certificate

const std::string ring_records = waiting_kind("DIGTRING");

std::optional<database::Usage> usage_of(const std::string& word) {
  for (const auto usage : {database::Usage::personal, database::Usage::certauth, database::Usage::site})
    if (to_string(usage) == word) return usage;
  return std::nullopt;
}

std::string member_key(const std::string& ring, const std::string& certificate) {
  return ring + "\n" + certificate;
}

/// Adds the ring of a profile OWNER.NAME; nullopt, with a remark, if it names none.
std::optional<database::Ring> add_ring(Loading& loading, const std::string& profile) {
  const std::size_t period = profile.find('.');
  const std::string owner = profile.substr(0, period);
  const std::string name = period == std::string::npos ? "" : without_cent_signs(profile.substr(period + 1));
  const auto leave_out = [&](const std::string& why) {
    loading.remark("ring left out", profile, why);
    return std::nullopt;
  };
  if (name.empty() || !is_clean(name)) return leave_out("its name is not OWNER.RING");
  if (!loading.database.users.find(owner)) return leave_out("its owner " + owner + " is not there");
  if (loading.database.rings.find(owner, name)) return leave_out("another ring has the same name");
  loading.database.rings.add(owner, name);
  return loading.database.rings.find(owner, name);
}

void connect(Loading& loading, const std::string& profile, const database::Ring& ring, const Record& record) {
  static const Field &name = field("KEYR_CERT_NAME"), &usage = field("KEYR_CERT_USAGE"),
                     &is_default = field("KEYR_CERT_DEFAULT"), &label = field("KEYR_CERT_LABEL");
  const std::string certificate = record.text(name), word = record.text(usage), said = record.text(label);
  const auto held = loading.database.certificates.by_profile(certificate);
  if (!held)
    return loading.remark("member without certificate", "ring " + profile,
                          "its member " + certificate + " is not there");
  if (loading.staging.first(member_kind, member_key(profile, certificate)))
    return loading.remark("member twice", "ring " + profile, "a second record 0562 of " + certificate);
  const auto used = usage_of(word);
  if (!used)
    loading.remark("usage that is none", "ring " + profile,
                   fmt::format("'{}' has the usage {}; the twin takes PERSONAL", held->label, word));
  if (!said.empty() && said != held->label)
    loading.remark(
        "label differs", "ring " + profile,
        fmt::format("record 0562 has the label '{}', record 0207 '{}' for {}", said, held->label, certificate));
  loading.database.rings.connect(ring.id,
                                 {held->id, used.value_or(database::Usage::personal), record.flag(is_default)});
  loading.staging.put(member_kind, member_key(profile, certificate), "");
}

void check_back_references(Loading& loading) {
  static const Field& ring = field("CERTR_RING_NAME");
  loading.staging.all("0561", [&](const std::string& certificate, const std::string& line) {
    const std::string profile = Record(line).text(ring);
    if (!loading.staging.first(member_kind, member_key(profile, certificate)))
      loading.remark(
          "ring without member", "ring " + profile,
          fmt::format("record 0561 of {} names the ring, and no record 0562 of it has the certificate", certificate));
  });
}

}  // namespace

std::uint64_t load_rings(Loading& loading) {
  std::uint64_t count = 0;
  loading.staging.all(ring_records, [&](const std::string& profile, const std::string&) {
    const auto ring = add_ring(loading, profile);
    if (!ring) return;
    ++count;
    std::uint64_t defaults = 0;
    loading.staging.each("0562", profile, [&](const std::string& line) {
      const Record record(line);
      if (record.flag(field("KEYR_CERT_DEFAULT"))) ++defaults;
      connect(loading, profile, *ring, record);
    });
    if (defaults > 1)
      loading.remark("several defaults", "ring " + profile,
                     fmt::format("{} members are the default; the twin takes the last one", defaults));
  });
  std::set<std::string> told;
  loading.staging.all("0562", [&](const std::string& profile, const std::string&) {
    if (!loading.staging.first(ring_records, profile) && told.insert(profile).second)
      loading.remark("members without ring", "ring " + profile, "records 0562 name it, and no record 0500 does");
  });
  check_back_references(loading);
  return count;
}

}  // namespace ringside::twin
