// tests/emulator/racf/datalib/ring_reader_authority_test.cpp - `trust`, keytool and servers read a ring through the
// ring reader, which sees of one's own rings what the table of authority says.
#include <gtest/gtest.h>

#include "emulator/racf/datalib/ring_reader.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside::racf {
namespace {

using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::SeenCertificate;

/// The rows in which the owner of the ring reads it: a server runs under the user ID of its ring's owner.
std::vector<AuthorityRow> rows_of_owners() {
  std::vector<AuthorityRow> rows;
  for (const AuthorityRow& row : test_support::authority_rows())
    if (std::string(row.reader) == row.owner) rows.push_back(row);
  return rows;
}

class RingReaderAuthority : public testing::TestWithParam<AuthorityRow> {};

TEST_P(RingReaderAuthority, IsThatOfTheTable) {
  const AuthorityRow& row = GetParam();
  AuthorityLab prepared(row);
  const base::SystemClock clock;
  lab::Lab lab(prepared.lab().path(), clock);
  const RingContents ring = read_ring(lab, lab.systems().find("SYS1").value(), {row.owner, row.ring});
  EXPECT_TRUE(ring.answer.starts_with(row.codes == datalib::success ? "" : to_string(row.codes))) << ring.answer;
  EXPECT_EQ(ring.answer.empty(), row.codes == datalib::success);
  std::vector<std::string> found, expected;
  for (const RingCertificate& member : ring.members)
    found.push_back(member.record.label + (member.key ? "+" : "") + (member.visible() ? "" : "-"));
  for (const SeenCertificate& seen : row.seen)
    expected.push_back(std::string(seen.label) + (seen.has_key ? "+" : "") + (seen.is_notrust ? "-" : ""));
  EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Table, RingReaderAuthority, testing::ValuesIn(rows_of_owners()), test_support::NameOfRow());

}  // namespace
}  // namespace ringside::racf
