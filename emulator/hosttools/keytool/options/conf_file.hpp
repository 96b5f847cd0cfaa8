// emulator/hosttools/keytool/options/conf_file.hpp - pre-configured options: -conf.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/keytool/options/command_table.hpp"

namespace ringside::keytool {

/// The words of "keytool.all" and of the command's own property, and then `words`.
std::vector<std::string> with_conf_file(const std::string& path, const CommandInfo& command,
                                        const std::vector<std::string>& words, const host::Process& process);

}  // namespace ringside::keytool
