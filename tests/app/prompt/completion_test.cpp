// tests/app/prompt/completion_test.cpp - what the tabulator offers at each place of a command.
#include "app/prompt/completion.hpp"

#include <gmock/gmock.h>

namespace ringside::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> known(std::string_view operand, std::string_view) {
  if (operand == "LABEL") return {"zOSMFCA", "Our CA", "Our other CA"};
  if (operand == "ID") return {"IZUSVR", "IBMUSER"};
  return {};
}

std::vector<std::string> after(const std::string& text) {
  return completions(text, known);
}

TEST(Completion, BeginsWithCommands) {
  EXPECT_THAT(after("RACD"), ElementsAre("RACDCERT"));
  EXPECT_THAT(after(""), Contains("SETROPTS"));
}

TEST(Completion, OffersTheOperandsOfTheCommandInAnyCase) {
  EXPECT_THAT(after("racdcert gencer"), ElementsAre("GENCERT"));
  EXPECT_THAT(after("RACDCERT CERTAUTH LISTC"), ElementsAre("LISTCHAIN"));
}

TEST(Completion, OffersTheOperandsOfTheOpenParenthesis) {
  EXPECT_THAT(after("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LA"), ElementsAre("LABEL"));
  EXPECT_THAT(after("RACDCERT GENCERT SUBJECTSDN(C"), ElementsAre("C", "CN"));
  EXPECT_THAT(after("RACDCERT GENCERT KEYUSAGE( HAND"), ElementsAre("HANDSHAKE"));
}

TEST(Completion, ComesBackToTheCommandBehindTheParenthesis) {
  EXPECT_THAT(after("RACDCERT GENCERT SUBJECTSDN(CN('x')) WITHL"), ElementsAre("WITHLABEL"));
}

TEST(Completion, OffersNamesThatTheLabHas) {
  EXPECT_THAT(after("RACDCERT ID(IZ"), ElementsAre("IZUSVR"));
  EXPECT_THAT(after("RACDCERT CERTAUTH LIST(LABEL('zos"), ElementsAre("zOSMFCA"));
}

TEST(Completion, OffersThePartOfALabelBehindItsLastBlank) {
  EXPECT_THAT(after("RACDCERT CERTAUTH LIST(LABEL('Our "), ElementsAre("CA", "other CA"));
}

TEST(Completion, OffersNothingWhereNothingIsKnown) {
  EXPECT_THAT(after("NOSUCH OPER"), IsEmpty());
  EXPECT_THAT(after("RACDCERT NOSUCH(LAB"), IsEmpty());
  EXPECT_THAT(after("RACDCERT GENCERT SUBJECTSDN(CN('LAB"), IsEmpty());
  EXPECT_THAT(after("'"), IsEmpty());
}

TEST(Completion, OffersNoOperandsInsideAnOpenValue) {
  EXPECT_THAT(after("RACDCERT CERTAUTH LIST(LABEL('"), Not(Contains("LABEL")));
}

}  // namespace
}  // namespace ringside::app
