// app/prompt/ready_prompt.cpp - the READY prompt: TSO commands with history and completion.
#include "app/prompt/ready_prompt.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/command_line.hpp"
#include "app/commands/subcommands.hpp"
#include "app/output/terminal_text.hpp"
#include "app/prompt/command_input.hpp"
#include "app/prompt/completion.hpp"
#include "app/prompt/line_editor.hpp"
#include "app/prompt/prompt_help.hpp"
#include "app/prompt/terminal.hpp"
#include "base/fault.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "parser/shell/redaction.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::app {
namespace {

/// The file that keeps lines for later runs: `chosen`, else a file in the user's state folder. Empty for none.
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

class ReadyPrompt {
 public:
  ReadyPrompt(Program& program, const std::string& history) : program_(program) {
    if (program.is_terminal()) {
      editor_ = std::make_unique<LineEditor>(history_file(history), [this](const std::string& text) {
        return completions(text, [this](auto operand, auto) { return known_values(operand); });
      });
    }
    enter();  // after the editor, since messages are folded only at a terminal
  }

  void run() {
    CommandInput input(editor_ ? CommandInput::NextLine([this] { return edited_line(); }) : lines_of(program_.in()));
    do {
      program_.out() << "READY\n";
      program_.flush();
    } while (answer(input.next()));
  }

 private:
  /// Begins a session of --user on --system.
  void enter() { terminal_.emplace(program_, json_, editor_ ? LineEditor::columns() : 0); }

  std::optional<std::string> edited_line() {
    auto line = editor_->read("");
    if (!line) program_.out() << std::endl;
    if (!line) return std::nullopt;
    if (line->interrupted) return std::string{};
    typed_lines_.push_back(line->text);
    return line->text;
  }

  /// Adds the lines of a command to the history, unless the command holds a password.
  void remember(const parser::CommandStream& typed) {
    const std::vector<std::string> lines = std::exchange(typed_lines_, {});
    const auto holds_secret = [](const std::string& text) {
      return !parser::secret_ranges(text).empty() || !parser::shell_secret_ranges(text).empty();
    };
    if (std::any_of(lines.begin(), lines.end(), holds_secret)) return;
    for (const parser::CommandText& command : typed.commands)
      if (holds_secret(command.text)) return;
    for (const std::string& line : lines)
      if (!base::trim(line).empty()) editor_->remember(line);
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
    // libedit writes candidates to the terminal itself.
    std::erase_if(values, [](const std::string& value) { return terminal_text(value) != value; });
    return values;
  }

  /// Answers one command. Returns false at the end of the input.
  bool answer(const std::optional<parser::CommandStream>& typed) {
    if (!typed) return false;
    if (editor_) remember(*typed);
    const std::string text = typed->commands.empty() ? "" : base::trim(typed->commands.front().text);
    if (text.starts_with(':')) return own_command(text.substr(1)), true;
    const std::string word = base::upper(text.substr(0, text.find(' ')));
    if (word == "HELP" || word == "H" || word == "?") return help(base::trim(text.substr(word.size()))), true;
    return terminal_->accept(*typed);
  }

  void help(const std::string& topic) {
    for (const std::string& line : prompt_help(topic, LineEditor::columns())) program_.out() << line << '\n';
  }

  /// Runs a subcommand of ringside on the same lab. Errors are printed, and the prompt goes on.
  void own_command(const std::string& text) { run_line(text, own_commands(), program_); }

  /// The subcommands of ringside except the prompt itself, and those of the prompt.
  std::vector<Command> own_commands() {
    std::vector<Command> commands = subcommands(program_);
    std::erase_if(commands, [](const Command& command) { return command.name == "shell"; });
    commands.push_back(go_command("system", "NAME", program_.options.system, "continue on another system of the lab"));
    commands.push_back(go_command("user", "ID", program_.options.user, "continue as another user"));
    commands.push_back({.name = "help", .about = "this list", .run = [this] { own_command("--help"); }});
    return commands;
  }

  /// A command that changes an option of the program and begins a new session.
  Command go_command(std::string name, std::string operand, std::string& option, std::string about) {
    const auto value = std::make_shared<std::string>();
    return {.name = std::move(name),
            .about = std::move(about),
            .options = {{std::move(operand), value.get(), "", {.required = true}}},
            .run = [this, &option, value] { go(option, *value); }};
  }

  /// Changes an option and begins a new session. If the session cannot begin, keeps the old value and session.
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
  std::vector<std::string> typed_lines_;  // of the command that is being typed
  std::optional<Terminal> terminal_;
};

}  // namespace

void run_ready_prompt(Program& program, const std::string& history) {
  if (program.options.json)
    throw UsageError("--json: the prompt is for people; 'ringside --json tso' also reads lines");
  ReadyPrompt(program, history).run();
}

}  // namespace ringside::app
