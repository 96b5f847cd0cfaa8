// tests/emulator/racf/datalib/seen_rings_test.cpp - RACLISTed certificates and rings: what their readers see before and
// after a refresh, and which refresh a remark names.
#include "emulator/racf/datalib/seen_rings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"
#include "emulator/racf/datalib/ring_reader.hpp"
#include "emulator/racf/users/certificate_user.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// SRV's ring with one certificate, in a lab where DIGTCERT and DIGTRING are RACLISTed.
class Seen : public testing::Test {
 protected:
  explicit Seen(lab::Rules rules = {}) : lab("2013-05-17", rules, Preparation::prepared) {
    for (const char* command :
         {"ADDUSER SRV", "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('one') NISTECC SIZE(256)",
          "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('two')) WITHLABEL('two') NISTECC SIZE(256)",
          "RACDCERT ID(SRV) ADDRING(Ring)", "RACDCERT ID(SRV) CONNECT(LABEL('one') RING(Ring) DEFAULT)",
          "SETROPTS RACLIST(DIGTCERT DIGTRING)"})
      lab.must(command);
  }

  std::string members(const std::string& ring = "Ring") {
    const auto found = SeenRings(lab.session()).members({"SRV", ring});
    if (!found) return "no ring";
    std::vector<std::string> labels;
    for (const SeenMember& member : *found)
      labels.push_back(member.record.label + (member.is_default ? "*" : "") +
                       (member.record.status == database::Status::notrust ? " NOTRUST" : ""));
    return base::join(labels, ", ");
  }
  std::string missing() { return SeenRings(lab.session()).missing_refresh(RingName{"SRV", "Ring"}); }
  void refresh(const std::string& classes) { lab.must("SETROPTS RACLIST(" + classes + ") REFRESH"); }

  RacfLab lab;
};

TEST_F(Seen, AConnectionIsSeenAfterTheRefreshOfDigtring) {
  EXPECT_EQ(missing(), "");
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('two') RING(Ring) DEFAULT)");
  EXPECT_EQ(members(), "one*");
  EXPECT_EQ(missing(), "DIGTRING");
  refresh("DIGTRING");
  EXPECT_EQ(members(), "one, two*");
  EXPECT_EQ(missing(), "");
}

TEST_F(Seen, AStatusIsSeenAfterTheRefreshOfDigtcert) {
  lab.must("RACDCERT ID(SRV) ALTER(LABEL('one')) NOTRUST");
  EXPECT_EQ(members(), "one*");
  EXPECT_EQ(missing(), "DIGTCERT");
  refresh("DIGTRING");
  EXPECT_EQ(members(), "one*") << "another class was refreshed";
  refresh("DIGTCERT");
  EXPECT_EQ(members(), "one* NOTRUST");
}

TEST_F(Seen, ANewCertificateOnARingNeedsBothRefreshes) {
  lab.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('three')) WITHLABEL('three') NISTECC SIZE(256)");
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('three') RING(Ring))");
  EXPECT_EQ(missing(), "DIGTCERT DIGTRING");
  refresh("DIGTRING");
  EXPECT_EQ(members(), "one*") << "the copy of DIGTCERT does not have it";
  refresh("DIGTCERT");
  EXPECT_EQ(members(), "one*, three");
}

TEST_F(Seen, RingsAndCertificatesThatAreGoneAreSeenUntilTheRefresh) {
  lab.must("RACDCERT ID(SRV) DELETE(LABEL('one'))");
  lab.must("RACDCERT ID(SRV) DELRING(Ring)");
  lab.must("RACDCERT ID(SRV) ADDRING(New)");
  EXPECT_EQ(members(), "one*");
  EXPECT_EQ(members("New"), "no ring");
  EXPECT_THAT(SeenRings(lab.session()).rings_of("SRV"), ElementsAre("Ring"));
  EXPECT_TRUE(read_ring(lab.lab(), lab.session().system, {"SRV", "Ring"}).party.identity) << "a server still starts";
  refresh("DIGTCERT DIGTRING");
  EXPECT_EQ(members(), "no ring");
  EXPECT_THAT(SeenRings(lab.session()).rings_of("SRV"), ElementsAre("New"));
}

TEST_F(Seen, TheVirtualRingIsThatOfTheCopyToo) {
  lab.must("RACDCERT ID(SRV) DELETE(LABEL('two'))");
  EXPECT_EQ(members("*"), "one, two");
  refresh("DIGTCERT");
  EXPECT_EQ(members("*"), "one");
}

TEST_F(Seen, NoraclistShowsTheDatabase) {
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('two') RING(Ring))");
  lab.must("SETROPTS NORACLIST(DIGTRING)");
  EXPECT_EQ(members(), "one*, two");
}

TEST_F(Seen, EveryWayOfReadingARingNamesTheMissingRefresh) {
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('two') RING(Ring))");
  const std::string remark =
      "ring SRV/Ring changed since the last refresh of DIGTRING: RACF goes by the old profiles until SETROPTS "
      "RACLIST(DIGTRING) REFRESH";
  const auto listed = lab.run("RACDCERT ID(SRV) LISTRING(Ring)");
  EXPECT_THAT(listed.shown(), Contains(HasSubstr("two"))) << "RACDCERT lists the database";
  EXPECT_THAT(listed.diagnostics, ElementsAre(remark));
  datalib::Service service(lab.lab(), lab.session().system, "SRV");
  ASSERT_TRUE(service.data_get_first("SRV", "Ring"));
  EXPECT_THAT(service.remarks(), ElementsAre(remark));
  const RingContents contents = read_ring(lab.lab(), lab.session().system, {"SRV", "Ring"});
  EXPECT_THAT(contents.remarks, ElementsAre(remark));
  EXPECT_EQ(contents.refresh, "SETROPTS RACLIST(DIGTRING) REFRESH");
}

TEST_F(Seen, ACertificateLogsOnAsTheCopyOfDigtcertSays) {
  const auto certificate = lab.certificate("SRV", "two");
  lab.must("RACDCERT ID(SRV) ALTER(LABEL('two')) NOTRUST");
  const CertificateUser before = user_of(lab.session(), certificate, {});
  EXPECT_EQ(before.user, "SRV");
  EXPECT_THAT(before.remarks, Contains(HasSubstr("SETROPTS RACLIST(DIGTCERT) REFRESH")));
  refresh("DIGTCERT");
  EXPECT_EQ(user_of(lab.session(), certificate, {}).user, "");
}

class LenientlySeen : public Seen {
 protected:
  LenientlySeen() : Seen({.lenient = true}) {}
};

TEST_F(LenientlySeen, ChangesAreSeenAtOnceWithARemark) {
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('two') RING(Ring))");
  EXPECT_EQ(members(), "one*, two");
  const RingContents contents = read_ring(lab.lab(), lab.session().system, {"SRV", "Ring"});
  EXPECT_THAT(contents.remarks,
              ElementsAre("ring SRV/Ring changed since the last refresh of DIGTRING: a real system goes by the old "
                          "profiles until SETROPTS RACLIST(DIGTRING) REFRESH"));
  EXPECT_THAT(contents.refresh, IsEmpty());
}

}  // namespace
}  // namespace ringside::racf
