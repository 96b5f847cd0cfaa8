// emulator/hosttools/shell/mode.hpp - the modes of chmod: octal, or letters.
#pragma once

#include <optional>
#include <string_view>

namespace ringside::shell {

/// "600", or "u=rw,go-rwx" applied to `before` (POSIX, chmod). Nothing if the text is no mode.
std::optional<unsigned> apply_mode(std::string_view text, unsigned before, bool directory);

}  // namespace ringside::shell
