// tests/interop/sear_interop_test.cpp - SEAR, which manages RACF by JSON, on a lab: its key-ring functions call our
// IRRSDL64 in EBCDIC, with numbers in the order of z/OS.
//
// RINGSIDE_SEAR names a folder of its sources (Mainframe-Renewal-Project/sear) in which these have run:
//     cmake --preset linux-test -DCMAKE_CXX_STANDARD=17
//     cmake --build --preset linux-test --target sear
// SEAR's mocks stand in for RACF's other services.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_on_disk.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"

namespace ringside::connectors {
namespace {

using test_support::LabOnDisk;
using test_support::run_program;
using testing::HasSubstr;
using testing::Not;

#ifdef RINGSIDE_DATALIB
constexpr const char* library = RINGSIDE_DATALIB;
#else
constexpr const char* library = nullptr;
#endif

/// Makes the request of its argument, and prints the result.
constexpr const char* requester =
    "#include <cstdio>\n#include <cstring>\n#include \"sear.h\"\n"
    "int main(int, char** arguments) {\n"
    "  std::puts(sear(arguments[1], static_cast<int>(std::strlen(arguments[1])), false)->result_json);\n"
    "}\n";

/// SERVER's ring Ring holds 'mine' as the default, 'theirs' of OTHER with NOTRUST, and 'ca' of CERTAUTH.
class Sear : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (library == nullptr) GTEST_SKIP();
    if (!test_support::peer_is_here("sear", std::filesystem::exists(built_))) GTEST_SKIP();
    set_up_lab();
    compile();
  }
  void set_up_lab() {
    for (const char* command :
         {"ADDUSER (SERVER OTHER) DFLTGRP(SYS1)", "SETROPTS CLASSACT(FACILITY)",
          "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(UPDATE)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') RSA SIZE(1024)",
          "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') RSA SIZE(1024) "
          "SIGNWITH(CERTAUTH LABEL('ca'))",
          "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('theirs') RSA SIZE(1024)",
          "RACDCERT ID(OTHER) ALTER(LABEL('theirs')) NOTRUST", "RACDCERT ID(SERVER) ADDRING(Ring)",
          "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring) DEFAULT)",
          "RACDCERT ID(SERVER) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring))",
          "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring))"})
      lab_.must(command);
  }
  void compile() {
    test_support::write_file(lab_.file("request.cpp"), requester);
    std::string folders;
    for (const char* folder :
         {"", "/sear", "/sear/irrsdl00", "/sear/irrseq00", "/sear/irrsmo00", "/sear/key_map", "/sear/validation",
          "/externals/json", "/externals/json-schema-validator", "/externals/iconv", "/tests/zoslib"})
      folders += " -I" + sources_ + folder;
    const std::string tests = " " + sources_ + "/tests/",
                      of_ours = std::filesystem::path(library).parent_path().string();
    const auto compiled = run_program("c++ -w -D__ptr32= -DUNIT_TEST -o " + lab_.file("request") + folders + " " +
                                      lab_.file("request.cpp") + tests + "mock/irrseq00.cpp" + tests +
                                      "mock/irrsmo64.cpp" + tests + "zoslib/zoslib.cpp " + built_ + " -L" + of_ours +
                                      " -lringside-datalib -Wl,-rpath," + of_ours + " -lssl -lcrypto");
    ASSERT_EQ(compiled.status, 0) << compiled.output;
  }
  [[nodiscard]] std::string request(const std::string& json, const std::string& user = "IBMUSER") const {
    return run_program("RINGSIDE_DATALIB_TEXT=ebcdic RINGSIDE_DATALIB_ORDER=big RINGSIDE_LAB=" + lab_.path() +
                       " RINGSIDE_USER=" + user + " " + lab_.file("request") + " '" + json + "'")
        .output;
  }
  [[nodiscard]] std::string extract() const {
    return request(R"({"operation":"extract","admin_type":"keyring","keyring":"Ring","owner":"SERVER"})", "SERVER");
  }

  LabOnDisk lab_;

 private:
  std::string sources_ = GetParam(), built_ = sources_ + "/build/linux/libsear.a";
};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Sear);
INSTANTIATE_TEST_SUITE_P(Source, Sear, testing::ValuesIn(test_support::source_folders("RINGSIDE_SEAR", "sear")));

TEST_P(Sear, ExtractsEveryCertificateOfARing) {
  const std::string ring = extract();
  for (const char* part :
       {R"("label":"mine")", R"("label":"theirs")", R"("label":"ca")", R"("owner":"SERVER")", R"("owner":"OTHER")",
        R"("DN":"/CN=mine")", R"("issuer":"/CN=ca")", R"("keySize":1024)", R"("privateKey":"yes")",
        R"("status":"NOTRUST")", R"("usage":"certauth")", R"("saf_return_code":0)"})
    EXPECT_THAT(ring, HasSubstr(part));
}

TEST_P(Sear, SaysWhichCodesItGot) {
  EXPECT_THAT(request(R"({"operation":"extract","admin_type":"keyring","keyring":"None","owner":"SERVER"})"),
              HasSubstr(R"("racf_reason_code":32)"));
  EXPECT_THAT(request(R"({"operation":"add","admin_type":"keyring","keyring":"New","owner":"SERVER"})", "OTHER"),
              HasSubstr(R"("racf_reason_code":8)"));
}

TEST_P(Sear, AddsAndDeletesRings) {
  EXPECT_THAT(request(R"({"operation":"add","admin_type":"keyring","keyring":"New","owner":"SERVER"})"),
              HasSubstr(R"("saf_return_code":0)"));
  EXPECT_THAT(lab_.shown("RACDCERT ID(SERVER) LISTRING(New)"), HasSubstr("No certificates connected"));
  EXPECT_THAT(request(R"({"operation":"delete","admin_type":"keyring","keyring":"New","owner":"SERVER"})"),
              HasSubstr(R"("saf_return_code":0)"));
  EXPECT_THAT(lab_.shown("RACDCERT ID(SERVER) LISTRING(*)"), Not(HasSubstr(">New<")));
}

TEST_P(Sear, AddsAndRemovesCertificates) {
  const std::string file = lab_.file("new.pem");
  ASSERT_EQ(
      run_program("openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=new -keyout /dev/null -out " + file).status, 0);
  const std::string name =
      R"("admin_type":"certificate","owner":"SERVER","keyring":"Ring","keyring_owner":"SERVER","label":"New")";
  EXPECT_THAT(request(R"({"operation":"add",)" + name + R"(,"usage":"personal","status":"TRUST","certificate_file":")" +
                      file + "\"}"),
              HasSubstr(R"("saf_return_code":0)"));
  EXPECT_THAT(extract(), HasSubstr(R"("label":"New")"));
  EXPECT_THAT(request(R"({"operation":"delete",)" + name + "}"), HasSubstr(R"("saf_return_code":0)"));
  EXPECT_THAT(extract(), Not(HasSubstr(R"("label":"New")")));
}

}  // namespace
}  // namespace ringside::connectors
