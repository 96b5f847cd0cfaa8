// emulator/jes/allocation.hpp - the DD statements of one step: what each stands for, the data sets made and deleted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/data_sets.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/racf/context.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// One DD statement as allocated.
struct AllocatedDd {
  enum class Kind { in_stream, sysout, dummy, data_set, path, temporary, library };
  std::string name;  ///< of the DD; concatenated ones have their first one's
  Kind kind = Kind::dummy;
  const parser::DdStatement* statement = nullptr;
  std::string data_set;              ///< or the path
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
  Allocation(racf::Session& session, const std::string& job, const parser::StepStatement& step)
      : session_(session), data_sets_(session.data_sets), system_(session.system), job_(job), step_(step) {}

  /// Finds or makes the data sets of all DD statements.
  std::optional<AllocationFailure> allocate();
  /// Deletes what the dispositions say.
  void release(bool normal_end);

  [[nodiscard]] const std::vector<AllocatedDd>& dds() const { return dds_; }
  /// The DD of this name; nullptr if the step has none. A second DD of the same name is never reached, as on a real
  /// system.
  [[nodiscard]] const AllocatedDd* find(const std::string& name) const;
  /// The records that a program reads from this DD, through its concatenation; none if it is missing or DUMMY.
  /// In-stream data with SYMBOLS= is substituted only now, as JES does it; if that fails nothing is read.
  [[nodiscard]] std::vector<parser::Record> input(const std::string& name);
  /// The same of one DD * or DD DATA alone.
  [[nodiscard]] std::vector<parser::Record> in_stream(const AllocatedDd& dd);
  /// Why a program could not read what it asked for: the step has failed, whatever the program made of it.
  [[nodiscard]] const std::optional<AllocationFailure>& input_failure() const { return input_failure_; }
  /// What was noticed while programs read, for a person.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }
  /// Puts what a program printed into the data set or file of its DD.
  void write(const AllocatedDd& dd, const std::vector<std::string>& lines);

 private:
  AllocatedDd classify(const parser::DdStatement& dd) const;
  std::optional<AllocationFailure> find_or_make(AllocatedDd& dd);
  std::optional<AllocationFailure> open_path(const AllocatedDd& dd);
  [[nodiscard]] AllocationFailure failure(const AllocatedDd& dd, std::vector<std::string> messages,
                                          std::string cause) const;

  bool read_in_stream(const AllocatedDd& dd, std::vector<parser::Record>& records);
  [[nodiscard]] parser::SymbolValues symbols_for(const std::string& kind) const;

  racf::Session& session_;
  host::DataSets& data_sets_;
  const database::SystemRecord& system_;
  std::string job_;
  const parser::StepStatement& step_;
  std::vector<AllocatedDd> dds_;
  std::optional<AllocationFailure> input_failure_;
  std::vector<std::string> remarks_;
};

}  // namespace ringside::jes
