// emulator/jes/job_log.hpp - the three data sets that JES2 itself writes for a job: JESMSGLG, JESJCL, JESYSMSG.
//
// Lines have no ASA control characters. All times are the lab's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/jes/prepare.hpp"
#include "emulator/lab/lab.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

class JobLog {
 public:
  JobLog(const lab::Lab& lab, const std::string& system, std::string job_id);

  /// Adds a line to JESMSGLG, after the time and the job's number.
  void log(const std::string& text);
  /// The same for lines that commands wrote to the console. A line that begins with a blank continues the one before.
  void console(const std::vector<std::string>& lines);
  /// Adds a message of several lines. As JES2 does, marks them with a number of three digits: after the first line, and
  /// before each line that follows.
  void log_lines(const std::vector<std::string>& lines);
  /// Adds a line to JESYSMSG.
  void note(std::string text) { system_messages_.push_back(std::move(text)); }
  /// MSGLEVEL=(,0): empties JESYSMSG of a job that ended without an error.
  void forget_notes() { system_messages_.clear(); }
  /// Adds the converter's messages and errors to JESYSMSG.
  void list_conversion(const parser::Job& job);

  /// Adds to JESYSMSG what a step, or the job, has used of processors and storage.
  void note_step_use();
  void note_job_use();

  /// "12.00.00", "2013137.1200", "12:00:00", "FRIDAY, MAY 17, 2013".
  [[nodiscard]] std::string time() const;
  [[nodiscard]] std::string day_and_time() const;
  [[nodiscard]] static std::string spoken_time(const base::CivilTime& time);
  [[nodiscard]] static std::string spoken_date(const base::CivilTime& time);

  /// How much the log holds; cut() removes what was added since.
  struct Length {
    int next_message_number;
    std::size_t log_lines, system_messages;
  };
  [[nodiscard]] Length length() const { return {next_message_number_, job_log_.size(), system_messages_.size()}; }
  void cut(const Length& length);

  /// Ends the log with the job's statistics. Returns the three files, then `step_output`.
  [[nodiscard]] std::vector<SpoolFile> finish(const PreparedJob& prepared, std::vector<SpoolFile> step_output,
                                              bool ran);

 private:
  [[nodiscard]] base::CivilTime now() const { return base::to_local(lab_.now(), lab_.zone()); }

  const lab::Lab& lab_;
  std::string job_id_;
  int next_message_number_ = 1;
  std::vector<std::string> job_log_;
  std::vector<std::string> system_messages_;
};

/// A name filled with blanks to eight characters, as messages print it.
std::string padded(const std::string& name);

}  // namespace ringside::jes
