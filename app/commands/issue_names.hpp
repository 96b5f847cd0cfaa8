// app/commands/issue_names.hpp - labels and subjects for many certificates: from a pattern with {n}, or from a CSV
// file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/crypto/certificates/name.hpp"

namespace ringside::app {

/// A label and the parts of a subject in RACF's order (CN T OU O L SP C).
struct IssueName {
  std::string label;
  std::vector<crypto::NamePart> subject;
};

/// Reads "CN=host{n}.example.com,O=Ringside": parts in any order, a backslash before a comma that belongs to a value.
/// Throws UsageError for an attribute that RACF does not have, or a part without a value.
std::vector<crypto::NamePart> subject_parts(const std::string& text);

/// The pattern with every {n} replaced by `number`.
IssueName numbered(const IssueName& pattern, std::size_t number);
/// The same for the label only.
std::string numbered_label(const IssueName& pattern, std::size_t number);

/// Rows of a CSV file (RFC 4180) whose first line names the columns: label and CN, T, OU, O, L, SP or C in any case and
/// order. Throws UsageError with line and cause for an unknown or missing column, a row with too many or too few
/// fields, or a label that occurs twice.
std::vector<IssueName> names_in_csv(const std::string& file, std::string_view text);

}  // namespace ringside::app
