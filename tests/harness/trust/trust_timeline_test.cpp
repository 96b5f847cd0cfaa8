// tests/harness/trust/trust_timeline_test.cpp - the days on which links break, and the commands that renew what ends.
#include "harness/trust/trust_timeline.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/doctor/remedy_player.hpp"
#include "harness/trust/timeline_text.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

base::Instant moment(const std::string& text) {
  return *base::from_local(*base::parse_moment(text), {});
}

/// HERE and THERE, each with a CA and a server certificate, each with the other's CA on its ring.
class Timeline : public testing::Test {
 protected:
  void SetUp() override {
    for (const std::string system : {"HERE", "THERE"}) {
      lab_.add_system(system);
      lab_.must("ADDUSER SRV NOPASSWORD", system);
      lab_.must("RACDCERT ID(SRV) ADDRING(Ring)", system);
    }
  }

  void make(const std::string& system, const std::string& ca_dates, const std::string& server_dates) {
    lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA of " + system + "')) WITHLABEL('CA') NISTECC SIZE(256) " +
                  ca_dates,
              system);
    lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server." + system +
                  "')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA')) " + server_dates,
              system);
    lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)", system);
    lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))", system);
    lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('" + system + ".CA')", system);
    const std::string other = system == "HERE" ? "THERE" : "HERE";
    lab_.copy(system + ".CA", system, other);
    lab_.must("RACDCERT CERTAUTH ADD('" + system + ".CA') WITHLABEL('" + system + "') TRUST", other);
    lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('" + system + "') RING(Ring))", other);
  }

  TrustTimeline look(const std::string& until, const TrustOptions& options = {}) {
    auto timeline =
        trust_timeline(lab_.lab(), {{{}, "HERE", {"SRV", "Ring"}, {}, {}}, {{}, "THERE", {"SRV", "Ring"}, {}, {}}},
                       options, moment(until));
    EXPECT_TRUE(timeline) << timeline.error();
    return *std::move(timeline);
  }

  /// "2014/06/30 23:59:59 HERE->THERE expired", once for both versions.
  static std::vector<std::string> told(const TrustTimeline& timeline) {
    std::vector<std::string> lines;
    for (const TrustMoment& at : timeline.moments)
      for (const Link& link : at.changes) {
        const std::string line = base::listing_time(at.at, {}) + " " + timeline.start.endpoints[link.client].name +
                                 "->" + timeline.start.endpoints[link.server].name + " " +
                                 std::string(to_string(link.reason));
        if (lines.empty() || lines.back() != line) lines.push_back(line);
      }
    return lines;
  }

  void play(const Remedy& remedy) { EXPECT_EQ(play_remedy(lab_.lab(), remedy, "IBMUSER"), ""); }

  test_support::RacfLab lab_{"2013-05-17", {}, racf::Preparation::prepared};
};

TEST_F(Timeline, TellsTheSecondAtWhichALinkBreaksAndTheCertificateThatEnds) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2014-06-30))");
  const TrustTimeline timeline = look("2020-01-01");
  EXPECT_THAT(told(timeline), ElementsAre("2014/06/30 23:59:59 HERE->THERE expired"));
  ASSERT_THAT(timeline.moments.front().ends, SizeIs(1));
  const DatedCertificate& ends = timeline.certificates[timeline.moments.front().ends.front()];
  EXPECT_EQ(ends.subject, "CN=server.THERE");
  EXPECT_EQ(ends.serial, "01");
  ASSERT_THAT(ends.places, SizeIs(1));
  EXPECT_EQ(ends.places.front().system, "THERE");
  EXPECT_EQ(ends.places.front().label, "Server");
  EXPECT_TRUE(ends.places.front().has_key);
  EXPECT_TRUE(timeline.breaks());
}

TEST_F(Timeline, AgreesWithHandshakesMadeOneByOne) {
  make("HERE", "NOTAFTER(DATE(2013-05-25) TIME(03:00:00)) TRUST", "NOTAFTER(DATE(2013-06-01)) TRUST");
  make("THERE", "NOTBEFORE(DATE(2013-05-20)) NOTAFTER(DATE(2030-01-01)) TRUST",
       "NOTBEFORE(DATE(2013-05-22)) NOTAFTER(DATE(2013-05-28) TIME(12:00:00)) TRUST");
  const TrustTimeline timeline = look("2013-06-05");
  EXPECT_THAT(told(timeline),
              ElementsAre("2013/05/22 00:00:00 HERE->THERE trusted", "2013/05/25 03:00:00 THERE->HERE expired",
                          "2013/05/28 12:00:00 HERE->THERE expired"));
  // Moments looked at one by one must show the same states.
  std::set<base::Instant> looks;
  for (base::Instant look = timeline.from; look <= timeline.until; look += std::chrono::hours(12)) looks.insert(look);
  for (const TrustMoment& moment : timeline.moments)
    for (const int seconds : {-1, 0, 1}) looks.insert(moment.at + std::chrono::seconds(seconds));
  for (const base::Instant look : looks) {
    TrustOptions at;
    at.at = look;
    const auto report = check_trust(lab_.lab(), timeline.start.endpoints, at);
    for (const Link& link : report->links) {
      bool holds = timeline.start.find(link.client, link.server, link.version)->trusted;
      for (const TrustMoment& moment : timeline.moments)
        for (const Link& change : moment.changes)
          if (moment.at <= look && change.client == link.client && change.server == link.server &&
              change.version == link.version)
            holds = change.trusted;
      ASSERT_EQ(link.trusted, holds) << base::listing_time(look, {}) << " " << link.client << "->" << link.server;
    }
  }
}

TEST_F(Timeline, LeavesTheClockWhereItIs) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2014-06-30))");
  const std::string before = lab_.lab().fingerprint();
  const base::Instant now = lab_.lab().now();
  TrustOptions later;
  later.at = moment("2014-07-01");
  EXPECT_EQ(look("2020-01-01", later).from, *later.at);
  EXPECT_EQ(lab_.lab().now(), now);
  EXPECT_EQ(lab_.lab().fingerprint(), before);
}

TEST_F(Timeline, IsEmptyWhereNothingEnds) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  const TrustTimeline timeline = look("2029-12-31");
  EXPECT_THAT(timeline.moments, IsEmpty());
  EXPECT_FALSE(timeline.breaks());
  EXPECT_THAT(timeline_lines(timeline).back(), HasSubstr("no link breaks"));
}

TEST_F(Timeline, PassesOverACertificateThatNoLinkRestsOn) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Idle')) WITHLABEL('Idle') NOTAFTER(DATE(2014-01-01))", "HERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Idle') RING(Ring))", "HERE");
  EXPECT_THAT(look("2020-01-01").moments, IsEmpty());
}

TEST_F(Timeline, RefusesATimeThatIsOver) {
  make("HERE", "", "");
  const auto timeline = trust_timeline(lab_.lab(), {{{}, "HERE", {"SRV", "Ring"}, {}, {}}}, {}, moment("2012-01-01"));
  ASSERT_FALSE(timeline);
  EXPECT_EQ(timeline.error(), "2012/01/01 12:00:00 is before 2013/05/17 12:00:00");
}

TEST_F(Timeline, RenewsAServerCertificateSoThatTheLinkHolds) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2014-06-30))");
  const TrustTimeline before = look("2014-12-31");
  ASSERT_THAT(before.moments, SizeIs(1));
  const Cure& renewal = before.certificates[before.moments.front().ends.front()].renewal;
  ASSERT_THAT(renewal.remedies, SizeIs(2));
  EXPECT_THAT(remedy_lines(renewal.remedies.front(), ""),
              ElementsAre("THERE     RACDCERT ID(SRV) GENREQ(LABEL('Server')) DSN('IBMUSER.RINGSIDE.REQ1')",
                          "THERE     RACDCERT ID(SRV) GENCERT('IBMUSER.RINGSIDE.REQ1') SIGNWITH(CERTAUTH LABEL('CA')) "
                          "NOTAFTER(DATE(2015-08-14))"));
  play(renewal.remedies.front());
  EXPECT_THAT(look("2014-12-31").moments, IsEmpty());
}

TEST_F(Timeline, GivesAServerANewKeySoThatTheLinkHolds) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2014-06-30))");
  const TrustTimeline before = look("2014-12-31");
  play(before.certificates[before.moments.front().ends.front()].renewal.remedies.at(1));
  EXPECT_THAT(look("2014-12-31").moments, IsEmpty());
}

TEST_F(Timeline, RenewsACaAndItsCopiesOnOtherSystems) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2014-06-30))", "NOTAFTER(DATE(2014-06-30))");
  const TrustTimeline before = look("2014-12-31");
  ASSERT_THAT(told(before), ElementsAre("2014/06/30 23:59:59 HERE->THERE expired"));
  ASSERT_THAT(before.moments.front().ends, SizeIs(2));
  const DatedCertificate& authority = before.certificates[before.moments.front().ends.front()];
  EXPECT_EQ(authority.subject, "CN=CA of THERE") << "what signs is renewed before what it has signed";
  ASSERT_THAT(authority.places, SizeIs(2));
  EXPECT_EQ(authority.places.front().system, "THERE") << "the place of the key comes first";
  for (const std::size_t at : before.moments.front().ends) play(before.certificates[at].renewal.remedies.front());
  EXPECT_THAT(look("2014-12-31").moments, IsEmpty());
  EXPECT_EQ(look("2014-12-31").start.refused(), 0U);
}

TEST_F(Timeline, HasTheSignerOnAnotherSystemSign) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  lab_.must("RACDCERT ID(SRV) GENREQ(LABEL('Server')) DSN('THERE.REQ')", "THERE");
  lab_.copy("THERE.REQ", "THERE", "HERE");
  lab_.must("RACDCERT SITE GENCERT('THERE.REQ') WITHLABEL('For THERE') SIGNWITH(CERTAUTH LABEL('CA'))", "HERE");
  lab_.must("RACDCERT SITE EXPORT(LABEL('For THERE')) DSN('THERE.CERT')", "HERE");
  lab_.copy("THERE.CERT", "HERE", "THERE");
  lab_.must("RACDCERT ID(SRV) ADD('THERE.CERT') TRUST", "THERE");
  const TrustTimeline before = look("2015-01-01");
  ASSERT_THAT(told(before), ElementsAre("2014/05/17 23:59:59 HERE->THERE expired"));
  play(before.certificates[before.moments.front().ends.front()].renewal.remedies.front());
  EXPECT_THAT(look("2015-01-01").moments, IsEmpty());
}

TEST_F(Timeline, SaysWhatIsToBeDoneByHandWhereTheKeyIsNotInTheLab) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2014-06-30))", "NOTAFTER(DATE(2014-06-30))");
  lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('ONLY.CERT')", "THERE");
  lab_.must("RACDCERT CERTAUTH DELETE(LABEL('CA'))", "THERE");
  const TrustTimeline timeline = look("2014-12-31");
  const Cure& renewal = timeline.certificates[timeline.moments.front().ends.front()].renewal;
  EXPECT_EQ(renewal.advice, "its private key is not in this lab");
  EXPECT_FALSE(renewal.remedies.front().by_commands());
  EXPECT_THAT(renewal.remedies.front().trial, HasSubstr("not all commands could be tried: on "));
}

TEST_F(Timeline, HasTriedEachRenewalOnTheLinksThatItIsFor) {
  make("HERE", "NOTAFTER(DATE(2014-06-30))", "NOTAFTER(DATE(2014-06-30))");
  TrustOptions alone;
  alone.with_itself = true;
  const auto timeline = [&] {
    return *trust_timeline(lab_.lab(), {{{}, "HERE", {"SRV", "Ring"}, {}, {}}}, alone, moment("2014-12-31"));
  };
  const std::string fingerprint = lab_.lab().fingerprint();
  const TrustTimeline before = timeline();
  EXPECT_EQ(lab_.lab().fingerprint(), fingerprint);
  ASSERT_THAT(before.moments.front().ends, SizeIs(2)) << "a CA that signed itself, and what it has signed";
  for (const std::size_t at : before.moments.front().ends) {
    const auto& remedies = before.certificates[at].renewal.remedies;
    EXPECT_EQ(remedies.front().trial, "tried: afterwards the links hold");
    for (const Remedy& remedy : remedies) EXPECT_NE(remedy.trial, "") << remedy.what;
  }
  for (const std::size_t at : before.moments.front().ends) play(before.certificates[at].renewal.remedies.front());
  EXPECT_THAT(timeline().moments, IsEmpty());
}

TEST_F(Timeline, TellsItAllAsText) {
  make("HERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2030-01-01))");
  make("THERE", "NOTAFTER(DATE(2030-01-01))", "NOTAFTER(DATE(2014-06-30))");
  const std::string text = base::join(timeline_lines(look("2014-12-31")), "\n");
  EXPECT_THAT(text, HasSubstr("from 2013/05/17 12:00:00 to 2014/12/31 12:00:00: 4 of 4 links hold at the start\n"
                              "2014/06/30 23:59:59\n"
                              "  HERE -> THERE  breaks, expired: CN=server.THERE was valid until 2014/06/30 23:59:59\n"
                              "  ends: CN=server.THERE of CN=CA of THERE, serial number 01 (THERE: ID(SRV) "
                              "LABEL('Server'))\n"
                              "    renew ID(SRV) LABEL('Server') on THERE with its key:\n"
                              "      THERE     RACDCERT ID(SRV) GENREQ("));
  EXPECT_THAT(text, HasSubstr("    or give ID(SRV) LABEL('Server') on THERE a new key:\n"
                              "      THERE     RACDCERT ID(SRV) REKEY(LABEL('Server')) WITHLABEL('Server 2')\n"));
}

}  // namespace
}  // namespace ringside::harness
