// tests/connectors/gskcms/gskcms_authority_test.cpp - through gsk_open_keyring() readers see of a ring what the table
// of authority says.
#include <gskcms.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/connectors/gskcms/ring_of_server.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside::connectors::gskcms {
namespace {

using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::Buffer;
using test_support::EnvironmentOf;
using test_support::SeenCertificate;

/// The status that a program of System SSL gets where R_datalib answers with these codes.
gsk_status expected_status(const AuthorityRow& row) {
  if (row.codes == racf::datalib::not_authorized) return CMSERR_ACCESS_DENIED;
  if (row.codes == racf::datalib::no_ring) return CMSERR_FILE_NOT_FOUND;
  return 0;
}

class GskcmsAuthority : public testing::TestWithParam<AuthorityRow> {
 protected:
  ~GskcmsAuthority() override { gsk_close_database(&handle); }

  void expect_member(const SeenCertificate& seen) {
    Buffer certificate, key;
    EXPECT_EQ(gsk_export_certificate(handle, seen.label, gskdb_export_der_binary, certificate.get()),
              seen.is_notrust ? CMSERR_RECORD_NOT_FOUND : 0)
        << seen.label;
    if (seen.is_notrust) return;
    EXPECT_EQ(gsk_export_key(handle, seen.label, gskdb_export_pkcs12v3_binary, x509_alg_pbeWithSha1And3DesCbc, "x",
                             key.get()),
              seen.has_key ? 0 : CMSERR_NO_PRIVATE_KEY)
        << seen.label;
  }

  gsk_handle handle = nullptr;
};

TEST_P(GskcmsAuthority, IsThatOfTheTable) {
  const AuthorityRow& row = GetParam();
  AuthorityLab prepared(row);
  const EnvironmentOf environment(
      {{"RINGSIDE_LAB", prepared.lab().path()}, {"RINGSIDE_USER", row.reader}, {"RINGSIDE_SYSTEM", ""}});
  int count = 0;
  ASSERT_EQ(gsk_open_keyring((std::string(row.owner) + "/" + row.ring).c_str(), &handle, &count), expected_status(row));
  int visible = 0;
  for (const SeenCertificate& seen : row.seen) {
    expect_member(seen);
    visible += seen.is_notrust ? 0 : 1;
  }
  EXPECT_EQ(count, visible);
}

INSTANTIATE_TEST_SUITE_P(Table, GskcmsAuthority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

}  // namespace
}  // namespace ringside::connectors::gskcms
