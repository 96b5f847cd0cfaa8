// twin/compare/sorted_records.cpp - the records of an unload in the order of their keys, however many there are.
#include "twin/compare/sorted_records.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>

#include "base/fault.hpp"
#include "twin/compare/record_key.hpp"

namespace ringside::twin {
namespace {

[[noreturn]] void fail_on_temporary_file() {
  throw base::Fault(std::string("the temporary file for records: ") + std::strerror(errno));
}

}  // namespace

SortedRecords::SortedRecords() : file_(std::tmpfile()) {
  if (!file_) fail_on_temporary_file();
}

void SortedRecords::add(const std::string& line) {
  const Record record(line);
  places_.push_back({record_key(record), size_, static_cast<std::uint32_t>(line.size())});
  if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) fail_on_temporary_file();
  size_ += line.size();
}

void SortedRecords::sort() {
  if (std::fflush(file_.get()) != 0) fail_on_temporary_file();
  std::sort(places_.begin(), places_.end(), [](const Place& left, const Place& right) {
    return std::tie(left.key, left.offset) < std::tie(right.key, right.offset);
  });
}

std::optional<Record> SortedRecords::next() {
  if (at_ == places_.size()) return std::nullopt;
  const Place& place = places_[at_++];
  std::string line(place.length, '\0');
  if (::fseeko(file_.get(), static_cast<off_t>(place.offset), SEEK_SET) != 0 ||
      std::fread(line.data(), 1, line.size(), file_.get()) != line.size())
    fail_on_temporary_file();
  return Record(std::move(line));
}

}  // namespace ringside::twin
