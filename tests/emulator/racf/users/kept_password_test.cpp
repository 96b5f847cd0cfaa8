// tests/emulator/racf/users/kept_password_test.cpp - logging on with a password.
#include "emulator/racf/users/kept_password.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

TEST(KeptPassword, IsTheOneThatWasGiven) {
  test_support::RacfLab lab;
  EXPECT_FALSE(lab.session().database.passwords.find("IBMUSER"));
  keep_password(lab.session(), "IBMUSER", base::Secret("Sys1#"));
  const auto kept = lab.session().database.passwords.find("IBMUSER");
  ASSERT_TRUE(kept);
  EXPECT_TRUE(is_password(*kept, base::Secret("Sys1#")));
  EXPECT_FALSE(is_password(*kept, base::Secret("SYS1#")));
  EXPECT_FALSE(is_password(*kept, base::Secret("")));
}

TEST(KeptPassword, OfALabThatAsksForTooMuchWorkIsNone) {
  EXPECT_FALSE(is_password({{1}, {2}, 1'000'000'000'000}, base::Secret("x")));
  EXPECT_FALSE(is_password({{1}, {2}, 0}, base::Secret("x")));
}

TEST(LogOn, IsRefusedToUsersThatAreRevokedProtectedOrUnknown) {
  test_support::RacfLab lab;
  lab.must("ADDUSER GONE PASSWORD(X)");
  lab.must("ALTUSER GONE REVOKE");
  lab.must("ADDUSER IZUSVR NOPASSWORD");
  EXPECT_EQ(log_on_refusal(lab.session(), "IBMUSER"), std::nullopt);
  EXPECT_EQ(log_on_refusal(lab.session(), "GONE"), "is revoked");
  EXPECT_EQ(log_on_refusal(lab.session(), "IZUSVR"), "is PROTECTED");
  EXPECT_EQ(log_on_refusal(lab.session(), "NOBODY"), "is not defined to RACF");
}

}  // namespace
}  // namespace ringside::racf
