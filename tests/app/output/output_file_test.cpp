// tests/app/output/output_file_test.cpp - files that commands write: whole or as they were, and who may read them.
#include "app/output/output_file.hpp"

#include <filesystem>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "app/program.hpp"
#include "tests/app/run_in_child.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::run_in_child;
using test_support::run_ringside;
using test_support::write_file;
using testing::HasSubstr;
using testing::Throws;
using testing::ThrowsMessage;

class OutputFile : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name = "file") const { return folder_.file(name); }
  static unsigned mode(const std::string& file) {
    struct stat status {};
    ::stat(file.c_str(), &status);
    return status.st_mode & 07777u;
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(OutputFile, IsWrittenThroughLinksAlsoToAFileThatDoesNotExistYet) {
  std::filesystem::create_symlink("b", path("a"));
  std::filesystem::create_symlink(path("c"), path("b"));
  write_output_file(path("a"), "one");
  write_output_file(path("a"), "two");
  EXPECT_EQ(read_file(path("c")), "two");
  EXPECT_TRUE(std::filesystem::is_symlink(path("a")));
  std::filesystem::create_symlink("loop", path("loop"));
  EXPECT_THAT([&] { write_output_file(path("loop"), "x"); }, ThrowsMessage<OutputError>(HasSubstr("symbolic links")));
}

TEST_F(OutputFile, ThatCannotBeMadeNamesItsPath) {
  for (const std::string name : {"no/file", "", "no/", "..", "/"})
    EXPECT_THAT([&] { write_output_file(name.empty() || name == "/" ? name : path(name), "x"); }, Throws<OutputError>())
        << name;
  EXPECT_THAT([&] { write_output_file(path(std::string(300, 'x')), "x"); },
              ThrowsMessage<OutputError>(HasSubstr("File name too long")));
}

TEST_F(OutputFile, APipeIsWrittenTo) {
  ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);
  const int reader = ::open(path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  write_output_file(path(), "text");
  char read[8];
  EXPECT_EQ(::read(reader, read, sizeof read), 4);
  ::close(reader);
}

class FromALab : public OutputFile {
 protected:
  FromALab() {
    run_ringside({"--lab", lab_, "--date", "2026-01-01", "lab", "new", "--bare"});
    run_ringside({"--lab", lab_, "tso", "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC",
                  "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('IBMUSER.P12') FORMAT(PKCS12DER) PASSWORD('secret')",
                  "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('IBMUSER.P12B') FORMAT(PKCS12B64) PASSWORD('secret')",
                  "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('IBMUSER.PEM') FORMAT(CERTB64)"});
  }
  int get(const std::string& data_set, const std::string& file) {
    const auto run = run_ringside({"--lab", lab_, "get", data_set, file});
    EXPECT_EQ(run.status, 0) << run.error;
    return run.status;
  }
  std::string lab_ = path("a.lab");
};

TEST_F(FromALab, OnlyTheOwnerReadsWhatHoldsKeys) {
  const mode_t before = ::umask(022);
  for (const char* data_set : {"IBMUSER.P12", "IBMUSER.P12B"}) {
    get(data_set, path(data_set));
    EXPECT_EQ(mode(path(data_set)), 0600u) << data_set;
  }
  get("IBMUSER.PEM", path("pem"));
  EXPECT_EQ(mode(path("pem")), 0644u);
  ::chmod(path("pem").c_str(), 0664);
  get("IBMUSER.PEM", path("pem"));
  EXPECT_EQ(mode(path("pem")), 0664u) << "a file keeps its mode";
  get("IBMUSER.P12", path("pem"));
  EXPECT_EQ(mode(path("pem")), 0600u) << "but not for a key";
  ::umask(before);
}

TEST_F(FromALab, AFullDiskKeepsTheOldFile) {
  std::filesystem::create_directory(path("disk"));
  const std::string file = path("disk") + "/out.pem", filler = path("disk") + "/filler";
  const auto prepare = [&] {
    if (!test_support::mount_small_disk(path("disk"))) ::_exit(98);
    write_file(file, "old");
    std::string all(1u << 16, 'x');
    const int fill = ::open(filler.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    while (!all.empty())
      if (::write(fill, all.data(), all.size()) <= 0) all.resize(all.size() / 2);
    ::close(fill);
  };
  // The child has the only view of the disk, so that it looks at it as well.
  const auto looks = [&] {
    prepare();
    const auto run = run_ringside({"--lab", lab_, "get", "IBMUSER.PEM", file});
    const auto entries = std::distance(std::filesystem::directory_iterator(path("disk")), {});
    const bool is_kept = run.status == 74 && read_file(file) == "old" && entries == 2 &&
                         run.error == "ringside: " + file + ": No space left on device\n";
    ::_exit(is_kept ? 0 : 97);
  };
  const auto kept = run_in_child({}, looks);
  if (kept.status == 98) GTEST_SKIP() << "file systems cannot be mounted here";
  EXPECT_EQ(kept.status, 0);
  const auto printed = run_in_child({"--lab", lab_, "get", "IBMUSER.PEM"}, [&] {
    prepare();
    ::dup2(::open(filler.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC), STDOUT_FILENO);
  });
  EXPECT_EQ(printed.status, 74) << printed.error;
}

TEST_F(FromALab, AKeyStoreOnAFullDiskKeepsTheOldOne) {
  const std::string store = path("s.p12");
  const auto keytool = [&](const std::string& alias, const std::function<void()>& prepare) {
    return run_in_child({"keytool", "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=x", "-keystore",
                         store, "-storepass", "secret"},
                        prepare);
  };
  ASSERT_EQ(keytool("one", [] {}).status, 0);
  EXPECT_EQ(mode(store), 0600u);
  const std::string before = read_file(store);
  const auto failed = keytool("two", [] {
    test_support::open_as(STDOUT_FILENO, "/dev/null");  // it may be a file, to which the limit applies as well
    const rlimit limit{512, 512};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  });
  EXPECT_EQ(failed.status, 1);
  EXPECT_EQ(read_file(store), before);
}

TEST(NamesOfFiles, AnEmptyOneIsWrongUsage) {
  const std::vector<std::vector<std::string>> commands = {{"--lab", "", "tso", "TIME"},
                                                          {"test", "--junit", "", "x.yaml"},
                                                          {"test", "--report", "", "x.yaml"},
                                                          {"trust", "--html", ""},
                                                          {"get", "A.B", ""}};
  for (const auto& command : commands) {
    const auto run = run_ringside(command);
    EXPECT_EQ(run.status, 64) << testing::PrintToString(command);
    EXPECT_THAT(run.error, HasSubstr("a name is missing"));
  }
}

TEST_F(OutputFile, TakesItsContentInPartsAndStaysAsItWasIfNotAllCome) {
  const std::string part(100'000, 'x');
  const auto twice = [&](const PartSink& sink) {
    sink(part);
    sink(part);
  };
  write_output_file_in_parts(path(), twice);
  EXPECT_EQ(read_file(path()), part + part);
  const auto fails = [&](const PartSink& sink) {
    sink("new");
    throw UsageError("no more parts");
  };
  EXPECT_THAT([&] { write_output_file_in_parts(path(), fails); }, Throws<UsageError>());
  EXPECT_EQ(read_file(path()), part + part);
}

}  // namespace
}  // namespace ringside::app
