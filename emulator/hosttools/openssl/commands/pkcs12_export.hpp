// emulator/hosttools/openssl/commands/pkcs12_export.hpp - openssl pkcs12 -export.
#pragma once

#include <optional>
#include <string>

#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

void export_pkcs12(Tool& tool, const Options& options);

/// "Enter Export Password:" and its like; what is missing is said, status 1.
std::optional<base::Secret> pkcs12_password(Tool& tool, const std::optional<std::string>& source,
                                            const std::string& prompt, bool is_new);

}  // namespace ringside::openssl
