// tests/parser/wild_test.cpp - constructs as real jobs and documents write them, from the job stream down to the
// operands.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/jcl/jcl.hpp"
#include "tests/parser/parse.hpp"

namespace ringside::parser::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// All commands of the records, each accepted or the test fails; blank ones left out.
std::vector<Command> all_accepted(const std::vector<std::string>& lines) {
  std::vector<Command> out;
  for (const CommandText& text : read_commands(records(lines)).commands) {
    if (text.text.empty()) continue;
    const auto result = parse_command(text);
    EXPECT_TRUE(result.has_value()) << text.text << "\n" << (result ? "" : result.error().diagnostic.text);
    if (result) out.push_back(*result);
  }
  return out;
}

// The certificate commands of z/OSMF's IZUSEC job, as IBM prints them.
const std::vector<std::string> izusec{
    " RACDCERT CERTAUTH GENCERT +",
    "   SUBJECTSDN(CN('z/OSMF CertAuth for Security Domain') +",
    "   OU('IZUDFLT')) WITHLABEL('zOSMFCA')  +",
    "   TRUST NOTAFTER(DATE(2023/05/17))",
    " RACDCERT ADDRING(IZUKeyring.IZUDFLT) ID(IZUSVR)",
    "",
    " RACDCERT ID( IZUSVR ) GENCERT SUBJECTSDN(CN('PEV051.POK.IBM.COM') +",
    "   O('IBM') OU('IZUDFLT')) WITHLABEL('DefaultzOSMFCert.IZUDFLT') , +",
    "   SIGNWITH(CERTAUTH LABEL('zOSMFCA')) NOTAFTER(DATE(2023/05/17)) ",
    " RACDCERT ALTER(LABEL('DefaultzOSMFCert.IZUDFLT')) ID(IZUSVR) TRUST",
    " RACDCERT ID( IZUSVR ) CONNECT (LABEL('DefaultzOSMFCert.IZUDFLT') +",
    "   RING(IZUKeyring.IZUDFLT) DEFAULT)",
    " RACDCERT ID( IZUSVR ) CONNECT (LABEL('zOSMFCA') +",
    "   RING(IZUKeyring.IZUDFLT) CERTAUTH)",
};

TEST(Wild, TheCertificateCommandsOfIzusecAreSixCommands) {
  const auto commands = all_accepted(izusec);
  ASSERT_EQ(commands.size(), 6u);
  for (const Command& command : commands) EXPECT_THAT(command.messages, IsEmpty());
  const Keyword& authority = commands[0].operands;
  EXPECT_EQ(authority.find("SUBJECTSDN")->value_of("CN"), "z/OSMF CertAuth for Security Domain");
  EXPECT_EQ(authority.find("SUBJECTSDN")->value_of("OU"), "IZUDFLT");
  EXPECT_EQ(authority.value_of("WITHLABEL"), "zOSMFCA");
  EXPECT_EQ(authority.find("NOTAFTER")->value_of("DATE"), "2023/05/17");
  EXPECT_TRUE(authority.has("TRUST"));
  EXPECT_EQ(commands[1].operands.value_of("ADDRING"), "IZUKeyring.IZUDFLT");
  EXPECT_EQ(commands[2].operands.value_of("ID"), "IZUSVR");
  EXPECT_TRUE(commands[2].operands.find("SIGNWITH")->has("CERTAUTH"));
  EXPECT_EQ(commands[2].operands.find("SIGNWITH")->value_of("LABEL"), "zOSMFCA");
  EXPECT_TRUE(commands[4].operands.find("CONNECT")->has("DEFAULT"));
  EXPECT_TRUE(commands[5].operands.find("CONNECT")->has("CERTAUTH"));
}

/// IZUSEC as a job, with the two headings that the documentation prints between the commands.
std::string izusec_job(const std::string& dd, const std::string& heading_start, const std::string& heading_end) {
  std::string job =
      "//IZUSEC JOB (ACCT),'SECURITY',NOTIFY=&SYSUID\n//STEP1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n" + dd + "\n";
  for (std::size_t at = 0; at < izusec.size(); ++at) {
    if (at == 0 || at == 6) job += heading_start + " Create a certificate for the z/OSMF server " + heading_end + "\n";
    job += izusec[at] + "\n";
  }
  return job + "/*\n";
}

TEST(Wild, AJclHeadingEndsTheDataOfDdAsterisk) {
  const auto jobs = parse_jobs(izusec_job("//SYSTSIN DD *", "//*", "*"));
  ASSERT_EQ(jobs.size(), 1u);
  EXPECT_THAT(jobs[0].errors, IsEmpty());
  const auto& dds = jobs[0].steps.at(0).dds;
  ASSERT_EQ(dds.size(), 4u);
  EXPECT_THAT(dds[1].data, IsEmpty());
  EXPECT_TRUE(dds[2].generated);
  EXPECT_TRUE(dds[3].generated);
}

TEST(Wild, AJclHeadingInDdDataReachesTsoAndIsRefusedThere) {
  const auto jobs = parse_jobs(izusec_job("//SYSTSIN DD DATA", "//*", "*"));
  const auto stream = read_commands(jobs.at(0).steps.at(0).dds.at(1).data);
  int refused = 0;
  int accepted = 0;
  for (const CommandText& text : stream.commands) {
    if (text.text.empty()) continue;
    const auto result = parse_command(text);
    if (result) {
      ++accepted;
      continue;
    }
    ++refused;
    EXPECT_EQ(result.error().messages.front(), (Message{"IKJ56621I", "INVALID COMMAND NAME SYNTAX"}));
    EXPECT_EQ(result.error().return_code, 12);
  }
  EXPECT_EQ(refused, 2);
  EXPECT_EQ(accepted, 6);
}

TEST(Wild, HeadingsAsTsoCommentsDisturbNothing) {
  const auto jobs = parse_jobs(izusec_job("//SYSTSIN DD *", " /*", "*/"));
  EXPECT_THAT(jobs.at(0).notes, IsEmpty());
  const auto stream = read_commands(jobs.at(0).steps.at(0).dds.at(1).data);
  int accepted = 0;
  for (const CommandText& text : stream.commands)
    accepted += !text.text.empty() && parse_command(text).has_value() ? 1 : 0;
  EXPECT_EQ(accepted, 6);
}

TEST(Wild, ParenthesesThatAreNeverClosedAreAssumed) {
  const auto commands =
      all_accepted({"racdcert ID(USER1) connect(ring(CICS.KeyRing) +", " label('CICS Client Cert') default"});
  EXPECT_EQ(commands.at(0).messages.at(0), (Message{"IKJ56707I", "RIGHT PARENTHESIS ASSUMED, default"}));
}

TEST(Wild, ASequenceNumberFollowsAMissingParenthesis) {
  std::string last = "  notafter(date(2022/12/31)";
  last.resize(72, ' ');
  const auto commands = all_accepted({"racdcert certauth gencert subjectsdn(cn('a')) -", last + "00310000"});
  EXPECT_EQ(commands.at(0).operands.find("NOTAFTER")->value_of("DATE"), "2022/12/31");
}

TEST(Wild, TheFunctionMayComeLastOnAContinuation) {
  const auto commands = all_accepted({"racdcert CERTAUTH withlabel('CICS CA') -", "  add('USER1.CICSCA.PEM')"});
  EXPECT_EQ(commands.at(0).operands.value_of("ADD"), "USER1.CICSCA.PEM");
}

TEST(Wild, ClosingParenthesesMayStandAlone) {
  const auto commands = all_accepted({"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('PKICA')-", "  OU('&OU') -",
                                      "  O('&ORG')          -", "  ) -", "  KEYUSAGE(HANDSHAKE, CERTSIGN)"});
  EXPECT_EQ(commands.at(0).operands.find("SUBJECTSDN")->value_of("O"), "&ORG");
}

TEST(Wild, KeywordsMayFollowEachOtherWithoutABlank) {
  const auto commands = all_accepted({"RACDCERT ID(A) GENCERT SUBJECTSDN(+", " CN('a') +", " OU('b') OU('c'))+",
                                      " ALTNAME(DOMAIN('WWW.YOURCOMPANY')IP(10.1.1.2))",
                                      "RACDCERT DELETE (LABEL('Thawte Server CA'))CERTAUTH"});
  EXPECT_EQ(commands.at(0).operands.find("ALTNAME")->value_of("IP"), "10.1.1.2");
  EXPECT_TRUE(commands.at(1).operands.has("CERTAUTH"));
}

TEST(Wild, CommentedOutCommandsDoNotRun) {
  EXPECT_THAT(all_accepted({"/*  RACDCERT GENCERT ID(&ZOWEUSER.) +", "/*    SUBJECTSDN(CN('it''s') +", "/*    TRUST",
                            "/* RDEFINE FACILITY BPX.WLMSERVER UACC(NONE)    */", " /* ---- it's specified .... */"}),
              IsEmpty());
}

TEST(Wild, ANullifiedSymbolLeavesAnEmptyOperand) {
  EXPECT_THAT(refusal("RACDCERT ADD('') ID(A)"), ElementsAre("IKJ56709I INVALID DATA SET NAME, ''"));
  EXPECT_THAT(refusal("RACDCERT GENCERT ID(A) ALTNAME(IP() DOMAIN(''))"),
              ElementsAre("IKJ56701I MISSING IP+", "IKJ56701I MISSING IP"));
}

TEST(Wild, AnEnDashIsNoContinuation) {
  const auto stream = read_commands(records({"RACDCERT GENCERT SUBJECTSDN(CN('a') C('UK') \u2013", "  OU('b'))"}));
  EXPECT_EQ(stream.commands.size(), 2u);
  const auto result = parse_command(stream.commands.at(0));
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(result.error().diagnostic.text, HasSubstr("en dash"));
}

TEST(Wild, WhatDoesNotExistIsRefused) {
  EXPECT_THAT(refusal("RACDCERT ID(A) LISTCERT(*)"), ElementsAre("IKJ56712I INVALID KEYWORD, LISTCERT"));
  EXPECT_THAT(refusal("RACDCERT LISTRING(*) ID(\"userid \")"), ElementsAre("IKJ56702I INVALID USERID, \"userid"));
  EXPECT_THAT(refusal("RACDCERT ID(x) ADDRING(y) UACC(NONE)"), ElementsAre("IKJ56712I INVALID KEYWORD, UACC"));
  EXPECT_THAT(refusal("RACDCERT ALTER( LABEL('a') ID(x) NEWLABEL('b') NOTRUST"),
              ElementsAre("IKJ56712I INVALID KEYWORD, ID"));
}

TEST(Wild, ACommentThatIsNeverClosedEndsWithItsRecord) {
  const auto commands = all_accepted({" /* Create certificates for the OP server", "", " racdcert id(A) addring(R)"});
  ASSERT_EQ(commands.size(), 1u);
  EXPECT_EQ(commands[0].operands.value_of("ADDRING"), "R");
}

TEST(Wild, TemplateTextThatNobodyFilledInIsRefused) {
  const auto stream = read_commands(records({" RACDCERT CONNECT(SITE | ID(userid) +", "   LABEL('x') RING(R))"}));
  ASSERT_EQ(stream.commands.size(), 1u);
  const auto result = parse_command(stream.commands[0]);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().messages.front(), (Message{"IKJ56712I", "INVALID KEYWORD, |"}));
  EXPECT_THAT(result.error().diagnostic.text, HasSubstr("template text"));
}

TEST(Wild, AQuoteFromAWordProcessorIsNoQuote) {
  EXPECT_THAT(refusal("RACDCERT ID(A) GENCERT SUBJECTSDN(CN(\u201810.1.1.2'))"),
              ElementsAre("IKJ56702I INVALID CN, \u201810.1.1.2'"));
  EXPECT_THAT(refusal("RACDCERT CERTAUTH GENCERT SUBJECTSDN(OU(\u2019Local CA\u2019)").front(),
              "IKJ56702I INVALID OU, \u2019Local");
}

TEST(Wild, ADoubledParenthesisIsNoList) {
  EXPECT_THAT(refusal("RACDCERT ID(A) CONNECT(LABEL('x') RING((SHOPZ) USAGE(CERTAUTH) DEFAULT)"),
              ElementsAre("IKJ56702I INVALID RING, ("));
  EXPECT_THAT(refusal("RACDCERT ID((user) LIST"), ElementsAre("IKJ56702I INVALID USERID, ("));
}

TEST(Wild, AQuoteThatIsNeverClosedTakesTheRest) {
  EXPECT_THAT(refusal("RACDCERT DELMAP(LABEL('IBMUSER1Label))ID(IBMUSER)"),
              ElementsAre("IKJ56702I INVALID LABEL, 'IBMUSER1Label))ID(IBMUSER)"));
}

TEST(Wild, ThePrefixOfIspfIsNoCommand) {
  EXPECT_THAT(refusal("TSO RACDCERT ID(*) LIST"), ElementsAre("IKJ56500I COMMAND TSO NOT FOUND"));
  EXPECT_THAT(refusal("RACDCERT LIST(LABEL())"), ElementsAre("IKJ56701I MISSING LABEL+", "IKJ56701I MISSING LABEL"));
}

TEST(Wild, DdDataWithADelimiterTakesSeveralSecurityProducts) {
  const auto jobs = parse_jobs(
      "//ZWEKRING JOB\n//RUN EXEC PGM=IKJEFT01,REGION=0M\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD DDNAME=RACF\n"
      "//RACF DD DATA,DLM=$$,SYMBOLS=JCLONLY\n/* RACF */\n   PROFILE\n$$\n//ACF2 DD "
      "DATA,DLM=$$,SYMBOLS=JCLONLY\nACF\n$$\n");
  EXPECT_THAT(jobs.at(0).errors, IsEmpty());
  // What DDNAME= refers to stands in its place.
  ASSERT_EQ(jobs[0].steps.at(0).dds.size(), 3u);
  EXPECT_EQ(jobs[0].steps[0].dds[1].statement.name, "SYSTSIN");
  EXPECT_EQ(jobs[0].steps[0].dds[1].data.size(), 2u);
}

}  // namespace
}  // namespace ringside::parser::test
