// parser/jcl/stream.hpp - splits a job stream into jobs and statements, as the input reader of JES2 does.
#pragma once

#include <string_view>
#include <vector>

#include "parser/jcl/records.hpp"

namespace ringside::parser {

/// The statements of one job, or of one member of a library, in order. Nothing is resolved.
struct JclText {
  std::vector<ReadStatement> statements;
  std::vector<RecordNote> notes;
  int records = 0;
};

/// Reads one text for each JOB statement. Statements before the first JOB statement form a text without one. The result
/// is empty if there is no statement; `stray` has the notes then.
std::vector<JclText> read_job_stream(std::string_view stream, std::vector<RecordNote>& stray);

/// Reads a procedure or INCLUDE group.
JclText read_member(std::string_view text);

}  // namespace ringside::parser
