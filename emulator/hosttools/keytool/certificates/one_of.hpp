// emulator/hosttools/keytool/certificates/one_of.hpp - abbreviations of words in -ext.
#pragma once

#include <string>
#include <vector>

namespace ringside::keytool {

/// Returns the index of the word that begins with `text`, or whose first letter and capitals are `text`; -1 if none
/// fits. An empty word marks an index without a name. Throws Refusal if several fit.
int one_of(const std::string& text, const std::vector<std::string>& words);

}  // namespace ringside::keytool
