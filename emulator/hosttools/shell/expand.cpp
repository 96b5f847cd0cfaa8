// emulator/hosttools/shell/expand.cpp - variables, fields and patterns (POSIX, Shell Command Language 2.6).
#include "emulator/hosttools/shell/expand.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::shell {
namespace {

using parser::ShellPart;
using parser::ShellWord;

/// A field under construction. In `pattern` a backslash precedes each quoted * or ? and each backslash.
struct Field {
  std::string text, pattern;
  bool started = false;
  bool has_pattern = false;
};

Expanded<std::string> part_text(const ShellPart& part, const State& state, const host::Process& process) {
  if (!part.variable) return part.text;
  auto value = value_of(state, process, part.text);
  if (!value && state.refuse_unset) return tl::unexpected(part.text + ": unbound variable");
  return value.value_or("");
}

/// The characters at the beginning of a pattern that match this character, a star aside; 0 if none do.
std::size_t match_length(std::string_view pattern, char c) {
  if (pattern.empty()) return 0;
  if (pattern.front() == '\\') return pattern.size() > 1 && pattern[1] == c ? 2 : 0;
  return pattern.front() == '?' || pattern.front() == c ? 1 : 0;
}

// Goes back only to the last star, so that the time is at most proportional to the product of the lengths.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = t;
    } else if (const std::size_t length = match_length(pattern.substr(p), text[t])) {
      p += length, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::string without_backslashes(std::string_view pattern) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    text += pattern[i] == '\\' && i + 1 < pattern.size() ? pattern[++i] : pattern[i];
  return text;
}

bool is_pattern(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '*' || text[i] == '?')
      return true;
  }
  return false;
}

/// Adds the paths below `prefix` that the parts from `at` on match.
void glob(const std::vector<std::string>& parts, std::size_t at, const std::string& prefix,
          const host::Process& process, Arguments& found) {
  if (at == parts.size()) {
    found.push_back(prefix);
    return;
  }
  const std::string joint = at == 0 ? "" : "/";
  if (!is_pattern(parts[at])) {
    const std::string next = prefix + joint + without_backslashes(parts[at]);
    if (at + 1 < parts.size() || process.files.link_status(process.path(next)))
      glob(parts, at + 1, next, process, found);
    return;
  }
  const std::string folder = prefix.empty() && at > 0 ? "/" : prefix;
  const auto names = process.files.list(process.path(folder));
  if (!names) return;
  for (const std::string& name : *names) {
    if (found.size() >= base::limits::shell_fields) return;
    const bool hidden = name.starts_with('.') && !parts[at].starts_with('.');
    if (!hidden && matches(parts[at], name)) glob(parts, at + 1, prefix + joint + name, process, found);
  }
}

class Splitter {
 public:
  Splitter(const State& state, const host::Process& process) : state_(state), process_(process) {}

  Expanded<Arguments> run(const std::vector<ShellWord>& words) {
    for (const ShellWord& word : words) {
      bool first = true;
      for (const ShellPart& part : word.parts) {
        if (auto complaint = take(part, first); !complaint.empty()) return tl::unexpected(complaint);
        first = false;
      }
      finish();
    }
    return std::move(fields_);
  }

 private:
  std::string take(const ShellPart& part, bool first) {
    auto text = part_text(part, state_, process_);
    if (!text) return text.error();
    if (first && !part.variable && !part.quoted) expand_home(*text);
    if (field_.text.size() + text->size() > base::limits::shell_expansion_bytes) return "a word grows too long";
    if (fields_.size() > base::limits::shell_fields) return "Argument list too long";
    if (part.quoted || !part.variable) {
      field_.started = field_.started || part.quoted || !text->empty();
      for (const char c : *text) add(c, part.quoted);
    } else {
      for (const char c : *text) c == ' ' || c == '\t' || c == '\n' ? finish() : add(c, false);
    }
    return {};
  }

  void expand_home(std::string& text) const {
    const auto home = value_of(state_, process_, "HOME");
    if (home && (text == "~" || text.starts_with("~/"))) text = *home + text.substr(1);
  }

  void add(char c, bool quoted) {
    const bool special = c == '*' || c == '?';
    if (special && !quoted) field_.has_pattern = true;
    if ((special && quoted) || c == '\\') field_.pattern += '\\';
    field_.started = true;
    field_.text += c;
    field_.pattern += c;
  }

  void finish() {
    if (!field_.started) return;
    Arguments found;
    if (field_.has_pattern) glob(base::split(field_.pattern, '/'), 0, "", process_, found);
    if (found.empty()) found.push_back(field_.text);
    fields_.insert(fields_.end(), found.begin(), found.end());
    field_ = {};
  }

  const State& state_;
  const host::Process& process_;
  Field field_;
  Arguments fields_;
};

}  // namespace

std::optional<std::string> value_of(const State& state, const host::Process& process, const std::string& name) {
  if (name == "?") return std::to_string(state.status);
  if (name == "#") return "0";
  if (name == "0") return "sh";
  if (name == "@" || name == "*") return "";
  if (const auto own = state.variables.find(name); own != state.variables.end()) return own->second;
  if (const auto exported = process.variables.find(name); exported != process.variables.end()) return exported->second;
  return std::nullopt;
}

Expanded<std::string> expand_text(const ShellWord& word, const State& state, const host::Process& process) {
  std::string whole;
  for (const ShellPart& part : word.parts) {
    auto text = part_text(part, state, process);
    if (!text) return text;
    whole += *text;
    if (whole.size() > base::limits::shell_expansion_bytes) return tl::unexpected(std::string("a word grows too long"));
  }
  const auto home = value_of(state, process, "HOME");
  const bool bare = !word.parts.empty() && !word.parts.front().variable && !word.parts.front().quoted;
  if (home && bare && (whole == "~" || whole.starts_with("~/"))) whole = *home + whole.substr(1);
  return whole;
}

Expanded<Arguments> expand_fields(const std::vector<ShellWord>& words, const State& state,
                                  const host::Process& process) {
  return Splitter(state, process).run(words);
}

}  // namespace ringside::shell
