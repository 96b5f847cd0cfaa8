// harness/doctor/remedy_player.hpp - carries out a remedy's commands in a lab.
#pragma once

#include <string>

#include "emulator/lab/lab.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// Runs the lines in order as `user`, and stops at the first that fails or is a manual step. Returns a sentence about
/// that line, or an empty text. Lines before it keep their effect.
std::string play_remedy(lab::Lab& lab, const Remedy& remedy, const std::string& user);

}  // namespace ringside::harness
