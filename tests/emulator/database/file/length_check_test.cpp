// tests/emulator/database/file/length_check_test.cpp - texts and blobs that are too long are refused before they are
// read.
#include "emulator/database/file/length_check.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "emulator/database/store.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::database {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class LengthCheck : public testing::Test {
 protected:
  LengthCheck() {
    Store store(path_);
    store.query("INSERT INTO security_database(id, name) VALUES(1, 'SYS1')").run();
    store.query("INSERT INTO system(name, kind, sysplex, database_id) VALUES('SYS1', 'zos', 'LOCAL', 1)").run();
  }
  void alter(const std::string& sql) const { SQLite::Database(path_, SQLite::OPEN_READWRITE).exec(sql); }

  test_support::TemporaryDirectory directory_;
  std::string path_ = directory_.file("long.lab");
};

TEST_F(LengthCheck, ALongRowIsNeitherReadNorWritten) {
  alter(
      "INSERT INTO certificate(database_id, owner, label, profile, status, der, key_fingerprint, subject) "
      "VALUES(1, 'U', 'L', 'P', 'TRUST', zeroblob(5000000), 'F', x'')");
  Store store(path_);
  const auto too_long = ThrowsMessage<base::Fault>(HasSubstr("longer than a lab can hold"));
  EXPECT_THAT([&] { store.query("SELECT der FROM certificate").next(); }, too_long);
  EXPECT_THAT([&] { store.query("INSERT INTO setting VALUES('a', ?)").bind(std::string(5'000'000, 'v')).run(); },
              too_long);
  EXPECT_NO_THROW(
      store.query("INSERT INTO data_set VALUES('SYS1', 'A', 'VB', 84, ?)").bind(std::string(5'000'000, 'v')).run());
}

TEST_F(LengthCheck, NamesTheTableWithoutReadingTheRow) {
  SQLite::Database lab(path_, SQLite::OPEN_READWRITE);
  EXPECT_EQ(table_with_long_row(lab), "");
  lab.exec("INSERT INTO setting VALUES('a', zeroblob(5000000))");
  EXPECT_EQ(table_with_long_row(lab), "setting");
}

}  // namespace
}  // namespace ringside::database
