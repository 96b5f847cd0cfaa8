// tests/support/peers.hpp - the programs of others that tests run: whether they are here, and whether they must be.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ringside::test_support {

/// Returns the path of a program in PATH, /usr/sbin or /sbin, where servers are; nullopt if it is in none.
std::optional<std::string> program_path(const std::string& program);

/// Returns whether the program is here. A test that needs one begins with
///     if (!peer_is_here("nginx")) GTEST_SKIP();
/// If it is missing, but RINGSIDE_REQUIRE ("nginx,apache2") names it, the running test fails as well.
bool peer_is_here(const std::string& program);

/// The same for a peer that is no program in PATH: sources, a module. `is_here` is whether the test found it.
bool peer_is_here(const std::string& name, bool is_here);

/// Returns the folders of sources of others for which tests exist: the one that the variable names; none if it is not
/// set, so that there is nothing to skip. If RINGSIDE_REQUIRE names the peer, there is always one, empty if not set.
std::vector<std::string> source_folders(const std::string& variable, const std::string& name);

}  // namespace ringside::test_support
