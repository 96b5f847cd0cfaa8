// parser/jcl/members.hpp - procedures and INCLUDE groups: in-stream ones, and members of libraries.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "parser/jcl/stream.hpp"

namespace ringside::parser {

/// A procedure or INCLUDE group.
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

  /// Adds an in-stream procedure.
  void define(const std::string& name, std::vector<const ReadStatement*> statements);
  /// Adds a library of JCLLIB, which is searched before the library of the system. Returns false if there is no such
  /// library.
  bool add_library(const std::string& library);
  /// Returns nullptr if neither the job nor a library has it.
  const JclMember* procedure(const std::string& name);
  const JclMember* include_group(const std::string& name) { return in_libraries(name); }
  /// The libraries in the order in which they are searched.
  [[nodiscard]] std::vector<std::string> libraries() const;

 private:
  const JclMember* in_libraries(const std::string& name);

  const JclEnvironment& environment_;
  std::vector<std::string> libraries_;
  std::map<std::string, JclMember> in_stream_;
  std::map<std::string, JclMember> read_;  ///< by name; the order of libraries does not change after the first search
  std::map<std::string, JclText> texts_;
};

}  // namespace ringside::parser
