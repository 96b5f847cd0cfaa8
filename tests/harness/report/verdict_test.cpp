// tests/harness/report/verdict_test.cpp - refused links are told by their causes.
#include "harness/report/verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/report_lab.hpp"

namespace ringside::harness::report {
namespace {

using crypto::TlsVersion;
using testing::ElementsAre;
using testing::Pair;

TrustReport of(std::size_t endpoints) {
  TrustReport report;
  for (std::size_t at = 0; at < endpoints; ++at) {
    const std::string name = "SYS" + std::to_string(at);
    report.endpoints.push_back({name, name, {"SRV", "Ring" + std::to_string(at)}, {}, {}});
  }
  return report;
}

void refuse(TrustReport& report, std::size_t client, std::size_t server, const std::string& why,
            std::vector<TlsVersion> versions = {TlsVersion::tls12, TlsVersion::tls13}) {
  for (const TlsVersion version : report.options.versions) {
    Link link;
    link.client = client;
    link.server = server;
    link.version = version;
    link.trusted = std::find(versions.begin(), versions.end(), version) == versions.end();
    if (!link.trusted) {
      link.reason = Reason::not_on_ring;
      link.refused_by = Side::client;
      link.explanation = why;
      link.openssl = "unable to get local issuer certificate";
    }
    report.links.push_back(link);
  }
}

TEST(ReportVerdict, LinksWithOneCauseStandTogetherWhateverTheirRingsAreCalled) {
  TrustReport report = of(4);
  refuse(report, 0, 1, "the issuer CN=A is not on ring SRV/Ring0");
  refuse(report, 0, 2, "the issuer CN=B is not on ring SRV/Ring0");
  refuse(report, 1, 2, "the issuer CN=B is not on ring SRV/Ring1");
  refuse(report, 3, 1, "", {});
  const auto causes = causes_of(report);
  ASSERT_EQ(causes.size(), 2U);
  EXPECT_EQ(causes[0].explanation, "the issuer CN=B is not on the client's ring");
  EXPECT_THAT(causes[0].of, ElementsAre(Pair(0, 2), Pair(1, 2)));
  EXPECT_THAT(causes[0].openssl, ElementsAre("unable to get local issuer certificate"));
  EXPECT_EQ(cause_number(causes, 0, 1), 2U);
  EXPECT_EQ(cause_number(causes, 3, 1), 0U);
}

TEST(ReportVerdict, ALinkThatHoldsUnderOneVersionOnlyIsRefusedAndSaysUnderWhich) {
  TrustReport report = of(2);
  refuse(report, 0, 1, "why", {TlsVersion::tls13});
  const Verdict verdict = verdict_of(report, 0, 1);
  EXPECT_FALSE(verdict.trusted());
  EXPECT_EQ(verdict.text, "not on ring (TLS 1.3)");
  EXPECT_EQ(causes_of(report).size(), 1U);
}

TEST(ReportVerdict, WhatNobodyAskedHasNone) {
  const TrustReport report = of(1);
  EXPECT_EQ(verdict_of(report, 0, 0).text, "");
  EXPECT_EQ(verdict_of(report, 0, 0).telling(), nullptr);
}

}  // namespace
}  // namespace ringside::harness::report
