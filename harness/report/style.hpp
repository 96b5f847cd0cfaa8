// harness/report/style.hpp - the style sheet of reports, for screens of any width and for paper.
#pragma once

namespace ringside::harness::report {

extern const char* const style_sheet;

}  // namespace ringside::harness::report
