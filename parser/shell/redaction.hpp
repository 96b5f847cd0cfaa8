// parser/shell/redaction.hpp - finds and masks the passwords in commands of a shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/secret_range.hpp"

namespace ringside::parser {

/// The passwords in a script: the word after -storepass and similar options of keytool, openssl and HCL's agent, the
/// value of --password=VALUE, and what follows "pass:". In order, without overlaps. After text that the scanner
/// refuses, everything from the first such option to the end.
std::vector<SecretRange> shell_secret_ranges(std::string_view script);

/// The script with asterisks in place of its passwords, for logs and reports.
std::string shell_redacted(std::string_view script);

}  // namespace ringside::parser
