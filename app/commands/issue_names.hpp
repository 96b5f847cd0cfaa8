// app/commands/issue_names.hpp - labels and names for many certificates: from a pattern with {n}, or from a CSV file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/crypto/certificates/name.hpp"

namespace ringside::app {

/// A label, the parts of a subject in RACF's order (CN T OU O L SP C), and the operands of ALTNAME with their values.
struct IssueName {
  std::string label;
  std::vector<crypto::NamePart> subject = {};
  std::vector<crypto::NamePart> alt_names = {};
  std::size_t line = 0;  ///< of the CSV file
};

/// Reads "CN=host{n}.example.com,O=Ringside": parts in any order, a backslash before a comma that belongs to a value.
/// Throws UsageError for an attribute that RACF does not have, or a part without a value.
std::vector<crypto::NamePart> subject_parts(const std::string& text);

/// `text` with every {n} replaced by `number`.
std::string with_number(std::string text, std::size_t number);
/// The same in every part of a pattern.
IssueName numbered(const IssueName& pattern, std::size_t number);
/// The same for the label only.
std::string numbered_label(const IssueName& pattern, std::size_t number);

/// Rows of a CSV file (RFC 4180, UTF-8 with or without a byte order mark) whose first line names the columns: label;
/// CN, T, OU, O, L, SP, C of the subject; DOMAIN, IP, EMAIL, URI of ALTNAME; in any case and order. Empty fields are
/// left out. {n} stands for the number of the row; that of the first row is `first`. Throws UsageError with line and
/// cause for an unknown or missing column, a row with too many or too few fields, or a label that occurs twice.
std::vector<IssueName> names_in_csv(const std::string& file, std::string_view text, std::size_t first);

}  // namespace ringside::app
