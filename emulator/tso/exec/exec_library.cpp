// emulator/tso/exec/exec_library.cpp - members of SYSEXEC and SYSPROC.
#include "emulator/tso/exec/exec_library.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/records.hpp"

namespace ringside::tso {
namespace {

constexpr std::size_t sequence_columns = 8;
constexpr std::size_t longest_member_name = 8;

std::vector<std::string> libraries_of(const racf::Session& session, const std::string& dd) {
  if (const auto allocated = session.files.find(dd); allocated != session.files.end())
    return allocated->second.empty() ? std::vector<std::string>{} : std::vector{allocated->second};
  const auto file = session.step_files.find(dd);
  return file == session.step_files.end() ? std::vector<std::string>{} : file->second.data_sets;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Takes off line numbers: the last 8 columns of fixed records, the first 8 of variable ones (TSO/E Command Reference,
/// EXEC).
void take_off_numbers(std::vector<std::string>& lines, const host::DataSet& data_set) {
  const bool fixed = host::is_fixed_format(data_set.record_format);
  const auto length = static_cast<std::size_t>(std::max(data_set.record_length, 0));
  if (lines.empty() || (fixed && length < sequence_columns)) return;
  const std::size_t from = fixed ? length - sequence_columns : 0;
  const std::string& first = lines.front();
  if (first.size() < from + sequence_columns || !is_number(std::string_view(first).substr(from, sequence_columns)))
    return;
  for (std::string& line : lines)
    line = fixed ? base::trim_right(line.substr(0, from)) : line.substr(std::min(line.size(), sequence_columns));
}

bool has_identifier(std::string_view line) {
  const auto comment = line.find("/*");
  return comment != std::string_view::npos && base::upper(line.substr(comment)).find("REXX") != std::string::npos;
}

std::string member_of(const std::string& name) {
  const auto open = name.find('(');
  return open == std::string::npos ? name.substr(name.rfind('.') == std::string::npos ? 0 : name.rfind('.') + 1)
                                   : name.substr(open + 1, name.size() - open - 2);
}

}  // namespace

tl::expected<FoundExec, std::string> exec_in(const host::DataSet& data_set, bool by_identifier) {
  const auto text = host::text_of(data_set);
  if (!text) return tl::make_unexpected(fmt::format("{} is not text", data_set.name));
  std::vector<std::string> lines = base::lines(*text);
  take_off_numbers(lines, data_set);
  if (by_identifier && (lines.empty() || !has_identifier(lines.front())))
    return tl::make_unexpected(
        fmt::format("the first line of {} has no comment with the word REXX: it is a CLIST", data_set.name));
  return FoundExec{
      .name = member_of(data_set.name), .data_set = data_set.name, .source = base::join(lines, "\n") + "\n"};
}

std::optional<tl::expected<FoundExec, std::string>> find_exec(racf::Session& session, std::string_view name) {
  if (name.empty() || name.size() > longest_member_name) return std::nullopt;
  const std::string member = base::upper(name);
  for (const char* dd : {"SYSEXEC", "SYSPROC"})
    for (const std::string& library : libraries_of(session, dd)) {
      const auto data_set = session.data_sets.find(library + "(" + member + ")");
      if (!data_set) continue;
      auto found = exec_in(*data_set, std::string_view(dd) == "SYSPROC");
      if (found) {
        found->name = member;
        found->dd = dd;
        found->data_set = library;
      }
      return found;
    }
  return std::nullopt;
}

}  // namespace ringside::tso
