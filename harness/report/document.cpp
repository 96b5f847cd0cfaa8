// harness/report/document.cpp - an HTML file around the content of a report.
#include "harness/report/document.hpp"

#include "harness/report/style.hpp"

namespace ringside::harness::report {

std::string html_file(const Document& document) {
  const Html head = void_element("meta", {{"charset", "utf-8"}}) + document.head +
                    void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
                    element("title", document.title) + element("style", Html::trusted(style_sheet));
  const Html body = element("a", {{"class", "skip"}, {"href", "#main"}}, document.skip) +
                    element("header", {{"class", "page"}}, document.header) +
                    element("main", {{"id", "main"}, {"tabindex", "-1"}}, document.main) + document.script;
  return "<!DOCTYPE html>\n" +
         element("html", {{"lang", "en"}}, element("head", head) + element("body", body)).markup() + "\n";
}

}  // namespace ringside::harness::report
