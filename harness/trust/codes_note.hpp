// harness/trust/codes_note.hpp - says once what the three numbers of R_datalib in a text are.
#pragma once

#include <string>
#include <vector>

namespace ringside::harness {

/// Appends a line that names the numbers of the first codes ("8/8/84") in `lines`. Does nothing if there are none.
void append_codes_note(std::vector<std::string>& lines);

}  // namespace ringside::harness
