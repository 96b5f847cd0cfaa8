// tests/harness/report/graphviz_test.cpp - Graphviz draws what it is given, and its absence is told.
#include "harness/report/graphviz.hpp"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/report/dot.hpp"

namespace ringside::harness::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string graph_of(const std::string& label) {
  DotGraph graph(true);
  const std::size_t a = graph.node({{"label", dot_lines({label, "second"})}});
  graph.edge(a, graph.node({{"label", "other"}}), dot_refused);
  return graph.text();
}

TEST(ReportGraphviz, DrawsEveryGraphInOneCallAndTheSameEachTime) {
  const auto drawn = draw_svg({graph_of("first"), graph_of("third")});
  ASSERT_TRUE(drawn) << drawn.error();
  ASSERT_EQ(drawn->size(), 2U);
  EXPECT_THAT((*drawn)[0], HasSubstr(">first</text>"));
  EXPECT_THAT((*drawn)[1], HasSubstr(">third</text>"));
  EXPECT_EQ(*draw_svg({graph_of("first"), graph_of("third")}), *drawn);
}

TEST(ReportGraphviz, FramesStandInOneOrderWhateverTheRun) {
  DotGraph graph(true);
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    graph.open_cluster(name);
    graph.node({{"label", name}});
    graph.close_cluster();
  }
  const auto first = draw_svg({graph.text()});
  ASSERT_TRUE(first) << first.error();
  for (int run = 0; run < 5; ++run) EXPECT_EQ(*draw_svg({graph.text()}), *first);
}

TEST(ReportGraphviz, ADrawingIsOneElementWithoutVersionTitlesAndIds) {
  const auto drawn = draw_svg({graph_of("first")});
  ASSERT_TRUE(drawn) << drawn.error();
  const std::string& svg = drawn->front();
  EXPECT_TRUE(svg.starts_with("<svg ") && svg.ends_with("</svg>")) << svg;
  for (const char* part : {"<!--", "<title>", " id=", "graphviz"}) EXPECT_THAT(svg, Not(HasSubstr(part)));
  EXPECT_THAT(svg_file(svg), testing::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
}

TEST(ReportGraphviz, NamesArriveAsTheyAreWhateverTheyHold) {
  const auto drawn = draw_svg({graph_of("</text><script>\"\\N &lt; <!-- id=\"x\" \u00E9 \xFF")});
  ASSERT_TRUE(drawn) << drawn.error();
  EXPECT_THAT(
      drawn->front(),
      HasSubstr(">&lt;/text&gt;&lt;script&gt;&quot;\\N &amp;lt; &lt;!&#45;&#45; id=&quot;x&quot; \u00E9 ?</text>"));
}

TEST(ReportGraphviz, WhatIsNoGraphIsAnErrorAndNothingToDrawIsNone) {
  EXPECT_FALSE(draw_svg({"digraph {"}));
  const auto nothing = draw_svg({});
  ASSERT_TRUE(nothing);
  EXPECT_TRUE(nothing->empty());
}

TEST(ReportGraphviz, AMachineWithoutItIsToldApart) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto drawn = draw_svg({graph_of("first")});
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(drawn);
  EXPECT_EQ(drawn.error(), "Graphviz's program dot is not installed");
}

}  // namespace
}  // namespace ringside::harness::report
