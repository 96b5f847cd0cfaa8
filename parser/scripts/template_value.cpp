// parser/scripts/template_value.cpp - the values that workflow templates work with, as text and as truth.
#include "parser/scripts/template_value.hpp"

#include "base/text.hpp"

namespace ringside::parser {

std::string TemplateValue::text() const {
  if (const auto* truth = std::get_if<bool>(&content)) return *truth ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&content)) return std::to_string(*integer);
  if (const auto* string = std::get_if<std::string>(&content)) return *string;
  const auto* list = std::get_if<List>(&content);
  if (list == nullptr) return {};
  std::vector<std::string> parts;
  for (const TemplateValue& each : *list) parts.push_back(each.text());
  return "[" + base::join(parts, ", ") + "]";
}

std::size_t TemplateValue::weight() const {
  if (const auto* string = std::get_if<std::string>(&content)) return sizeof(TemplateValue) + string->size();
  std::size_t sum = sizeof(TemplateValue);
  if (const auto* list = std::get_if<List>(&content))
    for (const TemplateValue& each : *list) sum += each.weight();
  return sum;
}

bool TemplateValue::holds() const {
  const auto* truth = std::get_if<bool>(&content);
  return truth != nullptr ? *truth : is_defined();
}

}  // namespace ringside::parser
