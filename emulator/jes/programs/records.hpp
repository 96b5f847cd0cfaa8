// emulator/jes/programs/records.hpp - records that utilities copy from one DD or data set to another without change.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/bytes.hpp"
#include "emulator/jes/allocation.hpp"
#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

/// Records with the attributes of the data set that they were read from.
struct RecordFile {
  std::string record_format = "FB";
  int record_length = 80;
  std::vector<base::Bytes> records;  ///< IBM-1047 or binary
};

/// The records of a DD and its concatenation; nullopt if the step has no such DD. In-stream data are filled with blanks
/// to 80 columns.
std::optional<RecordFile> read_dd(const ProgramInput& input, const std::string& dd);

/// Whether a lab keeps the data of this DD. It does not keep temporary data sets.
bool keeps_data(const ProgramInput& input, const std::string& dd);

/// The output of a utility and its attributes.
struct OutputFile {
  const AllocatedDd* dd = nullptr;  ///< nullptr for a data set that no DD names
  std::string data_set;             ///< empty for SYSOUT and DUMMY
  std::string record_format;
  int record_length = 0;
  bool attributes_copied = false;  ///< taken from the input, because neither the DD nor the data set has any
};

/// The output that a DD of the step names; nullopt if the step has no such DD.
std::optional<OutputFile> output_dd(const ProgramInput& input, const std::string& dd, const RecordFile& from);

/// Whether every record of `from` fits: fixed formats need records of length LRECL, variable ones allow up to LRECL
/// minus 4 octets.
bool fits(const RecordFile& from, const OutputFile& to);

/// Writes the records to the data set (appends them if the DD has MOD), or as lines to the step's spool.
void write_records(const ProgramInput& input, const RecordFile& from, const OutputFile& to, ProgramOutput& output);

}  // namespace ringside::jes
