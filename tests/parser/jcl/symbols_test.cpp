// tests/parser/jcl/symbols_test.cpp - JCL symbols: where they end, where they mean something, what they are worth.
#include "parser/jcl/symbols.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Symbols : public testing::Test {
 protected:
  Symbols() {
    symbols_.set("A", "one");
    symbols_.set("B", "TWO");
    symbols_.set("NONE", "");
  }
  std::string replaced(std::string_view field) { return substitute(field, symbols_).text; }
  std::vector<std::string> unknown(std::string_view field) {
    std::vector<std::string> names;
    for (const UnresolvedSymbol& one : substitute(field, symbols_).unresolved) names.push_back(one.name);
    return names;
  }
  std::string in_data(std::string_view record) {
    std::vector<std::string> unresolved;
    return substitute_record(record, {{"A", "one"}, {"LONG", "a longer value"}, {"NONE", ""}}, unresolved);
  }
  JclSymbols symbols_{"IBMUSER"};
};

TEST_F(Symbols, EndAtAPeriodWhichGoesAway) {
  EXPECT_EQ(replaced("NOTIFY=&SYSUID"), "NOTIFY=IBMUSER");
  EXPECT_EQ(replaced("DSN=&SYSUID..CERT"), "DSN=IBMUSER.CERT");
  EXPECT_EQ(replaced("DSN=&A.1"), "DSN=one1");
  EXPECT_EQ(replaced("&A..&B..LST"), "one.TWO.LST");
  EXPECT_EQ(replaced("&A.&B..LST"), "oneTWO.LST");
  EXPECT_EQ(replaced("X&NONE.Y"), "XY");
}

TEST_F(Symbols, WithoutAValueStayAndAreNamed) {
  EXPECT_EQ(replaced("DSN=&HLQ..X"), "DSN=&HLQ..X");
  EXPECT_THAT(unknown("DSN=&HLQ..X"), ElementsAre("HLQ"));
  EXPECT_THAT(unknown("DSN=&TEMP"), IsEmpty()) << "a temporary data set";
  EXPECT_THAT(unknown("DSN=&&TEMP,DISP=&A"), IsEmpty());
  EXPECT_EQ(replaced("DSN=&&A"), "DSN=&&A");
  EXPECT_EQ(replaced("X=&TOOLONGNAME"), "X=&TOOLONGNAME");
}

// JCL Reference, "Coding symbols in apostrophes".
TEST_F(Symbols, BetweenApostrophesMeanSomethingInSomeOperands) {
  EXPECT_EQ(replaced("PGM=X,PARM='&A &INPUT&B'"), "PGM=X,PARM='one &INPUTTWO'");
  EXPECT_EQ(replaced("EMAIL='&A'"), "EMAIL='&A'");
  EXPECT_THAT(substitute("EMAIL='&A'", symbols_).literal, ElementsAre("A"));
  EXPECT_EQ(replaced("DSN=&A'&B',DISP=OLD"), "DSN=one'TWO',DISP=OLD");
  EXPECT_EQ(replaced("PARM='&&A'"), "PARM='&A'");
  EXPECT_EQ(replaced("PARM.STEP='&A'"), "PARM.STEP='one'");
}

// The values of the example in "Determining equivalent JCL".
TEST_F(Symbols, TakeTheirValuesWithoutApostrophes) {
  EXPECT_EQ(read_assignment("SYM1='What''''s up, Doc?'").value, "What''s up, Doc?");
  EXPECT_EQ(read_assignment("SYM2=(DEF)").value, "(DEF)");
  EXPECT_EQ(read_assignment("SYM3=&&&&TEMP1").value, "&&TEMP1");
  EXPECT_EQ(read_assignment("SYM4='&&TEMP2'").value, "&&TEMP2");
  EXPECT_EQ(read_assignment("X=").value, "");
  EXPECT_EQ(read_assignment("X=''").value, "");
  EXPECT_EQ(read_assignment("'A=B'").name, "");
  EXPECT_THAT(field_parts("A='1,2',B=(3,4),,C="), ElementsAre("A='1,2'", "B=(3,4)", "", "C="));
}

// "Examples of coding symbols in nested procedures", Example 1.
TEST_F(Symbols, OfNestedCallsHideThoseOutside) {
  symbols_.set("A", "123");
  symbols_.set("B", "456");
  symbols_.enter();
  symbols_.assign("A", "");
  symbols_.assign("C", "789");
  symbols_.assign("A", "234");  // PROC comes after EXEC
  symbols_.assign("C", "GHI");
  EXPECT_EQ(replaced("(&A,&B,&C)"), "(,456,789)");
  symbols_.enter();
  symbols_.assign("A", "ABC");
  symbols_.assign("B", "DEF");
  EXPECT_EQ(replaced("(&A,&B,&C)"), "(ABC,DEF,789)");
  symbols_.leave();
  EXPECT_EQ(replaced("(&A,&B,&C)"), "(,456,789)");
  symbols_.leave();
  EXPECT_EQ(replaced("(&A,&B,&C)"), "(123,456,&C)");
}

// The example of the EXPORT statement.
TEST_F(Symbols, AreExportedWithTheValueSetSince) {
  symbols_.export_symbol("SYM1");
  symbols_.export_symbol("A");
  symbols_.set("SYM1", "SYMVAL1");
  EXPECT_EQ(symbols_.exported()->at("SYM1"), "SYMVAL1");
  EXPECT_EQ(symbols_.exported()->at("A"), "") << "it was set before EXPORT";
  EXPECT_EQ(symbols_.exported()->at("SYSUID"), "IBMUSER");
  EXPECT_FALSE(symbols_.exported()->contains("B"));
  symbols_.set("SYM1", "NEWSYMVAL");
  EXPECT_EQ(symbols_.exported()->at("SYM1"), "NEWSYMVAL");
}

TEST_F(Symbols, AreAllExportedByAnAsterisk) {
  symbols_.export_all();
  symbols_.set("C", "three");
  EXPECT_EQ(symbols_.exported()->at("C"), "three");
  EXPECT_FALSE(symbols_.exported()->contains("A")) << "it was set before EXPORT";
}

TEST_F(Symbols, InDataKnowNoApostrophes) {
  EXPECT_EQ(in_data("CN('&A. CA') &LOWER &a"), "CN('one CA') &LOWER &a");
  EXPECT_EQ(in_data("ADD('&NONE.')"), "ADD('')");
}

TEST_F(Symbols, InDataKeepTheColumnsBehindThem) {
  EXPECT_EQ(in_data("&LONG.    +   00010000"), "a longer value + 00010000");
  EXPECT_EQ(in_data("&A         X"), "one        X") << "two characters became three, and one blank went";
  EXPECT_EQ(in_data("&NONE.   X"), "         X");
}

TEST_F(Symbols, OfOneAssignedNameAreUsedOrNot) {
  symbols_.enter();
  symbols_.assign("P", "1");
  symbols_.assign("Q", "1");
  replaced("X=&P");
  EXPECT_FALSE(symbols_.is_unused("P"));
  EXPECT_TRUE(symbols_.is_unused("Q"));
}

}  // namespace
}  // namespace ringside::parser
