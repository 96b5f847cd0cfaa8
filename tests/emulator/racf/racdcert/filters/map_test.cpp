// tests/emulator/racf/racdcert/filters/map_test.cpp - MAP, ALTMAP, DELMAP and LISTMAP.
#include <gmock/gmock.h>

#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::message_ids;
using test_support::RacfLab;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class MapLab : public RacfLab {
 public:
  MapLab() {
    must("ADDUSER WEBUSER");
    must("ADDUSER OTHER");
  }

  /// A certificate in data set IBMUSER.MODEL. It is not in the database.
  void put_model() {
    must(
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Class 1') OU('Sub.scribers') O('Verity, Inc') L('Internet')) "
        "WITHLABEL('CA') NISTECC");
    must(
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('Timo') OU('Claims') OU('Nordic') O('Acme') C('FI')) "
        "WITHLABEL('m') NISTECC SIGNWITH(CERTAUTH LABEL('CA'))");
    must("RACDCERT ID(OTHER) EXPORT(LABEL('m')) DSN(MODEL)");
    must("RACDCERT ID(OTHER) DELETE(LABEL('m'))");
  }

  std::vector<database::NameFilter> filters() { return session().database.filters.all(); }
  std::string refusal(const std::string& command) {
    const host::CommandResult result = run(command);
    EXPECT_EQ(result.return_code, 8) << command;
    EXPECT_FALSE(result.lines.empty()) << command;
    return result.lines.empty() ? "" : result.lines.back().id;
  }
};

TEST(RacdcertMap, KeepsAFilterOfAUserAndListsIt) {
  MapLab lab;
  lab.must(
      "RACDCERT ID(WEBUSER) MAP WITHLABEL('INTERNET OTHERS') TRUST "
      "IDNFILTER('OU=VeriSign Class 1 Individual Subscriber.O=VeriSign, Inc.L=Internet')");
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('O=IBM.C=UK')");
  expect_golden("racdcert/listmap.txt", lab.shown("RACDCERT LISTMAP ID(WEBUSER)"));
}

TEST(RacdcertMap, KeepsAFilterOfManyUsersWithCriteria) {
  MapLab lab;
  lab.must(
      "RACDCERT MULTIID MAP WITHLABEL('All employees') TRUST IDNFILTER('OU=Music.O=VeriSign, Inc.L=Internet') "
      "CRITERIA(applid=&applid.SYSID=&SYSID)");
  expect_golden("racdcert/listmap_multiid.txt", lab.shown("RACDCERT MULTIID LISTMAP(LABEL('All employees'))"));
}

TEST(RacdcertMap, IsNotTrustedUnlessTrustIsCoded) {
  MapLab lab;
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=UK')");
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=US') NOTRUST");
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=DE') TRUST");
  EXPECT_FALSE(lab.filters()[0].trusted);
  EXPECT_FALSE(lab.filters()[1].trusted);
  EXPECT_TRUE(lab.filters()[2].trusted);
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=FR') NOTRUST TRUST");
  EXPECT_TRUE(lab.filters()[3].trusted) << "the last one counts";
}

TEST(RacdcertMap, NeedsAFilterThatBeginsWithAPrefix) {
  MapLab lab;
  EXPECT_EQ(lab.refusal("RACDCERT MAP ID(WEBUSER) TRUST"), "IRRD130I");
  for (const char* wrong : {"IBM.C=UK", "cn=Timo", "CN", "E=x@y", "DC=com", "ST=Bayern", " O=IBM"})
    EXPECT_EQ(lab.refusal(std::string("RACDCERT MAP ID(WEBUSER) IDNFILTER('") + wrong + "')"), "IRRD140I") << wrong;
  EXPECT_EQ(lab.refusal("RACDCERT MAP ID(WEBUSER) IDNFILTER('O=A') SDNFILTER('IBM')"), "IRRD140I");
  for (const char* right : {"CN=a", "T=a", "OU=a", "O=a", "L=a", "SP=a", "C=a"})
    lab.must(std::string("RACDCERT MAP ID(WEBUSER) IDNFILTER('") + right + "')");
}

TEST(RacdcertMap, RefusesAFilterOver255Characters) {
  MapLab lab;
  lab.must("RACDCERT MAP ID(WEBUSER) IDNFILTER('O=" + std::string(253, 'x') + "')");
  EXPECT_EQ(lab.refusal("RACDCERT MAP ID(WEBUSER) IDNFILTER('O=" + std::string(254, 'x') + "')"), "RSD209I");
}

TEST(RacdcertMap, GivesOneUserOnlyToTheSameNames) {
  MapLab lab;
  lab.must("RACDCERT MAP ID(WEBUSER) IDNFILTER('O=A') SDNFILTER('C=UK') WITHLABEL('first')");
  const host::CommandResult again = lab.run("RACDCERT MAP ID(OTHER) IDNFILTER('O=A') SDNFILTER('C=UK')");
  EXPECT_EQ(again.shown().back(),
            "RSD230I These names are mapped already: label 'first' of user WEBUSER. The mapping is not added.");
  lab.must("RACDCERT MAP ID(OTHER) SDNFILTER('C=UK')");
  lab.must("RACDCERT MAP ID(OTHER) IDNFILTER('O=A')");
}

TEST(RacdcertMap, CountsDefaultLabelsPerOwnerAndApartFromCertificates) {
  MapLab lab;
  lab.must("RACDCERT ID(WEBUSER) GENCERT SUBJECTSDN(CN('x')) NISTECC");
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=UK')");
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=US')");
  lab.must("RACDCERT MAP ID(OTHER) SDNFILTER('C=DE')");
  EXPECT_EQ(lab.filters()[0].label, "LABEL00000001");
  EXPECT_EQ(lab.filters()[1].label, "LABEL00000002");
  EXPECT_EQ(lab.filters()[2].label, "LABEL00000001");
  EXPECT_EQ(lab.refusal("RACDCERT MAP ID(OTHER) SDNFILTER('C=FR') WITHLABEL(' LABEL00000001 ')"), "RSD202I");
}

TEST(RacdcertMap, AsksForCriteriaWithMultiidAndOnlyThere) {
  MapLab lab;
  EXPECT_EQ(lab.refusal("RACDCERT MULTIID MAP SDNFILTER('C=UK') TRUST"), "IRRD130I");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=UK') CRITERIA(APPLID=&APPLID)"), "RSD209I");
  lab.must("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=UK')");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) ALTMAP NEWCRITERIA(APPLID=&APPLID)"), "RSD209I");
}

TEST(RacdcertMap, KnowsMultiidForMappingsOnly) {
  MapLab lab;
  for (const char* function :
       {"LIST", "GENCERT SUBJECTSDN(CN('x'))", "ADDRING(r)", "DELETE", "EXPORT(LABEL('x')) DSN(X)"})
    EXPECT_EQ(lab.run(std::string("RACDCERT MULTIID ") + function).shown().back(),
              "IRRD136I MULTIID cannot be used for the function specified.")
        << function;
  EXPECT_EQ(lab.run("RACDCERT ID(WEBUSER) MULTIID LISTMAP").shown().back(),
            "RSD231I No mapping information was found for MULTIID.");
}

TEST(RacdcertMap, IgnoresCertauthAndSiteWithARemark) {
  MapLab lab;
  const auto mapped = lab.run("RACDCERT CERTAUTH MAP SDNFILTER('C=UK') WITHLABEL('m')");
  EXPECT_EQ(mapped.return_code, 0);
  EXPECT_THAT(mapped.diagnostics, testing::Contains("operand CERTAUTH has no meaning for MAP and had no effect"));
  EXPECT_EQ(lab.filters().back().owner, "IBMUSER");
  EXPECT_EQ(lab.run("RACDCERT SITE LISTMAP").return_code, 0);
}

TEST(RacdcertMap, FindsTheStartingPointInAModelCertificate) {
  MapLab lab;
  lab.put_model();
  lab.must("RACDCERT MAP(MODEL) ID(WEBUSER) SDNFILTER('OU=Nor') TRUST");
  lab.must("RACDCERT MAP(MODEL) ID(WEBUSER) IDNFILTER('OU=Sub')");
  lab.must("RACDCERT MAP(MODEL) ID(WEBUSER) IDNFILTER('CN=') SDNFILTER('O=Acme')");
  const auto filters = lab.filters();
  EXPECT_EQ(filters[0].subject_filter, "OU=Nordic.O=Acme.C=FI");
  EXPECT_EQ(filters[0].issuer_filter, "");
  EXPECT_EQ(filters[1].issuer_filter, "OU=Sub.scribers.O=Verity, Inc.L=Internet");
  EXPECT_EQ(filters[2].issuer_filter, "CN=Class 1.OU=Sub.scribers.O=Verity, Inc.L=Internet");
  EXPECT_EQ(filters[2].subject_filter, "O=Acme.C=FI");
}

TEST(RacdcertMap, RefusesWhatAModelCertificateDoesNotShow) {
  MapLab lab;
  lab.put_model();
  EXPECT_EQ(lab.run("RACDCERT MAP(MODEL) ID(WEBUSER) IDNFILTER('O=Acme')").shown().back(),
            "IRRD141I The starting point specified for IDNFILTER is not found in the certificate.");
  EXPECT_EQ(lab.run("RACDCERT MAP(MODEL) ID(WEBUSER) SDNFILTER('C=UK')").shown().back(),
            "IRRD141I The starting point specified for SDNFILTER is not found in the certificate.");
  EXPECT_EQ(lab.refusal("RACDCERT MAP(MODEL) ID(WEBUSER) IDNFILTER('OU=') SDNFILTER('C=FI')"), "IRRD146I");
  EXPECT_EQ(lab.refusal("RACDCERT MAP(MODEL) ID(WEBUSER) SDNFILTER('Timo')"), "IRRD140I");
  EXPECT_EQ(lab.refusal("RACDCERT MAP(NO.SUCH) ID(WEBUSER) SDNFILTER('C=FI')"), "IRRD103I");
  lab.put_text("IBMUSER.TEXT", "no certificate");
  EXPECT_EQ(lab.refusal("RACDCERT MAP(TEXT) ID(WEBUSER) SDNFILTER('C=FI')"), "IRRD104I");
  EXPECT_THAT(lab.filters(), IsEmpty());
}

TEST(RacdcertMap, RefusesAFilterOfAModelOver255Characters) {
  MapLab lab;
  std::string subject = "SUBJECTSDN(CN('c') OU(";
  for (char c = 'a'; c < 'e'; ++c) subject += "'" + std::string(64, c) + "' ";
  lab.must("RACDCERT ID(OTHER) GENCERT " + subject + ")) WITHLABEL('long') NISTECC");
  lab.must("RACDCERT ID(OTHER) EXPORT(LABEL('long')) DSN(MODEL)");
  EXPECT_EQ(lab.run("RACDCERT MAP(MODEL) ID(WEBUSER) SDNFILTER('CN=')").shown().back(),
            "IRRD142I The starting point specified for SDNFILTER results in a filter that is too long.");
  lab.must("RACDCERT MAP(MODEL) ID(WEBUSER) SDNFILTER('OU=b')");
}

TEST(RacdcertMap, RemindsOfTheRefreshOfARaclistedClass) {
  MapLab lab;
  EXPECT_THAT(lab.run("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=UK')").lines, IsEmpty());
  lab.must("SETROPTS CLASSACT(DIGTNMAP) RACLIST(DIGTNMAP)");
  const std::vector<std::string> reminder = {
      "IRRD175I The new profile for DIGTNMAP will not be in effect until a SETROPTS REFRESH has been issued."};
  EXPECT_EQ(lab.run("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=US')").shown(), reminder);
  EXPECT_EQ(lab.run("RACDCERT ALTMAP(LABEL('LABEL00000001')) ID(WEBUSER) TRUST").shown(), reminder);
  EXPECT_EQ(lab.run("RACDCERT DELMAP(LABEL('LABEL00000001')) ID(WEBUSER)").shown(), reminder);
}

TEST(RacdcertMap, SaysThatMappingsNeedAnActiveRaclistedClass) {
  MapLab lab;
  EXPECT_THAT(lab.run("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=UK')").diagnostics,
              ElementsAre(HasSubstr("SETROPTS CLASSACT(DIGTNMAP) RACLIST(DIGTNMAP)")));
  lab.must("SETROPTS CLASSACT(DIGTNMAP) RACLIST(DIGTNMAP)");
  EXPECT_THAT(lab.run("RACDCERT MAP ID(WEBUSER) SDNFILTER('C=US')").diagnostics, IsEmpty());
}

TEST(RacdcertAltmap, ChangesLabelStatusAndCriteria) {
  MapLab lab;
  lab.must("RACDCERT MULTIID MAP SDNFILTER('C=UK') CRITERIA(APPLID=&APPLID)");
  lab.must("RACDCERT MULTIID ALTMAP(LABEL('LABEL00000001')) NEWLABEL('new') NEWCRITERIA(SYSID=&SYSID) TRUST");
  const auto filter = lab.filters().front();
  EXPECT_EQ(filter.label, "new");
  EXPECT_EQ(filter.criteria, "SYSID=&SYSID");
  EXPECT_TRUE(filter.trusted);
  lab.must("RACDCERT MULTIID ALTMAP NOTRUST");
  EXPECT_FALSE(lab.filters().front().trusted);
  EXPECT_EQ(lab.filters().front().label, "new");
}

TEST(RacdcertAltmap, RefusesNothingToDoATakenLabelAndAnUnclearSelection) {
  MapLab lab;
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) ALTMAP TRUST"), "RSD231I");
  lab.must("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=UK') WITHLABEL('one')");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) ALTMAP(LABEL('one'))"), "IRRD130I");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) ALTMAP(LABEL('ONE')) TRUST"), "RSD232I");
  lab.must("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=US') WITHLABEL('two')");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) ALTMAP TRUST"), "RSD233I");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) ALTMAP(LABEL('one')) NEWLABEL('two')"), "RSD202I");
  lab.must("RACDCERT ID(WEBUSER) ALTMAP(LABEL('one')) NEWLABEL('one')");
}

TEST(RacdcertDelmap, DeletesALabelOrTheOnlyMapping) {
  MapLab lab;
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) DELMAP"), "RSD231I");
  lab.must("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=UK') WITHLABEL('one')");
  lab.must("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=US') WITHLABEL('two')");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) DELMAP"), "RSD233I");
  EXPECT_EQ(lab.refusal("RACDCERT ID(WEBUSER) DELMAP(LABEL('three'))"), "RSD232I");
  lab.must("RACDCERT ID(WEBUSER) DELMAP(LABEL('one'))");
  lab.must("RACDCERT ID(WEBUSER) DELMAP");
  EXPECT_THAT(lab.filters(), IsEmpty());
}

TEST(RacdcertDelmap, WorksForAUserThatIsGone) {
  MapLab lab;
  database::NameFilter left_over{0, "GONE", "old", "O=A", "", "", true};
  lab.session().database.filters.add(left_over);
  EXPECT_EQ(lab.refusal("RACDCERT ID(GONE) LISTMAP"), "IRRD102I");
  EXPECT_EQ(lab.refusal("RACDCERT ID(GONE) MAP SDNFILTER('C=UK')"), "IRRD102I");
  lab.must("RACDCERT ID(GONE) DELMAP");
  EXPECT_THAT(lab.filters(), IsEmpty());
}

TEST(RacdcertDelmap, HappensToTheMappingsOfADeletedUser) {
  MapLab lab;
  lab.must("SETROPTS CLASSACT(DIGTNMAP) RACLIST(DIGTNMAP)");
  lab.must("RACDCERT ID(WEBUSER) MAP SDNFILTER('C=UK')");
  EXPECT_THAT(message_ids(lab.run("DELUSER WEBUSER")), ElementsAre("IRRD175I"));
  EXPECT_THAT(lab.filters(), IsEmpty());
}

TEST(RacdcertListmap, SaysThatNothingWasFoundWithReturnCode4) {
  MapLab lab;
  const host::CommandResult nothing = lab.run("RACDCERT ID(WEBUSER) LISTMAP");
  EXPECT_EQ(nothing.return_code, 4);
  EXPECT_EQ(nothing.shown().back(), "RSD231I No mapping information was found for user WEBUSER.");
  const host::CommandResult no_label = lab.run("RACDCERT MULTIID LISTMAP(LABEL('x'))");
  EXPECT_EQ(no_label.return_code, 4);
  EXPECT_EQ(no_label.shown().back(), "RSD232I No mapping with label 'x' was found for MULTIID.");
}

TEST(RacdcertListmap, FoldsALongFilter) {
  MapLab lab;
  lab.must("RACDCERT MAP ID(WEBUSER) SDNFILTER('O=" + std::string(100, 'x') + "')");
  EXPECT_THAT(lab.shown("RACDCERT LISTMAP ID(WEBUSER)"),
              HasSubstr("\n       >O=" + std::string(67, 'x') + "<\n       >" + std::string(33, 'x') + "<\n"));
}

TEST(RacdcertMapAuthority, IsReadForOnesOwnAndUpdateForOthersAndMultiid) {
  MapLab lab;
  lab.must("SETROPTS CLASSACT(FACILITY)");
  const std::vector<std::pair<std::string, std::string>> commands = {
      {"MAP", "MAP SDNFILTER('C=UK')"}, {"ALTMAP", "ALTMAP TRUST"}, {"LISTMAP", "LISTMAP"}, {"DELMAP", "DELMAP"}};
  for (const auto& [function, command] : commands) {
    EXPECT_THAT(message_ids(lab.run_as("WEBUSER", "RACDCERT " + command)), ElementsAre("IRRD101I")) << function;
    lab.must("RDEFINE FACILITY IRR.DIGTCERT." + function + " UACC(READ)");
    EXPECT_EQ(lab.run_as("WEBUSER", "RACDCERT " + command).return_code, 0) << function;
    EXPECT_THAT(message_ids(lab.run_as("WEBUSER", "RACDCERT ID(OTHER) " + command)), ElementsAre("IRRD101I"));
    EXPECT_THAT(message_ids(lab.run_as("WEBUSER", "RACDCERT MULTIID " + command)), ElementsAre("IRRD101I"));
    lab.must("PERMIT IRR.DIGTCERT." + function + " CLASS(FACILITY) ID(WEBUSER) ACCESS(UPDATE)");
    EXPECT_THAT(message_ids(lab.run_as("WEBUSER", "RACDCERT MULTIID " + command)),
                testing::Not(testing::Contains("IRRD101I")));
  }
}

}  // namespace
}  // namespace ringside::racf
