// app/output/trust_pictures.cpp - what ringside trust can give besides text: pictures, and a report in HTML.
#include "app/output/trust_pictures.hpp"

#include <filesystem>
#include <ostream>

#include <CLI/CLI.hpp>

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

void add_picture_options(CLI::App& command, PictureArguments& arguments) {
  command.add_flag("--dot", arguments.dot, "print a picture in Graphviz's language instead of the matrix");
  command.add_option("--svg", arguments.svg, "draw a picture, through Graphviz's program dot")->type_name("FILE");
  command.add_option("--picture", arguments.picture, "which: links (default), signatures, rings")
      ->check(CLI::IsMember({"links", "signatures", "rings"}));
  command.add_option("--html", arguments.html, "write a report: matrix, explanations, pictures, days of expiry, rings")
      ->type_name("FILE");
}

void write_pictures(Program& program, const PictureArguments& arguments, const harness::TrustReport& trust) {
  if (arguments.dot && program.options.json) throw UsageError("--dot prints no JSON; it does not go with --json");
  if (!arguments.dot && arguments.svg.empty() && arguments.html.empty()) return;
  harness::LabView view = harness::view_of(program.lab());
  view.at = trust.at;  // which --at may have moved
  const report::Picture picture = picture_of(arguments.picture, view, trust);
  if (!arguments.html.empty())
    write_output_file(arguments.html,
                      report::lab_page(view, trust, report::cures_of(program.lab(), trust), lab_name(program)));
  if (!arguments.dot && arguments.svg.empty()) return;
  if (picture.dot.empty())
    throw UsageError("--picture " + arguments.picture + ": there is too much or nothing to draw");
  if (arguments.dot) program.out() << picture.dot;
  if (arguments.svg.empty()) return;
  const auto drawn = report::draw_svg({picture.dot});
  if (!drawn) throw UsageError("--svg: " + drawn.error() + "; --dot prints what it would draw");
  write_output_file(arguments.svg, report::svg_file(drawn->front()));
}

}  // namespace ringside::app
