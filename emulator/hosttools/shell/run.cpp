// emulator/hosttools/shell/run.cpp - runs a script: pipelines in order, each command with its streams.
#include "emulator/hosttools/shell/run.hpp"

#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/expand.hpp"
#include "emulator/hosttools/shell/redirect.hpp"
#include "parser/shell/line.hpp"

namespace ringside::shell {
namespace {

using parser::ShellCommand;
using parser::ShellPipeline;
using parser::ShellRedirect;
using parser::ShellRedirection;

constexpr int status_not_runnable = 126;

class Runner {
 public:
  Runner(host::Process& process, openssl::Personality personality) : process_(process) {
    state_.personality = personality;
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
      if (state_.ended) break;
    }
    return state_.status;
  }

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
    const std::string path = host::resolve(process.directory, *target);
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
    if (by_path)
      if (const auto refused = not_runnable(name, child, streams, state)) return *refused;
    const Handler* handler = find_command(plain);
    if (handler == nullptr) {
      const std::string text = by_path ? "Ringside runs no programs of its host" : "command not found";
      streams.error(fmt::format("sh: line {}: {}: {}\n", state.line, base::printable(name), text));
      return by_path ? status_not_runnable : status_not_found;
    }
    const std::string folder = by_path ? host::parent_of(host::resolve(process.directory, name)) : process.directory;
    const int status = (*handler)(Call{state, child, plain, arguments, folder});
    process.directory = child.directory;
    if (command.assignments.empty()) process.variables = child.variables;
    return status;
  }

  /// The exit status for a path that is not a program, after printing the error; nullopt if it is one.
  static std::optional<int> not_runnable(const std::string& name, host::Process& child, CommandStreams& streams,
                                         const State& state) {
    const auto there = child.files.status(host::resolve(child.directory, name));
    std::string why;
    if (!there)
      why = file_error_text(there.error());
    else if (there->directory)
      why = "Is a directory";
    else if ((there->mode & 0111u) == 0)
      why = "Permission denied";
    if (why.empty()) return std::nullopt;
    streams.error(fmt::format("sh: line {}: {}: {}\n", state.line, base::printable(name), why));
    return !there && there.error() == host::FileError::missing ? status_not_found : status_not_runnable;
  }

  host::Process& process_;
  State state_;
};

}  // namespace

int run_script(std::string_view script, host::Process& process, openssl::Personality personality) {
  const auto parsed = parser::parse_shell(script);
  if (!parsed) {
    const parser::Diagnostic& wrong = parsed.error();
    std::string text = fmt::format("sh: line {}: {}\n", wrong.where.line, wrong.text);
    if (!wrong.line.empty()) text += fmt::format("sh: line {}: `{}'\n", wrong.where.line, base::printable(wrong.line));
    process.streams.error(text);
    return 2;
  }
  return Runner(process, personality).run(*parsed);
}

}  // namespace ringside::shell
