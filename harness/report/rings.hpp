// scenarios/harness/report/rings.hpp - the rings of a lab as tables.
#pragma once

#include "scenarios/harness/lab_view.hpp"
#include "scenarios/harness/report/html.hpp"

namespace ringside::harness::report {

Html rings_html(const LabView& view);

}  // namespace ringside::harness::report
