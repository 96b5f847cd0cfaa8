// emulator/jes/job_log.hpp - the three data sets that JES2 itself writes for a job: JESMSGLG, JESJCL, JESYSMSG.
//
// No line carries an ASA control character. Every time is the lab's.
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

  /// A line of the job log with the time and the job's number before it.
  void log(const std::string& text);
  /// The same for lines that commands wrote to the console; a line that begins with a blank continues the one before.
  void console(const std::vector<std::string>& lines);
  /// A line of JESYSMSG.
  void note(std::string text) { system_messages_.push_back(std::move(text)); }
  /// MSGLEVEL=(,0): a job that ended well leaves nothing in JESYSMSG.
  void forget_notes() { system_messages_.clear(); }
  /// The converter's list in JESYSMSG: what it did, and the errors.
  void list_conversion(const parser::Job& job);

  /// The name of the next data set of this job on the spool: "IBMUSER.IZUSEC.JOB00001.D0000101.?".
  [[nodiscard]] std::string next_spool_name(const std::string& user, const std::string& job);

  /// "12.00.00", "2013137.1200", "12:00:00", "FRIDAY, MAY 17, 2013".
  [[nodiscard]] std::string time() const;
  [[nodiscard]] std::string day_and_time() const;
  [[nodiscard]] static std::string spoken_time(const base::CivilTime& time);
  [[nodiscard]] static std::string spoken_date(const base::CivilTime& time);

  /// Closes the log with the job's statistics and puts the three files before `step_output`.
  [[nodiscard]] std::vector<SpoolFile> finish(const PreparedJob& prepared, std::vector<SpoolFile> step_output,
                                              bool ran);

 private:
  [[nodiscard]] base::CivilTime now() const { return base::to_local(lab_.now(), lab_.zone()); }

  const lab::Lab& lab_;
  std::string job_id_;
  int next_spool_number_ = 101;  // JES2 counts a job's own data sets from here
  std::vector<std::string> job_log_;
  std::vector<std::string> system_messages_;
};

/// A name as messages align it: filled with blanks to eight characters.
std::string padded(const std::string& name);

}  // namespace ringside::jes
