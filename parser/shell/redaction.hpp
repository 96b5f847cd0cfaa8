// parser/shell/redaction.hpp - finds and masks the passwords in commands of a shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/secret_range.hpp"

namespace ringside::parser {

/// The passwords in a script: the word after -storepass and similar options of keytool, openssl and HCL's agent, the
/// value of --password=VALUE, what follows "pass:", the value of a variable whose name says so (PASS=VALUE), what echo
/// and printf write to a file whose name says so or to a command that reads a password, and such a here-document. In
/// order, without overlaps. After text that the scanner refuses, everything from the first such option to the end.
std::vector<SecretRange> shell_secret_ranges(std::string_view script);

/// The passwords themselves, without quotes. Those that are variables are left out.
std::vector<std::string> shell_secrets(std::string_view script);

/// The passwords in one line of any language (JCL, YAML, a script): the word after such an option, after "pass:", after
/// NAME= or NAME: with a name that says so, and the values of PASSWORD(...) and PHRASE(...). In order, without
/// overlaps.
std::vector<SecretRange> line_secret_ranges(std::string_view line);

/// The line with asterisks in place of its passwords.
std::string line_redacted(std::string_view line);

/// The script with asterisks in place of its passwords, for logs and reports.
std::string shell_redacted(std::string_view script);

}  // namespace ringside::parser
