// harness/expiry/expiry_page.hpp - the report on ending certificates as one HTML file.
#pragma once

#include <string>

#include "twin/expiry/expiry_report.hpp"

namespace ringside::harness {

/// The page: a summary, and for each security database a table with the columns of the text. It needs no other file and
/// has no script. `name` is that of the lab.
std::string expiry_page(const twin::ExpiryReport& report, const std::string& name);

}  // namespace ringside::harness
