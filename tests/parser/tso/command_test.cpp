// tests/parser/tso/command_test.cpp - commands resolved against their tables, and refused in PARSE's own messages.
#include "parser/tso/command.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/tso/redaction.hpp"
#include "tests/parser/parse.hpp"

namespace ringside::parser::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Command accepted(std::string_view command) {
  auto result = parse(command);
  EXPECT_TRUE(result.has_value()) << command << "\n" << (result ? "" : result.error().diagnostic.text);
  return result.value_or(Command{});
}

std::string cause(std::string_view command) {
  const auto result = parse(command);
  return result ? "" : result.error().diagnostic.text;
}

std::vector<std::string> texts(const Keyword* keyword) {
  std::vector<std::string> out;
  if (keyword != nullptr)
    for (const Value& value : keyword->values) out.push_back(value.text);
  return out;
}

// Names and aliases of commands

TEST(CommandName, MayBeAnAliasInAnyCase) {
  EXPECT_EQ(accepted("setr list").name, "SETROPTS");
  EXPECT_EQ(accepted("pe A.B class(FACILITY) id(U) acc(READ)").name, "PERMIT");
  EXPECT_EQ(accepted("PHRASE USER(A)").name, "PASSWORD");
}

TEST(CommandName, IsNotAnyPrefix) {
  EXPECT_THAT(refusal("RACDC LIST"), ElementsAre("IKJ56500I COMMAND RACDC NOT FOUND"));
}

TEST(CommandName, IsRefusedWithReturnCode12WhenUnknownOrIllFormed) {
  for (const char* command :
       {"FROBNICATE", "1ABC", "TOOLONGNAME", "WITHLABEL('X')", "'quoted'", "(group)", "//* heading"}) {
    const auto result = parse(command);
    ASSERT_FALSE(result.has_value()) << command;
    EXPECT_EQ(result.error().return_code, 12) << command;
  }
  EXPECT_THAT(refusal("frob"), ElementsAre("IKJ56500I COMMAND FROB NOT FOUND"));
  EXPECT_THAT(refusal("//* Create the CA"), ElementsAre("IKJ56621I INVALID COMMAND NAME SYNTAX"));
  EXPECT_THAT(refusal("WITHLABEL('X')"), ElementsAre("IKJ56621I INVALID COMMAND NAME SYNTAX"));
}

TEST(CommandName, OfAnImplicitExecIsNotFound) {
  EXPECT_THAT(refusal("%MYEXEC a b"), ElementsAre("IKJ56500I COMMAND MYEXEC NOT FOUND"));
}

TEST(CommandName, IsExplainedToAPerson) {
  EXPECT_THAT(cause("TSO RACDCERT LIST"), HasSubstr("ISPF"));
  EXPECT_THAT(cause("RACDCRT LIST"), HasSubstr("did you mean RACDCERT?"));
  EXPECT_THAT(cause("//* Create"), HasSubstr("JCL comment"));
}

// Keywords

TEST(CommandKeyword, MayBeAnyPrefixThatNamesOne) {
  const Command command =
      accepted("RACDCERT CERTA GENC SUBJ(CN('a')) WITHL('l') NOTA(DATE(2030-01-01)) SIZ(2048) KEYU(CERT)");
  EXPECT_TRUE(command.operands.has("CERTAUTH"));
  EXPECT_TRUE(command.operands.has("GENCERT"));
  EXPECT_EQ(command.operands.value_of("WITHLABEL"), "l");
  EXPECT_EQ(command.operands.find("NOTAFTER")->value_of("DATE"), "2030-01-01");
  EXPECT_THAT(texts(command.operands.find("KEYUSAGE")), ElementsAre("CERTSIGN"));
}

TEST(CommandKeyword, ThatIsAnExactNameWinsOverLongerOnes) {
  EXPECT_TRUE(accepted("RACDCERT LIST").operands.has("LIST"));
  EXPECT_TRUE(accepted("RACDCERT ADD('A.B')").operands.has("ADD"));
}

TEST(CommandKeyword, ThatAbbreviatesTwoIsRefused) {
  EXPECT_THAT(refusal("RACDCERT LISTR(a) NOT"), ElementsAre("IKJ56712I INVALID KEYWORD, NOT"));
  EXPECT_THAT(cause("RACDCERT LISTR(a) NOT"), HasSubstr("NOTAFTER, NOTBEFORE, NOTRUST"));
}

TEST(CommandKeyword, ThatIsUnknownIsRefusedWithAGuess) {
  EXPECT_THAT(refusal("RACDCERT GENCERT SUBJECTDSN(CN('x'))"), ElementsAre("IKJ56712I INVALID KEYWORD, SUBJECTDSN"));
  EXPECT_THAT(cause("RACDCERT GENCERT SUBJECTDSN(CN('x'))"), HasSubstr("did you mean SUBJECTSDN?"));
}

TEST(CommandKeyword, OfTheCommandInsideASubfieldHintsAtAMissingParenthesis) {
  EXPECT_THAT(refusal("RACDCERT ALTER( LABEL('a') NEWLABEL('b') NOTRUST"),
              ElementsAre("IKJ56712I INVALID KEYWORD, NEWLABEL"));
  EXPECT_THAT(cause("RACDCERT ALTER( LABEL('a') NEWLABEL('b') NOTRUST"), HasSubstr("right parenthesis may be missing"));
}

TEST(CommandKeyword, MayBeApartFromItsParenthesis) {
  EXPECT_EQ(accepted("RACDCERT CONNECT (LABEL ('x') RING  (R))").operands.find("CONNECT")->value_of("LABEL"), "x");
  EXPECT_EQ(accepted("RACDCERT GENCERT SIZE (4096)").operands.value_of("SIZE"), "4096");
}

TEST(CommandKeyword, WithoutASubfieldRefusesAParenthesis) {
  EXPECT_THAT(refusal("RACDCERT LIST TRUST(YES)"), ElementsAre("IKJ56712I INVALID KEYWORD, ("));
}

TEST(CommandKeyword, GivenTwiceCountsTheLastTime) {
  EXPECT_EQ(accepted("RACDCERT LIST ID(A) ID(B)").operands.value_of("ID"), "B");
}

TEST(CommandKeyword, MayStandWithoutItsOptionalSubfield) {
  EXPECT_TRUE(accepted("RACDCERT GENCERT CERTAUTH RSA(PKDS)").operands.find("RSA")->has("PKDS"));
  EXPECT_EQ(accepted("RACDCERT GENCERT CERTAUTH RSA(PKDS(*))").operands.find("RSA")->value_of("PKDS"), "*");
  EXPECT_TRUE(accepted("RACDCERT GENCERT CERTAUTH RSA").operands.has("RSA"));
}

TEST(CommandKeyword, ThatNeedsASubfieldSaysThatItIsMissing) {
  EXPECT_THAT(refusal("RACDCERT LIST ID"), ElementsAre("IKJ56701I MISSING USERID+", "IKJ56701I MISSING USERID"));
  EXPECT_THAT(refusal("RACDCERT LIST(LABEL())"), ElementsAre("IKJ56701I MISSING LABEL+", "IKJ56701I MISSING LABEL"));
}

TEST(CommandKeyword, OfAnotherFunctionIsAcceptedAtTheTopLevel) {
  EXPECT_EQ(accepted("RACDCERT ID(A) CONNECT(ID(A)) LABEL('x') RING(r)").operands.value_of("RING"), "r");
}

TEST(CommandKeyword, OfTwoFunctionsTheLastOneStays) {
  const Command command = accepted("RACDCERT LIST ADDRING(r)");
  EXPECT_FALSE(command.operands.has("LIST"));
  EXPECT_TRUE(command.operands.has("ADDRING"));
}

// Values

TEST(CommandValue, KeepsTheCaseOfQuotedTextAndRingNamesAndFoldsTheRest) {
  const Command command = accepted("RACDCERT ID( izusvr ) CONNECT(LABEL('My Ca') RING(IZUKeyring.IZUDFLT))");
  EXPECT_EQ(command.operands.value_of("ID"), "IZUSVR");
  EXPECT_EQ(command.operands.find("CONNECT")->value_of("LABEL"), "My Ca");
  EXPECT_EQ(command.operands.find("CONNECT")->value_of("RING"), "IZUKeyring.IZUDFLT");
  EXPECT_EQ(accepted("RACDCERT LIST(LABEL(myca))").operands.find("LIST")->value_of("LABEL"), "MYCA");
}

TEST(CommandValue, OfAUserIdIsAName) {
  EXPECT_THAT(refusal("RACDCERT LIST ID(TOOLONGUSERID)"), ElementsAre("IKJ56702I INVALID USERID, TOOLONGUSERID"));
  EXPECT_THAT(refusal("RACDCERT LIST ID(*)"), ElementsAre("IKJ56702I INVALID USERID, *"));
  EXPECT_THAT(refusal("RACDCERT LIST ID((A))"), ElementsAre("IKJ56702I INVALID USERID, ("));
  EXPECT_THAT(refusal("RACDCERT LIST ID('A')"), ElementsAre("IKJ56702I INVALID USERID, 'A'"));
}

TEST(CommandValue, OfARingStandsWithoutQuotes) {
  EXPECT_THAT(refusal("RACDCERT ADDRING('r')"), ElementsAre("IKJ56702I INVALID ADDRING, 'r'"));
  EXPECT_EQ(accepted("RACDCERT LISTRING(*)").operands.value_of("LISTRING"), "*");
  EXPECT_FALSE(parse("RACDCERT ADDRING(" + std::string(238, 'r') + ")").has_value());
}

TEST(CommandValue, OfALabelHasAtMost32Characters) {
  EXPECT_TRUE(parse("RACDCERT LIST(LABEL('" + std::string(32, 'x') + "'))").has_value());
  EXPECT_FALSE(parse("RACDCERT LIST(LABEL('" + std::string(33, 'x') + "'))").has_value());
  EXPECT_FALSE(parse("RACDCERT LIST(LABEL(''))").has_value());
}

TEST(CommandValue, OfADateIsADayThatExists) {
  EXPECT_TRUE(parse("RACDCERT GENCERT NOTAFTER(DATE(2028-02-29) TIME(23:59:59))").has_value());
  EXPECT_THAT(refusal("RACDCERT GENCERT NOTAFTER(DATE(2027/02/29))"),
              ElementsAre("IKJ56702I INVALID DATE, 2027/02/29"));
  EXPECT_THAT(refusal("RACDCERT GENCERT NOTAFTER(TIME(24:00:00))"), ElementsAre("IKJ56702I INVALID TIME, 24:00:00"));
  EXPECT_THAT(refusal("RACDCERT GENCERT NOTAFTER(2035-12-31)"), ElementsAre("IKJ56712I INVALID KEYWORD, 2035-12-31"));
}

TEST(CommandValue, OfADataSetIsFoldedAndRemembersItsQuotes) {
  const Command command = accepted("RACDCERT EXPORT(LABEL('x')) DSN('hlq.cert.b64')");
  EXPECT_EQ(command.operands.value_of("DSN"), "HLQ.CERT.B64");
  EXPECT_TRUE(command.operands.find("DSN")->values.front().quoted);
  EXPECT_FALSE(accepted("RACDCERT EXPORT(LABEL('x')) DSN(hlq.cert)").operands.find("DSN")->values.front().quoted);
}

TEST(CommandValue, OfADataSetIsRefusedWhenItCannotBeAName) {
  for (const char* name : {"''", "'A..B'", "'1A.B'", "'TOOLONGQUALIFIER.B'", "'A.B.'", "'A B'", "/u/x"})
    EXPECT_EQ(refusal(std::string("RACDCERT ADD(") + name + ")").front(),
              std::string("IKJ56709I INVALID DATA SET NAME, ") + name);
  EXPECT_FALSE(parse("RACDCERT ADD('A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q.R.S.T.U.V.W.X')").has_value());
  EXPECT_TRUE(parse("RACDCERT ADD('A.B(MEMBER)')").has_value());
}

TEST(CommandValue, OfAnAddressIsIpv4OrIpv6) {
  for (const char* address : {"10.1.1.2", "::1", "2001:db8::7", "fe80::", "::", "1:2:3:4:5:6:7:8", "::ffff:10.1.1.2",
                              "1:2:3:4:5:6:10.1.1.2", "1::8"})
    EXPECT_TRUE(parse(std::string("RACDCERT GENCERT ALTNAME(IP(") + address + "))").has_value()) << address;
  for (const char* address : {"10.1.1", "10.1.1.256", "1:2", "1::2::3", ":1", "1:2:3:4:5:6:7:8:9", "12345::", "host",
                              "10.1.1.2.3", "1:2:3:4:5:6:7:", ":::"})
    EXPECT_FALSE(parse(std::string("RACDCERT GENCERT ALTNAME(IP(") + address + "))").has_value()) << address;
}

TEST(CommandValue, OfSizeIsDigits) {
  EXPECT_THAT(refusal("RACDCERT GENCERT SIZE(2K)"), ElementsAre("IKJ56702I INVALID SIZE, 2K"));
  EXPECT_THAT(refusal("RACDCERT GENCERT SIZE(-1)"), ElementsAre("IKJ56702I INVALID SIZE, -1"));
}

TEST(CommandValue, OutOfAFixedSetIsAKeywordToParse) {
  EXPECT_THAT(refusal("RACDCERT EXPORT(LABEL('x')) DSN(A) FORMAT(PKCS12)"),
              ElementsAre("IKJ56712I INVALID KEYWORD, PKCS12"));
  EXPECT_THAT(cause("RACDCERT EXPORT(LABEL('x')) DSN(A) FORMAT(PKCS12)"), HasSubstr("PKCS12DER, PKCS12B64"));
}

TEST(CommandValue, ListsHoldBlanksAndCommas) {
  const Command command = accepted("RACDCERT GENCERT KEYUSAGE(HANDSHAKE, CERTSIGN DATAENCRYPT)");
  EXPECT_THAT(texts(command.operands.find("KEYUSAGE")), ElementsAre("HANDSHAKE", "CERTSIGN", "DATAENCRYPT"));
  EXPECT_THAT(texts(accepted("SETROPTS RACLIST(DIGTCERT, DIGTRING) REFR").operands.find("RACLIST")),
              ElementsAre("DIGTCERT", "DIGTRING"));
  EXPECT_THAT(texts(accepted("SETROPTS RACLIST(SERVAUTH ) REFRESH").operands.find("RACLIST")), ElementsAre("SERVAUTH"));
}

TEST(CommandValue, BeyondWhatAKeywordTakesIsIgnoredWithANotice) {
  EXPECT_THAT(notices("RACDCERT LIST ID(USERA USERB)"),
              ElementsAre("IKJ56716I EXTRANEOUS INFORMATION WAS IGNORED: USERB"));
  EXPECT_EQ(accepted("RACDCERT LIST ID(USERA USERB)").operands.value_of("ID"), "USERA");
}

TEST(CommandValue, WithoutItsClosingQuoteIsRefused) {
  EXPECT_THAT(refusal("RACDCERT DELMAP(LABEL('IBMUSER1Label))ID(IBMUSER)"),
              ElementsAre("IKJ56702I INVALID LABEL, 'IBMUSER1Label))ID(IBMUSER)"));
  EXPECT_THAT(cause("RACDCERT DELMAP(LABEL('x))ID(IBMUSER)"), HasSubstr("closing quote is missing"));
}

TEST(CommandValue, WithTypographicQuotesIsRefusedAndExplained) {
  for (const char* command :
       {"RACDCERT GENCERT SUBJECTSDN(CN(\u201810.1.1.2'))", "RACDCERT GENCERT SUBJECTSDN(OU(\u2019Local CA\u2019))",
        "RACDCERT LIST(LABEL(\u201Czosmf\u201D))"}) {
    EXPECT_FALSE(parse(command).has_value()) << command;
    EXPECT_THAT(cause(command), HasSubstr("quotation mark (U+")) << command;
  }
  EXPECT_TRUE(parse("RACDCERT LIST(LABEL('it\u2019s'))").has_value());
}

TEST(CommandValue, HintsAtSymbolsAndTemplateTextThatWereLeft) {
  EXPECT_THAT(cause("RACDCERT LIST ID(&ZOWEUSER.)"), HasSubstr("a symbol in it was not resolved"));
  EXPECT_THAT(refusal("RACDCERT CONNECT(SITE | ID(userid) LABEL('x')"), ElementsAre("IKJ56712I INVALID KEYWORD, |"));
  EXPECT_THAT(cause("RACDCERT CONNECT(SITE | ID(userid)"), HasSubstr("template text"));
}

TEST(CommandValue, WithControlCharactersIsRefused) {
  EXPECT_FALSE(parse(std::string_view("RACDCERT LIST(LABEL('a\0b'))", 27)).has_value());
  EXPECT_FALSE(parse("RACDCERT LIST(LABEL('a\x1b[31m'))").has_value());
}

// Parentheses

TEST(CommandParentheses, MissingAtTheEndAreAssumed) {
  EXPECT_THAT(notices("racdcert ID(A) connect(ring(R) label('CICS Client Cert') default"),
              ElementsAre("IKJ56707I RIGHT PARENTHESIS ASSUMED, default"));
  EXPECT_THAT(notices("RACDCERT GENCERT NOTAFTER(DATE(2030/12/31)"),
              ElementsAre("IKJ56707I RIGHT PARENTHESIS ASSUMED, )"));
  EXPECT_THAT(notices("RACDCERT LIST"), IsEmpty());
}

TEST(CommandParentheses, SurplusOnesAreRefusedInTheirOrder) {
  EXPECT_THAT(refusal("RACDCERT LIST)"), ElementsAre("IKJ56712I INVALID KEYWORD, )"));
  EXPECT_THAT(refusal("RACDCERT LIST) NONSENSE"), ElementsAre("IKJ56712I INVALID KEYWORD, )"));
  EXPECT_THAT(refusal("RACDCERT NONSENSE LIST)"), ElementsAre("IKJ56712I INVALID KEYWORD, NONSENSE"));
}

TEST(CommandParentheses, ASecondOneIsNoMoreThanAnError) {
  EXPECT_THAT(refusal("RACDCERT CONNECT(LABEL('x') RING((SHOPZ) USAGE(CERTAUTH) DEFAULT)"),
              ElementsAre("IKJ56702I INVALID RING, ("));
}

TEST(CommandParentheses, AfterASemicolonNothingIsReadAndANoteSaysSo) {
  const Command command = accepted("RACDCERT LIST ; NONSENSE");
  ASSERT_EQ(command.notes.size(), 1u);
  EXPECT_THAT(command.notes.front().text, HasSubstr("semicolon"));
}

// Places

TEST(CommandError, ShowsTheRecordAndTheColumnOfTheFault) {
  const auto stream = read_commands(records({" RACDCERT ID(IZUSVR) GENCERT +", "    SIGNEDWITH(CERTAUTH)"}));
  const auto result = parse_command(stream.commands.at(0));
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().diagnostic.where, (Position{2, 5}));
  EXPECT_EQ(result.error().diagnostic.line, "    SIGNEDWITH(CERTAUTH)");
}

TEST(CommandError, OfABoundHasOurOwnNumber) {
  EXPECT_EQ(refusal("RACDCERT " + std::string(1'000, '(')).front().substr(0, 8), "RSD301I ");
  EXPECT_EQ(refusal(std::string(10'000'000, 'R')).front().substr(0, 8), "RSD301I ");
}

// Messages that real systems were seen to print

TEST(CommandError, RepeatsWhatRealSystemsPrinted) {
  EXPECT_THAT(refusal("RDEFINE ELIXTEST (TESTING)"),
              ElementsAre("IKJ56702I INVALID CLASS, ELIXTEST", "IKJ56701I MISSING ENTITY NAME+",
                          "IKJ56701I MISSING NAME OF ENTITY IN SPECIFIED CLASS"));
  EXPECT_THAT(refusal("RALTER ELIXTEST (TESTING) UACC(NONE)"),
              ElementsAre("IKJ56702I INVALID CLASS, ELIXTEST", "IKJ56712I INVALID KEYWORD, )"));
  EXPECT_THAT(refusal("RLIST ELIXTEST TESTING"),
              ElementsAre("IKJ56702I INVALID CLASS NAME, ELIXTEST", "IKJ56701I MISSING ENTITY NAME+",
                          "IKJ56701I MISSING NAME OF ENTITY TO BE LISTED"));
  EXPECT_THAT(refusal("ALTUSER X OMVS(UID(90000000000))"),
              ElementsAre("IKJ56702I INVALID UID, 90000000000", "IKJ56701I MISSING OMVS UID+",
                          "IKJ56701I MISSING OMVS USER ID (UID), 1-10 NUMERIC DIGITS"));
  EXPECT_THAT(refusal("LISTDSD DATASET('BADNAMETOOLONG')"),
              ElementsAre("IKJ56702I INVALID DATASET NAME, 'BADNAMETOOLONG'", "IKJ56701I MISSING DATASET NAME+",
                          "IKJ56701I MISSING DATASET NAMES  FOR WHICH YOU WANT RACF INFORMATION LISTED"));
  EXPECT_THAT(refusal("RALTER FACILITY (A) UACC(ALL)"),
              ElementsAre("IKJ56702I INVALID UNIVERSAL ACCESS, ALL", "IKJ56701I MISSING UNIVERSAL ACCESS+",
                          "IKJ56701I MISSING ALTER, CONTROL, UPDATE, READ, EXECUTE, OR NONE"));
  EXPECT_THAT(refusal("ALTGROUP G OMVS(GID(3000000000))"),
              ElementsAre("IKJ56702I INVALID GID, 3000000000", "IKJ56701I MISSING OMVS GID+",
                          "IKJ56701I MISSING OMVS GROUP ID (GID), 1-10 NUMERIC DIGITS"));
  EXPECT_EQ(refusal("SETROPTS RACLIST(ELIXTEST)").front(), "IKJ56702I INVALID RACLIST, ELIXTEST");
  EXPECT_EQ(refusal("SETROPTS RACLIST(ELIXTEST)").at(1), "IKJ56701I MISSING CLASS NAMES FOR RACLIST+");
}

// Secrets

TEST(CommandSecret, IsNeverEchoed) {
  const std::string word(300, 'x');
  EXPECT_THAT(refusal("ADDUSER A PASSWORD('" + word + "')"), ElementsAre("IKJ56717I INVALID PASSWORD"));
  EXPECT_THAT(refusal("ADDUSER A PASSWORD((secret))"), ElementsAre("IKJ56717I INVALID PASSWORD"));
  EXPECT_THAT(notices("RACDCERT ADD('A') PASSWORD('secret'"), ElementsAre("IKJ56707I RIGHT PARENTHESIS ASSUMED"));
  EXPECT_THAT(notices("RACDCERT ADD('A') PASSWORD(secret"), ElementsAre("IKJ56707I RIGHT PARENTHESIS ASSUMED"));
}

TEST(CommandSecret, StandsInNoPartOfAnError) {
  for (const char* command :
       {"RACDCERT ADD('A.B') PASSWORD('hush') NONSENSE", "RACDCERT ADD('A.B') NONSENSE PASSWRD('hush')",
        "RACDCERT ADD('A.B') PASSWORD 'hush'", "RACDCERT ADD('A.B') PASSWORD'hush'", "RACDCERT ADD('A.B') PASS('hush",
        "RACDCERT ADD('A.B') PASSWORD(hush hush2)", "RACDCERT ADD('A.B) PASSWORD('hush') NONSENSE",
        "ADDUSER A PHRASE(('hush'))", "PASSWORD PASSWORD(hush", "PASSWORD(hush)", "PASSWORD 'hush'",
        "LOGIN PASSWORD(hush)", "RACDCERT ADD('A.B') ; PASSWORD('hush')", "ADDUSER A PASSWORD(\u2018hush\u2019)"}) {
    const auto result = parse(command);
    std::string all = redacted(command);
    if (result) {
      for (const Message& message : result->messages) all += message.text;
      for (const Diagnostic& note : result->notes) all += note.text + note.line;
    } else {
      for (const Message& message : result.error().messages) all += message.text;
      all += result.error().diagnostic.text + result.error().diagnostic.line;
    }
    EXPECT_THAT(all, Not(HasSubstr("hush"))) << command;
  }
}

TEST(CommandSecret, LeavesTheRestOfARedactedCommand) {
  EXPECT_EQ(redacted("RACDCERT ADD('A.B') PASSWORD('x') TRUST"), "RACDCERT ADD('A.B') PASSWORD(********) TRUST");
  EXPECT_EQ(redacted("RACDCERT ADD('A.B') PASSWORD ( 'a)b' ) TRUST"), "RACDCERT ADD('A.B') PASSWORD (********) TRUST");
  EXPECT_EQ(redacted("PASSWORD PASSWORD(old new) USER(A)"), "PASSWORD PASSWORD(********) USER(A)");
  EXPECT_EQ(redacted("/* PASSWORD('x') */ RACDCERT LIST"), "/* PASSWORD(********) */ RACDCERT LIST");
  EXPECT_EQ(redacted("RACDCERT LIST /* it's PASSWORD('x') */ TRUST"),
            "RACDCERT LIST /* it's PASSWORD(********) */ TRUST");
  EXPECT_EQ(redacted("SETROPTS PASSWORD(INTERVAL(30))"), "SETROPTS PASSWORD(INTERVAL(30))");
  EXPECT_EQ(redacted("RACDCERT LIST(LABEL('x'))"), "RACDCERT LIST(LABEL('x'))");
}

TEST(CommandSecret, IsMarkedForTheHandler) {
  const Command command = accepted("RACDCERT ADD('A.B') PASSWORD('Mixed Case')");
  EXPECT_TRUE(command.operands.find("PASSWORD")->secret);
  EXPECT_EQ(command.operands.value_of("PASSWORD"), "Mixed Case");
}

TEST(Redaction, HidesAValueThatStandsBesideItsParentheses) {
  EXPECT_EQ(redacted("ADDUSER A PASSWORD() SECRET1"), "ADDUSER A PASSWORD() ********");
  EXPECT_EQ(redacted("ADDUSER A PASSWORD( ) 'SECRET1' NAME('x')"), "ADDUSER A PASSWORD(********) ******** NAME('x')");
  EXPECT_EQ(redacted("ALTUSER A PASSWORD SECRET1"), "ALTUSER A PASSWORD ********");
  EXPECT_EQ(redacted("ALTUSER A PASSWORD NOEXPIRED"), "ALTUSER A PASSWORD NOEXPIRED");
  EXPECT_EQ(redacted("ALTUSER A PHRASE() 'a b c'"), "ALTUSER A PHRASE() ********");
  EXPECT_EQ(redacted("PASSWORD USER(A) INTERVAL(90)"), "PASSWORD USER(A) INTERVAL(90)");
  EXPECT_EQ(redacted("SETROPTS PASSWORD(INTERVAL(30)) LIST"), "SETROPTS PASSWORD(INTERVAL(30)) LIST");
}

TEST(Redaction, HidesThePasswordsOfLogonAndRvary) {
  EXPECT_EQ(redacted("LOGON IBMUSER/SYS1"), "LOGON IBMUSER/********");
  EXPECT_EQ(redacted("logon IBMUSER/OLD/NEW PROC(X)"), "logon IBMUSER/********");
  EXPECT_EQ(redacted("LOGON IBMUSER / SYS1"), "LOGON IBMUSER /********");
  EXPECT_EQ(redacted("LOGON IBMUSER"), "LOGON IBMUSER");
  EXPECT_EQ(redacted(":tso LOGON IBMUSER/SYS1"), ":tso LOGON IBMUSER/********");
  EXPECT_EQ(redacted("RVARY SWITCH SECRET1"), "RVARY SWITCH ********");
  EXPECT_EQ(redacted("RVARY LIST"), "RVARY LIST");
  EXPECT_EQ(redacted("RVARY ACTIVE DATASET(A.B)"), "RVARY ACTIVE DATASET(A.B)");
}

}  // namespace
}  // namespace ringside::parser::test
