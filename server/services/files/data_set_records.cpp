// server/services/files/data_set_records.cpp - the records of a data set as a body, and a body as records.
#include "server/services/files/data_set_records.hpp"

#include <algorithm>

#include "base/ebcdic.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/host/records.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t most_octets = 64u << 20;  // of all records of a data set
constexpr std::size_t length_octets = 4;

std::string shown(const base::Bytes& record, bool fixed, const TransferForm& form) {
  if (form.type == TransferForm::Type::binary) return base::to_text(record);
  if (form.type == TransferForm::Type::record) return length_word(record.size()) + base::to_text(record);
  const std::string line = base::from_ebcdic(record);
  return (fixed ? base::trim_right(line) : line) + (form.crlf ? "\r\n" : "\n");
}

std::vector<std::string> lines_of(const std::string& body, const TransferForm& form) {
  std::vector<std::string> lines = base::lines(body);
  if (form.crlf)
    for (std::string& line : lines)
      if (line.ends_with('\r')) line.pop_back();
  return lines;
}

/// Cuts records that are too long, and fills those of fixed formats.
void fit(TakenRecords& taken, const host::DataSet& format, std::uint8_t filler) {
  const std::size_t most = host::record_capacity({format.record_format, format.record_length});
  const bool fixed = host::is_fixed_format(format.record_format);
  for (base::Bytes& record : taken.records) {
    taken.truncated = taken.truncated || (record.size() > most && most > 0);
    if (most > 0 && (fixed || record.size() > most)) record.resize(most, filler);
  }
}

std::string too_large(std::size_t records, const host::DataSet& format) {
  const std::size_t octets =
      host::is_fixed_format(format.record_format) ? static_cast<std::size_t>(format.record_length) : length_octets;
  if (records <= base::limits::job_records && records * std::max<std::size_t>(octets, 1) <= most_octets) return {};
  return "The data set would be too large";
}

}  // namespace

std::string body_of(const host::DataSet& data_set, const TransferForm& form, const RecordRange& range) {
  const bool fixed = host::is_fixed_format(data_set.record_format);
  const RecordRange part = within(range, data_set.records.size());
  std::string body;
  for (std::size_t at = part.first; at < part.first + part.count; ++at)
    body += shown(data_set.records[at], fixed, form);
  return body;
}

base::Bytes tagged_content(const host::DataSet& data_set) {
  const TransferForm form{TransferForm::Type::record, false};
  return base::to_bytes(body_of(data_set, form, {0, data_set.records.size()}));
}

bool split_records(const base::Bytes& body, std::vector<base::Bytes>& records) {
  for (std::size_t at = 0; at < body.size();) {
    if (body.size() - at < length_octets) return false;
    std::size_t length = 0;
    for (std::size_t n = 0; n < length_octets; ++n) length = length << 8 | body[at++];
    if (length > body.size() - at) return false;
    const auto first = body.begin() + static_cast<std::ptrdiff_t>(at);
    records.emplace_back(first, first + static_cast<std::ptrdiff_t>(length));
    at += length;
  }
  return true;
}

tl::expected<TakenRecords, std::string> records_of(const std::string& body, const host::DataSet& format,
                                                   const TransferForm& form) {
  TakenRecords taken;
  const auto lines = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\n'));
  if (form.type == TransferForm::Type::text) {
    if (const std::string why = too_large(lines, format); !why.empty()) return tl::unexpected(why);
    for (const std::string& line : lines_of(body, form)) taken.records.push_back(base::to_ebcdic(line));
    fit(taken, format, host::ebcdic_blank);
  } else if (form.type == TransferForm::Type::record) {
    if (!split_records(base::to_bytes(body), taken.records))
      return tl::unexpected(std::string("The body is not made of records"));
    if (const std::string why = too_large(taken.records.size(), format); !why.empty()) return tl::unexpected(why);
    fit(taken, format, 0);
  } else {
    const host::RecordForm records{format.record_format, format.record_length};
    const std::size_t most = std::max<std::size_t>(host::record_capacity(records), 1);
    if (const std::string why = too_large(body.size() / most, format); !why.empty()) return tl::unexpected(why);
    taken.records = host::binary_records(format.name, base::to_bytes(body), records).records;
  }
  return taken;
}

}  // namespace ringside::services
