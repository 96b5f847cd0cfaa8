// tests/support/lab_on_disk.cpp - a seeded lab in a file, and variables of the environment that end with the test.
#include "tests/support/lab_on_disk.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::test_support {
namespace {

void set(const std::string& name, const std::optional<std::string>& value) {
  if (value && !value->empty())
    setenv(name.c_str(), value->c_str(), 1);
  else
    unsetenv(name.c_str());
}

host::CommandResult run(const std::string& path, const std::string& system, const std::string& user,
                        const std::string& command) {
  const base::SystemClock clock;
  lab::Lab lab(path, clock);
  racf::Session session(lab, lab.systems().find(system).value(), user);
  return tso::execute(session, parser::single_command(command));
}

std::string text_of(const host::CommandResult& result) {
  std::string text;
  for (const std::string& line : result.shown()) text += line + "\n";
  return text;
}

}  // namespace

LabOnDisk::LabOnDisk() {
  const base::SystemClock clock;
  lab::Lab(path(), clock).set_seed("tests");
  add_system("SYS1");
}

void LabOnDisk::add_system(const std::string& name) {
  const base::SystemClock clock;
  lab::Lab lab(path(), clock);
  database::SystemRecord system{name, "zos", "", "", 0};
  racf::add_system(lab, system, racf::Preparation::bare);
}

void LabOnDisk::must(const std::string& command, const std::string& user, const std::string& system) {
  const host::CommandResult result = run(path(), system, user, command);
  EXPECT_EQ(result.return_code, 0) << command << "\n" << text_of(result);
}

std::string LabOnDisk::shown(const std::string& command, const std::string& user, const std::string& system) {
  return text_of(run(path(), system, user, command));
}

EnvironmentOf::EnvironmentOf(const std::map<std::string, std::string>& variables) {
  for (const auto& [name, value] : variables) {
    const char* const old = std::getenv(name.c_str());
    before_[name] = old == nullptr ? std::nullopt : std::optional<std::string>(old);
    set(name, value);
  }
}

EnvironmentOf::~EnvironmentOf() {
  for (const auto& [name, value] : before_) set(name, value);
}

}  // namespace ringside::test_support
