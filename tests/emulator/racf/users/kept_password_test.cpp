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

TEST(LogOn, IsRefusedToUsersThatAreRevokedOrUnknown) {
  test_support::RacfLab lab;
  lab.must("ADDUSER GONE PASSWORD(X)");
  lab.must("ALTUSER GONE REVOKE");
  EXPECT_EQ(log_on_refusal(lab.session(), "IBMUSER", "IZUDFLT"), std::nullopt);
  EXPECT_EQ(log_on_refusal(lab.session(), "GONE", "IZUDFLT"), "is revoked");
  EXPECT_EQ(log_on_refusal(lab.session(), "NOBODY", "IZUDFLT"), "is not defined to RACF");
}

TEST(LogOn, NeedsReadToTheApplicationWhereAProfileProtectsIt) {
  test_support::RacfLab lab;
  lab.must("ADDUSER USER1 PASSWORD(X)");
  const auto refusal = [&] { return log_on_refusal(lab.session(), "USER1", "IZUDFLT"); };
  lab.must("RDEFINE APPL IZUDFLT UACC(NONE)");
  EXPECT_EQ(refusal(), std::nullopt) << "the class is not active";
  lab.must("SETROPTS CLASSACT(APPL)");
  EXPECT_EQ(refusal(), "has no READ access to IZUDFLT in class APPL");
  EXPECT_EQ(log_on_refusal(lab.session(), "USER1", "OTHER"), std::nullopt) << "no profile";
  lab.must("PERMIT IZUDFLT CLASS(APPL) ID(USER1) ACCESS(READ)");
  EXPECT_EQ(refusal(), std::nullopt);
}

TEST(LogOn, ByPasswordIsRefusedToAProtectedUser) {
  test_support::RacfLab lab;
  lab.must("ADDUSER IZUSVR NOPASSWORD");
  EXPECT_EQ(password_refusal(lab.session(), "IZUSVR"), "is PROTECTED");
  EXPECT_EQ(password_refusal(lab.session(), "IBMUSER"), std::nullopt);
}

TEST(LogOn, WithAPasswordThatHasExpiredNeedsANewOne) {
  test_support::RacfLab lab;
  EXPECT_FALSE(has_expired_password(lab.session(), "IBMUSER"));
  lab.must("ALTUSER IBMUSER EXPIRED");
  EXPECT_TRUE(has_expired_password(lab.session(), "IBMUSER"));
  keep_password(lab.session(), "IBMUSER", base::Secret("NEW"));
  EXPECT_FALSE(has_expired_password(lab.session(), "IBMUSER"));
}

}  // namespace
}  // namespace ringside::racf
