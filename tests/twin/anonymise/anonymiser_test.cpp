// tests/twin/anonymise/anonymiser_test.cpp - an unload with other names still fits together.
#include "twin/anonymise/anonymiser.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/twin/load/site.hpp"

namespace ringside::twin {
namespace {

using test_support::Site;
using test_support::SiteCertificate;
using test_support::Twin;
using testing::HasSubstr;
using testing::Not;

const SiteCertificate named_ca{"irrcerta", "Secret CA", "00", "CN=Secret CA.O=Secret Site",
                               "CN=Secret CA.O=Secret Site"};
const SiteCertificate named_server{"SECRUSR", "Secret label", "01", "CN=Secret CA.O=Secret Site",
                                   "CN=www.secret.example.C=DE"};

Site secret_site() {
  Site site;
  site.group("SECRGRP", "SYS1");
  site.user("SECRUSR");
  site.add(RecordLine("0270")
               .text("USOMVS_NAME", "SECRUSR")
               .text("USOMVS_UID", "0000000007")
               .text("USOMVS_HOME_PATH", "/secret/home"));
  site.add(RecordLine("0500")
               .text("GRBD_NAME", "SECRUSR.SECRETRING.LST")
               .text("GRBD_CLASS_NAME", "RDATALIB")
               .text("GRBD_INSTALL_DATA", "secret words"));
  site.add(RecordLine("0505")
               .text("GRACC_NAME", "SECRUSR.SECRETRING.LST")
               .text("GRACC_CLASS_NAME", "RDATALIB")
               .text("GRACC_AUTH_ID", "SECRGRP")
               .text("GRACC_ACCESS", "READ"));
  site.add(RecordLine("0400").text("DSBD_NAME", "SECRUSR.**").flag("DSBD_GENERIC", true));
  site.certificate(named_ca);
  site.certificate(named_server);
  site.ring("SECRUSR", "SecretRing");
  site.member("SECRUSR.SecretRing", named_server, "PERSONAL", true);
  site.member("SECRUSR.SecretRing", named_ca, "CERTAUTH");
  return site;
}

std::vector<std::string> changed_lines(const Site& site) {
  Anonymiser anonymiser(base::to_bytes("a secret of a test"));
  const std::vector<std::string> lines = base::split(site.text(), '\n');
  for (const std::string& line : lines) anonymiser.learn(Record(line));
  std::vector<std::string> changed;
  for (const std::string& line : lines)
    if (!line.empty()) changed.push_back(anonymiser.changed(Record(line)).value().line());
  return changed;
}

TEST(Anonymiser, LeavesNoNameOfTheSite) {
  const std::string all = base::join(changed_lines(secret_site()), "\n");
  EXPECT_THAT(base::upper(all), Not(HasSubstr("SECR")));
  EXPECT_THAT(all, Not(HasSubstr("C=DE")));
  for (const char* known : {"IBMUSER", "SYS1", "irrcerta", "RDATALIB", "0000000007"})
    EXPECT_THAT(all, HasSubstr(known));
}

TEST(Anonymiser, GivesTheSameNameTheSameSubstituteSoThatTheTwinFitsTogether) {
  Twin plain(secret_site());
  std::string all;
  for (const std::string& line : changed_lines(secret_site())) all += line + "\n";
  Twin renamed(all);
  ASSERT_TRUE(renamed.report()) << renamed.report().error();
  EXPECT_EQ(renamed.report()->remarks, plain.report()->remarks);
  EXPECT_EQ(renamed.report()->rings, 1U);
  EXPECT_EQ(renamed.report()->certificates, plain.report()->certificates);
  const auto rings = renamed.database().rings.by_owner("");
  const auto members = renamed.database().rings.members(rings.front().id);
  ASSERT_EQ(members.size(), 2U);
  const auto leaf =
      crypto::Certificate::from_stored(renamed.database().certificates.by_id(members[0].certificate_id)->der);
  const auto ca =
      crypto::Certificate::from_stored(renamed.database().certificates.by_id(members[1].certificate_id)->der);
  EXPECT_TRUE(leaf.is_signed_by(ca.public_key()));
  const std::string profile = rings.front().owner + "." + base::upper(rings.front().name) + ".LST";
  EXPECT_TRUE(renamed.database().resources.find("RDATALIB", profile)) << profile;
}

TEST(Anonymiser, DropsARecordOfAnUnknownType) {
  EXPECT_FALSE(Anonymiser(base::to_bytes("x")).changed(Record("0999 SECRET")));
}

TEST(Anonymiser, GivesOtherSubstitutesUnderAnotherSecret) {
  const Record user("0200 SECRUSR");
  EXPECT_NE(Anonymiser(base::to_bytes("x")).changed(user)->line(),
            Anonymiser(base::to_bytes("y")).changed(user)->line());
  EXPECT_NE(Anonymiser().changed(user)->line(), Anonymiser().changed(user)->line());
}

}  // namespace
}  // namespace ringside::twin
