// tests/interop/zowe_interop_test.cpp - Zowe's operations on certificates and key rings, on a lab: by Zowe's own source
// if RINGSIDE_ZOWEX names a checkout of zowe/zowex, and by our own calls of the same functions.
#ifdef RINGSIDE_OPERATIONS  // builds with sanitizers have no libraries that other programs load

#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_on_disk.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/program.hpp"

namespace ringside {
namespace {

using test_support::LabOnDisk;
using test_support::run_program;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string quoted(const std::string& word) {
  return "'" + word + "'";
}

/// The folder of Zowe's source; empty if there is none.
std::string zowe_source() {
  const char* const folder = std::getenv("RINGSIDE_ZOWEX");
  return folder == nullptr ? "" : std::string(folder) + "/native/c";
}

/// Compiles Zowe's zkr.cpp, unmodified, with our headers and libraries. Done once.
const std::string& program_of_zowe() {
  static const test_support::TemporaryDirectory folder;
  static const std::string program = folder.file("zkr");
  static const auto compiled = run_program(
      RINGSIDE_CXX " -std=c++20 -I" RINGSIDE_SOURCE_DIR " -I" RINGSIDE_SOURCE_DIR "/connectors/include -I" +
      zowe_source() + " -o " + program +
      " " RINGSIDE_SOURCE_DIR "/tests/zowe/driver.cpp " RINGSIDE_SOURCE_DIR "/tests/zowe/operations_of_zowe.cpp " +
      zowe_source() +
      "/zkr.cpp -L" RINGSIDE_LIBRARY_FOLDER
      " -lringside-datalib -lringside-gskcms -Wl,-rpath," RINGSIDE_LIBRARY_FOLDER);
  EXPECT_EQ(compiled.status, 0) << compiled.output;
  return program;
}

/// Runs operations under a user ID, by Zowe's source (parameter true) or by ours.
class Zowe : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam() && !test_support::peer_is_here("zowex", std::filesystem::exists(zowe_source() + "/zkr.cpp")))
      GTEST_SKIP() << "RINGSIDE_ZOWEX names no checkout of zowe/zowex";
    if (!test_support::peer_is_here("openssl")) GTEST_SKIP();
    program_ = GetParam() ? program_of_zowe() : RINGSIDE_OPERATIONS;
    for (const char* command : {"ADDUSER ZOWE DFLTGRP(SYS1) SPECIAL", "ADDUSER PLAIN DFLTGRP(SYS1)",
                                "SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)",
                                "SETROPTS GENERIC(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.** UACC(NONE)",
                                "PERMIT IRR.DIGTCERT.** CLASS(FACILITY) ID(ZOWE) ACCESS(CONTROL)"})
      lab.shown(command);
    package("triple-des.p12", "one", "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1");
    package("aes.p12", "two", "-certpbe AES-256-CBC -keypbe AES-256-CBC");
  }

  /// A PKCS#12 file of a new key and its self-signed certificate, under the password "secret".
  void package(const std::string& file, const std::string& name, const std::string& options) {
    const auto made = run_program(
        "cd " + lab.file("") +
        " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 300 -subj /CN=" + name +
        " -keyout key.pem -out cert.pem && openssl pkcs12 -export -in cert.pem -inkey key.pem -passout pass:secret "
        "-out " +
        file + " " + options);
    ASSERT_EQ(made.status, 0) << made.output;
  }

  std::string run_as(const std::string& user, const std::vector<std::string>& words) {
    std::string command = "RINGSIDE_LAB=" + lab.path() + " RINGSIDE_USER=" + user + " " + program_;
    for (const std::string& word : words) command += " " + quoted(word);
    return run_program(command).output;
  }
  std::string run(const std::vector<std::string>& words) { return run_as("ZOWE", words); }
  void must(const std::vector<std::string>& words) {
    EXPECT_THAT(run(words), StartsWith("done 0/0/0 0\n")) << words.front();
  }
  std::string import(const std::string& ring, const std::string& label, const std::string& file,
                     const std::string& usage = "PERSONAL") {
    return run({"import", "ZOWE", ring, label, usage, lab.file(file), "secret"});
  }
  std::string ring(const std::string& name) { return lab.shown("RACDCERT ID(ZOWE) LISTRING(" + name + ")"); }

  LabOnDisk lab;

 private:
  std::string program_;
};

/// Ours always, Zowe's if its sources are named.
std::vector<bool> sources() {
  std::vector<bool> sources{false};
  if (!test_support::source_folders("RINGSIDE_ZOWEX", "zowex").empty()) sources.push_back(true);
  return sources;
}

INSTANTIATE_TEST_SUITE_P(Source, Zowe, testing::ValuesIn(sources()),
                         [](const auto& source) { return source.param ? "OfZowe" : "OfOurs"; });

TEST_P(Zowe, MakesListsAndDeletesRings) {
  must({"create-ring", "ZOWE", "ONE"});
  EXPECT_THAT(ring("ONE"), HasSubstr(">ONE<"));
  must({"list", "ZOWE", "ONE"});
  EXPECT_EQ(run({"count", "ZOWE", "ONE"}), "done 0/0/0 0\n0\n");
  EXPECT_EQ(run({"list-rings", "ZOWE"}), "done 0/0/0 0\nZOWE/ONE:\n");
  must({"delete-ring", "ZOWE", "ONE"});
  EXPECT_THAT(ring("ONE"), Not(HasSubstr(">ONE<")));
}

TEST_P(Zowe, ImportsTwoFlavoursOfPkcs12) {
  must({"create-ring", "ZOWE", "ONE"});
  EXPECT_THAT(import("ONE", "One", "triple-des.p12"), StartsWith("done 0/0/0 0\n"));
  EXPECT_THAT(import("ONE", "Two", "aes.p12", "CERTAUTH"), StartsWith("done 0/0/0 0\n"));
  EXPECT_EQ(run({"list", "ZOWE", "ONE"}), "done 0/0/0 0\nOne|ZOWE|PERSONAL|TRUST|NO\nTwo|ZOWE|CERTAUTH|TRUST|NO\n");
  EXPECT_EQ(run({"count", "ZOWE", "ONE"}), "done 0/0/0 0\n2\n");
  EXPECT_EQ(run({"list-rings", "ZOWE", "ONE"}), "done 0/0/0 0\nZOWE/ONE: ZOWE One, ZOWE Two\n");
  EXPECT_EQ(run({"list", "ZOWE", "ONE", "1"}), "done 0/0/0 0\nOne|ZOWE|PERSONAL|TRUST|NO\nmore\n");
  EXPECT_THAT(ring("ONE"), AllOf(HasSubstr("One "), HasSubstr("PERSONAL"), HasSubstr("CERTAUTH")));
  EXPECT_THAT(lab.shown("RACDCERT ID(ZOWE) LIST(LABEL('One'))"), HasSubstr("Private Key: YES"));
}

TEST_P(Zowe, ShowsACertificateWithItsSerialNumberAndDates) {
  lab.must(
      "RACDCERT ID(ZOWE) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('One') NISTECC SIZE(256) NOTAFTER(DATE(2035-06-30))");
  must({"create-ring", "ZOWE", "ONE"});
  lab.must("RACDCERT ID(ZOWE) CONNECT(LABEL('One') RING(ONE) DEFAULT)");
  EXPECT_THAT(run({"show", "ZOWE", "ONE", "One"}), AllOf(StartsWith("done 0/0/0 0\nOne|ZOWE|PERSONAL|TRUST|YES|00|"),
                                                         HasSubstr("|2035-06-30T23:59:59Z|6|256")));
}

TEST_P(Zowe, ConnectsFromTheDatabaseAndMakesADefault) {
  lab.must("RACDCERT ID(ZOWE) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('One') NISTECC SIZE(256)");
  lab.must("RACDCERT ID(ZOWE) GENCERT SUBJECTSDN(CN('two')) WITHLABEL('Two') NISTECC SIZE(256)");
  must({"create-ring", "ZOWE", "ONE"});
  must({"connect", "ZOWE", "ONE", "*", "One", "PERSONAL"});
  must({"connect", "ZOWE", "ONE", "*", "Two", "CERTAUTH", "default"});
  EXPECT_EQ(run({"list", "ZOWE", "ONE"}), "done 0/0/0 0\nOne|ZOWE|PERSONAL|TRUST|NO\nTwo|ZOWE|CERTAUTH|TRUST|YES\n");
  must({"set-default", "ZOWE", "ONE", "One"});
  EXPECT_EQ(run({"list", "ZOWE", "ONE"}), "done 0/0/0 0\nOne|ZOWE|PERSONAL|TRUST|YES\nTwo|ZOWE|CERTAUTH|TRUST|NO\n");
  EXPECT_THAT(ring("ONE"), testing::ContainsRegex("One +ID\\(ZOWE\\) +PERSONAL +YES"));
}

TEST_P(Zowe, AltersStatusAndLabel) {
  lab.must("RACDCERT ID(ZOWE) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('One') NISTECC SIZE(256)");
  must({"trust", "ZOWE", "One", "NOTRUST"});
  EXPECT_THAT(lab.shown("RACDCERT ID(ZOWE) LIST(LABEL('One'))"), HasSubstr("Status: NOTRUST"));
  must({"trust", "ZOWE", "One", "TRUST"});
  EXPECT_THAT(lab.shown("RACDCERT ID(ZOWE) LIST(LABEL('One'))"), HasSubstr("Status: TRUST"));
  must({"rename", "ZOWE", "One", "Another"});
  EXPECT_THAT(lab.shown("RACDCERT ID(ZOWE) LIST"), AllOf(HasSubstr("Label: Another"), Not(HasSubstr("Label: One"))));
}

TEST_P(Zowe, ExportsWhatOpensslReads) {
  must({"create-ring", "ZOWE", "ONE"});
  import("ONE", "One", "triple-des.p12");
  must({"export", "ZOWE", "ONE", "One", "pem", lab.file("one.pem")});
  EXPECT_THAT(run_program("openssl x509 -noout -subject -in " + lab.file("one.pem")).output, HasSubstr("CN = one"));
  must({"export", "ZOWE", "ONE", "One", "p12", lab.file("one.p12"), "secret"});
  const auto read = run_program("openssl pkcs12 -legacy -info -nodes -passin pass:secret -in " + lab.file("one.p12"));
  EXPECT_THAT(read.output, AllOf(HasSubstr("pbeWithSHA1And128BitRC4"), HasSubstr("friendlyName: One"),
                                 HasSubstr("BEGIN PRIVATE KEY")));
}

TEST_P(Zowe, RemovesFromARingAndFromTheDatabase) {
  must({"create-ring", "ZOWE", "ONE"});
  import("ONE", "One", "triple-des.p12");
  import("ONE", "Two", "aes.p12");
  must({"remove", "ZOWE", "ONE", "One"});
  EXPECT_EQ(run({"list", "ZOWE", "ONE"}), "done 0/0/0 0\nTwo|ZOWE|PERSONAL|TRUST|NO\n");
  EXPECT_THAT(lab.shown("RACDCERT ID(ZOWE) LIST"), HasSubstr("Label: One"));
  must({"remove", "ZOWE", "*", "Two"});
  must({"remove", "ZOWE", "*", "One"});
  EXPECT_THAT(lab.shown("RACDCERT ID(ZOWE) LIST"), HasSubstr("No certificate information was found"));
}

TEST_P(Zowe, IsToldWhatIsNotThere) {
  EXPECT_THAT(run({"list", "ZOWE", "NONE"}), StartsWith("failed 8/8/84 0\n"));
  EXPECT_THAT(run({"list", "NOBODY", "NONE"}), StartsWith("failed 8/8/84 0\n"));
  EXPECT_THAT(run({"delete-ring", "ZOWE", "NONE"}), StartsWith("failed 8/8/84 0\n"));
  EXPECT_THAT(run({"list-rings", "ZOWE"}), StartsWith("failed 8/8/32 0\n"));
  EXPECT_THAT(run({"export", "ZOWE", "NONE", "One", "pem", lab.file("x")}), StartsWith("failed 0/0/0 3353009\n"));
  must({"create-ring", "ZOWE", "ONE"});
  EXPECT_THAT(run({"show", "ZOWE", "ONE", "One"}), StartsWith("failed 0/0/0 0\nmessage: "));
  EXPECT_THAT(run({"set-default", "ZOWE", "ONE", "One"}), StartsWith("failed 0/0/0 0\nmessage: "));
  EXPECT_THAT(run({"connect", "ZOWE", "ONE", "*", "One", "-"}), StartsWith("failed 0/0/0 0\nmessage: "));
  EXPECT_THAT(run({"remove", "ZOWE", "ONE", "One"}), StartsWith("failed 8/8/44 0\n"));
  EXPECT_THAT(run({"trust", "ZOWE", "One", "TRUST"}), StartsWith("failed 8/8/44 0\n"));
  EXPECT_THAT(run({"export", "ZOWE", "ONE", "One", "pem", lab.file("x")}), StartsWith("failed 0/0/0 335300E\n"));
  EXPECT_THAT(run({"import", "ZOWE", "ONE", "One", "PERSONAL", lab.file("aes.p12"), "wrong"}),
              StartsWith("failed 0/0/0 3353016\n"));
  EXPECT_THAT(import("NONE", "One", "aes.p12"), StartsWith("failed 8/8/84 0\n"));
}

TEST_P(Zowe, IsRefusedWithoutAuthority) {
  must({"create-ring", "ZOWE", "ONE"});
  import("ONE", "One", "triple-des.p12");
  const auto plain = [&](const std::vector<std::string>& words) { return run_as("PLAIN", words); };
  EXPECT_THAT(plain({"list", "ZOWE", "ONE"}), StartsWith("failed 8/8/8 0\n"));
  EXPECT_THAT(plain({"create-ring", "ZOWE", "TWO"}), StartsWith("failed 8/8/8 0\n"));
  EXPECT_THAT(plain({"delete-ring", "ZOWE", "ONE"}), StartsWith("failed 8/8/8 0\n"));
  EXPECT_THAT(plain({"remove", "ZOWE", "ONE", "One"}), StartsWith("failed 8/8/8 0\n"));
  EXPECT_THAT(plain({"trust", "ZOWE", "One", "NOTRUST"}), StartsWith("failed 8/8/8 0\n"));
  EXPECT_THAT(plain({"refresh"}), StartsWith("failed 8/8/92 0\n"));
  EXPECT_THAT(plain({"export", "ZOWE", "ONE", "One", "pem", lab.file("x")}), StartsWith("failed 0/0/0 3353017\n"));
}

TEST_P(Zowe, IsRefusedTheKeyOfAnotherUser) {
  lab.must("RACDCERT ID(PLAIN) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('Theirs') NISTECC SIZE(256)");
  must({"create-ring", "ZOWE", "ONE"});
  lab.must("RACDCERT ID(ZOWE) CONNECT(ID(PLAIN) LABEL('Theirs') RING(ONE))");
  EXPECT_THAT(run({"export", "ZOWE", "ONE", "Theirs", "p12", lab.file("x"), "secret"}),
              StartsWith("failed 0/0/0 335301A\n"));
}

TEST_P(Zowe, IsWarnedOfACertificateThatIsThereAndOfNotrust) {
  must({"create-ring", "ZOWE", "ONE"});
  import("ONE", "One", "triple-des.p12");
  EXPECT_THAT(import("ONE", "Again", "triple-des.p12"), StartsWith("done 4/4/8 0\nwarning: "));
  EXPECT_EQ(run({"count", "ZOWE", "ONE"}), "done 0/0/0 0\n1\n");
  must({"trust", "ZOWE", "One", "NOTRUST"});
  EXPECT_THAT(import("ONE", "One", "triple-des.p12"), StartsWith("done 4/4/0 0\nwarning: "));
  EXPECT_THAT(import("ONE", "Again", "triple-des.p12"), StartsWith("done 4/4/12 0\nwarning: "));
}

TEST_P(Zowe, IsWarnedThatDigtcertNeedsARefreshUntilItIsRefreshed) {
  must({"create-ring", "ZOWE", "ONE"});
  lab.must("SETROPTS CLASSACT(DIGTCERT DIGTRING) RACLIST(DIGTCERT DIGTRING)");
  EXPECT_THAT(import("ONE", "One", "triple-des.p12"), StartsWith("done 4/4/4 0\nwarning: "));
  EXPECT_EQ(run({"count", "ZOWE", "ONE"}), "done 0/0/0 0\n0\n");
  must({"refresh"});
  EXPECT_EQ(run({"count", "ZOWE", "ONE"}), "done 0/0/0 0\n1\n");
  EXPECT_THAT(import("ONE", "Again", "triple-des.p12"), StartsWith("done 4/4/16 0\nwarning: "));
  EXPECT_THAT(run({"trust", "ZOWE", "One", "NOTRUST"}), StartsWith("done 4/4/4 0\nwarning: "));
  EXPECT_THAT(run({"remove", "ZOWE", "ONE", "One"}), StartsWith("done 4/4/12 0\nwarning: "));
}

}  // namespace
}  // namespace ringside

#endif
