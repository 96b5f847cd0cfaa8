// tests/emulator/racf/prepared/prepared_system_test.cpp - a new lab: what its systems hold, and
// docs/prepared-system.md, made of the same tables.
#include "emulator/racf/prepared/prepared_system.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/tso/execute.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A prepared lab with a user SRV who has a ring.
struct PreparedLab : RacfLab {
  explicit PreparedLab(lab::Rules rules = {}) : RacfLab("2013-05-17", rules, Preparation::prepared) {}
  void make_ring() {
    must("ADDUSER (SRV READER)");
    must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('s')) WITHLABEL('s') NISTECC SIZE(256)");
    must("RACDCERT ID(SRV) ADDRING(Ring)");
    must("RACDCERT ID(SRV) CONNECT(LABEL('s') RING(Ring) DEFAULT)");
  }
};

TEST(PreparedSystem, UsersListAndReadTheirOwnRingsOnly) {
  PreparedLab lab;
  lab.make_ring();
  EXPECT_EQ(lab.run_as("SRV", "RACDCERT LISTRING(Ring)").return_code, 0);
  EXPECT_THAT(message_ids(lab.run_as("READER", "RACDCERT ID(SRV) LISTRING(Ring)")), ElementsAre("IRRD101I"));
}

TEST(PreparedSystem, AJobDefinesTheDiscreteProfileForRingsAsAtASite) {
  PreparedLab lab;
  EXPECT_THAT(message_ids(lab.run("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)")), ElementsAre("ICH10006I"));
  EXPECT_EQ(lab.run("RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)").return_code, 0);
}

TEST(PreparedSystem, ChangesOfCertificatesAndRingsNeedNoRefresh) {
  PreparedLab lab;
  lab.make_ring();
  EXPECT_THAT(message_ids(lab.run("RACDCERT ID(SRV) ADDRING(Other)")), IsEmpty());
  EXPECT_THAT(message_ids(lab.run("SETROPTS RACLIST(DIGTCERT) REFRESH")), Contains("ICH14070I"));
}

TEST(PreparedSystem, AssignsNumbersAndRefusesThoseInUse) {
  PreparedLab lab;
  EXPECT_THAT(lab.run("ADDUSER ANN OMVS(AUTOUID)").shown(), Contains(HasSubstr("UID value of 100000.")));
  EXPECT_THAT(lab.run("ADDGROUP CREW OMVS(AUTOGID)").shown(), Contains(HasSubstr("GID value of 100000.")));
  EXPECT_EQ(lab.run("ADDUSER BOB OMVS(UID(100000))").return_code, 8);
  EXPECT_EQ(lab.run("ADDUSER BOB OMVS(UID(100000) SHARED)").return_code, 0);
}

TEST(PreparedSystem, HoldsStandInsForTheCertificatesOfRacf) {
  PreparedLab lab;
  const std::string listed = lab.shown("RACDCERT CERTAUTH LIST(LABEL('STG Code Signing CA'))");
  EXPECT_THAT(listed, HasSubstr("  Status: NOTRUST\n"));
  EXPECT_THAT(listed, HasSubstr(">CN=STG Code Signing CA.OU=Stand-in.O=Ringside<"));
  EXPECT_THAT(listed, HasSubstr("  Private Key: NO\n"));
  EXPECT_EQ(lab.run("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('x')) WITHLABEL('Thawte Server CA')").return_code, 8);
  lab.must("RACDCERT DELETE(LABEL('Thawte Server CA'))CERTAUTH");
}

TEST(PreparedSystem, EachStandInIsSelfSignedAndSaysThatItIsOne) {
  PreparedLab lab;
  for (const SuppliedCertificate& row : supplied_certificates()) {
    const auto stored = lab.record(database::certauth_owner, std::string(row.label));
    ASSERT_TRUE(stored) << row.label;
    EXPECT_TRUE(is_supplied(*stored));
    const auto certificate = crypto::Certificate::from_der(stored->der);
    ASSERT_TRUE(certificate) << row.label;
    const auto made = racdcert::make_record({database::certauth_owner}, stored->label, *certificate);
    EXPECT_EQ(stored->profile, made.profile);
    EXPECT_EQ(stored->key_fingerprint, made.key_fingerprint);
    EXPECT_EQ(stored->subject, made.subject);
    EXPECT_TRUE(certificate->is_self_signed()) << row.label;
    EXPECT_EQ(certificate->subject().listing(), fmt::format("CN={}.OU=Stand-in.O=Ringside", row.label));
  }
}

// The first key of a run of tools/make-supplied-certificates.
TEST(PreparedSystem, TheStandInsAreThoseThatTheirScriptMakes) {
  const auto date = *base::from_local(*base::parse_moment("2000-01-01"), base::Zone{});
  const base::FixedClock clock(date);
  lab::Lab lab("", clock);
  lab.set_seed("supplied with RACF");
  database::SystemRecord system;
  system.name = "SYS1";
  add_system(lab, system, Preparation::bare);
  Session session(lab, system, "IBMUSER");
  const auto made = tso::execute(
      session, parser::single_command("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('STG Code Signing CA') OU('Stand-in') "
                                      "O('Ringside')) WITHLABEL('x') SIZE(2048) NOTAFTER(DATE(2049-12-31))"));
  ASSERT_EQ(made.return_code, 0);
  EXPECT_EQ(session.database.certificates.by_label("irrcerta", "x")->der,
            crypto::decode_base64(supplied_certificates().front().certificate).value());
}

TEST(PreparedSystem, MakesTheKeysOfABareOne) {
  PreparedLab prepared;
  RacfLab bare;
  for (RacfLab* lab : {static_cast<RacfLab*>(&prepared), &bare})
    lab->must("RACDCERT SITE GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC SIZE(256)");
  EXPECT_EQ(prepared.certificate("irrsitec", "a"), bare.certificate("irrsitec", "a"));
}

TEST(PreparedSystem, IsMadeOncePerDatabaseOfZos) {
  RacfLab lab("2013-05-17", {}, Preparation::prepared);
  lab.must("RDELETE UNIXPRIV SHARED.IDS");
  lab.add_system("SYS2", "SYS1");
  EXPECT_EQ(lab.run("RLIST UNIXPRIV SHARED.IDS", "SYS2").return_code, 4);
  database::SystemRecord host;
  host.name = "HOST";
  host.kind = "distributed";
  add_system(lab.lab(), host);
  EXPECT_EQ(lab.lab().database_of(host).certificates.count(), 0);
}

TEST(BareSystem, HasNoActiveClassesAndNoProfiles) {
  RacfLab lab;
  EXPECT_THAT(lab.session().database.classes.all(), IsEmpty());
  EXPECT_EQ(lab.session().database.certificates.count(), 0);
  EXPECT_EQ(lab.run("RLIST FACILITY BPX.NEXT.USER").return_code, 4);
}

std::string prepared_page() {
  std::string text = R"(# A new lab is a prepared system

A new system of z/OS in a lab is prepared as people know it from a distribution system, so that jobs run as they do at a
site. `ringside lab new --bare` and the scenario key `bare` leave all of this out; `ringside lab new --like FILE` runs TSO
commands of your own in addition. Labs that were made earlier stay as they are. This page is made from the tables of
`emulator/racf/prepared/`; a test compares it with them.

Group SYS1 and the users IBMUSER (SPECIAL), irrcerta, irrsitec and irrmulti are in every lab, also in a bare one.

## Active classes
DATASET, USER and GROUP are active on every system. A change to a RACLISTed class needs SETROPTS RACLIST(class) REFRESH.

| class | GENERIC | RACLIST |
|---|---|---|
)";
  const auto mark = [](bool on) { return on ? "yes" : "-"; };
  for (const PreparedClass& row : prepared_classes())
    text += fmt::format("| {} | {} | {} |\n", row.name, mark(row.generic), mark(row.raclisted));
  text += R"(
## Profiles
UACC(NONE), OWNER(IBMUSER).

| class | profile | APPLDATA | access of ID(*) | effect |
|---|---|---|---|---|
)";
  for (const PreparedProfile& row : prepared_profiles())
    text += fmt::format("| {} | {}{} | {} | {} | {} |\n", row.profile_class, row.name, row.generic ? " (G)" : "",
                        row.application_data, row.access_of_all, row.purpose);
  text += R"(
## Segments
IBMUSER and its group are UNIX users, so that BPXBATCH starts a shell. A second user with UID 0 needs SHARED.

| class | profile | segment | field | value |
|---|---|---|---|---|
)";
  for (const PreparedField& row : prepared_fields())
    text +=
        fmt::format("| {} | {} | {} | {} | {} |\n", row.profile_class, row.profile, row.segment, row.field, row.value);
  text += R"(
## Certificates of CERTAUTH
RACF comes with CA certificates, which are not used until somebody gives them status TRUST. Ringside has certificates with
their labels: self-signed stand-ins with status NOTRUST and without private keys, named
`CN=label.OU=Stand-in.O=Ringside`. `tools/make-supplied-certificates` makes them.

| label | how certain the label is |
|---|---|
)";
  for (const SuppliedCertificate& row : supplied_certificates())
    text += fmt::format("| {} | {} |\n", row.label, row.source);
  return text;
}

TEST(PreparedSystem, TheDocsListIt) {
  test_support::expect_golden("../../docs/prepared-system.md", prepared_page());
}

}  // namespace
}  // namespace ringside::racf
