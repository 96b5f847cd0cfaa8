// harness/report/rings.hpp - the rings of a lab as tables.
#pragma once

#include "harness/report/html.hpp"
#include "harness/trust/lab_view.hpp"

namespace ringside::harness::report {

Html rings_html(const LabView& view);

}  // namespace ringside::harness::report
