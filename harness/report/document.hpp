// harness/report/document.hpp - an HTML file around the content of a report.
#pragma once

#include <string>

#include "harness/report/html.hpp"

namespace ringside::harness::report {

/// A page before it becomes a file.
struct Document {
  std::string title;
  Html head{};       ///< in its <head>, before the title: further meta elements and links
  Html header;       ///< heading, and what stands beside it
  Html main;         ///< the report
  std::string skip;  ///< text of the link that jumps to the report
  Html script{};     ///< behind all of it
};

/// The file, with the style sheet of reports in it.
std::string html_file(const Document& document);

}  // namespace ringside::harness::report
