// tests/emulator/hosttools/keytool/ring/ring_reader_test.cpp - rings as Java sees them: URLs, aliases, keys, refusals.
#include "emulator/hosttools/keytool/ring/ring_reader.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/ring/ring_bench.hpp"

namespace ringside::keytool {
namespace {

using test_support::RingBench;
using testing::ElementsAre;
using testing::HasSubstr;

class RingReader : public testing::Test {
 protected:
  RingAnswer<RingSource> read(const std::string& user, const std::string& ring, bool may_be_missing = false) {
    remarks_.clear();
    return read_ring({bench_.racf().lab(), bench_.racf().session().system, user}, *racf::ring_name(ring),
                     may_be_missing, remarks_);
  }
  /// Each alias with its owner and the aliases of its chain.
  static std::vector<std::string> members(const RingSource& source) {
    std::vector<std::string> all;
    for (std::size_t place = 0; place < source.members.size(); ++place) {
      const RingMember& member = source.members[place];
      std::string line = member.alias + " of " + member.entry.owner + ":";
      for (const std::size_t each : chain_of(source, place)) line += " " + source.members[each].alias;
      all.push_back(line);
    }
    return all;
  }

  RingBench bench_;
  RingRemarks remarks_;
};

TEST_F(RingReader, GivesMembersInTheOrderOfTheRingWithTheirChains) {
  const auto source = read("SRV", "SRV/Ring");
  ASSERT_TRUE(source);
  EXPECT_THAT(members(*source), ElementsAre("Server of SRV: Server My CA", "My CA of irrcerta: My CA"));
  EXPECT_TRUE(source->there);
  EXPECT_TRUE(source->members.front().entry.is_default);
  EXPECT_TRUE(source->members.front().entry.private_key);
  EXPECT_FALSE(source->members.back().entry.private_key);
  EXPECT_THAT(remarks_, ElementsAre());
}

TEST_F(RingReader, NumbersMembersThatHaveOneLabel) {
  bench_.racf().must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('two')) WITHLABEL('Server') NISTECC SIZE(256)");
  bench_.racf().must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Server') RING(Ring))");
  bench_.racf().must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('three')) WITHLABEL('Server_1') NISTECC SIZE(256)");
  bench_.racf().must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Server_1') RING(Ring))");
  const auto source = read("SRV", "SRV/Ring");
  ASSERT_TRUE(source);
  EXPECT_THAT(members(*source), ElementsAre("Server of SRV: Server My CA", "My CA of irrcerta: My CA",
                                            "Server_1 of irrcerta: Server_1", "Server_1_1 of irrcerta: Server_1_1"));
  EXPECT_THAT(remarks_, ElementsAre("the ring holds several certificates with the label 'Server': that of CERTAUTH is "
                                    "'Server_1'",
                                    "the ring holds several certificates with the label 'Server_1': that of CERTAUTH "
                                    "is 'Server_1_1'"));
}

TEST_F(RingReader, GivesAMissingRingOnlyIfItMayBeMissing) {
  const auto refused = read("SRV", "SRV/None");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().java_class, "java.io.IOException");
  EXPECT_EQ(refused.error().text, "R_datalib (IRRSDL00) error: profile for ring not found (8, 8, 84)");
  EXPECT_EQ(refused.error().codes, racf::datalib::no_ring);
  const auto empty = read("SRV", "SRV/None", true);
  ASSERT_TRUE(empty);
  EXPECT_FALSE(empty->there);
  EXPECT_TRUE(empty->members.empty());
}

TEST_F(RingReader, RefusesAKeyThatTheUserCannotHave) {
  const auto refused = read("READER", "SRV/Ring");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().text,
            "The private key of Server is not available or no authority to access the private key");
  EXPECT_EQ(refused.error().codes, racf::datalib::success);
  EXPECT_THAT(remarks_, ElementsAre(HasSubstr("it belongs to ID(SRV), and the caller is READER")));
}

TEST_F(RingReader, SaysWhichTypeSeesAKeyInIcsf) {
  bench_.racf().must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('hw')) WITHLABEL('Hardware') RSA(PKDS(HW.KEY))");
  bench_.racf().must("RACDCERT ID(SRV) CONNECT(LABEL('Hardware') RING(Ring))");
  const auto source = read("SRV", "SRV/Ring");
  ASSERT_TRUE(source);
  const RingMember* const hardware = member_of(*source, "Hardware");
  ASSERT_NE(hardware, nullptr);
  EXPECT_TRUE(is_in_icsf(*hardware));
  EXPECT_FALSE(is_key_entry(*hardware, *ring_type("JCERACFKS")));
  EXPECT_TRUE(is_key_entry(*hardware, *ring_type("JCECCARACFKS")));
  EXPECT_FALSE(is_key_entry(*member_of(*source, "My CA"), *ring_type("JCECCARACFKS")));
  EXPECT_EQ(member_of(*source, "hardware"), nullptr);
}

std::string ring_of(const std::string& url) {
  RingRemarks remarks;
  const auto read = ring_of_url(url, "ME", remarks);
  return read ? racf::to_string(read->ring) : read.error().java_class + ": " + read.error().text;
}

TEST(RingOfUrl, RefusesNamesThatAreEmptyOrTooLong) {
  const std::string wrong = "java.io.IOException: Error in Ring_name length or RACF_userid length";
  const std::string longest(237, 'R');
  EXPECT_EQ(ring_of("safkeyring://USER1234/" + longest), "USER1234/" + longest);
  for (const std::string& url :
       {std::string("safkeyring://USER12345/R"), "safkeyring://U/" + longest + "R", std::string("safkeyring://U/"),
        std::string("safkeyring:///"), std::string("safkeyring://Ring")})
    EXPECT_EQ(ring_of(url), wrong) << url;
  EXPECT_THAT(ring_of("safkeyring:Ring"), HasSubstr("java.net.MalformedURLException: safkeyring:Ring is not of"));
}

TEST(RingOfUrl, RemarksOnSlashesThatAreNotUsual) {
  RingRemarks remarks;
  for (const char* url : {"safkeyring://U/R", "safkeyring:///R"}) EXPECT_TRUE(ring_of_url(url, "ME", remarks));
  EXPECT_THAT(remarks, ElementsAre());
  for (const char* url : {"safkeyring:/R", "safkeyring:///U/R"}) EXPECT_TRUE(ring_of_url(url, "ME", remarks));
  EXPECT_THAT(remarks, ElementsAre(HasSubstr("1 slash: the form is"), HasSubstr("3 slashes: the form is")));
}

}  // namespace
}  // namespace ringside::keytool
