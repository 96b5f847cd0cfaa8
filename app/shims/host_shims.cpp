// app/shims/host_shims.cpp - tsocmd, tso, submit and opercmd on the lab.
#include "app/shims/host_shims.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/output/output_file.hpp"
#include "app/output/spool_text.hpp"
#include "app/shims/machine_program.hpp"
#include "base/calendar.hpp"
#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/host/records.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/tso/execute.hpp"
#include "parser/scripts/zowe_command.hpp"

namespace ringside::app {
namespace {

constexpr int exit_refused = 8;

void print_remarks(Program& program, const std::vector<std::string>& remarks) {
  for (const std::string& remark : remarks)
    for (const std::string& line : base::lines(remark)) program.error() << "ringside: " << line << '\n';
}

void keep_spool(const WithOptions& options, const jes::JobResult& job) {
  if (options.spool.empty()) return;
  write_output_file(fmt::format("{}/{}.{}.txt", options.spool, job.name, job.id), spool_text(job),
                    {.owner_only = true});
}

void run_command(Program& program, const WithOptions& options, const std::string& command) {
  racf::Session session = program.session();
  const host::CommandResult result = tso::execute(session, parser::single_command(command));
  for (const std::string& line : result.shown()) program.out() << line << '\n';
  program.flush();
  print_remarks(program, result.diagnostics);
  program.status = result.return_code;
  for (const jes::JobResult& job : jes::run_submitted(session)) {
    keep_spool(options, job);
    fmt::print(program.error(), "ringside: {} {} ended: {}\n", job.name, job.id, job.status_text());
  }
}

/// Where jobs come from, and how submit names that: "path 'x.jcl'".
struct JobSource {
  std::string jcl;
  std::string phrase;
};

/// Reads //'HLQ.JCL' of the lab. Throws UsageError if it is not there or is not text.
JobSource data_set_source(Program& program, const std::string& operand) {
  const std::string typed = operand.substr(2);
  const bool is_quoted = typed.size() > 2 && typed.front() == '\'' && typed.back() == '\'';
  const std::string name =
      host::qualify(is_quoted ? typed.substr(1, typed.size() - 2) : typed, is_quoted, program.options.user);
  const auto data_set = host::DataSets(program.lab(), program.system().name).find(name);
  if (!data_set) throw UsageError("submit: " + base::printable(operand) + ": the lab has no such data set");
  const auto text = host::text_of(*data_set);
  if (!text) throw UsageError("submit: " + base::printable(operand) + ": the data set is not text");
  return {*text, "data set '" + name + "'"};
}

JobSource source_of(Program& program, const std::string& operand) {
  if (operand == "-") return {read_input_file(program, "-"), "stdin"};
  if (operand.starts_with("//")) return data_set_source(program, operand);
  return {read_input_file(program, operand), "path '" + operand + "'"};
}

struct SubmitOptions {
  bool id_only = false;
  bool quiet = false;
  std::vector<std::string> files;
};

SubmitOptions submit_options(const std::vector<std::string>& words) {
  SubmitOptions options;
  auto word = words.begin();
  for (; word != words.end() && word->size() > 1 && word->front() == '-'; ++word)
    for (const char letter : word->substr(1)) {
      if (letter != 'j' && letter != 'q') throw UsageError("submit: unknown option " + base::printable(*word));
      (letter == 'j' ? options.id_only : options.quiet) = true;
    }
  options.files.assign(word, words.end());
  if (options.files.empty()) options.files.emplace_back("-");
  return options;
}

/// "LOCAL: TIME=12.06.07 DATE=2026.333" without the first word.
std::string console_time(base::Instant now, base::Zone zone) {
  const base::CivilTime at = base::to_local(now, zone);
  return fmt::format("TIME={:02}.{:02}.{:02} DATE={:04}.{:03}", at.hour, at.minute, at.second, at.year,
                     base::day_of_year(at));
}

}  // namespace

void run_tsocmd(Program& program, const WithOptions& options, const std::vector<std::string>& words) {
  if (words.empty()) throw UsageError("tsocmd: a TSO command is missing");
  const std::string command = base::join(words, " ");
  program.error() << command << '\n' << std::flush;
  run_command(program, options, command);
}

void run_tso(Program& program, const WithOptions& options, const std::vector<std::string>& words) {
  const bool has_option = !words.empty() && (words.front() == "-t" || words.front() == "-o");
  const std::vector<std::string> rest(words.begin() + (has_option ? 1 : 0), words.end());
  if (rest.empty()) throw UsageError("tso: a TSO command is missing");
  run_command(program, options, base::join(rest, " "));
}

void run_zowe(Program& program, const WithOptions& options, const std::vector<std::string>& words) {
  std::vector<std::string> with_name = words;
  with_name.insert(with_name.begin(), "zowe");
  if (const auto command = parser::zowe_tso_command(with_name)) {
    run_command(program, options, *command);
    program.status = 0;
    return;
  }
  const std::string shown = base::printable(words.size() < 2 ? "zowe" : "zowe " + words[0] + " " + words[1]);
  if (const auto own = machine_program("zowe")) answer_by(program, *own, shown, with_name);
  program.error() << shown << ": not emulated; zowe zos-tso issue command is\n";
  program.status = exit_refused;
}

void run_submit(Program& program, const WithOptions& options, const std::vector<std::string>& words) {
  const SubmitOptions typed = submit_options(words);
  std::vector<JobSource> sources;  // all are read first
  for (const std::string& file : typed.files) sources.push_back(source_of(program, file));
  racf::Session session = program.session();
  for (const JobSource& source : sources)
    for (const jes::JobResult& job : jes::submit(session, source.jcl)) {
      if (typed.id_only)
        program.out() << job.id << '\n';
      else
        fmt::print(program.out(), "JOB {} submitted from {}\n", job.id, source.phrase);
      program.flush();
      keep_spool(options, job);
      if (!typed.quiet) fmt::print(program.error(), "ringside: {} {} ended: {}\n", job.name, job.id, job.status_text());
    }
}

void run_opercmd(Program& program, const WithOptions& /*options*/, const std::vector<std::string>& words) {
  const std::string command = base::upper(std::string(base::trim(base::join(words, " "))));
  if (command != "D T" && command != "DISPLAY T") {
    program.error() << "opercmd: " << base::printable(command) << ": this console command is not emulated; D T is\n";
    program.status = exit_refused;
    return;
  }
  const base::Instant now = program.lab().now();
  fmt::print(program.out(), "IEE136I LOCAL: {}  UTC: {}\n", console_time(now, program.lab().zone()),
             console_time(now, base::Zone{}));
}

}  // namespace ringside::app
