// tests/emulator/hosttools/shell/tree_commands_links_test.cpp - commands on trees with symbolic links, as GNU
// coreutils 9.1 do.
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::shell {
namespace {

/// A root with t/f, t/sub/g, a link L to t, and a link D to nothing.
class ShellLinks : public testing::Test {
 protected:
  ShellLinks() {
    std::filesystem::create_directories(root_ + "/t/sub");
    test_support::write_file(root_ + "/t/f", "f");
    test_support::write_file(root_ + "/t/sub/g", "g");
    link("t", "L");
    link("nowhere", "D");
  }

  void link(const std::string& target, const std::string& name) const {
    std::filesystem::create_symlink(target, root_ + "/" + name);
  }
  std::string run(const std::string& script) {
    host::TextStreams streams;
    host::RealFiles files(root_);
    host::Process process{lab_, system_, "root", files, streams};
    const int status = run_script(script, process);
    return std::to_string(status) + "|" + streams.output() + "|" + streams.errors();
  }
  [[nodiscard]] bool is_link(const std::string& name) const {
    return std::filesystem::is_symlink(std::filesystem::symlink_status(root_ + "/" + name));
  }
  [[nodiscard]] bool exists(const std::string& name) const { return std::filesystem::exists(root_ + "/" + name); }
  [[nodiscard]] unsigned mode(const std::string& name) const {
    return static_cast<unsigned>(std::filesystem::status(root_ + "/" + name).permissions());
  }

  test_support::TemporaryDirectory folder_;
  std::string root_ = folder_.file("root");
  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"HOST", "distributed", "", "HOST", 0};
};

TEST_F(ShellLinks, RmRemovesTheLinkAndNotItsTarget) {
  EXPECT_EQ(run("rm -rf L D"), "0||");
  EXPECT_FALSE(is_link("L"));
  EXPECT_FALSE(is_link("D"));
  EXPECT_TRUE(exists("t/sub/g"));
  link("../t", "t/up");
  link("t", "L");
  EXPECT_EQ(run("mkdir x; mv L x; rm -r x; rm t/up"), "0||");
  EXPECT_TRUE(exists("t/sub/g"));
}

TEST_F(ShellLinks, RmSparesWhatGnuSpares) {
  EXPECT_EQ(run("rm -rf . .. t/. L/.."),
            "1||rm: refusing to remove '.' or '..' directory: skipping '.'\n"
            "rm: refusing to remove '.' or '..' directory: skipping '..'\n"
            "rm: refusing to remove '.' or '..' directory: skipping 't/.'\n"
            "rm: refusing to remove '.' or '..' directory: skipping 'L/..'\n");
  EXPECT_THAT(run("rm -rf /"), testing::HasSubstr("it is dangerous to operate recursively on '/'"));
  EXPECT_EQ(run("rmdir L"), "1||rmdir: failed to remove 'L': Not a directory\n");
  EXPECT_TRUE(is_link("L"));
  EXPECT_TRUE(exists("t/sub/g"));
}

TEST_F(ShellLinks, ChmodAndChownDoNotFollowLinksInATree) {
  std::filesystem::create_directories(root_ + "/x");
  link("../t", "x/to");
  link("../t/f", "x/file");
  EXPECT_EQ(run("chmod 755 t; chmod 644 t/f; chmod -R 700 x"), "0||");
  EXPECT_EQ(mode("t"), 0755u);
  EXPECT_EQ(mode("t/f"), 0644u);
  EXPECT_EQ(mode("x"), 0700u);
  EXPECT_EQ(run("chmod -R 750 L"), "0||") << "a link that is the operand is followed";
  EXPECT_EQ(mode("t"), 0750u);
  EXPECT_EQ(mode("t/f"), 0750u);
  EXPECT_EQ(run("chmod 600 D; chown root D"),
            "1||chmod: cannot operate on dangling symlink 'D'\n"
            "chown: cannot dereference 'D': No such file or directory\n");
}

TEST_F(ShellLinks, ChownOfATreeTakesALinkAndNotItsTarget) {
  if (::geteuid() != 0) GTEST_SKIP() << "owners are changed by root";
  EXPECT_EQ(run("chown -R 12345 L"), "0||");
  struct stat target {};
  struct stat itself {};
  ASSERT_EQ(::stat((root_ + "/t").c_str(), &target), 0);
  ASSERT_EQ(::lstat((root_ + "/L").c_str(), &itself), 0);
  EXPECT_EQ(target.st_uid, 0u);
  EXPECT_EQ(itself.st_uid, 12345u);
}

TEST_F(ShellLinks, CpCopiesLinksAsLinksAndEndsInACycle) {
  link("..", "t/up");
  link(".", "t/self");
  EXPECT_EQ(run("cp -r t u; cp -r L M; cp L/f N; cp -r D E"), "0||");
  EXPECT_TRUE(is_link("u/up"));
  EXPECT_TRUE(is_link("u/self"));
  EXPECT_TRUE(is_link("M"));
  EXPECT_FALSE(is_link("N"));
  EXPECT_TRUE(is_link("E"));
  EXPECT_EQ(run("cp -r L/ W; cat W/sub/g"), "0|g|");
  EXPECT_FALSE(is_link("W"));
}

TEST_F(ShellLinks, CpDoesNotCopyADirectoryIntoItself) {
  EXPECT_EQ(run("cp -r . a"), "1||cp: cannot copy a directory, '.', into itself, 'a'\n");
  EXPECT_TRUE(exists("a/t/sub/g"));
  EXPECT_FALSE(exists("a/a"));
  EXPECT_EQ(run("rm -r a; cp -r t L"), "1||cp: cannot copy a directory, 't', into itself, 'L/t'\n");
  EXPECT_TRUE(exists("t/t/f"));
  EXPECT_FALSE(exists("t/t/t"));
  EXPECT_EQ(run("cp -r . ."), "1||cp: '.' and './.' are the same file\n");
}

TEST_F(ShellLinks, CpAndMvKnowOneFileByTwoNames) {
  EXPECT_EQ(run("cp t/f L/f; mv t/f L/f; mv t L/u; cp t/f D"),
            "1||cp: 't/f' and 'L/f' are the same file\nmv: 't/f' and 'L/f' are the same file\n"
            "mv: cannot move 't' to a subdirectory of itself, 'L/u'\n"
            "cp: not writing through dangling symlink 'D'\n");
  EXPECT_TRUE(exists("t/f"));
  EXPECT_EQ(run("mv L K; mv D K/; ls t"), "0|D\nf\nsub\n|");
  EXPECT_TRUE(is_link("K"));
}

TEST_F(ShellLinks, LsShowsLinksAndFollowsAnOperand) {
  EXPECT_EQ(run("ls L; ls L/; ls -d L; ls D"), "0|f\nsub\nf\nsub\nL\nD\n|");
  EXPECT_THAT(run("ls -l L"), testing::HasSubstr(" L -> t\n"));
  EXPECT_THAT(run("ls -l"), testing::HasSubstr(" D -> nowhere\n"));
}

TEST_F(ShellLinks, TwoDotsAfterALinkLeadAboveItsTarget) {
  std::filesystem::create_directories(root_ + "/x/y");
  test_support::write_file(root_ + "/x/here", "right");
  test_support::write_file(root_ + "/here", "wrong");
  link("x/y", "Y");
  link("Y", "YY");
  link("/x/y", "Z");
  EXPECT_EQ(run("cat Y/../here YY/../here Z/../here Y/../../here ../../here; [ -f YY/../here ]"),
            "0|rightrightrightwrongwrong|");
  EXPECT_EQ(run("cd Y; cd ..; pwd"), "0|/\n|") << "cd goes by the names, as cd -L";
}

TEST_F(ShellLinks, TestLooksAtLinks) {
  EXPECT_EQ(run("[ -L L ] && [ -h D ] && [ ! -e D ] && [ -d L ] && [ ! -L L/ ] && [ t -ef L ]"), "0||");
}

}  // namespace
}  // namespace ringside::shell
