// tests/emulator/hosttools/keytool/ring/ring_source_authority_test.cpp - keytool shows of a ring what the table of
// authority says, or refuses it with the same codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/host/process.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside::keytool {
namespace {

using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::SeenCertificate;
using testing::HasSubstr;
using testing::Not;

class RingSourceAuthority : public testing::TestWithParam<AuthorityRow> {};

TEST_P(RingSourceAuthority, IsThatOfTheTable) {
  const AuthorityRow& row = GetParam();
  AuthorityLab prepared(row);
  const base::SystemClock clock;
  lab::Lab lab(prepared.lab().path(), clock);
  host::RealFiles files(prepared.lab().file("."));
  host::TextStreams streams;
  const database::SystemRecord system = lab.systems().find("SYS1").value();
  host::Process process{lab, system, row.reader, files, streams, "/", {}};
  const std::string ring = std::string("safkeyring://") + row.owner + "/" + row.ring;
  const int status = run({"-list", "-storetype", "JCERACFKS", "-keystore", ring, "-storepass", "password",
                          "-J-Djava.protocol.handler.pkgs=com.ibm.crypto.provider"},
                         process);
  const bool is_read = row.codes == racf::datalib::success || row.codes == racf::datalib::no_certificate;
  if (!is_read) {
    const std::string codes = "(8, 8, " + std::to_string(row.codes.reason) + ")";
    EXPECT_THAT(streams.output(), HasSubstr(codes));
  } else if (test_support::lacks_a_key(row)) {
    EXPECT_THAT(streams.output(), HasSubstr("is not available or no authority"));
  } else {
    EXPECT_EQ(status, 0) << streams.output();
    for (const SeenCertificate& seen : row.seen) {
      const std::string entry = std::string("\n") + seen.label + ", ";
      if (seen.is_notrust)
        EXPECT_THAT(streams.output(), Not(HasSubstr(entry)));
      else
        EXPECT_THAT(streams.output(), HasSubstr(entry));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Table, RingSourceAuthority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

}  // namespace
}  // namespace ringside::keytool
