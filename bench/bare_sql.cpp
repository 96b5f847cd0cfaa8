// bench/bare_sql.cpp - the SQL statements of a replay, issued bare: what the database alone takes of a job.
//
//   bare_sql RECORD_LAB BARE_LAB JOB
//
// Plays the job on RECORD_LAB and notes every statement that reaches SQLite, transactions and savepoints included, with
// its values and the rows that were taken from it. Then issues the same statements, prepared and bound, on BARE_LAB, a
// copy of RECORD_LAB as it was, and prints the seconds that those took, with SQLite's settings as the emulator has
// them. Nothing else is in that time: no text, no parser, no row looked at.
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <sqlite3.h>

#include "base/time.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/lab/lab.hpp"

namespace {

using Value = std::variant<std::nullptr_t, std::int64_t, std::string, std::vector<unsigned char>>;

struct Issued {
  std::size_t statement;  ///< which of the distinct texts
  std::vector<Value> values;
  int rows = 0;
};

struct Recording {
  std::vector<std::string> texts;
  std::map<std::string, std::size_t> numbers;
  std::vector<Issued> issued;
  std::map<sqlite3_stmt*, std::size_t> running;
};

/// The value of the SQL literal at `at`, as sqlite3_expanded_sql writes them, which is left behind it.
Value literal(const std::string& text, std::size_t& at) {
  if (text.compare(at, 4, "NULL") == 0) return at += 4, nullptr;
  if (text.compare(at, 2, "x'") == 0) {
    const std::size_t end = text.find('\'', at + 2);
    std::vector<unsigned char> octets;
    for (at += 2; at < end; at += 2)
      octets.push_back(static_cast<unsigned char>(std::stoi(text.substr(at, 2), nullptr, 16)));
    return ++at, octets;
  }
  if (text[at] == '\'') {
    std::string value;
    for (++at; text[at] != '\'' || text[at + 1] == '\''; ++at) {
      if (text[at] == '\'') ++at;
      value += text[at];
    }
    return ++at, value;
  }
  std::size_t length = 0;
  const std::int64_t number = std::stoll(text.substr(at, 32), &length);
  return at += length, number;
}

/// What was bound to each parameter of `text`, by its number: '?' counts on, '?1' says which.
std::vector<Value> bound_values(const std::string& text, const std::string& expanded) {
  std::vector<Value> values;
  std::size_t next = 0;
  for (std::size_t at = 0, in = 0; at < text.size();) {
    if (text[at] != '?') {
      if (text[at++] != expanded[in++]) throw std::runtime_error("an expanded statement differs: " + text);
      continue;
    }
    std::size_t number = next;
    if (++at < text.size() && text[at] >= '1' && text[at] <= '9') number = static_cast<std::size_t>(text[at++] - '1');
    next = number + 1;
    if (values.size() < next) values.resize(next);
    values[number] = literal(expanded, in);
  }
  return values;
}

int note(unsigned event, void* context, void* of, void* text) {
  auto& recording = *static_cast<Recording*>(context);
  auto* statement = static_cast<sqlite3_stmt*>(of);
  if (event == SQLITE_TRACE_ROW) return ++recording.issued[recording.running[statement]].rows, 0;
  if (static_cast<const char*>(text)[0] == '-') return 0;  // a trigger, which its statement brings along
  const std::string sql = sqlite3_sql(statement);
  const auto [number, is_new] = recording.numbers.try_emplace(sql, recording.texts.size());
  if (is_new) recording.texts.push_back(sql);
  const std::unique_ptr<char, decltype(&sqlite3_free)> expanded(sqlite3_expanded_sql(statement), sqlite3_free);
  recording.running[statement] = recording.issued.size();
  recording.issued.push_back({number->second, bound_values(sql, expanded.get())});
  return 0;
}

Recording recording;
bool on = false;  // the opening of a lab is not part of the job

int note_if_on(unsigned event, void* context, void* statement, void* text) {
  return on ? note(event, context, statement, text) : 0;
}

int watch(sqlite3* connection, char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, note_if_on, &recording);
}

void record(const std::string& lab_path, const std::string& job) {
  if (sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)) != SQLITE_OK) throw std::runtime_error("trace");
  const ringside::base::SystemClock clock;
  ringside::lab::Lab lab(lab_path, clock);
  ringside::racf::Session session(lab, lab.systems().all().front(), "IBMUSER");
  on = true;
  const auto jobs = ringside::jes::submit(session, job);
  on = false;
  sqlite3_reset_auto_extension();
  for (const auto& result : jobs)
    if (result.condition_code() != 0) throw std::runtime_error("the job did not end with 0");
}

void must(sqlite3* database, int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    throw std::runtime_error(sqlite3_errmsg(database));
}

void bind(sqlite3* database, sqlite3_stmt* statement, const std::vector<Value>& values) {
  int at = 0;
  for (const Value& value : values) {
    ++at;
    if (const auto* number = std::get_if<std::int64_t>(&value))
      must(database, sqlite3_bind_int64(statement, at, *number));
    else if (const auto* text = std::get_if<std::string>(&value))
      must(database, sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()), SQLITE_STATIC));
    else if (const auto* octets = std::get_if<std::vector<unsigned char>>(&value))
      must(database, sqlite3_bind_blob(statement, at, octets->empty() ? static_cast<const void*>("") : octets->data(),
                                       static_cast<int>(octets->size()), SQLITE_STATIC));
    else
      must(database, sqlite3_bind_null(statement, at));
  }
}

/// Seconds for all of them.
double issue(const std::string& path) {
  sqlite3* database = nullptr;
  must(database, sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr));
  must(database, sqlite3_exec(database, "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL",
                              nullptr, nullptr, nullptr));
  const auto start = std::chrono::steady_clock::now();
  std::vector<sqlite3_stmt*> statements(recording.texts.size());
  for (std::size_t n = 0; n < statements.size(); ++n)
    must(database, sqlite3_prepare_v2(database, recording.texts[n].c_str(), -1, &statements[n], nullptr));
  for (const Issued& one : recording.issued) {
    sqlite3_stmt* statement = statements[one.statement];
    bind(database, statement, one.values);
    for (int row = 0; row < std::max(one.rows, 1); ++row) must(database, sqlite3_step(statement));
    must(database, sqlite3_reset(statement));
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  must(database, sqlite3_close(database));
  return taken.count();
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count != 4) throw std::runtime_error("usage: bare_sql RECORD_LAB BARE_LAB JOB");
    std::ifstream file(arguments[3]);
    std::stringstream job;
    job << file.rdbuf();
    record(arguments[1], job.str());
    std::cerr << recording.issued.size() << " statements, " << recording.texts.size() << " of them distinct\n";
    std::cout << issue(arguments[2]) << '\n';
    return 0;
  } catch (const std::exception& e) {
    std::cerr << "bare_sql: " << e.what() << '\n';
    return 1;
  }
}
