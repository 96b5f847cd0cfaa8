// emulator/jes/allocation.hpp - the DD statements of one step: what each stands for, the data sets made and deleted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/data_sets.hpp"
#include "emulator/jes/message.hpp"
#include "parser/jcl.hpp"

namespace ringside::jes {

/// One DD statement as allocated.
struct AllocatedDd {
  enum class Kind { in_stream, sysout, dummy, data_set, temporary, library };
  std::string name;  ///< of the DD; concatenated ones have their first one's
  Kind kind = Kind::dummy;
  const parser::DdStatement* statement = nullptr;
  std::string data_set;
  std::string status;                ///< NEW, OLD, SHR, MOD
  std::string disposition;           ///< at the step's normal end: KEEP, DELETE, CATLG, UNCATLG, PASS
  std::string abnormal_disposition;  ///< at an abend
};

/// The value of a DD's sub-operand wherever it stands: LRECL=80 or DCB=(LRECL=80); empty if it does not.
std::string dd_attribute(const parser::JclStatement& statement, std::string_view keyword);

/// Why a step cannot start.
struct AllocationFailure {
  std::vector<std::string> messages;  ///< of JESYSMSG
  std::string cause;                  ///< for a person
};

class Allocation {
 public:
  Allocation(host::DataSets& data_sets, const std::string& job, const parser::StepStatement& step)
      : data_sets_(data_sets), job_(job), step_(step) {}

  /// Finds or makes the data sets of all DD statements.
  std::optional<AllocationFailure> allocate();
  /// Deletes what the dispositions say.
  void release(bool normal_end);

  [[nodiscard]] const std::vector<AllocatedDd>& dds() const { return dds_; }
  /// The DD of this name; nullptr if the step has none. A second DD of the same name is never reached, as on a real
  /// system.
  [[nodiscard]] const AllocatedDd* find(const std::string& name) const;
  /// The records that a program reads from this DD, through its concatenation; none if it is missing or DUMMY.
  [[nodiscard]] std::vector<parser::Record> input(const std::string& name) const;
  /// Puts what a program printed into the data set of its DD.
  void write(const AllocatedDd& dd, const std::vector<std::string>& lines);

 private:
  AllocatedDd classify(const parser::DdStatement& dd) const;
  std::optional<AllocationFailure> find_or_make(AllocatedDd& dd);
  [[nodiscard]] AllocationFailure failure(const AllocatedDd& dd, std::vector<std::string> messages,
                                          std::string cause) const;

  host::DataSets& data_sets_;
  std::string job_;
  const parser::StepStatement& step_;
  std::vector<AllocatedDd> dds_;
};

}  // namespace ringside::jes
