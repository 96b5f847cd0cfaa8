// app/commands/tool_host.cpp - runs keytool, openssl and sh on real files or on a host of a lab.
#include "app/commands/tool_host.hpp"

#include <cstdlib>
#include <filesystem>
#include <istream>
#include <iterator>
#include <ostream>

#include "app/prompt/hidden_typing.hpp"
#include "base/json.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/racf/users/unix_user.hpp"

extern "C" char** environ;  // NOLINT: no POSIX header declares it

namespace ringside::app {
namespace {

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string text = *entry;
    if (const std::size_t sign = text.find('='); sign != std::string::npos)
      variables[text.substr(0, sign)] = text.substr(sign + 1);
  }
  return variables;
}

/// On z/OS: adds the user ID, and the home directory and UID from its OMVS segment.
Surroundings with_unix_user(Program& program, Surroundings around) {
  around.user = base::upper(program.options.user);
  racf::Session session(program.lab(), around.system, around.user);
  racf::UnixLogin login = racf::unix_login(session);
  around.files = std::make_unique<host::LabFiles>(program.lab(), around.system, login.user);
  around.directory = login.directory;
  around.variables = std::move(login.variables);
  return around;
}

Surroundings real_host(Program& program, const std::optional<std::string>& root) {
  Surroundings around;
  around.system = program.system();
  around.system.kind = "distributed";  // not z/OS, since real files have no security database
  around.variables = environment();
  around.user = around.variables.count("USER") != 0 ? around.variables["USER"] : "root";
  around.files = std::make_unique<host::RealFiles>(root.value_or("/"));
  if (root && !around.files->status("/")) throw UsageError("--root " + *root + ": is not a directory");
  if (!root) around.directory = std::filesystem::current_path().generic_string();
  return around;
}

}  // namespace

Surroundings machine_surroundings(Program& program) {
  Surroundings around;
  around.system = program.system();
  around.user = around.system.kind == "zos" ? base::upper(program.options.user) : program.options.user;
  around.files = std::make_unique<host::RealFiles>("/");
  around.directory = std::filesystem::current_path().generic_string();
  around.variables = environment();
  return around;
}

Surroundings lab_host(Program& program) {
  Surroundings around;
  around.system = program.system();
  if (around.system.kind == "zos") return with_unix_user(program, std::move(around));
  const bool unnamed = program.options.user == GlobalOptions{}.user;
  around.user = unnamed ? "root" : program.options.user;
  around.files = std::make_unique<host::LabFiles>(program.lab(), around.system, around.user);
  around.variables = {{"HOME", "/"}};
  return around;
}

void ConsoleStreams::out(std::string_view text) {
  program_.out() << text;
  program_.flush();
}

void ConsoleStreams::error(std::string_view text) {
  program_.error() << text << std::flush;
}

std::optional<std::string> ConsoleStreams::read_line(bool hidden) {
  const std::optional<HiddenTyping> silence =
      hidden && interactive() ? std::optional<HiddenTyping>(std::in_place) : std::nullopt;
  std::string line;
  for (int c = program_.in().get(); c != std::istream::traits_type::eof(); c = program_.in().get()) {
    if (c == '\n') {
      if (silence) program_.error() << '\n';
      return line;
    }
    line += static_cast<char>(c);
    if (line.size() > base::limits::input_line_bytes) throw UsageError("standard input has a line that is too long");
  }
  return line.empty() ? std::nullopt : std::optional(line);
}

base::Bytes ConsoleStreams::read_rest() {
  return base::to_bytes(read_input_file(program_, "-"));
}

// Drops only what has arrived: waiting for more would hang where the real tool continues.
void ConsoleStreams::drop_typed_ahead() {
  std::streambuf* buffer = program_.in().rdbuf();
  if (interactive() || buffer == nullptr) return;
  for (std::streamsize left = buffer->in_avail(); left > 0; left = buffer->in_avail())
    for (; left > 0; --left) buffer->sbumpc();
}

bool ConsoleStreams::interactive() const {
  return program_.is_terminal();
}

void run_tool(Program& program, const char* subcommand, const std::string& command,
              const std::optional<std::string>& root, const std::function<int(host::Process&)>& tool) {
  const bool in_lab = !program.options.lab.empty() || !program.options.system.empty();
  if (in_lab && root) throw UsageError("--root is for real files: it cannot be used with --lab or --system");
  Surroundings around = in_lab ? lab_host(program) : real_host(program, root);
  ConsoleStreams console(program);
  host::TextStreams kept(program.options.json ? read_input_file(program, "-") : std::string());
  host::Streams& streams = program.options.json ? static_cast<host::Streams&>(kept) : console;
  network::LabNetwork network(program.lab(), around.system.name, in_lab ? nullptr : around.files.get());
  host::Process process{program.lab(), around.system,    around.user,      *around.files,
                        streams,       around.directory, around.variables, &network};
  program.status = tool(process);
  if (!program.options.json) return;
  program.print_json(subcommand, base::Json::array({{{"command", command},
                                                     {"rc", program.status},
                                                     {"output", base::lines(kept.output())},
                                                     {"errors", base::lines(kept.errors())}}}));
}

std::string tool_name(const std::string& tool, const std::vector<std::string>& words) {
  return words.empty() ? tool : tool + " " + words.front();
}

}  // namespace ringside::app
