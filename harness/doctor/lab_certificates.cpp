// harness/doctor/lab_certificates.cpp - finds the systems of a lab that have a certificate, its key or its issuer.
#include "harness/doctor/lab_certificates.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace ringside::harness {
namespace {

using Records = std::vector<database::CertificateRecord>;
using Search = std::function<Records(database::SecurityDatabase&)>;

std::vector<Holding> everywhere(lab::Lab& lab, const Nearest& nearest, const Search& search) {
  std::vector<Holding> found;
  for (const database::SystemRecord& system : one_system_each(lab, nearest)) {
    auto database = lab.database_of(system);
    for (database::CertificateRecord& record : search(database)) found.push_back({system, std::move(record)});
  }
  return found;
}

void with_key_first(Records& records) {
  std::stable_partition(records.begin(), records.end(), [](const auto& record) { return record.has_key(); });
}

}  // namespace

std::vector<database::SystemRecord> one_system_each(lab::Lab& lab, const Nearest& nearest) {
  std::vector<database::SystemRecord> systems;
  for (const database::SystemRecord& system : lab.systems().all())
    if (system.kind == "zos") systems.push_back(system);
  for (auto name = nearest.rbegin(); name != nearest.rend(); ++name)
    std::stable_partition(systems.begin(), systems.end(), [&](const auto& system) { return system.name == *name; });
  std::set<std::int64_t> seen;
  std::erase_if(systems, [&](const auto& system) { return !seen.insert(system.database_id).second; });
  return systems;
}

std::vector<Holding> holdings_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest) {
  const std::string key = certificate.public_key().fingerprint();
  return everywhere(lab, nearest, [&](database::SecurityDatabase& database) {
    Records records = database.certificates.by_key(key);
    std::erase_if(records, [&](const auto& record) { return record.der != certificate.der(); });
    return records;
  });
}

std::optional<Holding> key_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest) {
  const std::string key = certificate.public_key().fingerprint();
  auto found = everywhere(lab, nearest, [&](database::SecurityDatabase& database) {
    Records records = database.certificates.by_key(key);
    std::erase_if(records, [](const auto& record) { return !record.has_key(); });
    // The certificate itself comes before others with the same key.
    std::stable_partition(records.begin(), records.end(),
                          [&](const auto& record) { return record.der == certificate.der(); });
    return records;
  });
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Holding> issuers_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest) {
  const base::Bytes name = certificate.issuer().der();
  return everywhere(lab, nearest, [&](database::SecurityDatabase& database) {
    Records records = database.certificates.by_subject(name);
    std::erase_if(records, [&](const auto& record) {
      return !certificate.is_signed_by(crypto::Certificate::from_stored(record.der).public_key());
    });
    with_key_first(records);
    return records;
  });
}

}  // namespace ringside::harness
