// harness/report/style.hpp - how reports look: on screens of any width, and on paper.
#pragma once

namespace ringside::harness::report {

extern const char* const style_sheet;

}  // namespace ringside::harness::report
