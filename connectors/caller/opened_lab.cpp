// connectors/caller/opened_lab.cpp - a lab that a library has open, with the system and the user that it works for.
#include "connectors/caller/opened_lab.hpp"

#include <algorithm>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::connectors {
namespace {

using racf::datalib::fail;
using racf::datalib::racf_not_installed;

/// Thrown inside of this file where the lab has no such system.
struct NoSystem {
  std::string explanation;
};

database::SystemRecord system_of(lab::Lab& lab, const Settings& settings) {
  if (!settings.system.empty()) {
    if (auto system = lab.systems().find(settings.system)) return *std::move(system);
    throw NoSystem{fmt::format("the lab {} has no system {}", settings.lab, settings.system)};
  }
  std::vector<database::SystemRecord> systems = lab.systems().all();
  std::erase_if(systems, [](const auto& system) { return system.kind != "zos"; });
  if (systems.empty()) throw NoSystem{fmt::format("the lab {} has no z/OS system", settings.lab)};
  if (systems.size() > 1)
    throw NoSystem{fmt::format("the lab {} has several z/OS systems: RINGSIDE_SYSTEM must name one", settings.lab)};
  return systems.front();
}

/// What tells the file of a lab from another one, or, with its contents, from what it was before a change; "" if there
/// is none.
std::string file_of(const std::string& path, bool contents) {
  std::string text;
  for (const char* part : {"", "-wal"}) {
    struct stat status {};
    if (::stat((path + part).c_str(), &status) != 0) continue;
    text += fmt::format("{}:{}:{} ", part, status.st_dev, status.st_ino);
    if (!contents) break;
    text += fmt::format("{} {}.{} ", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  }
  return text;
}

}  // namespace

OpenedLab::OpenedLab(const Settings& settings, lab::Rules rules)
    : settings_(settings),
      process_(::getpid()),
      file_(file_of(settings.lab, true)),
      lab_(settings.lab, clock_, std::move(rules)),
      system_(system_of(lab_, settings)),
      service_(lab_, system_, settings.user) {
  if (!lab_.is_read_only()) file_ = file_of(settings.lab, false);
}

racf::datalib::Answer<std::unique_ptr<OpenedLab>> OpenedLab::open(const Settings& settings) {
  if (settings.lab.empty()) return fail(racf_not_installed, "RINGSIDE_LAB does not name a lab");
  struct stat status {};
  if (::stat(settings.lab.c_str(), &status) != 0 || status.st_size == 0)
    return fail(racf_not_installed, fmt::format("{}: this lab does not exist", settings.lab));
  lab::Rules rules;
  rules.lenient = settings.lenient;
  try {
    return std::unique_ptr<OpenedLab>(new OpenedLab(settings, std::move(rules)));
  } catch (const NoSystem& none) {
    return fail(racf_not_installed, none.explanation);
  } catch (const base::Fault& fault) {
    return fail(racf_not_installed, fault.what());
  }
}

bool OpenedLab::is_current() const {
  return is_of_this_process() && file_ == file_of(settings_.lab, lab_.is_read_only());
}

bool OpenedLab::is_of_this_process() const {
  return process_ == ::getpid();
}

}  // namespace ringside::connectors
