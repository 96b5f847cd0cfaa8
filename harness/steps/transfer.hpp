// harness/steps/transfer.hpp - the step 'transfer': a data set to another system, or between a data set and a file.
#pragma once

#include <string>

#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Copies a data set from one z/OS system to another.
class TransferDataSet final : public Action {
 public:
  std::string data_set;
  std::string from, to;
  std::string as;  ///< the name on the receiving system

  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

/// Copies a data set to a file of a host, or a file to a data set, as FTP does.
class TransferFile final : public Action {
 public:
  std::string data_set, system;
  std::string host, path;
  bool to_file = false;
  bool text = false;  ///< IBM-1047 in the data set, UTF-8 in the file; otherwise octets are copied unchanged
  std::string owner;  ///< of the file; empty: the step's user

  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

}  // namespace ringside::harness
