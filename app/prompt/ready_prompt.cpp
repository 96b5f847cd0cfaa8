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
#include "app/prompt/known_names.hpp"
#include "app/prompt/line_editor.hpp"
#include "app/prompt/prompt_commands.hpp"
#include "app/prompt/terminal.hpp"
#include "base/fault.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "base/wrap.hpp"
#include "emulator/tso/execute.hpp"
#include "parser/shell/redaction.hpp"
#include "parser/tso/prompt.hpp"
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

constexpr const char* about_the_prompt =
    "The tab key completes commands, operands and names of the lab. '+' or '-' at the end of a line continues the "
    "command on the next line. Ctrl-C drops the line, Ctrl-D or END ends the prompt.\n"
    ":trust, :put FILE DATASET and the other subcommands of ringside work on the same lab; :help lists them. :system "
    "NAME and :user ID change the system and the user; :explain IRRD109I explains a message.";

class ReadyPrompt {
 public:
  ReadyPrompt(Program& program, const std::string& history) : program_(program) {
    if (program.is_terminal()) {
      editor_ = std::make_unique<LineEditor>(history_file(history),
                                             [this](const std::string& text) { return completed(text); });
    }
    enter();
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
  void enter() {
    terminal_.emplace(program_, json_);
    if (editor_) terminal_->read_from([this] { return line_for_exec(); });
  }

  /// A line that is typed for an exec is no command: it is not kept. Ctrl-C ends the input of the exec.
  std::optional<std::string> line_for_exec() {
    auto line = editor_->read("");
    return line && !line->interrupted ? std::optional(line->text) : std::nullopt;
  }

  static std::size_t columns() {
    constexpr std::size_t usual = 80;
    return terminal_columns().value_or(usual);
  }

  std::optional<std::string> edited_line() {
    auto line = editor_->read("");
    if (!line) program_.out() << std::endl;
    if (!line) return std::nullopt;
    if (line->interrupted) dropped_ = true;
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

  /// The words that may replace the last one of `text`, which is a line up to the cursor or an answer to a question.
  std::vector<std::string> completed(const std::string& text) {
    const auto known = [this](const OpenOperand& operand) { return known_names(terminal_->session(), operand); };
    if (asked_.empty() && base::trim(text).starts_with(':'))
      return prompt_command_completions(text, own_commands(), [this](auto& name) { return known_operands(name); });
    return completions(asked_ + continued() + text, known);
  }

  /// The earlier lines of the command that is being typed.
  [[nodiscard]] std::string continued() const {
    std::string text;
    for (const std::string& line : typed_lines_) {
      text += base::trim_right(line);
      if (!text.empty()) text.back() = ' ';  // in the place of '+' or '-'
    }
    return text;
  }

  /// The values for the operand of an own command.
  std::vector<std::string> known_operands(const std::string& command) {
    std::vector<std::string> names;
    if (command == "system")
      for (const auto& each : program_.lab().systems().all()) names.push_back(each.name);
    if (command == "user")
      for (const auto& each : terminal_->session().database.users.all()) names.push_back(each.name);
    return names;
  }

  /// Answers one command. Returns false at the end of the input.
  bool answer(std::optional<parser::CommandStream> typed) {
    if (!typed) return false;
    if (std::exchange(dropped_, false)) return typed_lines_.clear(), true;
    if (editor_) remember(*typed);
    const std::string text = typed->commands.empty() ? "" : base::trim(typed->commands.front().text);
    if (text.starts_with(':')) return own_command(text.substr(1)), true;
    const std::string word = base::upper(text.substr(0, text.find(' ')));
    if (word == "?") typed = parser::CommandStream{{parser::single_command("HELP" + text.substr(1))}, {}};
    const bool asks_for_help = word == "HELP" || word == "H" || word == "?";
    if (asks_for_help && word.size() == text.size()) print(program_.out(), about_the_prompt);
    if (editor_ && prompts_ && !ask_for_operands(*typed)) return true;
    if (editor_) terminal_->fold_at(columns());
    note_profile(*typed);
    return terminal_->accept(*typed);
  }

  /// PROFILE NOPROMPT ends the questions of this session, PROFILE PROMPT lets them begin again.
  void note_profile(const parser::CommandStream& typed) {
    for (const parser::CommandText& text : typed.commands) {
      const auto command = parser::parse_command(text);
      if (!command || command->name != "PROFILE") continue;
      if (command->operands.has("NOPROMPT")) prompts_ = false;
      if (command->operands.has("PROMPT")) prompts_ = true;
    }
  }

  static void print(std::ostream& out, const std::string& text) {
    for (const std::string& line : base::lines(text))
      for (const std::string& part : base::wrapped(line, columns(), 0)) out << part << '\n';
  }

  /// Asks for each operand that is missing or not valid, as PARSE does at a terminal. Returns false if the user drops
  /// the command.
  bool ask_for_operands(parser::CommandStream& typed) {
    if (typed.commands.size() != 1) return true;
    parser::CommandText& command = typed.commands.front();
    const auto classes = tso::site_classes(terminal_->session());
    while (const auto operand = parser::operand_to_ask(command, classes)) {
      asked_ = command.text.substr(0, operand->offset) + (operand->with_parens ? "(" : " ");
      const auto given = ask(*operand);
      asked_.clear();
      if (!given) return false;
      command = parser::with_operand(command, *operand, *given);
    }
    return true;
  }

  /// Returns what is typed for an operand; nullopt for Ctrl-C and Ctrl-D. '?' shows what the operand must be.
  std::optional<std::string> ask(const parser::AskedOperand& operand) {
    const parser::Message question = operand.question();
    if (operand.refusal) tell(program_, *operand.refusal);
    for (;;) {
      program_.out() << question.id << ' ' << question.text << '\n';
      program_.flush();
      const auto line = operand.secret ? editor_->read_hidden() : editor_->read("");
      if (!line || line->interrupted) return std::nullopt;
      const std::string given = base::trim(line->text);
      if (given == "?") program_.out() << operand.item << ": " << operand.help << '\n';
      if (given != "?" && !given.empty()) return given;
    }
  }

  /// Prints why an operand is not valid. The second level of the message comes only without questions.
  static void tell(Program& program, const parser::CommandError& refusal) {
    const parser::Message& message = refusal.messages.front();
    print(program.out(), message.id + " " + message.text);
    print(program.error(), "  " + refusal.diagnostic.text + "; Ctrl-C drops the command");
  }

  /// Runs a subcommand of ringside on the same lab. Errors are printed, and the prompt goes on.
  void own_command(const std::string& text) {
    const std::vector<Command> commands = own_commands();
    if (const std::string why = unknown_prompt_command(text, commands); !why.empty())
      return print(program_.error(), why);
    run_line(text, commands, program_);
  }

  /// The subcommands of ringside except the prompt itself, and those of the prompt.
  std::vector<Command> own_commands() {
    std::vector<Command> commands = subcommands(program_);
    std::erase_if(commands, [](const Command& command) { return command.name == "shell"; });
    commands.push_back(go_command("system", "NAME", program_.options.system, "continue on another system of the lab"));
    commands.push_back(go_command("user", "ID", program_.options.user, "continue as another user"));
    commands.push_back({.name = "help", .about = "this list", .run = [this] {
                          for (const std::string& line : prompt_command_list(own_commands(), columns()))
                            program_.out() << line << '\n';
                        }});
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
  bool dropped_ = false;                  // Ctrl-C was typed in one of them
  bool prompts_ = true;                   // PROFILE PROMPT
  std::string asked_;  // the command up to the operand that is asked for; empty while a command is typed
  std::optional<Terminal> terminal_;
};

}  // namespace

void run_ready_prompt(Program& program, const std::string& history) {
  if (program.options.json)
    throw UsageError("--json: the prompt is for people; 'ringside --json tso' also reads lines");
  ReadyPrompt(program, history).run();
}

}  // namespace ringside::app
