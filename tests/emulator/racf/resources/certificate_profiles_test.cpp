// tests/emulator/racf/resources/certificate_profiles_test.cpp - RLIST and SEARCH of certificates, rings and mappings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::message_ids;
using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;

class CertificateProfiles : public testing::Test {
 protected:
  void SetUp() override {
    lab.must("ADDUSER ANN");
    database::CertificateRecord certificate;
    certificate.owner = "ANN";
    certificate.label = "Server";
    certificate.profile = "01.CN=Test¢CA.O=Lab";
    lab.session().database.certificates.add(certificate);
    lab.session().database.rings.add("ANN", "My.Ring");
    database::NameFilter filter{0, "ANN", "Map", "O=Lab", "OU=Team.O=Lab", "", true};
    lab.session().database.filters.add(filter);
    lab.must("RDEFINE DIGTCRIT APPLID=TEST APPLDATA('ANN')");
  }
  /// The profiles of the classes in the lab that belong to ANN.
  std::vector<std::string> found(const std::string& profile_class) {
    return lab.run_as("ANN", "SEARCH CLASS(" + profile_class + ")").shown();
  }
  RacfLab lab;
};

TEST_F(CertificateProfiles, AreFoundByTheNamesThatRacfKeeps) {
  EXPECT_THAT(found("DIGTCERT"), ElementsAre("01.CN=Test¢CA.O=Lab"));
  EXPECT_THAT(found("DIGTRING"), ElementsAre("ANN.My.Ring"));
  EXPECT_THAT(found("DIGTNMAP"), ElementsAre("OU=Team.O=Lab¢O=Lab"));
  EXPECT_THAT(lab.run("SEARCH CLASS(DIGTCRIT)").shown(), ElementsAre("APPLID=TEST"));
}

TEST_F(CertificateProfiles, AreListedWithStatusAndOwnerAndNothingElse) {
  std::string text;
  for (const char* name : {"DIGTCERT", "DIGTRING", "DIGTNMAP"})
    for (const std::string& line : lab.run_as("ANN", "RLIST " + std::string(name) + " *").shown()) text += line + "\n";
  expect_golden("racf/rlist_certificates.txt", text);
}

TEST_F(CertificateProfiles, AreFoundOnlyByNamesInCapitals) {
  EXPECT_THAT(lab.run("RLIST DIGTCERT 01.CN=Test¢CA.O=Lab").shown(), Contains(testing::HasSubstr("ICH13003I")));
}

}  // namespace
}  // namespace ringside::racf
