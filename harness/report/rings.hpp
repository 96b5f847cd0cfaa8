// harness/report/rings.hpp - the rings of a lab as tables.
#pragma once

#include "harness/trust/lab_view.hpp"
#include "harness/report/html.hpp"

namespace ringside::harness::report {

Html rings_html(const LabView& view);

}  // namespace ringside::harness::report
