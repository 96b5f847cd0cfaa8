// emulator/hosttools/shell/file_commands.cpp - ls, mkdir, rmdir, touch.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/mode.hpp"

namespace ringside::shell {
namespace {

using host::FileStatus;

int missing_operand(const Call& call) {
  return call.fail("missing operand");
}
int invalid_option(const Call& call, const Options& options) {
  return call.invalid_option(*options.unknown);
}

/// Takes -m MODE out of the arguments.
std::optional<std::string> take_mode(Arguments& arguments) {
  const auto option = std::find(arguments.begin(), arguments.end(), "-m");
  if (option == arguments.end() || option + 1 == arguments.end()) return std::nullopt;
  const std::string mode = option[1];
  arguments.erase(option, option + 2);
  return mode;
}

/// Makes one directory of mkdir. With -m it gets that mode if it is new; those above it do not.
host::FileResult<void> make_directory(const Call& call, const std::string& name, bool whole,
                                      const std::optional<unsigned>& mode) {
  host::Files& files = call.process.files;
  const std::string path = call.path(name);
  const bool is_there = files.status(path).has_value();
  const auto made = whole ? host::make_directories(files, path) : files.make_directory(path);
  return made && mode && !is_there ? files.set_mode(path, *mode) : made;
}

int make_directories(const Call& call) {
  Arguments arguments = call.arguments;
  const auto mode_text = take_mode(arguments);
  const Options options = read_options(arguments, "p");
  if (options.unknown) return invalid_option(call, options);
  if (options.operands.empty()) return missing_operand(call);
  constexpr unsigned everything = 0777;
  const auto mode = mode_text ? apply_mode(*mode_text, everything, true) : std::nullopt;
  if (mode_text && !mode) return call.fail(fmt::format("invalid mode '{}'", base::printable(*mode_text)));
  int status = 0;
  for (const std::string& name : options.operands)
    if (const auto made = make_directory(call, name, options.has('p'), mode); !made)
      status = call.fail(fmt::format("cannot create directory '{}': {}", name, file_error_text(made.error())));
  return status;
}

int remove_directories(const Call& call) {
  int status = 0;
  const Options options = read_options(call.arguments, "");
  if (options.unknown) return invalid_option(call, options);
  if (options.operands.empty()) return missing_operand(call);
  for (const std::string& name : options.operands) {
    const auto there = call.process.files.link_status(call.path(name));
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
  const Options options = read_options(call.arguments, "");
  if (options.unknown) return invalid_option(call, options);
  if (options.operands.empty()) return call.fail("missing file operand");
  for (const std::string& name : options.operands) {
    const auto there = call.process.files.status(call.path(name));
    if (there && there->directory) continue;
    const auto made = call.process.files.append(call.path(name), {});
    if (!made) status = call.fail(fmt::format("cannot touch '{}': {}", name, file_error_text(made.error())));
  }
  return status;
}

std::string mode_text(const FileStatus& file) {
  std::string text(1, file.type);
  for (int shift = 6; shift >= 0; shift -= 3) {
    const unsigned bits = file.mode >> shift;
    text += (bits & 4u) != 0 ? 'r' : '-';
    text += (bits & 2u) != 0 ? 'w' : '-';
    text += (bits & 1u) != 0 ? 'x' : '-';
  }
  return text;
}

void print_entry(const Call& call, const Options& options, const std::string& name, const std::string& path,
                 const FileStatus& file) {
  if (!options.has('l')) return call.out(name + "\n");
  const std::string when = base::listing_time(file.modified, call.process.lab.zone()).substr(0, 16);
  const auto target = file.type == 'l' ? call.process.files.read_link(path) : std::string();
  const std::string arrow = file.type == 'l' && target ? " -> " + *target : "";
  call.out(
      fmt::format("{} 1 {} {} {:>8} {} {}{}\n", mode_text(file), file.owner, file.group, file.size, when, name, arrow));
}

int list_directory(const Call& call, const Options& options, const std::string& path) {
  const auto names = call.process.files.list(path);
  if (!names) return call.fail(fmt::format("cannot open directory '{}': {}", path, file_error_text(names.error())), 2);
  for (const std::string& name : *names) {
    if (name.starts_with('.') && !options.has('a')) continue;
    const std::string inner = host::resolve(path, name);
    if (const auto file = call.process.files.link_status(inner)) print_entry(call, options, name, inner, *file);
  }
  return 0;
}

// A link that is an operand is followed, except with -l and -d. One that leads nowhere is listed itself.
host::FileResult<FileStatus> operand_status(const Call& call, const Options& options, const std::string& name) {
  const std::string path = call.path(name);
  if (name.ends_with('/')) return call.process.files.status(path);
  const auto link = call.process.files.link_status(path);
  if (!link || link->type != 'l' || options.has('l') || options.has('d')) return link;
  const auto target = call.process.files.status(path);
  return target && target->directory ? target : link;
}

// One name on each line, as ls writes to a pipe or file.
int list_files(const Call& call) {
  Options options = read_options(call.arguments, "la1d");
  if (options.unknown) return call.invalid_option(*options.unknown, 2);
  if (options.operands.empty()) options.operands.push_back(".");
  int status = 0;
  std::vector<std::string> directories;
  for (const std::string& name : options.operands) {
    const auto file = operand_status(call, options, name);
    if (!file)
      status = call.fail(fmt::format("cannot access '{}': {}", name, file_error_text(file.error())), 2);
    else if (file->directory && !options.has('d'))
      directories.push_back(name);
    else
      print_entry(call, options, name, call.path(name), *file);
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
