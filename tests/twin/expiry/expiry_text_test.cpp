// tests/twin/expiry/expiry_text_test.cpp - the report on ending certificates as text and as CSV.
#include "twin/expiry/expiry_text.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/support/golden.hpp"

namespace ringside::twin {
namespace {

using testing::HasSubstr;

/// Labels that are hard on tables: markup, separators, quotes, formulas, letters beyond ASCII.
ExpiryReport hard_report() {
  ExpiryReport report;
  report.at = *base::from_local({2026, 1, 15, 12, 0, 0}, {});
  report.until = report.at + usual_period;
  report.databases = {"SYSA", "RACFB (SYSB, SYSC)"};
  report.certificates = 7;
  const std::vector<std::string> labels = {"plain", "a, b", "he said \"no\"", "<b>&amp;</b>", "=1+1", "Schlüssel 鍵"};
  long number = -2;
  for (const std::string& label : labels) {
    EndingCertificate row;
    row.database = number < 2 ? 0 : 1;
    row.is_exception = number != 0;
    row.owner = "ID(WEB)";
    row.label = label;
    row.days = number++;
    row.end = report.at + std::chrono::days(row.days);
    row.trust = row.is_exception ? "Yes" : "No";
    row.subject = "CN=" + label;
    row.issuer = "CN=CA, of us";
    row.serial = "0A";
    row.has_key = row.days > 0;
    for (long ring = 0; ring < row.days + 2; ++ring)
      row.rings.push_back({"WEB/Ring" + std::to_string(ring),
                           ring == 0 ? database::Usage::personal : database::Usage::site, ring == 0});
    report.rows.push_back(row);
  }
  report.rows.back().grade = "stand-in";
  return report;
}

TEST(ExpiryText, IsATableForEachDatabaseWithTheColumnsOfIbmFirst) {
  test_support::expect_golden("twin/expiry/hard.txt", base::join(expiry_lines(hard_report()), "\n") + "\n");
}

TEST(ExpiryText, IsCsvThatNoSpreadsheetTakesForAFormula) {
  test_support::expect_golden("twin/expiry/hard.csv.txt", expiry_csv(hard_report()));
}

TEST(ExpiryText, IsJsonWithTheValuesUnchanged) {
  test_support::expect_golden("twin/expiry/hard.json", expiry_json(hard_report()).text() + "\n");
}

TEST(ExpiryText, OfNothingIsTitleAndHeadsAndSaysSo) {
  ExpiryReport report;
  report.at = *base::from_local({2026, 1, 15, 12, 0, 0}, {});
  report.until = report.at + usual_period;
  report.databases = {"SYSA"};
  report.certificates = 2;
  const auto lines = expiry_lines(report);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0], "Certificates Expiring within 60 Days");
  EXPECT_THAT(lines[2], HasSubstr("S Cert Owner   Certificate Label "));
  EXPECT_EQ(lines[5], "No certificate ends by 2026/03/16 12:00:00; 2 certificates in 1 database looked at.");
}

TEST(ExpiryText, EveryStartOfAFormulaIsMadeHarmlessInCsv) {
  for (const std::string label : {"=A1", "+A1", "-A1", "@SUM(A1)", "\t=A1", "\r=A1"}) {
    ExpiryReport report = hard_report();
    report.rows.resize(1);
    report.rows.front().label = label;
    EXPECT_THAT(expiry_csv(report), HasSubstr("'" + label)) << label;
  }
}

TEST(ExpiryText, AControlCharacterDoesNotReachTheTerminal) {
  ExpiryReport report = hard_report();
  report.rows.resize(1);
  report.rows.front().label = "\x1b[31mred\nline";
  EXPECT_THAT(base::join(expiry_lines(report), "\n"), HasSubstr(".[31mred.line"));
}

}  // namespace
}  // namespace ringside::twin
