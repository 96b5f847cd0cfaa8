// parser/jcl/step.hpp - the steps of one level of procedure while a job is converted, and the changes of their caller.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "parser/jcl/conditions.hpp"
#include "parser/jcl/listing.hpp"

namespace ringside::parser {

/// Adds a DD behind a calling EXEC to what it changes. One without the name of a step means the step of the one before.
void add_override(std::vector<DdOverride>& overrides, ReadyStatement dd);

class JclSteps {
 public:
  /// `call` is nullptr for the job itself.
  JclSteps(Job& job, JclListing& listing, JclConditions& conditions, ProcedureCall* call)
      : job_(&job), listing_(&listing), conditions_(&conditions), call_(call) {}

  /// EXEC begins the next step: gives it what its caller changes.
  void begin(ReadyStatement& exec);
  [[nodiscard]] bool begun() const { return begun_; }
  /// It runs a program.
  void add(ReadyStatement exec, std::shared_ptr<const SymbolValues> exported);
  /// It calls a procedure: the DDs of the caller that are meant for it.
  std::vector<DdOverride> changes_of_step();
  void add_dd(ReadyStatement dd);
  /// Lists the DDs that the caller adds, and resolves forward references.
  void end();
  /// After the last step: every DD of the caller must have found its step.
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
  std::string name_;  ///< of the current step
  bool begun_ = false;
  bool first_ = false;             ///< the current step is the first of its procedure
  bool open_ = false;              ///< DDs may be added to the last step of the job
  DdOverride* changed_ = nullptr;  ///< the concatenation that is being changed
  std::size_t changed_at_ = 0;
};

}  // namespace ringside::parser
