// app/shims/tool_shims.cpp - runs keytool and openssl, or the machine's own where something is not emulated.
#include "app/shims/tool_shims.hpp"

#include <functional>
#include <memory>
#include <ostream>
#include <utility>

#include "app/commands/personality.hpp"
#include "app/commands/tool_host.hpp"
#include "app/shims/machine_program.hpp"
#include "base/text.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "emulator/hosttools/network/lab_network.hpp"

namespace ringside::app {
namespace {

/// Keeps the output until the end, unless a person sits at the terminal, so that nothing is printed where the machine's
/// own program answers. Notes whether input was taken.
class KeptStreams final : public host::Streams {
 public:
  explicit KeptStreams(Program& program) : console_(program) {}

  void out(std::string_view text) override { keep(false, text); }
  void error(std::string_view text) override { keep(true, text); }
  std::optional<std::string> read_line(bool hidden) override {
    has_read_ = true;
    return console_.read_line(hidden);
  }
  base::Bytes read_rest() override {
    has_read_ = true;
    return console_.read_rest();
  }
  void drop_typed_ahead() override { console_.drop_typed_ahead(); }
  [[nodiscard]] bool interactive() const override { return console_.interactive(); }

  [[nodiscard]] bool has_read() const { return has_read_; }
  void print() {
    for (const auto& [is_error, part] : std::exchange(parts_, {})) is_error ? console_.error(part) : console_.out(part);
  }

 private:
  void keep(bool is_error, std::string_view text) {
    if (parts_.empty() || parts_.back().first != is_error) parts_.emplace_back(is_error, "");
    parts_.back().second += text;
    if (interactive()) print();
  }

  ConsoleStreams console_;
  std::vector<std::pair<bool, std::string>> parts_;
  bool has_read_ = false;
};

using Tool = std::function<int(host::Process&)>;

/// Sets the exit status. Returns true if the tool refused something as not emulated.
bool refuses_on_machine_files(Program& program, KeptStreams& streams, const Tool& tool) {
  Surroundings around = machine_surroundings(program);
  network::LabNetwork network(program.lab(), around.system.name, around.files.get());
  host::Process process{program.lab(), around.system,    around.user,      *around.files,
                        streams,       around.directory, around.variables, &network};
  program.status = tool(process);
  return program.status != 0 && process.not_emulated;
}

void run_tool_shim(Program& program, const std::string& name, const std::vector<std::string>& words, const Tool& tool) {
  KeptStreams streams(program);
  const bool is_undone = refuses_on_machine_files(program, streams, tool) && !streams.has_read();
  const auto own = is_undone ? machine_program(name) : std::nullopt;
  if (!own) return streams.print();
  std::vector<std::string> with_name = words;
  with_name.insert(with_name.begin(), name);
  answer_by(program, *own, base::printable(tool_name(name, words)), with_name);
}

}  // namespace

void run_keytool(Program& program, const WithOptions& /*options*/, const std::vector<std::string>& words) {
  run_tool_shim(program, "keytool", words, [&](host::Process& process) { return keytool::run(words, process); });
}

void run_openssl(Program& program, const WithOptions& /*options*/, const std::vector<std::string>& words) {
  run_tool_shim(program, "openssl", words, [&](host::Process& process) {
    return openssl::run(words, process, personality_of(default_personality));
  });
}

}  // namespace ringside::app
