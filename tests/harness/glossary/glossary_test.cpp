// tests/harness/glossary/glossary_test.cpp - everything that is told is explained, and found by what people paste.
#include "harness/glossary/glossary.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "harness/trust/reason.hpp"
#include "tests/support/places.hpp"

namespace ringside::harness::glossary {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string name_of(std::string_view text) {
  const Entry* entry = find(text);
  return entry == nullptr ? "" : entry->name;
}

TEST(Glossary, TellsTheTextAndTheOccasionOfEachEntry) {
  std::set<std::string> names;
  for (const Entry& entry : entries()) {
    EXPECT_TRUE(names.insert(entry.name).second) << entry.name << " is there twice";
    EXPECT_THAT(entry.meanings, Not(IsEmpty())) << entry.name;
    for (const std::string& meaning : entry.meanings) EXPECT_THAT(meaning, Not(IsEmpty())) << entry.name;
    EXPECT_THAT(entry.when, Not(IsEmpty())) << entry.name;
  }
}

TEST(Glossary, HasEveryVerdictWithItsCure) {
  for (const std::string& verdict : reason_names()) {
    const Entry* entry = find(verdict);
    ASSERT_NE(entry, nullptr) << verdict;
    EXPECT_EQ(entry->kind, Kind::verdict) << verdict;
    EXPECT_THAT(entry->advice, Not(IsEmpty())) << verdict;
  }
}

TEST(Glossary, HasEveryCodeOfRDatalib) {
  for (const auto& row : racf::datalib::meanings()) {
    const Entry* entry = find(to_string(row.codes));
    ASSERT_NE(entry, nullptr) << to_string(row.codes);
    EXPECT_THAT(entry->meanings, Contains(HasSubstr(std::string(row.text))));
  }
}

TEST(Glossary, HasEveryMessageThatTheSourcesName) {
  const std::regex number("\"((?:IRR|ICH|IKJ|IEF|IDC|IGD|IEC|IEB|IEA|CSV|RSD)[A-Z]?[0-9]{2,5}[A-Z])[\" ]");
  std::size_t count = 0;
  for (const char* room : {"parser", "emulator"})
    for (const auto& file : std::filesystem::recursive_directory_iterator(test_support::source_folder() / room)) {
      if (file.path().extension() != ".cpp") continue;
      std::ostringstream content;
      content << std::ifstream(file.path()).rdbuf();
      const std::string text = content.str();
      for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at, ++count)
        EXPECT_EQ(name_of((*at)[1].str()), (*at)[1].str()) << file.path();
    }
  EXPECT_GT(count, 20U) << "the expression finds the messages of PARSE and of the converter";
}

TEST(Glossary, AdvisesOnTheMostFrequentMessages) {
  std::size_t messages = 0, advice = 0;
  for (const Entry& entry : entries()) {
    if (entry.kind == Kind::message && !entry.advice.empty()) ++messages;
    advice += entry.advice.size();
  }
  EXPECT_GE(messages, 60U);
  std::size_t rows = 0;
#define RINGSIDE_ADVICE(term, cause, cure) ++rows;
#include "harness/glossary/advice.inc"
#undef RINGSIDE_ADVICE
  EXPECT_EQ(advice, rows) << "a row of advice.inc belongs to no entry";
}

TEST(Glossary, FindsWhatPeoplePaste) {
  const std::vector<std::pair<const char*, const char*>> pasted = {
      {"irrd109i", "IRRD109I"},
      {"IRRD109", "IRRD109I"},
      {"IRRD109I The certificate cannot be added.  Profile 00.CN=x is already defined.", "IRRD109I"},
      {"RSD412W", "RSD412W"},
      {"8/8/84", "8/8/84"},
      {"(8, 8, 84)", "8/8/84"},
      {"8 8 8", "8/8/8"},
      {"R_datalib answers 8/8/84, the ring does not exist", "8/8/84"},
      {"not on ring", "not on ring"},
      {"notrust", "NOTRUST"},
      {"same name another key", "same name, another key"},
      {"error:0A000086:SSL routines::certificate verify failed", "certificate verify failed"},
      {"SSL: CERTIFICATE_VERIFY_FAILED", "certificate verify failed"},
      {"certificate verify failed: unable to get local issuer certificate", "unable to get local issuer certificate"},
      {"UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "unable to get local issuer certificate"},
      {"SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate in certificate chain"},
      {"self signed certificate", "self-signed certificate"},
      {"tlsv1 alert unknown ca:SSL alert number 48", "unknown ca"},
      {"certificate has expired", "certificate expired"},
      {"PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid "
       "certification path to requested target",
       "PKIX path building failed"},
      {"x509: certificate signed by unknown authority", "unable to get local issuer certificate"},
  };
  for (const auto& [text, name] : pasted) EXPECT_EQ(name_of(text), name) << text;
}

TEST(Glossary, KnowsItsLimitsAndNamesNeighbours) {
  for (const char* text : {"", " ", "nonsense", "IRRD999I", "9/9/9", "1/2/3/4"}) EXPECT_EQ(find(text), nullptr) << text;
  EXPECT_THAT(near_misses("IRRD999I"), Contains(testing::StartsWith("IRRD")));
  EXPECT_THAT(near_misses("IRD109I"), Contains("IRRD109I"));
  EXPECT_THAT(near_misses("not on rnig"), Contains("not on ring"));
  EXPECT_THAT(near_misses("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"), IsEmpty());
}

TEST(Glossary, FitsTheWidth) {
  for (const Entry& entry : entries())
    for (const std::string& line : entry_lines(entry, 60)) EXPECT_LE(line.size(), 80U) << line;
}

}  // namespace
}  // namespace ringside::harness::glossary
