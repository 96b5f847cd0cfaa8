// app/commands/record_form.cpp - the content of a real file as records of a data set.
#include "app/commands/record_form.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/ebcdic.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

constexpr int usual_length = 84;
constexpr int longest_length = 32'760;
constexpr int descriptor_octets = 4;  // counted in the LRECL of a variable format
constexpr std::uint8_t ebcdic_blank = 0x40;

bool is_variable(const RecordForm& form) {
  return form.format.front() == 'V';
}
bool is_fixed(const RecordForm& form) {
  return form.format.front() == 'F';
}

std::size_t capacity(const RecordForm& form) {
  return static_cast<std::size_t>(form.length - (is_variable(form) ? descriptor_octets : 0));
}

bool has_control_characters(const std::string& content) {
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
  const std::size_t needed = longest_line + (is_variable(form) ? descriptor_octets : 0);
  form.length = static_cast<int>(std::clamp<std::size_t>(needed, usual_length, longest_length));
  return form;
}

}  // namespace

bool is_transferable_text(const std::string& content) {
  if (has_control_characters(content)) return false;
  const auto lines = base::lines(content);
  return std::all_of(lines.begin(), lines.end(), survives);
}

host::DataSet text_records(const std::string& name, const std::string& content, const RecordForm& form) {
  host::DataSet made{name, form.format, form.length, {}};
  std::size_t longest = 0;
  for (const std::string& line : base::lines(content)) {
    made.records.push_back(base::to_ebcdic(line));
    longest = std::max(longest, made.records.back().size());
    if (!survives(line))
      throw UsageError(fmt::format("line {} has a character that IBM-1047 lacks; --binary takes octets as they are",
                                   made.records.size()));
  }
  const RecordForm fitting = chosen(form, longest);
  made.record_length = fitting.length;
  for (std::size_t at = 0; at < made.records.size(); ++at) {
    base::Bytes& record = made.records[at];
    if (record.size() > capacity(fitting))
      throw UsageError(fmt::format("line {} has {} characters, and a record of RECFM {} with LRECL {} takes {}", at + 1,
                                   record.size(), fitting.format, fitting.length, capacity(fitting)));
    if (is_fixed(fitting)) record.resize(capacity(fitting), ebcdic_blank);
  }
  return made;
}

host::DataSet binary_records(const std::string& name, const std::string& content, const RecordForm& form) {
  const RecordForm fitting = chosen(form, 0);
  host::DataSet made{name, fitting.format, fitting.length, {}};
  const base::Bytes octets = base::to_bytes(content);
  const auto most = static_cast<std::ptrdiff_t>(capacity(fitting));
  for (auto at = octets.begin(); at != octets.end();) {
    const auto end = octets.end() - at > most ? at + most : octets.end();
    made.records.emplace_back(at, end);
    at = end;
  }
  if (is_fixed(fitting) && !made.records.empty()) made.records.back().resize(capacity(fitting), 0);
  return made;
}

}  // namespace ringside::app
