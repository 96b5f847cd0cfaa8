// tests/emulator/database/store_file_test.cpp - which files a lab is made in, who may read them, and that they stay.
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "emulator/database/store.hpp"
#include "tests/emulator/database/store_in_a_file.hpp"

namespace ringside::database {
namespace {

using testing::HasSubstr;

class FileOfAStore : public StoreInAFile {
 protected:
  static void set(Store& store, const std::string& value) {
    store.query("INSERT INTO setting(name, value) VALUES('a',?) ON CONFLICT DO UPDATE SET value=excluded.value")
        .bind(value)
        .run();
  }
  static std::string setting(Store& store) {
    Query query = store.query("SELECT value FROM setting WHERE name='a'");
    return query.next() ? query.text(0) : std::string("none");
  }
};

TEST_F(FileOfAStore, AnEmptyFileBecomesALabThatOthersCannotRead) {
  std::ofstream(path()).close();
  std::filesystem::permissions(path(), std::filesystem::perms(0644));
  EXPECT_EQ(refusal(path()), "");
  EXPECT_EQ(std::filesystem::status(path()).permissions(), std::filesystem::perms(0600));
}

TEST_F(FileOfAStore, ALabKeepsItsMode) {
  { const Store store(path()); }
  std::filesystem::permissions(path(), std::filesystem::perms(0640));
  EXPECT_EQ(refusal(path()), "");
  EXPECT_EQ(std::filesystem::status(path()).permissions(), std::filesystem::perms(0640));
}

TEST_F(FileOfAStore, NoLabIsMadeThroughALinkToNothing) {
  std::filesystem::create_symlink(path("elsewhere"), path());
  EXPECT_THAT(refusal(path()), HasSubstr(path() + ": this is a link to a file that does not exist"));
  EXPECT_FALSE(std::filesystem::exists(path("elsewhere")));
}

TEST_F(FileOfAStore, ALinkToALabIsTheLab) {
  { const Store store(path("real")); }
  std::filesystem::create_symlink("real", path());
  EXPECT_EQ(refusal(path()), "");
}

TEST_F(FileOfAStore, ALinkBesideALabIsNotWrittenThrough) {
  { const Store store(path()); }
  std::ofstream(path("precious")) << "text";
  for (const char* end : {"-wal", "-journal", "-shm"}) {
    std::filesystem::create_symlink("precious", path() + end);
    EXPECT_THAT(refusal(path()), HasSubstr(std::string(end) + ": this is no regular file"));
    std::filesystem::remove(path() + end);
  }
  EXPECT_EQ(std::filesystem::file_size(path("precious")), 4u);
}

TEST_F(FileOfAStore, ADeviceOrPipeIsNoLab) {
  EXPECT_EQ(refusal("/dev/null"), "/dev/null: this is no regular file");
  ASSERT_EQ(mkfifo(path().c_str(), 0600), 0);
  EXPECT_EQ(refusal(path()), path() + ": this is no regular file");
}

// SQLite would take these for a database in memory, and for URIs, if they stood alone.
TEST_F(FileOfAStore, EveryNameIsThatOfAFile) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(std::filesystem::path(path()).parent_path());
  for (const std::string name : {":memory:", "file:foo", "file:foo?mode=memory", "file::memory:", "-wal", "a b%41"}) {
    const mode_t mask = umask(0);
    {
      Store store(name);
      set(store, "1");
    }
    umask(mask);
    Store again(name);
    EXPECT_EQ(setting(again), "1") << name;
    EXPECT_EQ(std::filesystem::status(name).permissions(), std::filesystem::perms(0600)) << name;
  }
  EXPECT_FALSE(std::filesystem::exists("foo"));
  std::filesystem::current_path(before);
}

TEST_F(FileOfAStore, WhatIsCommittedToALabThatWasDeletedIsAFault) {
  Store store(path());
  Savepoint savepoint(store);
  set(store, "1");
  std::filesystem::remove(path());
  EXPECT_THAT([&] { savepoint.keep(); },
              testing::ThrowsMessage<base::Fault>(HasSubstr(path() + ": this lab was deleted or replaced")));
}

TEST_F(FileOfAStore, WhatIsCommittedToALabThatWasReplacedIsAFault) {
  Store store(path());
  { const Store other(path("other")); }
  std::filesystem::rename(path("other"), path());
  Savepoint savepoint(store);
  set(store, "1");
  EXPECT_THROW(savepoint.keep(), base::Fault);
}

}  // namespace
}  // namespace ringside::database
