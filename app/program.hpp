// app/program.hpp - what every subcommand is given: the options before it, the streams, the lab that they open.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/context.hpp"

namespace CLI {
class App;
}

namespace ringside::app {

/// Exit statuses that are no condition codes (rulings, "exit status of run").
inline constexpr int exit_failed = 1;  ///< a scenario failed, nothing was found
inline constexpr int exit_jcl_error = 16;
inline constexpr int exit_abend = 20;
inline constexpr int exit_usage = 64;
inline constexpr int exit_fault = 70;

/// Wrong usage: the text names place and cause; the program ends with exit_usage.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& what) : std::runtime_error(what) {}
};

/// The options before the subcommand, as typed.
struct GlobalOptions {
  std::string lab;     ///< file; empty: a fresh lab in memory with one system SYS1
  std::string system;  ///< empty: the lab's only system, or SYS1
  std::string user = "IBMUSER";
  std::string date;  ///< a moment, or "real"
  std::string seed;
  std::string level = "3.1";
  std::string keys = "search";
  std::string key_cache;  ///< folder, or "none"; empty: the environment's, or the user's
  bool strict = false;
  bool json = false;
};

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
};

class Program {
 public:
  explicit Program(Streams streams) : streams_(streams) {}

  GlobalOptions options;
  int status = 0;  ///< exit status, set by the subcommand that ran

  [[nodiscard]] std::istream& in() { return streams_.in; }
  /// Whether standard input is a terminal with a person at it.
  [[nodiscard]] bool is_terminal() const;
  /// Whether somebody watches standard error.
  [[nodiscard]] bool shows_progress() const;
  [[nodiscard]] std::ostream& out() { return streams_.out; }
  /// For people: summaries and remarks, never data.
  [[nodiscard]] std::ostream& error() { return streams_.error; }

  /// The lab of the options, opened at the first call; date and seed are applied. UsageError for options that cannot
  /// be.
  lab::Lab& open_lab();
  /// The same; a lab without systems gets the one of the options, or SYS1.
  lab::Lab& lab();
  /// For commands that only look: UsageError if --lab names a file that is not there, rather than an empty lab.
  void require_lab_that_exists() const;
  /// The system of the options. UsageError if the lab has no such system, or several and none was named.
  database::SystemRecord system();
  database::SystemRecord system(const std::string& name);
  /// The user of the options at that system, which must be z/OS. UsageError if the user is not defined there.
  racf::Session session();

 private:
  Streams streams_;
  base::SystemClock wall_clock_;
  std::unique_ptr<lab::Lab> lab_;
};

/// The release and strictness of the options. UsageError for a level that is not emulated.
lab::Rules rules_of(const GlobalOptions& options);

/// A moment as typed for `option`, local to the lab's zone; a day alone means `time_of_day`. UsageError for what is
/// none.
base::Instant moment_option(const std::string& option, const std::string& text, base::Zone zone,
                            base::CivilTime time_of_day = {1970, 1, 1, 12, 0, 0});

/// The content of a real file, of standard input for "-". UsageError if it cannot be read or is larger than
/// limits::input_file_bytes.
std::string read_input_file(Program& program, const std::string& path);
/// Writes a real file whole. UsageError if that fails.
void write_output_file(const std::string& path, const std::string& content);

// One function per subcommand: declares it with its options, its help and what it does.
void add_run_command(CLI::App& app, Program& program);
void add_tso_command(CLI::App& app, Program& program);
void add_lab_command(CLI::App& app, Program& program);
void add_put_command(CLI::App& app, Program& program);
void add_get_command(CLI::App& app, Program& program);
void add_transfer_command(CLI::App& app, Program& program);
void add_export_command(CLI::App& app, Program& program);
void add_trust_command(CLI::App& app, Program& program);
void add_doctor_command(CLI::App& app, Program& program);
void add_test_command(CLI::App& app, Program& program);
void add_schema_command(CLI::App& app, Program& program);
void add_whois_command(CLI::App& app, Program& program);
void add_sh_command(CLI::App& app, Program& program);
void add_openssl_command(CLI::App& app, Program& program);
void add_keytool_command(CLI::App& app, Program& program);
void add_issue_command(CLI::App& app, Program& program);
void add_shell_command(CLI::App& app, Program& program);

/// Every subcommand but the prompt, which offers them itself.
void add_subcommands(CLI::App& app, Program& program);

}  // namespace ringside::app
