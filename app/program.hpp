// app/program.hpp - what every subcommand gets: the global options, the streams, the lab.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/time.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::app {

/// Exit statuses that are not condition codes (rulings, "exit status of run").
inline constexpr int exit_failed = 1;  ///< a check failed or found nothing
inline constexpr int exit_jcl_error = 16;
inline constexpr int exit_abend = 20;
inline constexpr int exit_usage = 64;
inline constexpr int exit_fault = 70;
inline constexpr int exit_output = 74;  ///< standard output or another file could not be written

inline constexpr int refused_from = 8;  ///< return codes of refused commands

/// Wrong usage. The text names place and cause; the program prints it and ends with exit_usage.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& what) : std::runtime_error(what) {}
};

/// Output that cannot be written: standard output, a report or another file. The program ends with exit_output.
class OutputError : public std::runtime_error {
 public:
  explicit OutputError(const std::string& what) : std::runtime_error(what) {}
};

/// The global options, as typed.
struct GlobalOptions {
  std::string lab;     ///< file; empty: a new lab in memory with one system SYS1
  std::string system;  ///< empty: the lab's only system, or SYS1
  std::string user = "IBMUSER";
  std::string date;  ///< a date, a date with a time, or "real"
  std::string seed;
  std::string level = "3.1";
  std::string keys = "search";
  std::string wait = "300";  ///< seconds
  std::string key_cache;     ///< folder or "none"; empty: see key_folder()
  bool strict = false;       ///< the default, accepted
  bool lenient = false;
  bool refuse_aes_pkcs12 = false;
  bool ring_blank_lines = false;
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
  int status = 0;          ///< exit status, set by the subcommand that ran
  bool makes_lab = false;  ///< the subcommand that runs makes a lab that does not exist

  [[nodiscard]] std::istream& in() { return streams_.in; }
  /// Returns true if standard input is a terminal.
  [[nodiscard]] bool is_terminal() const;
  /// Returns true if standard error is a terminal and the output is not JSON.
  [[nodiscard]] bool shows_progress() const;
  [[nodiscard]] std::ostream& out() { return streams_.out; }
  /// Flushes standard output. Throws OutputError if anything could not be written to it, so that nothing more is done
  /// whose result nobody would see. Called after each command, job and scenario.
  void flush();
  /// For people: summaries and remarks, never data.
  [[nodiscard]] std::ostream& error() { return streams_.error; }
  /// Prints the results of `subcommand` as --json promises: an array of them, whose last element is the summary:
  /// {"summary": {"command", "status", ...}} with the exit status so far and `counts` (docs/json.md).
  void print_json(const char* subcommand, base::Json results, const base::Json& counts = base::Json::object());

  /// When --date and --seed are applied: as the lab is opened, or by set_clock_and_seed().
  enum class Clock { now, later };
  /// The lab of the options. The first call opens it and applies --date and --seed. Throws UsageError for wrong values,
  /// and if the file does not exist, unless makes_lab is set.
  lab::Lab& open_lab(Clock clock = Clock::now);
  /// Applies --date and --seed to the open lab. Throws UsageError for wrong values.
  void set_clock_and_seed();
  /// The same. A lab without systems gets the system of --system, or SYS1.
  lab::Lab& lab();
  /// The system of a lab that is given none: z/OS, named --system or SYS1.
  [[nodiscard]] database::SystemRecord first_system() const;
  void close_lab() { lab_.reset(); }
  [[nodiscard]] bool has_open_lab() const { return lab_ != nullptr; }
  /// While it exists, lab() is a copy in memory: the lab stays as it is, and other processes can write to it.
  class LabCopy {
   public:
    /// `untouched`: the lab is not made either if its file does not exist, does not keep --date and --seed, and no
    /// folder keeps keys.
    explicit LabCopy(Program& program, bool untouched = false);
    ~LabCopy();
    LabCopy(const LabCopy&) = delete;
    LabCopy& operator=(const LabCopy&) = delete;

   private:
    Program& program_;
    std::unique_ptr<lab::Lab> original_;
  };
  /// Closes the lab and deletes its file if this program made it and nothing was said of it yet, so that a command that
  /// is refused leaves no lab behind.
  void forget_new_lab();
  /// The lab that this program made stays, whatever comes.
  void keep_new_lab() { is_new_ = false; }
  /// The same, and prints a line on it, once; with --json, print_json() puts it into the summary.
  void tell_new_lab();
  /// The system of --system, else the only system of the lab, else SYS1. Throws UsageError if the lab does not have it.
  database::SystemRecord system();
  /// Throws UsageError if the lab has no system of that name; an empty name stands for none that was given.
  database::SystemRecord system(const std::string& name);
  /// Takes the system off SYSTEM:NAME, makes it the one of --system, and returns NAME; a text without a system is
  /// returned as it is. Throws UsageError if the lab does not have it.
  std::string take_system(const std::string& text);
  /// A session of --user on that system. Tells of a lab that was made for it. Throws UsageError if it is not z/OS, or
  /// the user is not defined there.
  racf::Session session();
  /// The same, without telling: until tell_new_lab() a refusal leaves no lab behind.
  racf::Session untold_session();

 private:
  [[nodiscard]] lab::Rules rules();
  /// A copy of the lab of the options, or a new lab in memory if there is none.
  std::unique_ptr<lab::Lab> copied_lab();

  Streams streams_;
  std::string new_lab_;  ///< with --json: the file of a lab that was told, for the summary
  bool is_new_ = false;  ///< the lab's file was made by this program, and nothing was said of it yet
  base::SystemClock wall_clock_;
  std::unique_ptr<lab::Lab> lab_;
};

/// The rules that --racf-level, --lenient, --refuse-aes-pkcs12, --ring-blank-lines, --keys, --key-cache and --wait ask
/// for. Throws UsageError for a wrong value.
lab::Rules rules_of(const GlobalOptions& options);

/// Reads the value of `option`: a date or a date with a time (2013-05-17, 2013-05-17T08:30:00), local to the lab's
/// zone, or days from the lab's clock (+30d). Throws UsageError, which names `option`, for any other text.
base::Instant moment_option(const std::string& option, const std::string& text, const lab::Lab& lab,
                            base::TimeOfDay of_date = base::TimeOfDay::noon);

/// Reads a real file, or standard input for "-". Throws UsageError if it cannot be read or is larger than
/// limits::input_file_bytes.
std::string read_input_file(Program& program, const std::string& path);

}  // namespace ringside::app
