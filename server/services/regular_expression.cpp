// server/services/regular_expression.cpp - an expression as a small program whose threads run side by side (Thompson).
#include "server/services/regular_expression.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "base/utf8.hpp"

namespace ringside::services {
namespace {

constexpr int deepest = 50;        // groups
constexpr int most_repeats = 255;  // RE_DUP_MAX of POSIX
constexpr int no_limit = -1;

using Ranges = std::vector<std::pair<char32_t, char32_t>>;

struct CharacterClass {
  std::string_view name;
  std::array<std::pair<char32_t, char32_t>, 4> ranges;  // unused ones repeat an earlier one
};
constexpr std::array classes = {
    CharacterClass{"alpha", {{{'A', 'Z'}, {'a', 'z'}, {'a', 'z'}, {'a', 'z'}}}},
    CharacterClass{"digit", {{{'0', '9'}, {'0', '9'}, {'0', '9'}, {'0', '9'}}}},
    CharacterClass{"alnum", {{{'A', 'Z'}, {'a', 'z'}, {'0', '9'}, {'0', '9'}}}},
    CharacterClass{"upper", {{{'A', 'Z'}, {'A', 'Z'}, {'A', 'Z'}, {'A', 'Z'}}}},
    CharacterClass{"lower", {{{'a', 'z'}, {'a', 'z'}, {'a', 'z'}, {'a', 'z'}}}},
    CharacterClass{"space", {{{' ', ' '}, {'\t', '\r'}, {' ', ' '}, {' ', ' '}}}},
    CharacterClass{"blank", {{{' ', ' '}, {'\t', '\t'}, {' ', ' '}, {' ', ' '}}}},
    CharacterClass{"punct", {{{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}}},
    CharacterClass{"xdigit", {{{'0', '9'}, {'A', 'F'}, {'a', 'f'}, {'a', 'f'}}}},
    CharacterClass{"cntrl", {{{0, 0x1f}, {0x7f, 0x7f}, {0, 0x1f}, {0, 0x1f}}}},
    CharacterClass{"print", {{{' ', '~'}, {' ', '~'}, {' ', '~'}, {' ', '~'}}}},
    CharacterClass{"graph", {{{'!', '~'}, {'!', '~'}, {'!', '~'}, {'!', '~'}}}},
};

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  while (!text.empty()) {
    const base::Utf8Step step = base::next_character(text);
    characters += step.code.value_or(0xfffd);
    text.remove_prefix(step.length);
  }
  return characters;
}

char32_t other_case(char32_t c) {
  if (c >= 'a' && c <= 'z') return c - 'a' + 'A';
  return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool contains(const Ranges& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const auto& range) { return range.first <= c && c <= range.second; });
}

/// A part of an expression.
struct Node {
  enum class Kind { set, any, line_begin, line_end, sequence, choice, repeat };
  Kind kind = Kind::sequence;
  Ranges ranges{};
  bool negated = false;
  int least = 0, most = no_limit;  // of a repeat
  std::vector<std::unique_ptr<Node>> parts{};
};
using NodePointer = std::unique_ptr<Node>;

NodePointer node(Node::Kind kind) {
  auto made = std::make_unique<Node>();
  made->kind = kind;
  return made;
}

NodePointer character(char32_t c) {
  auto made = node(Node::Kind::set);
  made->ranges = {{c, c}};
  return made;
}

/// Reads an expression; a nullptr is one that is wrong.
class ExpressionReader {
 public:
  explicit ExpressionReader(std::u32string text) : text_(std::move(text)) {}

  NodePointer read() {
    NodePointer whole = choice(0);
    return at_ == text_.size() ? std::move(whole) : nullptr;
  }

 private:
  [[nodiscard]] bool is_at(char32_t c) const { return at_ < text_.size() && text_[at_] == c; }
  bool skip(char32_t c) {
    if (!is_at(c)) return false;
    ++at_;
    return true;
  }

  NodePointer choice(int depth) {
    if (depth > deepest) return nullptr;
    auto made = node(Node::Kind::choice);
    do {
      NodePointer branch = sequence(depth);
      if (!branch) return nullptr;
      made->parts.push_back(std::move(branch));
    } while (skip('|'));
    return made;
  }

  NodePointer sequence(int depth) {
    auto made = node(Node::Kind::sequence);
    while (at_ < text_.size() && !is_at('|') && !is_at(')')) {
      NodePointer part = repeated(depth);
      if (!part) return nullptr;
      made->parts.push_back(std::move(part));
    }
    return made;
  }

  NodePointer repeated(int depth) {
    NodePointer part = atom(depth);
    while (part && at_ < text_.size()) {
      int least = 0, most = no_limit;
      if (skip('*')) {
      } else if (skip('+')) {
        least = 1;
      } else if (skip('?')) {
        most = 1;
      } else if (skip('{')) {
        if (!bounds(least, most)) return nullptr;
      } else {
        break;
      }
      auto repeat = node(Node::Kind::repeat);
      repeat->least = least;
      repeat->most = most;
      repeat->parts.push_back(std::move(part));
      part = std::move(repeat);
    }
    return part;
  }

  std::optional<int> number() {
    std::optional<int> value;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
      value = std::min(value.value_or(0) * 10 + static_cast<int>(text_[at_] - '0'), most_repeats + 1);
    return value;
  }

  /// m}, m,} or m,n} behind the brace.
  bool bounds(int& least, int& most) {
    const auto first = number();
    if (!first) return false;
    least = most = *first;
    if (skip(',')) most = number().value_or(no_limit);
    return skip('}') && least <= most_repeats && most <= most_repeats && (most == no_limit || least <= most);
  }

  NodePointer atom(int depth) {
    const char32_t c = text_[at_++];
    switch (c) {
      case '(': {
        NodePointer inner = choice(depth + 1);
        return inner && skip(')') ? std::move(inner) : nullptr;
      }
      case '[':
        return bracket();
      case '.':
        return node(Node::Kind::any);
      case '^':
        return node(Node::Kind::line_begin);
      case '$':
        return node(Node::Kind::line_end);
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
      case '{':
        return nullptr;
      default:
        return character(c);
    }
  }

  /// A backslash before a letter or a digit has no meaning in POSIX.
  NodePointer escaped() {
    if (at_ == text_.size()) return nullptr;
    const char32_t c = text_[at_];
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (is_plain) return nullptr;
    ++at_;
    return character(c);
  }

  NodePointer bracket() {
    auto made = node(Node::Kind::set);
    made->negated = skip('^');
    for (bool first = true; first || !is_at(']'); first = false) {
      if (at_ >= text_.size()) return nullptr;
      if (text_.compare(at_, 2, U"[:") == 0) {
        if (!named_class(made->ranges)) return nullptr;
        continue;
      }
      if (text_.compare(at_, 2, U"[.") == 0 || text_.compare(at_, 2, U"[=") == 0) return nullptr;
      const char32_t from = text_[at_++];
      char32_t to = from;
      if (is_at('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        to = text_[at_++];
      }
      if (to < from) return nullptr;
      made->ranges.emplace_back(from, to);
    }
    ++at_;
    return made;
  }

  bool named_class(Ranges& ranges) {
    const std::size_t end = text_.find(U":]", at_ + 2);
    if (end == std::u32string::npos) return false;
    const std::u32string name = text_.substr(at_ + 2, end - at_ - 2);
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const CharacterClass& each) {
      return std::equal(each.name.begin(), each.name.end(), name.begin(), name.end());
    });
    if (found == classes.end()) return false;
    ranges.insert(ranges.end(), found->ranges.begin(), found->ranges.end());
    at_ = end + 2;
    return true;
  }

  std::u32string text_;
  std::size_t at_ = 0;
};

}  // namespace

/// Makes the program of an expression from its end to its begin: each part knows what follows it.
class ExpressionCompiler {
 public:
  using Kind = RegularExpression::Kind;
  using Instruction = RegularExpression::Instruction;

  std::size_t add(Instruction instruction) {
    if (program.size() < RegularExpression::most_instructions)
      program.push_back(std::move(instruction));
    else
      is_too_large = true;
    return program.size() - 1;
  }

  /// The begin of the part's instructions.
  std::size_t compile(const Node& part, std::size_t next) {
    if (is_too_large) return next;
    switch (part.kind) {
      case Node::Kind::set:
        return add({Kind::set, next, 0, part.ranges, part.negated});
      case Node::Kind::any:
        return add({Kind::any, next});
      case Node::Kind::line_begin:
        return add({Kind::line_begin, next});
      case Node::Kind::line_end:
        return add({Kind::line_end, next});
      case Node::Kind::sequence:
        for (auto each = part.parts.rbegin(); each != part.parts.rend(); ++each) next = compile(**each, next);
        return next;
      case Node::Kind::choice:
        return compile_choice(part, next);
      case Node::Kind::repeat:
        break;
    }
    return compile_repeat(part, next);
  }

  std::vector<Instruction> program;
  bool is_too_large = false;

 private:
  std::size_t compile_choice(const Node& part, std::size_t next) {
    std::size_t begin = compile(*part.parts.back(), next);
    for (auto each = part.parts.rbegin() + 1; each != part.parts.rend(); ++each) {
      const std::size_t branch = compile(**each, next);
      begin = add({Kind::fork, branch, begin});
    }
    return begin;
  }

  std::size_t compile_repeat(const Node& part, std::size_t next) {
    const Node& inner = *part.parts.front();
    if (part.most == no_limit) {
      const std::size_t loop = add({Kind::fork, next, next});
      const std::size_t body = compile(inner, loop);
      if (!is_too_large) program[loop].next = body;
      next = loop;
    }
    for (int each = part.least; each < part.most; ++each) {
      const std::size_t body = compile(inner, next);
      next = add({Kind::fork, body, next});
    }
    for (int each = 0; each < part.least; ++each) next = compile(inner, next);
    return next;
  }
};

struct RegularExpression::Threads {
  explicit Threads(std::size_t size) : is_in(size) {}
  std::vector<std::size_t> list{};
  std::vector<bool> is_in;
  bool has_matched = false;

  void clear() {
    for (const std::size_t each : list) is_in[each] = false;
    list.clear();
  }
};

std::optional<RegularExpression> RegularExpression::read(const std::string& text, bool any_case) {
  if (text.size() > longest) return std::nullopt;
  const NodePointer whole = ExpressionReader(characters_of(text)).read();
  if (!whole) return std::nullopt;
  ExpressionCompiler compiler;
  const std::size_t end = compiler.add({Kind::match});
  RegularExpression made;
  made.begin_ = compiler.compile(*whole, end);
  if (compiler.is_too_large) return std::nullopt;
  made.program_ = std::move(compiler.program);
  made.any_case_ = any_case;
  return made;
}

bool RegularExpression::takes(const Instruction& instruction, char32_t c) const {
  if (instruction.kind == Kind::any) return true;
  const bool is_one = contains(instruction.ranges, c) || (any_case_ && contains(instruction.ranges, other_case(c)));
  return is_one != instruction.negated;
}

/// Adds the instructions that take a character and are reached from `from` without one.
void RegularExpression::follow(Threads& threads, std::size_t from, bool at_begin, bool at_end,
                               std::size_t& work) const {
  std::vector<std::size_t> open{from};
  while (!open.empty() && work > 0) {
    const std::size_t at = open.back();
    open.pop_back();
    if (threads.is_in[at]) continue;
    --work;
    threads.is_in[at] = true;
    threads.list.push_back(at);
    const Instruction& instruction = program_[at];
    if (instruction.kind == Kind::match) threads.has_matched = true;
    const bool holds = (instruction.kind == Kind::line_begin && at_begin) ||
                       (instruction.kind == Kind::line_end && at_end) || instruction.kind == Kind::fork;
    if (holds) open.push_back(instruction.next);
    if (instruction.kind == Kind::fork) open.push_back(instruction.other);
  }
}

bool RegularExpression::is_in(const std::string& line, std::size_t& work) const {
  const std::u32string characters = characters_of(line);
  work -= std::min(work, characters.size());
  Threads now(program_.size()), next(program_.size());
  for (std::size_t at = 0; work > 0; ++at) {
    const bool at_end = at == characters.size();
    follow(now, begin_, at == 0, at_end, work);
    if (now.has_matched) return work > 0;
    if (at_end) return false;
    for (const std::size_t each : now.list) {
      const Instruction& instruction = program_[each];
      const bool is_character = instruction.kind == Kind::set || instruction.kind == Kind::any;
      if (is_character && takes(instruction, characters[at]))
        follow(next, instruction.next, false, at + 1 == characters.size(), work);
    }
    std::swap(now, next);
    next.clear();
  }
  return false;
}

}  // namespace ringside::services
