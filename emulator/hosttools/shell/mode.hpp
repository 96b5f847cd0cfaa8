// emulator/hosttools/shell/mode.hpp - the modes of chmod, octal or symbolic.
#pragma once

#include <optional>
#include <string_view>

namespace ringside::shell {

/// The mode that "600" or "u=rw,go-rwx" makes of `before` (POSIX, chmod). Returns nullopt if the text is not a mode.
std::optional<unsigned> apply_mode(std::string_view text, unsigned before, bool directory);

}  // namespace ringside::shell
