// tests/emulator/database/icsf_test.cpp - keys of the PKDS, tokens and their objects.
#include "emulator/database/icsf.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class IcsfTest : public TwoDatabases {
 protected:
  std::int64_t add(const std::string& token, const std::string& label, bool is_default = false) {
    TokenObject object{0, label, "IZUSVR", "PERSONAL", is_default, {0x30, 0x00}, base::Bytes{0x01}};
    here_.tokens.add_object(token, object);
    return object.sequence;
  }
};

TEST_F(IcsfTest, AKeyComesBackAndIsReplacedUnderItsLabel) {
  here_.icsf_keys.put("KEY.1", {{0x00, 0xff}, false});
  here_.icsf_keys.put("KEY.1", {{0x01}, true});
  const auto key = here_.icsf_keys.find("KEY.1");
  ASSERT_TRUE(key);
  EXPECT_EQ(key->private_key, base::Bytes{0x01});
  EXPECT_TRUE(key->modulus_exponent);
  EXPECT_FALSE(there_.icsf_keys.find("KEY.1"));
  here_.icsf_keys.remove("KEY.1");
  EXPECT_FALSE(here_.icsf_keys.find("KEY.1"));
}

TEST_F(IcsfTest, TokensAreListedByNameAndMadeOnce) {
  here_.tokens.add("Z");
  here_.tokens.add("A");
  EXPECT_THAT(here_.tokens.names(), ElementsAre("A", "Z"));
  EXPECT_TRUE(here_.tokens.exists("A"));
  EXPECT_FALSE(there_.tokens.exists("A"));
  EXPECT_THROW(here_.tokens.add("A"), base::Fault);
}

TEST_F(IcsfTest, EveryColumnOfAnObjectComesBack) {
  here_.tokens.add("T");
  add("T", "with key", true);
  TokenObject without{0, "without key", "irrcerta", "CERTAUTH", false, {0x31}, {}};
  here_.tokens.add_object("T", without);
  const auto objects = here_.tokens.objects("T");
  ASSERT_EQ(objects.size(), 2u);
  EXPECT_EQ(objects[0].label + objects[0].owner + objects[0].usage, "with keyIZUSVRPERSONAL");
  EXPECT_TRUE(objects[0].is_default);
  EXPECT_EQ(objects[0].private_key, base::Bytes{0x01});
  EXPECT_EQ(objects[1].der, base::Bytes{0x31});
  EXPECT_FALSE(objects[1].private_key);
}

TEST_F(IcsfTest, SequenceNumbersAreNeverGivenAgain) {
  here_.tokens.add("T");
  EXPECT_EQ(add("T", "first"), 1);
  EXPECT_EQ(add("T", "second"), 2);
  here_.tokens.remove_object("T", 2);
  EXPECT_EQ(add("T", "third"), 3);
}

TEST_F(IcsfTest, ANewDefaultTakesTheFlagFromTheOldOne) {
  here_.tokens.add("T");
  add("T", "first", true);
  add("T", "second", true);
  EXPECT_FALSE(here_.tokens.objects("T")[0].is_default);
  EXPECT_TRUE(here_.tokens.objects("T")[1].is_default);
}

TEST_F(IcsfTest, ATokenGoesWithItsObjectsAndAnObjectNeedsItsToken) {
  here_.tokens.add("T");
  add("T", "first");
  here_.tokens.remove("T");
  here_.tokens.add("T");
  EXPECT_THAT(here_.tokens.objects("T"), IsEmpty());
  EXPECT_THROW(add("NONE", "first"), base::Fault);
}

}  // namespace
}  // namespace ringside::database
