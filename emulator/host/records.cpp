// emulator/host/records.cpp - content as records of a data set, and records as content.
#include "emulator/host/records.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/ebcdic.hpp"
#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::host {
namespace {

constexpr int usual_length = 84;
constexpr int longest_length = 32'760;
constexpr int descriptor_octets = 4;

bool has_control_characters(std::string_view content) {
  return std::any_of(content.begin(), content.end(), [](char c) {
    const auto octet = static_cast<unsigned char>(c);
    return octet == 0x7f || (octet < 0x20 && c != '\n' && c != '\r' && c != '\t');
  });
}

bool survives(const std::string& line) {
  return base::from_ebcdic(base::to_ebcdic(line)) == line;
}

RecordForm chosen(RecordForm form, std::size_t longest_line) {
  if (form.length != 0) return form;
  const std::size_t needed = longest_line + (is_variable_format(form.format) ? descriptor_octets : 0);
  form.length = static_cast<int>(std::clamp<std::size_t>(needed, usual_length, longest_length));
  return form;
}

void cut(std::vector<base::Bytes>& records, base::ByteView bytes, const RecordForm& form) {
  const std::size_t most = record_capacity(form);
  if (most == 0) throw base::Fault("a record length that leaves no room for data");
  for (std::size_t at = 0; at < bytes.size(); at += most) {
    const auto piece = bytes.subspan(at, std::min(most, bytes.size() - at));
    records.emplace_back(piece.begin(), piece.end());
  }
}

// DER is always binary. Text that is not Base64 in EBCDIC stays as it is, so that the reader reports what it found.
bool looks_like_base64(std::string_view text) {
  if (text.find("-----BEGIN") != std::string_view::npos) return true;
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \n") ==
         std::string_view::npos;
}

}  // namespace

bool is_fixed_format(std::string_view format) {
  return format.starts_with('F');
}

bool is_variable_format(std::string_view format) {
  return format.starts_with('V');
}

std::size_t record_capacity(const RecordForm& form) {
  const int octets = form.length - (is_variable_format(form.format) ? descriptor_octets : 0);
  return static_cast<std::size_t>(std::max(octets, 0));
}

base::Bytes padded_record(std::string_view line, std::size_t length) {
  base::Bytes record = base::to_ebcdic(line);
  if (record.size() < length) record.resize(length, ebcdic_blank);
  return record;
}

bool is_transferable_text(std::string_view content) {
  if (has_control_characters(content)) return false;
  const auto lines = base::lines(content);
  return std::all_of(lines.begin(), lines.end(), survives);
}

tl::expected<DataSet, std::string> text_records(std::string name, std::string_view text, const RecordForm& form) {
  DataSet made{std::move(name), form.format, form.length, {}};
  std::size_t longest = 0;
  for (const std::string& line : base::lines(text)) {
    made.records.push_back(base::to_ebcdic(line));
    longest = std::max(longest, made.records.back().size());
    if (!survives(line))
      return tl::unexpected(fmt::format(
          "line {} has a character that IBM-1047 lacks; --binary takes octets as they are", made.records.size()));
  }
  const RecordForm fitting = chosen(form, longest);
  const std::size_t most = record_capacity(fitting);
  made.record_length = fitting.length;
  for (std::size_t at = 0; at < made.records.size(); ++at) {
    base::Bytes& record = made.records[at];
    if (record.size() > most)
      return tl::unexpected(fmt::format("line {} has {} characters, and a record of RECFM {} with LRECL {} takes {}",
                                        at + 1, record.size(), fitting.format, fitting.length, most));
    if (is_fixed_format(fitting.format)) record.resize(most, ebcdic_blank);
  }
  return made;
}

DataSet folded_text_records(std::string name, std::string_view text) {
  const RecordForm form{"VB", usual_length};
  DataSet made{std::move(name), form.format, form.length, {}};
  for (const std::string& line : base::lines(text)) {
    if (line.empty())
      made.records.emplace_back();
    else
      cut(made.records, base::to_ebcdic(line), form);
  }
  return made;
}

DataSet binary_records(std::string name, base::ByteView content, const RecordForm& form) {
  const RecordForm fitting = chosen(form, 0);
  DataSet made{std::move(name), fitting.format, fitting.length, {}};
  cut(made.records, content, fitting);
  if (is_fixed_format(fitting.format) && !made.records.empty()) made.records.back().resize(record_capacity(fitting), 0);
  return made;
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
