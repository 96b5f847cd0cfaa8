// tests/interop/zowe/sdk_interop_test.cpp - the Zowe SDK packages, in a program for node, under strict TLS.
#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using testing::HasSubstr;
using testing::Not;

class ZoweSdk : public test_support::ZoweCli {
 protected:
  [[nodiscard]] test_support::ProgramResult program(const std::string& environment) const {
    const auto source = test_support::source_folder();
    return run_program("cd " + folder_.path().string() + " && ZOWE_CLI_HOME=" + file("zowe") + " " + environment + " " +
                       node_ + " " + (source / "tests/interop/zowe/sdk.mjs").string() + " " +
                       (source / "tests/zowe_cli/node_modules/@zowe/cli").string() + " " + server_->port("SYSA"));
  }
};

TEST_F(ZoweSdk, SubmitsListsAndReads) {
  const auto result = program("NODE_EXTRA_CA_CERTS=" + ca_);
  std::cout << result.output;
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.output, Not(HasSubstr("FAILED")));
  const auto untrusted = program("");
  EXPECT_EQ(untrusted.status, 1);
  EXPECT_THAT(untrusted.output, AllOf(HasSubstr("SELF_SIGNED_CERT_IN_CHAIN"), Not(HasSubstr("passed"))));
}

}  // namespace
}  // namespace ringside
