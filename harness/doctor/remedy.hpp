// harness/doctor/remedy.hpp - what mends something, as data: commands with the system on which to run each.
#pragma once

#include <string>
#include <vector>

namespace ringside::harness {

/// One thing to do.
struct RemedyLine {
  enum class Kind {
    tso,       ///< a TSO command
    transfer,  ///< a data set to be copied to another system
    by_hand,   ///< what no command of the lab does: a sentence
  };
  Kind kind = Kind::tso;
  std::string system;  ///< where; of a transfer, the system that has the data set
  std::string text;    ///< the command, the data set's name, or the sentence
  std::string to{};    ///< of a transfer: the system that gets it
};

/// What to do, in order.
struct Remedy {
  std::string what;  ///< in one clause: "connect the issuer to the ring"
  std::vector<RemedyLine> lines;
  /// Whether commands alone do it.
  [[nodiscard]] bool by_commands() const;
};

/// Every remedy for one trouble.
struct Cure {
  std::vector<Remedy> remedies;  ///< the first is the one to take, unless a choice is needed
  bool needs_choice = false;     ///< each of them changes what only the owner of the systems can decide
  std::string advice{};          ///< what else is to be said; without remedies: why there are none
};

/// "RACDCERT ...", "ringside transfer A.B --from SYSX --to SYSY", or the sentence.
std::string to_text(const RemedyLine& line);

/// One line for each, with its system in front.
std::vector<std::string> remedy_lines(const Remedy& remedy);

}  // namespace ringside::harness
