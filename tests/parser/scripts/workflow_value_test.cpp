// tests/parser/scripts/workflow_value_test.cpp - values that variables of workflows take, and those that they refuse.
#include "parser/scripts/workflow_value.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

/// What value_problem() says of a value for the element in `xml`.
std::string problem(const std::string& xml, const std::string& value) {
  pugi::xml_document document;
  document.load_string(xml.c_str());
  return value_problem(document.document_element(), value);
}

TEST(WorkflowValue, ChoicesBindOnlyIfTheyMust) {
  const std::string choices = "<choice>A</choice><choice> B </choice></string>";
  EXPECT_EQ(problem("<string valueMustBeChoice='true'>" + choices, "B"), "");
  EXPECT_EQ(problem("<string valueMustBeChoice='true'>" + choices, "C"), "must be one of A, B");
  EXPECT_EQ(problem("<string>" + choices, "C"), "");
}

TEST(WorkflowValue, LengthsAreCountedInCharacters) {
  const std::string xml = "<string><minLength>2</minLength><maxLength>3</maxLength></string>";
  EXPECT_EQ(problem(xml, "\u00e4"), "must have at least 2 characters");
  EXPECT_EQ(problem(xml, "\u00e4\u00e4\u00e4"), "");
  EXPECT_EQ(problem(xml, "abcd"), "must have at most 3 characters");
}

TEST(WorkflowValue, NumbersHaveBounds) {
  const std::string bounds = "<minValue>1</minValue><maxValue>10</maxValue>";
  EXPECT_EQ(problem("<integer>" + bounds + "</integer>", "10"), "");
  EXPECT_EQ(problem("<integer>" + bounds + "</integer>", "0"), "must be at least 1");
  EXPECT_EQ(problem("<integer>" + bounds + "</integer>", "11"), "must be at most 10");
  EXPECT_EQ(problem("<integer/>", "1.5"), "must be a whole number");
  EXPECT_EQ(problem("<decimal/>", "1.5"), "");
  EXPECT_EQ(problem("<decimal/>", "one"), "must be a number");
  EXPECT_EQ(problem("<boolean/>", "yes"), "must be true or false");
}

TEST(WorkflowValue, AnExpressionMatchesTheWholeValue) {
  const std::string xml =
      "<string><regularExpression>^\\/([^\\/]+\\/)+$</regularExpression><errorMessage>Slash, please</errorMessage>"
      "</string>";
  EXPECT_EQ(problem(xml, "/tmp/"), "");
  EXPECT_EQ(problem(xml, "/tmp"), "must match ^\\/([^\\/]+\\/)+$ (Slash, please)");
  EXPECT_EQ(problem("<string><regularExpression>[0-9]{1,7}</regularExpression></string>", "12a"),
            "must match [0-9]{1,7}");
  EXPECT_EQ(problem("<string><regularExpression>(?i:x</regularExpression></string>", "y"), "") << "cannot be read here";
}

TEST(WorkflowValue, AnExpressionMadeToHurtEnds) {
  EXPECT_EQ(problem("<string><regularExpression>(a|aa)+b</regularExpression></string>", std::string(60, 'a')),
            "must match (a|aa)+b");
}

TEST(WorkflowValue, NamesOfZosAreKnown) {
  const auto type = [](const std::string& name) {
    return "<string><validationType>" + name + "</validationType></string>";
  };
  EXPECT_EQ(problem(type("DSNAME"), "ibmuser.cert"), "");
  EXPECT_EQ(problem(type("DSNAME"), "A..B"), "must be a data set name");
  EXPECT_EQ(problem(type("DSNAME"), "1A"), "must be a data set name");
  EXPECT_EQ(problem(type("USERID"), "TOOLONGID"), "must be a user ID");
  EXPECT_EQ(problem(type("VOLSER"), "VOL001"), "");
  EXPECT_EQ(problem(type("OTHER"), "?"), "");
}

}  // namespace
}  // namespace ringside::parser
