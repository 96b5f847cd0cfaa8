// tests/harness/report/html_test.cpp - HTML is put together from escaped values.
#include "harness/report/html.hpp"

#include <gtest/gtest.h>

namespace ringside::harness::report {
namespace {

TEST(ReportHtml, TextsAreEscapedWhereverTheyStand) {
  EXPECT_EQ(Html("<b> & \"c\" 'd'").markup(), "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(element("p", {{"title", "\"><script>"}}, "<i>").markup(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;i&gt;</p>");
  EXPECT_EQ(void_element("br", {{"class", "'"}}).markup(), "<br class=\"&#39;\">");
}

TEST(ReportHtml, PiecesAreEscapedOnce) {
  const Html piece = Html("a & ") + element("b", "<c>");
  EXPECT_EQ(element("p", piece).markup(), "<p>a &amp; <b>&lt;c&gt;</b></p>");
}

TEST(ReportHtml, ControlCharactersAndOctetsThatAreNoTextDoNotPass) {
  EXPECT_EQ(Html("a\x1b[31m\x07\nb\x7f").markup(), "a.[31m.\nb.");
  EXPECT_EQ(Html("\xC0\xBCscript\xFF \u00E9").markup(), "??script? \u00E9");
}

TEST(ReportHtml, WhatIsForTheEyeIsHiddenFromReadersAndTheOtherWayRound) {
  EXPECT_EQ((shown_only("\u2192") + read_only(" to ")).markup(),
            "<span aria-hidden=\"true\">\u2192</span><span class=\"read\"> to </span>");
}

}  // namespace
}  // namespace ringside::harness::report
