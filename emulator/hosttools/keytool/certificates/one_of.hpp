// emulator/hosttools/keytool/certificates/one_of.hpp - abbreviations of words in -ext.
#pragma once

#include <string>
#include <vector>

namespace ringside::keytool {

/// The index of the word that `text` begins, or whose first letter and capitals it is; -1 if there is none. An empty
/// word stands for an index that has no name. Throws Refusal if several fit.
int one_of(const std::string& text, const std::vector<std::string>& words);

}  // namespace ringside::keytool
