// emulator/jes/programs/idcams_functions.cpp - DELETE, LISTCAT and REPRO on the data sets of the step's system.
#include "emulator/jes/programs/idcams_functions.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/text.hpp"
#include "emulator/jes/programs/records.hpp"

namespace ringside::jes {
namespace {

constexpr int warning = 4;    // LISTCAT did not find an entry
constexpr int not_found = 8;  // DELETE did not find an entry
int completed(AmsRun& run, int code) {
  run.say(MessageId::idc0001i, {std::to_string(code)});
  return code;
}

int terminated(AmsRun& run) {
  run.say(MessageId::idc3003i, {std::to_string(not_performed)});
  return not_performed;
}

/// Entry names must be upper case: in batch they are not folded.
bool is_entry_name(const std::string& name) {
  return base::member_name(name) || base::is_data_set_name(base::replace_all(name, "*", "A"));
}

/// Refuses an invalid name; the whole command is then bypassed.
bool names_are_valid(AmsRun& run, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (is_entry_name(name)) continue;
    run.say(MessageId::idc3203i, {base::printable(name)});
    bypassed(run);
    return false;
  }
  return true;
}

void say_not_found(AmsRun& run, const std::string& name) {
  run.say(MessageId::idc3012i, {name});
  run.say(MessageId::idc3009i);
}

constexpr std::array<std::string_view, 14> entry_types = {"AIX",         "ALIAS",       "CLUSTER",    "DATA", "GDG",
                                                          "INDEX",       "NONVSAM",     "PAGESPACE",  "PATH", "SPACE",
                                                          "USERCATALOG", "TAPELIBRARY", "TAPEVOLUME", "TOTAL"};

/// Deletes one member. Returns the condition code.
int delete_member(AmsRun& run, const std::string& name) {
  constexpr std::size_t name_width = 8;
  const auto [library, member] = *base::member_name(name);
  if (run.input.session.data_sets.remove(name)) {
    run.say(MessageId::idc0549i, {member});
    return 0;
  }
  if (run.input.session.data_sets.find(library)) {
    run.say(MessageId::idc3302i, {library});
    run.say(MessageId::idc3330i, {base::pad_right(member, name_width)});
  } else {
    say_not_found(run, library);
  }
  run.say(MessageId::idc0548i, {member});
  return not_found;
}

/// Deletes the entries of a name. Returns the condition code.
int delete_entries(AmsRun& run, const std::string& name) {
  const auto found = run.input.session.data_sets.matching(name);
  for (const std::string& entry : found) {
    run.input.session.data_sets.remove(entry);
    run.say(MessageId::idc0550i, {entry});
  }
  if (!found.empty()) return 0;
  say_not_found(run, name);
  run.say(MessageId::idc0551i, {name});
  return not_found;
}

void say_counts(AmsRun& run, std::size_t listed) {
  run.lines.emplace_back("         THE NUMBER OF ENTRIES PROCESSED WAS:");
  for (const std::string_view type : entry_types) {
    const bool counts = type == "NONVSAM" || type == "TOTAL";
    run.lines.push_back(fmt::format("{:19}{:-<23}{}", "", std::string(type) + " ", counts ? listed : 0));
  }
  run.lines.emplace_back("         THE NUMBER OF PROTECTED ENTRIES SUPPRESSED WAS 0");
}

/// A DD or a data set that REPRO reads or writes; `said` is the operand that names it.
struct Side {
  const AmsOperand* file = nullptr;
  const AmsOperand* data_set = nullptr;
  [[nodiscard]] bool given() const { return file != nullptr || data_set != nullptr; }
  [[nodiscard]] std::string name() const {
    const AmsOperand* one = file != nullptr ? file : data_set;
    return one == nullptr || one->values.empty() ? std::string{} : one->values.front();
  }
};

std::nullopt_t refuse_library(AmsRun& run, const std::string& name) {
  run.say(MessageId::rsd353i, {name + " IS NEITHER A SEQUENTIAL DATA SET NOR A MEMBER"});
  return std::nullopt;
}

std::optional<RecordFile> open_input(AmsRun& run, const Side& side) {
  if (side.file != nullptr) {
    auto file = read_dd(run.input, base::upper(side.name()));
    if (!file) run.say(MessageId::idc3300i, {side.name()});
    return file;
  }
  const auto data_set = run.input.session.data_sets.find(side.name());
  if (data_set && data_set->is_library) return refuse_library(run, side.name());
  if (data_set) return RecordFile{data_set->record_format, data_set->record_length, data_set->records};
  run.say(MessageId::ikj56228i, {side.name()});
  return std::nullopt;
}

std::optional<OutputFile> open_output(AmsRun& run, const Side& side, const RecordFile& from) {
  if (side.file != nullptr) {
    auto file = output_dd(run.input, base::upper(side.name()), from);
    if (!file) run.say(MessageId::idc3300i, {side.name()});
    return file;
  }
  const auto data_set = run.input.session.data_sets.format_of(side.name());
  const bool is_member = base::member_name(side.name()).has_value();
  if (data_set && data_set->is_library != is_member) return refuse_library(run, side.name());
  if (data_set) return OutputFile{nullptr, side.name(), data_set->record_format, data_set->record_length, false};
  run.say(MessageId::ikj56228i, {side.name()});
  return std::nullopt;
}

/// The number of COUNT(n) or SKIP(n); `otherwise` if it is not coded, nullopt if it is not a number.
std::optional<std::size_t> amount(const AmsCommand& command, std::string_view keyword, std::size_t otherwise) {
  const AmsOperand* operand = command.find(keyword);
  if (operand == nullptr) return otherwise;
  const auto number = operand->values.size() == 1 ? base::number(operand->values.front(), 2'147'483'647) : std::nullopt;
  return number ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

void cut(RecordFile& file, std::size_t skip, std::size_t count) {
  const auto first = static_cast<std::ptrdiff_t>(std::min(skip, file.records.size()));
  file.records.erase(file.records.begin(), file.records.begin() + first);
  if (file.records.size() > count) file.records.resize(count);
}

}  // namespace

int bypassed(AmsRun& run) {
  run.say(MessageId::idc3202i, {std::to_string(not_performed)});
  return not_performed;
}

const AmsOperand* AmsCommand::find(std::string_view keyword) const {
  const auto found = std::find_if(operands.begin(), operands.end(),
                                  [&](const AmsOperand& operand) { return operand.keyword == keyword; });
  return found == operands.end() ? nullptr : &*found;
}

int ams_delete(AmsRun& run, const AmsCommand& command) {
  const AmsOperand* entries = command.find("");
  if (entries == nullptr || entries->values.empty()) {
    run.say(MessageId::rsd353i, {"DELETE NAMES NO ENTRY"});
    run.say(MessageId::idc3202i, {std::to_string(not_performed)});
    return not_performed;
  }
  if (!names_are_valid(run, entries->values)) return not_performed;
  const bool other_type = command.find("CLUSTER") != nullptr || command.find("GENERATIONDATAGROUP") != nullptr ||
                          command.find("ALIAS") != nullptr;
  if (other_type) run.remark("DELETE of a type other than NONVSAM: a lab holds data sets and libraries only");
  int code = 0;
  for (const std::string& name : entries->values) {
    if (other_type) {
      say_not_found(run, name);
      run.say(MessageId::idc0551i, {name});
      code = not_found;
    } else {
      code = std::max(code, base::member_name(name) ? delete_member(run, name) : delete_entries(run, name));
    }
  }
  return completed(run, code);
}

int ams_listcat(AmsRun& run, const AmsCommand& command) {
  const AmsOperand* entries = command.find("ENTRIES");
  const AmsOperand* level = command.find("LEVEL");
  if ((entries == nullptr) == (level == nullptr)) {
    run.say(MessageId::rsd351i, {"IDCAMS", "LISTCAT WITHOUT ENTRIES OR LEVEL, OR WITH BOTH,"});
    run.say(MessageId::idc3202i, {std::to_string(not_performed)});
    return not_performed;
  }
  const AmsOperand& wanted = entries != nullptr ? *entries : *level;
  if (!names_are_valid(run, wanted.values)) return not_performed;
  int code = 0;
  std::size_t listed = 0;
  for (const std::string& name : wanted.values) {
    const auto found =
        entries != nullptr ? run.input.session.data_sets.matching(name) : run.input.session.data_sets.below(name);
    if (found.empty()) {
      say_not_found(run, name);
      run.say(MessageId::idc1566i, {name});
      code = warning;
    }
    for (const std::string& entry : found) {
      run.lines.push_back("NONVSAM ------- " + entry);
      run.lines.push_back("     IN-CAT --- " + std::string(host::catalog));
    }
    listed += found.size();
  }
  say_counts(run, listed);
  return completed(run, code);
}

int ams_repro(AmsRun& run, const AmsCommand& command) {
  const Side in{command.find("INFILE"), command.find("INDATASET")};
  const Side out{command.find("OUTFILE"), command.find("OUTDATASET")};
  const auto skip = amount(command, "SKIP", 0);
  const auto count = amount(command, "COUNT", static_cast<std::size_t>(-1));
  if (!in.given() || !out.given() || in.name().empty() || out.name().empty() || !skip || !count) {
    run.say(MessageId::rsd353i, {"REPRO NEEDS INFILE OR INDATASET, AND OUTFILE OR OUTDATASET"});
    run.say(MessageId::idc3202i, {std::to_string(not_performed)});
    return not_performed;
  }
  for (const Side& side : {in, out}) {
    if (side.file == nullptr || keeps_data(run.input, base::upper(side.name()))) continue;
    run.say(MessageId::rsd351i, {"REPRO", "A TEMPORARY DATA SET FOR " + side.name()});
    return terminated(run);
  }
  auto from = open_input(run, in);
  if (!from) return terminated(run);
  const auto to = open_output(run, out, *from);
  if (!to) return terminated(run);
  cut(*from, *skip, *count);
  if (!fits(*from, *to)) {
    run.say(MessageId::rsd353i, {fmt::format("A RECORD DOES NOT FIT RECFM={},LRECL={} OF {}", to->record_format,
                                             to->record_length, out.name())});
    return terminated(run);
  }
  write_records(run.input, *from, *to, run.output);
  run.say(MessageId::idc0005i, {std::to_string(from->records.size())});
  return completed(run, 0);
}

}  // namespace ringside::jes
