// parser/jcl/jcl.hpp - a job stream in, jobs with steps, DDs and in-stream data out.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/jcl/expression.hpp"
#include "parser/lexical/diagnostic.hpp"
#include "parser/tso/record.hpp"

namespace ringside::parser {

/// One operand of a JCL statement: positional (empty keyword) or KEYWORD=value. A value in parentheses stays whole in
/// `text` and is split in `parts`; apostrophes are removed from both and doubled ones made single.
struct JclOperand {
  std::string keyword;
  std::string text;
  std::vector<JclOperand> parts;
  bool quoted = false;
};

/// "&NAME" in an operand, where NAME has no value: it stays in the text.
struct UnresolvedSymbol {
  std::string keyword;  ///< of the operand; empty in a positional one
  std::string name;
};

struct JclStatement {
  std::string name;       ///< empty for a concatenated DD
  std::string operation;  ///< JOB EXEC DD SET IF ...
  std::vector<JclOperand> operands;
  Position where;
  std::string source;  ///< LIBRARY(MEMBER) that it stands in; empty for the job itself
  int number = 0;      ///< as JESJCL counts: JOB is 1
  std::vector<UnresolvedSymbol> unresolved;
  [[nodiscard]] const JclOperand* find(std::string_view keyword) const;
  [[nodiscard]] std::string value_of(std::string_view keyword) const;
};

struct DdStatement {
  JclStatement statement;
  bool in_stream = false;
  bool generated = false;  ///< an implicit SYSIN for records that belong to no DD
  std::vector<Record> data;
};

using SymbolValues = std::map<std::string, std::string>;

/// The side of an IF that a step stands on.
struct Branch {
  std::size_t condition = 0;  ///< in Job::conditions
  bool when_true = true;      ///< after THEN, not after ELSE
};

struct StepStatement {
  JclStatement statement;        ///< EXEC PGM=, with what its callers override
  std::vector<DdStatement> dds;  ///< concatenations follow their DD, with an empty name
  std::string caller;            ///< the EXEC that called its procedure; empty for a step of the job itself
  std::vector<Branch> branches;  ///< outermost first
  std::shared_ptr<const SymbolValues> exported;  ///< what SYMBOLS= on in-stream data may use
  /// STEP, or STEP.PROCSTEP in a procedure.
  [[nodiscard]] std::string qualified_name() const;
};

/// IF ... THEN: its expression decides when the first step on either side is reached.
struct IfStatement {
  IfExpression expression;
  JclStatement statement;
  std::string caller;           ///< of the procedure that it stands in
  std::size_t before_step = 0;  ///< steps that stand before it
};

/// A line of JESJCL: a record, with its statement number (0 for comments and continuations), or a message between them.
struct JclImage {
  enum class Kind { input, delimiter, expanded, message };
  int statement = 0;
  std::string text;
  Kind kind = Kind::input;
};

/// A message of the converter that stops nothing.
struct JclNotice {
  int statement = 0;
  Message message;
};

/// An error found while the job was read: a JCL error, the job does not run. Numbered as the converter does where
/// known.
struct JclError {
  Message message;
  Diagnostic diagnostic;
  int statement = 0;
};

struct Job {
  JclStatement statement;        ///< the JOB statement; operation empty if the stream began without one
  std::vector<DdStatement> dds;  ///< before the first step: JOBLIB, JOBCAT, SYSCHK
  std::vector<StepStatement> steps;
  std::vector<IfStatement> conditions;
  std::vector<JclImage> images;
  std::vector<JclNotice> notices;
  std::vector<JclError> errors;
  std::vector<RecordNote> notes;  ///< in-stream data ended by a comment in column 1, text past column 72, ...
  int records = 0;                ///< read for this job, for the statistics
};

/// What the converter finds outside the job.
struct JclEnvironment {
  std::string submitter;  ///< the value of &SYSUID
  /// Whether there is such a library of procedures; none without this.
  std::function<bool(const std::string& library)> has_library;
  /// The text of a member; nothing if the library does not hold it.
  std::function<std::optional<std::string>(const std::string& library, const std::string& member)> member;
};

/// Splits a stream into its jobs and converts each: symbols, procedures and INCLUDE groups are resolved. Never throws
/// on bad text: errors stand in the job that they belong to. A stream in which no statement is found gives one job with
/// an error.
std::vector<Job> parse_jobs(std::string_view stream, const JclEnvironment& environment = {});

}  // namespace ringside::parser
