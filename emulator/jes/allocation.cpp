// emulator/jes/allocation.cpp - the DD statements of one step.
#include "emulator/jes/allocation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/host/records.hpp"
#include "emulator/jes/path_file.hpp"
#include "emulator/jes/prepare.hpp"
#include "emulator/jes/step.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "parser/jcl/symbols.hpp"

namespace ringside::jes {
namespace {

using parser::JclOperand;
using parser::JclStatement;

constexpr std::size_t record_columns = 80;

const std::string& data_set_name(const JclStatement& statement) {
  static const std::string none;
  const JclOperand* operand = statement.find("DSN");
  if (operand == nullptr) operand = statement.find("DSNAME");
  return operand == nullptr ? none : operand->text;
}

bool has_positional(const JclStatement& statement, std::string_view word) {
  return std::any_of(statement.operands.begin(), statement.operands.end(),
                     [&](const JclOperand& operand) { return operand.keyword.empty() && operand.text == word; });
}

std::string part_or(const std::vector<std::string>& parts, std::size_t at, const std::string& otherwise) {
  return at < parts.size() && !parts[at].empty() ? parts[at] : otherwise;
}

std::string status_of(const JclStatement& statement) {
  const JclOperand* disp = statement.find("DISP");
  return disp == nullptr ? "NEW" : part_or(values_of(*disp), 0, "NEW");
}

/// The value of LRECL, RECFM and the like, as an operand of the DD or inside DCB: LRECL=80 or DCB=(LRECL=80). Returns
/// an empty string if there is none.
std::string dd_attribute(const JclStatement& statement, std::string_view keyword) {
  if (const JclOperand* own = statement.find(keyword)) return own->text;
  const JclOperand* dcb = statement.find("DCB");
  if (dcb == nullptr) return {};
  for (const JclOperand& part : dcb->parts)
    if (part.keyword == keyword) return part.text;
  return dcb->text.starts_with(std::string(keyword) + "=") ? dcb->text.substr(keyword.size() + 1) : std::string{};
}

/// Whether a new data set becomes a library (JCL Reference: DSNAME, SPACE with directory blocks, DSORG, DSNTYPE).
bool makes_library(const AllocatedDd& dd) {
  constexpr std::size_t directory_blocks = 2;
  const JclStatement& statement = dd.statement->statement;
  const std::string type = statement.value_of("DSNTYPE");
  if (base::member_name(dd.data_set) || dd_attribute(statement, "DSORG") == "PO") return true;
  if (type == "PDS" || type.starts_with("LIBRARY")) return true;
  const JclOperand* space = statement.find("SPACE");
  if (space == nullptr || space->parts.size() < 2) return false;
  const auto& amounts = space->parts[1].parts;
  return amounts.size() > directory_blocks && base::number(amounts[directory_blocks].text, 16'777'215).value_or(0) > 0;
}

host::DataSet empty_data_set(const AllocatedDd& dd) {
  const DdForm form = dd_form(dd.statement->statement);
  host::DataSet made{.name = dd.cataloged_name(), .records = {}, .is_library = makes_library(dd)};
  if (!form.record_format.empty()) made.record_format = form.record_format;
  if (form.record_length) made.record_length = *form.record_length;
  return made;
}

}  // namespace

DdForm dd_form(const JclStatement& statement) {
  constexpr long longest_record = 32'760;
  DdForm form{dd_attribute(statement, "RECFM"), std::nullopt};
  if (const auto length = base::number(dd_attribute(statement, "LRECL"), longest_record))
    form.record_length = static_cast<int>(*length);
  return form;
}

std::string AllocatedDd::cataloged_name() const {
  const auto member = base::member_name(data_set);
  return member ? member->library : data_set;
}

AllocatedDd Allocation::classify(const parser::DdStatement& dd) const {
  const JclStatement& statement = dd.statement;
  AllocatedDd result;
  result.name = statement.name.empty() && !dds_.empty() ? dds_.back().name : statement.name;
  result.statement = &dd;
  const std::string& name = data_set_name(statement);
  if (dd.in_stream) {
    result.kind = AllocatedDd::Kind::in_stream;
  } else if (has_positional(statement, "DUMMY") || name == "NULLFILE") {
    result.kind = AllocatedDd::Kind::dummy;
  } else if (statement.find("SYSOUT") != nullptr) {
    result.kind = AllocatedDd::Kind::sysout;
  } else if (statement.find("PATH") != nullptr) {
    result.kind = AllocatedDd::Kind::path;
    result.data_set = statement.value_of("PATH");
    return result;
  } else if (is_library_dd(result.name) && !session_.data_sets.find(name)) {
    result.kind = AllocatedDd::Kind::library;
  } else {
    result.kind = name.empty() || name.starts_with("&") ? AllocatedDd::Kind::temporary : AllocatedDd::Kind::data_set;
  }
  result.data_set = name;
  return result;
}

AllocationFailure Allocation::failure(const AllocatedDd& dd, std::vector<std::string> messages,
                                      std::string cause) const {
  return {std::move(messages), fmt::format("DD {}: {}", dd.name, std::move(cause))};
}

std::optional<AllocationFailure> Allocation::find_or_make(AllocatedDd& dd) {
  const JclStatement& statement = dd.statement->statement;
  const std::string step = name_in_messages(step_);
  const auto member = base::member_name(dd.data_set);
  if (!member && !base::is_data_set_name(dd.data_set)) {
    const std::string text = message(MessageId::rsd332i, {"DSN", dd.data_set, "NO DATA SET HAS SUCH A NAME"});
    return failure(dd, {text}, dd.data_set + " is no name of a data set or member; generations are not emulated");
  }
  const std::string name = dd.cataloged_name();
  dd.status = status_of(statement);
  const JclOperand* disp = statement.find("DISP");
  const auto parts = disp == nullptr ? std::vector<std::string>{} : values_of(*disp);
  const auto found = session_.data_sets.find(name);
  const bool exists = found.has_value();
  const bool makes = dd.status == "NEW" || (dd.status == "MOD" && !exists);
  dd.disposition = part_or(parts, 1, makes ? "DELETE" : "KEEP");
  dd.abnormal_disposition = part_or(parts, 2, dd.disposition);
  if (dd.status == "NEW" && exists)
    return failure(dd, {message(MessageId::igd17101i, {name}), message(MessageId::ief344i, {job_, step, dd.name})},
                   name + " exists already, and DISP=NEW would make it");
  if (!makes && !exists)
    return failure(dd, {message(MessageId::ief212i, {job_, step, dd.name})},
                   name + " does not exist on this system; 'ringside put' makes one from a file or folder");
  if (exists && member && !found->is_library)
    return failure(dd, {message(MessageId::rsd332i, {"DSN", dd.data_set, name + " IS NO LIBRARY"})},
                   name + " is a sequential data set, and has no members");
  if (dd.disposition == "DELETE" && exists && member)
    remarks_.push_back(fmt::format("DD {}: DISP=DELETE deletes the whole library {}", dd.name, name));
  dd.made = makes;
  if (makes) session_.data_sets.put(empty_data_set(dd));
  return std::nullopt;
}

std::optional<AllocationFailure> Allocation::open_path(const AllocatedDd& dd) {
  racf::make_home_and_tmp(session_, racf::unix_user(session_));
  const auto cause = PathFile(session_, dd.statement->statement).open();
  if (!cause) return std::nullopt;
  const std::string text = message(MessageId::rsd355i, {job_, name_in_messages(step_), dd.name, dd.data_set, *cause});
  return failure(dd, {text}, dd.data_set + ": " + *cause);
}

std::optional<AllocationFailure> Allocation::allocate() {
  for (const parser::DdStatement& statement : step_.dds) {
    AllocatedDd dd = classify(statement);
    if (dd.kind == AllocatedDd::Kind::data_set)
      if (auto failed = find_or_make(dd)) return failed;
    if (dd.kind == AllocatedDd::Kind::path)
      if (auto failed = open_path(dd)) return failed;
    dds_.push_back(std::move(dd));
  }
  return std::nullopt;
}

void Allocation::release(bool normal_end) {
  for (const AllocatedDd& dd : dds_)
    if (dd.kind == AllocatedDd::Kind::path) PathFile(session_, dd.statement->statement).release(normal_end);
  for (const AllocatedDd& dd : dds_)
    if (dd.kind == AllocatedDd::Kind::data_set && (normal_end ? dd.disposition : dd.abnormal_disposition) == "DELETE")
      session_.data_sets.remove(dd.cataloged_name());
}

const AllocatedDd* Allocation::find(const std::string& name) const {
  const auto found = std::find_if(dds_.begin(), dds_.end(), [&](const AllocatedDd& dd) { return dd.name == name; });
  return found == dds_.end() ? nullptr : &*found;
}

std::vector<const AllocatedDd*> Allocation::concatenation(const std::string& name) const {
  std::vector<const AllocatedDd*> found;
  auto dd = std::find_if(dds_.begin(), dds_.end(), [&](const AllocatedDd& one) { return one.name == name; });
  for (; dd != dds_.end() && dd->kind != AllocatedDd::Kind::dummy; ++dd) {
    // On the statements, the DDs after the first one have no name.
    if (!found.empty() && !dd->statement->statement.name.empty()) break;
    found.push_back(&*dd);
  }
  return found;
}

void Allocation::write(const AllocatedDd& dd, const std::vector<std::string>& lines) {
  if (dd.kind == AllocatedDd::Kind::path) {
    if (const auto cause = PathFile(session_, dd.statement->statement).write(lines))
      remarks_.push_back(fmt::format("DD {}: {}: {}", dd.name, dd.data_set, *cause));
    return;
  }
  constexpr int descriptor_octets = 4;
  if (base::member_name(dd.data_set)) return write_member(dd, lines);
  host::DataSet data_set =
      session_.data_sets.find(dd.data_set).value_or(host::DataSet{.name = dd.data_set, .records = {}});
  if (data_set.is_library) return fail_as_library(dd, "WRITTEN");
  if (dd.status != "MOD") data_set.records.clear();
  for (const std::string& line : lines) {
    data_set.records.push_back(base::to_ebcdic(line));
    const int needed = static_cast<int>(data_set.records.back().size()) + descriptor_octets;
    data_set.record_length = std::max(data_set.record_length, needed);
  }
  session_.data_sets.put(data_set);
}

// The format of a library is that of its other members, too: long lines are folded.
void Allocation::write_member(const AllocatedDd& dd, const std::vector<std::string>& lines) {
  host::DataSet member = session_.data_sets.format_of(dd.data_set).value_or(host::DataSet{});
  member.name = dd.data_set;
  member.is_library = false;
  const std::size_t most =
      std::max<std::size_t>(host::record_capacity({member.record_format, member.record_length}), 1);
  const std::size_t least = host::is_fixed_format(member.record_format) ? most : 0;
  for (const std::string& line : lines) {
    const base::Bytes record = host::padded_record(line, least);
    for (std::size_t at = 0; at == 0 || at < record.size(); at += most) {
      const auto piece = base::ByteView(record).subspan(at, std::min(most, record.size() - at));
      member.records.emplace_back(piece.begin(), piece.end());
      if (member.records.back().size() < least) member.records.back().resize(least, host::ebcdic_blank);
    }
  }
  session_.data_sets.put(member);
}

void Allocation::fail_as_library(const AllocatedDd& dd, const char* use) {
  if (input_failure_) return;
  input_failure_ =
      failure(dd, {message(MessageId::rsd356i, {job_, name_in_messages(step_), dd.name, dd.data_set, use})},
              dd.data_set + " is a library; DSN=" + dd.data_set + "(MEMBER) names a member");
}

std::optional<host::DataSet> Allocation::data_set(const AllocatedDd& dd) {
  auto found = session_.data_sets.find(dd.data_set);
  if (!found && base::member_name(dd.data_set) && missing_member_ == nullptr) missing_member_ = &dd;
  if (!found || !found->is_library) return found;
  fail_as_library(dd, "READ");
  return std::nullopt;
}

std::vector<parser::Record> Allocation::input(const std::string& name) {
  std::vector<parser::Record> records;
  for (const AllocatedDd* dd : concatenation(name)) {
    if (dd->kind == AllocatedDd::Kind::in_stream && !read_in_stream(*dd, records)) return {};
    if (dd->kind == AllocatedDd::Kind::path)
      for (parser::Record& record : PathFile(session_, dd->statement->statement).read())
        records.push_back(std::move(record));
    if (dd->kind != AllocatedDd::Kind::data_set) continue;
    int line = 0;
    for (const base::Bytes& record : data_set(*dd).value_or(host::DataSet{}).records)
      records.push_back({base::from_ebcdic(record), ++line});
  }
  return records;
}

std::vector<parser::Record> Allocation::in_stream(const AllocatedDd& dd) {
  std::vector<parser::Record> records;
  return read_in_stream(dd, records) ? records : std::vector<parser::Record>{};
}

parser::SymbolValues Allocation::symbols_for(const std::string& kind) const {
  constexpr std::size_t clone_characters = 2;
  parser::SymbolValues values;
  if (step_.exported) values = *step_.exported;
  if (kind == "JCLONLY") return values;
  // A JCL symbol takes precedence over a system symbol of the same name.
  const std::string& name = session_.system.name;
  values.emplace("SYSNAME", name);
  values.emplace("SYSPLEX", session_.system.sysplex);
  values.emplace("SYSCLONE", name.size() > clone_characters ? name.substr(name.size() - clone_characters) : name);
  return values;
}

bool Allocation::read_in_stream(const AllocatedDd& dd, std::vector<parser::Record>& records) {
  const auto& data = dd.statement->data;
  const JclOperand* symbols = dd.statement->statement.find("SYMBOLS");
  if (symbols == nullptr) {
    records.insert(records.end(), data.begin(), data.end());
    return true;
  }
  const parser::SymbolValues values = symbols_for(values_of(*symbols).front());
  std::vector<std::string> unresolved;
  for (const parser::Record& record : data) {
    std::string text = parser::substitute_record(record.text, values, unresolved);
    if (base::count_characters(base::trim_right(text)) > record_columns) {
      input_failure_ =
          failure(dd, {message(MessageId::rsd337i, {job_, name_in_messages(step_), dd.name})},
                  fmt::format("line {}: with the values of its symbols the record is longer than {} columns",
                              record.line, record_columns));
      return false;
    }
    records.push_back({std::move(text), record.line});
  }
  for (const std::string& name : unresolved)
    remarks_.push_back(
        fmt::format("DD {}: &{} stays as it is; EXPORT SYMLIST before a SET makes a symbol known to in-stream data",
                    dd.name, name));
  return true;
}

}  // namespace ringside::jes
