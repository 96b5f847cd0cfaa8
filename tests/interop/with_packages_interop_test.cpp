// tests/interop/with_packages_interop_test.cpp - programs of Debian, unmodified, run under `ringside with`.
#include <string>

#include <gmock/gmock.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class WithPackages : public testing::Test {
 protected:
  /// Runs a script of bash in the folder of the test.
  [[nodiscard]] test_support::ProgramResult with(const std::string& script) const {
    test_support::write_file(directory_.file("script"), script);
    return run_program("cd " + directory_.path().string() + " && " RINGSIDE_BINARY " with -- bash script");
  }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.file(name); }

 private:
  test_support::TemporaryDirectory directory_;
};

TEST_F(WithPackages, EasyRsaMakesACaAndAServer) {
  const auto run = with(
      "export EASYRSA=$PWD EASYRSA_BATCH=1 EASYRSA_ALGO=ec\n"
      "for command in init-pki 'build-ca nopass' 'build-server-full web nopass' gen-crl; do\n"
      "  /usr/share/easy-rsa/easyrsa $command >out 2>&1 || { echo \"$command: $?\"; cat out; }\n"
      "done\n"
      "grep -h 'not emulated' out | sort -u\n");
  EXPECT_THAT(run.output, AllOf(StartsWith("ringside: openssl ca: not emulated; "), EndsWith("/openssl answers\n")));
  const auto verified = run_program("openssl verify -CAfile " + file("pki/ca.crt") + " " + file("pki/issued/web.crt"));
  EXPECT_THAT(verified.output, EndsWith("web.crt: OK\n"));
}

TEST_F(WithPackages, MakeSslCertMakesACertificateAndItsLink) {
  const auto run = with(
      "printf '[req]\\nprompt = no\\ndistinguished_name = dn\\nx509_extensions = v3\\n[dn]\\nCN = @HostName@\\n"
      "[v3]\\nsubjectAltName = @SubjectAltName@\\n' >template\n"
      "DEBIAN_FRONTEND=noninteractive /usr/sbin/make-ssl-cert template out.pem\n"
      "echo $?; readlink $(openssl x509 -hash -noout -in out.pem).0\n");
  EXPECT_EQ(run.output, "0\nout.pem\n");
  EXPECT_THAT(run_program("openssl x509 -noout -ext subjectAltName -in " + file("out.pem")).output, HasSubstr("DNS:"));
}

TEST_F(WithPackages, MakeRunsItsRecipesAtOnce) {
  const auto run = with(
      "cat >Makefile <<'END'\n"
      "all: a.pem b.pem c.pem\n"
      "%.pem:\n"
      "\t@tsocmd \"RACDCERT GENCERT SUBJECTSDN(CN('$*')) WITHLABEL('$*') NISTECC\" 2>/dev/null\n"
      "\t@openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /dev/null -out $@ -subj /CN=$* "
      "2>/dev/null\n"
      "END\n"
      "make -s -j3 && ls *.pem && tso 'RACDCERT LIST' | grep -c Label:\n");
  EXPECT_EQ(run.status, 0) << run.output;
  EXPECT_THAT(run.output, EndsWith("a.pem\nb.pem\nc.pem\n3\n"));
}

TEST_F(WithPackages, OpensslReadsAndWritesPipesAndDevices) {
  const auto run = with(
      "openssl genrsa 2>/dev/null | openssl rsa -in /dev/stdin -pubout -out /dev/stdout 2>/dev/null | head -1\n"
      "openssl genrsa -out k.pem 2>/dev/null\n"
      "openssl rsa -in <(cat k.pem) -noout -check 2>&1\n"
      "openssl rsa -in k.pem -out /dev/null 2>/dev/null; echo $?\n"
      "mkfifo pipe; (openssl rsa -in k.pem -pubout -out pipe 2>/dev/null &); head -1 pipe\n");
  EXPECT_EQ(run.output, "-----BEGIN PUBLIC KEY-----\nRSA key ok\n0\n-----BEGIN PUBLIC KEY-----\n");
}

TEST_F(WithPackages, WhatKeytoolAndOpensslDoNotKnowTheMachinesDo) {
  const auto run = with(
      "openssl enc -aes-256-cbc -pbkdf2 -pass pass:x -in script 2>/dev/null | "
      "openssl enc -d -aes-256-cbc -pbkdf2 -pass pass:x 2>err | cmp - script && cat err\n"
      "openssl nosuch 2>&1; echo $?\n"
      "keytool -printcert -jarfile none.jar 2>&1 | tail -1\n");
  EXPECT_THAT(run.output, AllOf(StartsWith("ringside: openssl enc: not emulated; "),
                                HasSubstr("ringside: openssl nosuch: not emulated; "), HasSubstr("nosuch"),
                                EndsWith("none.jar\n"), Not(HasSubstr("is not emulated"))));
}

}  // namespace
}  // namespace ringside
