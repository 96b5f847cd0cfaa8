// emulator/tso/exec/exec_files.cpp - EXECIO.
#include "emulator/tso/exec/exec_files.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/ebcdic.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/host/records.hpp"

namespace ringside::tso {
namespace {

constexpr int cut_record = 1;
constexpr int end_of_file = 2;
constexpr int failed = 20;
constexpr std::size_t all = all_lines;

std::vector<std::string> records_of(const racf::Session& session, const host::DdFile& file) {
  std::vector<std::string> records = file.in_stream;
  for (const std::string& name : file.data_sets) {
    const auto data_set = session.data_sets.find(name);
    if (!data_set) continue;
    for (const base::Bytes& record : data_set->records) records.push_back(base::from_ebcdic(record));
  }
  return records;
}

/// A sequential data set, a member of a library, or no data set at all.
bool can_be_written(const racf::Session& session, const host::DdFile& file) {
  if (file.data_sets.empty()) return true;
  const std::string& name = file.data_sets.front();
  const auto form = session.data_sets.format_of(name);
  const bool is_member = name.find('(') != std::string::npos;
  return is_member ? form && form->is_library : !form || !form->is_library;
}

/// Lines from the stack, the one on top first; with `*` up to an empty one.
rexx::Lines from_stack(std::size_t count, rexx::WaitingExec& exec) {
  rexx::Lines stack = exec.take_stack();
  std::size_t taken = std::min(count, stack.size());
  std::size_t used = taken;
  if (count == all) {
    const auto empty = std::find(stack.begin(), stack.end(), "");
    taken = static_cast<std::size_t>(empty - stack.begin());
    used = std::min(taken + 1, stack.size());
  }
  rexx::Lines lines(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(taken));
  exec.queue({stack.begin() + static_cast<std::ptrdiff_t>(used), stack.end()});
  return lines;
}

/// The values of stem1, stem2 and so on; with `*` up to one without a value or with an empty one.
rexx::Lines from_stem(const std::string& stem, std::size_t count, rexx::WaitingExec& exec) {
  constexpr std::size_t at_once = 1'000;
  rexx::Lines lines;
  while (lines.size() < count) {
    rexx::Lines names;
    for (std::size_t n = lines.size(); n < std::min(count, lines.size() + at_once); ++n)
      names.push_back(stem + std::to_string(n + 1));
    const std::size_t before = lines.size();
    for (const auto& value : exec.fetch(names)) {
      if (!value || (count == all && value->empty())) return lines;
      lines.push_back(*value);
    }
    if (lines.size() == before) return lines;
  }
  return lines;
}

}  // namespace

std::optional<host::DdFile> find_file(const racf::Session& session, const std::string& dd) {
  if (const auto allocated = session.files.find(dd); allocated != session.files.end()) {
    host::DdFile file;
    if (!allocated->second.empty()) file.data_sets.push_back(allocated->second);
    return file;
  }
  const auto file = session.step_files.find(dd);
  return file == session.step_files.end() ? std::nullopt : std::optional(file->second);
}

int ExecFiles::execio(const std::string& operands, rexx::WaitingExec& exec, std::vector<std::string>& messages) {
  const auto request = read_execio(operands);
  if (!request) {
    messages.push_back("EXECIO: " + request.error());
    return failed;
  }
  OpenFile* file = open(*request, messages);
  if (file == nullptr) return failed;
  const int code = request->writes ? write(*file, *request, exec, messages) : read(*file, *request, exec);
  if (request->finishes) close(request->dd);
  return code;
}

ExecFiles::OpenFile* ExecFiles::open(const ExecioRequest& request, std::vector<std::string>& messages) {
  const auto found = open_.find(request.dd);
  if (found != open_.end() && found->second.writes == request.writes) return &found->second;
  if (found != open_.end()) close(request.dd);
  const auto file = find_file(session_, request.dd);
  if (!file) {
    messages.push_back(
        fmt::format("IRX0555I The input or output file {} is not allocated. It cannot be opened for I/O.", request.dd));
    messages.push_back("IRX0670I EXECIO error while trying to GET or PUT a record.");
    return nullptr;
  }
  if (request.writes && !can_be_written(session_, *file)) {
    messages.push_back(
        fmt::format("EXECIO: {} cannot be written: the DD must name a data set, or a member of a library that is there",
                    file->data_sets.front()));
    return nullptr;
  }
  OpenFile opened{*file, request.writes};
  if (!request.writes || file->appends) opened.records = records_of(session_, *file);
  return &open_.insert_or_assign(request.dd, std::move(opened)).first->second;
}

int ExecFiles::read(OpenFile& file, const ExecioRequest& request, rexx::WaitingExec& exec) {
  if (request.first > 0) file.at = request.first - 1;
  const std::size_t left = file.at < file.records.size() ? file.records.size() - file.at : 0;
  const std::size_t count = std::min(request.count, left);
  rexx::Lines lines(file.records.begin() + static_cast<std::ptrdiff_t>(file.at),
                    file.records.begin() + static_cast<std::ptrdiff_t>(file.at + count));
  file.at += count;
  if (request.skips) {
    lines.clear();
  } else if (!request.stem.empty()) {
    rexx::Lines variables{request.stem + "0", std::to_string(lines.size())};
    for (std::size_t n = 0; n < lines.size(); ++n) {
      variables.push_back(request.stem + std::to_string(n + 1));
      variables.push_back(lines[n]);
    }
    exec.set(variables);
  } else if (request.on_top) {
    exec.push(lines);
  } else {
    exec.queue(lines);
  }
  return request.count != all && count < request.count ? end_of_file : 0;
}

std::size_t ExecFiles::longest_record(const OpenFile& file) const {
  if (file.file.data_sets.empty()) return base::limits::input_line_bytes;
  const auto data_set = session_.data_sets.format_of(file.file.data_sets.front());
  const std::size_t most = data_set ? host::record_capacity({data_set->record_format, data_set->record_length}) : 0;
  return most == 0 ? base::limits::input_line_bytes : most;
}

int ExecFiles::write(OpenFile& file, const ExecioRequest& request, rexx::WaitingExec& exec,
                     std::vector<std::string>& messages) {
  rexx::Lines lines = request.count == 0     ? rexx::Lines{}
                      : request.stem.empty() ? from_stack(request.count, exec)
                                             : from_stem(request.stem, request.count, exec);
  const std::size_t most = longest_record(file);
  int code = 0;
  for (std::string& line : lines) {
    if (line.size() > most) {
      line.resize(most);
      code = cut_record;
    }
    file.written += line.size();
    if (file.written > base::limits::host_file_bytes) {
      messages.push_back(fmt::format("EXECIO: {} has more than {} octets", request.dd, base::limits::host_file_bytes));
      return failed;
    }
    file.records.push_back(std::move(line));
  }
  return code;
}

void ExecFiles::close(const std::string& dd) {
  const auto found = open_.find(dd);
  if (found == open_.end()) return;
  const OpenFile file = std::move(found->second);
  open_.erase(found);
  if (!file.writes) return;
  if (file.file.spool != nullptr) {
    for (const std::string& record : file.records) file.file.spool->push_back(base::printable(record));
  } else if (!file.file.data_sets.empty()) {
    host::DataSet data_set = session_.data_sets.format_of(file.file.data_sets.front()).value_or(host::DataSet{});
    data_set.is_library = false;
    data_set.name = file.file.data_sets.front();
    const bool fixed = host::is_fixed_format(data_set.record_format);
    data_set.records.clear();
    for (const std::string& record : file.records)
      data_set.records.push_back(fixed ? host::padded_record(record, static_cast<std::size_t>(data_set.record_length))
                                       : base::to_ebcdic(record));
    session_.data_sets.put(data_set);
  }
}

void ExecFiles::close_all() {
  while (!open_.empty()) close(open_.begin()->first);
}

}  // namespace ringside::tso
