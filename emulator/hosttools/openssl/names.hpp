// emulator/hosttools/openssl/names.hpp - prints and reads distinguished names in the style of each release.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/hosttools/openssl/libcrypto/name_text.hpp"
#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The style of -nameopt, else the usual one of the release. Returns nullopt after printing the error and setting exit
/// status 1.
std::optional<NameFlags> name_style(Tool& tool, const Options& options);
/// The style without -nameopt.
NameFlags usual_name_style(const Tool& tool);

/// "subject=C = IT, O = x" (1.1 and 3.0), "subject= /C=IT/O=x" (1.0), or in `style`; with the line end.
std::string name_line(const Tool& tool, std::string_view label, const crypto::DistinguishedName& name,
                      std::optional<NameFlags> style = std::nullopt);

/// The name of -subj: "/C=IT/O=x", with a backslash before a slash or plus sign that is part of a value. Without `utf8`
/// the octets are Latin-1. Returns nullopt after printing the error and setting exit status 1.
std::optional<crypto::DistinguishedName> read_subject(Tool& tool, const std::string& text, bool utf8);

}  // namespace ringside::openssl
