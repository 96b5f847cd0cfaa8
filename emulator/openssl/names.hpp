// emulator/openssl/names.hpp - names as each release prints and reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/crypto/name.hpp"
#include "emulator/openssl/tool.hpp"

namespace ringside::openssl {

/// Whether -nameopt takes a style that is emulated, in any case.
bool is_name_style(const std::string& style);

/// "subject=C = IT, O = x" (1.1 and 3.0), "subject= /C=IT/O=x" (1.0), or in the style asked for, with its line end.
std::string name_line(const Tool& tool, std::string_view label, const crypto::DistinguishedName& name,
                      const std::string& style = {});

/// The name of -subj: "/C=IT/O=x", a backslash in front of a slash or plus sign that stands for itself. Nothing: said,
/// status 1.
std::optional<crypto::DistinguishedName> read_subject(Tool& tool, const std::string& text);

}  // namespace ringside::openssl
