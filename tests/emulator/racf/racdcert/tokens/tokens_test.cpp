// tests/emulator/racf/racdcert/tokens/tokens_test.cpp - ADDTOKEN, DELTOKEN and LISTTOKEN: tokens, what they show, who
// may use them.
#include <gmock/gmock.h>

#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"
#include "tests/support/golden.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::message_ids;
using test_support::ZosmfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A lab with z/OSMF's certificates in the token ZOSMF.TOKEN.
struct TokenLab : ZosmfLab {
  TokenLab() {
    set_up();
    must("RACDCERT ADDTOKEN(zosmf.token)");
    must("RACDCERT BIND(TOKEN(ZOSMF.TOKEN) ID(IZUSVR) LABEL('DefaultzOSMFCert.IZUDFLT') DEFAULT)");
    must("RACDCERT BIND(TOKEN(ZOSMF.TOKEN) CERTAUTH LABEL('zOSMFCA'))");
  }
  database::Tokens& tokens() { return session().database.tokens; }
};

// Runs a command that must be refused with this message and change nothing.
host::CommandResult expect_refusal(ZosmfLab& lab, const std::string& command, const std::string& message,
                                   const std::string& user = "IBMUSER") {
  const auto before = lab.lab().fingerprint_of_data();
  auto refused = lab.run_as(user, command);
  EXPECT_EQ(refused.return_code, 8) << command;
  EXPECT_EQ(refused.shown().empty() ? "" : refused.shown().back(), message) << command;
  EXPECT_EQ(lab.lab().fingerprint_of_data(), before) << command;
  return refused;
}

TEST(RacdcertAddtoken, FoldsTheNameAndRefusesATokenThatExists) {
  ZosmfLab lab;
  lab.must("RACDCERT ADDTOKEN(@my.Token#1)");
  EXPECT_THAT(lab.session().database.tokens.names(), ElementsAre("@MY.TOKEN#1"));
  expect_refusal(lab, "RACDCERT ADDTOKEN(@MY.TOKEN#1)",
                 "IRRD170I Token @MY.TOKEN#1 cannot be added.  It already exists.");
}

class RacdcertTokenName : public testing::TestWithParam<const char*> {};

TEST_P(RacdcertTokenName, IsRefusedByAddtoken) {
  ZosmfLab lab;
  const auto before = lab.lab().fingerprint_of_data();
  EXPECT_EQ(lab.run(std::string("RACDCERT ADDTOKEN(") + GetParam() + ")").return_code, 8);
  EXPECT_EQ(lab.lab().fingerprint_of_data(), before);
}

INSTANTIATE_TEST_SUITE_P(Table, RacdcertTokenName,
                         testing::Values("1ABC", ".ABC", "A-B", "A_B", "*", "\xc3\x84",
                                         "A23456789012345678901234567890123"));

TEST(RacdcertAddtoken, TakesThirtyTwoCharacters) {
  ZosmfLab lab;
  lab.must("RACDCERT ADDTOKEN(A2345678901234567890123456789012)");
}

TEST(RacdcertAddtoken, SaysThatATokenHasNoOwner) {
  ZosmfLab lab;
  const auto added = lab.run("RACDCERT ADDTOKEN(T) ID(IZUSVR)");
  EXPECT_EQ(added.return_code, 0);
  EXPECT_THAT(added.diagnostics, Contains(HasSubstr("ID has no meaning for ADDTOKEN")));
}

TEST(RacdcertDeltoken, TakesATokenWithItsCertificates) {
  TokenLab lab;
  lab.must("RACDCERT DELTOKEN(ZOSMF.TOKEN)");
  EXPECT_THAT(lab.tokens().names(), IsEmpty());
  EXPECT_TRUE(lab.record("irrcerta", "zOSMFCA"));
  lab.must("RACDCERT ADDTOKEN(ZOSMF.TOKEN)");
  EXPECT_THAT(lab.tokens().objects("ZOSMF.TOKEN"), IsEmpty());
  lab.must("RACDCERT DELTOKEN(ZOSMF.TOKEN)");
}

TEST(RacdcertDeltoken, NeedsForceForObjectsThatRacfDoesNotSupport) {
  TokenLab lab;
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('d')) WITHLABEL('d') DSA SIZE(2048)");
  database::TokenObject object{0, "d", "IBMUSER", "PERSONAL", false, lab.record("IBMUSER", "d")->der, {}};
  lab.tokens().add_object("ZOSMF.TOKEN", object);
  expect_refusal(lab, "RACDCERT DELTOKEN(ZOSMF.TOKEN)",
                 "IRRD174I Token ZOSMF.TOKEN contains object(s) that are not supported by RACF.  The request is not "
                 "processed.");
  lab.must("RACDCERT DELTOKEN(ZOSMF.TOKEN) FORCE");
  EXPECT_THAT(lab.tokens().names(), IsEmpty());
}

TEST(RacdcertDeltoken, RefusesATokenThatDoesNotExist) {
  ZosmfLab lab;
  expect_refusal(lab, "RACDCERT DELTOKEN(NO.SUCH) FORCE", "RSD220I Token NO.SUCH does not exist.");
}

TEST(RacdcertListtoken, ShowsSequenceAttributesAndLabels) {
  TokenLab lab;
  lab.must("RACDCERT CERTAUTH ALTER(LABEL('zOSMFCA')) NEWLABEL('Jupiter')");
  expect_golden("racdcert/listtoken.txt", lab.shown("RACDCERT LISTTOKEN(zosmf.token)"));
}

TEST(RacdcertListtoken, ShowsAllTokensByName) {
  TokenLab lab;
  lab.must("RACDCERT ADDTOKEN(EMPTY)");
  expect_golden("racdcert/listtoken_all.txt", lab.shown("RACDCERT LISTTOKEN(*)"));
}

TEST(RacdcertListtoken, EndsWithFourWhenNothingIsFound) {
  ZosmfLab lab;
  const auto none = lab.run("RACDCERT LISTTOKEN(*)");
  EXPECT_EQ(none.return_code, 4);
  EXPECT_THAT(none.shown(), ElementsAre("RSD226I No tokens were found."));
  const auto missing = lab.run("RACDCERT LISTTOKEN(NO.SUCH)");
  EXPECT_EQ(missing.return_code, 4);
  EXPECT_THAT(missing.shown(), ElementsAre("RSD220I Token NO.SUCH does not exist."));
  EXPECT_EQ(lab.run("RACDCERT LISTTOKEN(1X)").return_code, 8);
}

TEST(RacdcertTokens, ShowOtherLanguagesAndControlCharactersSafely) {
  ZosmfLab lab;
  lab.must("RACDCERT ADDTOKEN(T)");
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) WITHLABEL('a') SIZE(1024)");
  database::TokenObject object{0, "b\x1b[2J", "irrsitec", "SITE", false, lab.record("irrsitec", "a")->der, {}};
  lab.session().database.tokens.add_object("T", object);
  EXPECT_THAT(lab.shown("RACDCERT LISTTOKEN(T)"), HasSubstr("ICSF: b.[2J\n"));
}

// IZUSVR without SPECIAL, without access to any IRR.DIGTCERT function.
struct UserTokenLab : TokenLab {
  UserTokenLab() {
    must("SETROPTS CLASSACT(FACILITY CRYPTOZ) GENERIC(FACILITY CRYPTOZ)");
    must("RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)");
  }
  void permit(const std::string& access) {
    must("PERMIT IRR.DIGTCERT.* CLASS(FACILITY) ID(IZUSVR) ACCESS(" + access + ")");
  }
};

TEST(RacdcertTokens, NeedNoAuthorityInFacility) {
  UserTokenLab lab;
  for (const char* command : {"ADDTOKEN(NEW)", "LISTTOKEN(*)", "DELTOKEN(NEW)", "DELTOKEN(ZOSMF.TOKEN)"})
    EXPECT_EQ(lab.run_as("IZUSVR", std::string("RACDCERT ") + command).return_code, 0) << command;
}

TEST(RacdcertListtoken, ShowsNothingOfCertificatesThatTheIssuerMayNotList) {
  UserTokenLab lab;
  const auto listed = [&] {
    std::string text;
    for (const std::string& line : lab.run_as("IZUSVR", "RACDCERT LISTTOKEN(ZOSMF.TOKEN)").shown()) text += line + "\n";
    return text;
  };
  expect_golden("racdcert/listtoken_unauthorized.txt", listed());
  lab.permit("READ");
  EXPECT_THAT(listed(), HasSubstr("Owner: ID(IZUSVR)"));
  EXPECT_THAT(listed(), testing::Not(HasSubstr("Owner: CERTAUTH"))) << "the level is by the certificate's owner";
  lab.permit("CONTROL");
  EXPECT_THAT(listed(), HasSubstr("Owner: CERTAUTH"));
  EXPECT_THAT(listed(), HasSubstr("RACF: zOSMFCA"));
}

TEST(RacdcertTokens, AreProtectedByCryptozEvenFromSpecial) {
  TokenLab lab;
  lab.must("SETROPTS CLASSACT(CRYPTOZ) GENERIC(CRYPTOZ)");
  lab.must("RDEFINE CRYPTOZ (SO.ZOSMF.TOKEN USER.ZOSMF.TOKEN SO.NEW) UACC(NONE)");
  // The user who defined the profiles is on their access lists.
  for (const char* profile : {"SO.ZOSMF.TOKEN", "USER.ZOSMF.TOKEN", "SO.NEW"})
    lab.run(std::string("PERMIT ") + profile + " CLASS(CRYPTOZ) ID(IBMUSER) DELETE");
  for (const char* command :
       {"DELTOKEN(ZOSMF.TOKEN) FORCE", "LISTTOKEN(ZOSMF.TOKEN)", "BIND(TOKEN(ZOSMF.TOKEN) CERTAUTH LABEL('zOSMFCA'))",
        "UNBIND(TOKEN(ZOSMF.TOKEN) SEQNUM(1))", "IMPORT(TOKEN(ZOSMF.TOKEN) SEQNUM(1)) ID(IZUSVR)"}) {
    const auto refused = expect_refusal(lab, std::string("RACDCERT ") + command,
                                        "RSD225I You are not authorized to use token ZOSMF.TOKEN.");
    EXPECT_THAT(refused.console, Contains(HasSubstr("INSUFFICIENT ACCESS AUTHORITY"))) << command;
  }
  expect_refusal(lab, "RACDCERT ADDTOKEN(NEW)", "RSD225I You are not authorized to use token NEW.");
  EXPECT_EQ(lab.run("RACDCERT LISTTOKEN(*)").shown().back(), "RSD226I No tokens were found.");
  lab.must("PERMIT USER.ZOSMF.TOKEN CLASS(CRYPTOZ) ID(IBMUSER) ACCESS(READ)");
  lab.must("RACDCERT LISTTOKEN(ZOSMF.TOKEN)");
  expect_refusal(lab, "RACDCERT UNBIND(TOKEN(ZOSMF.TOKEN) SEQNUM(1))",
                 "RSD225I You are not authorized to use token ZOSMF.TOKEN.");
  lab.must("PERMIT USER.ZOSMF.TOKEN CLASS(CRYPTOZ) ID(IBMUSER) ACCESS(UPDATE)");
  lab.must("RACDCERT UNBIND(TOKEN(ZOSMF.TOKEN) SEQNUM(1))");
}

}  // namespace
}  // namespace ringside::racf
