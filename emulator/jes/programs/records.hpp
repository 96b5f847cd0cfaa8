// emulator/jes/programs/records.hpp - what a utility reads from a DD or data set and writes to another, octet by octet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/bytes.hpp"
#include "emulator/jes/allocation.hpp"
#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

/// Records with the attributes under which they were read.
struct RecordFile {
  std::string record_format = "FB";
  int record_length = 80;
  std::vector<base::Bytes> records;  ///< IBM-1047 or binary
};

/// What stands behind a DD, through its concatenation; nothing if the step has no such DD. In-stream data are card
/// images, filled with blanks to 80 columns.
std::optional<RecordFile> read_dd(const ProgramInput& input, const std::string& dd);

/// Whether the DD is one whose data a lab keeps. A temporary data set is not: what is written to it would be lost.
bool keeps_data(const ProgramInput& input, const std::string& dd);

/// Where a utility's output goes, and which attributes it has.
struct OutputFile {
  const AllocatedDd* dd = nullptr;  ///< nullptr for a data set that no DD names
  std::string data_set;             ///< empty for SYSOUT and DUMMY
  std::string record_format;
  int record_length = 0;
  bool attributes_copied = false;  ///< the DD and the data set said none, so that the input's are taken
};

/// The output behind a DD of the step; nothing if the step has no such DD.
std::optional<OutputFile> output_dd(const ProgramInput& input, const std::string& dd, const RecordFile& from);

/// Whether every record of `from` fits the output: fixed formats take records of their own length, variable ones
/// records up to LRECL less 4.
bool fits(const RecordFile& from, const OutputFile& to);

/// Writes the records: into the data set (behind what is there if its DD says MOD), or as lines of the step's spool.
void write_records(const ProgramInput& input, const RecordFile& from, const OutputFile& to, ProgramOutput& output);

}  // namespace ringside::jes
