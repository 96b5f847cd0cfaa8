// tests/emulator/crypto/certificates/name_test.cpp - names as RACF lists them, in the DER that others read.
#include "emulator/crypto/certificates/name.hpp"

#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using test::Folder;

/// Subject name of a certificate that openssl made with this -subj and these options.
DistinguishedName openssl_name(const std::string& options) {
  const Folder folder;
  folder.must_run(
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -days 10 -outform DER -out "
      "c.der " +
      options);
  return Certificate::from_der(folder.read("c.der")).value().subject();
}

TEST(Name, ListsTheMostSpecificPartFirst) {
  const auto name = openssl_name("-subj '/C=US/O=DigiCert Inc/OU=www.digicert.com/CN=DigiCert Global Root CA'");
  EXPECT_EQ(name.listing(), "CN=DigiCert Global Root CA.OU=www.digicert.com.O=DigiCert Inc.C=US");
}

TEST(Name, UsesRacfsKeywordsAndBareEmail) {
  const auto name =
      openssl_name("-subj '/C=US/ST=New York/L=Armonk/O=IBM, Inc./title=Boss/CN=J/emailAddress=j@ibm.com'");
  EXPECT_EQ(name.listing(), "j@ibm.com.CN=J.T=Boss.O=IBM, Inc..L=Armonk.SP=New York.C=US");
}

TEST(Name, NamesOtherAttributesByKeywordOrNumber) {
  EXPECT_EQ(openssl_name("-subj '/DC=com/DC=example/UID=x/pseudonym=p'").listing(),
            "2.5.4.65=p.UID=x.DC=example.DC=com");
}

TEST(Name, JoinsTheValuesOfOneRdnInDerOrder) {
  EXPECT_EQ(openssl_name("-multivalue-rdn -subj '/C=DE/O=a+CN=b'").listing(), "CN=b.O=a.C=DE");
}

TEST(Name, IsWrittenFromTheRoot) {
  const auto name = DistinguishedName::from_parts(
      {{"CN", "c"}, {"T", "t"}, {"OU", "u1"}, {"OU", "u2"}, {"O", "o"}, {"L", "l"}, {"SP", "s"}, {"C", "DE"}});
  ASSERT_TRUE(name);
  EXPECT_EQ(name->listing(), "CN=c.T=t.OU=u1.OU=u2.O=o.L=l.SP=s.C=DE");
  EXPECT_EQ(base::hex(name->der()).substr(0, 26), "3063310B300906035504061302");
  EXPECT_EQ(DistinguishedName::from_der(name->der()).value(), *name);
}

TEST(Name, EncodesPrintableOrElseUtf8) {
  const auto der = [](const std::string& attribute, const std::string& value) {
    return base::hex(DistinguishedName::from_parts({{attribute, value}}).value().der());
  };
  EXPECT_EQ(der("CN", "z/OSMF (a)"), "3015311330110603550403130A7A2F4F534D4620286129");
  EXPECT_EQ(der("CN", "a@b"), "300E310C300A06035504030C03614062");
  EXPECT_EQ(der("CN", "\u00E4"), "300D310B300906035504030C02C3A4");
  EXPECT_EQ(der("DC", "com"),
            "30153113301106"
            "0A0992268993F22C640119"
            "1603636F6D");
  EXPECT_EQ(der("", "a@b").substr(0, 14), "30143112301006");
}

TEST(Name, RefusesWhatCannotBeEncoded) {
  EXPECT_FALSE(DistinguishedName::from_parts({{"CN", "\xFF"}}));
  EXPECT_FALSE(DistinguishedName::from_parts({{"CN", "\xED\xA0\x80"}})) << "a lone surrogate";
  EXPECT_FALSE(DistinguishedName::from_parts({{"XX", "a"}}));
  EXPECT_FALSE(DistinguishedName::from_parts({{"C", "\u00E4"}}));
  EXPECT_FALSE(DistinguishedName::from_parts({{"1..2", "a"}}));
  EXPECT_FALSE(DistinguishedName::from_parts({{"99", "a"}}));
}

TEST(Name, TakesAnAttributeByItsNumber) {
  const auto name = DistinguishedName::from_parts({{"2.5.4.65", "p"}});
  ASSERT_TRUE(name);
  EXPECT_EQ(name->listing(), "2.5.4.65=p");
}

TEST(Name, DecodesEveryKindOfString) {
  const auto value = [](const std::string& hex_value) {
    base::Bytes tail, der;
    EXPECT_TRUE(base::from_hex(hex_value, tail));
    const auto length = [](std::size_t n) { return base::hex(base::Bytes{static_cast<std::uint8_t>(n)}); };
    EXPECT_TRUE(base::from_hex("30" + length(tail.size() + 9) + "31" + length(tail.size() + 7) + "30" +
                                   length(tail.size() + 5) + "0603550403" + hex_value,
                               der));
    const auto name = DistinguishedName::from_der(der);
    return name ? name->parts().at(0).value : name.error().detail;
  };
  EXPECT_EQ(value("1E0400E4003F"), "\u00E4?");             // BMPString
  EXPECT_EQ(value("1C04000000E4"), "\u00E4");              // UniversalString
  EXPECT_EQ(value("1401E4"), "\u00E4");                    // TeletexString, read as Latin-1
  EXPECT_EQ(value("0C02C3A4"), "\u00E4");                  // UTF8String
  EXPECT_EQ(value("0C01FF"), "#0C01FF");                   // broken UTF-8
  EXPECT_EQ(value("1E03004100"), "#1E03004100");           // half a character
  EXPECT_EQ(value("020105"), "#020105");                   // no string
  EXPECT_EQ(value("3003020105"), "#3003020105");           // not even primitive
  EXPECT_EQ(value("1303410042"), std::string("A\0B", 3));  // an embedded NUL stays visible to whoever prints it
}

TEST(Name, RefusesWhatIsNoName) {
  base::Bytes good = test::name_of("x").der();
  for (std::size_t length = 0; length < good.size(); ++length) {
    EXPECT_FALSE(DistinguishedName::from_der(base::ByteView(good).first(length))) << length;
  }
  good.push_back(0);
  EXPECT_FALSE(DistinguishedName::from_der(good));
  base::Bytes der;
  for (const char* hex : {"30023100",
                          "3004310230"
                          "00",
                          "300931073005060355040313", "3003020100"}) {
    base::from_hex(hex, der);
    EXPECT_FALSE(DistinguishedName::from_der(der)) << hex;
  }
}

TEST(Name, MayBeEmpty) {
  EXPECT_TRUE(DistinguishedName().empty());
  EXPECT_EQ(DistinguishedName(), DistinguishedName::from_parts({}).value());
  EXPECT_EQ(DistinguishedName().listing(), "");
}

TEST(Name, IsMadeFromItsListing) {
  for (const char* listing :
       {"CN=DigiCert Global Root CA.OU=www.digicert.com.O=DigiCert Inc.C=US", "j@ibm.com.CN=J.T=Boss.O=IBM, Inc..C=US",
        "2.5.4.65=p.UID=x.DC=example.DC=com", "CN=a=b.c=d.O=x", "only@mail.example"}) {
    const auto name = DistinguishedName::from_listing(listing);
    ASSERT_TRUE(name) << listing;
    EXPECT_EQ(name->listing(), listing);
  }
  const auto name = DistinguishedName::from_listing("CN=www.example.com.OU=a.O=b");
  ASSERT_EQ(name->parts().size(), 3U);
  EXPECT_EQ(name->parts()[0].value, "www.example.com");
  EXPECT_EQ(DistinguishedName::from_listing("CN=x.ST=Hesse")->listing(), "CN=x.SP=Hesse");
}

TEST(Name, IsNotMadeFromAnIncompleteListing) {
  for (const char* listing : {"", "CN=", "CN=.O=x", ".CN=x"})
    EXPECT_FALSE(DistinguishedName::from_listing(listing)) << listing;
}

}  // namespace
}  // namespace ringside::crypto
