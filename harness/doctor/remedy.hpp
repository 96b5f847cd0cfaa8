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

/// A command line of ringside on that lab, without a lab if `lab_file` is empty: "ringside --lab plex.lab transfer
/// ...". Words that a shell would read otherwise are quoted.
std::string ringside_command(const std::string& lab_file, const std::vector<std::string>& words);

/// "RACDCERT ...", "ringside --lab plex.lab transfer A.B --from SYSX --to SYSY", or the sentence.
std::string to_text(const RemedyLine& line, const std::string& lab_file);

/// One line for each step, which begins with its system.
std::vector<std::string> remedy_lines(const Remedy& remedy, const std::string& lab_file);

/// The same with the system as a line of its own ("on SYSX:") before the lines to do there, so that these can be
/// copied.
std::vector<std::string> lines_by_system(const Remedy& remedy, const std::string& lab_file);

}  // namespace ringside::harness
