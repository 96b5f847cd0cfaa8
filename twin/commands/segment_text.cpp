// twin/commands/segment_text.cpp - operands that lead from the segments of a profile to others, by the tables of the
// commands.
#include "twin/commands/segment_text.hpp"

#include <algorithm>
#include <array>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "parser/tso/command_table.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {
namespace {

using Fields = database::Segments::Fields;
using parser::KeywordSpec;
using parser::ValueKind;

const KeywordSpec* spec_named(std::span<const KeywordSpec> specs, std::string_view name) {
  const auto found =
      std::find_if(specs.begin(), specs.end(), [&](const KeywordSpec& each) { return each.name == name; });
  return found == specs.end() ? nullptr : &*found;
}

/// Kinds of values that PARSE refuses in quotes.
bool stands_without_quotes(ValueKind kind) {
  constexpr std::array bare = {ValueKind::name, ValueKind::user_id, ValueKind::asis, ValueKind::number,
                               ValueKind::hex,  ValueKind::date,    ValueKind::time, ValueKind::class_name};
  return std::find(bare.begin(), bare.end(), kind) != bare.end();
}

/// One value. PARSE folds a word without quotes to upper case, where the kind is not `text`.
std::string one_value(const parser::SubfieldSpec& spec, const std::string& value) {
  const bool fixed = !spec.one_of.empty() || std::find(spec.also.begin(), spec.also.end(), value) != spec.also.end();
  if (fixed || stands_without_quotes(spec.value)) return value;
  const bool keeps_case = spec.value == ValueKind::text || spec.value == ValueKind::custom;
  const bool bare = spec.value != ValueKind::quoted && is_plain_word(value);
  return bare && (keeps_case || base::upper(value) == value) ? value : in_quotes(value);
}

std::string values_of(const parser::SubfieldSpec& spec, const std::string& value) {
  if (spec.most_values <= 1) return one_value(spec, value);
  std::vector<std::string> values;
  for (const std::string& each : base::split(value, ' '))
    if (!each.empty()) values.push_back(one_value(spec, each));
  return base::join(values, " ");
}

/// The operands of the fields of one segment.
class SegmentWriter {
 public:
  SegmentWriter(const KeywordSpec& segment, SegmentText& text) : segment_(segment), text_(text) {}

  void set(const std::string& field, const std::string& value, bool shared) {
    if (is_custom()) return add(operand(field, word_operand(value)));
    const KeywordSpec* spec = spec_named(segment_.subfield.keywords, field);
    if (spec == nullptr || spec->secret) return leave_out(field);
    if (!spec->subfield_allowed) return value == "YES" ? add(field) : leave_out(field);
    add(operand(field, values_of(spec->subfield, value)) + (shared ? " SHARED" : ""));
  }

  void remove(const std::string& field) {
    const std::string denial = "NO" + field;
    if (is_custom() || spec_named(segment_.subfield.keywords, denial) != nullptr) return add(denial);
    leave_out(field);
  }

  void finish() {
    if (!fields_.empty()) text_.operands.push_back(operand(segment_.name, base::join(fields_, " ")));
  }

 private:
  [[nodiscard]] bool is_custom() const { return segment_.subfield.value == ValueKind::custom; }
  void add(std::string field) { fields_.push_back(std::move(field)); }
  void leave_out(const std::string& field) { text_.left_out.push_back(std::string(segment_.name) + " " + field); }

  const KeywordSpec& segment_;
  SegmentText& text_;
  std::vector<std::string> fields_;
};

bool is_shared(const std::string& segment, const std::string& field, const std::string& value,
               const std::vector<std::string>& shared) {
  return segment == "OMVS" && (field == "UID" || field == "GID") &&
         std::find(shared.begin(), shared.end(), value) != shared.end();
}

void change_segment(const KeywordSpec& spec, const Fields& now, const Fields& wanted,
                    const std::vector<std::string>& shared, SegmentText& text) {
  SegmentWriter writer(spec, text);
  for (const auto& [field, value] : wanted) {
    const auto present = now.find(field);
    if (present == now.end() || present->second != value)
      writer.set(field, value, is_shared(std::string(spec.name), field, value, shared));
  }
  for (const auto& [field, value] : now)
    if (!wanted.contains(field)) writer.remove(field);
  writer.finish();
}

const parser::CommandSpec& table_of(std::string_view command) {
  const parser::CommandSpec* spec = parser::find_command(command);
  if (spec == nullptr) throw base::Fault("there is no table of the command " + std::string(command));
  return *spec;
}

}  // namespace

SegmentText segment_text(std::string_view command, const SegmentMap& now, const SegmentMap& wanted,
                         const std::vector<std::string>& shared) {
  static const Fields nothing;
  const parser::CommandSpec& table = table_of(command);
  SegmentText text;
  for (const auto& [segment, fields] : wanted) {
    const auto present = now.find(segment);
    const Fields& old = present == now.end() ? nothing : present->second;
    if (old == fields) continue;
    const KeywordSpec* spec = spec_named(table.keywords, segment);
    if (spec == nullptr)
      text.left_out.push_back(segment);
    else
      change_segment(*spec, old, fields, shared, text);
  }
  for (const auto& [segment, fields] : now) {
    if (wanted.contains(segment)) continue;
    if (spec_named(table.keywords, "NO" + segment) != nullptr)
      text.operands.push_back("NO" + segment);
    else
      text.left_out.push_back(segment);
  }
  return text;
}

}  // namespace ringside::twin
