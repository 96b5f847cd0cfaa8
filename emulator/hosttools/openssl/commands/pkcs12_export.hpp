// emulator/hosttools/openssl/commands/pkcs12_export.hpp - openssl pkcs12 -export: makes a PKCS#12 file.
#pragma once

#include <optional>
#include <string>

#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// Runs pkcs12 -export.
void export_pkcs12(Tool& tool, const Options& options);

/// The password of `source`, or of a prompt such as "Enter Export Password:", which asks twice for a new one. Returns
/// nullopt after printing the error and setting exit status 1.
std::optional<base::Secret> pkcs12_password(Tool& tool, const std::optional<std::string>& source,
                                            const std::string& prompt, bool is_new);

}  // namespace ringside::openssl
