// emulator/jes/kept_jobs.cpp - jobs and their spool in the lab.
#include "emulator/jes/kept_jobs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "parser/jcl/records.hpp"

namespace ringside::jes {
namespace {

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

/// The job stream with masked passwords on JCL statements. In-stream data stays as it is.
std::string masked(const std::string& stream) {
  std::string text;
  bool in_password = false;
  for (const std::string& line : base::lines(stream))
    text += (line.starts_with("//") ? parser::jcl_image(line, in_password) : line) + '\n';
  return text;
}

std::string text_of(const parser::SymbolValues& symbols) {
  std::string text;
  for (const auto& [name, value] : symbols) text += name + '=' + value + '\n';
  return text;
}

/// As z/OSMF shows the end of a job. What JES2 has no word for is a failure of the system.
std::string return_code_of(const JobResult& result) {
  if (result.status == JobStatus::held) return {};
  if (result.status == JobStatus::scanned) return "CC 0000";
  return result.status == JobStatus::fault ? "SYS FAIL" : result.status_text();
}

class Keeping {
 public:
  Keeping(lab::Lab& lab, const JobResult& result, const JobSource& source)
      : lab_(lab), result_(result), source_(source), waits_(result.status == JobStatus::held) {}

  /// Returns the numbers of the jobs that were dropped.
  std::vector<std::string> store(database::JobBounds bounds) {
    auto savepoint = lab_.savepoint();
    database::JobRecord job = record();
    lab_.jobs().put(job);
    put({database::job_stream_number, "JCL", "JES2", 0, 0}, waits_ ? source_.stream : masked(source_.stream));
    std::int64_t number = database::job_stream_number;
    for (const SpoolFile& file : result_.spool) {
      number = file.number == 0 ? number + 1 : file.number;
      put({number, file.dd, file.step, static_cast<std::int64_t>(file.lines.size()), 0}, text_of(file.lines));
    }
    job.octets = octets_;
    lab_.jobs().put(job);
    auto dropped = lab_.jobs().drop_oldest(result_.system, result_.id, bounds);
    savepoint.keep();
    return dropped;
  }

 private:
  [[nodiscard]] database::JobRecord record() const {
    const auto before = lab_.jobs().find(result_.system, result_.id);
    database::JobRecord job;
    job.system = result_.system;
    job.id = result_.id;
    job.name = result_.name;
    job.owner = result_.user;
    job.submitter = source_.submitter;
    job.job_class = result_.job_class;
    job.symbols = text_of(source_.symbols);
    job.ended = !waits_;
    job.return_code = return_code_of(result_);
    job.held = waits_;
    job.submitted = before ? before->submitted : lab_.now();
    job.correlator = before ? before->correlator : source_.correlator;
    job.started_at = result_.started;
    if (job.ended) job.ended_at = lab_.now();
    return job;
  }

  void put(database::SpoolRecord file, const std::string& content) {
    if (file.records == 0) file.records = std::count(content.begin(), content.end(), '\n');
    octets_ += static_cast<std::int64_t>(content.size());
    lab_.spool_files().put(result_.system, result_.id, file, content);
  }

  lab::Lab& lab_;
  const JobResult& result_;
  const JobSource& source_;
  bool waits_;
  std::int64_t octets_ = 0;
};

std::string told(const std::vector<std::string>& dropped, database::JobBounds bounds) {
  const std::string which = dropped.size() == 1 ? dropped.front() : dropped.front() + " to " + dropped.back();
  return fmt::format("the lab keeps the last {} jobs of a system, or {} MB of their output; it has dropped {}",
                     bounds.jobs, bounds.octets >> 20, which);
}

}  // namespace

void keep_job(lab::Lab& lab, JobResult& result, const JobSource& source, database::JobBounds bounds) {
  try {
    const auto dropped = Keeping(lab, result, source).store(bounds);
    if (!dropped.empty()) result.diagnostics.push_back(told(dropped, bounds));
  } catch (const base::Fault& fault) {
    result.diagnostics.push_back(fmt::format("the output of the job is not kept: {}", fault.what()));
  }
}

parser::SymbolValues symbols_of(const database::JobRecord& job) {
  parser::SymbolValues symbols;
  for (const std::string& line : base::lines(job.symbols))
    if (const auto equals = line.find('='); equals != std::string::npos)
      symbols.emplace(line.substr(0, equals), line.substr(equals + 1));
  return symbols;
}

}  // namespace ringside::jes
