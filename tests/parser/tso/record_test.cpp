// tests/parser/tso/record_test.cpp - records of SYSTSIN to commands.
#include "parser/tso/record.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/parse.hpp"

namespace ringside::parser::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A record of text with a sequence number in columns 73 to 80.
std::string numbered(std::string text, const std::string& sequence = "00010000") {
  text.resize(72, ' ');
  return text + sequence;
}

TEST(TsoRecord, EndsACommandWithItsRecord) {
  EXPECT_THAT(commands({"PROFILE", "", "END"}), ElementsAre("PROFILE", "", "END"));
}

TEST(TsoRecord, DropsColumns73To80AndTakesTheContinuationBeforeThem) {
  EXPECT_THAT(commands({numbered(" notafter(date(2022/12/31) +"), numbered("   size(2048)")}),
              ElementsAre(" notafter(date(2022/12/31) size(2048)"));
  EXPECT_THAT(commands({std::string(71, 'A') + "+" + "00010000", "B"}), ElementsAre(std::string(71, 'A') + "B"));
}

TEST(TsoRecord, StripsTrailingBlanksBeforeItLooksForAContinuation) {
  EXPECT_THAT(commands({"RACDCERT LIST +          ", "  ID(A)"}), ElementsAre("RACDCERT LIST ID(A)"));
}

TEST(TsoRecord, PlusTakesTheNextRecordsLeadingSeparatorsAndComments) {
  EXPECT_THAT(commands({"A +", " ,\t B"}), ElementsAre("A B"));
  EXPECT_THAT(commands({"A +", "  /* why */ , B"}), ElementsAre("A B"));
  EXPECT_THAT(commands({"WITHLA+", "   BEL('x')"}), ElementsAre("WITHLABEL('x')"));
  EXPECT_THAT(commands({"LABEL('My +", "    CA')"}), ElementsAre("LABEL('My CA')"));
}

TEST(TsoRecord, MinusKeepsTheNextRecordsLeadingBlanks) {
  EXPECT_THAT(commands({"LABEL('My -", "    CA')"}), ElementsAre("LABEL('My     CA')"));
  EXPECT_THAT(commands({"DSN('x')-", "  FORMAT(CERTB64)"}), ElementsAre("DSN('x')  FORMAT(CERTB64)"));
}

TEST(TsoRecord, PlusGluedToAParenthesisIsAContinuation) {
  EXPECT_THAT(commands({"GENCERT SUBJECTSDN(+", "  OU('IZUDFLT') )+", "  ALTNAME(IP(10.1.1.2))"}),
              ElementsAre("GENCERT SUBJECTSDN(OU('IZUDFLT') )ALTNAME(IP(10.1.1.2))"));
}

TEST(TsoRecord, ABlankRecordEndsAContinuedCommand) {
  EXPECT_THAT(commands({"A +", "   ", "B"}), ElementsAre("A ", "B"));
}

TEST(TsoRecord, ACommentAloneIsABlankCommand) {
  EXPECT_THAT(commands({" /* ... if it's specified ... */"}), ElementsAre(""));
  EXPECT_THAT(commands({" /* Create certificates for the OP server", "", "PROFILE"}), ElementsAre("", "", "PROFILE"));
}

TEST(TsoRecord, AnUnclosedCommentThatIsContinuedStaysOneComment) {
  EXPECT_THAT(commands({"/*  RACDCERT GENCERT ID(&ZOWEUSER.) +", "/*    SUBJECTSDN(CN('x')) +", "/*    TRUST", "END"}),
              ElementsAre("", "END"));
  EXPECT_THAT(commands({"/* a +", "b */ PROFILE"}), ElementsAre("/* a b */ PROFILE"));
}

TEST(TsoRecord, ACommentMayStandBeforeAContinuation) {
  EXPECT_THAT(commands({"RACDCERT LIST /* all */ +", " ID(A)"}), ElementsAre("RACDCERT LIST /* all */ ID(A)"));
}

TEST(TsoRecord, AContinuationAtTheEndOfTheInputEndsTheCommand) {
  EXPECT_THAT(commands({"PROFILE +"}), ElementsAre("PROFILE "));
  EXPECT_THAT(commands({}), IsEmpty());
}

TEST(TsoRecord, KeepsTheRecordsAsReadForTheEcho) {
  const auto stream = read_commands(records({numbered("A +"), "  B"}));
  ASSERT_EQ(stream.commands.size(), 1u);
  ASSERT_EQ(stream.commands[0].records.size(), 2u);
  EXPECT_EQ(stream.commands[0].records[0].text, numbered("A +"));
  EXPECT_EQ(stream.commands[0].records[1].line, 2);
}

TEST(TsoRecord, FindsThePlaceOfEachCharacterInItsOwnRecord) {
  const auto stream = read_commands(records({"  AB +", "    CD -", "  EF"}));
  const CommandText& command = stream.commands.at(0);
  ASSERT_EQ(command.text, "  AB CD   EF");
  EXPECT_EQ(command.position(2), (Position{1, 3}));
  EXPECT_EQ(command.position(5), (Position{2, 5}));
  EXPECT_EQ(command.position(10), (Position{3, 3}));
  EXPECT_EQ(command.position(999), (Position{3, 5}));
}

TEST(TsoRecord, CountsCharactersNotBytesInAColumn) {
  const auto stream = read_commands(records({"\u2019\u2019X"}));
  EXPECT_EQ(stream.commands.at(0).position(6), (Position{1, 3}));
  EXPECT_EQ(single_command(std::string(300, 'a') + "\u2019b").position(303), (Position{1, 302}));
}

std::vector<std::string> notes_on(const std::vector<std::string>& lines) {
  std::vector<std::string> texts;
  for (const RecordNote& note : read_commands(records(lines)).notes)
    texts.push_back(std::to_string(note.where.line) + ":" + std::to_string(note.where.column) + " " + note.text);
  return texts;
}

TEST(TsoRecord, NotesTextWhereSequenceNumbersStand) {
  EXPECT_THAT(notes_on({numbered("PROFILE"), numbered("PROFILE", "        ")}), IsEmpty());
  EXPECT_THAT(notes_on({numbered("PROFILE", "JOB19642")}), ElementsAre(HasSubstr("1:73 text past column 72")));
  EXPECT_THAT(notes_on({numbered("PROFILE") + " and more"}), ElementsAre(HasSubstr("past column 72")));
}

TEST(TsoRecord, NotesWhatWordProcessorsDoToACommand) {
  EXPECT_THAT(notes_on({"RACDCERT LIST(LABEL(\u2019x\u2019))"}),
              ElementsAre(HasSubstr("1:21 a right single quotation")));
  EXPECT_THAT(notes_on({"RACDCERT LIST \u2013"}), ElementsAre(HasSubstr("an en dash")));
  EXPECT_THAT(notes_on({"/* it\u2019s a comment */"}), IsEmpty());
}

TEST(TsoRecord, NotesTabsAndThePrefixTso) {
  EXPECT_THAT(notes_on({"RACDCERT\tLIST"}), ElementsAre(HasSubstr("1:9 a tab")));
  EXPECT_THAT(notes_on({" TSO RACDCERT LIST"}), ElementsAre(HasSubstr("1:2 the prefix TSO")));
  EXPECT_THAT(notes_on({"TSO"}), IsEmpty());
}

}  // namespace
}  // namespace ringside::parser::test
