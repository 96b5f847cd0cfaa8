// harness/doctor/remedy_player.hpp - carries out a remedy's commands in a lab.
#pragma once

#include <optional>
#include <string>

#include "emulator/lab/lab.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// Copies a data set from one system of the lab to another; the number of its records, nothing if there is no such data
/// set.
std::optional<std::size_t> transfer_data_set(lab::Lab& lab, const std::string& name, const std::string& from,
                                             const std::string& to, const std::string& as);

/// Runs the lines in order as `user`. Empty, or a sentence about the first that fails or is to be done by hand; what
/// came before it stays done.
std::string play_remedy(lab::Lab& lab, const Remedy& remedy, const std::string& user);

}  // namespace ringside::harness
