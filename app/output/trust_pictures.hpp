// app/output/trust_pictures.hpp - pictures and the HTML report of ringside trust.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::app {

struct PictureArguments {
  bool dot = false;
  std::string picture = "links";
  std::string svg, html;  ///< files
};

/// --dot, --svg, --picture and --html.
std::vector<Option> picture_options(PictureArguments& arguments);

/// Writes the files that the options name, and with --dot the picture in the language of Graphviz to standard output.
/// Throws UsageError if options exclude each other, a file cannot be written, or Graphviz cannot draw.
void write_pictures(Program& program, const PictureArguments& arguments, const harness::TrustReport& report);

}  // namespace ringside::app
