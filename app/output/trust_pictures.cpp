// app/output/trust_pictures.cpp - pictures and the HTML report of ringside trust.
#include "app/output/trust_pictures.hpp"

#include <filesystem>
#include <ostream>

#include "app/output/output_file.hpp"
#include "harness/report/graphviz.hpp"
#include "harness/report/page.hpp"
#include "harness/report/picture.hpp"

namespace ringside::app {
namespace {

namespace report = harness::report;

report::Picture picture_of(const std::string& name, const harness::LabView& view, const harness::TrustReport& trust) {
  if (name == "signatures") return report::picture_of_signatures(view);
  return name == "rings" ? report::picture_of_anchors(view) : report::picture_of_links(trust);
}

std::string lab_name(const Program& program) {
  return program.options.lab.empty() ? "a lab" : std::filesystem::path(program.options.lab).filename().string();
}

}  // namespace

std::vector<Option> picture_options(PictureArguments& arguments) {
  return {{"--dot", &arguments.dot, "print a picture in the language of Graphviz instead of the matrix"},
          {"--svg", &arguments.svg, "draw a picture with the program 'dot' of Graphviz", {.type = "FILE"}},
          {"--picture",
           &arguments.picture,
           "the picture: links (default), signatures, rings",
           {.choices = {"links", "signatures", "rings"}}},
          {"--html",
           &arguments.html,
           "write a report: matrix, explanations, pictures, expiry dates, rings",
           {.type = "FILE"}}};
}

void write_pictures(Program& program, const PictureArguments& arguments, const harness::TrustReport& trust) {
  if (arguments.dot && program.options.json) throw UsageError("--dot prints no JSON: it cannot be used with --json");
  if (!arguments.dot && arguments.svg.empty() && arguments.html.empty()) return;
  harness::LabView view = harness::view_of(program.lab());
  view.at = trust.at;  // --at may differ from the clock of the lab
  const report::Picture picture = picture_of(arguments.picture, view, trust);
  if (!arguments.html.empty())
    write_output_file(arguments.html,
                      report::lab_page(view, trust, report::cures_of(program.lab(), trust), lab_name(program)));
  if (!arguments.dot && arguments.svg.empty()) return;
  if (picture.dot.empty())
    throw UsageError("--picture " + arguments.picture + ": there is nothing to draw, or too much");
  if (arguments.dot) program.out() << picture.dot;
  if (arguments.svg.empty()) return;
  const auto drawn = report::draw_svg({picture.dot});
  if (!drawn) throw UsageError("--svg: " + drawn.error() + "; --dot prints the picture as text");
  write_output_file(arguments.svg, report::svg_file(drawn->front()));
}

}  // namespace ringside::app
