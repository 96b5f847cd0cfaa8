// app/program.cpp - the lab, system and user that the global options name.
#include "app/program.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/key_folder.hpp"
#include "app/lab_file.hpp"
#include "app/output/standard_streams.hpp"
#include "base/limits.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"

namespace ringside::app {
namespace {

constexpr const char* usual_system = "SYS1";
constexpr const char* real_clock = "real";

void apply_date(lab::Lab& lab, const std::string& date) {
  if (date.empty()) return;
  if (date == real_clock) return lab.set_clock(std::nullopt);
  lab.set_clock(moment_option("--date", date, lab));
}

/// Names the candidate that was probably meant, or all of them.
std::string hint(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string near = base::did_you_mean(base::upper(word), candidates);
  return near.empty() ? "; there are: " + base::join(candidates, ", ") : near;
}

std::string read_all(std::istream& in, const std::string& name) {
  std::string content;
  std::vector<char> buffer(1u << 16);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    content.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (content.size() > base::limits::input_file_bytes)
      throw UsageError(fmt::format("{} is larger than {} octets", name, base::limits::input_file_bytes));
  }
  return content;
}

crypto::KeyMaker maker_of(const std::string& keys) {
  if (keys == "search") return crypto::KeyMaker::search;
  if (keys == "portable") return crypto::KeyMaker::portable;
  if (keys == "openssl") return crypto::KeyMaker::openssl;
  throw UsageError("--keys " + keys + ": must be search, portable or openssl");
}

std::chrono::seconds wait_of(const std::string& seconds) {
  constexpr unsigned most = 86'400;
  const auto number = base::number(seconds, most);
  if (!number) throw UsageError("--wait " + seconds + ": must be a number of seconds, at most 86400");
  return std::chrono::seconds{*number};
}

}  // namespace

lab::Rules rules_of(const GlobalOptions& options) {
  const std::vector<std::pair<std::string, lab::RacfLevel>> levels = {
      {"2.5", lab::RacfLevel::v2r5}, {"3.1", lab::RacfLevel::v3r1}, {"3.2", lab::RacfLevel::v3r2}};
  for (const auto& [name, level] : levels)
    if (name == options.level)
      return {level,
              options.lenient,
              options.refuse_aes_pkcs12,
              options.ring_blank_lines,
              maker_of(options.keys),
              key_folder(options.key_cache),
              {wait_of(options.wait), {}}};
  throw UsageError("--racf-level " + options.level + ": must be 2.5, 3.1 or 3.2");
}

base::Instant moment_option(const std::string& option, const std::string& text, const lab::Lab& lab,
                            base::TimeOfDay of_date) {
  const auto moment = base::parse_moment_from(text, lab.now(), lab.zone(), of_date);
  if (!moment)
    throw UsageError(fmt::format("{} {}: must be {}a date such as 2013-05-17, 2013-05-17T08:30:00 or +30d", option,
                                 text, option == "--date" ? "'real' or " : ""));
  return *moment;
}

bool Program::is_terminal() const {
  return &streams_.in == &std::cin && ::isatty(STDIN_FILENO) == 1;
}

bool Program::shows_progress() const {
  return &streams_.error == &std::cerr && ::isatty(STDERR_FILENO) == 1 && !options.json;
}

void Program::flush() {
  if (!out().flush()) throw OutputError("standard output: " + why_it_failed(out()));
}

void Program::print_json(const char* subcommand, base::Json results, const base::Json& counts) {
  base::Json summary = {{"command", subcommand}, {"status", status}};
  if (!new_lab_.empty()) summary["new_lab"] = std::exchange(new_lab_, {});
  summary.update(counts);
  results.push_back({{"summary", std::move(summary)}});
  out() << results.text() << '\n';
}

lab::Rules Program::rules() {
  lab::Rules rules = rules_of(options);
  rules.wait.told = [this](const std::string& sentence) {
    error() << "ringside: " << base::printable(sentence) << '\n' << std::flush;
  };
  return rules;
}

std::unique_ptr<lab::Lab> Program::copied_lab() {
  const std::string key_cache = std::exchange(options.key_cache, "none");  // its folder would be made
  lab::Rules copied = rules();
  options.key_cache = key_cache;
  std::error_code error;
  const bool is_there = !options.lab.empty() && std::filesystem::exists(options.lab, error) &&
                        std::filesystem::file_size(options.lab, error) > 0;
  if (!is_there) return std::make_unique<lab::Lab>("", wall_clock_, std::move(copied));
  return lab::Lab(options.lab, wall_clock_, std::move(copied)).copy_in_memory();
}

lab::Lab& Program::open_lab(Clock clock) {
  if (lab_) return *lab_;
  if (!options.lab.empty() && !makes_lab) require_lab_file(options.lab);
  const bool is_new = !options.lab.empty() && !lab_file_exists(options.lab);
  if (is_new) require_place_for_lab(options.lab);
  if (!options.lab.empty()) refuse_other_file(options.lab);
  lab_ = std::make_unique<lab::Lab>(options.lab, wall_clock_, rules());
  is_new_ = is_new && lab_->systems().all().empty();  // else another process was faster
  if (clock == Clock::now) set_clock_and_seed();
  return *lab_;
}

void Program::set_clock_and_seed() {
  apply_date(*lab_, options.date);
  if (!options.seed.empty()) lab_->set_seed(options.seed);
}

lab::Lab& Program::lab() {
  lab::Lab& opened = open_lab();
  if (opened.systems().all().empty()) {
    database::SystemRecord record = first_system();
    racf::add_system(opened, record);
  }
  return opened;
}

Program::LabCopy::LabCopy(Program& program, bool untouched) : program_(program) {
  if (untouched && !program_.lab_) {
    program_.lab_ = program_.copied_lab();
    program_.set_clock_and_seed();
    return;
  }
  program_.lab();
  original_ = std::exchange(program_.lab_, program_.lab_->copy_in_memory());
}

Program::LabCopy::~LabCopy() {
  program_.lab_ = std::move(original_);
}

database::SystemRecord Program::first_system() const {
  return {options.system.empty() ? usual_system : base::upper(options.system), "zos", "", "", 0};
}

void Program::forget_new_lab() {
  if (!std::exchange(is_new_, false)) return;
  close_lab();
  remove_lab_file(options.lab);
}

void Program::tell_new_lab() {
  if (!is_new_) return;
  keep_new_lab();
  if (options.json) {
    new_lab_ = options.lab;
    return;
  }
  std::vector<std::string> names;
  for (const auto& record : lab().systems().all()) names.push_back(record.name);
  fmt::print(error(), "ringside: new lab {} made, with the system{} {}\n", options.lab, names.size() == 1 ? "" : "s",
             base::join(names, ", "));
}

database::SystemRecord Program::system() {
  const auto systems = lab().systems().all();
  if (options.system.empty() && systems.size() == 1) return systems.front();
  if (options.system.empty() && lab().systems().find(usual_system)) return system(usual_system);
  return system(options.system);
}

database::SystemRecord Program::system(const std::string& name) {
  if (const auto found = lab().systems().find(base::upper(name))) return *found;
  std::vector<std::string> names;
  for (const auto& record : lab().systems().all()) names.push_back(record.name);
  if (name.empty()) throw UsageError("the lab has several systems; name one with --system: " + base::join(names, ", "));
  throw UsageError(name + ": the lab has no such system" + hint(name, names));
}

std::string Program::take_system(const std::string& text) {
  // Only a name or path after the system may contain a slash.
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon > text.find('/')) return text;
  options.system = system(text.substr(0, colon)).name;
  return text.substr(colon + 1);
}

racf::Session Program::session() {
  racf::Session session = untold_session();
  tell_new_lab();
  return session;
}

racf::Session Program::untold_session() {
  racf::Session session(lab(), system(), base::upper(options.user));
  if (session.system.kind != "zos")
    throw UsageError(fmt::format("{} is a system of kind {}; only z/OS has jobs, TSO and data sets",
                                 session.system.name, session.system.kind));
  if (session.database.users.find(session.user)) return session;
  std::vector<std::string> names;
  for (const auto& user : session.database.users.all()) names.push_back(user.name);
  throw UsageError("user " + options.user + " is not defined to RACF on " + session.system.name +
                   hint(options.user, names));
}

std::string read_input_file(Program& program, const std::string& path) {
  if (path == "-") return read_all(program.in(), "standard input");
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw UsageError(path + ": is a directory");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw UsageError(path + ": cannot be read");
  return read_all(file, path);
}

}  // namespace ringside::app
