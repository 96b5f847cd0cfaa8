// parser/jcl/jcl.hpp - parses a job stream into jobs with steps, DDs and in-stream data.
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

/// One operand of a JCL statement: positional (empty keyword) or KEYWORD=value. A value in parentheses is whole in
/// `text` and split in `parts`. Both are without apostrophes; doubled ones are made single.
struct JclOperand {
  std::string keyword;
  std::string text;
  std::vector<JclOperand> parts;
  bool quoted = false;
};

/// "&NAME" in an operand, where NAME has no value. It stays in the text.
struct UnresolvedSymbol {
  std::string keyword;  ///< of the operand; empty in a positional one
  std::string name;
};

struct JclStatement {
  std::string name;       ///< empty for a concatenated DD
  std::string operation;  ///< JOB EXEC DD SET IF ...
  std::vector<JclOperand> operands;
  Position where;
  std::string source;  ///< LIBRARY(MEMBER) that holds it; empty for the job itself
  int number = 0;      ///< as in JESJCL: JOB is 1
  std::vector<UnresolvedSymbol> unresolved;
  [[nodiscard]] const JclOperand* find(std::string_view keyword) const;
  [[nodiscard]] std::string value_of(std::string_view keyword) const;
};

struct DdStatement {
  JclStatement statement;
  bool in_stream = false;
  bool generated = false;  ///< the SYSIN that JES2 makes for records after no DD
  std::vector<Record> data;
};

using SymbolValues = std::map<std::string, std::string>;

/// The branch of an IF that a step is in.
struct Branch {
  std::size_t condition = 0;  ///< index in Job::conditions
  bool when_true = true;      ///< true after THEN, false after ELSE
};

struct StepStatement {
  JclStatement statement;        ///< EXEC PGM=, with the overrides of its callers
  std::vector<DdStatement> dds;  ///< a concatenated DD has an empty name and follows the first one
  std::string caller;            ///< the EXEC that called its procedure; empty for a step of the job itself
  std::vector<Branch> branches;  ///< outermost first
  std::shared_ptr<const SymbolValues> exported;  ///< the symbols for in-stream data with SYMBOLS=
  /// STEP, or STEP.PROCSTEP in a procedure.
  [[nodiscard]] std::string qualified_name() const;
};

/// IF ... THEN. Its expression is evaluated when the first step of either branch is reached.
struct IfStatement {
  IfExpression expression;
  JclStatement statement;
  std::string caller;           ///< the EXEC that called its procedure
  std::size_t before_step = 0;  ///< number of steps before it
};

/// A line of JESJCL: a record with its statement number (0 for comments and continuations), or a message.
struct JclImage {
  enum class Kind { input, delimiter, expanded, message };
  int statement = 0;
  std::string text;
  Kind kind = Kind::input;
};

/// A message of the converter that is not an error.
struct JclNotice {
  int statement = 0;
  Message message;
};

/// A JCL error: the job does not run. The message has the number of the converter where that is known.
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
  int records = 0;                ///< number of records read for this job
};

/// What the converter needs from outside the job.
struct JclEnvironment {
  std::string submitter;  ///< the value of &SYSUID
  /// Returns whether there is such a library of procedures. Without this function there is none.
  std::function<bool(const std::string& library)> has_library;
  /// Returns the text of a member; nullopt if the library does not have it.
  std::function<std::optional<std::string>(const std::string& library, const std::string& member)> member;
  Texts if_texts = Texts::refused;  ///< whether IF compares texts
  SymbolValues symbols{};           ///< symbols that have a value before the first statement
};

/// Splits a stream into jobs and converts each of them: resolves symbols, procedures and INCLUDE groups. Does not throw
/// on bad text: errors are in Job::errors. A stream without any statement gives one job with an error.
std::vector<Job> parse_jobs(std::string_view stream, const JclEnvironment& environment = {});

}  // namespace ringside::parser
