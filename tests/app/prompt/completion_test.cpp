// tests/app/prompt/completion_test.cpp - what the tabulator offers at each place of a command.
#include "app/prompt/completion.hpp"

#include <gmock/gmock.h>

namespace ringside::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> known(const OpenOperand& operand) {
  if (operand.name == "LABEL" && operand.owner == "CERTAUTH") return {"zOSMFCA", "Our CA", "Our other CA"};
  if (operand.name == "LABEL" && operand.owner == "IZUSVR") return {"DefaultzOSMFCert.IZUDFLT"};
  if (operand.name == "RING" && operand.owner == "IZUSVR") return {"IZUKeyring.IZUDFLT"};
  if (operand.name == "ID") return {"IZUSVR", "IBMUSER"};
  if (operand.kind == parser::ValueKind::user_id) return {"ANN", "BOB"};
  if (operand.kind == parser::ValueKind::class_name) return {"FACILITY", "RDATALIB"};
  if (operand.kind == parser::ValueKind::entity && operand.class_name == "FACILITY") return {"IRR.DIGTCERT.LIST"};
  if (operand.kind == parser::ValueKind::data_set) return {"SATURN.B64"};
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
  EXPECT_THAT(after("RACDCERT CERTAUTH LIST(LABEL('our "), IsEmpty()) << "'our' would stay";
}

TEST(Completion, OffersTheLabelsOfTheOwnerThatTheInnermostParenthesesName) {
  EXPECT_THAT(after("RACDCERT ID(IZUSVR) LIST(LABEL('"), ElementsAre("DefaultzOSMFCert.IZUDFLT"));
  EXPECT_THAT(after("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zos"), ElementsAre("zOSMFCA"));
  EXPECT_THAT(after("RACDCERT CERTAUTH GENCERT SIGNWITH(ID(IZUSVR) LABEL('"), ElementsAre("DefaultzOSMFCert.IZUDFLT"));
}

TEST(Completion, OffersTheRingsOfTheOwnerOutsideOfAllParentheses) {
  EXPECT_THAT(after("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zOSMFCA') RING("), ElementsAre("IZUKeyring.IZUDFLT"));
}

TEST(Completion, PutsALabelOrADataSetIntoApostrophes) {
  EXPECT_THAT(after("RACDCERT CERTAUTH LIST(LABEL(zos"), ElementsAre("'zOSMFCA'"));
  EXPECT_THAT(after("RACDCERT CERTAUTH ADD(S"), ElementsAre("'SATURN.B64'"));
  EXPECT_THAT(after("RACDCERT CERTAUTH ADD('S"), ElementsAre("SATURN.B64"));
}

TEST(Completion, OffersPositionalOperandsAndListsOfThem) {
  EXPECT_THAT(after("ALTUSER A"), ElementsAre("ANN"));
  EXPECT_THAT(after("DELUSER (ANN B"), ElementsAre("BOB"));
  EXPECT_THAT(after("RLIST "), ElementsAre("FACILITY", "RDATALIB"));
  EXPECT_THAT(after("RLIST FACILITY IRR"), ElementsAre("IRR.DIGTCERT.LIST"));
  EXPECT_THAT(after("RLIST FACILITY IRR.DIGTCERT.LIST AUTH"), ElementsAre("AUTHUSER"));
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
