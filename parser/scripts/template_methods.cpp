// parser/scripts/template_methods.cpp - a table of methods of Java's String and List.
#include "parser/scripts/template_methods.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::parser {
namespace {

using Values = std::vector<TemplateValue>;

std::int64_t number(const TemplateValue& value) {
  const auto* integer = std::get_if<std::int64_t>(&value.content);
  return integer == nullptr ? -1 : *integer;
}

/// Java's substring; undefined where Java throws.
TemplateValue part(const std::string& text, std::int64_t from, std::int64_t to) {
  if (from < 0 || to < from || static_cast<std::size_t>(to) > text.size()) return {};
  return {text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from))};
}

TemplateValue split(const std::string& text, const std::string& separator) {
  TemplateValue::List parts;
  for (const std::string& each : separator.size() == 1 ? base::split(text, separator.front()) : std::vector{text})
    parts.push_back({each});
  while (!parts.empty() && parts.back().text().empty()) parts.pop_back();  // as Java
  return {parts};
}

struct TextMethod {
  const char* name;
  std::size_t arguments;
  TemplateValue (*call)(const std::string& text, const Values& arguments);
};

constexpr std::array text_methods = {
    TextMethod{"contains", 1,
               [](const std::string& t, const Values& a) -> TemplateValue {
                 return {t.find(a[0].text()) != std::string::npos};
               }},
    TextMethod{"endsWith", 1,
               [](const std::string& t, const Values& a) -> TemplateValue { return {t.ends_with(a[0].text())}; }},
    TextMethod{"equals", 1, [](const std::string& t, const Values& a) -> TemplateValue { return {t == a[0].text()}; }},
    TextMethod{"equalsIgnoreCase", 1,
               [](const std::string& t, const Values& a) -> TemplateValue {
                 return {base::upper(t) == base::upper(a[0].text())};
               }},
    TextMethod{"isEmpty", 0, [](const std::string& t, const Values&) -> TemplateValue { return {t.empty()}; }},
    TextMethod{
        "length", 0,
        [](const std::string& t, const Values&) -> TemplateValue { return {static_cast<std::int64_t>(t.size())}; }},
    TextMethod{"replace", 2,
               [](const std::string& t, const Values& a) -> TemplateValue {
                 return {a[0].text().empty() ? t : base::replace_all(t, a[0].text(), a[1].text())};
               }},
    TextMethod{"split", 1, [](const std::string& t, const Values& a) { return split(t, a[0].text()); }},
    TextMethod{"startsWith", 1,
               [](const std::string& t, const Values& a) -> TemplateValue { return {t.starts_with(a[0].text())}; }},
    TextMethod{"substring", 1,
               [](const std::string& t, const Values& a) {
                 return part(t, number(a[0]), static_cast<std::int64_t>(t.size()));
               }},
    TextMethod{"substring", 2,
               [](const std::string& t, const Values& a) { return part(t, number(a[0]), number(a[1])); }},
    TextMethod{"toLowerCase", 0, [](const std::string& t, const Values&) -> TemplateValue { return {base::lower(t)}; }},
    TextMethod{"toString", 0, [](const std::string& t, const Values&) -> TemplateValue { return {t}; }},
    TextMethod{"toUpperCase", 0, [](const std::string& t, const Values&) -> TemplateValue { return {base::upper(t)}; }},
    TextMethod{"trim", 0,
               [](const std::string& t, const Values&) -> TemplateValue { return {std::string(base::trim(t))}; }},
};

tl::expected<TemplateValue, std::string> call_on_list(const TemplateValue::List& list, const std::string& name,
                                                      const Values& arguments) {
  if (name == "size" && arguments.empty()) return TemplateValue{static_cast<std::int64_t>(list.size())};
  if (name == "isEmpty" && arguments.empty()) return TemplateValue{list.empty()};
  if (name == "get" && arguments.size() == 1) {
    const std::int64_t at = number(arguments[0]);
    const bool is_there = at >= 0 && static_cast<std::size_t>(at) < list.size();
    return is_there ? list[static_cast<std::size_t>(at)] : TemplateValue{};
  }
  if (name == "contains" && arguments.size() == 1)
    return TemplateValue{std::any_of(list.begin(), list.end(),
                                     [&](const TemplateValue& each) { return each.text() == arguments[0].text(); })};
  return tl::unexpected("the method " + base::printable(name) + "() of a list is not emulated");
}

}  // namespace

tl::expected<TemplateValue, std::string> call_method(const TemplateValue& value, const std::string& name,
                                                     const Values& arguments) {
  if (!value.is_defined()) return TemplateValue{};
  if (const auto* list = std::get_if<TemplateValue::List>(&value.content)) return call_on_list(*list, name, arguments);
  const auto found = std::find_if(text_methods.begin(), text_methods.end(), [&](const TextMethod& method) {
    return method.name == name && method.arguments == arguments.size();
  });
  if (found == text_methods.end())
    return tl::unexpected("the method " + base::printable(name) + "() of a text is not emulated");
  return found->call(value.text(), arguments);
}

}  // namespace ringside::parser
