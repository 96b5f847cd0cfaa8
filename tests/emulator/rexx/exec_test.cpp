// tests/emulator/rexx/exec_test.cpp - execs in their process: what they can do, and what they cannot.
#include "emulator/rexx/exec.hpp"

#include <algorithm>
#include <filesystem>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"

namespace ringside::rexx {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Answers each command with its first word as RC, and keeps what it is told.
class Recorder final : public Host {
 public:
  int command(const std::string& environment, const std::string& text, WaitingExec& exec) override {
    commands.push_back(environment + ": " + text);
    if (text == "FILL") exec.set({"LINE.1", "one", "LINE.2", "two", "LINE.0", "2"});
    if (text == "LOOK") seen = exec.fetch({"A", "LINE.I", "NONE"});
    if (text == "TAKE") stack = exec.take_stack();
    if (text == "GIVE") exec.queue({"q1", "q2"});
    return text == "EIGHT" ? 8 : text == "NOTHERE" ? -3 : 0;
  }
  [[nodiscard]] std::string reason_to_end() const override { return commands.size() > 900 ? "it is enough" : ""; }
  FunctionAnswer function(const std::string& name, CallType /*type*/, const Arguments& arguments,
                          WaitingExec& /*exec*/) override {
    if (name == "WRONG") return {FunctionAnswer::Kind::bad_call, {}};
    if (name != "JOINED") return {};
    std::string all;
    for (const auto& argument : arguments) all += "<" + argument.value_or("left out") + ">";
    return {FunctionAnswer::Kind::returned, all};
  }
  void say(const std::string& line) override { said.push_back(line); }
  void show_trace(const std::string& line) override { said.push_back(line); }
  void remark(const std::string& text) override { remarks.push_back(text); }
  std::optional<std::string> pull() override {
    if (typed.empty()) return std::nullopt;
    std::string line = typed.front();
    typed.erase(typed.begin());
    return line;
  }

  Lines commands, said, remarks, typed, stack;
  std::vector<std::optional<std::string>> seen;
};

Call exec_of(const std::string& source) {
  return {.name = "TRY",
          .origin = "SYSEXEC ? ? TSO TSO/E ?",
          .source = source,
          .user = "IBMUSER",
          .clock = std::chrono::local_days(std::chrono::year(2013) / 5 / 17) + std::chrono::hours(12)};
}

/// What the exec says.
Lines said_by(const std::string& source) {
  Recorder host;
  run(exec_of(source), {}, host);
  return host.said;
}

/// Why Ringside ends the exec, with one second of processor time.
std::string end_of(const std::string& source, Recorder& host) {
  return run(exec_of(source), {}, host, {.cpu_seconds = 1}).broken_by;
}

TEST(RexxExec, ReturnsTheValueOfExit) {
  Recorder host;
  EXPECT_EQ(run(exec_of("exit 4\n"), {}, host).result, "4");
  EXPECT_EQ(run(exec_of("say 'x'\n"), {}, host).result, std::nullopt);
}

TEST(RexxExec, SendsCommandsToItsHostAndGetsTheirReturnCodes) {
  Recorder host;
  run(exec_of("'EIGHT'; say rc; 'NOTHERE'; say rc; address mvs 'GOOD'; say rc\n"), {}, host);
  EXPECT_THAT(host.commands, ElementsAre("TSO: EIGHT", "TSO: NOTHERE", "MVS: GOOD"));
  EXPECT_THAT(host.said, ElementsAre("8", "       *-* 'NOTHERE'", "       +++ RC(-3) +++", "-3", "0"));
}

TEST(RexxExec, LetsItsHostReadAndSetVariables) {
  Recorder host;
  run(exec_of("'FILL'; say line.0 line.1 line.2; a = 'A value'; i = 2; 'LOOK'\n"), {}, host);
  EXPECT_THAT(host.said, ElementsAre("2 one two"));
  EXPECT_THAT(host.seen, ElementsAre("A value", "two", std::nullopt));
}

TEST(RexxExec, SharesItsStackWithItsHost) {
  Recorder host;
  const Outcome outcome =
      run(exec_of("pull x; say x; push 'top'; 'TAKE'; 'GIVE'; say queued(); pull y; say y\n"), {"given", "more"}, host);
  EXPECT_THAT(host.said, ElementsAre("GIVEN", "2", "Q1"));
  EXPECT_THAT(host.stack, ElementsAre("top", "more"));
  EXPECT_THAT(outcome.stack, ElementsAre("q2"));
}

TEST(RexxExec, ReadsTheTerminalWhenItsStackIsEmpty) {
  Recorder host;
  host.typed = {"my answer"};
  run(exec_of("parse pull x; say x; pull y; say '<'y'>'\n"), {}, host);
  EXPECT_THAT(host.said, ElementsAre("my answer", "<>"));
}

TEST(RexxExec, CallsFunctionsOfItsHost) {
  EXPECT_THAT(said_by("say joined('a',,'c')\ncall joined 'x'\nsay result\n"), ElementsAre("<a><left out><c>", "<x>"));
  EXPECT_THAT(said_by("x = wrong(1)\n"),
              ElementsAre("     1 +++ x = wrong(1)", "IRX0040I Error running TRY, line 1: Incorrect call to routine"));
}

TEST(RexxExec, SeesTheUserAndTheClockOfTheLab) {
  EXPECT_THAT(said_by("say userid() date('S') time() date('D')\n"), ElementsAre("IBMUSER 20130517 12:00:00 137"));
}

TEST(RexxExec, ReadsTheNotSignAndTheLineEndsOfOtherSystems) {
  EXPECT_THAT(said_by("\uFEFF/* REXX */\r\nif 1 \u00AC= 2 then say 'differ'\r\nif \u00AC(0) then say 'true'\r\n"),
              ElementsAre("differ", "true"));
}

TEST(RexxExec, TrapsConditions) {
  EXPECT_THAT(said_by("signal on error; 'EIGHT'; exit; error: say 'error' rc sigl\n"), ElementsAre("error 8 1"));
  EXPECT_THAT(said_by("call on error name e; 'EIGHT'; say 'on'; exit; e: say condition('C'); return\n"),
              ElementsAre("ERROR", "on"));
  EXPECT_THAT(said_by("signal on syntax; x = linein('a'); exit; syntax: say rc errortext(rc)\n"),
              ElementsAre("43 Routine not found"));
}

TEST(RexxExec, SaysErrorsInTheWordsOfTso) {
  Recorder host;
  const Outcome outcome = run(exec_of("say 1\nx = 1/0\n"), {}, host);
  EXPECT_EQ(outcome.error, 42);
  EXPECT_THAT(host.said, ElementsAre("1", "     2 +++ x = 1/0",
                                     "IRX0042I Error running TRY, line 2: Arithmetic overflow/underflow"));
  EXPECT_THAT(host.remarks, ElementsAre("TRY line 2: Arithmetic overflow; divisor must not be zero"));
}

TEST(RexxExec, TellsAnErrorThatIsFoundBeforeTheStart) {
  Recorder host;
  EXPECT_EQ(run(exec_of("say 1\n/* no end\n"), {}, host).error, 6);
  EXPECT_THAT(host.said, testing::Contains("IRX0006I Error running TRY, line 1: Unmatched \"/*\" or quote"));
}

TEST(RexxExec, TracesWithTheReturnCodeInParentheses) {
  EXPECT_THAT(said_by("trace c\n'EIGHT'\n"), ElementsAre("     2 *-* 'EIGHT'", "       +++ RC(8) +++"));
}

TEST(RexxExec, ShowsOnlyCommandsThatFailIfItDoesNotTrace) {
  EXPECT_THAT(said_by("'EIGHT'\n'NOTHERE'\nsay 'on'\n"),
              ElementsAre("     2 *-* 'NOTHERE'", "       +++ RC(-3) +++", "on"));
}

TEST(RexxExec, HasNoFunctionsForFiles) {
  for (const char* call : {"linein('/etc/passwd')", "stream('/etc/passwd','C','QUERY EXISTS')", "lines('/etc/passwd')",
                           "charin('/etc/passwd')", "getenv('HOME')"}) {
    const auto said = said_by("say " + std::string(call) + "\n");
    ASSERT_THAT(said, SizeIs(2)) << call;
    EXPECT_EQ(said[0], "     1 +++ say " + std::string(call));
    EXPECT_EQ(said[1], "IRX0043I Error running TRY, line 1: Routine not found");
  }
}

// A quoted name is looked for among the built-in functions first, so that the kernel must refuse.
TEST(RexxExec, ReadsAndWritesNoFile) {
  EXPECT_THAT(said_by("say '<'||'LINEIN'('/etc/passwd')||'>' '<'||'STREAM'('/etc/passwd','C','QUERY EXISTS')||'>'\n"),
              ElementsAre("<> <>"));
  const test_support::TemporaryDirectory directory;
  said_by("call 'LINEOUT' '" + directory.file("made") + "', 'x'; call 'CHAROUT' '" + directory.file("made") +
          "', 'x'\n");
  EXPECT_FALSE(std::filesystem::exists(directory.file("made")));
}

TEST(RexxExec, HasNoEnvironment) {
  EXPECT_THAT(said_by("say '<'value('HOME',,'SYSTEM')'>' '<'value('PATH',,'ENVIRONMENT')'>'\n"), ElementsAre("<> <>"));
}

TEST(RexxExec, StartsNoProgram) {
  const test_support::TemporaryDirectory directory;
  const std::string file = directory.file("made");
  for (const char* environment : {"system", "command", "path", "cmd"}) {
    Recorder host;
    run(exec_of("address " + std::string(environment) + " 'touch " + file + "'\n"), {}, host);
    EXPECT_FALSE(std::filesystem::exists(file)) << environment;
  }
  Recorder host;
  run(exec_of("x = 'POPEN'('touch " + file + "')\n"), {}, host);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(RexxExec, LoadsNoLibrary) {
  EXPECT_THAT(said_by("x = 'RXFUNCADD'('SysLoadFuncs', 'regutil', 'sysloadfuncs'); call SysLoadFuncs; say 'loaded'\n"),
              testing::Not(testing::Contains("loaded")));
}

TEST(RexxExec, ConnectsToNobody) {
  const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  ASSERT_EQ(::bind(server, reinterpret_cast<sockaddr*>(&address), length), 0);
  ASSERT_EQ(::listen(server, 1), 0);
  ASSERT_EQ(::getsockname(server, reinterpret_cast<sockaddr*>(&address), &length), 0);
  const std::string queue = "Q@127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  Recorder host;
  run(exec_of("x = 'RXQUEUE'('Set', '" + queue + "'); queue 'line'\n"), {}, host, {.cpu_seconds = 1});
  EXPECT_EQ(::accept(server, nullptr, nullptr), -1) << "the exec has connected";
  ::close(server);
}

TEST(RexxExec, IsEndedWhenItLoopsWithoutEnd) {
  Recorder host;
  EXPECT_THAT(end_of("say 'begun'; do forever; end\n", host), HasSubstr("processor time"));
  EXPECT_THAT(host.said, ElementsAre("begun"));
}

TEST(RexxExec, IsEndedWhenItCallsItselfWithoutEnd) {
  Recorder host;
  const Outcome outcome =
      run(exec_of("call f 1\nexit\nf: procedure; arg n\n return f(n + 1)\n"), {}, host, {.cpu_seconds = 5});
  EXPECT_TRUE(outcome.error == 5 || outcome.error == 11 || outcome.broken_by.find("memory") != std::string::npos)
      << outcome.error << outcome.broken_by;
}

TEST(RexxExec, IsEndedWhenItsValuesGrowWithoutEnd) {
  for (const char* source :
       {"x = copies('x', 2000000000)\n", "x = 'a'; do forever; x = x || x; end\n",
        "do n = 1; queue copies('x', 60000); end\n", "do n = 1; s.n = copies('x', 60000); end\n"}) {
    Recorder host;
    const Outcome outcome = run(exec_of(source), {}, host, {.cpu_seconds = 5});
    EXPECT_TRUE(outcome.error == 5 || !outcome.broken_by.empty()) << source;
  }
}

TEST(RexxExec, IsEndedWhenItPrintsWithoutEnd) {
  Recorder host;
  EXPECT_THAT(run(exec_of("do forever; say 'x'; end\n"), {}, host, {.output = 10'000}).broken_by,
              HasSubstr("printed more"));
  EXPECT_LT(host.said.size(), 1'000u);
}

TEST(RexxExec, IsEndedWhenItIssuesCommandsWithoutEnd) {
  Recorder host;
  EXPECT_THAT(run(exec_of("do forever; 'X'; end\n"), {}, host, {.requests = 100}).broken_by,
              HasSubstr("more than 100"));
  EXPECT_THAT(host.commands, SizeIs(100));
  EXPECT_EQ(end_of("do forever; 'X'; end\n", host), "it is enough");
}

TEST(RexxExec, LeavesItsHostUnhurtWhateverItsBytes) {
  for (const std::string& source : {std::string("\0\1\2\377", 4), std::string(100'000, '('), std::string("/*"),
                                    std::string("interpret copies('do;', 20000)"), std::string()}) {
    Recorder host;
    run(exec_of(source), {}, host, {.cpu_seconds = 2});
    EXPECT_THAT(host.commands, IsEmpty());
  }
}

}  // namespace
}  // namespace ringside::rexx
