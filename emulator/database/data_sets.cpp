// emulator/database/data_sets.cpp - cataloged data sets of each system.
#include "emulator/database/data_sets.hpp"

#include <fmt/format.h>

#include "base/fault.hpp"

namespace ringside::database {
namespace {

// All records are one blob: each record follows its length, four octets with the most significant first.
base::Bytes pack(const std::vector<base::Bytes>& records) {
  base::Bytes blob;
  for (const base::Bytes& record : records) {
    for (int shift = 24; shift >= 0; shift -= 8) blob.push_back(static_cast<std::uint8_t>(record.size() >> shift));
    blob.insert(blob.end(), record.begin(), record.end());
  }
  return blob;
}

std::vector<base::Bytes> unpack(const base::Bytes& blob) {
  std::vector<base::Bytes> records;
  std::size_t at = 0;
  while (at < blob.size()) {
    if (blob.size() - at < 4) throw base::Fault("the lab's database holds a damaged data set");
    std::size_t length = 0;
    for (int i = 0; i < 4; ++i) length = length << 8 | blob[at++];
    if (length > blob.size() - at) throw base::Fault("the lab's database holds a damaged data set");
    const auto start = blob.begin() + static_cast<std::ptrdiff_t>(at);
    records.emplace_back(start, start + static_cast<std::ptrdiff_t>(length));
    at += length;
  }
  return records;
}

}  // namespace

std::optional<DataSet> DataSets::find(const std::string& system, const std::string& name) const {
  if (const auto member = base::member_name(name)) return find_member(system, *member);
  Query query = store_.query(
      "SELECT d.name, record_format, record_length, records, l.name FROM data_set d LEFT JOIN data_set_library l ON "
      "l.system=d.system AND l.name=d.name WHERE d.system=? AND d.name=?");
  query.bind(system, name);
  if (!query.next()) return std::nullopt;
  return DataSet{query.text(0), query.text(1), static_cast<int>(query.number(2)), unpack(query.blob(3)),
                 !query.is_null(4)};
}

std::optional<DataSet> DataSets::find_member(const std::string& system, const base::MemberName& name) const {
  Query query = store_.query(
      "SELECT record_format, record_length, m.records FROM data_set_member m JOIN data_set d ON d.system=m.system AND "
      "d.name=m.library WHERE m.system=? AND m.library=? AND m.name=?");
  query.bind(system, name.library, name.member);
  if (!query.next()) return std::nullopt;
  return DataSet{base::member_of(name.library, name.member), query.text(0), static_cast<int>(query.number(1)),
                 unpack(query.blob(2))};
}

std::optional<bool> DataSets::is_library(const std::string& system, const std::string& name) const {
  Query query = store_.query(
      "SELECT l.name FROM data_set d LEFT JOIN data_set_library l ON l.system=d.system AND l.name=d.name WHERE "
      "d.system=? AND d.name=?");
  query.bind(system, name);
  return query.next() ? std::optional(!query.is_null(0)) : std::nullopt;
}

std::vector<std::string> DataSets::names(const std::string& system) const {
  Query query = store_.query("SELECT name FROM data_set WHERE system=? ORDER BY name");
  query.bind(system);
  std::vector<std::string> names;
  while (query.next()) names.push_back(query.text(0));
  return names;
}

std::vector<std::string> DataSets::members(const std::string& system, const std::string& library) const {
  Query query = store_.query("SELECT name FROM data_set_member WHERE system=? AND library=? ORDER BY name");
  query.bind(system, library);
  std::vector<std::string> names;
  while (query.next()) names.push_back(query.text(0));
  return names;
}

void DataSets::put(const std::string& system, const DataSet& data_set) {
  if (const auto member = base::member_name(data_set.name)) return put_member(system, data_set, *member);
  if (const auto was_library = is_library(system, data_set.name); was_library && *was_library != data_set.is_library)
    throw base::Fault(fmt::format("data set {} is {} library", data_set.name, *was_library ? "a" : "no"));
  put_entry(system, data_set);
  if (data_set.is_library)
    store_.query("INSERT INTO data_set_library(system, name) VALUES(?,?) ON CONFLICT DO NOTHING")
        .bind(system, data_set.name)
        .run();
}

void DataSets::put_entry(const std::string& system, const DataSet& data_set) {
  store_
      .query(
          "INSERT INTO data_set(system, name, record_format, record_length, records) VALUES(?,?,?,?,?) ON CONFLICT DO "
          "UPDATE SET record_format=excluded.record_format, record_length=excluded.record_length, "
          "records=excluded.records")
      .bind(system, data_set.name, data_set.record_format, data_set.record_length, pack(data_set.records))
      .run();
}

void DataSets::put_member(const std::string& system, const DataSet& data_set, const base::MemberName& name) {
  if (!is_library(system, name.library).value_or(false))
    throw base::Fault(fmt::format("data set {} is no library", name.library));
  put_entry(system, {name.library, data_set.record_format, data_set.record_length, {}, true});
  store_
      .query(
          "INSERT INTO data_set_member(system, library, name, records) VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET "
          "records=excluded.records")
      .bind(system, name.library, name.member, pack(data_set.records))
      .run();
}

bool DataSets::remove(const std::string& system, const std::string& name) {
  if (const auto member = base::member_name(name))
    return store_.query("DELETE FROM data_set_member WHERE system=? AND library=? AND name=?")
               .bind(system, member->library, member->member)
               .run() > 0;
  return store_.query("DELETE FROM data_set WHERE system=? AND name=?").bind(system, name).run() > 0;
}

}  // namespace ringside::database
