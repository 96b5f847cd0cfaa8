// app/output/trust_pictures.hpp - what ringside trust can give besides text: pictures, and a report in HTML.
#pragma once

#include <string>

#include "app/program.hpp"
#include "harness/trust/trust.hpp"

namespace CLI {
class App;
}

namespace ringside::app {

struct PictureArguments {
  bool dot = false;
  std::string picture = "links";
  std::string svg, html;  ///< files
};

void add_picture_options(CLI::App& command, PictureArguments& arguments);

/// Writes the files, and the picture in Graphviz's language to standard output if that is asked for. UsageError where
/// options do not go together, a file cannot be written, or Graphviz cannot draw.
void write_pictures(Program& program, const PictureArguments& arguments, const harness::TrustReport& report);

}  // namespace ringside::app
