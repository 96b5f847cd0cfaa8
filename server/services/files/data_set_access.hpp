// server/services/files/data_set_access.hpp - what data set profiles of RACF allow the caller of a service.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/authority.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// Why the caller may not use a data set, or a member of it, in this way; nullopt if it may. Data sets of the caller's
/// own user ID need no profile, and those that no profile protects are free (Security Administrator's Guide,
/// "Protecting data sets").
std::optional<std::string> data_set_denial(Call& call, const std::string& name, racf::AccessLevel level);

}  // namespace ringside::services
