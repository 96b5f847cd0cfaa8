// tests/emulator/racf/datalib/update_test.cpp - R_datalib's NewRing, DataPut and DataRemove: effects, authority,
// codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/racf/datalib/r_datalib.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf::datalib {
namespace {

using database::Usage;
using test_support::RacfLab;
using testing::HasSubstr;

/// SRV owns the empty ring Ring; OTHER's certificate 'theirs' waits in no ring. Nobody but IBMUSER has any authority.
class DatalibUpdate : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* command :
         {"ADDUSER (SRV OTHER) DFLTGRP(SYS1)", "SETROPTS CLASSACT(FACILITY)",
          "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('theirs') NISTECC SIZE(256)",
          "RACDCERT ID(SRV) ADDRING(Ring)"})
      lab.must(command);
  }
  Service service(const std::string& caller) { return {lab.lab(), lab.session().system, caller}; }
  void permit(const std::string& function, const std::string& access) {
    lab.run("RDEFINE FACILITY IRR.DIGTCERT." + function + " UACC(NONE)");
    lab.must("PERMIT IRR.DIGTCERT." + function + " CLASS(FACILITY) ID(SRV) ACCESS(" + access + ")");
  }
  /// A certificate that is in no database, with its key if `with_key`.
  NewMember fresh(const std::string& owner, Usage usage, bool with_key = false) {
    lab.must("RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('fresh')) WITHLABEL('fresh') NISTECC SIZE(256)");
    NewMember member{owner, "Fresh", usage, lab.certificate("OTHER", "fresh")};
    if (with_key) member.private_key = *crypto::PrivateKey::from_pkcs8(*lab.record("OTHER", "fresh")->private_key);
    lab.must("RACDCERT ID(OTHER) DELETE(LABEL('fresh'))");
    return member;
  }
  std::size_t count() {
    auto& rings = lab.session().database.rings;
    return rings.members(rings.find("SRV", "Ring")->id).size();
  }
  RacfLab lab;
};

TEST_F(DatalibUpdate, ANewCertificateIsAddedAndConnected) {
  const auto put = service("IBMUSER").data_put("SRV", "Ring", fresh("SRV", Usage::personal, true));
  ASSERT_TRUE(put) << put.error().explanation;
  EXPECT_FALSE(put->was_there);
  EXPECT_EQ(put->label, "Fresh");
  const auto record = lab.record("SRV", "Fresh");
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->has_key());
  EXPECT_EQ(count(), 1u);
}

TEST_F(DatalibUpdate, OneThatIsThereKeepsOwnerAndLabel) {
  const NewMember member{database::certauth_owner, "Ours", Usage::certauth, lab.certificate("OTHER", "theirs")};
  const auto put = service("IBMUSER").data_put("SRV", "Ring", member);
  ASSERT_TRUE(put);
  EXPECT_TRUE(put->was_there);
  EXPECT_EQ(put->owner + " " + put->label, "OTHER theirs");
  EXPECT_FALSE(lab.record("irrcerta", "Ours"));
}

TEST_F(DatalibUpdate, AConnectedOneKeepsTheDefaultFlag) {
  lab.must("RACDCERT ID(SRV) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring) DEFAULT)");
  const NewMember member{"OTHER", "theirs", Usage::personal, lab.certificate("OTHER", "theirs")};
  ASSERT_TRUE(service("IBMUSER").data_put("SRV", "Ring", member));
  auto& rings = lab.session().database.rings;
  EXPECT_TRUE(rings.members(rings.find("SRV", "Ring")->id).front().is_default);
}

TEST_F(DatalibUpdate, ATakenLabelLeavesEverythingAsItWas) {
  lab.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('old')) WITHLABEL('Fresh') NISTECC SIZE(256)");
  const auto put = service("IBMUSER").data_put("SRV", "Ring", fresh("SRV", Usage::personal));
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().codes, internal_error);
  EXPECT_THAT(put.error().explanation, HasSubstr("RSD202I"));
  EXPECT_EQ(count(), 0u);
}

TEST_F(DatalibUpdate, FacilityAsksForAddAndConnect) {
  const NewMember member = fresh("SRV", Usage::personal);
  EXPECT_EQ(service("SRV").data_put("SRV", "Ring", member).error().codes, not_authorized);
  permit("CONNECT", "READ");
  EXPECT_EQ(service("SRV").data_put("SRV", "Ring", member).error().codes, not_authorized);
  permit("ADD", "READ");
  EXPECT_TRUE(service("SRV").data_put("SRV", "Ring", member));
  const NewMember ca{database::certauth_owner, "CA", Usage::certauth, lab.certificate("OTHER", "theirs")};
  EXPECT_EQ(service("SRV").data_put("SRV", "Ring", ca).error().codes, not_authorized);
}

TEST_F(DatalibUpdate, AProfileOfRdatalibIsFinal) {
  permit("CONNECT", "CONTROL");
  permit("ADD", "CONTROL");
  for (const char* command : {"SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)",
                              "RDEFINE RDATALIB SRV.RING.UPD UACC(NONE)", "SETROPTS RACLIST(RDATALIB) REFRESH"})
    lab.must(command);
  const NewMember member = fresh("SRV", Usage::personal);
  EXPECT_EQ(service("SRV").data_put("SRV", "Ring", member).error().codes, not_authorized);
  lab.must("PERMIT SRV.RING.UPD CLASS(RDATALIB) ID(SRV) ACCESS(READ)");
  lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_TRUE(service("SRV").data_put("SRV", "Ring", member));
}

TEST_F(DatalibUpdate, RemovingDisconnectsAndAsksForRemove) {
  lab.must("RACDCERT ID(SRV) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring))");
  EXPECT_EQ(service("SRV").data_remove("SRV", "Ring", "OTHER", "theirs").error().codes, not_authorized);
  permit("REMOVE", "READ");
  EXPECT_TRUE(service("SRV").data_remove("SRV", "Ring", "OTHER", "theirs"));
  EXPECT_EQ(count(), 0u);
  EXPECT_TRUE(lab.record("OTHER", "theirs"));
  EXPECT_EQ(service("SRV").data_remove("SRV", "Ring", "OTHER", "theirs").error().codes, no_certificate);
}

TEST_F(DatalibUpdate, RingsAreMadeForUsersAlone) {
  EXPECT_TRUE(service("IBMUSER").new_ring("SRV", "Second"));
  EXPECT_TRUE(lab.session().database.rings.find("SRV", "Second"));
  EXPECT_EQ(service("SRV").new_ring("SRV", "Third").error().codes, not_authorized);
  for (const char* owner : {"NOBODY", "*AUTH*"})
    EXPECT_EQ(service("IBMUSER").new_ring(owner, "Ring").error().codes, bad_ring_or_user) << owner;
}

TEST_F(DatalibUpdate, CodesSayWhatIsWrong) {
  NewMember member = fresh("SRV", Usage::personal);
  EXPECT_EQ(service("IBMUSER").data_put("SRV", "ring", member).error().codes, no_ring);
  EXPECT_EQ(service("IBMUSER").data_put("SRV", "*", member).error().codes, bad_ring_or_user);
  member.label = std::string(label_characters + 1, 'x');
  EXPECT_EQ(service("IBMUSER").data_put("SRV", "Ring", member).error().codes, bad_length);
  EXPECT_EQ(service("IBMUSER").data_remove("SRV", "ring", "SRV", "x").error().codes, no_ring);
}

}  // namespace
}  // namespace ringside::racf::datalib
