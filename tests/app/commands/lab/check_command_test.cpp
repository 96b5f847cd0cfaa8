// tests/app/commands/lab/check_command_test.cpp - ringside lab check finds and names what is damaged in a lab.
#include <fstream>

#include <gmock/gmock.h>

#include "emulator/database/store.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;

class LabCheck : public testing::Test {
 protected:
  LabCheck() {
    const auto made = run_ringside(
        {"--lab", lab_, "--date", "2026-01-01", "--seed", "s", "tso", "ADDUSER U",
         "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC",
         "RACDCERT ID(U) GENCERT SUBJECTSDN(CN('S')) WITHLABEL('S') RSA SIZE(1024) SIGNWITH(CERTAUTH LABEL('CA'))",
         "RACDCERT ID(U) ADDRING(R)", "RACDCERT ID(U) CONNECT(LABEL('S') RING(R) DEFAULT)", "RACDCERT ADDTOKEN(T.T)",
         "RACDCERT BIND(ID(U) LABEL('S') TOKEN(T.T))", "RACDCERT ID(U) EXPORT(LABEL('S')) DSN('U.CERT')"});
    EXPECT_EQ(made.status, 0) << made.out;
  }

  /// What `lab check` finds in a copy of the lab after `statements`.
  [[nodiscard]] std::string found_after(const std::vector<std::string>& statements) const {
    const std::string copy = directory_.file("damaged.lab");
    std::filesystem::copy_file(lab_, copy, std::filesystem::copy_options::overwrite_existing);
    {
      database::Store store(copy);
      store.query("PRAGMA foreign_keys=OFF").run();
      for (const std::string& sql : statements) store.query(sql.c_str()).run();
    }
    const auto check = run_ringside({"lab", "check", copy});
    EXPECT_EQ(check.status, check.out == "no damage found\n" ? 0 : 1);
    return check.out;
  }
  [[nodiscard]] std::string found_after(const std::string& statement) const {
    return found_after(std::vector<std::string>{statement});
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("whole.lab");
};

const std::string server = "certificate ID(U) 'S' in SYS1: ";
const std::string key_of_server = "(SELECT private_key FROM certificate WHERE label='S')";

TEST_F(LabCheck, FindsNothingInALabThatIsWhole) {
  EXPECT_EQ(found_after(std::vector<std::string>{}), "no damage found\n");
}

TEST_F(LabCheck, NamesACertificateThatIsDamagedOrNotThatOfItsProfile) {
  EXPECT_THAT(found_after("UPDATE certificate SET der=x'30820000' WHERE label='S'"),
              HasSubstr(server + "the certificate is damaged: "));
  EXPECT_THAT(found_after("UPDATE certificate SET der=substr(der, 1, length(der)-5) WHERE label='S'"),
              HasSubstr(server + "the certificate is damaged: "));
  EXPECT_THAT(found_after("UPDATE certificate SET der=(SELECT der FROM certificate WHERE label='CA') WHERE label='S'"),
              AllOf(HasSubstr(server + "the certificate is not that of its profile\n"),
                    HasSubstr(server + "the certificate does not have the public key by which it is found\n"),
                    HasSubstr(server + "the certificate does not have the subject by which it is found\n"),
                    HasSubstr(server + "the private key does not belong to the certificate\n")));
  EXPECT_THAT(found_after("UPDATE certificate SET status='GOOD' WHERE label='S'"),
              HasSubstr(server + "its status is unknown: GOOD\n"));
}

TEST_F(LabCheck, NamesAPrivateKeyThatIsDamagedOrOfAnotherCertificate) {
  EXPECT_THAT(found_after("UPDATE certificate SET private_key=x'3000' WHERE label='S'"),
              HasSubstr(server + "the private key is damaged: "));
  // An octet of the last number of the RSA key, which no signature needs.
  EXPECT_THAT(
      found_after("UPDATE certificate SET private_key=CAST(substr(private_key, 1, length(private_key)-9) || x'01' "
                  "|| substr(private_key, length(private_key)-7) AS BLOB) WHERE label='S'"),
      HasSubstr(server + "the private key is damaged: its numbers do not fit together"));
  EXPECT_THAT(found_after("UPDATE certificate SET private_key=" + key_of_server + " WHERE label='CA'"),
              HasSubstr("certificate CERTAUTH 'CA' in SYS1: the private key does not belong to the certificate\n"));
  EXPECT_THAT(found_after("UPDATE certificate SET pkds_label='NO.KEY', private_key=NULL WHERE label='S'"),
              HasSubstr(server + "ICSF has no key 'NO.KEY'\n"));
  EXPECT_THAT(found_after("INSERT INTO icsf_key SELECT 1, 'K', x'30', 0"),
              HasSubstr("ICSF key 'K' in SYS1: the private key is damaged: "));
  EXPECT_THAT(found_after("UPDATE token_object SET private_key=(SELECT private_key FROM certificate WHERE label='CA')"),
              HasSubstr("token object ID(U) 'T.T 1, S' in SYS1: the private key does not belong to the certificate\n"));
}

TEST_F(LabCheck, NamesRowsThatContradictEachOther) {
  EXPECT_THAT(found_after("DELETE FROM certificate WHERE label='S'"),
              HasSubstr("ring U/R has a certificate that is not there\n"));
  EXPECT_THAT(found_after("DELETE FROM ring"), HasSubstr("certificate U S is on a ring that is not there\n"));
  EXPECT_THAT(found_after("UPDATE ring_member SET usage='ALL'"),
              HasSubstr("ring U/R has a certificate with the unknown usage ALL\n"));
  EXPECT_THAT(found_after("DELETE FROM user WHERE name='U'"),
              AllOf(HasSubstr("ring U/R belongs to a user that is not there\n"),
                    HasSubstr("certificate U S belongs to a user that is not there\n")));
  EXPECT_THAT(found_after("UPDATE user SET default_group='NONE' WHERE name='U'"),
              HasSubstr("user U has the default group NONE, which is not there\n"));
  EXPECT_THAT(found_after("UPDATE data_set SET records=x'00000100'"),
              HasSubstr("data set U.CERT of SYS1: the lab's database holds a damaged data set\n"));
  EXPECT_THAT(found_after("UPDATE setting SET value='soon' WHERE name='clock'"),
              HasSubstr("setting clock is not a number\n"));
}

}  // namespace
}  // namespace ringside::app
