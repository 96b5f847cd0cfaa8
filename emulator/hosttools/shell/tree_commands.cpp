// emulator/hosttools/shell/tree_commands.cpp - cp, mv, rm, chmod, chown for files, and for trees with -r or
// -R.

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/mode.hpp"

namespace ringside::shell {
namespace {

using host::file_error_text;
using host::FileError;

/// The new path of `source`: in `target` if that is a directory, else `target`.
std::string place_in(const Call& call, const std::string& source, const std::string& target) {
  const auto there = call.process.files.status(call.path(target));
  if (!there || !there->directory) return target;
  const std::string name = host::name_of(call.path(source));
  return target.ends_with('/') ? target + name : target + "/" + name;
}

/// Checks the operands of cp and mv; the exit status if they are wrong.
std::optional<int> check_operands(const Call& call, const Options& options) {
  if (options.unknown) return call.fail("invalid option -- '" + base::printable(*options.unknown) + "'");
  if (options.operands.empty()) return call.fail("missing file operand");
  if (options.operands.size() == 1)
    return call.fail(fmt::format("missing destination file operand after '{}'", options.operands[0]));
  const auto target = call.process.files.status(call.path(options.operands.back()));
  if (options.operands.size() > 2 && (!target || !target->directory))
    return call.fail(fmt::format("target '{}': {}", options.operands.back(),
                                 file_error_text(target ? FileError::not_directory : target.error())));
  return std::nullopt;
}

// Like cp, a copy gets the mode of its source without write permission for group and others. Owner and time are new.
int copy_file(const Call& call, const std::string& from, const std::string& to, unsigned mode) {
  const auto content = call.process.files.read(call.path(from));
  if (!content)
    return call.fail(fmt::format("cannot open '{}' for reading: {}", from, file_error_text(content.error())));
  const auto written = call.process.files.write(call.path(to), *content, mode & 0755u);
  if (!written)
    return call.fail(fmt::format("cannot create regular file '{}': {}", to, file_error_text(written.error())));
  return 0;
}

int copy_tree(const Call& call, const std::string& from, const std::string& to, std::size_t& left) {
  if (left-- == 0) return call.fail("too many files");
  const auto source = call.process.files.status(call.path(from));
  if (!source) return call.fail(fmt::format("cannot stat '{}': {}", from, file_error_text(source.error())));
  if (!source->directory) return copy_file(call, from, to, source->mode);
  if (!call.process.files.status(call.path(to)))
    if (const auto made = call.process.files.make_directory(call.path(to), source->mode); !made)
      return call.fail(fmt::format("cannot create directory '{}': {}", to, file_error_text(made.error())));
  const auto names = call.process.files.list(call.path(from));
  if (!names) return call.fail(fmt::format("cannot access '{}': {}", from, file_error_text(names.error())));
  int status = 0;
  for (const std::string& name : *names) status |= copy_tree(call, from + "/" + name, to + "/" + name, left);
  return status;
}

int copy(const Call& call) {
  const Options options = read_options(call.arguments, "pfrR");
  if (const auto wrong = check_operands(call, options)) return *wrong;
  int status = 0;
  std::size_t left = base::limits::shell_tree_files;
  for (std::size_t i = 0; i + 1 < options.operands.size(); ++i) {
    const std::string& from = options.operands[i];
    const std::string to = place_in(call, from, options.operands.back());
    const auto source = call.process.files.status(call.path(from));
    if (!source)
      status = call.fail(fmt::format("cannot stat '{}': {}", from, file_error_text(source.error())));
    else if (source->directory && !options.has('r') && !options.has('R'))
      status = call.fail(fmt::format("-r not specified; omitting directory '{}'", from));
    else if (call.path(from) == call.path(to))
      status = call.fail(fmt::format("'{}' and '{}' are the same file", from, to));
    else if (source->directory && call.path(to).starts_with(call.path(from) + "/"))
      status = call.fail(fmt::format("cannot copy a directory, '{}', into itself, '{}'", from, to));
    else
      status |= copy_tree(call, from, to, left);
  }
  return status;
}

int move(const Call& call) {
  const Options options = read_options(call.arguments, "f");
  if (const auto wrong = check_operands(call, options)) return *wrong;
  int status = 0;
  for (std::size_t i = 0; i + 1 < options.operands.size(); ++i) {
    const std::string& from = options.operands[i];
    const std::string to = place_in(call, from, options.operands.back());
    if (const auto source = call.process.files.status(call.path(from)); !source) {
      status = call.fail(fmt::format("cannot stat '{}': {}", from, file_error_text(source.error())));
    } else if (call.path(from) == call.path(to)) {
      status = call.fail(fmt::format("'{}' and '{}' are the same file", from, to));
    } else if (const auto moved = call.process.files.rename(call.path(from), call.path(to)); !moved) {
      status = call.fail(fmt::format("cannot move '{}' to '{}': {}", from, to, file_error_text(moved.error())));
    }
  }
  return status;
}

/// Collects everything below the path, then the path. Returns false if there are too many files.
bool collect(const Call& call, const std::string& path, std::vector<std::string>& found) {
  if (found.size() > base::limits::shell_tree_files) return false;
  const auto file = call.process.files.status(path);
  if (file && file->directory)
    if (const auto names = call.process.files.list(path))
      for (const std::string& name : *names)
        if (!collect(call, host::resolve(path, name), found)) return false;
  found.push_back(path);
  return true;
}

int remove(const Call& call) {
  const Options options = read_options(call.arguments, "frR");
  if (options.unknown) return call.fail("invalid option -- '" + base::printable(*options.unknown) + "'");
  if (options.operands.empty()) return options.has('f') ? 0 : call.fail("missing operand");
  const bool whole = options.has('r') || options.has('R');
  int status = 0;
  for (const std::string& name : options.operands) {
    const auto file = call.process.files.status(call.path(name));
    if (!file && file.error() == FileError::missing && options.has('f')) continue;
    if (file && file->directory && !whole) {
      status = call.fail(fmt::format("cannot remove '{}': Is a directory", name));
      continue;
    }
    std::vector<std::string> paths = {call.path(name)};
    if (whole && (paths.clear(), !collect(call, call.path(name), paths))) return call.fail("too many files");
    for (const std::string& path : paths)
      if (const auto removed = call.process.files.remove(path); !removed)
        status = call.fail(fmt::format("cannot remove '{}': {}", name, file_error_text(removed.error())));
  }
  return status;
}

/// Runs `change` on each operand after the first, and with -R on everything below it.
template <typename Change>
int change_each(const Call& call, const Options& options, const Change& change) {
  int status = 0;
  for (std::size_t i = 1; i < options.operands.size(); ++i) {
    const std::string& name = options.operands[i];
    if (const auto file = call.process.files.status(call.path(name)); !file) {
      status = call.fail(fmt::format("cannot access '{}': {}", name, file_error_text(file.error())));
      continue;
    }
    std::vector<std::string> paths = {call.path(name)};
    if (options.has('R') && (paths.clear(), !collect(call, call.path(name), paths))) return call.fail("too many files");
    for (const std::string& path : paths) status |= change(path, name);
  }
  return status;
}

std::string refusal(FileError error) {
  return error == FileError::denied ? "Operation not permitted" : file_error_text(error);
}

int change_mode(const Call& call) {
  // A mode may begin with '-', as in "chmod -w FILE"; only -R is an option.
  Options options = read_options(call.arguments, "R");
  if (options.unknown) options = {"", call.arguments, std::nullopt};
  if (options.operands.empty()) return call.fail("missing operand");
  const std::string& text = options.operands.front();
  if (options.operands.size() == 1) return call.fail(fmt::format("missing operand after '{}'", text));
  if (!apply_mode(text, 0, false)) return call.fail(fmt::format("invalid mode: '{}'", base::printable(text)));
  return change_each(call, options, [&](const std::string& path, const std::string& name) {
    const auto file = call.process.files.status(path);
    if (!file) return 0;
    const auto changed = call.process.files.set_mode(path, *apply_mode(text, file->mode, file->directory));
    return changed ? 0 : call.fail(fmt::format("changing permissions of '{}': {}", name, refusal(changed.error())));
  });
}

int change_owner(const Call& call) {
  const Options options = read_options(call.arguments, "R");
  if (options.unknown) return call.fail("invalid option -- '" + base::printable(*options.unknown) + "'");
  if (options.operands.empty()) return call.fail("missing operand");
  const std::string& text = options.operands.front();
  if (options.operands.size() == 1) return call.fail(fmt::format("missing operand after '{}'", text));
  const std::size_t colon = text.find(':');
  const std::string owner = text.substr(0, colon);
  const std::string group = colon == std::string::npos ? "" : text.substr(colon + 1);
  return change_each(call, options, [&](const std::string& path, const std::string& name) {
    const auto changed = call.process.files.set_owner(path, owner, group);
    if (changed) return 0;
    if (changed.error() == FileError::unknown_owner)
      return call.fail(fmt::format("invalid user: '{}'", base::printable(text)));
    return call.fail(fmt::format("changing ownership of '{}': {}", name, refusal(changed.error())));
  });
}

}  // namespace

const Commands& tree_commands() {
  static const Commands table = {
      {"chmod", change_mode}, {"chown", change_owner}, {"cp", copy}, {"mv", move}, {"rm", remove}};
  return table;
}

}  // namespace ringside::shell
