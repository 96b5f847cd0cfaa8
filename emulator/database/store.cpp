// emulator/database/store.cpp - the SQLite file of a lab: opening, schema, prepared statements, savepoints.
#include "emulator/database/store.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/database/schema.hpp"

namespace ringside::database {
namespace {

// SQLiteCpp reports errors by exception; they become a base::Fault with SQLite's text.
template <typename Action>
auto guarded(Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& e) {
    if (e.getErrorCode() == SQLITE_NOTADB) throw base::Fault("this file is not a Ringside lab");
    if (e.getErrorCode() == SQLITE_CORRUPT) throw base::Fault(fmt::format("this lab is damaged: {}", e.what()));
    throw base::Fault(fmt::format("the lab's database: {}", e.what()));
  }
}

// A lab holds private keys in clear. A new file is made with mode 0600 before SQLite writes to it; SQLite gives its
// journal the same mode. An existing file keeps its mode.
void make_private(const std::string& path) {
  constexpr mode_t owner_only = S_IRUSR | S_IWUSR;
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, owner_only);  // NOLINT(*-vararg)
  if (file >= 0) ::close(file);
}

std::unique_ptr<SQLite::Database> open(const std::string& path) {
  constexpr int busy_milliseconds = 10'000;
  // SQLite's memory statistics need a lock and are not used.
  static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(uncounted);  // fails if SQLite is in use already, which does no harm
  if (!path.empty()) make_private(path);
  return guarded([&] {
    return std::make_unique<SQLite::Database>(path.empty() ? ":memory:" : path,
                                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                                              busy_milliseconds);
  });
}

// Only small labs are checked when they are opened, so that opening a large one stays fast. A damaged page of a large
// lab is reported when it is read.
constexpr std::int64_t pages_checked_at_once = 1024;

constexpr std::uint64_t fnv_start = 0xcbf29ce484222325u;

void mix(std::uint64_t& digest, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  for (std::size_t i = 0; i < size; ++i) digest = (digest ^ bytes[i]) * 0x100000001b3u;
  digest = (digest ^ size) * 0x100000001b3u;
}

void mix(std::uint64_t& digest, const SQLite::Column& value) {
  const int type = value.getType();  // else NULL and an empty text would be equal
  mix(digest, &type, sizeof type);
  const void* data = value.getBlob();
  mix(digest, data, static_cast<std::size_t>(value.getBytes()));
}

}  // namespace

Query::~Query() {
  if (statement_ != nullptr) statement_->tryReset();
}

bool Query::next() {
  return guarded([&] { return statement_->executeStep(); });
}

int Query::run() {
  return guarded([&] { return statement_->exec(); });
}

std::string Query::text(int column) const {
  return statement_->getColumn(column).getString();
}

std::int64_t Query::number(int column) const {
  return statement_->getColumn(column).getInt64();
}

base::Bytes Query::blob(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const auto* data = static_cast<const std::uint8_t*>(value.getBlob());
  return data == nullptr ? base::Bytes{} : base::Bytes(data, data + value.getBytes());
}

bool Query::is_null(int column) const {
  return statement_->getColumn(column).isNull();
}

void Query::bind_next(const std::string& value) {
  guarded([&] { statement_->bind(++bound_, value); });
}

void Query::bind_next(std::int64_t value) {
  guarded([&] { statement_->bind(++bound_, value); });
}

void Query::bind_next(const base::Bytes& value) {
  // An empty blob must not become NULL, as a null pointer would.
  const void* data = value.empty() ? static_cast<const void*>("") : value.data();
  guarded([&] { statement_->bind(++bound_, data, static_cast<int>(value.size())); });
}

void Query::bind_next(const std::optional<base::Bytes>& value) {
  if (value) {
    bind_next(*value);
  } else {
    guarded([&] { statement_->bind(++bound_); });
  }
}

Store::Store(const std::string& path) : database_(open(path)) {
  configure();
  if (is_blank()) create_schema();
  check_schema();
  upgrade_schema();
}

Store::~Store() = default;

void Store::execute(const std::string& sql) {
  guarded([&] { database_->exec(sql); });
}

// Does not trust the file: functions in its schema are refused, cells are checked, foreign keys are on (Debian's
// default is off).
void Store::configure() {
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  execute("PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL;");
}

// A new file, or one left by a crash before the schema was committed.
bool Store::is_blank() {
  return guarded([&] {
    return database_->execAndGet("PRAGMA application_id").getInt() == 0 &&
           database_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  });
}

void Store::create_schema() {
  {
    Savepoint savepoint(*this);
    if (!is_blank()) return;  // another process has made the schema
    for (const char* version : schema_versions) execute(version);
    execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", application_id, schema_version));
    savepoint.keep();
  }
  execute("PRAGMA journal_mode=WAL;");
}

void Store::check_schema() {
  guarded([&] {
    if (database_->execAndGet("PRAGMA application_id").getInt() != application_id)
      throw base::Fault("this file is not a Ringside lab");
    const int version = database_->execAndGet("PRAGMA user_version").getInt();
    if (version < 1 || version > schema_version)
      throw base::Fault(
          fmt::format("this lab has schema version {}, and this program reads {}", version, schema_version));
    if (database_->execAndGet("PRAGMA page_count").getInt64() > pages_checked_at_once) return;
    const std::string check = database_->execAndGet("PRAGMA quick_check(1)").getString();
    if (check != "ok") throw base::Fault("this lab is damaged: " + check);
  });
}

int Store::version() {
  return guarded([&] { return database_->execAndGet("PRAGMA user_version").getInt(); });
}

void Store::upgrade_schema() {
  if (version() == schema_version) return;
  Savepoint savepoint(*this);
  for (auto at = static_cast<std::size_t>(version()); at < schema_versions.size(); ++at)
    execute(schema_versions.at(at));
  execute(fmt::format("PRAGMA user_version={};", schema_version));
  savepoint.keep();
}

Query Store::query(const char* sql) {
  auto& cached = statements_[sql];
  if (!cached || cached.use_count() > 1 || cached->getQuery() != sql)
    cached = guarded([&] { return std::make_shared<SQLite::Statement>(*database_, sql); });
  guarded([&] { cached->clearBindings(); });
  return Query(cached);
}

std::int64_t Store::last_row() const {
  return database_->getLastInsertRowid();
}

std::vector<std::string> Store::plans() {
  constexpr int detail = 3;
  std::vector<std::string> steps;
  guarded([&] {
    for (const auto& [place, statement] : statements_) {
      SQLite::Statement plan(*database_, "EXPLAIN QUERY PLAN " + statement->getQuery());
      while (plan.executeStep()) steps.push_back(plan.getColumn(detail).getString() + ": " + statement->getQuery());
    }
  });
  return steps;
}

std::vector<std::string> Store::damages() {
  std::vector<std::string> found;
  const auto look = [&](const char* check, const auto& note) {
    SQLite::Statement rows(*database_, check);
    while (rows.executeStep()) note(rows);
  };
  try {
    look("PRAGMA integrity_check(10)", [&](const SQLite::Statement& row) {
      if (std::string line = row.getColumn(0).getString(); line != "ok") found.push_back(std::move(line));
    });
    look("PRAGMA foreign_key_check", [&](const SQLite::Statement& row) {
      found.push_back(fmt::format("a row of {} belongs to one of {} that is not there", row.getColumn(0).getString(),
                                  row.getColumn(2).getString()));
    });
  } catch (const SQLite::Exception& e) {
    found.emplace_back(e.what());  // the check ends at a badly damaged page
  }
  return found;
}

std::string Store::digest_of(const char* tables) {
  std::uint64_t digest = fnv_start;
  guarded([&] {
    SQLite::Statement names(*database_, tables);
    while (names.executeStep()) {
      const std::string table = names.getColumn(0).getString();
      mix(digest, table.data(), table.size());
      SQLite::Statement rows(*database_, fmt::format("SELECT * FROM \"{}\"", table));
      while (rows.executeStep())
        for (int i = 0; i < rows.getColumnCount(); ++i) mix(digest, rows.getColumn(i));
    }
  });
  return fmt::format("{:016x}", digest);
}

std::string Store::fingerprint() {
  return digest_of("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name");
}

std::string Store::fingerprint_of_data() {
  return digest_of("SELECT name FROM sqlite_schema WHERE type='table' AND name<>'system' ORDER BY name");
}

// All savepoints have the same name; SQLite uses the innermost one.
Savepoint::Savepoint(Store& store) : store_(store) {
  store_.query(store_.depth_ == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT level").run();
  if (store_.depth_++ == 0) store_.forget_all();
}

Savepoint::~Savepoint() {
  if (!open_) return;
  --store_.depth_;
  store_.forget_all();
  try {
    if (store_.depth_ != 0) store_.query("ROLLBACK TO level").run();
    store_.query(store_.depth_ == 0 ? "ROLLBACK" : "RELEASE level").run();
  } catch (const base::Fault&) {
    // SQLite has rolled back already (disk full); nothing is left to undo.
  }
}

void Savepoint::keep() {
  store_.query(store_.depth_ == 1 ? "COMMIT" : "RELEASE level").run();
  --store_.depth_;
  open_ = false;
}

}  // namespace ringside::database
