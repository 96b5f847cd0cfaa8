// tests/app/output/terminal_text_terminal_test.cpp - a terminal obeys nothing that comes from a file or a name.
#include <gmock/gmock.h>

#include "tests/app/run_at_a_terminal.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::RunAtATerminal;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string evil =
    "\x1b[2Jx\u009b31m\u202ey\u200b\x9b"
    "7m\x7f";

class AtATerminal : public testing::Test {
 protected:
  /// What the terminal gets.
  static std::string screen(const std::vector<std::string>& arguments) {
    RunAtATerminal program(arguments);
    (void)program.status();
    return program.screen();
  }
  static void expect_harmless(const std::string& screen) {
    EXPECT_THAT(screen, HasSubstr("\\u001b[2Jx\\u009b31m\\u202ey\\u200b\\x9b7m\\u007f"));
    for (const char* raw : {"\x1b[2J", "\u009b", "\u202e", "\u200b", "\x7f"}) EXPECT_THAT(screen, Not(HasSubstr(raw)));
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(AtATerminal, FilesAreShownEscapedAndAPipeGetsTheirOctets) {
  test_support::write_file(folder_.file("evil"), evil + "\n");
  test_support::write_file(folder_.file("script"), "cat evil; cat evil >&2");
  const std::vector<std::string> words = {"sh", "--root", folder_.path().string(), folder_.file("script")};
  expect_harmless(screen(words));
  EXPECT_EQ(run_ringside(words).out, evil + "\n");
  EXPECT_EQ(run_ringside(words).error, evil + "\n");
}

TEST_F(AtATerminal, ErrorsOfOurOwnAreEscaped) {
  const std::string seen = screen({"test", folder_.file("no" + evil)});
  EXPECT_THAT(seen, AllOf(HasSubstr("\\u202e"), Not(HasSubstr("\u202e")), Not(HasSubstr("\x1b[2J"))));
}

TEST_F(AtATerminal, NamesInCertificatesAreEscaped) {
  const std::string store = folder_.file("s.p12");
  ASSERT_EQ(run_ringside({"keytool", "-genkeypair", "-alias", "a\u202eb", "-keyalg", "EC", "-dname",
                          "CN=x\x1b[2J\u202e", "-keystore", store, "-storepass", "changeit"})
                .status,
            0);
  const std::string seen = screen({"keytool", "-list", "-v", "-keystore", store, "-storepass", "changeit"});
  EXPECT_THAT(seen, AllOf(HasSubstr("\\u202e"), Not(HasSubstr("\u202e")), Not(HasSubstr("\x1b[2J"))));
}

TEST_F(AtATerminal, TheSpoolIsEscaped) {
  test_support::write_file(folder_.file("job"),
                           "//A JOB 1,'\u202e\u009b31m'\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n"
                           "//SYSTSIN DD *\n LISTUSER \u202e\u009b31m\n/*\n");
  const std::string seen = screen({"run", folder_.file("job")});
  EXPECT_THAT(seen, AllOf(HasSubstr("\\u202e"), Not(HasSubstr("\u202e")), Not(HasSubstr("\u009b"))));
}

}  // namespace
}  // namespace ringside::app
