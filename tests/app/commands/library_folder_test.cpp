// tests/app/commands/library_folder_test.cpp - put and get between real folders, libraries and members.
#include "app/commands/library_folder.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "emulator/database/store.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::write_file;
using testing::HasSubstr;

class LibraryFolder : public testing::Test {
 protected:
  LibraryFolder() {
    test_support::run_ringside({"--date", "2013-05-17", "lab", "new", lab_, "--add", "SYSA", "--add", "SYSB"});
    std::filesystem::create_directory(jobs_);
    write_file(jobs_ + "/certs.jcl", "//CERTS JOB\n//S EXEC PGM=IEFBR14\n");
    write_file(jobs_ + "/Rings.JCL", "//RINGS JOB\n");
    write_file(jobs_ + "/.hidden", "left out\n");
  }
  test_support::Run lab(std::vector<std::string> words) {
    words.insert(words.begin(), {"--lab", lab_, "--system", "SYSA"});
    return test_support::run_ringside(words);
  }
  /// What the command prints on standard error; its status must be 0.
  std::string done(const std::vector<std::string>& words) {
    const auto result = lab(words);
    EXPECT_EQ(result.status, 0) << testing::PrintToString(words) << result.error;
    return result.error;
  }
  /// Expects status 64, and that the lab stays as it was.
  std::string refused(const std::vector<std::string>& words) {
    const std::string before = database::Store(lab_).fingerprint();
    const auto result = lab(words);
    EXPECT_EQ(result.status, 64) << testing::PrintToString(words);
    EXPECT_EQ(database::Store(lab_).fingerprint(), before) << testing::PrintToString(words);
    return result.error;
  }
  [[nodiscard]] std::string listed(const std::string& command) { return lab({"tso", command}).out; }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("plex.lab"), jobs_ = folder_.file("jobs");
};

TEST_F(LibraryFolder, BecomesALibraryAndComesBack) {
  EXPECT_EQ(done({"put", jobs_, "'ibmuser.jcl'"}),
            jobs_ + " copied to IBMUSER.JCL as text: 2 member(s), RECFM FB, LRECL 80\n");
  EXPECT_THAT(listed("LISTDS 'IBMUSER.JCL' MEMBERS"),
              HasSubstr("  FB    80    27920   PO\n--VOLUMES--\n  LABV01\n--MEMBERS--\n  CERTS\n  RINGS\n"));
  EXPECT_EQ(lab({"get", "IBMUSER.JCL(CERTS)"}).out, "//CERTS JOB\n//S EXEC PGM=IEFBR14\n");
  const std::string back = folder_.file("new/back");
  EXPECT_EQ(done({"get", "IBMUSER.JCL", back}),
            "IBMUSER.JCL copied to " + back + " as text: 2 member(s), RECFM FB, LRECL 80\n");
  EXPECT_EQ(read_file(back + "/RINGS"), "//RINGS JOB\n");
  EXPECT_EQ(read_file(back + "/CERTS"), read_file(jobs_ + "/certs.jcl"));
}

TEST_F(LibraryFolder, FilesOfTheFolderAreWrittenBackByTheirNames) {
  done({"put", jobs_, "A.JCL"});
  write_file(jobs_ + "/new", "//NEW JOB\n");
  done({"put", jobs_ + "/new", "A.JCL(CERTS)"});
  done({"get", "A.JCL", jobs_});
  EXPECT_EQ(read_file(jobs_ + "/certs.jcl"), "//NEW JOB\n");
  EXPECT_FALSE(std::filesystem::exists(jobs_ + "/CERTS"));
  EXPECT_EQ(read_file(jobs_ + "/.hidden"), "left out\n");
}

TEST_F(LibraryFolder, AMemberIsPutIntoALibraryThatIsMadeIfMissing) {
  EXPECT_THAT(done({"put", jobs_ + "/certs.jcl", "A.LIB(MEM)"}), HasSubstr("2 record(s), RECFM FB, LRECL 80"));
  EXPECT_EQ(lab({"get", "a.lib(mem)"}).out, read_file(jobs_ + "/certs.jcl"));
  done({"put", jobs_, "A.LIB"});
  EXPECT_THAT(listed("LISTDS 'A.LIB' MEMBERS"), HasSubstr("  CERTS\n  MEM\n  RINGS\n"));
}

TEST_F(LibraryFolder, AWrongNameChangesNothingAndIsNamed) {
  write_file(jobs_ + "/2nd.jcl", "");
  write_file(jobs_ + "/much-too-long.txt", "");
  EXPECT_EQ(refused({"put", jobs_, "A.JCL"}),
            "ringside: " + jobs_ +
                ": no name of a member (1 to 8 letters, digits, @, # or $, the first no digit): 2nd.jcl, "
                "much-too-long.txt\n");
  std::filesystem::create_directory(jobs_ + "/sub");
  EXPECT_THAT(refused({"put", jobs_, "A.JCL"}), HasSubstr("/sub: is a folder, and a library has members only\n"));
  EXPECT_THAT(refused({"put", jobs_, "/tmp/x"}), HasSubstr(": a folder becomes a library, and /tmp/x is none\n"));
  EXPECT_EQ(refused({"put", jobs_ + "/certs.jcl", "A.JCL(1ST)"}),
            "ringside: A.JCL(1ST): is not LIBRARY(MEMBER) (a member's name has 1 to 8 letters, digits, @, # or $)\n");
}

TEST_F(LibraryFolder, ALibraryIsNoSequentialDataSet) {
  done({"put", jobs_, "A.JCL"});
  const std::string is_library = "ringside: A.JCL: is a library; name a member, as in A.JCL(MEMBER), or a folder\n";
  EXPECT_EQ(refused({"get", "A.JCL"}), is_library);
  EXPECT_EQ(refused({"put", jobs_ + "/certs.jcl", "A.JCL"}), is_library);
  EXPECT_EQ(refused({"get", "A.JCL(CERT)"}), "ringside: A.JCL: has no member CERT; did you mean CERTS?\n");
  done({"put", jobs_ + "/certs.jcl", "A.SEQ"});
  EXPECT_EQ(refused({"get", "A.SEQ(X)"}), "ringside: A.SEQ: is a sequential data set, and has no members\n");
  EXPECT_EQ(refused({"put", jobs_, "A.SEQ"}),
            "ringside: " + jobs_ + ": A.SEQ is a sequential data set, and has no members\n");
}

TEST_F(LibraryFolder, GoesToAnotherSystemWithItsMembers) {
  done({"put", jobs_, "A.JCL"});
  EXPECT_EQ(done({"transfer", "A.JCL", "--from", "SYSA", "--to", "SYSB", "--as", "B.JCL"}),
            "A.JCL copied from SYSA to SYSB as B.JCL: 3 record(s)\n");
  EXPECT_EQ(lab({"get", "SYSB:B.JCL(RINGS)"}).out, "//RINGS JOB\n");
  EXPECT_EQ(refused({"transfer", "A.JCL(CERTS)", "--from", "SYSA", "--to", "SYSB", "--as", "B.JCL"}),
            "ringside: A.JCL(CERTS): B.JCL is a library there\n");
}

TEST_F(LibraryFolder, TellsMembersAsJson) {
  const auto put = nlohmann::json::parse(lab({"--json", "put", jobs_, "A.JCL"}).out);
  EXPECT_EQ(put[0]["members"], 2);
  EXPECT_EQ(put[0]["records"], 3);
  EXPECT_EQ(put[0]["lrecl"], 80);
}

TEST_F(LibraryFolder, IsTakenAsOctetsIfAFileIsNotText) {
  write_file(jobs_ + "/der", std::string("\x30\x82\x00\x01", 4));
  EXPECT_THAT(done({"put", jobs_, "A.BIN", "--recfm", "vb"}), HasSubstr("as binary: 3 member(s), RECFM VB"));
  EXPECT_EQ(lab({"get", "A.BIN(DER)", "--binary"}).out, std::string("\x30\x82\x00\x01", 4));
}

}  // namespace
}  // namespace ringside::app
