// tests/emulator/hosttools/openssl/openssl_bench.hpp - a host in memory, and openssl transcripts played on it.
#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "tests/support/places.hpp"

namespace ringside::openssl {

/// The root directory holds the files of given_files.txt, which the real openssl 3.0 made.
///
/// A transcript has a line "$ ARGUMENTS" for each command, or "$ ARGUMENTS <<INPUT" with "\n" for the line ends of
/// standard input. Behind it stand the lines of standard output, those of standard error after "2> ", and "[STATUS]"
/// unless it is 0; blanks at the end of a line are dropped. "$ ls" prints mode and name of each file that a command
/// made, "$ cat FILE" its content.
class OpensslBench : public testing::Test {
 protected:
  OpensslBench() {
    lab_.add_system(system_);
    lab_.set_seed("openssl");
    give_files();
  }

  /// Plays the commands of a transcript; they must print what it says.
  void expect(const std::string& transcript, Personality personality = Personality::v3_0) {
    EXPECT_EQ(play(transcript, personality), transcript.substr(transcript.find('$')));
  }

  std::string play(const std::string& transcript, Personality personality = Personality::v3_0) {
    std::string played;
    for (const std::string& line : base::lines(transcript))
      if (line.starts_with("$ ")) played += line + "\n" + shown(line.substr(2), personality);
    return played;
  }

  std::string content(const std::string& path) {
    const auto read = files_.read(path);
    return read ? base::to_text(*read) : "refused: " + host::file_error_text(read.error());
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"HOST", "distributed", "", "HOST", 0};
  host::LabFiles files_{lab_, system_, "root"};
  std::map<std::string, std::string> variables_{{"SECRET", "secret"}};
  host::Network* network_ = nullptr;

 private:
  /// Writes the files of given_files.txt. A file begins behind a line "== NAME", or "== NAME in base64".
  void give_files() {
    std::ifstream text(test_support::source_folder() / "tests/emulator/hosttools/openssl/given_files.txt");
    std::map<std::string, std::string> found;
    for (std::string line, name; std::getline(text, line);)
      if (line.starts_with("== "))
        name = line.substr(3);
      else
        found[name] += line + "\n";
    for (const auto& [title, content] : found) {
      given_.push_back(title.substr(0, title.find(' ')));
      const bool coded = title.ends_with(" in base64");
      (void)files_.write("/" + given_.back(), coded ? *crypto::decode_base64(content) : base::to_bytes(content));
    }
  }

  static std::string with_marks(const std::string& text, const std::string& mark) {
    std::string marked;
    for (const std::string& line : base::lines(text)) marked += base::trim_right(mark + line) + "\n";
    return marked;
  }

  std::string made_files() {
    std::string text;
    const auto names = files_.list("/");
    for (const std::string& name : *names)
      if (std::find(given_.begin(), given_.end(), name) == given_.end())
        text += fmt::format("{:o} {}{}\n", files_.status("/" + name)->mode, name,
                            content("/" + name).empty() ? " empty" : "");
    return text;
  }

  std::string shown(const std::string& command, Personality personality) {
    if (command == "ls") return made_files();
    if (command.starts_with("cat ")) return with_marks(content("/" + command.substr(4)), "");
    const std::size_t mark = command.find(" <<");
    const std::string input = mark == std::string::npos ? "" : command.substr(mark + 3);
    host::TextStreams streams(base::replace_all(input, "\\n", "\n"));
    host::Process process{lab_, system_, "root", files_, streams, "/", variables_, network_};
    const int status = run(base::split(command.substr(0, mark), ' '), process, personality);
    return with_marks(streams.output(), "") + with_marks(streams.errors(), "2> ") +
           (status == 0 ? "" : fmt::format("[{}]\n", status));
  }

  std::vector<std::string> given_;
};

}  // namespace ringside::openssl
