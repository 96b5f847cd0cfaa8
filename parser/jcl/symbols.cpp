// parser/jcl/symbols.cpp - JCL symbols and their substitution.
#include "parser/jcl/symbols.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 5> resolved_in_apostrophes{"ACCT", "AMP", "PARM", "PATH", "SUBSYS"};

/// The name after an ampersand; empty if there is none.
std::string name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && base::is_name_character(text[end])) ++end;
  const std::string_view name = text.substr(at, end - at);
  return base::is_simple_name(name) ? std::string(name) : std::string{};
}

/// The offset after the symbol and the period that ends it.
std::size_t after_symbol(std::string_view text, std::size_t ampersand, const std::string& name) {
  const std::size_t end = ampersand + 1 + name.size();
  return end < text.size() && text[end] == '.' ? end + 1 : end;
}

/// The place of a character in an operand field: its operand, parentheses and apostrophes.
class FieldPlace {
 public:
  explicit FieldPlace(std::string_view field) : field_(field) { begin_operand(0); }

  [[nodiscard]] bool in_apostrophes() const { return in_apostrophes_; }
  [[nodiscard]] const std::string& keyword() const { return keyword_; }

  void pass(std::size_t at) {
    const char c = field_[at];
    if (c == '\'') in_apostrophes_ = !in_apostrophes_;
    if (in_apostrophes_) return;
    if (c == '(') ++depth_;
    if (c == ')') --depth_;
    if (c == ',' && depth_ == 0) begin_operand(at + 1);
  }

 private:
  void begin_operand(std::size_t at) {
    std::size_t end = at;
    while (end < field_.size() && base::is_name_character(field_[end])) ++end;
    const bool keyword = end < field_.size() && (field_[end] == '=' || field_[end] == '.');
    keyword_ = keyword ? std::string(field_.substr(at, end - at)) : std::string{};
  }

  std::string_view field_;
  std::string keyword_;
  int depth_ = 0;
  bool in_apostrophes_ = false;
};

class FieldSubstitution {
 public:
  FieldSubstitution(std::string_view field, JclSymbols& symbols) : field_(field), symbols_(symbols), place_(field) {}

  Substitution run() && {
    // A field that grows beyond the limit is refused when its operands are read.
    for (std::size_t at = 0; at < field_.size() && result_.text.size() <= base::limits::command_bytes;)
      at = field_[at] == '&' ? ampersand(at) : plain(at);
    return std::move(result_);
  }

 private:
  std::size_t plain(std::size_t at) {
    const bool closes = field_[at] == '\'' && place_.in_apostrophes();
    place_.pass(at);
    if (field_[at] != '\'' || closes) after_symbol_ = false;
    result_.text += field_[at];
    return at + 1;
  }

  std::size_t ampersand(std::size_t at) {
    if (field_.substr(at, 2) == "&&") return doubled(at);
    const std::string name = name_at(field_, at + 1);
    const std::string* value = name.empty() ? nullptr : symbols_.find(name);
    if (value != nullptr && resolves_here()) {
      result_.text += *value;
      result_.changed = true;
      after_symbol_ = after_symbol_ || !place_.in_apostrophes();
      return after_symbol(field_, at, name);
    }
    if (value != nullptr || place_.in_apostrophes()) {
      if (!name.empty()) result_.literal.push_back(name);
    } else if (!name.empty() && !names_temporary_data_set(at, name)) {
      result_.unresolved.push_back({place_.keyword(), name});
    }
    result_.text += '&';
    return at + 1;
  }

  /// In PARM two ampersands stand for one. Elsewhere they begin the name of a temporary data set.
  std::size_t doubled(std::size_t at) {
    result_.text += place_.keyword() == "PARM" ? "&" : "&&";
    result_.changed = result_.changed || place_.keyword() == "PARM";
    const std::size_t end = at + 2 + name_at(field_, at + 2).size();
    result_.text += field_.substr(at + 2, end - at - 2);
    return end;
  }

  [[nodiscard]] bool resolves_here() const {
    if (!place_.in_apostrophes() || after_symbol_) return true;
    return std::find(resolved_in_apostrophes.begin(), resolved_in_apostrophes.end(), place_.keyword()) !=
           resolved_in_apostrophes.end();
  }

  /// DSN=&TEMP means DSN=&&TEMP if there is no symbol TEMP (JCL Reference, DSNAME).
  [[nodiscard]] bool names_temporary_data_set(std::size_t at, const std::string& name) const {
    if (place_.keyword() != "DSN" && place_.keyword() != "DSNAME") return false;
    const char next = at + 1 + name.size() < field_.size() ? field_[at + 1 + name.size()] : ',';
    return at > 0 && field_[at - 1] == '=' && (next == ',' || next == '(');
  }

  std::string_view field_;
  JclSymbols& symbols_;
  FieldPlace place_;
  bool after_symbol_ = false;  ///< a symbol outside apostrophes came before in the same value
  Substitution result_;
};

/// Keeps later text in its column after the text before `at` grew by `growth` characters: shortens runs of blanks, of
/// which one blank stays, or lengthens the first run.
void keep_columns(std::string& text, std::size_t at, std::ptrdiff_t growth) {
  std::size_t run = text.find("  ", at);
  if (run != std::string::npos && growth < 0) text.insert(run, static_cast<std::size_t>(-growth), ' ');
  for (; run != std::string::npos && growth > 0; run = text.find("  ", run + 1)) {
    const std::size_t end = std::min(text.find_first_not_of(' ', run), text.size());
    const std::size_t taken = std::min(static_cast<std::size_t>(growth), end - run - 1);
    text.erase(run, taken);
    growth -= static_cast<std::ptrdiff_t>(taken);
  }
}

}  // namespace

std::vector<std::string> field_parts(std::string_view field) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool in_apostrophes = false;
  for (const char c : field) {
    if (c == '\'') in_apostrophes = !in_apostrophes;
    if (!in_apostrophes && c == '(') ++depth;
    if (!in_apostrophes && c == ')') --depth;
    if (c == ',' && depth == 0 && !in_apostrophes) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

SymbolAssignment read_assignment(std::string_view part) {
  const auto equals = part.find('=');
  if (equals == std::string_view::npos || part.find_first_of("'(") < equals) return {};
  const std::string_view value = part.substr(equals + 1);
  SymbolAssignment result{std::string(part.substr(0, equals)), {}};
  if (value.size() >= 2 && value.front() == '\'' && value.back() == '\'') {
    result.value = base::replace_all(value.substr(1, value.size() - 2), "''", "'");
  } else {
    result.value = base::replace_all(value, "&&", "&");
  }
  return result;
}

void JclSymbols::leave() {
  scopes_.pop_back();
  exported_.reset();
}

void JclSymbols::restore(Values sets) {
  sets_ = std::move(sets);
  exported_.reset();
}

bool JclSymbols::is_full() const {
  return std::max(sets_.size(), exports_.size()) >= base::limits::job_symbols;
}

void JclSymbols::set(const std::string& name, std::string value) {
  exported_.reset();
  sets_[name] = {std::move(value), ++order_, false};
}

void JclSymbols::assign(const std::string& name, std::string value) {
  exported_.reset();
  // In-stream data may use an exported symbol, so exporting counts as use.
  scopes_.back().emplace(name, Value{std::move(value), ++order_, exports_.contains(name)});
}

bool JclSymbols::is_unused(const std::string& name) const {
  const auto found = scopes_.back().find(name);
  return found != scopes_.back().end() && !found->second.used;
}

void JclSymbols::export_symbol(const std::string& name) {
  exported_.reset();
  if (Value* value = value_of(name)) value->used = true;
  exports_.emplace(name, ++order_);
}

void JclSymbols::export_all() {
  exported_.reset();
  if (all_exported_at_ == 0) all_exported_at_ = ++order_;
}

std::shared_ptr<const SymbolValues> JclSymbols::exported() {
  if (exported_) return exported_;
  auto values = std::make_shared<SymbolValues>();
  exported_ = values;
  // In-stream data can always use SYSUID. A symbol that EXPORT names and that is not set afterwards has an empty value.
  values->emplace("SYSUID", submitter_);
  for (const auto& [name, since] : exports_) {
    const Value* value = value_of(name);
    (*values)[name] = value != nullptr && value->order > since ? value->text : std::string{};
  }
  if (all_exported_at_ == 0) return values;
  const auto add = [&](Values& all) {
    for (auto& [name, value] : all) {
      value.used = true;
      if (value.order > all_exported_at_) (*values)[name] = value.text;
    }
  };
  add(sets_);
  for (Values& scope : scopes_) add(scope);
  return values;
}

JclSymbols::Value* JclSymbols::value_of(const std::string& name) {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
    if (const auto found = scope->find(name); found != scope->end()) return &found->second;
  const auto found = sets_.find(name);
  return found == sets_.end() ? nullptr : &found->second;
}

const std::string* JclSymbols::find(const std::string& name) {
  if (Value* value = value_of(name)) {
    value->used = true;
    return &value->text;
  }
  return name == "SYSUID" ? &submitter_ : nullptr;
}

Substitution substitute(std::string_view field, JclSymbols& symbols) {
  return FieldSubstitution(field, symbols).run();
}

Substitution substitute_expression(std::string_view text, JclSymbols& symbols) {
  Substitution result;
  for (std::size_t at = 0; at < text.size();) {
    const std::string name = text[at] == '&' ? name_at(text, at + 1) : std::string{};
    const std::string* value = name.empty() ? nullptr : symbols.find(name);
    if (value != nullptr) {
      result.text += *value;
      result.changed = true;
      at = after_symbol(text, at, name);
    } else {
      result.text += text[at++];
    }
  }
  return result;
}

std::string substitute_record(std::string_view record, const SymbolValues& values,
                              std::vector<std::string>& unresolved) {
  std::string text(record);
  for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at)) {
    const std::string name = name_at(text, at + 1);
    const auto value = values.find(name);
    if (name.empty() || value == values.end()) {
      const bool known = is_among(unresolved, name);
      if (!name.empty() && !known) unresolved.push_back(name);
      ++at;
      continue;
    }
    const std::size_t end = after_symbol(text, at, name);
    const auto growth = static_cast<std::ptrdiff_t>(value->second.size()) - static_cast<std::ptrdiff_t>(end - at);
    text.replace(at, end - at, value->second);
    at += value->second.size();
    keep_columns(text, at, growth);
  }
  return text;
}

}  // namespace ringside::parser
