// tests/connectors/store/store_authority_test.cpp - through OpenSSL's store readers see of a ring what the table of
// authority says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/connectors/store/loaded_store.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside::connectors::store {
namespace {

using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::EnvironmentOf;
using test_support::SeenCertificate;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::string refusal(const racf::datalib::Codes& codes) {
  return "the key ring cannot be read: R_datalib " + to_string(codes) + ":";
}

class StoreAuthority : public testing::TestWithParam<AuthorityRow> {
 protected:
  std::vector<std::string> load(const std::string& rest) {
    return store_.load(std::string("safkeyring://") + GetParam().owner + "/" + GetParam().ring + rest);
  }

  void expect_member(const SeenCertificate& seen) {
    const auto objects = load(std::string("?label=") + seen.label);
    if (seen.is_notrust)
      EXPECT_THAT(objects, ElementsAre(StartsWith(refusal(racf::datalib::no_certificate)))) << seen.label;
    else if (seen.has_key)
      EXPECT_THAT(objects, ElementsAre("Certificate", "Pkey")) << seen.label;
    else
      EXPECT_THAT(objects, ElementsAre("Certificate")) << seen.label;
  }

  test_support::LoadedStore store_;
};

TEST_P(StoreAuthority, IsThatOfTheTable) {
  const AuthorityRow& row = GetParam();
  AuthorityLab prepared(row);
  const EnvironmentOf environment({{"RINGSIDE_LAB", prepared.lab().path()},
                                   {"RINGSIDE_USER", row.reader},
                                   {"RINGSIDE_SYSTEM", ""},
                                   {"RINGSIDE_LENIENT", ""}});
  if (row.codes == racf::datalib::no_certificate)
    EXPECT_THAT(load(""), IsEmpty());
  else if (!(row.codes == racf::datalib::success))
    EXPECT_THAT(load(""), ElementsAre(StartsWith(refusal(row.codes))));
  std::size_t objects = 0;
  for (const SeenCertificate& seen : row.seen) {
    expect_member(seen);
    if (!seen.is_notrust) objects += seen.has_key ? 2 : 1;
  }
  if (!row.seen.empty()) EXPECT_EQ(load("").size(), objects);
}

INSTANTIATE_TEST_SUITE_P(Table, StoreAuthority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

}  // namespace
}  // namespace ringside::connectors::store
