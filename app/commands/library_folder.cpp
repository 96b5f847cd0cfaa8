// app/commands/library_folder.cpp - real folders as libraries of members, and back.
#include "app/commands/library_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "app/output/output_file.hpp"
#include "base/data_set_name.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/holds_keys.hpp"

namespace ringside::app {
namespace {

namespace fs = std::filesystem;

/// What a folder holds, sorted, without names that begin with a period.
std::vector<fs::path> entries_of(const std::string& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().starts_with('.')) continue;
    if (found.size() == host::most_members)
      throw UsageError(fmt::format("{}: has more than {} files", folder, host::most_members));
    found.push_back(at->path());
  }
  if (error) throw UsageError(folder + ": cannot be read: " + error.message());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<host::MemberFile> files_of(Program& program, const std::string& folder) {
  std::vector<host::MemberFile> files;
  std::size_t octets = 0;
  for (const fs::path& path : entries_of(folder)) {
    if (fs::is_directory(path)) throw UsageError(path.string() + ": is a folder, and a library has members only");
    if (!fs::is_regular_file(path)) throw UsageError(path.string() + ": is not a file");
    files.push_back({path.filename().string(), base::to_bytes(read_input_file(program, path.string()))});
    octets += files.back().content.size();
    if (octets > base::limits::input_file_bytes) throw UsageError(folder + ": its files are too large for a library");
  }
  return files;
}

/// The real file for each member.
std::map<std::string, std::string> targets(const std::string& folder, const std::vector<std::string>& members) {
  std::map<std::string, std::string> files;
  for (const std::string& member : members) files[member] = (fs::path(folder) / member).string();
  if (!fs::exists(folder)) return files;
  for (const fs::path& path : entries_of(folder))
    if (const auto found = files.find(host::member_for(path.string())); found != files.end())
      found->second = path.string();
  return files;
}

struct Member {
  std::string name;
  host::DataSet data_set;
};

std::vector<Member> members_of(const host::DataSets& data_sets, const std::string& library) {
  std::vector<Member> members;
  for (const std::string& name : data_sets.members(library))
    if (auto found = data_sets.find(base::member_of(library, name))) members.push_back({name, *std::move(found)});
  return members;
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_library(Program& program, const LabPlace& place) {
  if (place.is_file) return false;
  const auto found = host::DataSets(program.lab(), place.system.name).find(place.name);
  return found && found->is_library;
}

LibraryCopy put_folder(Program& program, const std::string& folder, const LabPlace& place, CopyForm form,
                       const host::RecordForm& records) {
  if (place.is_file || base::member_name(place.name))
    throw UsageError(folder + ": a folder becomes a library, and " + place.name + " is none");
  host::DataSets data_sets(program.lab(), place.system.name);
  auto savepoint = program.lab().savepoint();
  auto done = host::put_members(data_sets, place.name, files_of(program, folder), content_form(form), records);
  if (!done) throw UsageError(folder + ": " + done.error());
  savepoint.keep();
  return {std::move(done->library), done->is_text, done->members, done->records};
}

LibraryCopy get_folder(Program& program, const LabPlace& place, const std::string& folder, CopyForm form) {
  const host::DataSets data_sets(program.lab(), place.system.name);
  const std::vector<Member> members = members_of(data_sets, place.name);
  LibraryCopy copy{*data_sets.find(place.name), form != CopyForm::binary, members.size(), 0};
  for (const Member& member : members) {
    const bool is_text = host::text_of(member.data_set).has_value();
    if (!is_text && form == CopyForm::text)
      throw UsageError(member.data_set.name + ": is not text in IBM-1047; use --binary");
    copy.is_text = copy.is_text && is_text;
    copy.records += member.data_set.records.size();
  }
  const auto as = copy.is_text ? host::ContentForm::text : host::ContentForm::octets;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw UsageError(folder + ": cannot be made: " + error.message());
  const auto files = targets(folder, data_sets.members(place.name));
  for (const Member& member : members) {
    const base::Bytes content = host::file_content(member.data_set, as).value_or(base::Bytes{});
    write_output_file(files.at(member.name), base::to_text(content), {.owner_only = crypto::may_hold_keys(content)});
  }
  return copy;
}

}  // namespace ringside::app
