// tests/emulator/racf/racdcert/operands_test.cpp - operands are read once, and refused when their turn comes.
#include "emulator/racf/racdcert/operands.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf::racdcert {
namespace {

using testing::ElementsAre;

/// A request of ANN, and the command that it refers to.
struct Parsed {
  explicit Parsed(const std::string& text) : command(*parser::parse_command(parser::single_command(text))) {}
  Request request(const std::string& function) const {
    return {command.operands, *command.operands.find(function), Owner{"ANN"}};
  }
  parser::Command command;
};

TEST(RacdcertOperands, ALabelHasNoBlanksAtItsEnds) {
  const Parsed parsed("RACDCERT ALTER(LABEL('  a b ')) NEWLABEL('   ')");
  EXPECT_EQ(read_selection(parsed.request("ALTER")).label, "a b");
  EXPECT_EQ(read_label(parsed.command.operands, "NEWLABEL"), "");
  EXPECT_EQ(read_label(parsed.command.operands, "WITHLABEL"), std::nullopt);
}

TEST(RacdcertOperands, ASelectionNarrowsByEachOfItsParts) {
  const auto selection = [](const std::string& inside) {
    return read_selection(Parsed("RACDCERT LIST" + inside).request("LIST"));
  };
  EXPECT_FALSE(selection("").narrows());
  EXPECT_TRUE(selection("(LABEL('a'))").narrows());
  EXPECT_TRUE(selection("(ISSUERSDN('CN=a'))").narrows());
  EXPECT_EQ(selection("(SERIALNUMBER(0a))").serial_number, "0A");
  EXPECT_EQ(selection("(ISSUERSDN('CN=a'))").issuer, "CN=a");
}

TEST(RacdcertOperands, AnOwnerIsTheOneNamedOrTheOther) {
  const auto owner = [](const std::string& operands) {
    return read_owner(Parsed("RACDCERT LIST " + operands).command.operands, Owner{"ANN"});
  };
  EXPECT_EQ(owner("").id, "ANN");
  EXPECT_EQ(owner("ID(BOB)").id, "BOB");
  EXPECT_TRUE(owner("CERTAUTH").is_certauth());
  EXPECT_TRUE(owner("SITE").is_site());
  EXPECT_TRUE(owner("MULTIID").is_multiid());
  EXPECT_EQ(owner("SITE ID(BOB)").id, "BOB") << "the last one";
}

TEST(RacdcertOperands, SignWithHasAnOwnerOfItsOwn) {
  const auto sign_with = [](const std::string& operands) {
    return read_sign_with(Parsed("RACDCERT GENCERT " + operands).request("GENCERT"));
  };
  EXPECT_FALSE(sign_with("SUBJECTSDN(CN('a'))"));
  const auto own = sign_with("SIGNWITH(LABEL('x '))");
  EXPECT_EQ(own->owner.id, "ANN");
  EXPECT_EQ(own->label, "x");
  const auto two = sign_with("SIGNWITH(CERTAUTH SITE LABEL('x'))");
  EXPECT_TRUE(two->owner.is_site());
  EXPECT_EQ(two->label, "x");
}

TEST(RacdcertOperands, ADataSetNameIsReadWithItsQuotes) {
  const auto data_set = [](const std::string& operands) {
    const Parsed parsed("RACDCERT GENCERT" + operands);
    return read_data_set(parsed.command.operands.find("GENCERT"));
  };
  EXPECT_FALSE(data_set(""));
  EXPECT_EQ(data_set("('A.B')")->name, "A.B");
  EXPECT_TRUE(data_set("('A.B')")->quoted);
  EXPECT_FALSE(data_set("(A.B)")->quoted);
}

struct Turn {
  const char* command;
  const char* by_special;
  const char* by_others;
};

// Several operands are wrong in each of these commands. The message is that of the first check.
TEST(RacdcertOperands, AreRefusedInTheOrderOfTheChecks) {
  test_support::RacfLab lab;
  lab.must("ADDUSER ANN DFLTGRP(SYS1)");
  const std::vector<Turn> turns = {
      {"ALTER(LABEL('x')) TRUST NOTRUST", "IRRD107I", "IRRD101I"},
      {"ALTER(LABEL('x'))", "IRRD130I", "IRRD101I"},
      {"ADD('NO.SUCH') PKDS(*)", "IRRD130I", "IRRD101I"},
      {"ADD('NO.SUCH') TRUST NOTRUST", "IRRD103I", "IRRD101I"},
      {"REKEY(LABEL('x')) SIZE(77) NISTECC BPECC", "IRRD107I", "IRRD101I"},
      {"GENCERT SUBJECTSDN(CN('a')) SIZE(77) NOTBEFORE(DATE(1900-01-01)) TRUST NOTRUST", "RSD209I", "IRRD101I"},
      {"GENCERT SIZE(77) TRUST NOTRUST", "IRRD130I", "IRRD101I"},
      {"EXPORT(LABEL('x')) FORMAT(PKCS12DER)", "IRRD130I", "IRRD130I"},
      {"CONNECT(SITE CERTAUTH LABEL('x'))", "IRRD121I", "IRRD121I"},
      {"CONNECT(SITE CERTAUTH LABEL('x') RING(R))", "IRRD114I", "IRRD101I"},
      {"MAP SDNFILTER('X') TRUST NOTRUST", "IRRD140I", "IRRD101I"},
  };
  for (const Turn& turn : turns) {
    const std::string command = std::string("RACDCERT ") + turn.command;
    EXPECT_THAT(test_support::message_ids(lab.run(command)), ElementsAre(turn.by_special)) << command;
    EXPECT_THAT(test_support::message_ids(lab.run_as("ANN", command)), ElementsAre(turn.by_others)) << command;
  }
}

}  // namespace
}  // namespace ringside::racf::racdcert
