// tests/app/commands/transfer_command_test.cpp - put, get and transfer between real files, data sets and files of
// hosts.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "emulator/database/store.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::write_file;
using testing::HasSubstr;

class TransferCommand : public testing::Test {
 protected:
  TransferCommand() {
    test_support::run_ringside({"--date", "2013-05-17", "lab", "new", lab_, "--add", "SYSA", "--add", "WEB:distributed",
                                "--add", "AS400:ibmi"});
    write_file(text_, "first line\nÄ second\n");
    for (int i = 0; i < 256; ++i) octets_ += static_cast<char>(i);
    write_file(binary_, octets_);
  }
  test_support::Run lab(std::vector<std::string> words, const std::string& input = "") {
    words.insert(words.begin(), {"--lab", lab_});
    return test_support::run_ringside(words, input);
  }
  void done(const std::vector<std::string>& words) {
    const auto result = lab(words);
    EXPECT_EQ(result.status, 0) << testing::PrintToString(words) << result.error;
  }
  /// Expects status 64, and that the lab stays as it was.
  std::string refused(const std::vector<std::string>& words) {
    const std::string before = database::Store(lab_).fingerprint();
    const auto result = lab(words);
    EXPECT_EQ(result.status, 64) << testing::PrintToString(words);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(database::Store(lab_).fingerprint(), before) << testing::PrintToString(words);
    return result.error;
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("plex.lab"), text_ = folder_.file("text"), binary_ = folder_.file("binary");
  std::string octets_;
};

TEST_F(TransferCommand, ReachesFilesOfEveryKindOfHost) {
  for (const std::string host : {"WEB", "AS400", "SYSA"})
    for (const std::string& file : {text_, binary_}) {
      const std::string place = host + ":/tmp/new/folder/copy";
      const auto put = lab({"put", file, place});
      EXPECT_EQ(put.status, 0) << place << put.error;
      EXPECT_THAT(put.error, HasSubstr(file + " copied to " + place + " as ")) << place;
      done({"get", place, folder_.file("back")});
      EXPECT_EQ(read_file(folder_.file("back")), read_file(file)) << place;
      EXPECT_EQ(lab({"--system", host, "get", "/tmp/new/folder/copy"}).out, read_file(file)) << place;
    }
}

TEST_F(TransferCommand, GivesAFileToTheUserWhoPutsIt) {
  done({"--system", "WEB", "put", text_, "/srv/a"});
  EXPECT_THAT(lab({"--system", "WEB", "sh", "-"}, "ls -l /srv\n").out, HasSubstr("-rw-r--r-- 1 root root"));
  done({"--system", "AS400", "--user", "QSECOFR", "put", text_, "/srv/b"});
  EXPECT_THAT(lab({"--system", "AS400", "sh", "-"}, "ls -l /srv\n").out, HasSubstr(" QSECOFR "));
}

TEST_F(TransferCommand, CopiesBetweenDataSetsAndFilesAsTextOrOctets) {
  done({"put", text_, "SYSA:A.TEXT"});
  done({"transfer", "A.TEXT", "--from", "SYSA", "--to", "WEB", "--as", "/etc/text"});
  EXPECT_EQ(lab({"get", "WEB:/etc/text"}).out, read_file(text_));
  done({"transfer", "A.TEXT", "--from", "SYSA", "--to", "WEB", "--as", "/etc/ebcdic", "--binary"});
  EXPECT_THAT(lab({"get", "WEB:/etc/ebcdic"}).out, testing::StartsWith("\x86\x89\x99\xa2\xa3"));
  done({"transfer", "/etc/text", "--from", "WEB", "--to", "SYSA", "--as", "B.TEXT"});
  EXPECT_EQ(lab({"--system", "SYSA", "get", "B.TEXT"}).out, read_file(text_));
  done({"transfer", "/etc/text", "--from", "WEB", "--to", "AS400"});
  EXPECT_EQ(lab({"get", "AS400:/etc/text"}).out, read_file(text_));
  done({"put", binary_, "WEB:/octets"});
  done({"transfer", "/octets", "--from", "WEB", "--to", "SYSA", "--as", "A.OCTETS"});
  EXPECT_EQ(lab({"--system", "SYSA", "get", "A.OCTETS", "--binary"}).out, octets_);
}

TEST_F(TransferCommand, SaysWhatItDidAsJson) {
  const auto put = nlohmann::json::parse(lab({"--json", "put", binary_, "WEB:/x"}).out);
  EXPECT_EQ(put[0]["to"], "WEB:/x");
  EXPECT_EQ(put[0]["form"], "binary");
  EXPECT_EQ(put[0]["octets"], 256);
  const auto moved =
      nlohmann::json::parse(lab({"--json", "transfer", "/x", "--from", "WEB", "--to", "SYSA", "--as", "A.X"}).out);
  EXPECT_EQ(moved[0]["from"], "WEB:/x");
  EXPECT_EQ(moved[0]["to"], "SYSA:A.X");
  EXPECT_EQ(moved[0]["recfm"], "VB");
}

TEST_F(TransferCommand, RefusesWhatDoesNotFitAndChangesNothing) {
  done({"put", binary_, "WEB:/etc/octets"});
  EXPECT_EQ(refused({"put", text_, "WEB:A.B"}),
            "ringside: A.B: WEB has no data sets, only files, whose paths begin with '/'\n");
  EXPECT_EQ(refused({"get", "WEB:/etc/octest"}),
            "ringside: WEB:/etc/octest: No such file or directory; did you mean octets?\n");
  EXPECT_EQ(refused({"put", text_, "WEB:/etc"}), "ringside: WEB:/etc: Is a directory\n");
  EXPECT_EQ(refused({"put", text_, "WEB:/etc/octets/below"}), "ringside: WEB:/etc/octets/below: Not a directory\n");
  EXPECT_EQ(refused({"put", text_, "WEB:/x", "--lrecl", "80"}),
            "ringside: WEB:/x: --recfm and --lrecl are for data sets\n");
  EXPECT_EQ(refused({"get", "WEB:/etc/octets", "--text"}),
            "ringside: WEB:/etc/octets: is not text that IBM-1047 has; use --binary\n");
  EXPECT_EQ(refused({"put", text_, "WBE:/x"}), "ringside: WBE: the lab has no such system; did you mean WEB?\n");
  EXPECT_EQ(refused({"put", text_, "/x"}),
            "ringside: the lab has several systems; name one with --system: AS400, SYSA, WEB\n");
  EXPECT_EQ(refused({"transfer", "A.B", "--from", "SYSA", "--to", "WEB"}),
            "ringside: WEB has no data sets; --as names the file, with a path that begins with '/'\n");
  EXPECT_EQ(refused({"transfer", "A.B", "--from", "SYSA", "--to", "WEB", "--as", "/x"}),
            "ringside: A.B: is not cataloged on SYSA\n");
  EXPECT_EQ(refused({"--user", "web", "put", text_, "WEB:/private/x"}),
            "ringside: WEB:/private/x: Permission denied\n");
}

TEST_F(TransferCommand, AtThePromptLeavesTheSystemAsItWas) {
  const auto result = test_support::run_ringside({"--lab", lab_, "--system", "SYSA", "shell"},
                                                 ":put " + text_ +
                                                     " WEB:/x\n:transfer /x --from WEB --to AS400\n"
                                                     ":get A.NONE\n");
  EXPECT_THAT(result.error, HasSubstr("/x as binary: 21 octet(s)\n"));
  EXPECT_THAT(result.error, HasSubstr("A.NONE: is not cataloged on SYSA"));
  EXPECT_EQ(lab({"get", "AS400:/x"}).out, read_file(text_));
}

}  // namespace
}  // namespace ringside::app
