// tests/connectors/keyring_util/keyring_util_authority_test.cpp - through keyring-util readers see of a ring what the
// table of authority says.
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "connectors/keyring_util/keyring_util.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside::connectors::keyring_util {
namespace {

using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::EnvironmentOf;
using test_support::SeenCertificate;

class KeyringUtilAuthority : public testing::TestWithParam<AuthorityRow> {};

std::string expected_output(const AuthorityRow& row) {
  if (row.codes != racf::datalib::success)
    return fmt::format("R_datalib call failed: function code: 01, SAF rc: {}, RACF rc: {}, RACF rsn: {}\n",
                       row.codes.saf, row.codes.racf, row.codes.reason);
  std::string labels;
  for (const SeenCertificate& seen : row.seen) labels += std::string(seen.label) + "\n";
  return labels;
}

TEST_P(KeyringUtilAuthority, IsThatOfTheTable) {
  const AuthorityRow& row = GetParam();
  AuthorityLab prepared(row);
  const EnvironmentOf environment(
      {{"RINGSIDE_LAB", prepared.lab().path()}, {"RINGSIDE_USER", row.reader}, {"RINGSIDE_SYSTEM", ""}});
  std::ostringstream out, error;
  const int status = run({"LISTRING", row.owner, row.ring, "--label-only"}, out, error);
  EXPECT_EQ(out.str(), expected_output(row));
  EXPECT_EQ(status, row.codes == racf::datalib::success ? 0 : 1);
}

INSTANTIATE_TEST_SUITE_P(Table, KeyringUtilAuthority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

}  // namespace
}  // namespace ringside::connectors::keyring_util
