// tests/twin/commands/two_systems.hpp - two prepared systems, and the commands that lead from one to the other.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/records.hpp"
#include "emulator/tso/execute.hpp"
#include "tests/support/racf_lab.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/commands_between.hpp"
#include "twin/commands/stored_items.hpp"

namespace ringside::twin {

class TwoSystems {
 public:
  /// Runs commands on the first system, on the second one, or on both.
  void from(const std::vector<std::string>& commands) { run(from_, commands); }
  void to(const std::vector<std::string>& commands) { run(to_, commands); }
  void both(const std::vector<std::string>& commands) {
    from(commands);
    to(commands);
  }
  test_support::RacfLab& first() { return from_; }
  test_support::RacfLab& second() { return to_; }

  CommandPlan plan(const std::string& password = "") {
    trial_ = from_.lab().copy_in_memory();
    PlanRequest request{"IBMUSER", {}};
    if (!password.empty()) request.password = base::Secret(password);
    return commands_between(*trial_, from_.session().system, to_.lab(), to_.session().system, request);
  }

  /// The commands, and the remarks with "* " before each.
  std::vector<std::string> lines() {
    std::vector<std::string> texts;
    for (const PlannedLine& line : plan().lines)
      texts.push_back((line.kind == PlannedLine::Kind::remark ? "* " : "") + line.text);
    return texts;
  }

  /// What differs after the printed lines of a plan were read and run on the first system, without what is in storage
  /// of classes: "kind name".
  std::vector<std::string> rest_after(const CommandPlan& plan) {
    auto lab = from_.lab().copy_in_memory();
    racf::Session session(*lab, from_.session().system, "IBMUSER");
    for (const PlannedFile& file : plan.files)
      session.data_sets.put(file.holds_key ? host::binary_records(file.data_set, base::to_bytes(file.content))
                                           : host::folded_text_records(file.data_set, file.content));
    std::vector<parser::Record> records;
    for (const PlannedLine& line : plan.lines)
      for (const std::string& text :
           line.kind == PlannedLine::Kind::command ? command_lines(line.text) : comment_lines(line.text))
        records.push_back({text, static_cast<int>(records.size()) + 1});
    for (const parser::CommandText& command : parser::read_commands(records).commands)
      if (tso::kind_of(command) == tso::InputKind::command)
        EXPECT_LT(tso::execute(session, command).return_code, 8) << command.text;
    return differences(*lab, to_.lab());
  }

 private:
  static void run(test_support::RacfLab& lab, const std::vector<std::string>& commands) {
    for (const std::string& command : commands) EXPECT_LT(lab.run(command).return_code, 8) << command;
  }

  static std::vector<std::string> items(lab::Lab& lab, const database::ItemKind& kind) {
    std::vector<std::string> texts;
    auto inventory = lab.inventory(kind);
    while (const auto item = inventory.next()) {
      std::string text = std::string(kind.name) + " " + item->name;
      for (const std::string& field : item->fields) text += "|" + field;
      texts.push_back(std::move(text));
    }
    return texts;
  }

  static std::vector<std::string> differences(lab::Lab& left, lab::Lab& right) {
    std::vector<std::string> found;
    for (const database::ItemKind& kind : database::item_kinds()) {
      if (!is_of_database(kind) || kind.name.ends_with("in storage")) continue;
      const auto a = items(left, kind), b = items(right, kind);
      std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found));
    }
    return found;
  }

  test_support::RacfLab from_{"2013-05-17", {}, racf::Preparation::prepared};
  test_support::RacfLab to_{"2013-05-17", {}, racf::Preparation::prepared};
  std::unique_ptr<lab::Lab> trial_;
};

}  // namespace ringside::twin
