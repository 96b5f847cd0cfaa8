// tests/harness/report/picture_test.cpp - pictures of a lab, in Graphviz's language and in words.
#include "harness/report/picture.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/report_lab.hpp"

namespace ringside::harness::report {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::ptrdiff_t count(const std::string& text, const std::string& part) {
  std::ptrdiff_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(ReportPicture, SignaturesGoFromTheSignerInTheDatabaseThatHoldsItsKey) {
  test_support::ReportLab lab;
  const Picture picture = picture_of_signatures(lab.view());
  EXPECT_EQ(count(picture.dot, "subgraph cluster"), 2);
  EXPECT_EQ(count(picture.dot, " -> "), 2) << "a CA's own signature is no arrow";
  EXPECT_EQ(count(picture.dot, "CERTAUTH LABEL('Theirs')"), 0) << "a copy is no node";
  EXPECT_THAT(picture.dot, HasSubstr("CERTAUTH LABEL('Saturn')\\nCN=Saturn\\nvalid until 2014/01/01\\nprivate key "
                                     "here\\ncopy in RACFHERE (HERE1, HERE2)"));
  EXPECT_THAT(picture.words, Contains("ID(SRV) LABEL('Server') of THERE, CN=THERE, is signed by CERTAUTH "
                                      "LABEL('Saturn') of THERE; valid until 2013/12/01; its private key is there"));
}

TEST(ReportPicture, WhatHasEndedOrIsHiddenIsMarkedInWordsAndLines) {
  test_support::ReportLab lab;
  lab.lab.set_date("2013-12-24");
  lab.lab.must("RACDCERT CERTAUTH ALTER(LABEL('Jupiter')) NOTRUST", "HERE1");
  const Picture picture = picture_of_signatures(lab.view());
  EXPECT_EQ(count(picture.dot, "ENDED 2013/12/01"), 2);
  EXPECT_EQ(count(picture.dot, "filled,dashed"), 2);
  EXPECT_THAT(picture.dot, AllOf(HasSubstr("NOTRUST in RACFHERE"), HasSubstr("filled,dotted")));
  EXPECT_THAT(picture.words, Contains(HasSubstr("; ended 2013/12/01; its private key is there")));
}

TEST(ReportPicture, ARingTrustsItsAnchors) {
  test_support::ReportLab lab;
  lab.lab.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Theirs') RING(Ring))", "HERE1");
  lab.lab.set_date("2014-02-01");
  const Picture picture = picture_of_anchors(lab.view());
  EXPECT_EQ(count(picture.dot, " -> "), 3);
  EXPECT_THAT(picture.dot, HasSubstr("CN=Saturn: ENDED 2014/01/01"));
  EXPECT_THAT(picture.words,
              ElementsAre("SRV/Ring of RACFHERE (HERE1, HERE2) trusts CN=Jupiter; CN=Saturn (ended 2014/01/01)",
                          "SRV/Ring of THERE trusts CN=Saturn (ended 2014/01/01)"));
}

TEST(ReportPicture, LinksAreSolidOrDashedWithTheirReason) {
  test_support::ReportLab lab;
  const Picture picture = picture_of_links(lab.trust());
  EXPECT_EQ(count(picture.dot, "shape=\"box\""), 3);
  EXPECT_EQ(count(picture.dot, " -> "), 5) << "what holds both ways is one arrow";
  EXPECT_EQ(count(picture.dot, "dir=\"both\""), 1);
  EXPECT_EQ(count(picture.dot, "label=\"not on ring\""), 4);
  EXPECT_THAT(picture.words, Contains("HERE1 to HERE2: trusted"));
  EXPECT_THAT(picture.words, Contains("THERE to HERE1, HERE2: not on ring"));
}

/// Twelve endpoints of which all refuse the last two, and the first alone refuses the second.
TrustReport twelve() {
  TrustReport report;
  report.options.versions = {crypto::TlsVersion::tls13};
  for (std::size_t at = 0; at < 12; ++at)
    report.endpoints.push_back({"E" + std::to_string(at), "SYS1", {"SRV", "R"}, {}, {}});
  for (std::size_t client = 0; client < 12; ++client)
    for (std::size_t server = 0; server < 12; ++server) {
      if (client == server) continue;
      Link link;
      link.client = client;
      link.server = server;
      link.trusted = server < 10 && !(client == 0 && server == 1);
      link.reason = link.trusted ? Reason::trusted : Reason::expired;
      report.links.push_back(link);
    }
  return report;
}

TEST(ReportPicture, InALargeMatrixThoseThatNothingDistinguishesShareANode) {
  const Picture picture = picture_of_links(twelve());
  EXPECT_EQ(count(picture.dot, "shape=\"box\""), 4) << "the first, the second, eight, and two";
  EXPECT_THAT(picture.dot, HasSubstr("E2\\nE3\\nE4\\nE5\\nE6\\nE7\\nE8\\nE9\\n(each other: trusted)"));
  EXPECT_THAT(picture.dot, HasSubstr("E10\\nE11\\n(each other: expired)"));
  EXPECT_THAT(picture.caption, HasSubstr("share a node"));
  EXPECT_THAT(picture.words, Contains("E0 to E1, E10, E11: expired")) << "the words name each of them";
}

TEST(ReportPicture, WhatIsTooLargeIsToldInWordsOnly) {
  LabView view;
  view.databases.push_back({"D", {"SYS1"}, {}, {}, 0});
  for (std::size_t at = 0; at < 200; ++at) {
    view.certificates.push_back({std::to_string(at), "CN=a", "CN=a", "00", {}, {}, true, {}});
    view.databases[0].held.push_back({at, "SRV", "a", database::Status::trust, true});
  }
  const Picture picture = picture_of_signatures(view);
  EXPECT_EQ(picture.dot, "");
  EXPECT_EQ(picture.words.size(), 200U);
}

}  // namespace
}  // namespace ringside::harness::report
