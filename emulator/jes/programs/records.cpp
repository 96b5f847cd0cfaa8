// emulator/jes/programs/records.cpp - records of DDs and data sets, as utilities copy them.
#include "emulator/jes/programs/records.hpp"

#include <algorithm>

#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "emulator/host/records.hpp"
#include "emulator/jes/path_file.hpp"

namespace ringside::jes {
namespace {

constexpr std::size_t card_columns = 80;

/// The records of one DD of a concatenation.
void add_records(const ProgramInput& input, const AllocatedDd& dd, bool first, RecordFile& file) {
  if (dd.kind == AllocatedDd::Kind::in_stream) {
    for (const parser::Record& record : input.allocation.in_stream(dd))
      file.records.push_back(host::padded_record(record.text, card_columns));
  } else if (dd.kind == AllocatedDd::Kind::path) {
    constexpr int longest_line = 256;
    if (first) file.record_format = "VB";
    if (first) file.record_length = longest_line;
    for (const parser::Record& record : PathFile(input.session, dd.statement->statement).read())
      file.records.push_back(base::to_ebcdic(record.text));
  } else if (dd.kind == AllocatedDd::Kind::data_set) {
    const auto data_set = input.allocation.data_set(dd);
    if (!data_set) return;
    if (first) {
      file.record_format = data_set->record_format;
      file.record_length = data_set->record_length;
    }
    file.records.insert(file.records.end(), data_set->records.begin(), data_set->records.end());
  }
}

}  // namespace

std::optional<RecordFile> read_dd(const ProgramInput& input, const std::string& dd) {
  if (input.allocation.find(dd) == nullptr) return std::nullopt;
  RecordFile file;
  bool first = true;
  for (const AllocatedDd* one : input.allocation.concatenation(dd)) {
    add_records(input, *one, first, file);
    first = false;
  }
  return file;
}

bool keeps_data(const ProgramInput& input, const std::string& dd) {
  const AllocatedDd* found = input.allocation.find(dd);
  return found == nullptr || (found->kind != AllocatedDd::Kind::temporary && found->kind != AllocatedDd::Kind::library);
}

std::optional<OutputFile> output_dd(const ProgramInput& input, const std::string& dd, const RecordFile& from) {
  OutputFile file;
  file.dd = input.allocation.find(dd);
  if (file.dd == nullptr) return std::nullopt;
  const DdForm form = dd_form(file.dd->statement->statement);
  file.record_format = form.record_format;
  file.record_length = form.record_length.value_or(0);
  const bool said = !file.record_format.empty() || file.record_length > 0;
  bool found = false;
  if (file.dd->kind == AllocatedDd::Kind::data_set) {
    file.data_set = file.dd->data_set;
    // Allocation assigns attributes to a new data set; only those of an old one count as specified.
    const auto data_set = input.session.data_sets.format_of(file.data_set);
    found = data_set && file.dd->status != "NEW";
    if (data_set && (found || said)) {
      if (file.record_format.empty()) file.record_format = data_set->record_format;
      if (file.record_length == 0) file.record_length = data_set->record_length;
    }
  }
  file.attributes_copied = file.record_format.empty() || file.record_length == 0;
  if (file.record_format.empty()) file.record_format = from.record_format;
  if (file.record_length == 0) file.record_length = from.record_length;
  return file;
}

bool fits(const RecordFile& from, const OutputFile& to) {
  if (!to.data_set.empty() && host::is_fixed_format(to.record_format)) {
    const auto length = static_cast<std::size_t>(to.record_length);
    return std::all_of(from.records.begin(), from.records.end(),
                       [&](const base::Bytes& record) { return record.size() == length; });
  }
  if (to.data_set.empty() || !host::is_variable_format(to.record_format)) return true;
  const std::size_t most = host::record_capacity({to.record_format, to.record_length});
  return std::all_of(from.records.begin(), from.records.end(),
                     [&](const base::Bytes& record) { return record.size() <= most; });
}

void write_records(const ProgramInput& input, const RecordFile& from, const OutputFile& to, ProgramOutput& output) {
  if (to.data_set.empty()) {
    if (to.dd == nullptr || to.dd->kind == AllocatedDd::Kind::dummy) return;
    Print print{to.dd->name, {}};
    for (const base::Bytes& record : from.records)
      print.lines.push_back(base::printable(base::trim_right(base::from_ebcdic(record))));
    output.prints.push_back(std::move(print));
    return;
  }
  host::DataSet data_set = input.session.data_sets.find(to.data_set).value_or(host::DataSet{});
  data_set.name = to.data_set;
  data_set.record_format = to.record_format;
  data_set.record_length = to.record_length;
  if (to.dd == nullptr || to.dd->status != "MOD") data_set.records.clear();
  if (data_set.is_library) return input.allocation.fail_as_library(*to.dd, "WRITTEN");
  data_set.records.insert(data_set.records.end(), from.records.begin(), from.records.end());
  input.session.data_sets.put(data_set);
}

}  // namespace ringside::jes
