// app/prompt/shell_command.cpp - ringside shell: the READY prompt for a person, with history and completion.
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/program.hpp"
#include "app/prompt/command_input.hpp"
#include "app/prompt/completion.hpp"
#include "app/prompt/line_editor.hpp"
#include "app/prompt/shell_help.hpp"
#include "app/prompt/terminal.hpp"
#include "base/fault.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::app {
namespace {

/// Where lines are kept for later runs: `chosen`, else the user's folder for such things; empty for nowhere.
std::string history_file(const std::string& chosen) {
  if (!chosen.empty()) return chosen == "none" ? "" : chosen;
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if ((state == nullptr || *state == '\0') && (home == nullptr || *home == '\0')) return "";
  const std::filesystem::path base =
      state != nullptr && *state != '\0' ? std::filesystem::path(state) : std::filesystem::path(home) / ".local/state";
  std::error_code error;
  std::filesystem::create_directories(base / "ringside", error);
  return error ? "" : (base / "ringside" / "history").string();
}

class Shell {
 public:
  Shell(Program& program, const std::string& history) : program_(program) {
    enter();
    if (program.is_terminal()) {
      editor_ = std::make_unique<LineEditor>(history_file(history), [this](const std::string& text) {
        return completions(text, [this](auto operand, auto) { return known_values(operand); });
      });
    }
  }

  void run() {
    CommandInput input(editor_ ? CommandInput::NextLine([this] { return edited_line(); }) : lines_of(program_.in()));
    do {
      program_.out() << "READY" << std::endl;
    } while (answer(input.next()));
  }

 private:
  /// Begins a session of the options' user on their system.
  void enter() { terminal_.emplace(program_, json_, editor_ ? LineEditor::columns() : 0); }

  std::optional<std::string> edited_line() {
    auto line = editor_->read("");
    if (!line) program_.out() << std::endl;
    if (!line) return std::nullopt;
    if (line->interrupted) return std::string{};
    if (!base::trim(line->text).empty() &&
        !tso::parse(terminal_->session(), parser::single_command(line->text)).holds_secret)
      editor_->remember(line->text);
    return line->text;
  }

  std::vector<std::string> known_values(std::string_view operand) {
    database::SecurityDatabase& database = terminal_->session().database;
    std::vector<std::string> values;
    if (operand == "LABEL" || operand == "WITHLABEL")
      for (const auto& each : database.certificates.by_owner("")) values.push_back(each.label);
    if (operand == "RING")
      for (const auto& each : database.rings.by_owner("")) values.push_back(each.name);
    if (operand == "ID" || operand == "OWNER")
      for (const auto& each : database.users.all()) values.push_back(each.name);
    return values;
  }

  /// Answers what was typed; false at its end.
  bool answer(const std::optional<parser::CommandStream>& typed) {
    if (!typed) return false;
    const std::string text = typed->commands.empty() ? "" : base::trim(typed->commands.front().text);
    if (text.starts_with(':')) return own_command(text.substr(1)), true;
    const std::string word = base::upper(text.substr(0, text.find(' ')));
    if (word == "HELP" || word == "H" || word == "?") return help(base::trim(text.substr(word.size()))), true;
    return terminal_->accept(*typed);
  }

  void help(const std::string& topic) {
    for (const std::string& line : shell_help(topic, LineEditor::columns())) program_.out() << line << '\n';
  }

  /// A subcommand of ringside, on the same lab. What is wrong with it is said and ends nothing.
  void own_command(const std::string& text) {
    CLI::App app("", "");
    app.require_subcommand(1);
    add_subcommands(app, program_);
    const auto value = std::make_shared<std::string>();
    CLI::App* system = app.add_subcommand("system", "go on at another system of the lab");
    system->add_option("NAME", *value)->required();
    system->callback([this, value] { go(program_.options.system, *value); });
    CLI::App* user = app.add_subcommand("user", "go on as another user");
    user->add_option("ID", *value)->required();
    user->callback([this, value] { go(program_.options.user, *value); });
    app.add_subcommand("help", "this list")->callback([this, &app] { program_.out() << app.help(); });
    const int status = program_.status;
    try {
      app.parse(text, false);
    } catch (const CLI::ParseError& e) {
      app.exit(e, program_.out(), program_.error());
    } catch (const UsageError& e) {
      program_.error() << "ringside: " << e.what() << '\n';
    }
    program_.status = status;
  }

  /// Changes an option and begins a new session; everything stays if that session cannot be.
  void go(std::string& option, const std::string& value) {
    const std::string before = std::exchange(option, value);
    try {
      enter();
    } catch (const UsageError&) {
      option = before;
      enter();
      throw;
    }
  }

  Program& program_;
  base::Json json_;  // stays empty
  std::unique_ptr<LineEditor> editor_;
  std::optional<Terminal> terminal_;
};

}  // namespace

void add_shell_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("shell", "the READY prompt: TSO commands with history, completion and help");
  command->footer(
      "HELP says what the prompt can do. Lines that hold a password are not kept.\n"
      "Exit status: the highest return code.\nExample: ringside --lab my.lab --system SYS1 shell");
  auto history = std::make_shared<std::string>();
  command->add_option("--history", *history, "where lines are kept; 'none': nowhere (the user's state folder)")
      ->type_name("FILE");
  command->callback([&program, history] {
    if (program.options.json) throw UsageError("--json: a prompt is for people; 'ringside --json tso' reads lines too");
    Shell(program, *history).run();
  });
}

}  // namespace ringside::app
