// harness/report/matrix.hpp - the matrix of a trust check: a row for each client, a column for each server.
#pragma once

#include "harness/report/html.hpp"
#include "harness/report/links.hpp"

namespace ringside::harness::report {

/// One row for each client, one column for each server. Each cell refers to the explanation of its link.
Html matrix_html(const LinkPage& page);

}  // namespace ringside::harness::report
