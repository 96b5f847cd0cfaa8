// server/services/files/named_text.hpp - the text of a data set or a UNIX file that a request names.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "server/services/service.hpp"

namespace ringside::services {

/// The text of a UNIX file as the caller may read it. The error is a sentence.
tl::expected<std::string, std::string> unix_file_text(Call& call, const std::string& path);

/// The records of a data set or a member as lines. A name in apostrophes is whole; another stands below the caller's
/// user ID. The error is a sentence: there is none, the caller may not read it, it holds no text.
tl::expected<std::string, std::string> data_set_text(Call& call, std::string name);

}  // namespace ringside::services
