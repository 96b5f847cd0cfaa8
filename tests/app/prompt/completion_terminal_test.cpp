// tests/app/prompt/completion_terminal_test.cpp - the tab key at a terminal, on a lab that commands have filled.
#include <gmock/gmock.h>

#include "tests/app/run_at_a_terminal.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::RunAtATerminal;

class TabKey : public testing::Test {
 protected:
  TabKey() {
    const auto made =
        run_ringside({"--lab", lab_, "tso", "ADDUSER IZUSVR NOPASSWORD",
                      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Our CA')) WITHLABEL('Our first CA') NISTECC",
                      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('s')) WITHLABEL('Server of izu') NISTECC",
                      "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring)", "RDEFINE FACILITY ZEBRA.CROSSING",
                      "RACDCERT CERTAUTH EXPORT(LABEL('Our first CA')) DSN('SATURN.CERT.B64')"});
    EXPECT_EQ(made.status, 0) << made.out << made.error;
    shell_.emplace(std::vector<std::string>{"--lab", lab_, "shell", "--history", "none"});
    EXPECT_TRUE(shell_->shows("READY"));
  }

  /// Types the keys, whose last one is the tab key, and expects `completed` to appear: what the line did not have yet
  /// and what the echo of the keys does not hold.
  /// Drops the line.
  void expect(const std::string& keys, const std::string& completed) {
    ASSERT_TRUE(shell_->takes_keys());
    shell_->type(keys);
    EXPECT_TRUE(shell_->shows(completed)) << keys << " does not show " << completed << " in " << shell_->screen();
    shell_->type("\x03");
    ASSERT_TRUE(shell_->shows("READY")) << shell_->screen();
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("a.lab");
  std::optional<RunAtATerminal> shell_;
};

TEST_F(TabKey, CompletesWhatTheLabHas) {
  expect("RACDCERT CERTAUTH LIST(LABEL('Our\t", "first CA'");
  expect("RACDCERT ID(IZUSVR) LIST(LABEL(se\t", "'Server of izu'");
  expect("RACDCERT ID(IZ\t", "USVR");
  expect("RACDCERT ID(IZUSVR) LISTRING(izu\t", "IZUKeyring");
  expect("LISTUSER IZ\t", "USVR");
  expect("RLIST FACIL\t", "ITY");
  expect("RLIST FACILITY ZEB\t", "RA.CROSSING ");
  expect("RACDCERT CERTAUTH ADD('SAT\t", "URN.CERT.B64'");
  expect("HELP RACDCERT ROLL\t", "OVER");
}

TEST_F(TabKey, CompletesCommandsOfThePrompt) {
  expect(":trus\t", "t ");
  expect(":lab sh\t", "ow ");
  expect(":trust --veri\t", "fy-host");
  expect(":system SY\t", "S1");
  expect(":user IZ\t", "USVR");
}

}  // namespace
}  // namespace ringside::app
