// tests/hostile/inputs_test.cpp - what a megabyte of every kind of input costs the program: a second of CPU, 256 MB.
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/support/bounded.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside {
namespace {

using namespace std::string_literals;

constexpr std::size_t mebibyte = 1u << 20;
constexpr double most_seconds = 2.0;  // of CPU: one on a quiet machine, twice that beside other work
constexpr long most_kilobytes = 256L * 1024;
constexpr rlim_t killed_after = 20;  // seconds

std::string filled(const std::string& part, std::size_t size = mebibyte) {
  std::string text;
  while (text.size() < size) text += part;
  text.resize(size);
  return text;
}

/// Lines made from their numbers, a mebibyte of them or `most`.
std::string numbered(const std::function<std::string(int)>& line, int most = 1'000'000) {
  std::string text;
  for (int number = 0; number < most && text.size() < mebibyte; ++number) text += line(number);
  return text;
}

const std::string job = "//J JOB\n", step = "//J JOB\n//S EXEC PGM=IKJEFT01\n";

/// Each nests one more call of the next procedure, or two.
std::string procedures(int count, bool twice) {
  const auto procedure = [&](int n) {
    const std::string second = twice ? fmt::format("//T EXEC P{}\n", n + 1) : "";
    return fmt::format("//P{} PROC\n//S EXEC P{}\n{}// PEND\n", n, n + 1, second);
  };
  return job + numbered(procedure, count) + "//S EXEC P0\n";
}

std::string aliases_of_aliases() {
  const auto row = [](int n) { return fmt::format("b{}: &b{} [*b{}, *b{}, *b{}, *b{}]\n", n + 1, n + 1, n, n, n, n); };
  return "b0: &b0 [x, x, x, x]\n" + numbered(row, 20);
}

std::string entities_of_entities() {
  const auto row = [](int n) { return fmt::format("<!ENTITY a{} \"&a{};&a{};&a{};\">", n + 1, n, n, n); };
  return "<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaa\">" + numbered(row, 20) + "]><workflow>&a20;</workflow>";
}

struct Input {
  const char* name;
  const char* words;  ///< '@' is the file, '<' stands for standard input
  std::string content;
};
void PrintTo(const Input& input, std::ostream* out) {
  *out << input.words;
}

std::vector<Input> commands() {
  return {
      {"UnknownCommands", "tso <", filled("XYZZY\n")},
      {"CommandsOfOneLetter", "tso <", filled("A\n")},
      {"BlankLines", "tso <", filled("\n")},
      {"Comments", "tso <", filled("/* x */ A\n")},
      {"Continuations", "tso <", filled("A -\n")},
      {"Parentheses", "tso <", "RACDCERT " + filled("(")},
      {"Quotes", "tso <", "RACDCERT LABEL(" + filled("''")},
      {"OperandsAgain", "tso <", "RACDCERT ID(A) GENCERT " + filled("TRUST ")},
      {"ALongLabel", "tso <", "RACDCERT ID(A) LIST(LABEL('" + filled("x") + "'))"},
      {"ManyUsersAtOnce", "tso <", "ADDUSER (" + filled("ABCDEFG ") + ")"},
      {"ManyUsers", "tso <", numbered([](int n) { return fmt::format("ADDUSER U{}\n", n); })},
      {"ManyProfiles", "tso <", numbered([](int n) { return fmt::format("RDEFINE FACILITY P{} UACC(READ)\n", n); })},
      {"AFilterOfManyStars", "tso <", "SEARCH CLASS(USER) FILTER(" + filled("A*", 240) + ")"},
      {"FiltersOfManyStars", "tso <", filled("SEARCH CLASS(USER) FILTER(" + filled("A*", 120) + ")\n")},
      {"Listings", "tso <", filled("LISTUSER *\n")},
  };
}

std::vector<Input> jobs() {
  return {
      {"JobCards", "run @", filled(job)},
      {"TinyJobs", "run @", filled(job + "//S EXEC PGM=IEFBR14\n")},
      {"OpenIfs", "run @", job + filled("// IF RC=0 THEN\n")},
      {"SymbolsThatGrow", "run @", job + "// SET A=XX\n" + filled("// SET A=&A&A\n")},
      {"ManyDds", "run @", step + filled("//D DD DUMMY\n")},
      {"CommandsInAStep", "run @", step + "//SYSTSIN DD *\n" + filled("A\n")},
      {"ProceduresInProcedures", "run @", procedures(20'000, false)},
      {"ProceduresThatDouble", "run @", procedures(15, true)},
      {"ContinuedCards", "run @", "//J JOB " + filled("A,\n//  ")},
      {"Nuls", "run @", std::string(mebibyte, '\0')},
      {"HighOctets", "run @", filled("\xFF")},
      {"Rexx", "run @", "/* REXX */\n" + filled("\"A\"\n")},
      {"Tsocmd", "run @", filled("tsocmd \"A\"\n")},
      {"Workflow", "run @", "<workflow>" + filled("<step name=\"a\"/>") + "</workflow>"},
      {"NestedWorkflow", "run @", "<workflow>" + filled("<step>")},
      {"EntitiesOfEntities", "run @", entities_of_entities()},
  };
}

std::vector<Input> scripts_and_scenarios() {
  return {
      {"ShellCommands", "sh @", filled("echo a\n")},
      {"Substitutions", "sh @", "echo " + filled("$(")},
      {"Pipes", "sh @", "echo a" + filled("|cat")},
      {"ValuesThatGrow", "sh @", "a=xxxxxxxx\n" + filled("a=$a$a\n")},
      {"HereDocuments", "sh @", filled("cat <<E\na\nE\n")},
      {"Stars", "sh @", "echo " + filled("*")},
      {"OpenBraces", "sh @", filled("{ ")},
      {"YamlKeys", "test @", numbered([](int n) { return fmt::format("k{}: 1\n", n); }, 100'000)},
      {"NestedLists", "test @", filled("[")},
      {"NestedMaps", "test @", filled("{a: ")},
      {"AliasesOfAliases", "test @", aliases_of_aliases()},
      {"YamlSteps", "test @", "systems: [{name: A}]\nsteps:\n" + filled("  - tso: A\n")},
      {"YamlSystems", "test @", "systems:\n" + numbered([](int n) { return fmt::format("  - {{name: S{}}}\n", n); })},
  };
}

std::vector<Input> foreign_files() {
  const std::string begin = "-----BEGIN CERTIFICATE-----\n";
  return {
      {"NestedDer", "keytool -printcert -file @", filled("\x30\x80")},
      {"NestedDerWithLengths", "keytool -printcert -file @", filled("\x30\x84\x00\x0F\xFF\xF0"s)},
      {"ManyBegins", "keytool -printcert -file @", filled(begin)},
      {"BadBase64", "keytool -printcert -file @", begin + filled("A")},
      {"AStoreOfNothing", "keytool -list -keystore @ -storepass password", filled("\xFE\xED\xFE\xED"s)},
      {"BrokenRequests", "openssl req -in @ -text", filled("-----BEGIN CERTIFICATE REQUEST-----\n")},
      {"NestedKey", "openssl rsa -inform DER -in @", filled("\x30\x80")},
      {"OpensslConfiguration", "openssl req -new -config @ -nodes -keyout k -out o -subj /CN=a", filled("[a]\nb=$c\n")},
      {"Whose", "whois @", filled("A")},
      {"CsvRows", "issue --csv @", "label,cn\n" + filled("a,b\n")},
      {"AnOpenQuoteInCsv", "issue --csv @", "label,cn\n\"" + filled("a,b\n")},
      {"ALabOfHeads", "--lab @ lab show", filled("SQLite format 3\0"s)},
  };
}

std::string printed_name(const testing::TestParamInfo<Input>& info) {
  return info.param.name;
}

class HostileInput : public testing::TestWithParam<Input> {
 protected:
  void write(const std::string& content) const { test_support::write_file(path(), content); }

  /// Becomes the program, in the folder of the test.
  void run(const std::string& words) const {
    std::vector<std::string> arguments{RINGSIDE_BINARY, "--key-cache", "none"};
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string word = words.substr(at, end - at);
      if (word != "<") arguments.push_back(word == "@" ? path() : word);
      at = end + 1;
    }
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    const bool reads_input = words.ends_with('<');
    ::dup2(::open(reads_input ? path().c_str() : "/dev/null", O_RDONLY), STDIN_FILENO);
    const int output = ::open(directory_.file("said").c_str(), O_WRONLY | O_CREAT, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    if (::chdir(directory_.path().c_str()) == 0) ::execv(RINGSIDE_BINARY, pointers.data());
    ::_exit(127);
  }

 private:
  [[nodiscard]] std::string path() const { return directory_.file("input"); }

  test_support::TemporaryDirectory directory_;
};

TEST_P(HostileInput, CostsASecondAndAQuarterOfAGibibyteAtMost) {
  write(GetParam().content);
  const auto spent = test_support::spent_on([this] { run(GetParam().words); }, killed_after);
  EXPECT_LT(spent.status, 128) << "killed by a signal";
  EXPECT_NE(spent.status, 127) << "not started";
  EXPECT_LT(spent.cpu_seconds, most_seconds);
  EXPECT_LT(spent.grown_kilobytes, most_kilobytes);
}

INSTANTIATE_TEST_SUITE_P(Commands, HostileInput, testing::ValuesIn(commands()), printed_name);
INSTANTIATE_TEST_SUITE_P(Jobs, HostileInput, testing::ValuesIn(jobs()), printed_name);
INSTANTIATE_TEST_SUITE_P(Scripts, HostileInput, testing::ValuesIn(scripts_and_scenarios()), printed_name);
INSTANTIATE_TEST_SUITE_P(Files, HostileInput, testing::ValuesIn(foreign_files()), printed_name);

}  // namespace
}  // namespace ringside
