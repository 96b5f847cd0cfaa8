// app/commands/with_command.cpp - ringside with: runs any program with tsocmd, keytool ... that answer from the lab.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <ostream>

#include <sys/wait.h>
#include <unistd.h>

#include "app/command.hpp"
#include "app/program.hpp"
#include "app/shims/machine_program.hpp"
#include "app/shims/shim.hpp"
#include "app/shims/shim_folder.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

constexpr int exit_not_found = 127, exit_not_started = 126;  // as env and the shells end

struct Typed {
  std::string real;
  std::string spool;
  std::vector<std::string> words;
};

std::vector<std::string> shim_names() {
  std::vector<std::string> names;
  for (const Shim& shim : shims()) names.emplace_back(shim.name);
  return names;
}

std::set<std::string> real_tools(const std::string& list) {
  std::set<std::string> tools;
  const std::vector<std::string> names = shim_names();
  for (const std::string& tool : list.empty() ? std::vector<std::string>{} : base::split(list, ',')) {
    if (std::find(names.begin(), names.end(), tool) == names.end())
      throw UsageError("--real " + base::printable(tool) + ": must be of " + base::join(names, ", "));
    tools.insert(tool);
  }
  return tools;
}

/// The options for the shims. The lab is made or opened here once, which applies --date and --seed.
WithOptions options_for(Program& program, const Typed& typed, const ShimFolder& folder) {
  if (program.options.json) throw UsageError("with: --json is for commands that print results of their own");
  if (program.options.lab.empty()) {
    program.options.lab = folder.lab().string();
    program.makes_lab = true;
  }
  WithOptions options{program.options, typed.spool};
  options.global.lab = std::filesystem::absolute(program.options.lab).string();
  if (!typed.spool.empty()) options.spool = std::filesystem::absolute(typed.spool).string();
  if (!typed.spool.empty() && !std::filesystem::is_directory(typed.spool))
    throw UsageError("--spool " + typed.spool + ": is not a directory");
  options.global.system = program.system().name;
  program.keep_new_lab();
  program.close_lab();
  return options;
}

/// In the child.
[[noreturn]] void start(const std::vector<std::string>& words, std::ostream& error) {
  const int reason = become(words.front(), words);
  error << "ringside: " << base::printable(words.front()) << ": " << std::strerror(reason) << '\n' << std::flush;
  ::_exit(reason == ENOENT ? exit_not_found : exit_not_started);
}

pid_t started = 0;
void pass_on(int number) {
  ::kill(started, number);
}

/// What a signal does while the command runs: those of the terminal reach the command without us, the others are passed
/// on.
class Signals {
 public:
  Signals() {
    set(SIGINT, SIG_IGN);
    set(SIGQUIT, SIG_IGN);
    set(SIGTERM, pass_on);
    set(SIGHUP, pass_on);
  }
  ~Signals() {
    for (const auto& [number, before] : before_) ::sigaction(number, &before, nullptr);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

 private:
  void set(int number, void (*handler)(int)) {
    struct sigaction action {
    }, before{};
    action.sa_handler = handler;
    ::sigaction(number, &action, &before);
    before_.emplace_back(number, before);
  }
  std::vector<std::pair<int, struct sigaction>> before_;
};

int run_and_wait(const std::vector<std::string>& words, std::ostream& error) {
  sigset_t all{}, before{};
  sigfillset(&all);
  ::sigprocmask(SIG_BLOCK, &all, &before);
  started = ::fork();
  if (started == 0) {
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    start(words, error);
  }
  if (started < 0) {
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    throw base::Fault(std::string("no process can be started: ") + std::strerror(errno));
  }
  const Signals signals;
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  int status = 0;
  while (::waitpid(started, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int signal_base = 128;
  return WIFEXITED(status) ? WEXITSTATUS(status) : signal_base + WTERMSIG(status);
}

void set_environment(const ShimFolder& folder, const WithOptions& options) {
  const char* const path = std::getenv("PATH");
  const std::string before = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  ::setenv("PATH", (folder.programs().string() + ":" + before).c_str(), 1);
  ::setenv(with_variable, text_of(options).c_str(), 1);
}

void run_with(Program& program, const Typed& typed) {
  if (typed.words.empty()) throw UsageError("with: a command is missing: ringside with -- COMMAND ...");
  const ShimFolder folder(real_tools(typed.real));
  set_environment(folder, options_for(program, typed, folder));
  program.flush();
  program.status = run_and_wait(typed.words, program.error());
}

}  // namespace

Command with_command(Program& program) {
  auto typed = std::make_shared<Typed>();
  return {
      .name = "with",
      .about = "run any program, with tsocmd, tso, submit, opercmd, zowe, keytool and openssl that answer from the lab",
      .notes =
          "The program and what it starts find these on PATH. Files are those of the machine. What keytool or "
          "openssl do not emulate, the machine's own does, and a line on standard error says so. Without --lab, a "
          "temporary lab lasts as long as the program.\n"
          "Exit status: that of the program; 127 if there is none, 126 if it cannot be started, 128 and more if a "
          "signal ended it.",
      .examples = {"ringside --lab my.lab with -- sh -c 'tsocmd LISTUSER'"},
      .options =
          {{"COMMAND", &typed->words, "the program and its arguments, behind --"},
           {"--real", &typed->real, "those of them that stay the machine's: keytool,openssl", {.type = "TOOLS"}},
           {"--spool", &typed->spool, "where the output of submitted jobs goes, a file for each", {.type = "FOLDER"}}},
      .run = [&program, typed] { run_with(program, *typed); }};
}

}  // namespace ringside::app
