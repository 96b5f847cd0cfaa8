// emulator/hosttools/keytool/options/conf_file.hpp - pre-configured options: -conf.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/keytool/options/command_table.hpp"

namespace ringside::keytool {

/// Returns the words of "keytool.all", then those of the command's property, then `words`.
std::vector<std::string> with_conf_file(const std::string& path, const CommandInfo& command,
                                        const std::vector<std::string>& words, const host::Process& process);

}  // namespace ringside::keytool
