// app/shims/with_options.hpp - what `ringside with` tells the programs that answer from its lab.
#pragma once

#include <string>

#include "app/program.hpp"

namespace ringside::app {

/// The variable of the environment that holds it.
inline constexpr const char* with_variable = "RINGSIDE_WITH";

struct WithOptions {
  GlobalOptions global;  ///< those that a lab does not keep
  std::string spool;     ///< folder for the output of jobs; empty: it is not kept
};

/// The options as the value of the variable. Throws UsageError if a value has a line end.
std::string text_of(const WithOptions& options);
/// Reads such a value. Throws UsageError for any other text.
WithOptions with_options(const std::string& text);

}  // namespace ringside::app
