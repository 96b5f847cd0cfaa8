// harness/doctor/remedy_player.hpp - carries out a remedy's commands in a lab.
#pragma once

#include <string>

#include "emulator/lab/lab.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// Runs the lines in order as `user`. Empty, or a sentence about the first that fails or is to be done by hand; what
/// came before it stays done.
std::string play_remedy(lab::Lab& lab, const Remedy& remedy, const std::string& user);

}  // namespace ringside::harness
