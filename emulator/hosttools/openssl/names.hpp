// emulator/hosttools/openssl/names.hpp - names as each release prints and reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// How names are printed: by -nameopt, else as the release prints them. Nothing: said, status 1.
std::optional<crypto::NameFlags> name_style(Tool& tool, const Options& options);
/// As the release prints them.
crypto::NameFlags usual_name_style(const Tool& tool);

/// "subject=C = IT, O = x" (1.1 and 3.0), "subject= /C=IT/O=x" (1.0), or in the style asked for, with its line end.
std::string name_line(const Tool& tool, std::string_view label, const crypto::DistinguishedName& name,
                      std::optional<crypto::NameFlags> style = std::nullopt);

/// The name of -subj: "/C=IT/O=x", a backslash in front of a slash or plus sign that stands for itself. Nothing: said,
/// status 1. Without `utf8` its octets are Latin-1.
std::optional<crypto::DistinguishedName> read_subject(Tool& tool, const std::string& text, bool utf8);

}  // namespace ringside::openssl
