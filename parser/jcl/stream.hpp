// parser/jcl/stream.hpp - a job stream split into jobs and statements, as JES2 reads it in: nothing is resolved yet.
#pragma once

#include <string_view>
#include <vector>

#include "parser/jcl/records.hpp"

namespace ringside::parser {

/// The statements of one job, or of one member of a library, in their order.
struct JclText {
  std::vector<ReadStatement> statements;
  std::vector<RecordNote> notes;
  int records = 0;
};

/// One for each JOB statement; a stream that begins without one has a job that lacks it. Empty if no statement is
/// found, and then `stray` says what was.
std::vector<JclText> read_job_stream(std::string_view stream, std::vector<RecordNote>& stray);

/// A procedure or INCLUDE group.
JclText read_member(std::string_view text);

}  // namespace ringside::parser
