// emulator/jes/operands.cpp - the operands of JOB, EXEC and DD.
#include "emulator/jes/operands.hpp"

#include <array>
#include <span>

namespace ringside::jes {
namespace {

using Words = std::span<const std::string_view>;

/// The keywords of one operation by their use (JCL Reference, one chapter per statement).
struct OperationSpec {
  std::string_view operation;
  Words used;
  Words without_effect;
  Words not_emulated;
};

constexpr std::array<std::string_view, 6> job_used{"CLASS", "COND", "MSGLEVEL", "RESTART", "TYPRUN", "USER"};
constexpr std::array<std::string_view, 26> job_without_effect{
    "ACCT",   "ADDRSPC", "BYTES",    "CARDS",    "CCSID",    "DSENQSHR", "EMAIL",    "GDGBIAS", "GROUP",
    "JESLOG", "LINES",   "MEMLIMIT", "MSGCLASS", "NOTIFY",   "PAGES",    "PASSWORD", "PERFORM", "PRTY",
    "RD",     "REGION",  "REGIONX",  "SCHENV",   "SECLABEL", "SYSAFF",   "SYSTEM",   "TIME"};
constexpr std::array<std::string_view, 2> job_not_emulated{"JOBRC", "UJOBCORR"};

constexpr std::array<std::string_view, 4> exec_used{"COND", "PARM", "PGM", "PROC"};
constexpr std::array<std::string_view, 12> exec_without_effect{"ACCT",     "ADDRSPC",  "CCSID", "DYNAMNBR",
                                                               "MEMLIMIT", "PERFORM",  "RD",    "REGION",
                                                               "REGIONX",  "RLSTMOUT", "TIME",  "TVSMSG"};
constexpr std::array<std::string_view, 1> exec_not_emulated{"PARMDD"};

// Of SPACE, only whether there are directory blocks.
constexpr std::array<std::string_view, 16> dd_used{"DCB",     "DDNAME", "DISP",    "DLM",   "DSN",      "DSNAME",
                                                   "DSNTYPE", "DSORG",  "LRECL",   "PATH",  "PATHDISP", "PATHOPTS",
                                                   "RECFM",   "SPACE",  "SYMBOLS", "SYSOUT"};
constexpr std::array<std::string_view, 55> dd_without_effect{
    "ACCODE", "AMP",      "AVGREC",   "BLKSIZE", "BLKSZLIM", "BUFNO",    "BURST",    "CCSID",   "CHARS",  "CHKPT",
    "CNTL",   "COPIES",   "DATACLAS", "DEN",     "DEST",     "DSID",     "DSKEYLBL", "EATTR",   "EROPT",  "EXPDT",
    "FCB",    "FILEDATA", "FLASH",    "FREE",    "FREEVOL",  "HOLD",     "KEYLEN",   "KEYOFF",  "LABEL",  "LGSTREAM",
    "LIKE",   "MAXGENS",  "MGMTCLAS", "MODIFY",  "OUTLIM",   "OUTPUT",   "PATHMODE", "PROTECT", "RECORG", "REFDD",
    "RETPD",  "RLS",      "SECMODEL", "SEGMENT", "SPIN",     "STORCLAS", "TERM",     "TRTCH",   "UCS",    "UNIT",
    "VOL",    "VOLUME",   "BUFL",     "OPTCD",   "GDGORDER"};
constexpr std::array<std::string_view, 1> dd_not_emulated{"SUBSYS"};

constexpr std::array<OperationSpec, 3> operations{{
    {"JOB", job_used, job_without_effect, job_not_emulated},
    {"EXEC", exec_used, exec_without_effect, exec_not_emulated},
    {"DD", dd_used, dd_without_effect, dd_not_emulated},
}};

const OperationSpec* find_operation(std::string_view name) {
  for (const OperationSpec& operation : operations)
    if (operation.operation == name) return &operation;
  return nullptr;
}

bool contains(Words words, std::string_view word) {
  for (const std::string_view one : words)
    if (one == word) return true;
  return false;
}

}  // namespace

std::optional<Use> use_of(std::string_view operation, std::string_view keyword) {
  const OperationSpec* spec = find_operation(operation);
  if (spec == nullptr) return std::nullopt;
  if (contains(spec->used, keyword)) return Use::used;
  if (contains(spec->without_effect, keyword)) return Use::without_effect;
  if (contains(spec->not_emulated, keyword)) return Use::not_emulated;
  return std::nullopt;
}

std::vector<std::string> keywords_of(std::string_view operation) {
  std::vector<std::string> keywords;
  const OperationSpec* spec = find_operation(operation);
  if (spec == nullptr) return keywords;
  for (const Words words : {spec->used, spec->without_effect, spec->not_emulated})
    keywords.insert(keywords.end(), words.begin(), words.end());
  return keywords;
}

}  // namespace ringside::jes
