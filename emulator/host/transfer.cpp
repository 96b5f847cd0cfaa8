// emulator/host/transfer.cpp - copies content between data sets, files and systems of a lab.
#include "emulator/host/transfer.hpp"

#include "base/data_set_name.hpp"

namespace ringside::host {

std::optional<base::Bytes> file_content(const DataSet& data_set, ContentForm form) {
  if (form == ContentForm::octets) return contents(data_set);
  const auto text = text_of(data_set);
  return text ? std::optional(base::to_bytes(*text)) : std::nullopt;
}

namespace {

/// Why `copy` cannot stand on a system under its name; empty if it can.
std::string obstacle(const DataSets& there, const DataSet& copy) {
  const auto member = base::member_name(copy.name);
  if (member && copy.is_library) return "a library cannot become a member";
  const std::string& name = member ? member->library : copy.name;
  const auto old = there.find(name);
  if (!old) return member ? name + " does not exist there" : "";
  if (old->is_library == (member || copy.is_library)) return {};
  return name + (old->is_library ? " is a library there" : " is a sequential data set there");
}

}  // namespace

tl::expected<std::size_t, std::string> copy_data_set(lab::Lab& lab, const std::string& name, const std::string& from,
                                                     const std::string& to, const std::string& as) {
  const DataSets here(lab, from);
  DataSets there(lab, to);
  auto data_set = here.find(name);
  if (!data_set) return tl::unexpected("there is no such data set on " + from);
  data_set->name = as;
  if (std::string why = obstacle(there, *data_set); !why.empty()) return tl::unexpected(std::move(why));
  there.put(*data_set);
  std::size_t records = data_set->records.size();
  if (!data_set->is_library) return records;
  for (const std::string& each : here.members(name))
    if (auto member = here.find(base::member_of(name, each))) {
      member->name = base::member_of(as, each);
      there.put(*member);
      records += member->records.size();
    }
  return records;
}

FileResult<void> put_file(Files& files, const std::string& path, base::ByteView content, const std::string& owner,
                          std::optional<unsigned> mode) {
  constexpr unsigned usual_mode = 0644;
  auto done = make_directories(files, parent_of(path));
  if (done) done = files.write(path, content, mode.value_or(usual_mode));
  if (done && mode) done = files.set_mode(path, *mode);
  if (done) done = files.set_owner(path, owner, owner);
  return done;
}

FileResult<void> copy_file(const Files& source, const std::string& path, Files& target, const std::string& copy,
                           const std::string& owner) {
  const auto status = source.status(path);
  if (!status) return tl::unexpected(status.error());
  const auto content = source.read(path);
  if (!content) return tl::unexpected(content.error());
  auto done = target.write(copy, *content, status->mode);
  if (done) done = target.set_owner(copy, owner, owner);
  return done;
}

}  // namespace ringside::host
