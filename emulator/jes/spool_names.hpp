// emulator/jes/spool_names.hpp - the names of the data sets that a job has on the spool.
#pragma once

#include <map>
#include <string>

#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// Numbers the data sets of one job from 101. In-stream data comes first, in the order of the job stream, since JES2
/// writes it when it reads the job. A SYSOUT data set gets the next number when its step is allocated.
class SpoolNames {
 public:
  /// `prefix` is user, job and job number: "IBMUSER.IZUSEC.JOB00001".
  SpoolNames(const parser::Job& job, std::string prefix);

  /// The first call for a SYSOUT DD numbers it.
  int number(const parser::DdStatement& dd);
  /// The same as a name: "IBMUSER.IZUSEC.JOB00001.D0000101.?".
  std::string name(const parser::DdStatement& dd);

  [[nodiscard]] int next_number() const { return next_; }
  /// Takes back the numbers from this one on.
  void forget_from(int number);

 private:
  std::string prefix_;
  int next_ = 101;
  std::map<const parser::DdStatement*, int> numbers_;
};

}  // namespace ringside::jes
