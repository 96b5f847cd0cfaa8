// emulator/hosttools/shell/tree_commands.cpp - rm, chmod, chown for files, and for trees with -r or -R.
//
// As in GNU coreutils, links in a tree are not followed. chmod follows a link that is an operand.
#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/mode.hpp"

namespace ringside::shell {
namespace {

using host::file_error_text;
using host::FileError;

/// A file of a tree: its name as the user would type it, and whether it is a symbolic link.
struct Found {
  std::string name;
  bool link = false;
};

/// The status of an operand. A link is followed if `follow` is true or the operand ends in a slash.
host::FileResult<host::FileStatus> operand_status(const Call& call, const std::string& name, bool follow) {
  const std::string path = call.path(name);
  return follow || name.ends_with('/') ? call.process.files.status(path) : call.process.files.link_status(path);
}

/// Collects everything below the operand, then the operand. Returns false if there are too many files.
bool collect(const Call& call, const std::string& name, bool follow, std::vector<Found>& found) {
  if (found.size() > base::limits::shell_tree_files) return false;
  const auto file = operand_status(call, name, follow);
  if (file && file->directory)
    if (const auto names = call.process.files.list(call.path(name)))
      for (const std::string& inner : *names)
        if (!collect(call, below(name, inner), false, found)) return false;
  found.push_back({name, file && file->type == 'l'});
  return true;
}

/// Returns false after printing why rm -r does not take the operand.
bool may_remove_tree(const Call& call, const std::string& name) {
  const std::string bare = name.substr(0, name.find_last_not_of('/') + 1);
  const std::string last = host::name_of(bare);
  if (last == "." || last == "..") {
    call.fail(fmt::format("refusing to remove '.' or '..' directory: skipping '{}'", name));
    return false;
  }
  if (call.path(name) != "/") return true;
  call.fail(fmt::format("it is dangerous to operate recursively on '{}'", name));
  call.fail("use --no-preserve-root to override this failsafe");
  return false;
}

/// rmdir() of a link with a slash at its end fails, after what is in its target is gone.
host::FileResult<void> remove_one(const Call& call, const std::string& name) {
  const auto file = call.process.files.link_status(call.path(name));
  if (file && !file->directory && name.ends_with('/')) return tl::unexpected(FileError::not_directory);
  return call.process.files.remove(call.path(name));
}

int remove(const Call& call) {
  const Options options = read_options(call.arguments, "frR");
  if (options.unknown) return call.invalid_option(*options.unknown);
  if (options.operands.empty()) return options.has('f') ? 0 : call.fail("missing operand");
  const bool whole = options.has('r') || options.has('R');
  int status = 0;
  for (const std::string& name : options.operands) {
    const auto file = operand_status(call, name, false);
    if (!file && file.error() == FileError::missing && options.has('f')) continue;
    if (file && file->directory && !whole) {
      status = call.fail(fmt::format("cannot remove '{}': Is a directory", name));
      continue;
    }
    if (whole && !may_remove_tree(call, name)) {
      status = 1;
      continue;
    }
    std::vector<Found> tree = {{name}};
    if (whole && (tree.clear(), !collect(call, name, false, tree))) return call.fail("too many files");
    for (const Found& each : tree)
      if (const auto removed = remove_one(call, each.name); !removed)
        status = call.fail(fmt::format("cannot remove '{}': {}", each.name, file_error_text(removed.error())));
  }
  return status;
}

std::string dangling(const Call& call, const std::string& name) {
  return call.name == "chmod" ? fmt::format("cannot operate on dangling symlink '{}'", name)
                              : fmt::format("cannot dereference '{}': No such file or directory", name);
}

/// Runs `change` on each operand after the first, and with -R on everything below it. Returns 1 if one fails.
template <typename Change>
int change_each(const Call& call, const Options& options, bool follow, const Change& change) {
  int status = 0;
  for (std::size_t i = 1; i < options.operands.size(); ++i) {
    const std::string& name = options.operands[i];
    if (const auto file = operand_status(call, name, follow); !file) {
      const bool dangles = call.process.files.link_status(call.path(name)).has_value();
      status = call.fail(dangles ? dangling(call, name)
                                 : fmt::format("cannot access '{}': {}", name, file_error_text(file.error())));
      continue;
    }
    std::vector<Found> tree = {{name}};
    if (options.has('R') && (tree.clear(), !collect(call, name, follow, tree))) return call.fail("too many files");
    for (const Found& each : tree) status |= change(each);
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
  return change_each(call, options, true, [&](const Found& each) {
    const std::string path = call.path(each.name);
    const auto file = call.process.files.status(path);
    if (each.link || !file) return 0;
    const auto changed = call.process.files.set_mode(path, *apply_mode(text, file->mode, file->directory));
    return changed ? 0
                   : call.fail(fmt::format("changing permissions of '{}': {}", each.name, refusal(changed.error())));
  });
}

int change_owner(const Call& call) {
  const Options options = read_options(call.arguments, "R");
  if (options.unknown) return call.invalid_option(*options.unknown);
  if (options.operands.empty()) return call.fail("missing operand");
  const std::string& text = options.operands.front();
  if (options.operands.size() == 1) return call.fail(fmt::format("missing operand after '{}'", text));
  const std::size_t colon = text.find(':');
  const std::string owner = text.substr(0, colon);
  const std::string group = colon == std::string::npos ? "" : text.substr(colon + 1);
  const bool whole = options.has('R');
  return change_each(call, options, !whole, [&](const Found& each) {
    const std::string path = call.path(each.name);
    host::Files& files = call.process.files;
    const auto changed =
        whole && each.link ? files.set_link_owner(path, owner, group) : files.set_owner(path, owner, group);
    if (changed) return 0;
    if (changed.error() == FileError::unknown_owner)
      return call.fail(fmt::format("invalid user: '{}'", base::printable(text)));
    return call.fail(fmt::format("changing ownership of '{}': {}", each.name, refusal(changed.error())));
  });
}

}  // namespace

const Commands& tree_commands() {
  static const Commands table = {{"chmod", change_mode}, {"chown", change_owner}, {"rm", remove}};
  return table;
}

}  // namespace ringside::shell
