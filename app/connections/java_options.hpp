// app/connections/java_options.hpp - JDK_JAVA_OPTIONS, by which every Java program of a shell gets the provider of key
// rings.
#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "connectors/caller/settings.hpp"

namespace ringside::app {

/// The provider for a lab.
struct JavaAgent {
  std::filesystem::path jar;
  connectors::Settings settings;
  std::string program{};  ///< path of the program that the jar runs; empty: the one that PATH has
};

/// Returns the value of JDK_JAVA_OPTIONS: what it has at `present` without an older agent of ours, and the agent.
/// Quotes it as the launcher of the JDK reads it. Returns why this cannot be: a path that no option can hold, or a
/// value at present that the launcher does not take.
tl::expected<std::string, std::string> java_options(const JavaAgent& agent, const std::string& present);

}  // namespace ringside::app
