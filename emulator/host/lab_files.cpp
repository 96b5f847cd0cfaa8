// emulator/host/lab_files.cpp - the files of a lab's system: permissions and directories on top of a database table.
#include "emulator/host/lab_files.hpp"

#include "base/limits.hpp"

namespace ringside::host {
namespace {

using database::HostFile;

bool is_too_long(const std::string& path) {
  return path.size() > base::limits::host_path_bytes || name_of(path).size() > base::limits::host_name_bytes;
}

}  // namespace

LabFiles::LabFiles(lab::Lab& lab, const database::SystemRecord& system, std::string user)
    : lab_(lab), table_(lab.host_files()), system_(system.name), user_(std::move(user)) {}

bool LabFiles::is_superuser() const {
  return user_ == "root" || user_ == "QSECOFR";
}

bool LabFiles::may(const HostFile& file, Access access) const {
  if (is_superuser()) return true;
  const unsigned shift = file.owner == user_ ? 6 : file.group == user_ ? 3 : 0;
  return (file.mode >> shift & static_cast<unsigned>(access)) != 0;
}

FileResult<HostFile> LabFiles::look(const std::string& path) const {
  if (is_too_long(path)) return tl::unexpected(FileError::name_too_long);
  if (path == "/") return HostFile{"/", true, "root", "root", 0755, {}, 0};
  const auto above = look(parent_of(path));
  if (!above) return above;
  if (!above->directory) return tl::unexpected(FileError::not_directory);
  if (!may(*above, Access::search)) return tl::unexpected(FileError::denied);
  auto found = table_.find(system_, path);
  if (!found) return tl::unexpected(FileError::missing);
  return std::move(*found);
}

FileResult<void> LabFiles::writable_parent(const std::string& path) const {
  if (path == "/") return tl::unexpected(FileError::busy);
  if (is_too_long(path)) return tl::unexpected(FileError::name_too_long);
  const auto above = look(parent_of(path));
  if (!above) return tl::unexpected(above.error());
  if (!above->directory) return tl::unexpected(FileError::not_directory);
  if (!may(*above, Access::write) || !may(*above, Access::search)) return tl::unexpected(FileError::denied);
  return {};
}

HostFile LabFiles::fresh(const std::string& path, bool directory, unsigned mode) const {
  return {path, directory, user_, user_, mode & permission_bits, lab_.now(), 0};
}

FileResult<FileStatus> LabFiles::status(const std::string& path) const {
  const auto file = look(path);
  if (!file) return tl::unexpected(file.error());
  const char type = file->directory ? 'd' : '-';
  return FileStatus{file->directory, file->size, file->mode, file->owner, file->group, file->modified, type, path};
}

FileResult<FileStatus> LabFiles::link_status(const std::string& path) const {
  return status(path);
}

// As on UNIX, root may run only what someone may run.
bool LabFiles::allows(const std::string& path, Access access) const {
  const auto file = look(path);
  const bool runs = file && (file->directory || (file->mode & 0111u) != 0);
  return file && may(*file, access) && (access != Access::search || runs);
}

FileResult<std::string> LabFiles::read_link(const std::string& path) const {
  const auto file = look(path);
  return tl::unexpected(file ? FileError::busy : file.error());
}

FileResult<void> LabFiles::make_link(const std::string& /*path*/, const std::string& /*target*/) {
  return tl::unexpected(FileError::not_permitted);
}

FileResult<base::Bytes> LabFiles::read(const std::string& path) const {
  const auto file = look(path);
  if (!file) return tl::unexpected(file.error());
  if (file->directory) return tl::unexpected(FileError::is_directory);
  if (!may(*file, Access::read)) return tl::unexpected(FileError::denied);
  return table_.content(system_, path).value_or(base::Bytes{});
}

FileResult<void> LabFiles::write(const std::string& path, base::ByteView content, unsigned mode) {
  if (content.size() > base::limits::host_file_bytes) return tl::unexpected(FileError::too_large);
  auto file = look(path);
  if (!file && file.error() != FileError::missing) return tl::unexpected(file.error());
  if (file && file->directory) return tl::unexpected(FileError::is_directory);
  if (file && !may(*file, Access::write)) return tl::unexpected(FileError::denied);
  if (!file) {
    if (auto parent = writable_parent(path); !parent) return parent;
    file = fresh(path, false, mode);
  }
  file->modified = lab_.now();
  table_.put(system_, parent_of(path), *file, {content.begin(), content.end()});
  return {};
}

FileResult<void> LabFiles::append(const std::string& path, base::ByteView content) {
  auto savepoint = lab_.savepoint();  // no other process writes between reading and writing
  base::Bytes whole;
  if (const auto file = look(path); file && !file->directory) {
    if (!may(*file, Access::write)) return tl::unexpected(FileError::denied);
    whole = table_.content(system_, path).value_or(base::Bytes{});
  }
  whole.insert(whole.end(), content.begin(), content.end());
  const auto written = write(path, whole);
  savepoint.keep();
  return written;
}

FileResult<std::vector<std::string>> LabFiles::list(const std::string& path) const {
  const auto directory = look(path);
  if (!directory) return tl::unexpected(directory.error());
  if (!directory->directory) return tl::unexpected(FileError::not_directory);
  if (!may(*directory, Access::read)) return tl::unexpected(FileError::denied);
  std::vector<std::string> names;
  for (const std::string& child : table_.children(system_, path)) names.push_back(name_of(child));
  return names;
}

FileResult<void> LabFiles::make_directory(const std::string& path, unsigned mode) {
  if (look(path)) return tl::unexpected(FileError::exists);
  if (auto parent = writable_parent(path); !parent) return parent;
  table_.put(system_, parent_of(path), fresh(path, true, mode), {});
  return {};
}

FileResult<void> LabFiles::remove(const std::string& path) {
  const auto file = look(path);
  if (!file) return tl::unexpected(file.error());
  if (auto parent = writable_parent(path); !parent) return parent;
  if (file->directory && !table_.children(system_, path).empty()) return tl::unexpected(FileError::not_empty);
  table_.remove(system_, path);
  return {};
}

FileResult<void> LabFiles::rename(const std::string& from, const std::string& to) {
  const auto source = look(from);
  if (!source) return tl::unexpected(source.error());
  for (const std::string& path : {from, to})
    if (auto parent = writable_parent(path); !parent) return parent;
  if (from == to) return {};
  if (to.starts_with(from + "/")) return tl::unexpected(FileError::busy);
  if (const auto target = look(to)) {
    if (target->directory && !source->directory) return tl::unexpected(FileError::is_directory);
    if (!target->directory && source->directory) return tl::unexpected(FileError::not_directory);
    if (!table_.children(system_, to).empty()) return tl::unexpected(FileError::not_empty);
  }
  auto savepoint = lab_.savepoint();
  table_.remove(system_, to);
  move_tree(from, to);
  savepoint.keep();
  return {};
}

void LabFiles::move_tree(const std::string& from, const std::string& to) {
  for (const std::string& child : table_.children(system_, from)) move_tree(child, to + "/" + name_of(child));
  table_.move(system_, from, to, parent_of(to));
}

FileResult<void> LabFiles::set_mode(const std::string& path, unsigned mode) {
  auto file = look(path);
  if (!file) return tl::unexpected(file.error());
  if (!is_superuser() && file->owner != user_) return tl::unexpected(FileError::denied);
  file->mode = mode & permission_bits;
  table_.describe(system_, *file);
  return {};
}

// As on Linux, only root can give a file to another user. The owner may set the present owner and group again.
FileResult<void> LabFiles::set_owner(const std::string& path, const std::string& owner, const std::string& group) {
  auto file = look(path);
  if (!file) return tl::unexpected(file.error());
  const bool keeps = file->owner == user_ && (owner.empty() || owner == user_) && (group.empty() || group == user_);
  if (!is_superuser() && !keeps) return tl::unexpected(FileError::denied);
  if (!owner.empty()) file->owner = owner;
  if (!group.empty()) file->group = group;
  table_.describe(system_, *file);
  return {};
}

FileResult<void> LabFiles::set_link_owner(const std::string& path, const std::string& owner, const std::string& group) {
  return set_owner(path, owner, group);
}

}  // namespace ringside::host
