// tests/app/output/trust_pictures_test.cpp - ringside trust: pictures and reports of a lab.
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using testing::HasSubstr;
using testing::StartsWith;

class TrustPictures : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_EQ(run({"--date", "2013-05-17", "--seed", "s", "lab", "new", "--add", "SYSA", "--add", "SYSB"}).status, 0);
    for (const char* system : {"SYSA", "SYSB"})
      EXPECT_EQ(run({"--system", system, "tso", "RACDCERT ADDRING(Ring)",
                     "RACDCERT GENCERT SUBJECTSDN(CN('" + std::string(system) + "')) WITHLABEL('S') NISTECC SIZE(256)",
                     "RACDCERT CONNECT(LABEL('S') RING(Ring) DEFAULT)"})
                    .status,
                0);
  }
  test_support::Run run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", folder_.file("test.lab")});
    return test_support::run_ringside(arguments);
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(TrustPictures, DotPrintsThePictureThatIsAskedForAndNothingElse) {
  const auto links = run({"trust", "--dot"});
  EXPECT_EQ(links.status, 0);
  EXPECT_THAT(links.out, StartsWith("digraph {\n"));
  EXPECT_THAT(links.out, HasSubstr("n0 -> n1 [label=\"not on ring\""));
  EXPECT_TRUE(links.out.ends_with("}\n"));
  EXPECT_THAT(run({"trust", "--dot", "--picture", "signatures"}).out, HasSubstr("ID(IBMUSER) LABEL('S')"));
  EXPECT_THAT(run({"trust", "--dot", "--picture", "rings"}).out, HasSubstr("IBMUSER/Ring of SYSA"));
}

TEST_F(TrustPictures, FilesComeBesidesTheMatrix) {
  const auto result = run({"trust", "--svg", folder_.file("a.svg"), "--html", folder_.file("a.html")});
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr("client \\ server"));
  EXPECT_THAT(read_file(folder_.file("a.svg")), HasSubstr(">not on ring</text>"));
  EXPECT_THAT(read_file(folder_.file("a.html")), HasSubstr("<h1>Ringside: test.lab</h1>"));
}

TEST_F(TrustPictures, WhatCannotBeIsToldAndLeavesNoFile) {
  EXPECT_THAT(run({"--json", "trust", "--dot"}).error, HasSubstr("it cannot be used with --json"));
  EXPECT_EQ(run({"trust", "--picture", "everything"}).status, 64);
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto result = run({"trust", "--svg", folder_.file("b.svg")});
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, HasSubstr("--svg: Graphviz's program dot is not installed"));
  EXPECT_FALSE(std::filesystem::exists(folder_.file("b.svg")));
}

}  // namespace
}  // namespace ringside::app
