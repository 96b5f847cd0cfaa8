// emulator/hosttools/shell/copy_commands.cpp - cp and mv.
//
// As in GNU coreutils, cp -r copies a link as a link, and cp without -r copies the file to which it leads.
#include <set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/hosttools/shell/command.hpp"
#include "emulator/hosttools/shell/data_set_copy.hpp"

namespace ringside::shell {
namespace {

using host::file_error_text;
using host::FileError;
using host::FileResult;
using host::FileStatus;

/// The new path of `source`: in `target` if that is a directory, else `target`.
std::string place_in(const Call& call, const std::string& source, const std::string& target) {
  const auto there = call.process.files.status(call.path(target));
  if (!there || !there->directory) return target;
  const std::string bare = source.substr(0, source.find_last_not_of('/') + 1);
  const std::string last = host::name_of(bare);
  return below(target, last == ".." ? "." : last);
}

/// Checks the operands of cp and mv; the exit status if they are wrong.
std::optional<int> check_operands(const Call& call, const Options& options) {
  if (options.unknown) return call.invalid_option(*options.unknown);
  if (options.operands.empty()) return call.fail("missing file operand");
  if (options.operands.size() == 1)
    return call.fail(fmt::format("missing destination file operand after '{}'", options.operands[0]));
  const auto target = call.process.files.status(call.path(options.operands.back()));
  if (options.operands.size() > 2 && (!target || !target->directory))
    return call.fail(fmt::format("target '{}': {}", options.operands.back(),
                                 file_error_text(target ? FileError::not_directory : target.error())));
  return std::nullopt;
}

/// One run of cp.
class Copy {
 public:
  Copy(const Call& call, bool whole) : call_(call), files_(call.process.files), whole_(whole) {}

  int operand(const std::string& from, const std::string& to) {
    const auto source = status_of(from, !whole_ || from.ends_with('/'));
    if (!source) return call_.fail(fmt::format("cannot stat '{}': {}", from, file_error_text(source.error())));
    if (source->directory && !whole_) return call_.fail(fmt::format("-r not specified; omitting directory '{}'", from));
    top_from_ = from;
    top_to_ = to;
    made_.clear();
    return copy(from, *source, to);
  }

 private:
  [[nodiscard]] FileResult<FileStatus> status_of(const std::string& name, bool follow) const {
    return follow ? files_.status(call_.path(name)) : files_.link_status(call_.path(name));
  }

  int copy(const std::string& from, const FileStatus& source, const std::string& to) {
    if (left_ == 0) return 1;
    if (--left_ == 0) return call_.fail("too many files");
    const auto target = files_.status(call_.path(to));
    if (source.directory) return copy_directory(from, source, to, target);
    if (target && target->directory)
      return call_.fail(fmt::format("cannot overwrite directory '{}' with non-directory", to));
    const auto itself = source.type == 'l' ? files_.link_status(call_.path(to)) : target;
    if (itself && itself->identity == source.identity)
      return call_.fail(fmt::format("'{}' and '{}' are the same file", from, to));
    return source.type == 'l' ? copy_link(from, to) : copy_file(from, to, source.mode, target.has_value());
  }

  // Like cp, a copy gets the mode of its source without write permission for group and others. Owner and time are new.
  int copy_file(const std::string& from, const std::string& to, unsigned mode, bool exists) {
    const auto content = files_.read(call_.path(from));
    if (!content)
      return call_.fail(fmt::format("cannot open '{}' for reading: {}", from, file_error_text(content.error())));
    if (!exists && files_.link_status(call_.path(to)))
      return call_.fail(fmt::format("not writing through dangling symlink '{}'", to));
    const auto written = files_.write(call_.path(to), *content, mode & 0755u);
    if (!written)
      return call_.fail(fmt::format("cannot create regular file '{}': {}", to, file_error_text(written.error())));
    return 0;
  }

  int copy_link(const std::string& from, const std::string& to) {
    const auto target = files_.read_link(call_.path(from));
    if (!target)
      return call_.fail(fmt::format("cannot read symbolic link '{}': {}", from, file_error_text(target.error())));
    if (const auto there = files_.link_status(call_.path(to)); there && !there->directory)
      (void)files_.remove(call_.path(to));
    if (const auto made = files_.make_link(call_.path(to), *target); !made)
      return call_.fail(fmt::format("cannot create symbolic link '{}': {}", to, file_error_text(made.error())));
    return 0;
  }

  // A directory that this copy has made is not copied again, however its name is reached.
  int copy_directory(const std::string& from, const FileStatus& source, const std::string& to,
                     const FileResult<FileStatus>& target) {
    if (target && !target->directory)
      return call_.fail(fmt::format("cannot overwrite non-directory '{}' with directory '{}'", to, from));
    if (made_.count(source.identity) != 0)
      return call_.fail(fmt::format("cannot copy a directory, '{}', into itself, '{}'", top_from_, top_to_));
    if (target && target->identity == source.identity && from == top_from_)
      return call_.fail(fmt::format("'{}' and '{}' are the same file", from, to));
    if (!target)
      if (const auto made = files_.make_directory(call_.path(to), source.mode); !made)
        return call_.fail(fmt::format("cannot create directory '{}': {}", to, file_error_text(made.error())));
    if (const auto there = files_.status(call_.path(to))) made_.insert(there->identity);
    const auto names = files_.list(call_.path(from));
    if (!names) return call_.fail(fmt::format("cannot access '{}': {}", from, file_error_text(names.error())));
    int status = 0;
    for (const std::string& name : *names) {
      const auto inner = status_of(below(from, name), false);
      if (inner)
        status |= copy(below(from, name), *inner, below(to, name));
      else
        status |= call_.fail(fmt::format("cannot stat '{}': {}", below(from, name), file_error_text(inner.error())));
    }
    return status;
  }

  const Call& call_;
  host::Files& files_;
  bool whole_;
  std::string top_from_, top_to_;
  std::set<std::string> made_;  // identities of the directories that were made
  std::size_t left_ = base::limits::shell_tree_files;
};

/// Takes the options of z/OS that say what the content is out of `arguments`: -B, -T, -F FORMAT. Returns whether it is
/// binary.
bool take_content_options(const Call& call, Arguments& arguments) {
  bool is_binary = false;
  if (call.process.system.kind != "zos") return is_binary;
  for (auto word = arguments.begin(); word != arguments.end() && word->starts_with('-') && *word != "--";) {
    const bool has_value = *word == "-F" && word + 1 != arguments.end();
    if (*word != "-B" && *word != "-T" && !has_value) {
      ++word;
      continue;
    }
    is_binary = *word == "-B" || (has_value && word[1] == "bin");
    word = arguments.erase(word, word + (has_value ? 2 : 1));
  }
  return is_binary;
}

int copy(const Call& call) {
  Arguments arguments = call.arguments;
  const bool is_binary = take_content_options(call, arguments);
  const Options options = read_options(arguments, "pfrR");
  const auto& names = options.operands;
  if (!options.unknown && names.size() == 2 && (is_data_set(call, names[0]) || is_data_set(call, names[1])))
    return copy_data_set(call, names[0], names[1], is_binary);
  if (const auto wrong = check_operands(call, options)) return *wrong;
  Copy copy(call, options.has('r') || options.has('R'));
  int status = 0;
  for (std::size_t i = 0; i + 1 < options.operands.size(); ++i)
    status |= copy.operand(options.operands[i], place_in(call, options.operands[i], options.operands.back()));
  return status;
}

/// Why `from` cannot be moved to `to`, for standard error; empty if it can be.
std::string refused_move(const Call& call, const std::string& from, const std::string& to) {
  host::Files& files = call.process.files;
  const auto source = files.link_status(call.path(from));
  if (!source) return fmt::format("cannot stat '{}': {}", from, file_error_text(source.error()));
  const auto target = files.link_status(call.path(to));
  if (target && target->identity == source->identity) return fmt::format("'{}' and '{}' are the same file", from, to);
  if (target && source->directory && !target->directory)
    return fmt::format("cannot overwrite non-directory '{}' with directory '{}'", to, from);
  if (target && target->directory && !source->directory)
    return fmt::format("cannot overwrite directory '{}' with non-directory", to);
  if (!source->directory) return {};
  // "t" is above "LINK/u" if LINK leads to "t" or below it.
  std::string above = call.path(to);
  for (std::size_t steps = 0; above != "/" && steps < base::limits::host_path_bytes; ++steps) {
    above = call.path(above + "/..");
    if (const auto folder = files.status(above); folder && folder->identity == source->identity)
      return fmt::format("cannot move '{}' to a subdirectory of itself, '{}'", from, to);
  }
  return {};
}

int move(const Call& call) {
  const Options options = read_options(call.arguments, "f");
  if (const auto wrong = check_operands(call, options)) return *wrong;
  int status = 0;
  for (std::size_t i = 0; i + 1 < options.operands.size(); ++i) {
    const std::string& from = options.operands[i];
    const std::string to = place_in(call, from, options.operands.back());
    if (const std::string refused = refused_move(call, from, to); !refused.empty())
      status = call.fail(refused);
    else if (const auto moved = call.process.files.rename(call.path(from), call.path(to)); !moved)
      status = call.fail(fmt::format("cannot move '{}' to '{}': {}", from, to, file_error_text(moved.error())));
  }
  return status;
}

}  // namespace

const Commands& copy_commands() {
  static const Commands table = {{"cp", copy}, {"mv", move}};
  return table;
}

}  // namespace ringside::shell
