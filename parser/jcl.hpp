// parser/jcl.hpp - a job stream in, jobs with steps, DDs and in-stream data out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/diagnostic.hpp"
#include "parser/tso_record.hpp"

namespace ringside::parser {

/// One operand of a JCL statement: positional (empty keyword) or KEYWORD=value. A value in parentheses stays whole in
/// `text` and is split in `parts`; apostrophes are removed from both and doubled ones made single.
struct JclOperand {
  std::string keyword;
  std::string text;
  std::vector<JclOperand> parts;
  bool quoted = false;
};

struct JclStatement {
  std::string name;       ///< empty for a concatenated DD
  std::string operation;  ///< JOB EXEC DD SET IF ...
  std::vector<JclOperand> operands;
  Position where;
  int number = 0;  ///< as JESJCL counts: JOB is 1
  [[nodiscard]] const JclOperand* find(std::string_view keyword) const;
  [[nodiscard]] std::string value_of(std::string_view keyword) const;
};

struct DdStatement {
  JclStatement statement;
  bool in_stream = false;
  bool generated = false;  ///< an implicit SYSIN for records that belong to no DD
  std::vector<Record> data;
};

struct StepStatement {
  JclStatement statement;
  std::vector<DdStatement> dds;  ///< concatenations follow their DD, with an empty name
};

/// A record of the job as JESJCL shows it: statement number (0 for comments and continuations) and the image.
struct JclImage {
  int statement = 0;
  std::string text;
};

/// An error found while the job was read: a JCL error, the job does not run. Numbered as the converter does where
/// known.
struct JclError {
  Message message;
  Diagnostic diagnostic;
  int statement = 0;
};

/// SET, IF, ELSE, ENDIF, EXPORT, JCLLIB, INCLUDE, PROC, PEND and OUTPUT, in the order of the job. The relational
/// expression of an IF is one positional operand. Nothing acts on them yet, so each is an error in the job as well.
struct ControlStatement {
  JclStatement statement;
  std::size_t before_step = 0;  ///< steps that stand before it
};

struct Job {
  JclStatement statement;        ///< the JOB statement; operation empty if the stream began without one
  std::vector<DdStatement> dds;  ///< before the first step: JOBLIB, JOBCAT, SYSCHK
  std::vector<ControlStatement> controls;
  std::vector<StepStatement> steps;
  std::vector<JclImage> images;
  std::vector<JclError> errors;
  std::vector<RecordNote> notes;  ///< in-stream data ended by a comment in column 1, text past column 72, ...
  int records = 0;                ///< read for this job, for the statistics
};

/// Splits a stream into its jobs. Never throws on bad text: errors stand in the job that they belong to. A stream in
/// which no statement is found gives one job with an error.
std::vector<Job> parse_jobs(std::string_view stream);

}  // namespace ringside::parser
