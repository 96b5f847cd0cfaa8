// emulator/host/library.cpp - files as members of a library.
#include "emulator/host/library.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "emulator/host/files.hpp"

namespace ringside::host {
namespace {

constexpr int card_length = 80;
constexpr int variable_length = 255;
constexpr int longest_length = 32'760;
constexpr int descriptor_octets = 4;

/// Gives each file its member. Returns a sentence about all files that have no name for one.
tl::expected<void, std::string> name_members(std::vector<MemberFile>& files) {
  if (files.size() > most_members)
    return tl::unexpected(fmt::format("a library takes at most {} members", most_members));
  std::vector<std::string> wrong, doubled;
  std::map<std::string, std::string> used;
  for (MemberFile& each : files) {
    if (each.member.empty()) each.member = member_for(each.file);
    if (!base::is_member_name(each.member)) wrong.push_back(base::printable(each.file));
    if (const auto [first, is_new] = used.emplace(each.member, each.file); !is_new)
      doubled.push_back(fmt::format("{} and {}", base::printable(first->second), base::printable(each.file)));
  }
  if (!wrong.empty())
    return tl::unexpected(fmt::format("no name of a member (1 to 8 letters, digits, @, # or $, the first no digit): {}",
                                      base::join(wrong, ", ")));
  if (!doubled.empty()) return tl::unexpected("the same member: " + base::join(doubled, "; "));
  return {};
}

bool are_text(const std::vector<MemberFile>& files) {
  return std::all_of(files.begin(), files.end(),
                     [](const MemberFile& each) { return is_transferable_text(base::to_text(each.content)); });
}

int longest_line(const std::vector<MemberFile>& files) {
  std::size_t longest = 0;
  for (const MemberFile& each : files)
    for (const std::string& line : base::lines(base::to_text(each.content)))
      longest = std::max(longest, base::to_ebcdic(line).size());
  return static_cast<int>(std::min<std::size_t>(longest, longest_length - descriptor_octets));
}

/// The format of a new library.
RecordForm chosen(RecordForm form, int longest) {
  if (form.format.empty()) form.format = longest <= card_length && form.length == 0 ? "FB" : "VB";
  if (form.length != 0) return form;
  form.length = is_variable_format(form.format) ? std::max(variable_length, longest + descriptor_octets)
                                                : std::max(card_length, longest);
  return form;
}

tl::expected<RecordForm, std::string> form_in(const DataSets& data_sets, const std::string& library,
                                              const RecordForm& form, int longest) {
  const auto old = data_sets.find(library);
  if (!old) return chosen(form, longest);
  if (!old->is_library) return tl::unexpected(library + " is a sequential data set, and has no members");
  const bool is_other = (!form.format.empty() && form.format != old->record_format) ||
                        (form.length != 0 && form.length != old->record_length);
  if (is_other)
    return tl::unexpected(
        fmt::format("{} has RECFM {} and LRECL {} already", library, old->record_format, old->record_length));
  return RecordForm{old->record_format, old->record_length};
}

}  // namespace

std::string member_for(const std::string& file) {
  const std::string name = name_of(file);
  return base::upper(name.substr(0, name.rfind('.')));
}

tl::expected<PutMembers, std::string> put_members(DataSets& data_sets, const std::string& library,
                                                  std::vector<MemberFile> files, std::optional<ContentForm> as,
                                                  RecordForm form) {
  if (auto named = name_members(files); !named) return tl::unexpected(named.error());
  PutMembers done;
  done.is_text = as ? *as == ContentForm::text : are_text(files);
  const auto fitting = form_in(data_sets, library, form, done.is_text ? longest_line(files) : 0);
  if (!fitting) return tl::unexpected(fitting.error());
  std::vector<DataSet> made;
  for (const MemberFile& each : files) {
    const std::string name = base::member_of(library, each.member);
    auto member = done.is_text ? text_records(name, base::to_text(each.content), *fitting)
                               : binary_records(name, each.content, *fitting);
    if (!member) return tl::unexpected(base::printable(each.file) + ": " + member.error());
    done.records += member->records.size();
    made.push_back(*std::move(member));
  }
  done.members = made.size();
  done.library = {library, fitting->format, fitting->length, {}, true};
  data_sets.put(done.library);
  for (const DataSet& member : made) data_sets.put(member);
  return done;
}

}  // namespace ringside::host
