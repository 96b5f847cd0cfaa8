// tests/harness/trust/lab_view_test.cpp - certificates and rings of a lab at one moment.
#include "harness/trust/lab_view.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/report_lab.hpp"

namespace ringside::harness {
namespace {

using testing::ElementsAre;

const ViewedCertificate& of(const LabView& view, const std::string& subject) {
  return *std::find_if(view.certificates.begin(), view.certificates.end(),
                       [&](const ViewedCertificate& one) { return one.subject == subject; });
}

TEST(LabView, SystemsWithOneDatabaseAreOneAndACopyIsTheSameCertificate) {
  test_support::ReportLab lab;
  const LabView view = lab.view();
  ASSERT_EQ(view.databases.size(), 3U);
  EXPECT_THAT(view.databases[0].systems, ElementsAre("HERE1", "HERE2"));
  EXPECT_EQ(described(view.databases[0]), "RACFHERE (HERE1, HERE2)");
  EXPECT_EQ(described(view.databases[1]), "SYS1");
  EXPECT_EQ(view.databases[0].held.size(), 3U) << "CA, server, and THERE's CA";
  EXPECT_EQ(view.databases[2].held.size(), 2U);
  EXPECT_EQ(view.certificates.size(), 4U);
}

TEST(LabView, SignersAreFoundByTheirSignature) {
  test_support::ReportLab lab;
  const LabView view = lab.view();
  EXPECT_TRUE(of(view, "CN=Jupiter").self_signed);
  EXPECT_FALSE(of(view, "CN=Jupiter").signer);
  ASSERT_TRUE(of(view, "CN=HERE1").signer);
  EXPECT_EQ(view.certificates[*of(view, "CN=HERE1").signer].subject, "CN=Jupiter");
}

TEST(LabView, OnlyConnectedAuthoritiesThatAreSeenAreAnchors) {
  test_support::ReportLab lab;
  lab.lab.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Theirs') RING(Ring))", "HERE1");
  lab.lab.must("RACDCERT CERTAUTH ALTER(LABEL('Theirs')) NOTRUST", "HERE1");
  const LabView view = lab.view();
  const ViewedDatabase& here = view.databases[0];
  std::vector<bool> anchors;
  for (const ViewedMember& member : here.rings[0].members) anchors.push_back(is_anchor(here, member));
  EXPECT_THAT(anchors, ElementsAre(false, true, false)) << "the server, our CA, the hidden one";
}

TEST(LabView, CertificatesOnNoRingComeAfterThoseOnRings) {
  test_support::ReportLab lab;
  EXPECT_EQ(described(lab.view().databases[0].held.back()), "CERTAUTH LABEL('Theirs')");
}

}  // namespace
}  // namespace ringside::harness
