// tests/emulator/hosttools/keytool/run_jdk_lines_test.cpp - command lines whose exit status, output and errors were
// recorded from the keytool of JDK 17; the test itself needs no JDK.
//
// RINGSIDE_RECORD_JDK=1 records data/jdk17.txt again with the JDK's keytool, which must be installed.
#include <cstdlib>
#include <sstream>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"
#include "tests/emulator/hosttools/keytool/masked.hpp"
#include "tests/support/places.hpp"

namespace ringside {
namespace {

using test_support::KeytoolBench;
using test_support::masked;

/// Lines of one case work on the same files: a key store 's' with the EC key 'a', and its certificate 'a.pem'.
struct Case {
  struct Line {
    std::string words;     ///< as typed, with '...' around words that hold blanks; the input follows "<<<"
    std::string recorded;  ///< "status N" and the lines of both streams
  };
  std::vector<Line> lines;
};

std::filesystem::path data_file() {
  return test_support::source_folder() / "tests/emulator/hosttools/keytool/data/jdk17.txt";
}

std::vector<Case> cases() {
  std::vector<Case> found;
  bool starts_case = true;
  for (const std::string& line : base::lines(test_support::read_file(data_file().string()))) {
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      starts_case = true;
    } else if (line.starts_with("$ ")) {
      if (starts_case) found.emplace_back();
      starts_case = false;
      found.back().lines.push_back({line.substr(2), ""});
    } else {
      found.back().lines.back().recorded += line + "\n";
    }
  }
  return found;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  bool quoted = false, in_word = false;
  for (const char c : text) {
    if (c == '\'') {
      quoted = !quoted;
      if (!in_word) words.emplace_back();
      in_word = true;
    } else if (c == ' ' && !quoted) {
      in_word = false;
    } else {
      if (!in_word) words.emplace_back();
      in_word = true;
      words.back() += c;
    }
  }
  return words;
}

/// The words of a line, and its input with an end of line for each "|".
std::pair<std::string, std::string> words_and_input(const std::string& line) {
  const auto mark = line.find(" <<< ");
  if (mark == std::string::npos) return {line, ""};
  return {line.substr(0, mark), base::replace_all(line.substr(mark + 5), "|", "\n") + "\n"};
}

std::string stream_lines(const char* name, const std::string& text) {
  std::string lines;
  for (const std::string& line : base::lines(masked(text)))
    lines += std::string(name) + "|" + base::trim_right(line) + "\n";
  return lines;
}

std::string told(int status, const std::string& output, const std::string& errors) {
  return "status " + std::to_string(status) + "\n" + stream_lines("out", output) + stream_lines("err", errors);
}

void prepare(KeytoolBench& bench) {
  ASSERT_EQ(bench.run("-genkeypair -alias a -keyalg EC -dname CN=a,O=Org -keystore s -storepass changeit").status, 0);
  ASSERT_EQ(bench.run("-exportcert -rfc -alias a -file a.pem -keystore s -storepass changeit").status, 0);
}

std::string run_here(KeytoolBench& bench, const std::string& line) {
  const auto [words, input] = words_and_input(line);
  const auto result = bench.run(words_of(words), input);
  return told(result.status, result.output, result.errors);
}

std::string run_jdk(KeytoolBench& bench, const std::string& line) {
  const auto [words, input] = words_and_input(line);
  bench.put("in", input);
  const auto result = bench.real("keytool -J-Duser.timezone=UTC -J-XX:TieredStopAtLevel=1 " + words + " <in 2>err");
  const std::string told_by_jdk = told(result.status, result.output, bench.content("err"));
  std::filesystem::remove(bench.path("in"));
  std::filesystem::remove(bench.path("err"));
  return told_by_jdk;
}

void record() {
  std::ostringstream text;
  text << "# Recorded from the keytool of JDK 17 by run_jdk_lines_test.cpp; lines of a case share their files.\n";
  for (const Case& each : cases()) {
    KeytoolBench bench;
    prepare(bench);
    text << "\n";
    for (const Case::Line& line : each.lines) text << "$ " << line.words << "\n" << run_jdk(bench, line.words);
  }
  test_support::write_file(data_file().string(), text.str());
}

TEST(JdkLines, EachIsAnsweredAsTheJdkAnswersIt) {
  if (std::getenv("RINGSIDE_RECORD_JDK") != nullptr) record();
  const auto recorded = cases();
  ASSERT_GT(recorded.size(), 50u);
  for (const Case& each : recorded) {
    KeytoolBench bench;
    prepare(bench);
    for (const Case::Line& line : each.lines) EXPECT_EQ(run_here(bench, line.words), line.recorded) << line.words;
  }
}

}  // namespace
}  // namespace ringside
