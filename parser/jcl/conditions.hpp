// parser/jcl/conditions.hpp - IF, ELSE and ENDIF of a job, and the branches that each step is in.
#pragma once

#include <string>
#include <vector>

#include "parser/jcl/listing.hpp"

namespace ringside::parser {

class JclConditions {
 public:
  JclConditions(Job& job, JclListing& listing, Texts texts) : job_(job), listing_(listing), texts_(texts) {}

  /// Takes an IF, ELSE or ENDIF. The first `outside` open IFs began outside the procedure, and it cannot end them.
  /// `caller` is the EXEC that called the procedure.
  void place(ReadyStatement one, std::size_t outside, const std::string& caller);
  /// Counts an EXEC in all open IFs.
  void count_step();
  [[nodiscard]] std::size_t open() const { return open_.size(); }
  /// Ends a procedure or the job: an error for each open IF except the first `outside`.
  void close(std::size_t outside);
  /// The branches that a step is in if it begins here.
  [[nodiscard]] std::vector<Branch> branches() const;

 private:
  struct Open {
    Branch branch;
    bool has_step = false;
    bool valid = true;
  };

  void begin(ReadyStatement one, const std::string& caller);
  void end(ReadyStatement& one);

  Job& job_;
  JclListing& listing_;
  Texts texts_;
  std::vector<Open> open_;
};

}  // namespace ringside::parser
