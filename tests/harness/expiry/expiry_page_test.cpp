// tests/harness/expiry/expiry_page_test.cpp - the report on ending certificates as a page.
#include "harness/expiry/expiry_page.hpp"

#include <gmock/gmock.h>

#include "tests/harness/sound_page.hpp"
#include "tests/support/golden.hpp"

namespace ringside::harness {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

twin::ExpiryReport report(const std::string& label) {
  twin::ExpiryReport all;
  all.at = *base::from_local({2026, 1, 15, 12, 0, 0}, {});
  all.until = all.at + twin::usual_period;
  all.databases = {"SYSA", "SYSB"};
  all.certificates = 3;
  twin::EndingCertificate row;
  row.is_exception = true;
  row.owner = "ID(WEB)";
  row.label = label;
  row.days = -1;
  row.end = all.at - std::chrono::hours(12);
  row.trust = "Yes";
  row.rings = {{"WEB/Ring", database::Usage::personal, true}, {"WEB/Other", database::Usage::site, false}};
  row.has_key = true;
  row.subject = "CN=" + label;
  row.issuer = "CN=CA";
  row.serial = "0A";
  all.rows.push_back(row);
  row.is_exception = false;
  row.trust = "No";
  row.label = "later";
  row.days = 12;
  row.end = all.at + std::chrono::days(12);
  row.rings.clear();
  all.rows.push_back(row);
  return all;
}

std::string main_of(const std::string& page) {
  return page.substr(page.find("<body>"));
}

TEST(ExpiryPage, HasATableForEachDatabaseWithTheColumnsOfIbmFirst) {
  const std::string page = expiry_page(report("Server"), "plex.lab");
  test_support::expect_sound(page);
  test_support::expect_golden("harness/expiry/page.html", main_of(page));
}

TEST(ExpiryPage, TakesNoLabelForMarkup) {
  const std::string page = expiry_page(report("<img src=x onerror=alert(1)> \"ß\" 鍵"), "a <b> lab");
  test_support::expect_sound(page);
  EXPECT_THAT(page, AllOf(HasSubstr("&lt;img src=x onerror=alert(1)&gt; &quot;ß&quot; 鍵"),
                          HasSubstr("a &lt;b&gt; lab"), Not(HasSubstr("<img")), Not(HasSubstr("<script"))));
}

TEST(ExpiryPage, SaysOnWhichGradeARowOfATwinRests) {
  twin::ExpiryReport all = report("Server");
  EXPECT_THAT(expiry_page(all, "plex.lab"), Not(HasSubstr("Grade")));
  all.rows.front().grade = "hollow";
  EXPECT_THAT(expiry_page(all, "plex.lab"),
              AllOf(HasSubstr("<th scope=\"col\">Grade</th>"), HasSubstr("<td>hollow</td>"),
                    HasSubstr("<td>the lab&#39;s own</td>"), HasSubstr("Grade: what a row rests on.")));
}

}  // namespace
}  // namespace ringside::harness
