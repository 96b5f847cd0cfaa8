// tests/connectors/datalib/read_functions_test.cpp - what the reading functions write, octet for octet, in all modes.
#include "connectors/datalib/read_functions.hpp"

#include <gmock/gmock.h>

#include "tests/connectors/datalib/datalib_lab.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Codes;
constexpr Codes done{0, 0, 0};

/// A way to read memory, and the texts of the lab in it.
struct Mode {
  const char* name;
  int text, order;
  base::Bytes ring, owner, mine, ca, record;  // the certificate authority owns with lower-case letters
  base::Bytes authority;
};

const base::Bytes ebcdic_ring{0xd9, 0x89, 0x95, 0x87}, ebcdic_server{0xe2, 0xc5, 0xd9, 0xe5, 0xc5, 0xd9},
    ebcdic_mine{0x94, 0x89, 0x95, 0x85}, ebcdic_ca{0x83, 0x81},
    ebcdic_record{0xf0, 0xf1, 0x4b, 0xc3, 0xd5, 0x7e, 0x83, 0x81},
    ebcdic_authority{0x89, 0x99, 0x99, 0x83, 0x85, 0x99, 0xa3, 0x81};

Mode ascii(const char* name, int order) {
  const auto text = [](const char* value) { return base::to_bytes(value); };
  return {name,
          RINGSIDE_DATALIB_TEXT_ASCII,
          order,
          text("Ring"),
          text("SERVER"),
          text("mine"),
          text("ca"),
          text("01.CN=ca"),
          text("irrcerta")};
}

Mode ebcdic(const char* name, int order) {
  return {name,
          RINGSIDE_DATALIB_TEXT_EBCDIC,
          order,
          ebcdic_ring,
          ebcdic_server,
          ebcdic_mine,
          ebcdic_ca,
          ebcdic_record,
          ebcdic_authority};
}

/// The octets that the caller should find.
class Image {
 public:
  explicit Image(const Mode& mode) : big_(mode.order == RINGSIDE_DATALIB_ORDER_BIG) {}
  Image& number(std::size_t value) {
    for (int octet = 0; octet < 4; ++octet) {
      const int place = big_ ? 3 - octet : octet;
      octets_.push_back(static_cast<std::uint8_t>(value >> (8 * place)));
    }
    return *this;
  }
  Image& address(const void* value) {
    std::uint8_t octets[sizeof value];
    std::memcpy(octets, &value, sizeof value);
    return text({octets, octets + sizeof value});
  }
  Image& text(const base::Bytes& value) {
    octets_.insert(octets_.end(), value.begin(), value.end());
    return *this;
  }
  Image& counted(const base::Bytes& value) {
    octets_.push_back(static_cast<std::uint8_t>(value.size()));
    return text(value);
  }
  Image& zeros(std::size_t count) { return text(base::Bytes(count)); }
  [[nodiscard]] const base::Bytes& octets() const { return octets_; }

 private:
  bool big_;
  base::Bytes octets_;
};

base::Bytes octets_at(const void* at, std::size_t size) {
  const auto* octets = static_cast<const std::uint8_t*>(at);
  return {octets, octets + size};
}

class DatalibImage : public DatalibTest, public testing::WithParamInterface<Mode> {
 protected:
  void SetUp() override { ASSERT_EQ(ringside_datalib_mode(GetParam().text, GetParam().order), 0); }
  static std::string text(const base::Bytes& octets) { return base::to_text(octets); }
};

TEST_P(DatalibImage, OfADataGet) {
  const Mode& mode = GetParam();
  const base::Bytes der = der_of("SERVER", "mine");
  ASSERT_EQ(caller.get_first(text(mode.owner), text(mode.ring), areas), done);
  const irrsdl_data_get& list = areas.list;
  const auto key = crypto::PrivateKey::from_pkcs8(octets_at(areas.key, 150));
  ASSERT_TRUE(key) << "a key of P-256 has 150 octets in PKCS#8, which names the curve twice";
  const auto certificate = crypto::Certificate::from_der(der);
  base::Bytes owner = mode.owner;
  owner.resize(8, 0x40);
  Image expected(mode);
  expected.address(&areas.query).number(8).number(1).number(der.size()).zeros(4).address(areas.certificate);
  expected.number(150).zeros(4).address(areas.key).number(6).number(256);
  expected.number(4).zeros(4).address(areas.label).counted(owner).zeros(3);
  expected.number(certificate->subject().der().size()).address(areas.subject);
  expected.number(mode.record.size()).zeros(4).address(areas.record_id).number(0x80000000);
  EXPECT_EQ(octets_at(&list, sizeof list), expected.octets());
  EXPECT_EQ(octets_at(areas.certificate, der.size()), der);
  EXPECT_TRUE(key->matches(certificate->public_key()));
  EXPECT_EQ(octets_at(areas.label, 5), Image(mode).text(mode.mine).zeros(1).octets()) << "nothing is filled";
  EXPECT_EQ(octets_at(areas.subject, certificate->subject().der().size()), certificate->subject().der());
  EXPECT_EQ(octets_at(areas.record_id, mode.record.size()), mode.record);
  EXPECT_EQ(caller.get_next(areas), done) << "the token has the order of the machine";
  base::Bytes authority = octets_at(areas.list.owner.id, 8);
  EXPECT_EQ(authority, mode.authority);
}

TEST_P(DatalibImage, OfTheLengthsThatAreNeeded) {
  const Mode& mode = GetParam();
  const std::size_t length = der_of("SERVER", "mine").size();
  areas.list.certificate_length = 0;
  caller.version = 1;
  caller.attributes = IRRSDL_GET_ALL_KEY_TYPES;
  EXPECT_EQ(caller.call(IRRSDL_DATA_GET_FIRST, text(mode.owner), text(mode.ring), &areas.list), (Codes{8, 8, 48}));
  EXPECT_EQ(octets_at(&areas.list.certificate_length, 4), Image(mode).number(length).octets());
  EXPECT_EQ(octets_at(areas.certificate, 1), base::Bytes{0}) << "nothing is written to the areas";
  EXPECT_EQ(areas.query.token, 0u) << "no query is open";
}

TEST_P(DatalibImage, OfRingInfo) {
  const Mode& mode = GetParam();
  base::Bytes area(256, 0xee);
  irrsdl_ring_info list{IRRSDL_RINGS_NAMED, 256, area.data()};
  ASSERT_EQ(caller.call(IRRSDL_GET_RING_INFO, text(mode.owner), text(mode.ring), &list), done);
  Image expected(mode);
  expected.number(1).counted(mode.owner).counted(mode.ring).number(2);
  expected.counted(mode.owner).counted(mode.mine).counted(mode.authority).counted(mode.ca);
  expected.text(base::Bytes(256 - expected.octets().size(), 0xee));
  EXPECT_EQ(area, expected.octets());
}

TEST_P(DatalibImage, OfAStatus) {
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.LIST UACC(READ)");
  base::Bytes der = der_of("SERVER", "mine");
  irrsdl_check_status list{static_cast<std::uint32_t>(der.size()), 0, der.data(), 0};
  ASSERT_EQ(caller.call(IRRSDL_CHECK_STATUS, "", "", &list), done);
  EXPECT_EQ(octets_at(&list.status, 4), Image(GetParam()).number(0x80000000).octets());
}

TEST_P(DatalibImage, OfASerialNumber) {
  const Mode& mode = GetParam();
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(CONTROL)");
  base::Bytes der = der_of("irrcerta", "ca");
  irrsdl_serial_number list{static_cast<std::uint32_t>(der.size()), 0, der.data(), 0};
  ASSERT_EQ(caller.call(IRRSDL_INC_SERIAL_NUM, "", "", &list), done);
  const bool is_big = mode.order == RINGSIDE_DATALIB_ORDER_BIG;
  base::Bytes expected(8);
  expected[is_big ? 7 : 0] = 2;
  EXPECT_EQ(octets_at(&list.serial, 8), expected) << "'ca' has signed one certificate";
  lab.must(
      "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('next')) WITHLABEL('next') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('ca'))");
  EXPECT_THAT(lab.shown("RACDCERT ID(OTHER) LIST(LABEL('next'))"), testing::HasSubstr(">03<"));
}

INSTANTIATE_TEST_SUITE_P(Modes, DatalibImage,
                         testing::Values(ascii("AsciiNative", 0), ascii("AsciiBig", 1), ebcdic("EbcdicNative", 0),
                                         ebcdic("EbcdicBig", 1)),
                         [](const auto& param) { return std::string(param.param.name); });

using ReadFunctions = DatalibTest;

TEST_F(ReadFunctions, Version0HasNoStatusAndNoNotrust) {
  lab.must("RACDCERT ID(SERVER) ALTER(LABEL('mine')) NOTRUST");
  areas.list.status = 0xdddddddd;
  ASSERT_EQ(caller.call(IRRSDL_DATA_GET_FIRST, "SERVER", "Ring", &areas.list), done);
  EXPECT_EQ(areas.label_text(), "ca");
  EXPECT_EQ(areas.list.status, 0xddddddddu) << "the list of version 0 ends before it";
}

TEST_F(ReadFunctions, KeysOfOtherTypesAreGivenToThoseWhoAskForThem) {
  ASSERT_EQ(caller.call(IRRSDL_DATA_GET_FIRST, "SERVER", "Ring", &areas.list), done);
  EXPECT_EQ(areas.list.key_length + areas.list.key_type + areas.list.key_bits, 0u);
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), done);
  EXPECT_EQ(areas.list.key_type, 6u);
}

TEST_F(ReadFunctions, AKeyInIcsfIsNamedByItsLabel) {
  lab.must("RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('hw')) WITHLABEL('hw') RSA(PKDS(SERVER.KEY)) SIZE(1024)");
  lab.must("RACDCERT ID(SERVER) CONNECT(LABEL('hw') RING(Ring))");
  char label[] = "hw";
  areas.query = {0, 1, IRRSDL_BY_LABEL, 2, label};
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), done);
  EXPECT_EQ(areas.list.key_type, static_cast<std::uint32_t>(IRRSDL_KEY_PCICC));
  EXPECT_EQ(std::string(areas.key, areas.key + areas.list.key_length), "SERVER.KEY");
}

TEST_F(ReadFunctions, ACertificateWithoutRoomIsReturnedByTheNextCall) {
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), done);
  areas.reset();
  areas.list.subject_length = 1;
  EXPECT_EQ(caller.call(IRRSDL_DATA_GET_NEXT, "", "", &areas.list), (Codes{8, 8, 48}));
  EXPECT_GT(areas.list.subject_length, 1u);
  ASSERT_EQ(caller.get_next(areas), done);
  EXPECT_EQ(areas.label_text(), "ca");
}

TEST_F(ReadFunctions, ByDefaultAndBySubject) {
  areas.query = {0, 1, IRRSDL_BY_DEFAULT, 0, nullptr};
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), done);
  EXPECT_EQ(areas.label_text(), "mine");
  EXPECT_EQ(caller.get_next(areas), (Codes{8, 8, 44}));
  base::Bytes subject = crypto::Certificate::from_der(der_of("irrcerta", "ca"))->subject().der();
  areas.query = {0, 1, IRRSDL_BY_SUBJECT, static_cast<std::uint32_t>(subject.size()), subject.data()};
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), done);
  EXPECT_EQ(areas.label_text(), "ca");
}

TEST_F(ReadFunctions, OwnersAreFilledWithTheChosenBlank) {
  set("RINGSIDE_DATALIB_PAD", "20");
  ASSERT_EQ(caller.get_first("SERVER", "Ring", areas), done);
  EXPECT_EQ(std::string(areas.list.owner.id, 8), "SERVER  ");
}

TEST_F(ReadFunctions, TheUpdateCodeIsAnotherOneAfterAChange) {
  irrsdl_update_code before{}, after{};
  ASSERT_EQ(caller.call(IRRSDL_GET_UPDATE_CODE, "SERVER", "Ring", &before), done);
  lab.must("RACDCERT ID(SERVER) ALTER(LABEL('mine')) NOTRUST");
  ASSERT_EQ(caller.call(IRRSDL_GET_UPDATE_CODE, "SERVER", "Ring", &after), done);
  EXPECT_NE(before.code, after.code);
}

TEST_F(ReadFunctions, ACutListOfRingsIsAWarning) {
  lab.must("RACDCERT ID(SERVER) ADDRING(Second)");
  base::Bytes area(60, 0xee);
  irrsdl_ring_info list{IRRSDL_RINGS_NAMED, 60, area.data()};
  EXPECT_EQ(caller.call(IRRSDL_GET_RING_INFO, "SERVER", "", &list), (Codes{4, 4, 0}));
  EXPECT_EQ(area[0], 1);
  list.area_length = 3;
  EXPECT_EQ(caller.call(IRRSDL_GET_RING_INFO, "SERVER", "", &list), (Codes{8, 8, 32}));
  list = {4, 60, area.data()};
  EXPECT_EQ(caller.call(IRRSDL_GET_RING_INFO, "SERVER", "Ring", &list), (Codes{8, 8, 4}));
}

TEST_F(ReadFunctions, ATokenOfIcsfIsReadAsARing) {
  for (const char* command :
       {"RACDCERT ADDTOKEN(SERVER.TOKEN)", "RACDCERT BIND(ID(SERVER) LABEL('mine') TOKEN(SERVER.TOKEN) DEFAULT)"})
    lab.must(command);
  ASSERT_EQ(caller.get_first("*TOKEN*", "SERVER.TOKEN", areas), done);
  EXPECT_EQ(areas.label_text(), "mine");
  EXPECT_EQ(areas.list.is_default, 1u);
  EXPECT_EQ(areas.list.key_type, static_cast<std::uint32_t>(IRRSDL_KEY_ECC_TOKEN));
  EXPECT_EQ(std::string(areas.key, areas.key + areas.list.key_length), "SERVER.TOKEN                    00000001T   ");
  EXPECT_EQ(caller.get_first("*TOKEN*", "NONE", areas), (Codes{8, 8, 84}));
}

}  // namespace
}  // namespace ringside::connectors::datalib
