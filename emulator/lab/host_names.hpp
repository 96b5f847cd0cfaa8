// emulator/lab/host_names.hpp - the host names under which clients reach the systems of a lab.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/lab/lab.hpp"

namespace ringside::lab {

/// Whether the text is an IP address, of version 4 or 6.
bool is_address(const std::string& text);

/// The host names of a system, the most usual first; none if it was given none. Kept as a setting of the lab.
std::vector<std::string> host_names(Lab& lab, const std::string& system);

/// Gives the system these names; none: takes them away.
void set_host_names(Lab& lab, const std::string& system, const std::vector<std::string>& names);

/// The first system, by name, that has this host name in any case; nullopt if none has.
std::optional<std::string> system_of_host(Lab& lab, const std::string& host);

/// Reads host names separated by commas: DNS names, or IP addresses. The error is a sentence for the user.
tl::expected<std::vector<std::string>, std::string> parse_host_names(const std::string& text);

}  // namespace ringside::lab
