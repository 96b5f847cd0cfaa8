// parser/jcl/conditions.hpp - IF, ELSE and ENDIF while a job is converted: which steps stand on which side.
#pragma once

#include <string>
#include <vector>

#include "parser/jcl/listing.hpp"

namespace ringside::parser {

class JclConditions {
 public:
  JclConditions(Job& job, JclListing& listing) : job_(job), listing_(listing) {}

  /// IF, ELSE or ENDIF. Those that began outside of a procedure cannot go on inside: there are `outside` of them.
  void place(ReadyStatement one, std::size_t outside, const std::string& caller);
  /// An EXEC stands inside all that are open.
  void count_step();
  [[nodiscard]] std::size_t open() const { return open_.size(); }
  /// At the end of a procedure or of the job: no more than `outside` may be open.
  void close(std::size_t outside);
  /// The sides that a step which begins here stands on.
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
  std::vector<Open> open_;
};

}  // namespace ringside::parser
