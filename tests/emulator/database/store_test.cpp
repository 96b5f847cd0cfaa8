// tests/emulator/database/store_test.cpp - opening a lab's file, statements, savepoints, fingerprints.
#include "emulator/database/store.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <sys/stat.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "emulator/database/schema.hpp"
#include "tests/emulator/database/store_in_a_file.hpp"

namespace ringside::database {
namespace {

using testing::HasSubstr;

class StoreFile : public StoreInAFile {
 protected:
  /// Overwrites the page at this place.
  void damage(std::uintmax_t at) const {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at / 4096 * 4096));
    file << std::string(4096, '\xa5');
  }
};

void set(Store& store, const std::string& name, const std::string& value) {
  store.query("INSERT INTO setting(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value")
      .bind(name, value)
      .run();
}

std::string setting(Store& store, const std::string& name) {
  Query query = store.query("SELECT value FROM setting WHERE name=?");
  query.bind(name);
  return query.next() ? query.text(0) : std::string("none");
}

TEST_F(StoreFile, KeepsWhatWasWrittenWhenItIsOpenedAgain) {
  {
    Store store(path());
    set(store, "a", "1");
  }
  Store again(path());
  EXPECT_EQ(setting(again, "a"), "1");
}

TEST_F(StoreFile, OnlyTheOwnerMayReadALabOrItsJournal) {
  const mode_t before = umask(0);
  Store store(path());
  set(store, "a", "1");
  for (const std::string& file : {path(), path() + "-wal"}) {
    struct stat status {};
    ASSERT_EQ(stat(file.c_str(), &status), 0) << file;
    EXPECT_EQ(status.st_mode & 0777u, 0600u) << file;
  }
  umask(before);
}

TEST_F(StoreFile, AnEmptyFileBecomesALab) {
  std::ofstream(path()).close();
  EXPECT_EQ(refusal(path()), "");
}

TEST_F(StoreFile, AFileLeftByACrashBeforeTheSchemaBecomesALab) {
  SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA journal_mode=WAL");
  ASSERT_GT(std::filesystem::file_size(path()), 0u);
  EXPECT_EQ(refusal(path()), "");
}

TEST_F(StoreFile, TextIsNotALab) {
  std::ofstream(path()) << std::string(5000, 'x');
  EXPECT_EQ(refusal(path()), path() + ": this file is not a Ringside lab");
}

TEST_F(StoreFile, AnotherProgramsDatabaseIsNotALabAndStaysAsItWas) {
  {
    SQLite::Database other(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE setting(name, value)");
  }
  EXPECT_EQ(refusal(path()), path() + ": this file is not a Ringside lab");
  EXPECT_EQ(SQLite::Database(path()).execAndGet("SELECT count(*) FROM sqlite_schema").getInt(), 1);
}

TEST_F(StoreFile, ADirectoryOrAMissingOneIsAFaultAndNotACrash) {
  EXPECT_THAT(refusal(std::filesystem::path(path()).parent_path()), HasSubstr("unable to open"));
  EXPECT_THAT(refusal(path("no/such/directory.lab")), HasSubstr("unable to open"));
}

TEST_F(StoreFile, ALabOfANewerVersionIsRefusedWithBothVersions) {
  { const Store store(path()); }
  SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
  EXPECT_EQ(refusal(path()),
            path() + ": this lab has schema version 99, and this program reads " + std::to_string(schema_version));
}

TEST_F(StoreFile, ALabOfAnOlderVersionIsUpgradedAndKeepsWhatItHolds) {
  {
    SQLite::Database old(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.exec(schema_versions.front());
    old.exec("PRAGMA application_id=" + std::to_string(application_id) + "; PRAGMA user_version=1");
    old.exec("INSERT INTO setting(name, value) VALUES('a', '1')");
  }
  {
    Store store(path());
    EXPECT_EQ(setting(store, "a"), "1");
    EXPECT_NO_THROW(store.query("SELECT count(*) FROM host_file").next());
  }
  EXPECT_EQ(SQLite::Database(path()).execAndGet("PRAGMA user_version").getInt(), schema_version);
}

TEST_F(StoreFile, ADamagedPageIsFoundOnOpening) {
  {
    Store store(path());
    for (int i = 0; i < 500; ++i) set(store, "name " + std::to_string(i), std::string(100, 'v'));
  }
  const auto size = std::filesystem::file_size(path());
  damage(size / 2);
  EXPECT_THAT(refusal(path()), HasSubstr("this lab is damaged"));
}

TEST_F(StoreFile, ADamagedPageBeyondFourMegabytesIsFoundOnOpening) {
  {
    Store store(path());
    for (int i = 0; i < 5; ++i) set(store, "name " + std::to_string(i), std::string(1'000'000, 'v'));
  }
  damage(4'500'000);
  EXPECT_THAT(refusal(path()), HasSubstr("this lab is damaged"));
}

// Opening takes as long for a million certificates as for a thousand; the whole file is looked at when asked for.
TEST_F(StoreFile, ADamagedPageOfALargeLabIsFoundByTheCheckAndWhereItIsRead) {
  {
    Store store(path());
    store.query("INSERT INTO security_database(id, name) VALUES(1, 'SYS1')").run();
    store
        .query(
            "INSERT INTO certificate(database_id, owner, label, profile, status, der, key_fingerprint, subject) "
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<12) "
            "SELECT 1, 'U', i, i, 'TRUST', zeroblob(3000000), 'F', x'' FROM n")
        .run();
  }
  ASSERT_GT(std::filesystem::file_size(path()), 33'554'432u);
  EXPECT_THAT(Store(path()).damages(), testing::IsEmpty());
  damage(20'000'000);
  Store store(path());
  EXPECT_THAT(store.damages(), Not(testing::IsEmpty()));
  EXPECT_THAT(
      [&] {
        Query every = store.query("SELECT der FROM certificate");
        while (every.next()) {
        }
      },
      testing::ThrowsMessage<base::Fault>(HasSubstr("this lab is damaged")));
}

TEST_F(StoreFile, ARowWithoutTheOneItBelongsToIsADamage) {
  { const Store store(path()); }
  SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("INSERT INTO token(database_id, name) VALUES(7, 'T')");
  EXPECT_THAT(Store(path()).damages(),
              testing::ElementsAre("a row of token belongs to one of security_database that is not there"));
}

TEST_F(StoreFile, AFileCutShortIsFoundOnOpening) {
  {
    Store store(path());
    for (int i = 0; i < 500; ++i) set(store, "name " + std::to_string(i), std::string(100, 'v'));
  }
  std::filesystem::resize_file(path(), std::filesystem::file_size(path()) / 2);
  EXPECT_THAT(refusal(path()), HasSubstr("damaged"));
}

TEST_F(StoreFile, TwoThatOpenTheSameNewFileBothHaveALab) {
  std::string first;
  std::string second;
  std::thread one([&] { first = refusal(path()); });
  std::thread two([&] { second = refusal(path()); });
  one.join();
  two.join();
  EXPECT_EQ(first + second, "");
}

TEST(Store, ForeignKeysAreChecked) {
  Store store("");
  Query query = store.query("INSERT INTO ring(database_id, owner, name) VALUES(7, 'A', 'B')");
  EXPECT_THROW(query.run(), base::Fault);
}

TEST(Store, TheSameStatementMayRunTwiceAtOnce) {
  Store store("");
  set(store, "a", "1");
  set(store, "b", "2");
  const char* sql = "SELECT name FROM setting ORDER BY name";
  std::string seen;
  Query outer = store.query(sql);
  while (outer.next()) {
    seen += outer.text(0) + ":";
    Query inner = store.query(sql);
    while (inner.next()) seen += inner.text(0);
    seen += " ";
  }
  EXPECT_EQ(seen, "a:ab b:ab ");
}

TEST(Store, AnotherTextAtTheSamePlaceIsAnotherStatement) {
  Store store("");
  std::string sql = "SELECT 'a'";
  {
    Query first = store.query(sql.c_str());
    first.next();
    EXPECT_EQ(first.text(0), "a");
  }
  sql[8] = 'b';
  Query second = store.query(sql.c_str());
  second.next();
  EXPECT_EQ(second.text(0), "b");
}

TEST(Store, NoBindingIsLeftOverFromTheLastUse) {
  Store store("");
  const char* sql = "SELECT coalesce(?, 'nothing')";
  {
    Query first = store.query(sql);
    first.bind("left over").next();
  }
  Query second = store.query(sql);
  second.next();
  EXPECT_EQ(second.text(0), "nothing");
}

TEST(Store, AnEmptyBlobIsNotNull) {
  Store store("");
  Query query = store.query("SELECT ?, ?");
  query.bind(base::Bytes{}, std::optional<base::Bytes>{}).next();
  EXPECT_FALSE(query.is_null(0));
  EXPECT_TRUE(query.is_null(1));
  EXPECT_TRUE(query.blob(0).empty());
}

TEST(Savepoint, WhatIsNotKeptIsUndone) {
  Store store("");
  {
    const Savepoint savepoint(store);
    set(store, "a", "1");
  }
  EXPECT_EQ(setting(store, "a"), "none");
}

TEST(Savepoint, AnInnerOneIsUndoneAloneAndAnOuterOneTakesAllWithIt) {
  Store store("");
  {
    Savepoint step(store);
    set(store, "first", "kept");
    {
      const Savepoint command(store);
      set(store, "second", "refused");
      Savepoint part(store);
      set(store, "third", "refused");
      part.keep();
    }
    {
      Savepoint command(store);
      set(store, "fourth", "kept");
      command.keep();
    }
    EXPECT_EQ(setting(store, "second") + setting(store, "third"), "nonenone");
    step.keep();
  }
  EXPECT_EQ(setting(store, "first") + setting(store, "fourth"), "keptkept");
  {
    const Savepoint step(store);
    Savepoint command(store);
    set(store, "fifth", "1");
    command.keep();
  }
  EXPECT_EQ(setting(store, "fifth"), "none");
}

TEST(Savepoint, IsUndoneByAnException) {
  Store store("");
  EXPECT_THROW(
      {
        const Savepoint savepoint(store);
        set(store, "a", "1");
        throw base::Fault("disk full");
      },
      base::Fault);
  EXPECT_EQ(setting(store, "a"), "none");
  Savepoint next(store);
  set(store, "a", "2");
  next.keep();
  EXPECT_EQ(setting(store, "a"), "2");
}

TEST(Savepoint, IsUndoneWhileAQueryIsStillOpen) {
  Store store("");
  set(store, "a", "1");
  Query reading = store.query("SELECT name FROM setting");
  ASSERT_TRUE(reading.next());
  {
    const Savepoint savepoint(store);
    set(store, "a", "2");
  }
  EXPECT_EQ(setting(store, "a"), "1");
}

TEST(Fingerprint, IsTheSameForTheSameContentAndAfterARollback) {
  Store store("");
  Store twin("");
  EXPECT_EQ(store.fingerprint(), twin.fingerprint());
  set(store, "a", "1");
  const std::string before = store.fingerprint();
  {
    const Savepoint savepoint(store);
    set(store, "a", "2");
    EXPECT_NE(store.fingerprint(), before);
  }
  EXPECT_EQ(store.fingerprint(), before);
}

TEST(Fingerprint, OfTheDataTakesNoNoteOfTheCounters) {
  Store store("");
  store.query("INSERT INTO security_database(id, name) VALUES(1, 'SYS1')").run();
  store.query("INSERT INTO system(name, kind, sysplex, database_id) VALUES('SYS1', 'zos', 'LOCAL', 1)").run();
  const std::string before = store.fingerprint();
  const std::string data_before = store.fingerprint_of_data();
  store.query("UPDATE system SET operations=1").run();
  EXPECT_NE(store.fingerprint(), before);
  EXPECT_EQ(store.fingerprint_of_data(), data_before);
  set(store, "a", "1");
  EXPECT_NE(store.fingerprint_of_data(), data_before);
}

TEST(Fingerprint, TellsApartWhatLooksAlike) {
  const auto of = [](const char* sql) {
    Store store("");
    store.query("INSERT INTO security_database(id, name) VALUES(1, 'SYS1')").run();
    store.query(sql).run();
    return store.fingerprint();
  };
  const std::vector<std::string> prints{
      of("INSERT INTO setting VALUES('ab', 'c')"),
      of("INSERT INTO setting VALUES('a', 'bc')"),
      of("INSERT INTO certificate(database_id, owner, label, profile, status, der, private_key, key_fingerprint, "
         "subject) "
         "VALUES(1, 'A', 'L', 'P', 'TRUST', x'00', NULL, 'F', x'')"),
      of("INSERT INTO certificate(database_id, owner, label, profile, status, der, private_key, key_fingerprint, "
         "subject) "
         "VALUES(1, 'A', 'L', 'P', 'TRUST', x'00', x'', 'F', x'')"),
  };
  EXPECT_EQ(std::set<std::string>(prints.begin(), prints.end()).size(), prints.size());
}

}  // namespace
}  // namespace ringside::database
