// harness/trust/trust_text.hpp - a trust matrix as text that people read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// The width at which texts of reports are wrapped.
inline constexpr std::size_t report_width = 112;

/// Appends a text, with control characters made printable, wrapped at report_width; `hang` indents its further lines.
void append_wrapped(std::vector<std::string>& lines, const std::string& text, std::size_t hang);

/// The matrix (a row for each client, a column for each server), a line for each refused link with its reason in both
/// names, and the remarks. Versions with the same outcome share one table.
std::vector<std::string> trust_lines(const TrustReport& report);

/// The lines of the refused links alone.
std::vector<std::string> refusal_lines(const TrustReport& report);

/// The lines of the remarks alone.
std::vector<std::string> remark_lines(const TrustReport& report);

/// What is said of a report without links.
inline constexpr const char* no_link = "no link to check: fewer than two rings with certificates";

/// One refused link: "X -> Y  not on ring: the issuer ... Refused by the client, OpenSSL: ...".
std::string refusal_line(const TrustReport& report, const Link& link);

}  // namespace ringside::harness
