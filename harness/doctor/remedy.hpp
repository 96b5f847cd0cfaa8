// harness/doctor/remedy.hpp - a repair as data: commands, each with its system.
#pragma once

#include <string>
#include <vector>

namespace ringside::harness {

/// One thing to do.
struct RemedyLine {
  enum class Kind {
    tso,       ///< a TSO command
    transfer,  ///< a data set to be copied to another system
    by_hand,   ///< a manual step, as a sentence
  };
  Kind kind = Kind::tso;
  std::string system;  ///< where to do it; the source of a transfer
  std::string text;    ///< the command, the data set's name, or the sentence
  std::string to{};    ///< the target of a transfer
};

/// What to do, in order.
struct Remedy {
  std::string what;  ///< in one clause: "connect the issuer to the ring"
  std::vector<RemedyLine> lines;
  bool refreshes = false;  ///< it only lets readers see the present rings, whose problem may be the same
  std::string trial{};     ///< a renewal's result when it was tried: one clause; empty if it was not
  /// Whether there is no manual step.
  [[nodiscard]] bool by_commands() const;
};

/// Every remedy for one problem.
struct Cure {
  std::vector<Remedy> remedies;  ///< the first is the best one, unless a choice is needed
  bool needs_choice = false;     ///< the owner of the systems must choose one
  std::string advice{};          ///< a further hint; if there are no remedies, the reason
};

/// "RACDCERT ...", "ringside transfer A.B --from SYSX --to SYSY", or the sentence.
std::string to_text(const RemedyLine& line);

/// One line for each step, which begins with its system.
std::vector<std::string> remedy_lines(const Remedy& remedy);

}  // namespace ringside::harness
