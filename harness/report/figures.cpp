// harness/report/figures.cpp - pictures on a page, each with a description in words.
#include "harness/report/figures.hpp"

#include <optional>

#include "base/text.hpp"
#include "harness/report/graphviz.hpp"
#include "harness/report/parts.hpp"

namespace ringside::harness::report {
namespace {

Html words_html(const Picture& picture, const std::string& id) {
  Html items;
  for (const std::string& line : picture.words) items += element("li", line);
  return element("ul", {{"id", id + "-words"}}, items);
}

// A screen reader sees one image with this title, described by the words.
Html drawing(const Picture& picture, const std::string& svg, const std::string& id) {
  const std::string head =
      "<svg role=\"img\" aria-labelledby=\"" + id + "-name\" aria-describedby=\"" + id + "-words\"";
  return scrolling("Picture " + id + ": " + picture.title, Html::trusted(base::replace_all(svg, "<svg", head)));
}

Html figure(const Picture& picture, const std::string& id, const std::string& svg, const std::string& why_not) {
  const Html name = element("strong", {{"id", id + "-name"}}, picture.title);
  const Html words = words_html(picture, id);
  if (svg.empty())
    return element("figure", {{"id", id}}, element("figcaption", name + Html(". " + why_not)) + words) + "\n";
  return element("figure", {{"id", id}},
                 element("figcaption", name + Html(". " + picture.caption)) + drawing(picture, svg, id) +
                     folded("The same in words", words)) +
         "\n";
}

}  // namespace

Html figures_html(const std::vector<Picture>& pictures, const std::string& id) {
  std::vector<std::string> graphs;
  for (const Picture& picture : pictures)
    if (!picture.dot.empty()) graphs.push_back(picture.dot);
  const auto drawn = draw_svg(graphs);
  Html text;
  std::size_t next = 0, number = 0;
  for (const Picture& picture : pictures) {
    const std::string own_id = id + "-picture-" + std::to_string(++number);
    const bool is_drawn = !picture.dot.empty() && drawn;
    const std::string why_not = picture.dot.empty()
                                    ? "There is too much or nothing to draw; in words:"
                                    : "Not drawn, since " + (drawn ? "" : drawn.error()) + "; in words:";
    text += figure(picture, own_id, is_drawn ? (*drawn)[next++] : std::string{}, why_not);
  }
  return text;
}

}  // namespace ringside::harness::report
