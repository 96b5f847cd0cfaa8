// emulator/database/store.cpp - the SQLite file of a lab: opening, schema, prepared statements, savepoints.
#include "emulator/database/store.hpp"

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/database/counters/operation_numbers.hpp"
#include "emulator/database/file/image.hpp"
#include "emulator/database/file/length_check.hpp"
#include "emulator/database/file/lengths.hpp"
#include "emulator/database/file/place.hpp"
#include "emulator/database/file/schema_check.hpp"
#include "emulator/database/guarded.hpp"
#include "emulator/database/schema.hpp"

namespace ringside::database {
namespace {

constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

/// An empty file becomes a lab only if nobody else can read it.
void make_private(const std::string& path, const struct stat& status) {
  const bool is_open_to_others = (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
  const bool is_own = status.st_uid == ::geteuid();
  if (!is_own || (is_open_to_others && ::chmod(path.c_str(), owner_only) != 0))
    throw base::Fault(path + ": this file is empty and others can read it; no lab is made in it");
}

// A lab holds private keys in clear. A new file is made with mode 0600 before SQLite writes to it; SQLite gives its
// journal the same mode. An existing lab keeps its mode.
void make_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, owner_only);  // NOLINT(*-vararg)
  if (file >= 0) ::close(file);
  if (file >= 0 || errno != EEXIST) return;  // SQLite tells why a file cannot be made
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    throw base::Fault(path + ": this is a link to a file that does not exist; no lab is made through it");
  if (S_ISREG(status.st_mode) && status.st_size == 0) make_private(path, status);
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) throw base::Fault(path + ": this is no regular file");
}

/// The file that a lab's name leads to, since SQLite keeps the log beside it; the name itself if it is no link.
std::string file_of(const std::string& name) {
  std::error_code error;
  if (!std::filesystem::is_symlink(name, error)) return name;
  const std::filesystem::path end = std::filesystem::canonical(name, error);
  return error ? name : end.string();
}

/// SQLite writes through links that stand in for the files beside a lab.
void check_companions(const std::string& path) {
  for (const char* kind : {"-journal", "-wal", "-shm"}) {
    struct stat status {};
    if (::lstat((path + kind).c_str(), &status) == 0 && !S_ISREG(status.st_mode))
      throw base::Fault(path + kind + ": this is no regular file; the lab beside it is not opened");
  }
}

constexpr const char* memory = ":memory:";

/// The path in a form in which SQLite sees neither ":memory:" nor a URI.
std::string plain_path(const std::string& path) {
  return path.starts_with('/') ? path : "./" + path;
}

std::unique_ptr<SQLite::Database> open(const Store& store, const std::string& path) {
  // SQLite's memory statistics need a lock and are not used. The call fails if SQLite is in use already.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (store.is_read_only()) return copy_of_file(path);
  if (!path.empty()) check_companions(path);
  if (!path.empty()) make_file(path);
  return guarded(store, [&] {
    return std::make_unique<SQLite::Database>(path.empty() ? memory : plain_path(path),
                                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
  });
}

constexpr std::int64_t pages_checked_at_once = 8'192;  // 32 MB, in about 35 ms

// A lab that was only just made, or whose maker was killed, has no write-ahead log yet.
void keep_log(SQLite::Database& database) {
  try {
    database.exec("PRAGMA journal_mode=WAL");
  } catch (const SQLite::Exception&) {
    // Another process uses it now; a later one finds the time.
  }
}

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

Store::Store(const std::string& path, LockWait wait)
    : path_(file_of(path)),
      is_read_only_(database::is_read_only(path_)),
      is_shared_(!path.empty() && !is_read_only_),
      waiter_(path_, std::move(wait)),
      database_(open(*this, path_)),
      numbers_(std::make_unique<OperationNumbers>(*this)) {
  waiter_.attend(database_->getHandle());
  open_tables();
  if (is_read_only_) execute("PRAGMA query_only=ON");
}

Store::Store(Store& original)
    : path_(original.path_),
      is_read_only_(false),
      is_shared_(false),
      waiter_(path_, {}),
      database_(copy_of(*original.database_)),
      numbers_(std::make_unique<OperationNumbers>(*this)) {
  configure();
  numbers_->add_unstored_of(*original.numbers_);
}

Store::~Store() {
  store_last_numbers();
}

void Store::open_tables() {
  configure();
  if (is_blank()) create_schema();
  check_schema();
  upgrade_schema();
  if (is_shared_) keep_log(*database_);
}

// Commands that only read must not wait: if another process writes, their numbers are lost, and nothing depends on
// them.
void Store::store_last_numbers() {
  if (!is_shared_ || depth_ != 0 || !numbers_->has_unstored()) return;
  waiter_.stop_waiting();
  begins_without_lock_ = false;
  try {
    Savepoint all(*this);
    all.keep();
  } catch (const base::Fault&) {
    // The disk is full, or the lab is in use.
  }
}

void Store::fail(const SQLite::Exception& error) const {
  switch (error.getErrorCode()) {
    case SQLITE_BUSY:
      if (depth_ > 0 && !holds_lock_) throw WriteConflict();
      throw base::Fault(waiter_.gave_up());
    case SQLITE_READONLY:
      throw base::Fault(fmt::format("the lab {} is read-only: it can be looked at and not changed", path_));
    case SQLITE_NOTADB:
      throw base::Fault(of_lab(path_, "this file is not a Ringside lab"));
    case SQLITE_TOOBIG:
      throw base::Fault("a text, file or data set is longer than a lab can hold");
    case SQLITE_CORRUPT:
      throw base::Fault(of_lab(path_, fmt::format("this lab is damaged: {}", error.what())));
    default:
      throw base::Fault(of_lab(path_, fmt::format("the lab's database: {}", error.what())));
  }
}

void Store::bound_lengths(bool for_files) const {
  const std::size_t most = for_files ? most_file_bytes : most_row_bytes;
  sqlite3_limit(database_->getHandle(), SQLITE_LIMIT_LENGTH, static_cast<int>(most));
}

std::uint64_t Store::data_version() {
  Query others = query("PRAGMA data_version");
  others.next();
  return static_cast<std::uint64_t>((others.number(0) << 32) + sqlite3_total_changes(database_->getHandle()));
}

bool Store::is_writing() const {
  return sqlite3_txn_state(database_->getHandle(), "main") == SQLITE_TXN_WRITE;
}

void Store::execute(const std::string& sql) {
  guarded(*this, [&] { database_->exec(sql); });
}

// Does not trust the file: functions in its schema are refused, cells are checked, foreign keys are on (Debian's
// default is off).
void Store::configure() {
  bound_lengths(false);
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  execute("PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL;");
}

// A new file, or one left by a crash before the schema was committed.
bool Store::is_blank() {
  return guarded(*this, [&] {
    return database_->execAndGet("PRAGMA application_id").getInt() == 0 &&
           database_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  });
}

void Store::create_schema() {
  Savepoint savepoint(*this);
  if (!is_blank()) return;  // another process has made the schema
  for (const char* version : schema_versions) execute(version);
  execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", application_id, schema_version));
  savepoint.keep();
}

void Store::check_schema() {
  guarded(*this, [&] {
    if (database_->execAndGet("PRAGMA application_id").getInt() != application_id)
      throw base::Fault(of_lab(path_, "this file is not a Ringside lab"));
    const int version = database_->execAndGet("PRAGMA user_version").getInt();
    if (version < 1 || version > schema_version)
      throw base::Fault(of_lab(
          path_, fmt::format("this lab has schema version {}, and this program reads {}", version, schema_version)));
    if (const std::string difference = schema_difference(*database_, version); !difference.empty())
      throw base::Fault(of_lab(path_, "this file is not a Ringside lab, or was altered: " + difference));
    check_pages();
  });
}

// Of a large lab, certificates are left out, so that opening it does not take longer than its smaller tables need. A
// damaged page among them is reported when it is read, and by damages().
void Store::check_pages() {
  const auto refuse = [&](const std::string& damage) {
    throw base::Fault(of_lab(path_, "this lab is damaged: " + damage));
  };
  const auto check = [&](const std::string& part) {
    const std::string found = database_->execAndGet("PRAGMA quick_check(" + part + ")").getString();
    if (found != "ok") refuse(found);
  };
  const std::int64_t pages = database_->execAndGet("PRAGMA page_count").getInt64();
  if (pages * database_->execAndGet("PRAGMA page_size").getInt64() > std::int64_t{most_file_bytes})
    if (const std::string table = table_with_long_row(*database_); !table.empty())
      refuse("a row of " + table + " is longer than a lab can hold");
  if (pages <= pages_checked_at_once) return check("1");
  SQLite::Statement tables(*database_,
                           "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'certificate%'");
  while (tables.executeStep()) check(tables.getColumn(0).getString());
}

int Store::version() {
  return guarded(*this, [&] { return database_->execAndGet("PRAGMA user_version").getInt(); });
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
  Prepared& cached = statements_[sql];
  if (!cached.statement || cached.statement.use_count() > 1 || cached.statement->getQuery() != sql) {
    cached.statement = guarded(*this, [&] { return std::make_shared<SQLite::Statement>(*database_, sql); });
    cached.has_files = names_files(sql);
  }
  guarded(*this, [&] { cached.statement->clearBindings(); });
  bound_lengths(cached.has_files);  // of what is bound next
  return {*this, cached.statement, cached.has_files};
}

std::int64_t Store::last_row() const {
  return database_->getLastInsertRowid();
}

std::vector<std::string> Store::plans() {
  constexpr int detail = 3;
  std::vector<std::string> steps;
  guarded(*this, [&] {
    for (const auto& [place, prepared] : statements_) {
      const std::string sql = prepared.statement->getQuery();
      SQLite::Statement plan(*database_, "EXPLAIN QUERY PLAN " + sql);
      while (plan.executeStep()) steps.push_back(plan.getColumn(detail).getString() + ": " + sql);
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
  bound_lengths(true);
  std::uint64_t digest = fnv_start;
  guarded(*this, [&] {
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
  return digest_of(
      "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT IN ('system', 'job', 'job_correlator', "
      "'spool_file', 'workflow') ORDER BY name");
}

// All savepoints have the same name; SQLite uses the innermost one.
Savepoint::Savepoint(Store& store) : store_(store) {
  if (store_.depth_ == 0) {
    store_.holds_lock_ = !store_.begins_without_lock_;
    store_.query(store_.begins_without_lock_ || store_.is_read_only_ ? "BEGIN" : "BEGIN IMMEDIATE").run();
    store_.numbers_->begin_transaction();
    store_.forget_all();
  } else {
    store_.query("SAVEPOINT level").run();
  }
  ++store_.depth_;
}

Savepoint::~Savepoint() {
  if (!open_) return;
  --store_.depth_;
  store_.forget_all();
  if (store_.depth_ == 0) store_.numbers_->rolled_back();
  try {
    if (store_.depth_ != 0) store_.query("ROLLBACK TO level").run();
    store_.query(store_.depth_ == 0 ? "ROLLBACK" : "RELEASE level").run();
  } catch (const base::Fault&) {
    // SQLite has rolled back already (disk full); nothing is left to undo.
  }
}

void Savepoint::keep() {
  if (store_.depth_ > 1) {
    store_.query("RELEASE level").run();
  } else {
    commit();
  }
  --store_.depth_;
  open_ = false;
}

void Savepoint::commit() {
  const bool stores_numbers = store_.is_shared_ && store_.is_writing();
  if (stores_numbers) store_.numbers_->store();
  if (stores_numbers) require_in_place(*store_.database_, store_.path_);
  store_.query("COMMIT").run();
  if (stores_numbers) require_in_place(*store_.database_, store_.path_);
  if (stores_numbers) store_.numbers_->committed();
}

Bookkeeping::Bookkeeping(Store& store) : store_(store) {
  if (store_.bookkeepings_++ == 0 && store_.is_read_only_) store_.execute("PRAGMA query_only=OFF");
}

Bookkeeping::~Bookkeeping() {
  if (--store_.bookkeepings_ == 0 && store_.is_read_only_) store_.execute("PRAGMA query_only=ON");
}

}  // namespace ringside::database
