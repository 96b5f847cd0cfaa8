// tests/interop/node_interop_test.cpp - the addon for npm's keyring_js in a real Node: by a script of ours, and by the
// package and its own tests if RINGSIDE_KEYRING_JS names a folder where they are.
#ifdef RINGSIDE_OPERATIONS  // builds with sanitizers have no libraries that other programs load

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/authority_rows.hpp"
#include "tests/support/lab_on_disk.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/program.hpp"

namespace ringside {
namespace {

using test_support::LabOnDisk;
using test_support::peer_is_here;
using test_support::run_program;
using test_support::write_file;
using testing::HasSubstr;

const std::string addon_folder = RINGSIDE_LIBRARY_FOLDER "/ringside/node";

/// The addon is built where Node's headers are.
std::string addon() {
  for (const char* const platform : {"linux-x64", "linux-arm64"})
    if (std::string path = addon_folder + "/prebuilds/" + platform + "/node.napi.node"; std::filesystem::exists(path))
      return path;
  return "";
}

bool node_is_here() {
  return peer_is_here("node", test_support::program_path("node").has_value() && !addon().empty());
}

TEST(Node, ReadsRingsThroughTheAddonAndServesHttpsFromThem) {
  if (!node_is_here() || !peer_is_here("curl")) GTEST_SKIP();
  LabOnDisk lab;
  for (const char* command :
       {"ADDUSER SERVER DFLTGRP(SYS1)",
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)",
        "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC SIZE(256) "
        "ALTNAME(DOMAIN('localhost')) SIGNWITH(CERTAUTH LABEL('ca'))",
        "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('distrusted')) WITHLABEL('distrusted') NISTECC SIZE(256)",
        "RACDCERT ID(SERVER) ALTER(LABEL('distrusted')) NOTRUST", "RACDCERT ID(SERVER) ADDRING(Ring.One)",
        "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring.One) DEFAULT)",
        "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring.One))",
        "RACDCERT ID(SERVER) CONNECT(LABEL('distrusted') RING(Ring.One))", "SETROPTS CLASSACT(FACILITY)",
        "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
        "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SERVER) ACCESS(UPDATE)"})
    lab.must(command);
  const auto result = run_program("cd " + lab.file("") + " && RINGSIDE_LAB=" + lab.path() +
                                  " RINGSIDE_USER=SERVER RINGSIDE_ADDON=" + addon() +
                                  " node " RINGSIDE_SOURCE_DIR "/tests/interop/keyring_addon.mjs");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.output, "all is well\n");
}

/// Prints the labels of a ring; "+" behind those with a key that the user gets, "-" behind those with status NOTRUST.
constexpr const char* list_script = R"(
const [addon, owner, ring] = [require(process.env.RINGSIDE_ADDON), ...process.argv.slice(1)];
const mark = ({label, status}) =>
  status === 'NOTRUST' ? '-' : addon.getData(owner, ring, label, 'der').key.byteLength > 0 ? '+' : '';
try {
  for (const member of addon.listKeyring(owner, ring)) console.log(member.label + mark(member));
} catch (refused) {
  process.stdout.write(refused.message);
})";

std::string expected_output(const test_support::AuthorityRow& row) {
  if (row.codes != racf::datalib::success)
    return "R_datalib call failed: function code: 01, SAF rc: " + std::to_string(row.codes.saf) +
           ", RACF rc: " + std::to_string(row.codes.racf) + ", RACF rsn: " + std::to_string(row.codes.reason) + "\n";
  std::string lines;
  for (const auto& seen : row.seen)
    lines += std::string(seen.label) + (seen.is_notrust ? "-" : seen.has_key ? "+" : "") + "\n";
  return lines;
}

class NodeAuthority : public testing::TestWithParam<test_support::AuthorityRow> {};

TEST_P(NodeAuthority, IsThatOfTheTable) {
  if (!node_is_here()) GTEST_SKIP();
  const test_support::AuthorityRow& row = GetParam();
  test_support::AuthorityLab prepared(row);
  write_file(prepared.lab().file("list.js"), list_script);
  const auto listed = run_program("RINGSIDE_LAB=" + prepared.lab().path() + " RINGSIDE_USER=" + row.reader +
                                  " RINGSIDE_ADDON=" + addon() + " node -e \"$(cat " + prepared.lab().file("list.js") +
                                  ")\" '" + row.owner + "' '" + row.ring + "'");
  EXPECT_EQ(listed.output, expected_output(row));
}

INSTANTIATE_TEST_SUITE_P(Table, NodeAuthority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

/// RINGSIDE_KEYRING_JS names a folder with node_modules (keyring_js, mocha, chai 4), and test.js and testcert.p12 of
/// zowe/keyring-utilities.
class KeyringJs : public testing::TestWithParam<std::string> {};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(KeyringJs);
INSTANTIATE_TEST_SUITE_P(Npm, KeyringJs,
                         testing::ValuesIn(test_support::source_folders("RINGSIDE_KEYRING_JS", "keyring_js")));

TEST_P(KeyringJs, PassesItsOwnTests) {
  const std::filesystem::path source = GetParam();
  if (!node_is_here() || !peer_is_here("keyring_js", std::filesystem::exists(source / "test.js"))) GTEST_SKIP();
  LabOnDisk lab;
  for (const char* command : {"SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
                              "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(IBMUSER) ACCESS(UPDATE)"})
    lab.must(command);
  const std::filesystem::path package = lab.file("keyring_js");
  std::filesystem::copy(source / "node_modules/keyring_js", package, std::filesystem::copy_options::recursive);
  std::filesystem::create_directory_symlink(source / "node_modules", lab.file("node_modules"));
  for (const char* const name : {"test", "keyring-util", "bin"}) std::filesystem::create_directory(package / name);
  std::filesystem::copy(source / "test.js", package / "test");
  std::filesystem::copy(source / "testcert.p12", package / "keyring-util");
  // What the tests call besides keyring-util: a program of z/OS, and a build.
  for (const char* const name : {"chtag", "build.sh"}) {
    write_file(package / "bin" / name, "#!/bin/sh\n");
    std::filesystem::permissions(package / "bin" / name, std::filesystem::perms::owner_all);
  }
  write_file(package / "user.js", "require('os').userInfo = () => ({username: 'IBMUSER'});\n");
  const std::string folder_of_program = std::filesystem::path(RINGSIDE_KEYRING_UTIL).parent_path();
  const auto result =
      run_program("cd " + package.string() + " && PATH=" + folder_of_program + ":" + (package / "bin").string() +
                  ":$PATH RINGSIDE_LAB=" + lab.path() + " KEYRING_JS_PREBUILD=" + addon_folder +
                  " node ../node_modules/mocha/bin/mocha.js --require ./user.js test/test.js");
  EXPECT_EQ(result.status, 0) << result.output;
  EXPECT_THAT(result.output, HasSubstr("16 passing")) << result.output;
}

}  // namespace
}  // namespace ringside

#endif
