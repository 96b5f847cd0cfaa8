// parser/jcl/words.cpp - the fixed words of JCL and JES2.
#include "parser/jcl/words.hpp"

#include <array>

#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 11> jes2_statements{
    "JOBPARM", "MESSAGE", "NETACCT", "NOTIFY", "OUTPUT", "PRIORITY", "ROUTE", "SETUP", "SIGNOFF", "SIGNON", "XEQ"};
constexpr std::array<std::string_view, 10> control_operations{"SET",    "IF",      "ELSE", "ENDIF", "EXPORT",
                                                              "JCLLIB", "INCLUDE", "PROC", "PEND",  "OUTPUT"};
constexpr std::array<std::string_view, 10> other_operations{"JOB",     "EXEC",     "DD",       "CNTL", "COMMAND",
                                                            "ENDCNTL", "JOBGROUP", "SCHEDULE", "XMIT", "NOTIFY"};
constexpr std::array<std::string_view, 3> job_dds{"JOBLIB", "JOBCAT", "SYSCHK"};

}  // namespace

bool is_jes2_statement(std::string_view record) {
  if (record.starts_with("/*$")) return true;
  return is_among(jes2_statements, record.substr(0, record.find(' ')).substr(2));
}

bool is_control_operation(std::string_view operation) {
  return is_among(control_operations, operation);
}

bool is_jcl_operation(std::string_view operation) {
  return is_control_operation(operation) || is_among(other_operations, operation);
}

bool is_job_dd(std::string_view name) {
  return is_among(job_dds, name);
}

}  // namespace ringside::parser
