// emulator/hosttools/shell/file_commands.cpp - ls, mkdir, rmdir, touch.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"

namespace ringside::shell {
namespace {

using host::FileStatus;

int missing_operand(const Call& call) {
  return call.fail("missing operand");
}
int invalid_option(const Call& call, const Options& options) {
  return call.fail("invalid option -- '" + base::printable(*options.unknown) + "'");
}

int make_directories(const Call& call) {
  const Options options = read_options(call.arguments, "p");
  if (options.unknown) return invalid_option(call, options);
  if (options.operands.empty()) return missing_operand(call);
  int status = 0;
  for (const std::string& name : options.operands) {
    const std::string path = call.path(name);
    const auto made =
        options.has('p') ? host::make_directories(call.process.files, path) : call.process.files.make_directory(path);
    if (!made) status = call.fail(fmt::format("cannot create directory '{}': {}", name, file_error_text(made.error())));
  }
  return status;
}

int remove_directories(const Call& call) {
  int status = 0;
  if (call.arguments.empty()) return missing_operand(call);
  for (const std::string& name : call.arguments) {
    const auto there = call.process.files.status(call.path(name));
    std::string why = there ? there->directory ? "" : "Not a directory" : file_error_text(there.error());
    if (why.empty())
      if (const auto removed = call.process.files.remove(call.path(name)); !removed)
        why = file_error_text(removed.error());
    if (!why.empty()) status = call.fail(fmt::format("failed to remove '{}': {}", name, why));
  }
  return status;
}

int touch(const Call& call) {
  int status = 0;
  if (call.arguments.empty()) return call.fail("missing file operand");
  for (const std::string& name : call.arguments) {
    const auto made = call.process.files.append(call.path(name), {});
    if (!made) status = call.fail(fmt::format("cannot touch '{}': {}", name, file_error_text(made.error())));
  }
  return status;
}

std::string mode_text(const FileStatus& file) {
  std::string text = file.directory ? "d" : "-";
  for (int shift = 6; shift >= 0; shift -= 3) {
    const unsigned bits = file.mode >> shift;
    text += (bits & 4u) != 0 ? 'r' : '-';
    text += (bits & 2u) != 0 ? 'w' : '-';
    text += (bits & 1u) != 0 ? 'x' : '-';
  }
  return text;
}

void print_entry(const Call& call, const Options& options, const std::string& name, const FileStatus& file) {
  if (!options.has('l')) return call.out(name + "\n");
  const std::string when = base::listing_time(file.modified, call.process.lab.zone()).substr(0, 16);
  call.out(fmt::format("{} 1 {} {} {:>8} {} {}\n", mode_text(file), file.owner, file.group, file.size, when, name));
}

int list_directory(const Call& call, const Options& options, const std::string& path) {
  const auto names = call.process.files.list(path);
  if (!names) return call.fail(fmt::format("cannot open directory '{}': {}", path, file_error_text(names.error())), 2);
  for (const std::string& name : *names) {
    if (name.starts_with('.') && !options.has('a')) continue;
    if (const auto file = call.process.files.status(host::resolve(path, name))) print_entry(call, options, name, *file);
  }
  return 0;
}

// One name on each line, as ls writes to a pipe or file.
int list_files(const Call& call) {
  Options options = read_options(call.arguments, "la1d");
  if (options.unknown) return call.fail("invalid option -- '" + base::printable(*options.unknown) + "'", 2);
  if (options.operands.empty()) options.operands.push_back(".");
  int status = 0;
  std::vector<std::string> directories;
  for (const std::string& name : options.operands) {
    const auto file = call.process.files.status(call.path(name));
    if (!file)
      status = call.fail(fmt::format("cannot access '{}': {}", name, file_error_text(file.error())), 2);
    else if (file->directory && !options.has('d'))
      directories.push_back(name);
    else
      print_entry(call, options, name, *file);
  }
  for (const std::string& name : directories) {
    if (options.operands.size() > 1) call.out(name + ":\n");
    status = std::max(status, list_directory(call, options, call.path(name)));
  }
  return status;
}

}  // namespace

const Commands& file_commands() {
  static const Commands table = {
      {"ls", list_files}, {"mkdir", make_directories}, {"rmdir", remove_directories}, {"touch", touch}};
  return table;
}

}  // namespace ringside::shell
