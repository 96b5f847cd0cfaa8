// emulator/hosttools/shell/run.cpp - runs a script: pipelines in order, each command with its streams.
#include "emulator/hosttools/shell/run.hpp"

#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/expand.hpp"
#include "emulator/hosttools/shell/known_words.hpp"
#include "emulator/hosttools/shell/redirect.hpp"
#include "parser/shell/line.hpp"
#include "parser/shell/redaction.hpp"

namespace ringside::shell {
namespace {

using parser::ShellCommand;
using parser::ShellPipeline;
using parser::ShellRedirect;
using parser::ShellRedirection;

class Runner {
 public:
  Runner(host::Process& process, openssl::Personality personality, const TsoRunner& tso) : process_(process) {
    state_.personality = personality;
    state_.tso = tso;
  }

  int run(const parser::ShellScript& script) {
    bool runs = true;
    for (const ShellPipeline& pipeline : script) {
      if (pipeline.joint == parser::ShellJoint::if_success) runs = state_.status == 0;
      if (pipeline.joint == parser::ShellJoint::if_failure) runs = state_.status != 0;
      if (pipeline.joint == parser::ShellJoint::always) runs = true;
      if (!runs) continue;
      run_pipeline(pipeline);
      const bool failed = state_.status != 0 && !pipeline.negated && !pipeline.decides;
      if (state_.exit_on_error && failed) state_.ended = true;
      if (!state_.stopped_by.empty() && &pipeline != &script.back()) report_stop();
      if (state_.ended) break;
    }
    return state_.status;
  }

  /// Returns false after printing the commands of the script that are not known and setting the status.
  bool knows(const parser::ShellScript& script) {
    const auto unknown = unknown_commands(script, state_, process_);
    if (unknown.empty()) return true;
    for (const UnknownCommand& command : unknown)
      process_.streams.error(fmt::format("sh: line {}: {}\n", command.line, command.text));
    process_.streams.error("sh: nothing was run, since Ringside's shell must know every command of a script first\n");
    state_.status = unknown.front().status;
    return false;
  }

  [[nodiscard]] int status() const { return state_.status; }

 private:
  // The commands of a pipe run one after another. Their changes of variables and directory have no effect outside.
  void run_pipeline(const ShellPipeline& pipeline) {
    std::optional<std::string> piped;
    for (const ShellCommand& command : pipeline.commands) {
      const bool is_last = &command == &pipeline.commands.back();
      CommandStreams streams(process_.streams);
      if (piped) streams.set_input(std::move(*piped));
      const auto pipe = std::make_shared<Sink>(Sink{Sink::Kind::pipe});
      if (!is_last) streams.set_sink(1, pipe);
      state_.line = command.line;
      if (pipeline.commands.size() == 1) {
        state_.status = run_command(command, streams, state_, process_);
      } else {
        State own = state_;
        host::Process aside = process_;
        state_.status = run_command(command, streams, own, aside);
        if (!own.stopped_by.empty()) stop(own.stopped_by, state_);
      }
      piped = std::move(pipe->text);
    }
    if (pipeline.negated) state_.status = state_.status == 0 ? 1 : 0;
  }

  static int run_command(const ShellCommand& command, CommandStreams& streams, State& state, host::Process& process) {
    const auto complain = [&](const std::string& text, int status) {
      streams.error(fmt::format("sh: line {}: {}\n", command.line, text));
      return status;
    };
    const auto words = expand_fields(command.words, state, process);
    if (!words) {
      state.ended = true;
      return complain(words.error(), 1);
    }
    for (const ShellRedirection& redirection : command.redirections)
      if (const auto problem = redirect(redirection, streams, state, process)) return complain(*problem, 1);
    const int status =
        words->empty() ? assign(command, state, process) : call(command, *words, streams, state, process);
    if (const auto problem = streams.finish(process.files)) return complain(*problem, 1);
    return status;
  }

  /// Sets up a redirection. Like a shell, empties the file now. Returns the error text, or nullopt.
  static std::optional<std::string> redirect(const ShellRedirection& redirection, CommandStreams& streams,
                                             const State& state, host::Process& process) {
    const auto target = expand_text(redirection.target, state, process);
    if (!target) return target.error();
    const std::string path = process.path(*target);
    switch (redirection.kind) {
      case ShellRedirect::here:
        streams.set_input(*target);
        return std::nullopt;
      case ShellRedirect::input: {
        if (path == "/dev/null") return streams.set_input(""), std::nullopt;
        const auto content = process.files.read(path);
        if (!content) return *target + ": " + file_error_text(content.error());
        streams.set_input(base::to_text(*content));
        return std::nullopt;
      }
      case ShellRedirect::duplicate:
        if (*target != "1" && *target != "2") return *target + ": Bad file descriptor";
        streams.set_sink(redirection.descriptor, streams.sink(*target == "1" ? 1 : 2));
        return std::nullopt;
      case ShellRedirect::output:
      case ShellRedirect::append:
        break;
    }
    if (path == "/dev/null") {
      streams.set_sink(redirection.descriptor, std::make_shared<Sink>());
      return std::nullopt;
    }
    const bool append = redirection.kind == ShellRedirect::append;
    const auto made = append ? process.files.append(path, {}) : process.files.write(path, {});
    if (!made) return *target + ": " + file_error_text(made.error());
    streams.set_sink(redirection.descriptor, std::make_shared<Sink>(Sink{Sink::Kind::file, path, append}));
    return std::nullopt;
  }

  static int assign(const ShellCommand& command, State& state, host::Process& process) {
    for (const auto& [name, word] : command.assignments) {
      const auto value = expand_text(word, state, process);
      if (!value) return state.ended = true, 1;
      const bool exported = process.variables.count(name) != 0;
      (exported ? process.variables : state.variables)[name] = *value;
    }
    return 0;
  }

  static int call(const ShellCommand& command, const Arguments& words, CommandStreams& streams, State& state,
                  host::Process& process) {
    if (state.trace) process.streams.error("+ " + base::join(words, " ") + "\n");
    const std::string name = words.front();
    const Arguments arguments(words.begin() + 1, words.end());
    host::Process child{process.lab, process.system,    process.user,      process.files,
                        streams,     process.directory, process.variables, process.network};
    for (const auto& [variable, word] : command.assignments)
      if (const auto value = expand_text(word, state, process)) child.variables[variable] = *value;
    const bool by_path = name.find('/') != std::string::npos;
    const std::string plain = by_path ? host::name_of(name) : name;
    const auto refused = by_path ? refuses_to_run(name, child) : std::nullopt;
    const Handler* handler = find_command(plain, process.system);
    if (refused || handler == nullptr) {
      const std::string why = refused ? refused->text : "command not found";
      streams.error(fmt::format("sh: line {}: {}: {}\n", state.line, base::printable(name), why));
      stop(name, state);
      return refused ? refused->status : status_not_found;
    }
    const std::string folder = by_path ? host::parent_of(process.path(name)) : process.directory;
    const int status = (*handler)(Call{state, child, plain, arguments, folder});
    if (child.not_emulated) stop(plain, state);
    process.directory = child.directory;
    if (command.assignments.empty()) process.variables = child.variables;
    return status;
  }

  /// Ends the script after a command that cannot do what the real one does: `||` and the like would take its failure
  /// for an answer.
  static void stop(const std::string& name, State& state) {
    state.ended = true;
    state.stopped_by = name;
  }

  void report_stop() {
    process_.streams.error(fmt::format("sh: line {}: the script ends here, since what {} would do is not known\n",
                                       state_.line, base::printable(state_.stopped_by)));
  }

  host::Process& process_;
  State state_;
};

}  // namespace

int run_script(std::string_view script, host::Process& process, openssl::Personality personality,
               const TsoRunner& tso) {
  const auto parsed = parser::parse_shell(script);
  if (!parsed) {
    const parser::Diagnostic& wrong = parsed.error();
    std::string text = fmt::format("sh: line {}: {}\n", wrong.where.line, wrong.text);
    if (!wrong.line.empty())
      text += fmt::format("sh: line {}: `{}'\n", wrong.where.line, base::printable(parser::line_redacted(wrong.line)));
    process.streams.error(text);
    return 2;
  }
  Runner runner(process, personality, tso);
  return runner.knows(*parsed) ? runner.run(*parsed) : runner.status();
}

std::vector<std::string> problems_of(std::string_view script, const host::Process& process) {
  const auto parsed = parser::parse_shell(script);
  if (!parsed) return {fmt::format("line {}: {}", parsed.error().where.line, parsed.error().text)};
  std::vector<std::string> problems;
  for (const UnknownCommand& command : unknown_commands(*parsed, {}, process))
    problems.push_back(fmt::format("line {}: {}", command.line, command.text));
  return problems;
}

}  // namespace ringside::shell
