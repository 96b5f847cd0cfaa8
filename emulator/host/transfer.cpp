// emulator/host/transfer.cpp - copies content between data sets, files and systems of a lab.
#include "emulator/host/transfer.hpp"

namespace ringside::host {

std::optional<base::Bytes> file_content(const DataSet& data_set, ContentForm form) {
  if (form == ContentForm::octets) return contents(data_set);
  const auto text = text_of(data_set);
  return text ? std::optional(base::to_bytes(*text)) : std::nullopt;
}

std::optional<std::size_t> copy_data_set(lab::Lab& lab, const std::string& name, const std::string& from,
                                         const std::string& to, const std::string& as) {
  auto data_set = DataSets(lab, from).find(name);
  if (!data_set) return std::nullopt;
  data_set->name = as;
  DataSets(lab, to).put(*data_set);
  return data_set->records.size();
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
