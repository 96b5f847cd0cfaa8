// emulator/jes/job_log.cpp - the three data sets that JES2 itself writes for a job.
#include "emulator/jes/job_log.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"

namespace ringside::jes {
namespace {

constexpr std::size_t name_width = 8;
constexpr std::size_t kilobyte = 1024;

// A lab measures nothing: each step shows what an idle one (IEFBR14) shows in a captured job of z/OS 3.1.
constexpr const char* processor_use = "        CPU:     0 HR  00 MIN  00.00 SEC    SRB:     0 HR  00 MIN  00.00 SEC";
constexpr std::array storage_use = {
    "        VIRT:     8K  SYS:   228K  EXT:        0K  SYS:    11208K",
    "        ATB- REAL:                  1252K  SLOTS:                     0K",
    "             VIRT- ALLOC:      14M SHRD:       0M",
};

/// "S Y S 1": the heading prints names with a blank between the letters.
std::string spaced(const std::string& name) {
  std::string text;
  for (const char c : name) text += (text.empty() ? "" : " ") + std::string(1, c);
  return text;
}

std::size_t octets(const SpoolFile& file) {
  std::size_t total = 0;
  for (const std::string& line : file.lines) total += line.size();
  return total;
}

/// MSGLEVEL: 0 lists the JOB statement only; 2 lists the statements of the job, without those of procedures.
bool is_listed(const parser::JclImage& image, const JobCard& card) {
  using Kind = parser::JclImage::Kind;
  return image.kind == Kind::input || (image.kind != Kind::delimiter && card.expanded_statements);
}

/// JES2 writes the number of the job into columns 73 to 80 of the JOB statement.
std::string with_job_id(const std::string& record, const std::string& job_id) {
  constexpr std::size_t columns = 72;
  return base::pad_right(record.substr(0, columns), columns) + job_id;
}

std::vector<std::string> statement_images(const PreparedJob& prepared, const std::string& job_id) {
  std::vector<std::string> lines;
  for (const parser::JclImage& image : prepared.job.images) {
    if (!prepared.card.all_statements && image.statement > 1) break;
    if (!is_listed(image, prepared.card)) continue;
    const std::string number = image.statement > 0 ? std::to_string(image.statement) : std::string{};
    const std::string record = base::printable(image.text);
    const bool job = image.statement == 1 && prepared.job.statement.operation == "JOB";
    lines.push_back(base::trim_right(fmt::format("{:>10} {}", number, job ? with_job_id(record, job_id) : record)));
  }
  return lines;
}

}  // namespace

std::string padded(const std::string& name) {
  return base::pad_right(name, name_width);
}

JobLog::JobLog(const lab::Lab& lab, const std::string& system, std::string job_id)
    : lab_(lab), job_id_(std::move(job_id)) {
  const base::CivilTime start = now();
  job_log_.push_back(fmt::format("{:20}J E S 2  J O B  L O G  --  S Y S T E M  {}  --  N O D E  {}", "", spaced(system),
                                 spaced(system)));
  job_log_.emplace_back();
  job_log_.push_back(fmt::format(" {} {} ---- {:<11}{:02} {} {} ----", time(), job_id_,
                                 std::string(base::weekday_name(start)) + ",", start.day,
                                 base::month_name(start).substr(0, 3), start.year));
}

void JobLog::log(const std::string& text) {
  job_log_.push_back(fmt::format(" {} {}  {}", time(), job_id_, base::printable(text)));
}

void JobLog::console(const std::vector<std::string>& lines) {
  constexpr std::size_t time_width = 10;  // with the blanks around it
  const std::string indent(time_width + job_id_.size() + 2, ' ');
  for (const std::string& line : lines) {
    if (line.starts_with(' ')) {
      job_log_.push_back(indent + base::printable(line));
    } else {
      log(line);
    }
  }
}

void JobLog::log_lines(const std::vector<std::string>& lines) {
  constexpr std::size_t text_column = 20;
  const std::string number = fmt::format("{:03}", next_message_number_++);
  for (const std::string& line : lines) {
    if (&line == &lines.front()) {
      log(line + "  " + number);
    } else {
      job_log_.push_back(base::pad_right("    " + number, text_column) + line);
    }
  }
}

void JobLog::cut(const Length& length) {
  next_message_number_ = length.next_message_number;
  job_log_.resize(length.log_lines);
  system_messages_.resize(length.system_messages);
}

void JobLog::list_conversion(const parser::Job& job) {
  if (job.notices.empty() && job.errors.empty()) return;
  std::vector<parser::JclNotice> all = job.notices;
  for (const parser::JclError& error : job.errors) all.push_back({error.statement, error.message});
  std::stable_sort(all.begin(), all.end(),
                   [](const parser::JclNotice& a, const parser::JclNotice& b) { return a.statement < b.statement; });
  note(" STMT NO. MESSAGE");
  for (const parser::JclNotice& one : all)
    note(fmt::format("{:>9} {} {}", one.statement > 0 ? std::to_string(one.statement) : std::string{}, one.message.id,
                     base::printable(one.message.text)));
}

void JobLog::note_step_use() {
  note_job_use();
  for (const char* line : storage_use) note(line);
}

void JobLog::note_job_use() {
  note(processor_use);
}

std::string JobLog::time() const {
  const base::CivilTime at = now();
  return fmt::format("{:02}.{:02}.{:02}", at.hour, at.minute, at.second);
}

std::string JobLog::day_and_time() const {
  const base::CivilTime at = now();
  return fmt::format("{:04}{:03}.{:02}{:02}", at.year, base::day_of_year(at), at.hour, at.minute);
}

std::string JobLog::spoken_time(const base::CivilTime& time) {
  return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
}

std::string JobLog::spoken_date(const base::CivilTime& time) {
  return fmt::format("{}, {} {}, {}", base::weekday_name(time), base::month_name(time), time.day, time.year);
}

std::vector<SpoolFile> JobLog::finish(const PreparedJob& prepared, std::vector<SpoolFile> step_output, bool ran) {
  std::vector<SpoolFile> files;
  files.push_back({"JESMSGLG", "JES2", {}, 0});
  files.push_back({"JESJCL", "JES2", statement_images(prepared, job_id_), 0});
  files.push_back({"JESYSMSG", "JES2", std::move(system_messages_), 0});
  files.insert(files.end(), std::make_move_iterator(step_output.begin()), std::make_move_iterator(step_output.end()));

  const base::CivilTime end = now();
  std::size_t records = job_log_.size();
  std::size_t size = 0;
  for (const SpoolFile& file : files) {
    records += file.lines.size();
    size += octets(file);
  }
  job_log_.emplace_back("------ JES2 JOB STATISTICS ------");
  if (ran)
    job_log_.push_back(
        fmt::format("  {:02} {} {} JOB EXECUTION DATE", end.day, base::month_name(end).substr(0, 3), end.year));
  job_log_.push_back(fmt::format("{:>13} CARDS READ", prepared.job.records));
  job_log_.push_back(fmt::format("{:>13} SYSOUT PRINT RECORDS", records));
  job_log_.push_back(fmt::format("{:>13} SYSOUT PUNCH RECORDS", 0));
  job_log_.push_back(fmt::format("{:>13} SYSOUT SPOOL KBYTES", (size + kilobyte - 1) / kilobyte));
  job_log_.push_back(fmt::format("{:>13} MINUTES EXECUTION TIME", "0.00"));
  files.front().lines = std::move(job_log_);
  return files;
}

}  // namespace ringside::jes
