// app/output/output_schema.hpp - the JSON Schema of what --json prints.
#pragma once

#include "base/json.hpp"

namespace ringside::app {

/// A JSON Schema (draft 7) of everything that --json prints, made from the tables of json_layout.hpp. The definition
/// "SUBCOMMAND-output" (lab-show-output) is that of one subcommand.
base::Json output_schema();

}  // namespace ringside::app
