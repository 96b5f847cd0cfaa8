// harness/play/scenario_lab.cpp - the lab of a scenario while it is played.
#include "harness/play/scenario_lab.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "emulator/lab/host_names.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "harness/steps/reopen.hpp"

namespace ringside::harness {
namespace {

bool is_reopened(const Scenario& scenario) {
  return std::any_of(scenario.steps.begin(), scenario.steps.end(),
                     [](const Step& step) { return dynamic_cast<const ReopenLab*>(step.action.get()) != nullptr; });
}

}  // namespace

ScenarioLab::ScenarioLab(const Scenario& scenario, lab::Rules rules)
    : scenario_(scenario), clock_(scenario.date), rules_(std::move(rules)) {
  if (is_reopened(scenario)) folder_.emplace();
  open();
  lab_->set_clock(scenario.date);
  lab_->set_seed(scenario.seed);
  const auto preparation = scenario.bare ? racf::Preparation::bare : racf::Preparation::prepared;
  for (database::SystemRecord system : scenario.systems) racf::add_system(*lab_, system, preparation);
  for (const auto& [system, names] : scenario.host_names)
    if (!names.empty()) lab::set_host_names(*lab_, system, names);
}

void ScenarioLab::open() {
  lab_.emplace(folder_ ? (folder_->path() / "lab").string() : "", clock_, rules_);
}

void ScenarioLab::reopen() {
  shells_.clear();
  lab_.reset();
  open();
}

database::SystemRecord ScenarioLab::system(const std::string& name) {
  const auto record = lab_->systems().find(name);
  if (!record) throw base::Fault("a step runs on the system " + name + ", which its scenario does not have");
  return *record;
}

racf::Session ScenarioLab::session(const std::string& system_name, const std::string& user) {
  return {*lab_, system(system_name), user};
}

host::LabFiles ScenarioLab::files(const std::string& system_name, const std::string& user) {
  return {*lab_, system(system_name), user};
}

ScenarioLab::Shell& ScenarioLab::shell_of(const database::SystemRecord& record, const std::string& user) {
  const auto [at, is_new] = shells_.try_emplace({record.name, user});
  Shell& shell = at->second;
  if (!is_new) return shell;
  shell.file_user = user;
  if (record.kind != "zos") return shell;
  racf::Session session(*lab_, record, user);
  racf::UnixLogin login = racf::unix_login(session);
  shell.file_user = login.user;
  shell.directory = login.directory;
  shell.variables = std::move(login.variables);
  return shell;
}

}  // namespace ringside::harness
