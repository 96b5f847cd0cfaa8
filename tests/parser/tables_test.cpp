// tests/parser/tables_test.cpp - the keyword tables hold together, and the commands of set-up jobs are in them.
#include <algorithm>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/tables/classes.hpp"
#include "parser/tso/command_table.hpp"
#include "tests/parser/parse.hpp"

namespace ringside::parser::test {
namespace {

void check_keywords(const std::string& place, std::span<const KeywordSpec> keywords) {
  std::set<std::string_view> names;
  for (const KeywordSpec& keyword : keywords) {
    const std::string here = place + " " + std::string(keyword.name);
    EXPECT_TRUE(names.insert(keyword.name).second) << here << " stands twice";
    EXPECT_FALSE(keyword.name.empty()) << place;
    EXPECT_EQ(keyword.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), std::string_view::npos) << here;
    EXPECT_TRUE(keyword.subfield_allowed || !keyword.subfield_required) << here;
    const bool has_content = keyword.subfield.value != ValueKind::none || !keyword.subfield.keywords.empty();
    EXPECT_EQ(keyword.subfield_allowed, has_content) << here;
    EXPECT_LE(keyword.subfield.fewest_values, keyword.subfield.most_values) << here;
    EXPECT_LE(keyword.subfield.least, keyword.subfield.most) << here;
    check_keywords(here, keyword.subfield.keywords);
  }
}

TEST(Tables, NameNoKeywordTwiceAndGiveEachSubfieldAContent) {
  std::set<std::string_view> names;
  for (const CommandSpec& spec : command_specs()) {
    EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
    for (const std::string_view alias : spec.aliases) EXPECT_TRUE(names.insert(alias).second) << alias;
    check_keywords(std::string(spec.name), spec.keywords);
    check_keywords(std::string(spec.name), spec.positionals);
  }
}

TEST(Tables, HoldAll26FunctionsOfRacdcert) {
  for (const char* function :
       {"ADD",     "ADDRING",  "ADDTOKEN",  "ALTER",  "ALTMAP",  "BIND",   "CHECKCERT", "CONNECT", "DELETE",
        "DELMAP",  "DELRING",  "DELTOKEN",  "EXPORT", "GENCERT", "GENREQ", "IMPORT",    "LIST",    "LISTCHAIN",
        "LISTMAP", "LISTRING", "LISTTOKEN", "MAP",    "REKEY",   "REMOVE", "ROLLOVER",  "UNBIND"}) {
    const CommandSpec* racdcert = find_command("racdcert");
    ASSERT_NE(racdcert, nullptr);
    const bool known = std::any_of(racdcert->keywords.begin(), racdcert->keywords.end(),
                                   [&](const KeywordSpec& keyword) { return keyword.name == function; });
    EXPECT_TRUE(known) << function;
  }
}

TEST(Tables, AcceptTheFormsOfEachRacdcertFunctionInTheBook) {
  for (const char* operands :
       {"GENCERT('A.REQ') ID(A) SUBJECTSDN(CN('a') T('b') OU('c','d') O('e') L('f') SP('g') C('GB')) SIZE(2048) "
        "NOTBEFORE(DATE(2030-01-01) TIME(00:00:00)) NOTAFTER(DATE(2031-01-01)) WITHLABEL('l') SIGNWITH(SITE "
        "LABEL('s')) "
        "NISTECC(PKDS(*)) SIGATTR(RSAPSS) KEYUSAGE(HANDSHAKE DATAENCRYPT DOCSIGN CERTSIGN KEYAGREE) "
        "ALTNAME(IP(::1) DOMAIN('d') EMAIL('a@b') URI('u:x') AIP(1.1.1.1,2.2.2.2) ADOMAIN('a','b') AEMAIL('e') "
        "AURI('u'))",
        "GENCERT SITE SUBJECTSDN(CN('a')) BPECC(TOKEN(T.T)) FROMICSF(P.L)",
        "GENCERT CERTAUTH SUBJECTSDN(CN('a')) DSA",
        "GENCERT CERTAUTH SUBJECTSDN(CN('a')) PCICC(*)",
        "ADD('A.B') ID(A) HIGHTRUST WITHLABEL('l') PASSWORD('p') PKDS(L)",
        "ADD(A.B) ICSF",
        "LIST(SERIALNUMBER(083BE0) ISSUERSDN('CN=x.C=GB')) SITE",
        "LISTCHAIN(LABEL('l')) CERTAUTH",
        "CHECKCERT('A.B') PASSWORD('p')",
        "ALTER(LABEL('l')) ID(A) NOTRUST NEWLABEL('n')",
        "DELETE ID(A) FORCE",
        "EXPORT(LABEL('l')) DSN('A.B') FORMAT(PKCS12DER) PASSWORD('p') PBE(AES)",
        "GENREQ(LABEL('l')) DSN('A.B')",
        "REKEY(LABEL('l')) SIZE(4096) RSA(TOKEN(T)) WITHLABEL('n') SIGATTR(RSAPSS)",
        "ROLLOVER(LABEL('l')) NEWLABEL('n') FORCE",
        "IMPORT(TOKEN(T) SEQNUM(00000001)) CERTAUTH TRUST",
        "ADDRING(r) ID(A)",
        "LISTRING",
        "LISTRING(*)",
        "DELRING(r)",
        "CONNECT(SITE LABEL('l') RING(r) DEFAULT USAGE(PERSONAL)) ID(A)",
        "REMOVE(CERTAUTH LABEL('l') RING(r))",
        "MAP('A.B') MULTIID IDNFILTER('O=IBM') SDNFILTER('C=UK') CRITERIA(APPLID=&APPLID.SYSID=&SYSID) WITHLABEL('l') "
        "TRUST",
        "ALTMAP(LABEL('l')) ID(A) NEWCRITERIA(APPLID=X) NEWLABEL('n') NOTRUST",
        "LISTMAP MULTIID",
        "DELMAP(LABEL('l'))",
        "ADDTOKEN(T.T)",
        "LISTTOKEN(*)",
        "DELTOKEN(T) FORCE",
        "BIND(TOKEN(T) ID(A) LABEL('l') DEFAULT USAGE(SITE))",
        "UNBIND(TOKEN(T) SEQNUM(00000001)) FORCE",
        "UNBIND(TOKEN(T) CERTAUTH LABEL('l'))",
        ""}) {
    const std::string command = std::string("RACDCERT ") + operands;
    const auto result = parse(command);
    EXPECT_TRUE(result.has_value()) << command << "\n" << (result ? "" : result.error().diagnostic.text);
    EXPECT_TRUE(notices(command).empty()) << command;
  }
}

TEST(Tables, AcceptTheCommandsOfSecuritySetUpJobs) {
  for (const char* command :
       {"ADDGROUP IZUADMIN OMVS(AUTOGID)",
        "AG (G1 G2) SUPGROUP(SYS1) OWNER(SYS1) DATA('x') OMVS(GID(7) SHARED)",
        "ADDUSER IZUSVR DFLTGRP(IZUADMIN) NOPASSWORD OMVS(AUTOUID   HOME(/global/zosmf/data/home/izusvr) "
        "PROGRAM(/bin/sh)) NAME('zOSMF Started Task USERID')",
        "ALTUSER IZUSVR OMVS(FILEPROC(10000))",
        "CONNECT IZUSVR GROUP(IZUSECAD)",
        "CO (A B) GROUP(G) AUTH(CONNECT)",
        "ADDUSER IZUGUEST RESTRICTED DFLTGRP(IZUUNGRP) OMVS(AUTOUID) NAME('x') NOPASSWORD",
        "ALTUSER A PASSWORD('x') NOEXPIRED RESUME",
        "ALU A REVOKE TSO(ACCTNUM(1) PROC(P) SIZE(4096))",
        "DELUSER (A B)",
        "LU",
        "LU IBMUSER TSO OMVS",
        "LISTUSER * NORACF",
        "LG IZUADMIN OMVS",
        "PASSWORD INTERVAL(30)",
        "RE A GROUP(G)",
        "SETROPTS CLASSACT(SERVER) RACLIST(SERVER) GENERIC(SERVER)",
        "SETROPTS RACLIST(FACILITY) REFRESH",
        "SETROPTS LIST",
        "SETROPTS GENERIC(DATASET) REFRESH",
        "SETROPTS PASSWORD(INTERVAL(90) RULE1(LENGTH(8) ALPHA(1:8)))",
        "RDEFINE SERVER BBG.ANGEL.IZUANG1 UACC(NONE)",
        "RDEF FACILITY (A B) UACC(READ) AUDIT(ALL(READ)) OWNER(G)",
        "RDEFINE STARTED IZUSVR1.* STDATA(USER(IZUSVR) GROUP(IZUADMIN) PRIVILEGED(NO) TRUSTED(NO) TRACE(YES))",
        "RDEFINE CDT IZP UACC(NONE) CDTINFO(DEFAULTUACC(NONE) FIRST(ALPHA) OTHER(ALPHA NUMERIC) MAXLENGTH(246) "
        "POSIT(607) RACLIST(REQUIRED) CASE(ASIS))",
        "RALTER GLOBAL DATASET ADDMEM('SYS1.*'/READ)",
        "RDELETE FACILITY A.B",
        "RLIST FACILITY * ALL",
        "RL SERVER A.B AUTHUSER",
        "PERMIT BBG.ANGEL CLASS(SERVER) ACCESS(READ) ID(IZUADMIN IZUUSER IZUGUEST)",
        "PE 'SYS1.*' ID(*) ACC(READ) GENERIC",
        "PERMIT A.B CLASS(FACILITY) RESET",
        "PERMIT A CLASS(FACILITY) ID(U) DELETE",
        "SEARCH CLASS(FACILITY) MASK(IRR)",
        "SR FILTER(IZU.**) CLASS(EJBROLE) NOLIST",
        "RVARY LIST",
        "ADDSD 'SYS1.**' UACC(READ)",
        "AD A.B GENERIC",
        "LD DA('SYS1.*') ALL",
        "DELDSD 'A.B'",
        "ALTDSD 'A.*' UACC(NONE)",
        "PROFILE NOPREFIX",
        "PROF",
        "PROFILE PREFIX(IBMUSER) MSGID WTPMSG",
        "END",
        "LOGOFF"}) {
    const auto result = parse(command);
    EXPECT_TRUE(result.has_value()) << command << "\n" << (result ? "" : result.error().diagnostic.text);
    EXPECT_TRUE(notices(command).empty()) << command;
  }
}

TEST(Tables, TakePositionalOperandsByTheirNames) {
  const auto define = parse("RDEFINE FACILITY (irr.a, IRR.B) UACC(NONE)");
  ASSERT_TRUE(define.has_value());
  EXPECT_EQ(define->operands.value_of("CLASS"), "FACILITY");
  ASSERT_EQ(define->operands.find("PROFILE")->values.size(), 2u);
  EXPECT_EQ(define->operands.find("PROFILE")->values[0].text, "IRR.A");
  EXPECT_EQ(parse("ADDUSER fred")->operands.value_of("USERID"), "FRED");
  EXPECT_EQ(parse("ADDGROUP staff")->operands.value_of("GROUP"), "STAFF");
  EXPECT_EQ(parse("LU OMVS")->operands.value_of("USERID"), "OMVS");
}

TEST(Tables, SayWhichPositionalOperandIsMissing) {
  EXPECT_EQ(refusal("ADDUSER").front(), "IKJ56701I MISSING USERID+");
  EXPECT_EQ(refusal("ADDUSER DFLTGRP(G)").front(), "IKJ56701I MISSING USERID+");
  EXPECT_EQ(refusal("RDEFINE FACILITY UACC(NONE)").front(), "IKJ56701I MISSING ENTITY NAME+");
  EXPECT_EQ(refusal("RDEFINE").front(), "IKJ56701I MISSING CLASS+");
  EXPECT_EQ(refusal("ADDUSER TOOLONGNAME").front(), "IKJ56702I INVALID USERID, TOOLONGNAME");
}

TEST(Tables, KeepTheCaseOfProfilesInClassesThatDo) {
  EXPECT_EQ(parse("RDEFINE EJBROLE IZUDFLT.*.izuUsers")->operands.value_of("PROFILE"), "IZUDFLT.*.izuUsers");
  EXPECT_EQ(parse("PERMIT IZUDFLT.*.izuUsers CLASS(EJBROLE) ID(A)")->operands.value_of("PROFILE"),
            "IZUDFLT.*.izuUsers");
  EXPECT_EQ(parse("PERMIT izu.a CLASS(SERVER) ID(A)")->operands.value_of("PROFILE"), "IZU.A");
  EXPECT_EQ(parse("PERMIT 'sys1.*' ID(A)")->operands.value_of("PROFILE"), "SYS1.*");
}

TEST(Tables, KnowTheSuppliedClassesAndTakeTheSitesOwn) {
  const std::vector<std::string> site{"ZOWE"};
  EXPECT_TRUE(parse("RDEFINE DIGTCRIT X APPLDATA('A')").has_value());
  EXPECT_FALSE(parse("RDEFINE ZOWE A.B").has_value());
  EXPECT_TRUE(parse_command(single_command("RDEFINE ZOWE A.B"), site).has_value());
  EXPECT_FALSE(parse("SETROPTS RACLIST(DIGTMAP) REFRESH").has_value());
  EXPECT_FALSE(parse("RDEFINE USER A").has_value());
}

TEST(Tables, GroupTheResourcesOfSuppliedClassesInSuppliedClasses) {
  EXPECT_EQ(grouping_class("XFACILIT"), "GXFACILI");
  EXPECT_EQ(grouping_class("FACILITY"), "");
  for (const std::string_view name : supplied_classes())
    EXPECT_TRUE(grouping_class(name).empty() || is_supplied_class(grouping_class(name))) << name;
}

TEST(Tables, KeepMembersAsTheyAreWritten) {
  const auto command = parse("RALTER GLOBAL DATASET ADDMEM('sys1.*'/READ 'A.B' C.D/UPDATE)");
  ASSERT_TRUE(command.has_value());
  const auto& members = command->operands.find("ADDMEM")->values;
  ASSERT_EQ(members.size(), 3u);
  EXPECT_EQ(members[0].text, "'sys1.*'/READ");
  EXPECT_EQ(members[1].text, "'A.B'");
  EXPECT_EQ(members[2].text, "C.D/UPDATE");
}

TEST(Tables, StoreTheFieldsThatASiteDefinesItself) {
  const auto command = parse("ALTUSER A CSDATA(EMPID(1234) NODEPT)");
  ASSERT_TRUE(command.has_value());
  const Keyword* data = command->operands.find("CSDATA");
  EXPECT_EQ(data->value_of("EMPID"), "1234");
  EXPECT_TRUE(data->has("NODEPT"));
}

}  // namespace
}  // namespace ringside::parser::test
