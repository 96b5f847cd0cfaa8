// emulator/database/data_sets.cpp - cataloged sequential data sets of each system.
#include "emulator/database/data_sets.hpp"

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
  Query query =
      store_.query("SELECT name, record_format, record_length, records FROM data_set WHERE system=? AND name=?");
  query.bind(system, name);
  if (!query.next()) return std::nullopt;
  return DataSet{query.text(0), query.text(1), static_cast<int>(query.number(2)), unpack(query.blob(3))};
}

std::vector<std::string> DataSets::names(const std::string& system) const {
  Query query = store_.query("SELECT name FROM data_set WHERE system=? ORDER BY name");
  query.bind(system);
  std::vector<std::string> names;
  while (query.next()) names.push_back(query.text(0));
  return names;
}

void DataSets::put(const std::string& system, const DataSet& data_set) {
  store_
      .query(
          "INSERT INTO data_set(system, name, record_format, record_length, records) VALUES(?,?,?,?,?) ON CONFLICT DO "
          "UPDATE SET record_format=excluded.record_format, record_length=excluded.record_length, "
          "records=excluded.records")
      .bind(system, data_set.name, data_set.record_format, data_set.record_length, pack(data_set.records))
      .run();
}

bool DataSets::remove(const std::string& system, const std::string& name) {
  return store_.query("DELETE FROM data_set WHERE system=? AND name=?").bind(system, name).run() > 0;
}

}  // namespace ringside::database
