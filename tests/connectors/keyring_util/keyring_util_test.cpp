// tests/connectors/keyring_util/keyring_util_test.cpp - the program keyring-util.
#include "connectors/keyring_util/keyring_util.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_on_disk.hpp"
#include "tests/support/program.hpp"

namespace ringside::connectors::keyring_util {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class KeyringUtil : public testing::Test {
 protected:
  void SetUp() override {
    lab.must("SETROPTS CLASSACT(FACILITY)");
    lab.must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)");
    lab.must("PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(IBMUSER) ACCESS(UPDATE)");
    lab.must("RACDCERT GENCERT SUBJECTSDN(CN('one')) WITHLABEL('One') NISTECC SIZE(256)");
    lab.must("RACDCERT ADDRING(RING)");
    lab.must("RACDCERT CONNECT(LABEL('One') RING(RING) DEFAULT)");
  }

  int run(const std::vector<std::string>& arguments) {
    std::ostringstream out, error;
    const int status = keyring_util::run(arguments, out, error);
    shown = out.str();
    told = error.str();
    return status;
  }
  void must(const std::vector<std::string>& arguments) {
    EXPECT_EQ(run(arguments), 0);
    EXPECT_EQ(shown, "");
  }

  test_support::LabOnDisk lab;
  std::string shown, told;

 private:
  test_support::EnvironmentOf environment_{{{"RINGSIDE_LAB", lab.path()},
                                            {"RINGSIDE_SYSTEM", ""},
                                            {"RINGSIDE_USER", "IBMUSER"},
                                            {"RINGSIDE_DEBUG", ""},
                                            {"RINGSIDE_LENIENT", ""}}};
};

TEST_F(KeyringUtil, MakesAndDeletesRings) {
  must({"NEWRING", "IBMUSER", "NEW"});
  EXPECT_THAT(lab.shown("RACDCERT LISTRING(NEW)"), HasSubstr(">NEW<"));
  must({"delring", "IBMUSER", "NEW"});
  EXPECT_EQ(run({"DELRING", "IBMUSER", "NEW"}), 0);
  EXPECT_EQ(shown, "Function code: 0A, SAF rc: 8, RACF rc: 8, RACF rsn: 84\n");
}

TEST_F(KeyringUtil, ListsARing) {
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "RING"}), 0);
  EXPECT_EQ(
      shown,
      "Summary of certificates:\nCertificate: One\nOwner: IBMUSER\nUsage: PERSONAL\nStatus: TRUST\nDefault: YES\n");
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "RING", "--label-only", "--owner-only"}), 0);
  EXPECT_EQ(shown, "One\n");
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "RING", "--owner-only"}), 0);
  EXPECT_EQ(shown, "IBMUSER\n");
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "RING", "-l", "one"}), 0);
  EXPECT_EQ(shown, "Summary of certificates:\n");
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "RING", "-u", "PERSONAL", "--label-only"}), 0);
  EXPECT_EQ(shown, "One\n");
}

TEST_F(KeyringUtil, ThatListsNoRingEndsWithOne) {
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "NONE"}), 1);
  EXPECT_EQ(shown, "R_datalib call failed: function code: 01, SAF rc: 8, RACF rc: 8, RACF rsn: 84\n");
}

TEST_F(KeyringUtil, ExportsAPackageAndImportsItAgain) {
  const std::string file = lab.file("one.p12");
  must({"EXPORT", "IBMUSER", "RING", "-l", "One", "-k", "-f", file, "-p", "secret"});
  must({"DELCERT", "IBMUSER", "RING", "-l", "One"});
  must({"DELCERT", "IBMUSER", "*", "One"});
  must({"IMPORT", "IBMUSER", "RING", "-l", "Two", "-u", "personal", "-f", file, "-p", "secret"});
  EXPECT_THAT(lab.shown("RACDCERT LIST(LABEL('Two'))"), HasSubstr("Private Key: YES"));
  EXPECT_EQ(run({"IMPORT", "IBMUSER", "RING", "Three", "PERSONAL", file, "secret"}), 0);
  EXPECT_EQ(shown, "Function code: 08, SAF rc: 4, RACF rc: 4, RACF rsn: 8\n");
}

TEST_F(KeyringUtil, ExportsPem) {
  must({"EXPORT", "IBMUSER", "RING", "-l", "One", "-f", lab.file("one.pem")});
  EXPECT_THAT(test_support::read_file(lab.file("one.pem")),
              AllOf(StartsWith("-----BEGIN CERTIFICATE-----\nMII"), HasSubstr("\n-----END CERTIFICATE-----\n")));
  EXPECT_EQ(run({"EXPORT", "IBMUSER", "RING", "-l", "One", "-f", lab.file("no/folder")}), 0);
  EXPECT_EQ(shown, "Could not open " + lab.file("no/folder") + " file.\n");
  EXPECT_EQ(run({"EXPORT", "IBMUSER", "RING", "-l", "Two"}), 1);
  EXPECT_EQ(shown, "Could not find certificate Two: GSK rc = 335300E\n");
  EXPECT_EQ(run({"EXPORT", "IBMUSER", "NONE", "-l", "Two"}), 1);
  EXPECT_EQ(shown, "Could not open keyring IBMUSER/NONE: rc = 3353009\n");
}

TEST_F(KeyringUtil, RefreshesDigtcertAfterADeletionThatNeedsIt) {
  lab.must("SETROPTS CLASSACT(DIGTCERT DIGTRING) RACLIST(DIGTCERT DIGTRING)");
  EXPECT_EQ(run({"DELCERT", "IBMUSER", "RING", "-l", "One"}), 0);
  EXPECT_EQ(shown,
            "Function code: 09, SAF rc: 4, RACF rc: 4, RACF rsn: 12\nDIGTCERT class has to refreshed.\n"
            "DIGTCERT class refreshed.\n");
  must({"REFRESH"});
}

TEST_F(KeyringUtil, SaysWhatIsMissingInTheCommand) {
  const auto expect = [&](const std::vector<std::string>& arguments, const std::string& text) {
    EXPECT_EQ(run(arguments), 1);
    EXPECT_EQ(shown, text + "\n");
  };
  expect({"NEWRING", "IBMUSER"}, "Missing userid or keyring.");
  expect({"DELCERT", "IBMUSER", "RING"}, "Error: Certificate label is required for this action.");
  expect({"EXPORT", "IBMUSER", "RING"}, "Error: Certificate label is required for this action.");
  expect({"IMPORT", "IBMUSER", "RING", "-l", "x"}, "Missing required -f argument");
  expect({"IMPORT", "IBMUSER", "RING", "-l", "x", "-f", "x"}, "Missing required -p argument");
  expect({"IMPORT", "IBMUSER", "RING", "-l", "x", "-f", "x", "-p", "x"}, "Missing required -u argument");
  expect({"IMPORT", "IBMUSER", "RING", std::string(32, 'l'), "PERSONAL", "x", "x"}, "Label too long, max length is 32");
  expect({"LISTRING", "IBMUSER", "RING", "-l"}, "ERROR: Option -l requires a value.");
  expect({"LISTRING", "IBMUSER", "RING", "--all"}, "ERROR: Unknown option: --all");
  expect({"NEWRING", "TOOLONGID", "RING"},
         "ERROR: TOOLONGID parm too long and will not be set.\nMissing userid or keyring.");
}

TEST_F(KeyringUtil, SaysWhichPackageCannotBeImported) {
  const std::string file = lab.file("package");
  const auto import = [&] { return run({"IMPORT", "IBMUSER", "RING", "x", "PERSONAL", file, "secret"}); };
  EXPECT_EQ(import(), 0);
  EXPECT_EQ(told, "Could not open provided pkcs12 file.: No such file or directory\n");
  test_support::write_file(file, "no package");
  EXPECT_EQ(import(), 0);
  EXPECT_EQ(shown, "Could not read p12 file: rc = 3353020\n");
  must({"EXPORT", "IBMUSER", "RING", "-l", "One", "-k", "-f", file, "-p", "secret"});
  EXPECT_EQ(run({"IMPORT", "IBMUSER", "RING", "x", "SITE", file, "secret"}), 1);
  EXPECT_EQ(shown, "ERROR: 'SITE' parameter is invalid. Use CERTAUTH or PERSONAL.\n");
}

TEST_F(KeyringUtil, PrintsHelp) {
  EXPECT_EQ(run({}), 0);
  EXPECT_THAT(shown, StartsWith("Usage: keyring-util "));
  EXPECT_EQ(run({"HELP"}), 0);
  EXPECT_EQ(run({"LISTRING", "IBMUSER", "RING", "--help"}), 0);
  EXPECT_THAT(shown, StartsWith("Usage: keyring-util "));
  EXPECT_EQ(run({"UNKNOWN"}), 1);
}

}  // namespace
}  // namespace ringside::connectors::keyring_util
