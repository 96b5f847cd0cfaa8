// tests/app/commands/issue_names_test.cpp - names from a template and from CSV, and what is refused.
#include "app/commands/issue_names.hpp"

#include <gmock/gmock.h>

#include "app/program.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

std::string listed(const std::vector<crypto::NamePart>& parts) {
  std::string text;
  for (const auto& part : parts) text += part.attribute + "=" + part.value + ";";
  return text;
}

std::string refusal(const std::string& csv) {
  try {
    names_in_csv("names.csv", csv, 1);
  } catch (const UsageError& e) {
    return e.what();
  }
  return "";
}

TEST(SubjectParts, StandInRacfsOrder) {
  EXPECT_EQ(listed(subject_parts("c=US, O=Ringside,CN=a.example.com,ou=One,OU=Two")),
            "CN=a.example.com;OU=One;OU=Two;O=Ringside;C=US;");
  EXPECT_EQ(listed(subject_parts("CN=a\\,b,O=x\\\\y")), "CN=a,b;O=x\\y;");
}

TEST(SubjectParts, RefuseWhatIsNoAttribute) {
  EXPECT_THROW(subject_parts("CN=a,DC=b"), UsageError);
  EXPECT_THROW(subject_parts("CN"), UsageError);
  EXPECT_THROW(subject_parts("CN=a,"), UsageError);
}

TEST(Numbered, PutsTheNumberEverywhere) {
  const IssueName name = numbered({"host{n}", {{"CN", "h{n}.r{n}.example"}, {"O", "Ringside"}}}, 12);
  EXPECT_EQ(name.label, "host12");
  EXPECT_EQ(listed(name.subject), "CN=h12.r12.example;O=Ringside;");
}

TEST(NamesInCsv, ReadsColumnsInAnyOrderAndQuotes) {
  const auto names = names_in_csv("f", "o,Label,cn\r\n\"Acme, \"\"Inc\"\"\",one, a.example \r\n,two,b\n\n", 1);
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].label, "one");
  EXPECT_EQ(listed(names[0].subject), "CN=a.example;O=Acme, \"Inc\";");
  EXPECT_EQ(listed(names[1].subject), "CN=b;");
}

TEST(NamesInCsv, ReadsNamesOfAltnameAByteOrderMarkAndNumbers) {
  const auto names = names_in_csv(
      "f", "\xEF\xBB\xBFlabel,CN,ip,Domain\r\nweb{n},\"a\r\nb\",10.0.0.{n},\r\n\r\nx,y,,h{n}.example\r\n", 7);
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].label, "web7");
  EXPECT_EQ(listed(names[0].subject), "CN=a\r\nb;");
  EXPECT_EQ(listed(names[0].alt_names), "IP=10.0.0.7;");
  EXPECT_EQ(listed(names[1].alt_names), "DOMAIN=h8.example;");
  EXPECT_EQ(names[0].line, 2u);
  EXPECT_EQ(names[1].line, 5u) << "the first row has two lines, and one line is empty";
}

TEST(NamesInCsv, NameTheLineAndTheCauseOfAMistake) {
  EXPECT_THAT(refusal(""), HasSubstr("is empty"));
  EXPECT_THAT(refusal("cn\n"), HasSubstr("line 1: there must be one column 'label'"));
  EXPECT_THAT(refusal("label,dc\n"), HasSubstr("line 1: column DC is not one of"));
  EXPECT_THAT(refusal("label,cn\na,b\nc\n"), HasSubstr("line 3: 1 fields, but the first line names 2"));
  EXPECT_THAT(refusal("label,cn\na,b\na,c\n"), HasSubstr("line 3: the label 'a' occurs twice"));
  EXPECT_THAT(refusal("label,cn\na,\"b\n"), HasSubstr("line 2: a quote is not closed"));
  EXPECT_THAT(refusal("label,cn\n\"a\"b,c\n"), HasSubstr("line 2: text follows a closing quote"));
  EXPECT_THAT(refusal("label,cn\n,c\n"), HasSubstr("line 2: the label is empty"));
  EXPECT_THAT(refusal("label;cn\n"), HasSubstr("line 1: columns are separated by ','"));
  EXPECT_THAT(refusal("label,cn,ip,IP\n"), HasSubstr("line 1: column IP occurs twice"));
  EXPECT_THAT(refusal(std::string("\xFF\xFEl\0a\0", 6)), HasSubstr("names.csv: is not a text in UTF-8"));
}

}  // namespace
}  // namespace ringside::app
