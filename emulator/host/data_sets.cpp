// emulator/host/data_sets.cpp - the data sets of one z/OS system.
#include "emulator/host/data_sets.hpp"

#include <algorithm>

#include "base/ebcdic.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::host {
namespace {

constexpr int descriptor_octets = 4;  // RDW, counted in the LRECL of a variable format

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || c == '@' || c == '#' || c == '$';
}

bool is_qualifier(std::string_view text) {
  return !text.empty() && text.size() <= 8 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

void cut(std::vector<base::Bytes>& records, base::ByteView bytes, int record_length) {
  if (record_length <= descriptor_octets) throw base::Fault("a record length that leaves no room for data");
  const auto most = static_cast<std::size_t>(record_length - descriptor_octets);
  for (std::size_t at = 0; at < bytes.size(); at += most) {
    const auto piece = bytes.subspan(at, std::min(most, bytes.size() - at));
    records.emplace_back(piece.begin(), piece.end());
  }
}

// DER is always binary; text that is no EBCDIC Base64 is left as it is, so that the reader says what it found.
bool looks_like_base64(std::string_view text) {
  if (text.find("-----BEGIN") != std::string_view::npos) return true;
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \n") ==
         std::string_view::npos;
}

}  // namespace

std::string qualify(std::string_view name, bool quoted, std::string_view prefix) {
  const std::string upper = base::upper(name);
  return quoted || prefix.empty() ? upper : base::upper(prefix) + "." + upper;
}

bool is_data_set_name(std::string_view name) {
  if (name.empty() || name.size() > 44) return false;
  const auto qualifiers = base::split(name, '.');
  return std::all_of(qualifiers.begin(), qualifiers.end(), [](const std::string& q) { return is_qualifier(q); });
}

DataSet text_data_set(std::string name, std::string_view text, int record_length) {
  DataSet data_set{std::move(name), "VB", record_length, {}};
  for (const std::string& line : base::lines(text)) {
    const base::Bytes record = base::to_ebcdic(line);
    if (record.empty()) {
      data_set.records.emplace_back();
    } else {
      cut(data_set.records, record, record_length);
    }
  }
  return data_set;
}

DataSet binary_data_set(std::string name, base::ByteView bytes, int record_length) {
  DataSet data_set{std::move(name), "VB", record_length, {}};
  cut(data_set.records, bytes, record_length);
  return data_set;
}

base::Bytes contents(const DataSet& data_set) {
  base::Bytes all;
  for (const base::Bytes& record : data_set.records) all.insert(all.end(), record.begin(), record.end());
  return all;
}

std::optional<std::string> text_of(const DataSet& data_set) {
  std::string text;
  for (const base::Bytes& record : data_set.records) {
    if (!base::is_ebcdic_text(record)) return std::nullopt;
    text += base::trim_right(base::from_ebcdic(record)) + "\n";
  }
  return text;
}

base::Bytes certificate_input(const DataSet& data_set) {
  const auto text = text_of(data_set);
  return text && looks_like_base64(*text) ? base::to_bytes(*text) : contents(data_set);
}

}  // namespace ringside::host
