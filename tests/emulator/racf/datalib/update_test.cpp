// tests/emulator/racf/datalib/update_test.cpp - the functions of R_datalib that change something: effects, authority,
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

TEST_F(DatalibUpdate, ARingThatExistsIsEmptied) {
  lab.must("RACDCERT ID(SRV) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring))");
  EXPECT_TRUE(service("IBMUSER").new_ring("SRV", "Ring"));
  EXPECT_EQ(count(), 0u);
  EXPECT_TRUE(lab.record("OTHER", "theirs"));
}

TEST_F(DatalibUpdate, DefaultUsageAndLabelAreChosenByTheCallOrTheCertificate) {
  NewMember member = fresh(database::certauth_owner, Usage::personal);
  member.usage.reset();
  member.label.clear();
  member.is_default = true;
  const auto put = service("IBMUSER").data_put("SRV", "Ring", member);
  ASSERT_TRUE(put) << put.error().explanation;
  EXPECT_EQ(put->label, "LABEL00000001");
  EXPECT_EQ(put->codes, success);
  auto& rings = lab.session().database.rings;
  const auto connected = rings.members(rings.find("SRV", "Ring")->id).front();
  EXPECT_TRUE(connected.is_default);
  EXPECT_EQ(connected.usage, Usage::certauth);
}

TEST_F(DatalibUpdate, CodesSayWhatIsWrong) {
  NewMember member = fresh("SRV", Usage::personal);
  EXPECT_EQ(service("IBMUSER").data_put("SRV", "ring", member).error().codes, no_ring);
  member.label = std::string(label_characters + 1, 'x');
  EXPECT_EQ(service("IBMUSER").data_put("SRV", "Ring", member).error().codes, bad_length);
  EXPECT_EQ(service("IBMUSER").data_remove("SRV", "ring", "SRV", "x").error().codes, no_ring);
}

TEST_F(DatalibUpdate, ARingIsDeletedWithTheAuthorityOfDelring) {
  EXPECT_EQ(service("SRV").del_ring("SRV", "Ring").error().codes, not_authorized);
  permit("DELRING", "READ");
  EXPECT_EQ(service("SRV").del_ring("SRV", "ring").error().codes, no_ring);
  EXPECT_EQ(service("SRV").del_ring("SRV", "*").error().codes, bad_ring_or_user);
  EXPECT_TRUE(service("SRV").del_ring("SRV", "Ring"));
  EXPECT_FALSE(lab.session().database.rings.find("SRV", "Ring"));
}

/// The codes of a DataPut, by what is true of the certificate.
struct PutCase {
  const char* name;
  bool known, notrust, raclisted;
  const char* label;  ///< the known one has label 'theirs'
  Codes codes;
};

class DatalibPut : public DatalibUpdate, public testing::WithParamInterface<PutCase> {};

TEST_P(DatalibPut, WarnsAsTheTableSays) {
  const PutCase& row = GetParam();
  NewMember member = fresh("OTHER", Usage::personal);
  if (row.known) member.certificate = lab.certificate("OTHER", "theirs");
  member.label = row.label;
  if (row.notrust) member.status = database::Status::notrust;
  if (row.known && row.notrust) lab.must("RACDCERT ID(OTHER) ALTER(LABEL('theirs')) NOTRUST");
  if (row.raclisted) lab.must("SETROPTS CLASSACT(DIGTCERT) RACLIST(DIGTCERT)");
  const auto put = service("IBMUSER").data_put("SRV", "Ring", member);
  ASSERT_TRUE(put) << put.error().explanation;
  EXPECT_EQ(put->codes, row.codes) << to_string(put->codes);
  EXPECT_EQ(count(), 1u) << "the certificate is connected";
}

INSTANTIATE_TEST_SUITE_P(Table, DatalibPut,
                         testing::Values(PutCase{"New", false, false, false, "Fresh", {0, 0, 0}},
                                         PutCase{"NewNotrust", false, true, false, "Fresh", {4, 4, 0}},
                                         PutCase{"NewRaclisted", false, false, true, "Fresh", {4, 4, 4}},
                                         PutCase{"NewNotrustRaclisted", false, true, true, "Fresh", {4, 4, 0}},
                                         PutCase{"Known", true, false, false, "theirs", {0, 0, 0}},
                                         PutCase{"KnownRaclisted", true, false, true, "theirs", {4, 4, 4}},
                                         PutCase{"OtherLabel", true, false, false, "Ours", {4, 4, 8}},
                                         PutCase{"OtherLabelNotrust", true, true, false, "Ours", {4, 4, 12}},
                                         PutCase{"OtherLabelRaclisted", true, false, true, "Ours", {4, 4, 16}}),
                         [](const auto& param) { return std::string(param.param.name); });

TEST_F(DatalibUpdate, WithAnAsteriskACertificateIsAddedAndNotConnected) {
  const NewMember member = fresh("SRV", Usage::personal);
  EXPECT_EQ(service("SRV").data_put("SRV", "*", member).error().codes, not_authorized);
  permit("ADD", "READ");
  EXPECT_TRUE(service("SRV").data_put("SRV", "*", member));
  EXPECT_TRUE(lab.record("SRV", "Fresh"));
  EXPECT_EQ(count(), 0u);
}

/// A DataRemove of OTHER's certificate 'theirs' by IBMUSER, which SRV/Ring has.
struct RemoveCase {
  const char* name;
  const char* ring;
  Removal removal;
  bool in_second_ring, request_made, raclisted;
  Codes codes;
  bool stays;  ///< in the database
};

class DatalibRemove : public DatalibUpdate, public testing::WithParamInterface<RemoveCase> {};

TEST_P(DatalibRemove, WarnsAsTheTableSays) {
  const RemoveCase& row = GetParam();
  lab.must("RACDCERT ID(SRV) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring))");
  lab.must("RACDCERT ID(OTHER) ADDRING(Second)");
  if (row.in_second_ring) lab.must("RACDCERT ID(OTHER) CONNECT(LABEL('theirs') RING(Second))");
  if (row.request_made) lab.must("RACDCERT ID(OTHER) GENREQ(LABEL('theirs')) DSN(REQUEST)");
  if (row.raclisted) lab.must("SETROPTS CLASSACT(DIGTCERT) RACLIST(DIGTCERT)");
  const auto removed = service("IBMUSER").data_remove("SRV", row.ring, "OTHER", "theirs", row.removal);
  EXPECT_EQ(removed ? *removed : removed.error().codes, row.codes);
  EXPECT_EQ(lab.record("OTHER", "theirs").has_value(), row.stays);
}

constexpr Removal only_ring{}, too{.certificate_too = true}, all{.certificate_too = true, .all_rings = true};
INSTANTIATE_TEST_SUITE_P(
    Table, DatalibRemove,
    testing::Values(RemoveCase{"FromTheRing", "Ring", only_ring, false, false, false, {0, 0, 0}, true},
                    RemoveCase{"FromTheRingRaclisted", "Ring", only_ring, false, false, true, {4, 4, 12}, true},
                    RemoveCase{"Deleted", "Ring", too, false, false, false, {0, 0, 0}, false},
                    RemoveCase{"DeletedRaclisted", "Ring", too, false, false, true, {4, 4, 12}, false},
                    RemoveCase{"OnAnotherRing", "Ring", too, true, false, false, {4, 4, 0}, true},
                    RemoveCase{"OnAllRings", "Ring", all, true, false, false, {0, 0, 0}, false},
                    RemoveCase{"UsedForARequest", "Ring", too, false, true, false, {4, 4, 16}, true},
                    RemoveCase{"AsteriskConnected", "*", too, false, false, false, {8, 8, 44}, true},
                    RemoveCase{"AsteriskAllRings", "*", all, true, false, false, {0, 0, 0}, false},
                    RemoveCase{"AsteriskAllRingsRaclisted", "*", all, true, false, true, {4, 4, 12}, false}),
    [](const auto& param) { return std::string(param.param.name); });

TEST_F(DatalibUpdate, WithoutAuthorityACertificateLeavesTheRingAndStays) {
  lab.must("RACDCERT ID(SRV) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring))");
  permit("REMOVE", "READ");
  EXPECT_EQ(service("SRV").data_remove("SRV", "*", "OTHER", "theirs", all).error().codes, not_authorized);
  EXPECT_EQ(service("SRV").data_remove("SRV", "Ring", "OTHER", "theirs", all), (Codes{4, 4, 8}));
  EXPECT_EQ(count(), 0u);
  permit("DELETE", "UPDATE");
  EXPECT_EQ(service("SRV").data_remove("SRV", "*", "OTHER", "theirs"), success);
  EXPECT_FALSE(lab.record("OTHER", "theirs"));
  EXPECT_EQ(service("SRV").data_remove("SRV", "*", "OTHER", "theirs").error().codes, no_certificate);
}

TEST_F(DatalibUpdate, ACertificateIsAlteredWithAuthorityByProfileOrFunction) {
  const Alteration notrust{.status = database::Status::notrust, .new_label = "renamed"};
  EXPECT_EQ(service("SRV").data_alter("OTHER", "theirs", notrust).error().codes, not_authorized);
  for (const char* command : {"RDEFINE RDATALIB IRR.DIGTCERT.OTHER.THEIRS.UPD.ALTER UACC(NONE)",
                              "PERMIT IRR.DIGTCERT.OTHER.THEIRS.UPD.ALTER CLASS(RDATALIB) ID(SRV) ACCESS(READ)",
                              "SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)"})
    lab.must(command);
  EXPECT_EQ(service("SRV").data_alter("OTHER", "theirs", notrust), success);
  EXPECT_EQ(lab.record("OTHER", "renamed")->status, database::Status::notrust);
  lab.must("SETROPTS CLASSACT(DIGTCERT) RACLIST(DIGTCERT)");
  EXPECT_EQ(service("IBMUSER").data_alter("OTHER", "renamed", {.status = database::Status::trust}), (Codes{4, 4, 4}));
  EXPECT_EQ(service("IBMUSER").data_alter("OTHER", "nobody", notrust).error().codes, no_certificate);
}

TEST_F(DatalibUpdate, OnlySpecialRefreshesTheClassesOfCertificates) {
  lab.must("SETROPTS CLASSACT(DIGTCERT) RACLIST(DIGTCERT)");
  EXPECT_EQ(service("SRV").data_refresh().error().codes, (Codes{8, 8, 92}));
  EXPECT_TRUE(service("IBMUSER").data_refresh());
}

}  // namespace
}  // namespace ringside::racf::datalib
