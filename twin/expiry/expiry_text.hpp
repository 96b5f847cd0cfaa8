// twin/expiry/expiry_text.hpp - the report on ending certificates as text, as CSV and as JSON.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"
#include "twin/expiry/expiry_report.hpp"

namespace ringside::twin {

/// A table for each security database: IBM's columns "S", "Cert Owner", "Certificate Label", "End Date", "Trust" and
/// "Rings", then columns of Ringside's own. The last line is expiry_summary().
std::vector<std::string> expiry_lines(const ExpiryReport& report);

/// The rows as CSV (RFC 4180, UTF-8, lines end with CR and LF): a line of names, then a line for each certificate. In
/// front of a value that a spreadsheet would take for a formula stands an apostrophe.
std::string expiry_csv(const ExpiryReport& report);

/// An object for each row.
base::Json expiry_json(const ExpiryReport& report);
/// The counts for the summary of --json.
base::Json expiry_counts(const ExpiryReport& report);

}  // namespace ringside::twin
