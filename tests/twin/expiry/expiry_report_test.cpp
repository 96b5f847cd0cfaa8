// tests/twin/expiry/expiry_report_test.cpp - which certificates end within a period, by the rules of IBM's health
// check.
#include "twin/expiry/expiry_report.hpp"

#include <gmock/gmock.h>

#include "tests/twin/twin_lab.hpp"

namespace ringside::twin {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using test_support::TwinLab;
using testing::ElementsAre;
using testing::IsEmpty;

const base::Instant now = *base::from_local({2026, 1, 15, 12, 0, 0}, {});

HeldCertificate certificate(const std::string& label, base::Instant end,
                            database::Status status = database::Status::trust) {
  HeldCertificate held;
  held.owner = "WEB";
  held.label = label;
  held.not_after = end;
  held.status = status;
  return held;
}

ExpiryReport report_on(std::vector<HeldCertificate> certificates, base::Instant until) {
  Holdings holdings{now, {}, {}};
  HeldDatabase database;
  database.systems = {"SYS1"};
  database.certificates = std::move(certificates);
  holdings.databases.push_back(std::move(database));
  return expiry_report(holdings, until);
}

std::vector<std::string> labels(const ExpiryReport& report) {
  std::vector<std::string> all;
  for (const EndingCertificate& row : report.rows) all.push_back(row.label);
  return all;
}

TEST(ExpiryReport, ListsWhatHasEndedAndWhatEndsUpToTheLastSecondOfThePeriod) {
  const auto report = report_on({certificate("after", now + days(60) + seconds(1)), certificate("last", now + days(60)),
                                 certificate("ended", now - seconds(1))},
                                now + days(60));
  EXPECT_THAT(labels(report), ElementsAre("ended", "last"));
  EXPECT_EQ(report.certificates, 3U);
  EXPECT_EQ(report.period(), 60);
}

TEST(ExpiryReport, MarksTrustedCertificatesOnly) {
  const auto report = report_on({certificate("no", now, database::Status::notrust), certificate("yes", now),
                                 certificate("high", now, database::Status::hightrust)},
                                now + days(1));
  ASSERT_EQ(report.rows.size(), 3U);
  EXPECT_EQ(report.rows[0].trust, "No");
  EXPECT_FALSE(report.rows[0].is_exception);
  EXPECT_EQ(report.rows[1].trust, "Yes");
  EXPECT_TRUE(report.rows[1].is_exception);
  EXPECT_EQ(report.rows[2].trust, "High");
  EXPECT_TRUE(report.rows[2].is_exception);
  EXPECT_EQ(report.exceptions(), 2U);
}

TEST(ExpiryReport, CountsWholeDaysTowardsTheEndAndSinceIt) {
  const auto report =
      report_on({certificate("a", now - days(2)), certificate("b", now - seconds(1)), certificate("c", now),
                 certificate("d", now + days(1)), certificate("e", now + days(3) + seconds(1))},
                now + days(60));
  std::vector<std::string> left;
  for (const EndingCertificate& row : report.rows) left.push_back(time_left(row));
  EXPECT_THAT(left, ElementsAre("ended 2 days ago", "ended 1 day ago", "ends within a day", "in 1 day", "in 3 days"));
}

TEST(ExpiryReport, CountsCertificatesWhoseEndNobodyKnows) {
  HeldCertificate hollow = certificate("hollow", {});
  hollow.not_after.reset();
  const auto report = report_on({hollow}, now + days(60));
  EXPECT_THAT(report.rows, IsEmpty());
  EXPECT_EQ(expiry_summary(report),
            "No certificate ends by 2026/03/16 12:00:00; 1 certificate in 1 database looked at; the unload does not "
            "tell when 1 of them end.");
}

TEST(ExpiryReport, WritesTheEndInTheZoneOfTheLab) {
  EXPECT_EQ(end_date(*base::from_local({2026, 1, 31, 23, 30, 0}, {}), {}), "2026-01-31");
  EXPECT_EQ(end_date(*base::from_local({2026, 1, 31, 23, 30, 0}, {}), base::Zone{std::chrono::minutes(60)}),
            "2026-02-01");
}

TEST(ExpiryReport, NamesTheRingsWithUsageAndDefault) {
  TwinLab lab;
  const auto report = expiry_report(lab.holdings(Depth::dates), now + days(5000));
  ASSERT_EQ(report.rows.size(), 2U);
  ASSERT_EQ(report.rows[0].rings.size(), 1U);
  EXPECT_EQ(described(report.rows[0].rings.front()), "WEB/Ring (default)");
  EXPECT_EQ(described(report.rows[1].rings.front()), "WEB/Ring (CERTAUTH)");
  EXPECT_EQ(report.rows[1].owner, "CERTAUTH");
}

TEST(ExpiryReport, SaysOnWhichGradeARowRests) {
  TwinLab lab;
  lab.add_site_certificate("WEB", "Site", test_support::site_facts("0A", "CN=site"));
  const auto report = expiry_report(lab.holdings(Depth::dates), now + days(60));
  ASSERT_THAT(labels(report), ElementsAre("Site"));
  EXPECT_EQ(report.rows.front().grade, "stand-in");
}

TEST(ExpiryReport, LeavesOutWhatRingsideSuppliesUnlessARingHoldsIt) {
  test_support::RacfLab lab("2026-01-15", {}, racf::Preparation::prepared);
  const auto holdings = [&] { return holdings_of(lab.lab(), lab.lab().systems().all(), Depth::dates); };
  EXPECT_EQ(expiry_report(holdings(), now + days(60)).certificates, 0U);
  const auto supplied = lab.on("SYS1").database.certificates.by_owner(database::certauth_owner);
  ASSERT_FALSE(supplied.empty());
  lab.must("RACDCERT ADDRING(R)");
  lab.must("RACDCERT CONNECT(CERTAUTH LABEL('" + supplied.front().label + "') RING(R))");
  EXPECT_EQ(expiry_report(holdings(), now + days(60)).certificates, 1U);
}

}  // namespace
}  // namespace ringside::twin
