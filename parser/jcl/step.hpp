// parser/jcl/step.hpp - the steps of a job or called procedure, and the overrides of the caller.
#pragma once

#include <string>
#include <vector>

#include "parser/jcl/conditions.hpp"
#include "parser/jcl/listing.hpp"

namespace ringside::parser {

/// Adds a DD after a calling EXEC to its overrides. A DD without the name of a step is for the same step as the one
/// before.
void add_override(std::vector<DdOverride>& overrides, ReadyStatement dd);

class JclSteps {
 public:
  /// `call` is nullptr for the job itself.
  JclSteps(Job& job, JclListing& listing, JclConditions& conditions, ProcedureCall* call)
      : job_(&job), listing_(&listing), conditions_(&conditions), call_(call) {}

  /// Begins the next step and applies the overrides of the caller to its EXEC.
  void begin(ReadyStatement& exec);
  [[nodiscard]] bool begun() const { return begun_; }
  /// Adds the step: it runs a program.
  void add(ReadyStatement exec);
  /// The overriding DDs for the current step, which calls a procedure.
  std::vector<DdOverride> changes_of_step();
  void add_dd(ReadyStatement dd);
  /// Ends the current step: adds the DDs that the caller adds, resolves DDNAME=, and gives the step the exported
  /// symbols for its in-stream data. A SET after EXEC counts (JCL Reference, EXPORT statement, example 2).
  void end(JclSymbols& symbols);
  /// After the last step: an error for each DD of the caller whose step does not exist.
  void check_changes();

 private:
  [[nodiscard]] bool is_for_step(const DdOverride& change) const;
  void place(ReadyStatement& dd);
  void place_changed(ReadyStatement own, ReadyStatement& change);
  void finish_concatenation();
  DdStatement& push(const ReadyStatement& dd);
  void add_job_dd(ReadyStatement dd);

  Job* job_;
  JclListing* listing_;
  JclConditions* conditions_;
  ProcedureCall* call_;
  std::string name_;  ///< name of the current step
  bool begun_ = false;
  bool first_ = false;             ///< the current step is the first one
  bool open_ = false;              ///< DDs are for the last step of the job
  DdOverride* changed_ = nullptr;  ///< the override of the concatenation that is being read
  std::size_t changed_at_ = 0;
};

}  // namespace ringside::parser
