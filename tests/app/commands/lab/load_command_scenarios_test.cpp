// tests/app/commands/lab/load_command_scenarios_test.cpp - the labs of scenarios survive an unload and a load, but for
// keys and what docs/twin.md lists.
#include <algorithm>
#include <fstream>
#include <memory>
#include <set>

#include <gmock/gmock.h>

#include "app/output/lab_diff.hpp"
#include "emulator/tso/execute.hpp"
#include "tests/app/commands/lab/scenario_labs.hpp"
#include "tests/support/temporary_directory.hpp"
#include "twin/load/load.hpp"
#include "twin/unload/unload.hpp"

namespace ringside::app {
namespace {

constexpr std::size_t least_labs = 20;

std::vector<std::string> unloaded(lab::Lab& lab, const database::SystemRecord& system) {
  std::vector<std::string> lines;
  twin::unload(lab, system, {}, [&](const twin::RecordLine& record) { lines.push_back(record.line()); });
  return lines;
}

/// The same, sorted, since the records of one owner's certificates have no fixed order; and the members of rings in
/// theirs.
std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> members(std::vector<std::string> lines) {
  std::erase_if(lines, [](const std::string& line) { return !line.starts_with("0562"); });
  return lines;
}

std::string options_listed(lab::Lab& lab, const database::SystemRecord& system) {
  racf::Session session(lab, system, "IBMUSER");
  std::string text;
  for (const std::string& line : tso::execute(session, parser::single_command("SETROPTS LIST")).shown())
    text += line + "\n";
  return text;
}

/// What no unload holds: docs/twin.md, "What a twin has and what it cannot have".
bool is_on_the_list(const Difference& difference) {
  static const std::set<std::string_view> kinds{"password", "ICSF key", "token", "token object"};
  static const std::set<std::string_view> fields{"certificate", "private key", "PKDS label", "facts of the site"};
  if (kinds.contains(difference.kind) || difference.kind.ends_with(" in storage")) return true;
  if (difference.kind == "class" && difference.name == "options of all classes") return true;
  return difference.kind == "certificate" && difference.change == Difference::Change::changed &&
         std::all_of(difference.changes.begin(), difference.changes.end(),
                     [](const FieldChange& change) { return fields.contains(change.field); });
}

class LoadedScenario : public testing::TestWithParam<std::size_t> {};

TEST_P(LoadedScenario, SurvivesUnloadAndLoad) {
  const auto files = test_support::scenarios_with_zos();
  ASSERT_GE(files.size(), least_labs);
  SCOPED_TRACE(files[GetParam()].string());
  const test_support::PlayedLab site = test_support::played(files[GetParam()]);
  ASSERT_TRUE(site.lab);
  const auto before = unloaded(*site.lab, site.system);
  const test_support::TemporaryDirectory folder;
  {
    std::ofstream file(folder.file("unload"));
    for (const std::string& line : before) file << line << '\n';
  }
  const base::SystemClock clock{};
  lab::Lab lab("", clock);
  lab.set_clock(site.lab->now());
  twin::LoadOptions options;
  options.unload = folder.file("unload");
  options.system = {site.system.name, "zos", site.system.sysplex, site.system.database, 0};
  options.setropts = options_listed(*site.lab, site.system);
  const auto report = twin::load(lab, options);
  ASSERT_TRUE(report) << report.error();
  for (const auto& [kind, count] : report->remarks) ADD_FAILURE() << count << " x " << kind;
  const auto loaded = *lab.systems().find(site.system.name);
  EXPECT_EQ(sorted(unloaded(lab, loaded)), sorted(before));
  EXPECT_EQ(members(unloaded(lab, loaded)), members(before));
  compare_databases(*site.lab, site.system, lab, loaded, [](const Difference& difference) {
    if (!is_on_the_list(difference)) ADD_FAILURE() << difference_text(difference);
  });
}

INSTANTIATE_TEST_SUITE_P(Labs, LoadedScenario, testing::Range<std::size_t>(0, least_labs));

}  // namespace
}  // namespace ringside::app
