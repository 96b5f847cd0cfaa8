// tests/emulator/hosttools/shell/redirect_test.cpp - a procedure on real files leaves its root by no path, whichever
// command takes it.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::shell {
namespace {

using testing::HasSubstr;
using testing::Not;

class Root : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    namespace fs = std::filesystem;
    fs::create_directories(directory_.file("root/sub"));
    fs::create_directory(directory_.file("outside"));
    test_support::write_file(directory_.file("outside/secret"), "SECRET\n");
    fs::create_directory_symlink("../outside", directory_.file("root/link"));
    fs::create_directory_symlink(directory_.file("outside"), directory_.file("root/whole"));
    fs::create_symlink("../outside/secret", directory_.file("root/file"));
    fs::create_symlink("../../outside/new", directory_.file("root/sub/dangling"));
    fs::create_hard_link(directory_.file("outside/secret"), directory_.file("root/hard"));
    lab_.add_system(system_);
  }

  test_support::TemporaryDirectory directory_;
  base::SystemClock clock_;
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"HOST", "distributed", "", "HOST", 0};
};

TEST_P(Root, IsNotLeftBy) {
  host::RealFiles files(directory_.file("root"));
  host::TextStreams streams;
  host::Process process{lab_, system_, "root", files, streams, "/", {{"HOME", directory_.file("outside")}}};
  run_script(GetParam(), process);
  EXPECT_THAT(streams.output() + streams.errors(), Not(HasSubstr("SECRET")));
  EXPECT_EQ(test_support::read_file(directory_.file("outside/secret")), "SECRET\n");
  std::size_t entries = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory_.file("outside"))) ++entries;
  EXPECT_EQ(entries, 1U) << streams.errors();
}

INSTANTIATE_TEST_SUITE_P(
    Commands, Root,
    testing::Values(
        "cat link/secret whole/secret file ../outside/secret sub/../../outside/secret",
        "cd link; cat secret; cd /whole; cat secret; cd ..; cd ..; cat outside/secret", "cat < file; cat link/*",
        "cat ~/secret ~root/secret; cat $HOME/secret", "echo x > file; echo x >> file; echo x >> hard",
        "echo x > sub/dangling; echo x > link/a; echo x 2> whole/b", "cat <<E > link/here\nx\nE",
        "cp hard link/c; cp -r sub whole/d; cp link/secret got; cat got", "mv hard link/e; mv sub whole/f",
        "mv link moved; cat moved/secret; echo x > moved/g", "rm link/secret; rm -r whole; rmdir link/sub",
        "mkdir link/dir; mkdir -p whole/x/y; touch link/t; chmod 777 file; chown root link/secret",
        "openssl rand -out link/r 16; openssl rand -writerand whole/w -out z 16",
        "openssl genrsa -out link/k 1024; openssl genrsa -des3 -passout file:link/secret -out z 1024",
        "openssl req -new -newkey rsa:1024 -nodes -keyout link/k -subj /CN=x -out whole/c",
        "openssl base64 -in file; openssl req -in file; openssl x509 -in link/secret -out link/x",
        "openssl req -x509 -newkey rsa:1024 -nodes -keyout k -subj /CN=x -out c; openssl req -new -key k -subj "
        "/CN=y -out r; openssl x509 -req -in r -CA c -CAkey k -CAserial link/s -CAcreateserial -out whole/d",
        "openssl req -new -newkey rsa:1024 -nodes -subj /CN=x -config link/secret",
        "printf '.include ../outside/secret\\n' > i.cnf; openssl req -new -newkey rsa:1024 -nodes -subj /CN=x "
        "-config i.cnf",
        "openssl verify -CAfile file -CApath link c; openssl s_client -connect localhost:1 -CAfile file",
        "keytool -genkeypair -alias a -keyalg EC -dname CN=a -keystore link/ks -storepass abcdef",
        "keytool -list -keystore whole/ks -storepass:file link/secret; keytool -list -conf link/secret",
        "keytool -printcert -file file; ringside-listen 1 --cert link/secret --key whole/secret"));

}  // namespace
}  // namespace ringside::shell
