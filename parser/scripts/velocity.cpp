// parser/scripts/velocity.cpp - reads a template into blocks, then writes the blocks that its conditions choose.
#include "parser/scripts/velocity.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 2> scopes = {"instance-", "global-"};
constexpr std::size_t most_turns = 100'000;   // of all #foreach of one template
constexpr std::size_t most_work = 64u << 20;  // octets of all values that a template reads and makes
constexpr int most_nesting = 32;

constexpr std::array<std::string_view, 8> known = {"set", "if", "elseif", "else", "end", "foreach", "break", "stop"};
constexpr std::array<std::string_view, 6> unsupported = {"macro", "parse", "include", "evaluate", "define", "literal"};

struct Mistake {
  std::size_t at;  ///< in the template
  std::string sentence;
};

struct Block;
using Blocks = std::vector<Block>;
struct Branch {
  std::string condition;  ///< empty: #else
  Blocks blocks;
};
struct Block {
  enum class Kind { text, set, choice, loop, leave, stop } kind = Kind::text;
  std::size_t at = 0;
  std::string text;  ///< or the name that #set and #foreach give a value to
  std::string expression;
  std::vector<Branch> branches;  ///< of #if; the one of #foreach
};

struct Directive {
  std::string name;
  std::string argument;  ///< between the parentheses
  std::size_t end = 0;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class TemplateReader {
 public:
  explicit TemplateReader(std::string_view text) : text_(text) {}

  Blocks run() {
    Blocks blocks = read(0);
    if (!ended_by_.empty()) throw Mistake{begin_, "#" + ended_by_ + " has no #if or #foreach before it"};
    return blocks;
  }

 private:
  /// Reads up to the end of the text, or behind #end, #else or #elseif, which ended_by_ names then.
  Blocks read(int depth) {
    if (depth > most_nesting) throw Mistake{at_, "directives are nested too deep"};
    Blocks blocks;
    ended_by_.clear();
    while (at_ < text_.size()) {
      const std::size_t sign = std::min(text_.find('#', at_), text_.size());
      add_text(blocks, sign);
      if (at_ >= text_.size() || skip_comment(blocks)) continue;
      const auto directive = directive_here();
      if (!directive) {
        add_text(blocks, at_ + 1);
        continue;
      }
      const std::size_t begin = at_;
      leave_line(blocks, directive->end);
      if (directive->name == "end" || directive->name == "else" || directive->name == "elseif") {
        ended_by_ = directive->name;
        begin_ = begin;
        argument_ = directive->argument;
        return blocks;
      }
      blocks.push_back(block_of(*directive, begin, depth));
      ended_by_.clear();
    }
    return blocks;
  }

  void add_text(Blocks& blocks, std::size_t end) {
    if (end == at_) return;
    if (blocks.empty() || blocks.back().kind != Block::Kind::text)
      blocks.push_back({Block::Kind::text, at_, {}, {}, {}});
    blocks.back().text += text_.substr(at_, end - at_);
    at_ = end;
  }

  bool skip_comment(Blocks& blocks) {
    if (text_.substr(at_).starts_with("##")) {
      leave_line(blocks, std::min(text_.find('\n', at_), text_.size()));
    } else if (text_.substr(at_).starts_with("#*")) {
      const std::size_t end = text_.find("*#", at_ + 2);
      if (end == std::string_view::npos) throw Mistake{at_, "a comment #* has no end"};
      leave_line(blocks, end + 2);
    } else {
      return false;
    }
    return true;
  }

  /// Goes on behind a directive. If nothing else is on its lines, they leave no trace.
  void leave_line(Blocks& blocks, std::size_t end) {
    const std::size_t before = text_.substr(0, at_).find_last_not_of(" \t");
    const std::size_t after = text_.find_first_not_of(" \t\r", end);
    const bool is_alone = (before == std::string_view::npos || text_[before] == '\n') &&
                          (after == std::string_view::npos || text_[after] == '\n');
    if (is_alone && !blocks.empty() && blocks.back().kind == Block::Kind::text) {
      std::string& text = blocks.back().text;
      text.erase(text.find_last_not_of(" \t") + 1);
    }
    at_ = !is_alone ? end : after == std::string_view::npos ? text_.size() : after + 1;
  }

  /// The directive at '#'; nullopt if the sign is literal.
  std::optional<Directive> directive_here() {
    std::size_t at = at_ + 1;
    const bool has_braces = at < text_.size() && text_[at] == '{';
    at += has_braces ? 1 : 0;
    const std::size_t begin = at;
    while (at < text_.size() && is_letter(text_[at])) ++at;
    Directive found{std::string(text_.substr(begin, at - begin)), {}, 0};
    if (std::find(unsupported.begin(), unsupported.end(), found.name) != unsupported.end())
      throw Mistake{at_, "#" + found.name + " is not supported"};
    if (std::find(known.begin(), known.end(), found.name) == known.end()) return std::nullopt;
    if (has_braces && (at >= text_.size() || text_[at++] != '}')) return std::nullopt;
    found.end = at;
    const bool has_argument =
        found.name == "set" || found.name == "if" || found.name == "elseif" || found.name == "foreach";
    if (has_argument) read_argument(found);
    return found;
  }

  void read_argument(Directive& directive) {
    const std::size_t open = text_.find_first_not_of(" \t", directive.end);
    if (open == std::string_view::npos || text_[open] != '(')
      throw Mistake{at_, "#" + directive.name + " needs a parenthesis"};
    int depth = 0;
    char quote = 0;
    for (std::size_t at = open; at < text_.size(); ++at) {
      const char c = text_[at];
      if (quote != 0)
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '(')
        ++depth;
      else if (c == ')' && --depth == 0) {
        directive.argument = text_.substr(open + 1, at - open - 1);
        directive.end = at + 1;
        return;
      }
    }
    throw Mistake{at_, "the parenthesis of #" + directive.name + " is not closed"};
  }

  Block block_of(const Directive& directive, std::size_t begin, int depth) {
    Block block{Block::Kind::stop, begin, {}, directive.argument, {}};
    if (directive.name == "break") block.kind = Block::Kind::leave;
    if (directive.name == "set") assign(block, Block::Kind::set, "=");
    if (directive.name == "foreach") {
      assign(block, Block::Kind::loop, " in ");
      block.branches.push_back({{}, read(depth + 1)});
      if (ended_by_ != "end") throw Mistake{begin, "#foreach has no #end"};
    }
    if (directive.name == "if") read_branches(block, directive, depth);
    return block;
  }

  void read_branches(Block& block, const Directive& directive, int depth) {
    block.kind = Block::Kind::choice;
    std::string condition = directive.argument;
    for (bool is_last = false;;) {
      Blocks blocks = read(depth + 1);
      block.branches.push_back({condition, std::move(blocks)});
      if (ended_by_ == "end") return;
      if (ended_by_.empty() || is_last) throw Mistake{block.at, "#if has no #end"};
      is_last = ended_by_ == "else";
      condition = is_last ? std::string() : argument_;
    }
  }

  /// "$name = expression" or "$name in expression".
  void assign(Block& block, Block::Kind kind, std::string_view sign) const {
    block.kind = kind;
    const std::string& argument = block.expression;
    const std::size_t at = argument.find(sign);
    std::string name(base::trim(argument.substr(0, at)));
    if (name.starts_with("$!")) name.erase(1, 1);
    if (name.starts_with("${") && name.ends_with("}")) name = "$" + name.substr(2, name.size() - 3);
    const bool is_name =
        name.size() > 1 && name.front() == '$' && std::all_of(name.begin() + 1, name.end(), [](char c) {
          return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
        });
    if (at == std::string::npos || !is_name)
      throw Mistake{block.at,
                    kind == Block::Kind::set ? "#set needs ($name = value)" : "#foreach needs ($name in list)"};
    block.text = name.substr(1);
    block.expression = argument.substr(at + sign.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string ended_by_, argument_;
  std::size_t begin_ = 0;  // of the directive that ended the blocks
};

class TemplateWriter {
 public:
  TemplateWriter(const TemplateVariables& variables, Substituted& result) : variables_(variables), result_(result) {}

  void write(const Blocks& blocks) {
    for (const Block& block : blocks) {
      if (is_stopped_ || is_leaving_) return;
      write(block);
    }
  }

 private:
  void write(const Block& block) {
    at_ = block.at;
    switch (block.kind) {
      case Block::Kind::text:
        return write_text(block);
      case Block::Kind::set:
        own_[block.text] = value_of(block, block.expression);
        return;
      case Block::Kind::choice:
        return choose(block);
      case Block::Kind::loop:
        return repeat(block);
      case Block::Kind::leave:
        is_leaving_ = loops_ > 0;
        is_stopped_ = loops_ == 0;
        return;
      case Block::Kind::stop:
        is_stopped_ = true;
    }
  }

  void write_text(const Block& block) {
    const std::string_view text = block.text;
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] != '$') {
        const std::size_t next = std::min(text.find('$', at), text.size());
        add(block, text.substr(at, next - at));
        at = next;
        continue;
      }
      const auto read = read_reference(text.substr(at), lookup_);
      if (!read) throw Mistake{block.at, read.error()};
      if (*read)
        add_reference(block, **read, text.substr(at, (*read)->length));
      else
        add(block, "$");
      at += *read ? (*read)->length : 1;
    }
  }

  void add_reference(const Block& block, const TemplateReference& reference, std::string_view written) {
    if (reference.value.is_defined()) return add(block, reference.value.text());
    if (reference.is_quiet) return;
    const std::string variable = variables_.variable_of(reference.name.substr(0, reference.name.find('.')));
    if (variable.empty()) return add(block, written);
    if (std::find(result_.unresolved.begin(), result_.unresolved.end(), variable) == result_.unresolved.end())
      result_.unresolved.push_back(variable);
  }

  void add(const Block& block, std::string_view text) {
    if (result_.text.size() + text.size() > base::limits::workflow_bytes)
      throw Mistake{block.at, "the filled template is too large"};
    result_.text += text;
  }

  void choose(const Block& block) {
    for (const Branch& branch : block.branches)
      if (branch.condition.empty() || value_of(block, branch.condition).holds()) return write(branch.blocks);
  }

  void repeat(const Block& block) {
    const TemplateValue value = value_of(block, block.expression);
    const auto* list = std::get_if<TemplateValue::List>(&value.content);
    if (list == nullptr) {
      if (value.is_defined()) throw Mistake{block.at, "#foreach goes through lists only"};
      return;
    }
    const auto before = own_;
    ++loops_;
    std::int64_t index = 0;
    for (const TemplateValue& each : *list) {
      if (++turns_ > most_turns) throw Mistake{block.at, "the loops of the template take too many turns"};
      own_[block.text] = each;
      own_["foreach.index"] = {index};
      own_["foreach.count"] = own_["velocityCount"] = {++index};
      own_["foreach.hasNext"] = {static_cast<std::size_t>(index) < list->size()};
      write(block.branches.front().blocks);
      if (is_leaving_ || is_stopped_) break;
    }
    is_leaving_ = false;
    --loops_;
    for (const char* name : {"foreach.index", "foreach.count", "foreach.hasNext", "velocityCount"})
      restore(name, before);
    restore(block.text, before);
  }

  void restore(const std::string& name, const std::map<std::string, TemplateValue>& before) {
    const auto at = before.find(name);
    if (at == before.end())
      own_.erase(name);
    else
      own_[name] = at->second;
  }

  TemplateValue value_of(const Block& block, const std::string& expression) {
    auto value = evaluate(expression, lookup_);
    if (!value) throw Mistake{block.at, value.error()};
    work(expression.size() + value->weight());
    return *std::move(value);
  }

  void work(std::size_t octets) {
    work_ += octets;
    if (work_ > most_work) throw Mistake{at_, "the values of the template are too large"};
  }

  const TemplateVariables& variables_;
  Substituted& result_;
  std::map<std::string, TemplateValue> own_;  ///< set by the template
  TemplateLookup lookup_ = [this](const std::string& name) {
    const auto own = own_.find(name);
    TemplateValue value = own != own_.end() ? own->second : variables_.find(name);
    work(value.weight());
    return value;
  };
  std::size_t work_ = 0;
  std::size_t at_ = 0;  // of the block that is written
  std::size_t turns_ = 0;
  int loops_ = 0;
  bool is_leaving_ = false, is_stopped_ = false;
};

}  // namespace

std::string TemplateVariables::variable_of(const std::string& reference) const {
  for (const std::string_view scope : scopes)
    if (reference.starts_with(scope)) return reference.substr(scope.size());
  return has_plain_names && (defined.contains(reference) || values.contains(reference)) ? reference : std::string();
}

TemplateValue TemplateVariables::find(const std::string& name) const {
  const auto value = values.find(variable_of(name));
  return value == values.end() ? TemplateValue{} : TemplateValue{value->second};
}

Substituted substitute(std::string_view text, const TemplateVariables& variables) {
  Substituted result;
  std::string whole(text);
  if (!whole.empty() && whole.back() != '\n') whole += '\n';
  try {
    const Blocks blocks = TemplateReader(whole).run();
    TemplateWriter(variables, result).write(blocks);
  } catch (const Mistake& mistake) {
    const auto line = std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(mistake.at), '\n') + 1;
    result.errors.push_back(fmt::format("line {} of the template: {}", line, mistake.sentence));
  }
  return result;
}

}  // namespace ringside::parser
