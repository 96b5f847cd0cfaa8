// tests/emulator/database/file/schema_check_test.cpp - a file whose tables are not those of a lab is refused before it
// is read.
#include "emulator/database/file/schema_check.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "emulator/database/schema.hpp"
#include "emulator/database/store.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::database {
namespace {

class SchemaCheck : public testing::Test {
 protected:
  /// What opening a lab says after `sql` has altered it.
  [[nodiscard]] std::string refusal_after(const std::string& sql) const {
    const std::string path = directory_.file("altered.lab");
    std::filesystem::remove(path);
    { const Store store(path); }
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql);
    try {
      const Store store(path);
      return {};
    } catch (const base::Fault& fault) {
      return fault.what();
    }
  }

  test_support::TemporaryDirectory directory_;
};

TEST_F(SchemaCheck, NamesWhatIsNotOfALab) {
  const std::string altered =
      directory_.file("altered.lab") + ": this file is not a Ringside lab, or was altered: its ";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"DROP TABLE setting; CREATE VIEW setting AS WITH RECURSIVE n(name) AS (SELECT 'clock' UNION ALL SELECT name "
       "FROM "
       "n) SELECT name, '' AS value FROM n",
       "view setting is not one that Ringside makes"},
      {"CREATE TRIGGER t AFTER INSERT ON ring BEGIN DELETE FROM certificate; END",
       "trigger t is not one that Ringside makes"},
      {"CREATE TABLE extra(a)", "table extra is not one that Ringside makes"},
      {"CREATE INDEX extra ON setting(value)", "index extra is not one that Ringside makes"},
      {"ALTER TABLE ring ADD COLUMN more TEXT", "table ring is not as Ringside makes it"},
      {"DROP INDEX certificate_by_key", "index certificate_by_key is missing"},
      {"DROP TABLE listener", "table listener is missing"},
      {"ANALYZE", "table sqlite_stat1 is not one that Ringside makes"},
      {"PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, 'value TEXT NOT NULL', 'value TEXT NOT "
       "NULL "
       "CHECK(1)') WHERE name='setting'",
       "table setting is not as Ringside makes it"},
  };
  for (const auto& [sql, damage] : cases) EXPECT_EQ(refusal_after(sql), altered + damage) << sql;
}

TEST_F(SchemaCheck, ALabOfEachVersionIsALab) {
  for (int version = 1; version <= schema_version; ++version) {
    const std::string path = directory_.file("version" + std::to_string(version));
    {
      SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      for (int at = 0; at < version; ++at) old.exec(schema_versions.at(static_cast<std::size_t>(at)));
      old.exec("PRAGMA application_id=" + std::to_string(application_id) +
               "; PRAGMA user_version=" + std::to_string(version));
      EXPECT_EQ(schema_difference(old, version), "");
    }
    EXPECT_NO_THROW(Store{path});
  }
}

}  // namespace
}  // namespace ringside::database
