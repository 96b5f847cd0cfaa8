// app/connections/connection_check.cpp - what a program that reads rings finds: the lab, the user, the rings, the
// libraries.
#include "app/connections/connection_check.hpp"

#include <fmt/format.h>

#include "app/connections/installed_files.hpp"
#include "connectors/caller/opened_lab.hpp"

namespace ringside::app {
namespace {

using racf::datalib::Service;

/// "2 certificates, 1 private key": what the caller gets of a ring; empty if the caller may not read it.
std::string contents_of(Service& service, const racf::RingName& ring) {
  std::size_t certificates = 0, keys = 0;
  const auto count = [&](const racf::datalib::Entry& entry) {
    ++certificates;
    keys += entry.private_key ? 1 : 0;
  };
  constexpr int trusted_only = 0;  // version of the parameter list
  const auto first = service.data_get_first(ring.owner, ring.name, {}, trusted_only);
  if (!first && first.error().codes != racf::datalib::no_certificate) return "";
  if (first) {
    count(first->entry);
    for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
      count(*next);
  }
  return fmt::format("{} certificate(s), {} private key(s)", certificates, keys);
}

void add_rings(connectors::OpenedLab& opened, std::vector<Finding>& findings) {
  const std::size_t before = findings.size();
  for (const auto& record : opened.lab().database_of(opened.system()).rings.by_owner("")) {
    const racf::RingName ring{record.owner, record.name};
    if (const std::string contents = contents_of(opened.service(), ring); !contents.empty())
      findings.push_back({"ring", true, racf::to_string(ring) + ": " + contents});
  }
  if (findings.size() == before) findings.push_back({"ring", true, "none that the user may read"});
}

void add_lab(const connectors::Settings& settings, std::vector<Finding>& findings) {
  const auto opened = connectors::OpenedLab::open(settings);
  if (!opened) return findings.push_back({"lab", false, opened.error().explanation});
  connectors::OpenedLab& lab = **opened;
  findings.push_back({"lab", true, settings.lab});
  findings.push_back({"system", true, lab.system().name});
  if (!lab.lab().database_of(lab.system()).users.find(settings.user))
    return findings.push_back({"user", false, settings.user + " is not defined on " + lab.system().name});
  findings.push_back({"user", true, settings.user});
  add_rings(lab, findings);
}

}  // namespace

std::vector<Finding> connections_found(const connectors::Settings& settings,
                                       const std::filesystem::path& program_folder) {
  std::vector<Finding> findings;
  add_lab(settings, findings);
  for (const InstalledFile& file : installed_files()) {
    const auto path = path_of(file, program_folder);
    findings.push_back({std::string(file.interface), path.has_value(),
                        path ? path->string() : fmt::format("{} is not beside the program", file.file)});
  }
  return findings;
}

}  // namespace ringside::app
