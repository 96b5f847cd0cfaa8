// tests/app/connections/stored_changes_test.cpp - changes that a Java program stores in a ring, and messages that are
// none.
#include "app/connections/stored_changes.hpp"

#include <gmock/gmock.h>

#include "app/connections/octet_writer.hpp"
#include "tests/emulator/hosttools/keytool/ring/ring_bench.hpp"

namespace ringside::app {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* before = "SRV/Server PERSONAL*; irrcerta/My CA CERTAUTH; ";

/// A message of the provider.
struct Sent {
  std::string storetype = "JCERACFKS";
  std::vector<std::string> removed{};
  struct Entry {
    std::string alias;
    bool is_key = false;
    std::vector<base::Bytes> chain{};
    base::Bytes pkcs8{};
  };
  std::vector<Entry> changed{};

  [[nodiscard]] base::Bytes message() const {
    OctetWriter writer;
    writer.octets(base::to_bytes("RSC1"));
    writer.text16("1.2.3");
    writer.text16(storetype);
    writer.u32(static_cast<std::uint32_t>(removed.size()));
    for (const std::string& alias : removed) writer.text16(alias);
    writer.u32(static_cast<std::uint32_t>(changed.size()));
    for (const Entry& entry : changed) {
      writer.text16(entry.alias);
      writer.u8(entry.is_key ? 1 : 0);
      writer.u16(static_cast<std::uint16_t>(entry.chain.size()));
      for (const base::Bytes& certificate : entry.chain) writer.bytes32(certificate);
      writer.bytes32(entry.pkcs8);
    }
    return writer.written();
  }
};

class StoredChangesTest : public testing::Test {
 protected:
  StoredChangesTest() {
    for (const char* command :
         {"SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB) GENERIC(RDATALIB)", "RDEFINE RDATALIB SRV.*.UPD UACC(NONE)",
          "PERMIT SRV.*.UPD CLASS(RDATALIB) ID(SRV) ACCESS(CONTROL)", "SETROPTS RACLIST(RDATALIB) REFRESH",
          "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('new')) WITHLABEL('New') NISTECC SIZE(256)"})
      bench_.racf().must(command);
    certificate_ = bench_.racf().record("OTHER", "New")->der;
    bench_.racf().must("RACDCERT ID(OTHER) DELETE(LABEL('New'))");
  }

  /// What SRV's ring is after the message; the refusal if there is one.
  std::string store(const Sent& sent, const std::string& url = "safkeyring:///Ring", const std::string& user = "SRV") {
    const auto changes = read_changes(sent.message());
    if (!changes) return changes.error();
    const auto image = stored({bench_.racf().lab(), bench_.racf().session().system, user}, url, *changes);
    remarks_ = image.remarks;
    if (image.refusal) return image.refusal->java_class + ": " + image.refusal->text;
    std::string aliases;
    for (const auto& member : image.source.members) aliases += member.alias + "; ";
    return aliases;
  }

  test_support::RingBench bench_;
  base::Bytes certificate_;
  keytool::RingRemarks remarks_;
};

TEST_F(StoredChangesTest, AddAndRemoveEntriesAndGiveTheRingAfterIt) {
  EXPECT_EQ(store({.removed = {"My CA"}, .changed = {{"Partner", false, {certificate_}, {}}}}), "Server; Partner; ");
  EXPECT_EQ(bench_.members(), "SRV/Server PERSONAL*; irrcerta/Partner CERTAUTH; ");
}

TEST_F(StoredChangesTest, PassOverWhatIsSoAlready) {
  const auto server = bench_.racf().record("SRV", "Server")->der;
  EXPECT_EQ(store({.removed = {"Gone"}, .changed = {{"Server", true, {server}, {}}}}), "Server; My CA; ");
  EXPECT_EQ(bench_.members(), before) << "the default flag stays";
}

TEST_F(StoredChangesTest, PutAKeyIntoARingThatIsMade) {
  const auto key = crypto::PrivateKey::from_pkcs8(
      keytool::read_ring({bench_.racf().lab(), bench_.racf().session().system, "SRV"}, {"SRV", "Ring"}, false, remarks_)
          ->members.front()
          .entry.private_key->pkcs8());
  const auto server = bench_.racf().record("SRV", "Server")->der;
  EXPECT_EQ(store({.changed = {{"Mine", true, {server, certificate_}, key->pkcs8()}}}, "safkeyring:///Fresh"),
            "Server; ");
  EXPECT_THAT(remarks_, Contains(HasSubstr("in the database as 'Server' of ID(SRV)")));
  EXPECT_THAT(remarks_, Contains(HasSubstr("the issuer of 'Server' is not put into the ring")));
}

TEST_F(StoredChangesTest, AreAllUndoneIfOneIsRefused) {
  const auto authority = bench_.racf().record("irrcerta", "My CA")->der;
  const Sent sent{.removed = {"My CA"},
                  .changed = {{"Partner", false, {certificate_}, {}}, {"Server", false, {authority}, {}}}};
  EXPECT_EQ(
      store(sent),
      "java.security.KeyStoreException: The entry Server of a key ring cannot change between key and certificate");
  EXPECT_EQ(bench_.members(), before);
  EXPECT_FALSE(bench_.racf().record("irrcerta", "Partner"));
}

TEST_F(StoredChangesTest, AreRefusedInTheWordsOfKeytool) {
  EXPECT_EQ(
      store({.storetype = "JCECCARACFKS", .changed = {{"K", true, {certificate_}, {}}}}),
      "java.security.KeyStoreException: The entry K of a key ring of type JCECCARACFKS cannot be given a key here: "
      "ICSF is not reached");
  EXPECT_EQ(store({.changed = {{"K", true, {certificate_}, {}}}}),
            "java.security.UnrecoverableKeyException: Cannot recover key");
  EXPECT_EQ(store({.storetype = "JKS"}), "java.io.IOException: Invalid keystore format");
  EXPECT_EQ(store({}, "safkeyringhw:///Ring"), "java.io.IOException: Invalid keystore format");
  EXPECT_EQ(store({}, "safkeyring://SRV/"), "java.io.IOException: Error in Ring_name length or RACF_userid length");
  EXPECT_THAT(store({.removed = {"Server"}}, "safkeyring://SRV/Ring", "OTHER"), HasSubstr("(8, 8, 8)"));
}

TEST_F(StoredChangesTest, FindASecondMemberOfALabelByItsAlias) {
  bench_.racf().must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('two')) WITHLABEL('Server') NISTECC SIZE(256)");
  bench_.racf().must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Server') RING(Ring))");
  EXPECT_EQ(store({.removed = {"Server_1"}}), "Server; My CA; ");
}

TEST_F(StoredChangesTest, AreNotTakenFromMessagesThatAreNone) {
  const Sent sent{.removed = {"A"}, .changed = {{"B", false, {certificate_}, {}}}};
  const base::Bytes whole = sent.message();
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(read_changes(base::ByteView(whole).first(size))) << size;
  base::Bytes longer = whole;
  longer.push_back(0);
  EXPECT_THAT(read_changes(longer).error(), HasSubstr("1 octets are left over"));
  EXPECT_THAT(store({.removed = {"A", "A"}}), HasSubstr("the alias A is there twice"));
  EXPECT_THAT(store({.removed = {"A"}, .changed = {{"A", false, {certificate_}, {}}}}), HasSubstr("there twice"));
  EXPECT_THAT(store({.changed = {{"A", false, {}, {}}}}), HasSubstr("an entry has a certificate"));
  EXPECT_THAT(store({.changed = {{"A", false, {base::to_bytes("no DER")}, {}}}}), HasSubstr("this is no certificate"));
  EXPECT_THAT(store({.changed = {{"A", false, {certificate_}, {1}}}}), HasSubstr("an entry without a key"));
  EXPECT_THAT(store({.removed = {std::string(1'001, 'x')}}), HasSubstr("1001 is more than 1000"));
  base::Bytes claims = base::to_bytes("RSC1");
  claims.insert(claims.end(), {0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff});
  EXPECT_EQ(read_changes(claims).error(), "octet 12: 4294967295 is more than 10000");
}

}  // namespace
}  // namespace ringside::app
