// parser/jcl/listing.hpp - the listing of a job (JESJCL): numbered statements, substitutions, errors, notices.
#pragma once

#include <set>
#include <string>

#include "parser/jcl/procedure.hpp"

namespace ringside::parser {

class JclListing {
 public:
  explicit JclListing(Job& job) : job_(job) {}

  /// Numbers and lists a statement. Its errors become errors of the job.
  void list(ReadyStatement& statement);
  /// Lists records without a number: comments, in-stream procedures, overridden statements.
  void list_records(const ReadStatement& read, const std::string& prefix);

  /// Adds an error of a statement that is listed already.
  void error(const JclStatement& statement, Message message, std::string text, std::string line = {});
  void notice(int statement, Message message) { job_.notices.push_back({statement, std::move(message)}); }
  void note(const JclStatement& statement, std::string text);

  [[nodiscard]] int last_number() const { return number_; }
  /// Returns whether procedures and INCLUDE groups exceed the limits. There is an error then, and nothing more is
  /// listed.
  [[nodiscard]] bool is_full() const { return full_; }

 private:
  void count(const ReadStatement& read, const JclStatement& statement);
  void add(JclError error);
  /// Notes the values of symbols that hold passwords, which later lines do not show.
  void note_secrets(const ReadyStatement& ready);
  /// The operand field after substitution, without passwords.
  [[nodiscard]] std::string substituted(const std::string& field) const;

  Job& job_;
  std::set<std::string> secrets_;
  int number_ = 0;
  std::size_t expanded_statements_ = 0;
  std::size_t expanded_bytes_ = 0;
  bool full_ = false;
};

/// Reads the operands of a statement from its field, after symbols are resolved.
void read_operands(ReadyStatement& statement);

/// Adds an error to a statement that is not listed yet. Its place is the first character of the statement.
void add_error(ReadyStatement& statement, Message message, std::string text);

}  // namespace ringside::parser
