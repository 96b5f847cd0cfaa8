// twin/compare/sorted_records.hpp - the records of an unload in the order of their keys, however many there are.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "twin/records/record.hpp"

namespace ringside::twin {

/// Records are kept in a temporary file without a name; their keys are in memory, about 100 octets each.
class SortedRecords {
 public:
  /// Throws base::Fault if there is no place for the file.
  SortedRecords();

  /// Adds a record in UTF-8. Throws base::Fault if the disk is full.
  void add(const std::string& line);
  /// Sorts what was added, by key and then in the order of addition. Called once, before next().
  void sort();
  /// The next record; nullopt after the last.
  std::optional<Record> next();

 private:
  struct Place {
    std::string key;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
  };
  struct Closer {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
  };

  std::unique_ptr<std::FILE, Closer> file_;
  std::uint64_t size_ = 0;
  std::vector<Place> places_;
  std::size_t at_ = 0;
};

}  // namespace ringside::twin
