// tests/app/readme_test.cpp - the commands of README.md's "One minute" show what the page prints.
#include <map>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/places.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::source_folder;
using testing::HasSubstr;
using testing::Not;

/// A command of the page and the lines that the page prints below it.
struct Shown {
  std::string command;
  std::vector<std::string> lines;
};

std::vector<Shown> one_minute() {
  const std::string page = read_file(source_folder() / "README.md");
  const std::size_t from = page.find("## One minute\n");
  std::vector<Shown> all;
  for (std::string line : base::lines(page.substr(from, page.find("\n## Using it", from) - from))) {
    if (!line.starts_with("    ")) continue;
    line = line.substr(4);
    if (line.starts_with("$ ringside "))
      all.push_back({line.substr(11), {}});
    else if (all.back().command.ends_with("\\"))
      all.back().command = all.back().command.substr(0, all.back().command.size() - 1) + base::trim(line);
    else
      all.back().lines.push_back(line);
  }
  return all;
}

/// The words of a command line; a word in double quotes is one. "> FILE" is left out.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  const std::regex word(R"re("([^"]*)"|(\S+))re");
  const std::string line = command.substr(0, command.find(" > "));
  for (std::sregex_iterator at(line.begin(), line.end(), word), end; at != end; ++at)
    words.push_back((*at)[1].matched ? (*at)[1] : (*at)[2]);
  return words;
}

class Readme : public testing::Test {
 protected:
  test_support::Run play(const std::string& command) {
    std::vector<std::string> words = words_of(command);
    for (std::string& word : words) {
      if (word.starts_with("scenarios/")) word = (source_folder() / word).string();
      if (word == "plex.lab" || word == "saturn.pem") word = folder_.file(word);
    }
    return test_support::run_ringside(words);
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(Readme, OneMinuteShowsThePagesLines) {
  std::size_t matrices = 0;
  for (const Shown& shown : one_minute()) {
    const auto result = play(shown.command);
    const std::string all = result.out + result.error;
    if (shown.command.ends_with(" trust")) ++matrices;
    for (const std::string& line : shown.lines)
      if (line != "..." && !line.starts_with("IRRD109I")) EXPECT_THAT(all, HasSubstr(line)) << shown.command;
    if (shown.lines.empty() && !shown.command.ends_with(" trust")) EXPECT_LT(result.status, 8) << shown.command << all;
    if (matrices == 2) {
      EXPECT_THAT(all, HasSubstr("  PRIMARY          -            trusted\n"));
      EXPECT_THAT(all, HasSubstr("  SYSX             not on ring  -\n"));
      EXPECT_THAT(all, Not(HasSubstr("8/8/8")));
    }
  }
  EXPECT_EQ(matrices, 2u);
}

}  // namespace
}  // namespace ringside::app
