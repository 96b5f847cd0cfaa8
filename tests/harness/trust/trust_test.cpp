// tests/harness/trust/trust_test.cpp - the trust matrix: every reason for a refusal, made on purpose.
#include "harness/trust/trust.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/trust/trust_text.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::harness {
namespace {

using crypto::TlsVersion;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr std::size_t here = 0, there = 1;

/// HERE and THERE, each with a CA of its own and a server certificate on ring SRV/Ring.
class Trust : public testing::Test {
 protected:
  void SetUp() override {
    for (const std::string system : {"HERE", "THERE"}) {
      lab_.add_system(system);
      lab_.must("ADDGROUP SRVGRP", system);
      lab_.must("ADDUSER SRV DFLTGRP(SRVGRP)", system);
      lab_.must("RACDCERT ID(SRV) ADDRING(Ring)", system);
    }
  }

  void make_ca(const std::string& system, const std::string& name, const std::string& more = "") {
    lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('CA') NISTECC SIZE(256) " + more,
              system);
    lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))", system);
  }
  void make_server(const std::string& system, const std::string& more = "NISTECC SIZE(256)") {
    lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server." + system + "')) WITHLABEL('server') " + more +
                  " SIGNWITH(CERTAUTH LABEL('CA'))",
              system);
    lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('server') RING(Ring) DEFAULT)", system);
  }
  void make_both() {
    make_ca("HERE", "Jupiter");
    make_ca("THERE", "Saturn");
    make_server("HERE");
    make_server("THERE");
  }
  /// THERE's CA into HERE's database, under the label "theirs".
  void add_their_ca(const std::string& more = "TRUST") {
    lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA.B64')", "THERE");
    lab_.copy("CA.B64", "THERE", "HERE");
    lab_.run("RACDCERT CERTAUTH ADD('CA.B64') WITHLABEL('theirs') " + more, "HERE");
  }
  void connect_their_ca(const std::string& more = "") {
    lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('theirs') RING(Ring) " + more + ")", "HERE");
  }

  TrustReport check(const TrustOptions& options = {}) {
    auto report = check_trust(
        lab_.lab(), {{{}, "HERE", {"SRV", "Ring"}, {}, {}}, {{}, "THERE", {"SRV", "Ring"}, {}, "server.THERE"}},
        options);
    EXPECT_TRUE(report) << report.error();
    return *std::move(report);
  }
  /// HERE asks THERE; the same under both versions, or a failure.
  Link ask(const TrustOptions& options = {}) {
    const TrustReport report = check(options);
    const Link older = *report.find(here, there, TlsVersion::tls12);
    const Link newer = *report.find(here, there, TlsVersion::tls13);
    EXPECT_EQ(older.reason, newer.reason);
    EXPECT_EQ(older.refused_by, newer.refused_by);
    return newer;
  }
  void expect_refused(Side by, Reason reason, const std::string& explanation, const std::string& openssl,
                      const TrustOptions& options = {}) {
    const Link link = ask(options);
    EXPECT_FALSE(link.trusted);
    EXPECT_EQ(link.refused_by, by);
    EXPECT_EQ(to_string(link.reason), to_string(reason));
    EXPECT_THAT(link.explanation, HasSubstr(explanation));
    EXPECT_THAT(link.openssl, HasSubstr(openssl));
  }

  test_support::RacfLab lab_{"2013-05-17", {}, racf::Preparation::prepared};
};

TEST_F(Trust, HoldsOneWayWhenTheOtherCaIsOnTheRing) {
  make_both();
  add_their_ca();
  connect_their_ca();
  const Link link = ask();
  EXPECT_TRUE(link.trusted);
  EXPECT_EQ(link.reason, Reason::trusted);
  EXPECT_EQ(link.refused_by, Side::neither);
  const TrustReport report = check();
  EXPECT_EQ(report.refused(), 2U);
  EXPECT_FALSE(report.find(there, here, TlsVersion::tls12)->trusted);
}

TEST_F(Trust, NamesAnIssuerThatIsNowhere) {
  make_both();
  expect_refused(Side::client, Reason::not_on_ring,
                 "the issuer CN=Saturn is neither on ring SRV/Ring nor in its database",
                 "self-signed certificate in certificate chain");
}

TEST_F(Trust, NamesAnIssuerThatIsInTheDatabaseButNotOnTheRing) {
  make_both();
  add_their_ca();
  expect_refused(Side::client, Reason::not_on_ring,
                 "in the database as CERTAUTH LABEL('theirs') but not connected to ring SRV/Ring", "self-signed");
}

TEST_F(Trust, NamesAnIssuerOfStatusNotrust) {
  make_both();
  add_their_ca();
  connect_their_ca();
  lab_.must("RACDCERT CERTAUTH ALTER(LABEL('theirs')) NOTRUST", "HERE");
  expect_refused(Side::client, Reason::notrust, "CERTAUTH LABEL('theirs') on ring SRV/Ring has status NOTRUST",
                 "self-signed");
}

TEST_F(Trust, NamesAnIssuerThatIsConnectedAsPersonal) {
  make_both();
  add_their_ca();
  connect_their_ca("USAGE(PERSONAL)");
  expect_refused(Side::client, Reason::wrong_usage, "connected with usage PERSONAL", "self-signed");
}

TEST_F(Trust, TellsACaOfTheSameNameWithAnotherKey) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Jupiter");
  make_server("THERE");
  expect_refused(Side::client, Reason::another_key,
                 "CERTAUTH LABEL('CA') on ring SRV/Ring has the issuer's name, CN=Jupiter", "self-signed");
}

TEST_F(Trust, TellsThatTheDatabaseHasTheNameWithAnotherKey) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Jupiter");
  make_server("THERE");
  lab_.must("RACDCERT ID(SRV) REMOVE(CERTAUTH LABEL('CA') RING(Ring))", "HERE");
  expect_refused(Side::client, Reason::not_on_ring, "has CERTAUTH LABEL('CA') of that name with another key",
                 "self-signed");
}

TEST_F(Trust, TellsWhichCertificateExpiredAndWhen) {
  make_ca("THERE", "Saturn", "NOTAFTER(DATE(2020-01-01))");
  make_server("THERE", "NISTECC SIZE(256) NOTAFTER(DATE(2014-06-30))");
  add_their_ca();
  connect_their_ca();
  EXPECT_TRUE(ask().trusted);
  lab_.set_date("2014-07-01");
  expect_refused(Side::client, Reason::expired, "CN=server.THERE was valid until 2014/06/30 23:59:59",
                 "certificate has expired");
}

TEST_F(Trust, TellsThatACertificateIsNotYetValid) {
  make_ca("THERE", "Saturn", "NOTBEFORE(DATE(2013-01-01)) NOTAFTER(DATE(2020-01-01))");
  make_server("THERE");
  add_their_ca();
  connect_their_ca();
  lab_.set_date("2013-03-01");
  expect_refused(Side::client, Reason::not_yet_valid, "CN=server.THERE is valid from 2013/05/17 00:00:00",
                 "certificate is not yet valid");
}

TEST_F(Trust, TellsThatTheServersRingHasNoDefault) {
  make_both();
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('server') RING(Ring))", "THERE");
  expect_refused(Side::server, Reason::no_default, "ring SRV/Ring has no default certificate", "");
}

TEST_F(Trust, TellsThatTheServersKeyIsMissing) {
  make_both();
  lab_.must("RACDCERT ID(SRV) EXPORT(LABEL('server')) DSN('S.B64')", "THERE");
  lab_.must("RACDCERT ID(SRV) DELETE(LABEL('server'))", "THERE");
  lab_.must("RACDCERT ID(SRV) ADD('S.B64') WITHLABEL('server')", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('server') RING(Ring) DEFAULT)", "THERE");
  expect_refused(Side::server, Reason::no_key, "certificate 'server' of ID(SRV) has no private key", "");
}

TEST_F(Trust, TellsThatTheClientsRingIsNotThere) {
  make_both();
  lab_.must("RACDCERT ID(SRV) DELRING(Ring)", "HERE");
  expect_refused(Side::client, Reason::no_ring, "ring SRV/Ring does not exist", "no handshake");
}

TEST_F(Trust, ChecksTheHostNameWhenAsked) {
  make_both();
  add_their_ca();
  connect_their_ca();
  EXPECT_TRUE(ask().trusted);
  TrustOptions strict;
  strict.verify_host = true;
  EXPECT_TRUE(ask(strict).trusted);
  auto report = check_trust(
      lab_.lab(), {{{}, "HERE", {"SRV", "Ring"}, {}, {}}, {{}, "THERE", {"SRV", "Ring"}, {}, "other"}}, strict);
  EXPECT_EQ(report->links.front().reason, Reason::host_name);
}

TEST_F(Trust, ShowsThatATls13ClientTakesALinkForDoneThatTheServerRefuses) {
  make_both();
  add_their_ca();
  connect_their_ca();
  TrustOptions mutual;
  mutual.mutual = true;
  expect_refused(Side::server, Reason::not_on_ring, "the issuer CN=Jupiter is neither on ring SRV/Ring", "self-signed",
                 mutual);
  const TrustReport report = check(mutual);
  EXPECT_TRUE(report.find(here, there, TlsVersion::tls13)->client_finished_first);
  EXPECT_FALSE(report.find(here, there, TlsVersion::tls12)->client_finished_first);
  EXPECT_EQ(report.find(here, there, TlsVersion::tls13)->alert, "unknown CA");
}

TEST_F(Trust, TellsAServerThatAClientWithoutACertificateCameToIt) {
  make_ca("THERE", "Saturn");
  make_server("THERE");
  add_their_ca();
  connect_their_ca();
  EXPECT_TRUE(ask().trusted);
  TrustOptions mutual;
  mutual.mutual = true;
  expect_refused(Side::server, Reason::no_default, "ring SRV/Ring has no default certificate",
                 "peer did not return a certificate", mutual);
}

TEST_F(Trust, TellsAsWhomTheServersSystemLogsAClientOn) {
  make_both();
  add_their_ca();
  connect_their_ca();
  lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('OUR.CA')", "HERE");
  lab_.must("RACDCERT ID(SRV) EXPORT(LABEL('server')) DSN('OUR.CERT') FORMAT(CERTB64)", "HERE");
  lab_.copy("OUR.CA", "HERE", "THERE");
  lab_.copy("OUR.CERT", "HERE", "THERE");
  lab_.must("RACDCERT CERTAUTH ADD('OUR.CA') WITHLABEL('ours')", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('ours') RING(Ring))", "THERE");
  TrustOptions mutual;
  mutual.mutual = true;
  EXPECT_TRUE(ask(mutual).trusted);
  EXPECT_EQ(ask(mutual).client_user, "");
  EXPECT_THAT(ask(mutual).client_user_reason, HasSubstr("it is not registered"));
  EXPECT_EQ(ask().client_user_reason, "") << "no client certificate was shown";
  lab_.must("ADDUSER PARTNER", "THERE");
  lab_.must("RACDCERT ID(PARTNER) ADD('OUR.CERT') WITHLABEL('here')", "THERE");
  EXPECT_EQ(ask(mutual).client_user, "PARTNER");
  EXPECT_THAT(trust_lines(check(mutual)),
              Contains("HERE at THERE logs on as PARTNER: it is registered for user PARTNER with label 'here'"));
}

TEST_F(Trust, RemarksWeakKeysAndSignatures) {
  make_ca("THERE", "Saturn");
  make_server("THERE", "SIZE(1024)");
  const auto remarks = check().remarks;
  EXPECT_THAT(remarks, Contains(HasSubstr("THERE: CN=server.THERE has an RSA key of 1024 bits")));
  EXPECT_THAT(remarks, Not(Contains(HasSubstr("SHA-1"))));
  lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('self')) WITHLABEL('self') SIZE(1024)", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('self') RING(Ring) DEFAULT)", "THERE");
  EXPECT_THAT(check().remarks, Contains(HasSubstr("THERE: CN=self is signed with SHA-1")));
  lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('p192')) WITHLABEL('p192') NISTECC SIZE(192)", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('p192') RING(Ring) DEFAULT)", "THERE");
  EXPECT_THAT(check().remarks, Contains(HasSubstr("THERE: CN=p192 has a key on P-192")));
}

TEST_F(Trust, ShowsAMatrixAndALineForEachRefusedLink) {
  make_both();
  add_their_ca();
  connect_their_ca();
  const std::string text = base::join(trust_lines(check()), "\n");
  EXPECT_THAT(text, HasSubstr("TLS 1.2 and TLS 1.3\n"
                              "  client \\ server  HERE         THERE\n"
                              "  HERE             -            trusted\n"
                              "  THERE            not on ring  -\n"
                              "THERE -> HERE  not on ring: the issuer CN=Jupiter is neither on ring"));
  EXPECT_TRUE(text.ends_with("\n4 handshakes: 2 trusted, 2 refused"));
}

TEST_F(Trust, ShowsATableForEachVersionWhereTheyDiffer) {
  make_ca("THERE", "Saturn");
  make_server("THERE", "NISTECC SIZE(192)");
  add_their_ca();
  connect_their_ca();
  const std::string text = base::join(trust_lines(check()), "\n");
  EXPECT_THAT(text, HasSubstr("TLS 1.2\n"));
  EXPECT_THAT(text, HasSubstr("TLS 1.3\n"));
}

TEST_F(Trust, TakesEveryRingWithMembersByItself) {
  make_both();
  lab_.must("RACDCERT ID(SRV) ADDRING(Empty)", "HERE");
  lab_.must("RACDCERT ID(SRV) ADDRING(Second)", "HERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('server') RING(Second))", "HERE");
  auto endpoints = all_endpoints(lab_.lab());
  name_endpoints(endpoints);
  std::vector<std::string> names;
  for (const Endpoint& endpoint : endpoints) names.push_back(endpoint.name);
  EXPECT_THAT(names, testing::ElementsAre("HERE:SRV/Ring", "HERE:SRV/Second", "THERE"));
}

TEST_F(Trust, RefusesAnEndpointOnASystemThatIsNotThere) {
  const auto report = check_trust(lab_.lab(), {{{}, "NOWHERE", {"SRV", "Ring"}, {}, {}}}, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error(), "the lab has no system NOWHERE");
}

TEST_F(Trust, LetsAServerBeItsOwnClientOnlyWhenAsked) {
  make_ca("HERE", "Jupiter");
  make_server("HERE");
  const std::vector<Endpoint> one = {{{}, "HERE", {"SRV", "Ring"}, {}, {}}};
  EXPECT_TRUE(check_trust(lab_.lab(), one, {})->links.empty());
  TrustOptions options;
  options.with_itself = true;
  const auto report = check_trust(lab_.lab(), one, options);
  ASSERT_EQ(report->links.size(), 2U);
  EXPECT_TRUE(report->links[0].trusted);
}

TEST(EndpointText, NamesSystemOwnerAndRing) {
  const auto endpoint = parse_endpoint("sysx:izusvr/A:b/c", "SYS1");
  ASSERT_TRUE(endpoint);
  EXPECT_EQ(endpoint->system, "SYSX");
  EXPECT_EQ(endpoint->ring, (racf::RingName{"IZUSVR", "A:b/c"}));
  EXPECT_EQ(parse_endpoint("IZUSVR/Ring", "SYS1")->system, "SYS1");
  EXPECT_EQ(parse_endpoint("IZUSVR/a:b", "SYS1")->ring.name, "a:b");
  EXPECT_FALSE(parse_endpoint("SYSX:IZUSVR", "SYS1"));
  EXPECT_FALSE(parse_endpoint("IZUSVR/Ring", ""));
}

TEST(ReasonNames, AreReadInAnyCaseAndWithoutComma) {
  EXPECT_EQ(reason_from("same name another key"), Reason::another_key);
  EXPECT_EQ(reason_from(" notrust "), Reason::notrust);
  EXPECT_FALSE(reason_from("because"));
  for (const std::string& name : reason_names()) EXPECT_EQ(to_string(*reason_from(name)), name);
}

}  // namespace
}  // namespace ringside::harness
