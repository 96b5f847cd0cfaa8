// app/commands/lab_place.cpp - a data set or file of a lab that an operand names, and copies into and out of it.
#include "app/commands/lab_place.hpp"

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/host/library.hpp"
#include "emulator/host/transfer.hpp"
#include "emulator/racf/users/unix_user.hpp"

namespace ringside::app {
namespace {

std::string data_set_name(const std::string& operand) {
  const bool quoted = operand.size() > 1 && operand.front() == '\'' && operand.back() == '\'';
  const std::string name = quoted ? base::upper(operand.substr(1, operand.size() - 2)) : base::upper(operand);
  if (base::member_name(name)) return name;
  if (name.find('(') != std::string::npos)
    throw UsageError(operand + ": is not LIBRARY(MEMBER) (a member's name has 1 to 8 letters, digits, @, # or $)");
  if (!base::is_data_set_name(name))
    throw UsageError(operand + ": is not a data set name (qualifiers of 1 to 8 characters, 44 in all)");
  return name;
}

/// The files of a system as --user sees them: on other systems than z/OS root, if it is not given.
host::LabFiles files_on(Program& program, const database::SystemRecord& system) {
  const std::string& user = program.options.user;
  if (system.kind != "zos") return {program.lab(), system, user == GlobalOptions{}.user ? "root" : user};
  racf::Session session(program.lab(), system, base::upper(user));
  return {program.lab(), system, racf::unix_user(session).user};
}

[[noreturn]] void refuse(Program& program, const LabPlace& place, host::FileError error) {
  const host::LabFiles files = files_on(program, place.system);
  std::string hint;
  if (const auto names = files.list(host::parent_of(place.name)); names && error == host::FileError::missing)
    hint = base::did_you_mean(host::name_of(place.name), *names);
  throw UsageError(place.text() + ": " + host::file_error_text(error) + hint);
}

[[noreturn]] void refuse_library(const std::string& name) {
  throw UsageError(name + ": is a library; name a member, as in " + name + "(MEMBER), or a folder");
}

host::DataSet entry_at(Program& program, const LabPlace& place) {
  const host::DataSets data_sets(program.lab(), place.system.name);
  if (auto found = data_sets.find(place.name)) return *std::move(found);
  const auto member = base::member_name(place.name);
  const std::string& name = member ? member->library : place.name;
  const auto library = member ? data_sets.find(name) : std::nullopt;
  if (!library)
    throw UsageError(name + ": is not cataloged on " + place.system.name + base::did_you_mean(name, data_sets.names()));
  if (!library->is_library) throw UsageError(name + ": is a sequential data set, and has no members");
  throw UsageError(fmt::format("{}: has no member {}{}", name, member->member,
                               base::did_you_mean(member->member, data_sets.members(name))));
}

host::DataSet data_set_at(Program& program, const LabPlace& place) {
  host::DataSet found = entry_at(program, place);
  if (found.is_library) refuse_library(place.name);
  return found;
}

/// A library has no content of its own.
void refuse_library_at(const host::DataSets& data_sets, const std::string& name) {
  if (const auto old = data_sets.find(name); old && old->is_library) refuse_library(name);
}

LabContent write_member(Program& program, const LabPlace& place, const base::MemberName& name,
                        const base::Bytes& content, CopyForm form, const host::RecordForm& records) {
  host::DataSets data_sets(program.lab(), place.system.name);
  auto savepoint = program.lab().savepoint();
  const auto done =
      host::put_members(data_sets, name.library, {{place.name, content, name.member}}, content_form(form), records);
  if (!done) throw UsageError(done.error());
  savepoint.keep();
  return {content, done->is_text, data_sets.find(place.name)};
}

void write_file(Program& program, const LabPlace& place, const base::Bytes& content) {
  host::LabFiles files = files_on(program, place.system);
  auto savepoint = program.lab().savepoint();
  auto done = host::make_directories(files, host::parent_of(place.name));
  if (done) done = files.write(place.name, content);
  if (!done) refuse(program, place, done.error());
  savepoint.keep();
}

}  // namespace

std::optional<host::ContentForm> content_form(CopyForm form) {
  if (form == CopyForm::fitting) return std::nullopt;
  return form == CopyForm::text ? host::ContentForm::text : host::ContentForm::octets;
}

LabPlace place_on(const database::SystemRecord& system, const std::string& name) {
  if (name.starts_with('/')) return {system, host::resolve("/", name), true};
  if (system.kind != "zos")
    throw UsageError(fmt::format("{}: {} has no data sets, only files, whose paths begin with '/'", name, system.name));
  return {system, data_set_name(name), false};
}

LabPlace place_of(Program& program, const std::string& operand) {
  const std::string name = program.take_system(operand);
  return place_on(program.system(), name);
}

void require_data_set(Program& program, const LabPlace& place) {
  static_cast<void>(entry_at(program, place));
}

LabContent read_place(Program& program, const LabPlace& place, CopyForm form) {
  if (place.is_file) {
    auto octets = files_on(program, place.system).read(place.name);
    if (!octets) refuse(program, place, octets.error());
    const bool is_text = form != CopyForm::binary && host::is_transferable_text(base::to_text(*octets));
    if (form == CopyForm::text && !is_text)
      throw UsageError(place.text() + ": is not text that IBM-1047 has; use --binary");
    return {*std::move(octets), is_text};
  }
  host::DataSet data_set = data_set_at(program, place);
  auto text = form == CopyForm::binary ? std::nullopt : host::file_content(data_set, host::ContentForm::text);
  if (form == CopyForm::text && !text) throw UsageError(place.name + ": is not text in IBM-1047; use --binary");
  const bool is_text = text.has_value();
  return {is_text ? *std::move(text) : host::contents(data_set), is_text, std::move(data_set)};
}

LabContent write_place(Program& program, const LabPlace& place, const base::Bytes& content, CopyForm form,
                       const host::RecordForm& records) {
  const std::string text = base::to_text(content);
  const bool is_text = form == CopyForm::text || (form == CopyForm::fitting && host::is_transferable_text(text));
  if (place.is_file) {
    write_file(program, place, content);
    return {content, is_text};
  }
  if (const auto member = base::member_name(place.name))
    return write_member(program, place, *member, content, form, records);
  host::DataSets data_sets(program.lab(), place.system.name);
  refuse_library_at(data_sets, place.name);
  const host::RecordForm chosen{records.format.empty() ? host::RecordForm{}.format : records.format, records.length};
  auto data_set =
      is_text ? host::text_records(place.name, text, chosen) : host::binary_records(place.name, content, chosen);
  if (!data_set) throw UsageError(data_set.error());
  data_sets.put(*data_set);
  return {content, is_text, *std::move(data_set)};
}

}  // namespace ringside::app
