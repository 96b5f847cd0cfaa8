// emulator/racf/contents_check.hpp - checks that what a lab holds fits together: certificates, keys, rings, data sets.
#pragma once

#include <string>
#include <vector>

#include "emulator/lab/lab.hpp"

namespace ringside::racf {

/// Reads every certificate and key of the lab: a certificate must be readable and belong to its profile; the numbers of
/// a private key must fit together and to its certificate. Checks also what rows say about each other, and reads every
/// data set. Returns a sentence for each damage, which names the item. Takes a fraction of a millisecond for each key.
std::vector<std::string> damaged_contents(lab::Lab& lab);

}  // namespace ringside::racf
