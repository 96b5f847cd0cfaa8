// emulator/jes/allocation.hpp - the DD statements of one step, and the data sets that they make and delete.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/data_sets.hpp"
#include "emulator/jes/message.hpp"
#include "emulator/racf/session.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// One DD statement as allocated.
struct AllocatedDd {
  enum class Kind { in_stream, sysout, dummy, data_set, path, temporary, library };
  std::string name;  ///< of the DD; the later ones of a concatenation have the name of the first
  Kind kind = Kind::dummy;
  const parser::DdStatement* statement = nullptr;
  std::string data_set;              ///< name of a data set or LIBRARY(MEMBER); or a path
  std::string status;                ///< NEW, OLD, SHR, MOD
  bool made = false;                 ///< this step makes the data set, or the library of the member
  std::string disposition;           ///< after a normal end: KEEP, DELETE, CATLG, UNCATLG or PASS
  std::string abnormal_disposition;  ///< after an abend

  /// The name of the data set, without a member.
  [[nodiscard]] std::string cataloged_name() const;
};

/// RECFM and LRECL of a DD; without value where the DD does not give them.
struct DdForm {
  std::string record_format;
  std::optional<int> record_length;
};
DdForm dd_form(const parser::JclStatement& statement);

/// The reason why a step cannot start.
struct AllocationFailure {
  std::vector<std::string> messages;  ///< lines of JESYSMSG
  std::string cause;                  ///< for a person
};

class Allocation {
 public:
  Allocation(racf::Session& session, const std::string& job, const parser::StepStatement& step)
      : session_(session), job_(job), step_(step) {}

  /// Finds or makes the data sets of all DD statements. Returns why the step cannot start, or nullopt.
  std::optional<AllocationFailure> allocate();
  /// Deletes the data sets whose disposition is DELETE.
  void release(bool normal_end);

  [[nodiscard]] const std::vector<AllocatedDd>& dds() const { return dds_; }
  /// The first DD of this name; nullptr if the step has none. As on a real system, a second DD of the same name is not
  /// used.
  [[nodiscard]] const AllocatedDd* find(const std::string& name) const;
  /// The DD of this name and those concatenated to it; none if the step has no such DD. DUMMY among them ends the data
  /// (JCL Reference, "Concatenating data sets").
  [[nodiscard]] std::vector<const AllocatedDd*> concatenation(const std::string& name) const;
  /// The records of a DD and its concatenation as a program reads them; none if it is missing or DUMMY. Replaces the
  /// symbols of in-stream data with SYMBOLS= at this point, as JES does; if that fails, no record is read.
  [[nodiscard]] std::vector<parser::Record> input(const std::string& name);
  /// The same for one DD * or DD DATA.
  [[nodiscard]] std::vector<parser::Record> in_stream(const AllocatedDd& dd);
  /// Why records could not be read. If set, the step fails with any condition code of the program.
  [[nodiscard]] const std::optional<AllocationFailure>& input_failure() const { return input_failure_; }
  /// The DD that names a member that is not there, once a program has tried to read it: the step abends (S013).
  [[nodiscard]] const AllocatedDd* missing_member() const { return missing_member_; }
  /// The data set or member of a DD. Returns nullopt for a missing member, which missing_member() then names, and for a
  /// library, which input_failure() then names.
  [[nodiscard]] std::optional<host::DataSet> data_set(const AllocatedDd& dd);
  /// Makes the step fail because the DD names a library without a member. `use` is READ or WRITTEN.
  void fail_as_library(const AllocatedDd& dd, const char* use);
  /// Remarks for the user, noticed while programs read.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }
  /// Writes what a program printed to the data set or file of its DD.
  void write(const AllocatedDd& dd, const std::vector<std::string>& lines);

 private:
  AllocatedDd classify(const parser::DdStatement& dd) const;
  std::optional<AllocationFailure> find_or_make(AllocatedDd& dd);
  std::optional<AllocationFailure> open_path(const AllocatedDd& dd);
  [[nodiscard]] AllocationFailure failure(const AllocatedDd& dd, std::vector<std::string> messages,
                                          std::string cause) const;

  void write_member(const AllocatedDd& dd, const std::vector<std::string>& lines);
  bool read_in_stream(const AllocatedDd& dd, std::vector<parser::Record>& records);
  [[nodiscard]] parser::SymbolValues symbols_for(const std::string& kind) const;

  racf::Session& session_;
  std::string job_;
  const parser::StepStatement& step_;
  std::vector<AllocatedDd> dds_;
  std::optional<AllocationFailure> input_failure_;
  const AllocatedDd* missing_member_ = nullptr;
  std::vector<std::string> remarks_;
};

}  // namespace ringside::jes
