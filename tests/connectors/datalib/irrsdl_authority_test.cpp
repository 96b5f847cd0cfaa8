// tests/connectors/datalib/irrsdl_authority_test.cpp - through IRRSDL64 readers see of a ring what the table of
// authority says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/connectors/datalib/datalib_caller.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Codes;
using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::EnvironmentOf;
using test_support::SeenCertificate;

class IrrsdlAuthority : public testing::TestWithParam<AuthorityRow> {};

/// Labels of a whole query; "+" behind those with a key, "-" behind those with status NOTRUST.
std::vector<std::string> labels_of(Caller& caller, const AuthorityRow& row, Codes& codes) {
  GetAreas areas;
  std::vector<std::string> labels;
  codes = caller.get_first(row.owner, row.ring, areas);
  for (Codes got = codes; got == racf::datalib::success; got = caller.get_next(areas)) {
    const char* const key = areas.list.key_length > 0 ? "+" : "";
    const char* const status = areas.list.status == IRRSDL_STATUS_NOTRUST ? "-" : "";
    labels.push_back(areas.label_text() + key + status);
  }
  return labels;
}

TEST_P(IrrsdlAuthority, IsThatOfTheTable) {
  const AuthorityRow& row = GetParam();
  AuthorityLab prepared(row);
  const EnvironmentOf environment(
      {{"RINGSIDE_LAB", prepared.lab().path()}, {"RINGSIDE_USER", row.reader}, {"RINGSIDE_SYSTEM", ""}});
  std::vector<std::string> expected;
  for (const SeenCertificate& seen : row.seen)
    expected.push_back(std::string(seen.label) + (seen.has_key ? "+" : "") + (seen.is_notrust ? "-" : ""));
  Caller caller;
  Codes codes;
  EXPECT_EQ(labels_of(caller, row, codes), expected);
  EXPECT_EQ(to_string(codes), to_string(row.codes));
}

INSTANTIATE_TEST_SUITE_P(Table, IrrsdlAuthority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

}  // namespace
}  // namespace ringside::connectors::datalib
