// tests/emulator/racf/datalib/r_datalib_test.cpp - R_datalib: what a caller gets from a ring, and the codes when he
// gets nothing.
#include "emulator/racf/datalib/r_datalib.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/racf/datalib/ring_reader.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf::datalib {
namespace {

using test_support::RacfLab;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// SERVER owns ring Ring.One with his own certificate, OTHER's, a CA, and the CA's twin connected as PERSONAL.
class Datalib : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* command :
         {"ADDUSER (SERVER OTHER READER) DFLTGRP(SYS1)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca2')) WITHLABEL('ca2') RSA SIZE(1024)",
          "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC SIZE(384)",
          "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('theirs') RSA SIZE(1024)",
          "RACDCERT ID(SERVER) ADDRING(Ring.One)", "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring.One))",
          "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring.One) DEFAULT)",
          "RACDCERT ID(SERVER) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring.One))",
          "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca2') RING(Ring.One) USAGE(PERSONAL))",
          "SETROPTS CLASSACT(FACILITY RDATALIB) RACLIST(RDATALIB) GENERIC(RDATALIB)",
          "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)"})
      lab.must(command);
    permit_listring("SERVER", "READ");
  }

  void permit_listring(const std::string& user, const std::string& access) {
    lab.must("PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(" + user + ") ACCESS(" + access + ")");
  }
  void define_ring_profile(const std::string& user, const std::string& access) {
    lab.run("RDEFINE RDATALIB SERVER.RING.ONE.LST UACC(NONE)");
    lab.must("PERMIT SERVER.RING.ONE.LST CLASS(RDATALIB) ID(" + user + ") ACCESS(" + access + ")");
    lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  }
  Service service(const std::string& caller) { return {lab.lab(), lab.session().system, caller}; }
  /// Labels of a whole query; those whose private key is given end with '+'.
  std::vector<std::string> labels(const std::string& caller, const Selection& selection = {}, int version = 1,
                                  const std::string& owner = "SERVER", const std::string& ring = "Ring.One") {
    Service datalib = service(caller);
    std::vector<std::string> found;
    const auto first = datalib.data_get_first(owner, ring, selection, version);
    if (!first) return {to_string(first.error().codes)};
    const auto add = [&](const Entry& entry) { found.push_back(entry.label + (entry.private_key ? "+" : "")); };
    add(first->entry);
    auto next = datalib.data_get_next(first->token);
    for (; next; next = datalib.data_get_next(first->token)) add(*next);
    EXPECT_EQ(next.error().codes, no_certificate);
    EXPECT_TRUE(datalib.data_abort_query(first->token));
    return found;
  }

  RacfLab lab;
};

TEST_F(Datalib, GivesTheRingInTheOrderOfConnectionThenReason44) {
  EXPECT_THAT(labels("SERVER"), ElementsAre("ca", "mine+", "theirs", "ca2"));
}

TEST_F(Datalib, FillsEveryFieldOfTheResult) {
  Service datalib = service("SERVER");
  const auto found = datalib.data_get_first("server", "Ring.One", {.label = "mine"});
  ASSERT_TRUE(found) << to_string(found.error().codes);
  const Entry& entry = found->entry;
  const auto certificate = lab.certificate("SERVER", "mine");
  EXPECT_EQ(entry.usage, 0x8u);
  EXPECT_TRUE(entry.is_default);
  EXPECT_EQ(entry.certificate, certificate.der());
  ASSERT_TRUE(entry.private_key);
  EXPECT_TRUE(entry.private_key->matches(certificate.public_key()));
  EXPECT_EQ(entry.key_type, KeyType::ecc_clear);
  EXPECT_EQ(entry.key_bits, 384);
  EXPECT_EQ(entry.owner, "SERVER");
  EXPECT_EQ(entry.subject, certificate.subject().der());
  EXPECT_EQ(entry.record_id, "00.CN=mine");
  EXPECT_EQ(entry.status, 0x80000000u);
  const auto authority = datalib.data_get_first("SERVER", "Ring.One", {.label = "ca"});
  ASSERT_TRUE(authority);
  EXPECT_EQ(authority->entry.usage, 0x2u);
  EXPECT_EQ(authority->entry.owner, "irrcerta");
  EXPECT_FALSE(authority->entry.private_key);
  EXPECT_EQ(authority->entry.key_type, KeyType::none);
}

TEST_F(Datalib, SelectsByLabelDefaultAndSubject) {
  EXPECT_THAT(labels("SERVER", {.label = "theirs"}), ElementsAre("theirs"));
  EXPECT_THAT(labels("SERVER", {.default_only = true}), ElementsAre("mine+"));
  EXPECT_THAT(labels("SERVER", {.subject = lab.certificate("irrcerta", "ca").subject().der()}), ElementsAre("ca"));
  EXPECT_THAT(labels("SERVER", {.label = "Theirs"}), ElementsAre("8/8/44"));
}

TEST_F(Datalib, ShowsNotrustToVersion1Only) {
  lab.must("RACDCERT ID(SERVER) ALTER(LABEL('mine')) NOTRUST");
  lab.must("RACDCERT CERTAUTH ALTER(LABEL('ca')) HIGHTRUST");
  EXPECT_THAT(labels("SERVER", {}, 0), ElementsAre("ca", "theirs", "ca2"));
  EXPECT_THAT(labels("SERVER", {}, 1), ElementsAre("ca", "mine+", "theirs", "ca2"));
  EXPECT_THAT(labels("SERVER", {.status = status_notrust}), ElementsAre("mine+"));
  EXPECT_THAT(labels("SERVER", {.status = status_hightrust | status_notrust}), ElementsAre("ca", "mine+"));
}

TEST_F(Datalib, AnswersWithTheCodesOfTheManual) {
  lab.must("RACDCERT ID(SERVER) ADDRING(Empty)");
  permit_listring("SERVER", "UPDATE");
  EXPECT_THAT(labels("SERVER", {}, 2), ElementsAre("8/8/24"));
  EXPECT_THAT(labels("SERVER", {.label = "mine", .default_only = true}), ElementsAre("8/8/4"));
  EXPECT_THAT(labels("READER"), ElementsAre("8/8/8"));
  EXPECT_THAT(labels("SERVER", {}, 1, "LONGER.THAN8", "Ring.One"), ElementsAre("8/8/28"));
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", ""), ElementsAre("8/8/28"));
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", std::string(238, 'R')), ElementsAre("8/8/28"));
  EXPECT_THAT(labels("SERVER", {.label = std::string(33, 'L')}), ElementsAre("8/8/32"));
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", "Empty"), ElementsAre("8/8/44"));
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", "RING.ONE"), ElementsAre("8/8/84"));
  Service datalib = service("SERVER");
  EXPECT_EQ(datalib.data_get_next(7).error().codes, bad_token);
  EXPECT_EQ(datalib.data_abort_query(7).error().codes, bad_token);
  EXPECT_EQ(datalib.get_ring_info("OTHER").error().codes, (Codes{8, 8, 32}));
  EXPECT_EQ(datalib.get_ring_info("SERVER", "None").error().codes, (Codes{8, 8, 32}));
  EXPECT_EQ(meaning(no_ring), "the ring does not exist");
  for (const int reason : {4, 8, 12, 16, 20, 24, 28, 32, 36, 44, 48, 52, 56, 72, 84, 92, 96})
    EXPECT_FALSE(meaning({8, 8, reason}).empty()) << reason;
  EXPECT_THAT(std::string(meaning({8, 12, 0x080bbd})), HasSubstr("ICSF"));
  EXPECT_THAT(std::string(meaning({9, 9, 9})), IsEmpty());
}

TEST_F(Datalib, ChecksTheAuthorityBeforeItLooksForTheUser) {
  EXPECT_THAT(labels("READER", {}, 1, "NOBODY"), ElementsAre("8/8/8"));
  permit_listring("READER", "UPDATE");
  EXPECT_THAT(labels("READER", {}, 1, "NOBODY"), ElementsAre("8/8/84"));
  EXPECT_THAT(labels("READER", {}, 1, "NOBODY", "*"), ElementsAre("8/8/84"));
  EXPECT_THAT(labels("READER", {}, 1, "READER", "*"), ElementsAre("8/8/44")) << "a user without certificates";
}

TEST_F(Datalib, AnAbortedQueryIsGone) {
  Service datalib = service("SERVER");
  const auto first = datalib.data_get_first("SERVER", "Ring.One");
  ASSERT_TRUE(first);
  EXPECT_TRUE(datalib.data_abort_query(first->token));
  EXPECT_EQ(datalib.data_get_next(first->token).error().codes, bad_token);
}

/// A cell of "private keys in a ring": who reads with which access, and which keys he gets.
struct KeyCell {
  const char* caller;
  const char* rdatalib;  ///< access on the ring's profile; empty: there is no such profile
  const char* listring;
  const char* gencert;
  std::vector<std::string> labels;
};

class DatalibKeys : public Datalib, public testing::WithParamInterface<KeyCell> {};

TEST_P(DatalibKeys, AreGivenAsTheTableSays) {
  const KeyCell& cell = GetParam();
  if (*cell.rdatalib != '\0') define_ring_profile(cell.caller, cell.rdatalib);
  permit_listring(cell.caller, cell.listring);
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(NONE)");
  lab.must(std::string("PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(") + cell.caller + ") ACCESS(" + cell.gencert +
           ")");
  EXPECT_EQ(labels(cell.caller), cell.labels);
}

const std::vector<std::string> refused{"8/8/8"};
INSTANTIATE_TEST_SUITE_P(
    Table, DatalibKeys,
    testing::Values(
        // FACILITY: own ring READ, another's UPDATE; keys of CERTAUTH with CONTROL on GENCERT, of other users never.
        KeyCell{"SERVER", "", "NONE", "CONTROL", refused},
        KeyCell{"SERVER", "", "READ", "UPDATE", {"ca", "mine+", "theirs", "ca2"}},
        KeyCell{"SERVER", "", "READ", "CONTROL", {"ca", "mine+", "theirs", "ca2+"}},
        KeyCell{"SERVER", "", "ALTER", "NONE", {"ca", "mine+", "theirs", "ca2"}},
        KeyCell{"READER", "", "READ", "CONTROL", refused},
        KeyCell{"READER", "", "UPDATE", "NONE", {"ca", "mine", "theirs", "ca2"}},
        KeyCell{"READER", "", "UPDATE", "CONTROL", {"ca", "mine", "theirs", "ca2+"}},
        KeyCell{"OTHER", "", "UPDATE", "NONE", {"ca", "mine", "theirs+", "ca2"}},
        // RDATALIB is final, whatever FACILITY would have allowed.
        KeyCell{"SERVER", "NONE", "ALTER", "CONTROL", refused},
        KeyCell{"SERVER", "READ", "NONE", "CONTROL", {"ca", "mine+", "theirs", "ca2"}},
        KeyCell{"SERVER", "UPDATE", "NONE", "CONTROL", {"ca", "mine+", "theirs+", "ca2"}},
        KeyCell{"SERVER", "CONTROL", "NONE", "NONE", {"ca", "mine+", "theirs+", "ca2+"}},
        KeyCell{"READER", "NONE", "ALTER", "CONTROL", refused},
        KeyCell{"READER", "READ", "NONE", "CONTROL", {"ca", "mine", "theirs", "ca2"}},
        KeyCell{"READER", "UPDATE", "NONE", "NONE", {"ca", "mine+", "theirs+", "ca2"}},
        KeyCell{"READER", "CONTROL", "NONE", "NONE", {"ca", "mine+", "theirs+", "ca2+"}},
        KeyCell{"OTHER", "READ", "NONE", "NONE", {"ca", "mine", "theirs+", "ca2"}}));

TEST_F(Datalib, TheRefusalNamesTheProfileThatDecidedAndTheCommandThatMendsIt) {
  lab.must("RDEFINE RDATALIB SERVER.**.LST UACC(NONE)");
  lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  permit_listring("READER", "CONTROL");
  Service datalib = service("READER");
  const auto found = datalib.data_get_first("SERVER", "Ring.One");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().explanation,
            "user READER needs READ on SERVER.RING.ONE.LST: generic profile SERVER.**.LST of class RDATALIB allows "
            "NONE; what would grant it: PERMIT SERVER.**.LST CLASS(RDATALIB) ID(READER) ACCESS(READ); SETROPTS "
            "RACLIST(RDATALIB) REFRESH");
  EXPECT_THAT(found.error().console, testing::Contains("  FROM SERVER.**.LST (G)"));
}

TEST_F(Datalib, LooksAtRdatalibOnlyWhenItIsRaclisted) {
  lab.must("RDEFINE RDATALIB SERVER.RING.ONE.LST UACC(NONE)");
  lab.must("SETROPTS NORACLIST(RDATALIB)");
  Service datalib = service("SERVER");
  EXPECT_TRUE(datalib.data_get_first("SERVER", "Ring.One"));
  EXPECT_THAT(datalib.remarks(), ElementsAre(HasSubstr("SETROPTS RACLIST(RDATALIB)")));
}

TEST_F(Datalib, AVirtualRingHasCertificatesThatNoRingHas) {
  lab.must("RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('apart')) WITHLABEL('apart') NISTECC SIZE(256)");
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", "*"), ElementsAre("mine+", "apart+"));
  lab.must("RACDCERT ID(SERVER) DELRING(Ring.One)");
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", "*"), ElementsAre("mine+", "apart+"));
}

TEST_F(Datalib, AVirtualRingHasAllCertificatesOfItsOwnerAndNoDefault) {
  EXPECT_THAT(labels("SERVER", {}, 1, "SERVER", "*"), ElementsAre("mine+"));
  EXPECT_THAT(labels("SERVER", {.default_only = true}, 1, "SERVER", "*"), ElementsAre("8/8/44"));
  EXPECT_THAT(labels("READER", {}, 1, "*AUTH*", "*"), ElementsAre("8/8/8"));
  lab.must("RDEFINE RDATALIB CERTIFAUTH.IRR_VIRTUAL_KEYRING.LST UACC(READ)");
  lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_THAT(labels("READER", {}, 1, "*AUTH*", "*"), ElementsAre("ca", "ca2"));
  EXPECT_THAT(labels("READER", {}, 1, "irrcerta", "*"), ElementsAre("ca", "ca2"));
}

TEST_F(Datalib, NamesAKeyThatIcsfHolds) {
  lab.must("RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('hw')) WITHLABEL('hw') RSA(PKDS(SERVER.KEY)) SIZE(1024)");
  lab.must("RACDCERT ID(SERVER) CONNECT(LABEL('hw') RING(Ring.One))");
  Service datalib = service("SERVER");
  const auto found = datalib.data_get_first("SERVER", "Ring.One", {.label = "hw"});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->entry.key_label, "SERVER.KEY");
  EXPECT_EQ(found->entry.key_type, KeyType::pcicc);
}

TEST_F(Datalib, TheUpdateCodeChangesWithTheRing) {
  Service datalib = service("SERVER");
  const auto code = [&] { return datalib.get_update_code("SERVER", "Ring.One").value(); };
  const std::uint32_t before = code();
  EXPECT_EQ(code(), before);
  lab.must("RACDCERT ID(SERVER) ALTER(LABEL('mine')) NOTRUST");
  const std::uint32_t altered = code();
  EXPECT_NE(altered, before);
  lab.must("RACDCERT ID(SERVER) REMOVE(ID(OTHER) LABEL('theirs') RING(Ring.One))");
  EXPECT_NE(code(), altered);
  EXPECT_EQ(datalib.get_update_code("SERVER", "None").error().codes, no_ring);
}

TEST_F(Datalib, TellsTheRingsOfAUserAndWhatIsOnThem) {
  lab.must("RACDCERT ID(SERVER) ADDRING(Empty)");
  Service datalib = service("SERVER");
  const auto rings = datalib.get_ring_info("SERVER");
  ASSERT_TRUE(rings);
  ASSERT_EQ(rings->rings.size(), 2u);
  const RingInfo& first = rings->rings.front();
  EXPECT_EQ(first.ring, (RingName{"SERVER", "Ring.One"}));
  ASSERT_EQ(first.members.size(), 4u);
  EXPECT_EQ(first.members[2].owner, "OTHER");
  EXPECT_EQ(first.members[2].label, "theirs");
  EXPECT_EQ(datalib.get_ring_info("SERVER", "Empty")->rings.size(), 1u);
  EXPECT_EQ(datalib.get_ring_info("SERVER", "None").error().codes, bad_length);
  EXPECT_EQ(service("READER").get_ring_info("SERVER").error().codes, not_authorized);
}

TEST_F(Datalib, GivesTheRingsThatFitIntoTheArea) {
  lab.must("RACDCERT ID(SERVER) ADDRING(A)");
  lab.must("RACDCERT ID(SERVER) ADDRING(B)");
  lab.must("RACDCERT ID(SERVER) DELRING(Ring.One)");
  Service datalib = service("SERVER");
  constexpr std::size_t count = 4, ring = 1 + 6 + 1 + 1 + 4;  // SERVER and A, each after its length, and a number
  const auto in_area = [&](std::size_t octets) { return datalib.get_ring_info("SERVER", "", octets); };
  EXPECT_EQ(in_area(count + 2 * ring)->codes, success);
  EXPECT_EQ(in_area(count + 2 * ring)->rings.size(), 2u);
  EXPECT_EQ(in_area(count + 2 * ring - 1)->codes, (Codes{4, 4, 0}));
  EXPECT_EQ(in_area(count + 2 * ring - 1)->rings.size(), 1u);
  EXPECT_THAT(in_area(count)->rings, IsEmpty());
  EXPECT_EQ(in_area(count - 1).error().codes, bad_length);
}

TEST_F(Datalib, TokensOfTwoServicesDiffer) {
  Service one = service("SERVER"), other = service("SERVER");
  const auto first = one.data_get_first("SERVER", "Ring.One");
  const auto second = other.data_get_first("SERVER", "Ring.One");
  EXPECT_NE(first->token, second->token);
  EXPECT_EQ(other.data_get_next(first->token).error().codes, bad_token);
}

TEST_F(Datalib, ACertificateThatIsPutBackComesAgain) {
  Service datalib = service("SERVER");
  const auto first = datalib.data_get_first("SERVER", "Ring.One");
  EXPECT_EQ(datalib.data_get_next(first->token)->label, "mine");
  datalib.data_put_back(first->token);
  EXPECT_EQ(datalib.data_get_next(first->token)->label, "mine");
}

TEST_F(Datalib, SeesEveryChangeOfARingThatItHasRead) {
  Service datalib = service("SERVER");
  const auto label = [&] { return datalib.data_get_first("SERVER", "Ring.One", {.default_only = true})->entry.label; };
  EXPECT_EQ(label(), "mine");
  lab.must("RACDCERT ID(SERVER) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring.One) DEFAULT)");
  EXPECT_EQ(label(), "theirs");
  {
    const auto savepoint = lab.lab().savepoint();
    lab.must("RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring.One) DEFAULT)");
    EXPECT_EQ(label(), "mine");
  }
  EXPECT_EQ(label(), "theirs") << "the change was undone";
  permit_listring("SERVER", "NONE");
  EXPECT_EQ(datalib.data_get_first("SERVER", "Ring.One").error().codes, not_authorized);
}

TEST_F(Datalib, AStatusThatIsNotKnownIsNoSelection) {
  EXPECT_THAT(labels("SERVER", {.status = 1}), ElementsAre("8/8/56"));
}

TEST_F(Datalib, TellsTheStatusOfACertificate) {
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.LIST UACC(READ)");
  const base::Bytes mine = lab.certificate("SERVER", "mine").der();
  EXPECT_EQ(service("SERVER").check_status(mine), status_trust);
  lab.must("RACDCERT ID(SERVER) ALTER(LABEL('mine')) NOTRUST");
  EXPECT_EQ(service("SERVER").check_status(mine), status_notrust);
  EXPECT_EQ(service("READER").check_status(mine).error().codes, not_authorized);
  lab.must("RACDCERT ID(SERVER) DELETE(LABEL('mine'))");
  EXPECT_EQ(service("SERVER").check_status(mine).error().codes, no_certificate);
  EXPECT_EQ(service("SERVER").check_status(base::Bytes{1, 2, 3}).error().codes, bad_parameter_list);
}

TEST_F(Datalib, ARingThatNothingProtectsIsRefused) {
  lab.must("RDELETE FACILITY IRR.DIGTCERT.LISTRING");
  EXPECT_THAT(labels("SERVER"), ElementsAre("8/8/8"));
}

TEST(LenientRingReader, ReadsARingThatNothingProtectsWithARemark) {
  for (const bool lenient : {false, true}) {
    RacfLab lab("2013-05-17", {.lenient = lenient});
    lab.must("ADDUSER SERVER");
    lab.must("RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC SIZE(256)");
    lab.must("RACDCERT ID(SERVER) ADDRING(Ring)");
    lab.must("RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring) DEFAULT)");
    const RingContents ring = read_ring(lab.lab(), lab.session().system, {"SERVER", "Ring"});
    EXPECT_EQ(ring.problem, lenient ? IdentityProblem::none : IdentityProblem::not_authorized);
    EXPECT_EQ(ring.explanation.find("8/8/8") == std::string::npos, lenient);
    if (!lenient) continue;
    EXPECT_THAT(ring.remarks,
                ElementsAre("a real system gives 8/8/8 for SERVER/Ring: user SERVER needs READ on "
                            "IRR.DIGTCERT.LISTRING: class FACILITY is not active; what would grant it: "
                            "SETROPTS CLASSACT(FACILITY); RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE); PERMIT "
                            "IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SERVER) ACCESS(READ)"));
  }
}

}  // namespace
}  // namespace ringside::racf::datalib
