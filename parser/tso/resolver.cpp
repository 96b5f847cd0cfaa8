// parser/tso/resolver.cpp - resolves operands to keywords and values with the table of the command, in the order of
// PARSE.
#include "parser/tso/resolver.hpp"

#include <algorithm>
#include <utility>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tables/classes.hpp"
#include "parser/tso/syntax.hpp"
#include "parser/tso/value_check.hpp"

namespace ringside::parser {
namespace {

std::string_view meaning_of(const KeywordSpec& spec) {
  return spec.alias_of.empty() ? spec.name : spec.alias_of;
}

/// The keyword of this name, or else all that the word abbreviates. Names of the same keyword count once.
std::vector<const KeywordSpec*> candidates(std::span<const KeywordSpec> specs, std::string_view word) {
  const std::string folded = base::upper(word);
  std::vector<const KeywordSpec*> found;
  for (const KeywordSpec& spec : specs) {
    if (spec.name == folded) return {&spec};
    const auto same = [&](const KeywordSpec* other) { return meaning_of(*other) == meaning_of(spec); };
    if (spec.name.starts_with(folded) && std::none_of(found.begin(), found.end(), same)) found.push_back(&spec);
  }
  return found;
}

const KeywordSpec& without_alias(const KeywordSpec& spec, std::span<const KeywordSpec> specs) {
  const auto named = [&](const KeywordSpec& other) { return other.name == meaning_of(spec); };
  const auto found = std::find_if(specs.begin(), specs.end(), named);
  return found == specs.end() ? spec : *found;
}

std::string_view prompt_of(const KeywordSpec& spec) {
  return spec.prompt.empty() ? spec.name : spec.prompt;
}

std::string item_of(const KeywordSpec& spec) {
  return std::string(spec.missing_item.empty() ? prompt_of(spec) : spec.missing_item);
}

/// What a value must be.
std::string help_of(const KeywordSpec& spec) {
  if (!spec.missing.empty()) return std::string(spec.missing);
  return spec.subfield.keywords.empty() ? values_syntax(spec.subfield) : keyword_syntax(spec);
}

void add_missing(const KeywordSpec& spec, std::vector<Message>& messages) {
  const std::string help(spec.missing.empty() ? prompt_of(spec) : spec.missing);
  messages.push_back({"IKJ56701I", "MISSING " + item_of(spec) + "+"});
  messages.push_back({"IKJ56701I", "MISSING " + help});
}

/// PARSE takes LIBRARY(MEMBER) as one data set name.
std::optional<Operand> with_member(const KeywordSpec& spec, std::span<const Operand> rest) {
  return spec.subfield.value == ValueKind::data_set ? library_with_member(rest) : std::nullopt;
}

}  // namespace

Resolver::Resolver(const CommandText& text, const OperandTree& tree, const CommandSpec& spec,
                   std::span<const std::string> site_classes)
    : text_(text), tree_(tree), spec_(spec), site_classes_(site_classes), explainer_(text) {}

ParsedCommand Resolver::resolve() {
  Command command;
  command.name = std::string(spec_.name);
  command.operands.name = command.name;
  command.operands.where = text_.position(tree_.command_offset);
  const Operands operands(tree_.operands);
  const auto taken = positionals(operands, command.operands);
  if (!taken) return tl::unexpected(taken.error());
  if (auto done = keywords(operands.subspan(*taken), spec_.keywords, spec_.name, command.operands); !done)
    return tl::unexpected(done.error());
  if (auto done = surplus_before(text_.text.size() + 1); !done) return tl::unexpected(done.error());
  fold_entities(command.operands);
  add_notices(command);
  return command;
}

tl::expected<std::size_t, CommandError> Resolver::positionals(Operands operands, Keyword& into) {
  std::size_t at = 0;
  for (const KeywordSpec& spec : spec_.positionals) {
    const bool required = spec.subfield.fewest_values > 0;
    const bool absent = at >= operands.size() || is_keyword_with_subfield(operands.subspan(at));
    if (absent && required)
      return tl::unexpected(missing_value(spec, at < operands.size() ? operands[at].offset : text_.text.size()));
    const bool is_next =
        spec.subfield.value == ValueKind::string && !absent && operands[at].kind != Operand::Kind::quoted;
    if (absent || (is_next && !required)) break;
    if (auto done = surplus_before(operands[at].offset); !done) return tl::unexpected(done.error());
    const auto joined = with_member(spec, operands.subspan(at));
    if (auto done = positional(spec, joined ? *joined : operands[at], into); !done) return tl::unexpected(done.error());
    at += joined ? 2 : 1;
  }
  return at;
}

Resolver::Outcome Resolver::positional(const KeywordSpec& spec, const Operand& operand, Keyword& into) {
  Keyword keyword;
  keyword.name = std::string(spec.name);
  keyword.where = text_.position(operand.offset);
  const bool list = operand.kind == Operand::Kind::group && spec.subfield.most_values > 1;
  if (auto done = list ? values(spec, operand.items, operand.end, keyword)
                       : values(spec, Operands(&operand, 1), operand.end, keyword);
      !done)
    return done;
  into.keywords.push_back(std::move(keyword));
  return {};
}

/// Returns whether the operands begin with a keyword and its subfield, such as "UACC(NONE)". In the place of a profile
/// name it means that the name is missing.
bool Resolver::is_keyword_with_subfield(Operands rest) const {
  if (rest.size() < 2 || rest[0].kind != Operand::Kind::word) return false;
  if (rest[1].kind != Operand::Kind::group || !rest[1].glued) return false;
  const std::string folded = base::upper(rest[0].text);
  return std::any_of(spec_.keywords.begin(), spec_.keywords.end(),
                     [&](const KeywordSpec& spec) { return spec.name == folded && spec.subfield_allowed; });
}

Resolver::Outcome Resolver::keywords(Operands operands, std::span<const KeywordSpec> specs, std::string_view place,
                                     Keyword& into) {
  for (std::size_t at = 0; at < operands.size(); ++at) {
    const Operand& operand = operands[at];
    if (auto done = surplus_before(operand.offset); !done) return done;
    const auto spec = keyword_of(operand, specs, place);
    if (!spec) return tl::unexpected(spec.error());
    Keyword keyword;
    keyword.name = std::string((*spec)->name);
    keyword.where = text_.position(operand.offset);
    keyword.secret = (*spec)->secret;
    note_again(keyword.name, operand, into);
    const bool followed = at + 1 < operands.size() && operands[at + 1].kind == Operand::Kind::group;
    if (followed) ++at;
    if (followed && !(*spec)->subfield_allowed)
      return tl::unexpected(invalid_keyword(operands[at], keyword.name + " has no operands in parentheses"));
    if (!followed && (*spec)->subfield_required)
      return tl::unexpected(missing_value(**spec, operand.end, Gap::in_new_parentheses));
    if (auto done = subfield(**spec, followed ? &operands[at] : nullptr, keyword); !done) return done;
    drop_alternatives(**spec, specs, operand, into);
    into.keywords.push_back(std::move(keyword));
  }
  return {};
}

/// Notes a keyword that is given again: PARSE uses the last one and prints no message.
void Resolver::note_again(const std::string& name, const Operand& operand, const Keyword& into) {
  if (into.has(name) && given_twice_.insert(name).second)
    notes_.push_back(explainer_.explain(name + " is given twice; the last one counts", operand.offset));
}

/// Removes the keywords that the new one replaces, with a note for each: of a set of alternatives PARSE keeps the last.
void Resolver::drop_alternatives(const KeywordSpec& spec, std::span<const KeywordSpec> specs, const Operand& operand,
                                 Keyword& into) {
  if (spec.one_of.empty()) return;
  const auto replaced = [&](const Keyword& earlier) {
    return earlier.name != spec.name && std::any_of(specs.begin(), specs.end(), [&](const KeywordSpec& other) {
             return other.name == earlier.name && other.one_of == spec.one_of;
           });
  };
  for (const Keyword& earlier : into.keywords)
    if (replaced(earlier))
      notes_.push_back(explainer_.explain("of the " + std::string(spec.one_of) + " " + earlier.name + " and " +
                                              std::string(spec.name) + " the last one counts; " + earlier.name +
                                              " is ignored",
                                          operand.offset));
  std::erase_if(into.keywords, replaced);
}

tl::expected<const KeywordSpec*, CommandError> Resolver::keyword_of(const Operand& operand,
                                                                    std::span<const KeywordSpec> specs,
                                                                    std::string_view place) {
  if (operand.kind == Operand::Kind::group)
    return tl::unexpected(invalid_keyword(operand, "a parenthesis stands where a keyword belongs"));
  if (operand.kind == Operand::Kind::quoted)
    return tl::unexpected(invalid_keyword(operand, "a quoted string stands where a keyword belongs"));
  const auto found = candidates(specs, operand.text);
  if (found.size() == 1) return &without_alias(*found.front(), specs);
  if (found.empty()) return tl::unexpected(invalid_keyword(operand, unknown_keyword(operand.text, specs, place)));
  std::vector<std::string> names;
  for (const KeywordSpec* spec : found) names.emplace_back(spec->name);
  return tl::unexpected(invalid_keyword(operand, "the abbreviation may mean " + base::join(names, ", ")));
}

std::string Resolver::unknown_keyword(std::string_view word, std::span<const KeywordSpec> specs,
                                      std::string_view place) const {
  std::vector<std::string> names;
  for (const KeywordSpec& spec : specs) names.emplace_back(spec.name);
  const bool inside = specs.data() != spec_.keywords.data();
  const auto outer = inside ? candidates(spec_.keywords, word) : std::vector<const KeywordSpec*>{};
  const std::string misplaced = outer.size() == 1 ? "; it is an operand of " + std::string(spec_.name) +
                                                        " itself, so a right parenthesis may be missing"
                                                  : std::string{};
  return std::string(place) + " has no operand of this name" +
         (misplaced.empty() ? base::did_you_mean(base::upper(word), names) : misplaced);
}

Resolver::Outcome Resolver::subfield(const KeywordSpec& spec, const Operand* group, Keyword& keyword) {
  if (group == nullptr) return {};
  if (!spec.subfield.keywords.empty()) return keywords(group->items, spec.subfield.keywords, spec.name, keyword);
  if (spec.subfield.value == ValueKind::custom) return custom_operands(group->items, keyword);
  return values(spec, group->items, group->end, keyword);
}

Resolver::Outcome Resolver::values(const KeywordSpec& spec, Operands operands, std::size_t end, Keyword& keyword) {
  for (std::size_t at = 0; at < operands.size(); ++at) {
    const auto joined = with_member(spec, operands.subspan(at));
    const Operand& operand = joined ? *joined : operands[at];
    if (joined) ++at;
    if (keyword.values.size() == spec.subfield.most_values) {
      ignore_extra(spec, operand);
      continue;
    }
    auto value = check_value(spec.subfield, operand, site_classes_);
    if (!value) return tl::unexpected(invalid_value(spec, operand, value.error()));
    if (spec.subfield.value == ValueKind::member) {
      add_member(operand, keyword);
      continue;
    }
    keyword.values.push_back(
        {std::move(*value), operand.kind == Operand::Kind::quoted, text_.position(operand.offset)});
  }
  if (keyword.values.size() < spec.subfield.fewest_values)
    return tl::unexpected(missing_value(spec, end, Gap::in_the_parentheses_before));
  return {};
}

/// Adds a member: a quoted name and the text directly after it are one member.
void Resolver::add_member(const Operand& operand, Keyword& keyword) const {
  const std::string written = text_.text.substr(operand.offset, operand.end - operand.offset);
  const std::string_view before = std::string_view(text_.text).substr(0, operand.offset);
  if (!keyword.values.empty() && before.ends_with('\'')) {
    keyword.values.back().text += written;
  } else {
    keyword.values.push_back({written, operand.kind == Operand::Kind::quoted, text_.position(operand.offset)});
  }
}

/// Fields of the site: any word, with an optional subfield of any words.
Resolver::Outcome Resolver::custom_operands(Operands operands, Keyword& keyword) {
  for (const Operand& operand : operands) {
    if (operand.kind == Operand::Kind::group && !keyword.keywords.empty()) {
      for (const Operand& value : operand.items)
        keyword.keywords.back().values.push_back(
            {value.text, value.kind == Operand::Kind::quoted, text_.position(value.offset)});
    } else if (operand.kind == Operand::Kind::word) {
      keyword.keywords.push_back({base::upper(operand.text), text_.position(operand.offset), {}, {}, false});
    } else {
      return tl::unexpected(invalid_keyword(operand, "a field name of the site belongs here"));
    }
  }
  return {};
}

Resolver::Outcome Resolver::surplus_before(std::size_t offset) const {
  if (tree_.surplus_parentheses.empty() || tree_.surplus_parentheses.front() > offset) return {};
  const std::size_t at = tree_.surplus_parentheses.front();
  return tl::unexpected(CommandError{
      {{"IKJ56712I", "INVALID KEYWORD, )"}}, 8, explainer_.explain("this right parenthesis closes nothing", at)});
}

/// Folds profile names to upper case unless the class keeps their case. This comes last, because the class may come
/// after the profile (PERMIT).
void Resolver::fold_entities(Keyword& operands) const {
  if (class_keeps_case(operands.value_of("CLASS"))) return;
  const auto fold = [&](std::span<const KeywordSpec> specs) {
    for (const KeywordSpec& spec : specs)
      for (Keyword& keyword : operands.keywords)
        if (spec.subfield.value == ValueKind::entity && keyword.name == spec.name)
          for (Value& value : keyword.values) value.text = base::upper(value.text);
  };
  fold(spec_.positionals);
  fold(spec_.keywords);
}

void Resolver::add_notices(Command& command) {
  if (tree_.assumed_parentheses > 0) {
    Lexeme last = next_token(text_.text, tree_.command_offset);
    for (Lexeme at = last; at.kind != Lexeme::Kind::end && at.kind != Lexeme::Kind::semicolon;
         at = next_token(text_.text, at.end))
      last = at;
    const std::string data = explainer_.echo(last.offset, last.end);
    messages_.push_back({"IKJ56707I", "RIGHT PARENTHESIS ASSUMED" + (data.empty() ? "" : ", " + data)});
  }
  if (tree_.semicolon)
    notes_.push_back(explainer_.explain("a semicolon ends the operands; what follows it is not read", 0));
  command.messages = std::move(messages_);
  command.notes = std::move(notes_);
}

CommandError Resolver::invalid_keyword(const Operand& operand, std::string cause) {
  asked_ = {"KEYWORD", "an operand of the command; HELP " + std::string(spec_.name) + " lists them", false,
            operand.offset, operand.end};
  const bool group = operand.kind == Operand::Kind::group;
  const std::string written = group ? "(" : explainer_.echo(operand.offset, operand.end);
  const std::string shown = written.empty() ? "" : written + ": ";
  return {{{"IKJ56712I", "INVALID KEYWORD" + (written.empty() ? "" : ", " + written)}},
          8,
          explainer_.explain(shown + std::move(cause), operand.offset, written)};
}

CommandError Resolver::invalid_value(const KeywordSpec& spec, const Operand& operand, std::string cause) {
  // For PARSE, a word of a fixed set is a keyword, unless the table has a prompt for it.
  if (!spec.subfield.one_of.empty() && spec.prompt.empty()) return invalid_keyword(operand, std::move(cause));
  asked_ = {item_of(spec), help_of(spec), spec.secret, operand.offset, operand.end};
  const std::string prompt(prompt_of(spec));
  const std::string written = operand.kind == Operand::Kind::group ? "(" : explainer_.echo(operand.offset, operand.end);
  CommandError error;
  if (spec.secret || written.empty()) {
    error.messages.push_back({"IKJ56717I", "INVALID " + prompt});
    error.diagnostic = explainer_.explain(prompt + ": " + cause, operand.offset);
    return error;
  }
  if (spec.subfield.value == ValueKind::data_set) {  // PARSE has a message of its own for this type
    error.messages.push_back({"IKJ56709I", "INVALID DATA SET NAME, " + written});
  } else {
    error.messages.push_back({"IKJ56702I", "INVALID " + prompt + ", " + written});
  }
  for (const FixedMessage& message : spec.refusal)
    error.messages.push_back({std::string(message.id), std::string(message.text)});
  if (spec.refusal.empty() && !spec.missing.empty()) add_missing(spec, error.messages);
  error.diagnostic = explainer_.explain(prompt + " " + written + ": " + cause, operand.offset, written);
  return error;
}

CommandError Resolver::missing_value(const KeywordSpec& spec, std::size_t offset, Gap gap) {
  const bool before_end = gap == Gap::in_the_parentheses_before && text_.text[offset - 1] == ')';
  const std::size_t place = before_end ? offset - 1 : offset;
  asked_ = {item_of(spec), help_of(spec), spec.secret, place, place, gap == Gap::in_new_parentheses};
  CommandError error;
  add_missing(spec, error.messages);
  error.diagnostic = explainer_.explain(std::string(prompt_of(spec)) + " is missing", offset);
  return error;
}

void Resolver::ignore_extra(const KeywordSpec& spec, const Operand& operand) {
  const std::string written = spec.secret ? "" : explainer_.echo(operand.offset, operand.end);
  messages_.push_back({"IKJ56716I", "EXTRANEOUS INFORMATION WAS IGNORED" + (written.empty() ? "" : ": " + written)});
}

}  // namespace ringside::parser
