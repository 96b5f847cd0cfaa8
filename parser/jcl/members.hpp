// parser/jcl/members.hpp - procedures and INCLUDE groups: in-stream ones, and members of the libraries of a job.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "parser/jcl/stream.hpp"

namespace ringside::parser {

/// The statements of a procedure or INCLUDE group and where they come from.
struct JclMember {
  std::vector<const ReadStatement*> statements;
  std::string library;  ///< empty: an in-stream procedure
  bool system_library = false;
  /// LIBRARY(MEMBER), for messages; empty for an in-stream procedure.
  std::string source;
};

class JclMembers {
 public:
  explicit JclMembers(const JclEnvironment& environment) : environment_(environment) {}

  /// PROC to PEND in the job.
  void define(const std::string& name, std::vector<const ReadStatement*> statements);
  /// JCLLIB: searched before the system's. False if there is no such library.
  bool add_library(const std::string& library);
  /// nullptr if neither the job nor a library has it.
  const JclMember* procedure(const std::string& name);
  const JclMember* include_group(const std::string& name) { return in_libraries(name); }
  /// The libraries in the order of the search, for messages.
  [[nodiscard]] std::vector<std::string> libraries() const;

 private:
  const JclMember* in_libraries(const std::string& name);

  const JclEnvironment& environment_;
  std::vector<std::string> libraries_;
  std::map<std::string, JclMember> in_stream_;
  std::map<std::string, JclMember> read_;  ///< members, by name: the order of libraries never changes after a search
  std::map<std::string, JclText> texts_;
};

}  // namespace ringside::parser
