// tests/emulator/racf/racdcert/planned_key_test.cpp - the key that is planned is the key that the command makes.
#include "emulator/racf/racdcert/planned_key.hpp"

#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf::racdcert {
namespace {

using test_support::RacfLab;

TEST(PlannedKey, IsThatOfAGencertThatMakesASlowKey) {
  RacfLab lab;
  const auto planned = [&lab](const std::string& text) {
    return planned_key(lab.session(), *parser::parse_command(parser::single_command(text)));
  };
  using crypto::KeySpec;
  using crypto::KeyType;
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x'))"), (KeySpec{KeyType::rsa, 2048}));
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) RSA SIZE(4096)"), (KeySpec{KeyType::rsa, 4096}));
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) NISTECC SIZE(256)"), std::nullopt);
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) NISTECC SIZE(384)"), (KeySpec{KeyType::nist_ecc, 384}));
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) BPECC SIZE(256)"), (KeySpec{KeyType::brainpool_ecc, 256}));
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) RSA BPECC"), (KeySpec{KeyType::brainpool_ecc, 192}));
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) FROMICSF(KEY)"), std::nullopt);
  EXPECT_EQ(planned("RACDCERT GENCERT SUBJECTSDN(CN('x')) SIZE(77)"), std::nullopt);
  EXPECT_EQ(planned("RACDCERT GENCERT('MY.CSR') SIGNWITH(CERTAUTH LABEL('CA'))"), std::nullopt);
  EXPECT_EQ(planned("RACDCERT LIST"), std::nullopt);
  EXPECT_EQ(planned("ADDUSER SRV"), std::nullopt);
}

TEST(PlannedKey, OfARekeyIsOfTheKindOfTheOldKeyUnlessOperandsSayOtherwise) {
  RacfLab lab;
  const auto planned = [&lab](const std::string& operands) {
    return planned_key(lab.session(), *parser::parse_command(
                                          parser::single_command("RACDCERT CERTAUTH REKEY(LABEL('CA')) " + operands)));
  };
  using crypto::KeySpec;
  using crypto::KeyType;
  EXPECT_EQ(planned(""), std::nullopt) << "there is no such certificate yet";
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') SIZE(1024)");
  EXPECT_EQ(planned(""), (KeySpec{KeyType::rsa, 1024}));
  EXPECT_EQ(planned("SIZE(512)"), (KeySpec{KeyType::rsa, 512}));
  EXPECT_EQ(planned("PKDS"), (KeySpec{KeyType::rsa, 1024}));
  EXPECT_EQ(planned("NISTECC SIZE(521)"), (KeySpec{KeyType::nist_ecc, 521}));
  EXPECT_EQ(planned("NISTECC SIZE(256)"), std::nullopt) << "quicker than a thread takes over";
}

TEST(PlannedKey, OfARekeyWithoutLabelIsNone) {
  RacfLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') SIZE(1024)");
  for (const char* text :
       {"RACDCERT CERTAUTH REKEY()", "RACDCERT CERTAUTH REKEY", "RACDCERT CERTAUTH REKEY(LABEL(''))"}) {
    const auto command = parser::parse_command(parser::single_command(text));
    EXPECT_EQ(command ? planned_key(lab.session(), *command) : std::nullopt, std::nullopt) << text;
  }
  ASSERT_TRUE(parser::parse_command(parser::single_command("RACDCERT CERTAUTH REKEY()")));
}

}  // namespace
}  // namespace ringside::racf::racdcert
