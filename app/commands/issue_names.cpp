// app/commands/issue_names.cpp - labels and names for many certificates.
#include "app/commands/issue_names.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "app/program.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

constexpr std::array<std::string_view, 7> attributes = {"CN", "T", "OU", "O", "L", "SP", "C"};
constexpr std::array<std::string_view, 4> alt_names = {"DOMAIN", "IP", "EMAIL", "URI"};
constexpr std::string_view placeholder = "{n}";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_alt_name(const std::string& column) {
  return std::find(alt_names.begin(), alt_names.end(), column) != alt_names.end();
}

std::size_t rank(const std::string& attribute) {
  return static_cast<std::size_t>(std::find(attributes.begin(), attributes.end(), attribute) - attributes.begin());
}

void order(std::vector<crypto::NamePart>& parts) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return rank(a.attribute) < rank(b.attribute); });
}

crypto::NamePart part_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  crypto::NamePart part{base::upper(base::trim(text.substr(0, equals))),
                        equals == std::string::npos ? "" : base::trim(text.substr(equals + 1))};
  if (part.value.empty()) throw UsageError(fmt::format("--subject: '{}' is not ATTRIBUTE=VALUE", text));
  if (rank(part.attribute) == attributes.size())
    throw UsageError(fmt::format("--subject: {} is not one of CN, T, OU, O, L, SP, C", part.attribute));
  return part;
}

/// Reads a CSV file row by row.
class CsvReader {
 public:
  CsvReader(const std::string& file, std::string_view text) : file_(file), text_(text) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    if (text_.find('\0') != std::string_view::npos)
      throw UsageError(file_ + ": is not a text in UTF-8; save it as CSV UTF-8");
  }

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t line() const { return line_; }  ///< first line of the last row

  std::vector<std::string> row() {
    line_ = ++lines_;
    std::vector<std::string> fields{field()};
    while (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      fields.push_back(field());
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] != '\n') refuse("text follows a closing quote");
    ++at_;
    return fields;
  }

  [[noreturn]] void refuse(const std::string& cause) const {
    throw UsageError(fmt::format("{}, line {}: {}", file_, line_, cause));
  }

 private:
  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string value(text_.substr(at_, end - at_));
    at_ = end;
    return base::trim(value);
  }

  std::string quoted() {
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") {
        ++at_;
        return value;
      }
      if (text_[at_] == '"') ++at_;
      if (text_[at_] == '\n') ++lines_;
      value += text_[at_];
    }
    refuse("a quote is not closed");
  }

  const std::string& file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t lines_ = 0;
  std::size_t line_ = 0;
};

std::vector<std::string> columns_of(CsvReader& csv) {
  std::vector<std::string> columns = csv.row();
  for (std::string& column : columns) {
    column = base::upper(column);
    if (columns.size() == 1 && column.find(';') != std::string::npos)
      csv.refuse("columns are separated by ','; here stands ';'");
    if (column != "LABEL" && rank(column) == attributes.size() && !is_alt_name(column))
      csv.refuse(fmt::format("column {} is not one of label, CN, T, OU, O, L, SP, C, DOMAIN, IP, EMAIL, URI",
                             base::printable(column)));
    if (column != "OU" && std::count(columns.begin(), columns.end(), column) > 1)
      csv.refuse(fmt::format("column {} occurs twice", column));
  }
  if (std::count(columns.begin(), columns.end(), "LABEL") != 1) csv.refuse("there must be one column 'label'");
  return columns;
}

IssueName name_of(const CsvReader& csv, const std::vector<std::string>& columns,
                  const std::vector<std::string>& fields) {
  if (fields.size() != columns.size())
    csv.refuse(fmt::format("{} fields, but the first line names {}", fields.size(), columns.size()));
  IssueName name{.label = "", .line = csv.line()};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (columns[i] == "LABEL")
      name.label = fields[i];
    else if (!fields[i].empty())
      (is_alt_name(columns[i]) ? name.alt_names : name.subject).push_back({columns[i], fields[i]});
  }
  if (name.label.empty()) csv.refuse("the label is empty");
  order(name.subject);
  return name;
}

}  // namespace

std::string with_number(std::string text, std::size_t number) {
  for (std::size_t at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder, at))
    text.replace(at, placeholder.size(), std::to_string(number));
  return text;
}

std::vector<crypto::NamePart> subject_parts(const std::string& text) {
  std::vector<crypto::NamePart> parts;
  std::string part;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at == text.size() || text[at] == ',') {
      parts.push_back(part_of(part));
      part.clear();
    } else {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      part += text[at];
    }
  }
  order(parts);
  return parts;
}

IssueName numbered(const IssueName& pattern, std::size_t number) {
  IssueName name = pattern;
  name.label = numbered_label(pattern, number);
  for (crypto::NamePart& part : name.subject) part.value = with_number(std::move(part.value), number);
  for (crypto::NamePart& part : name.alt_names) part.value = with_number(std::move(part.value), number);
  return name;
}

std::string numbered_label(const IssueName& pattern, std::size_t number) {
  return with_number(pattern.label, number);
}

std::vector<IssueName> names_in_csv(const std::string& file, std::string_view text, std::size_t first) {
  CsvReader csv(file, text);
  if (csv.at_end()) throw UsageError(file + ": is empty; its first line must name the columns");
  const std::vector<std::string> columns = columns_of(csv);
  std::vector<IssueName> names;
  std::set<std::string> labels;
  while (!csv.at_end()) {
    const std::vector<std::string> fields = csv.row();
    if (fields.size() == 1 && fields.front().empty()) continue;  // an empty line
    names.push_back(numbered(name_of(csv, columns, fields), first + names.size()));
    if (!labels.insert(names.back().label).second)
      csv.refuse(fmt::format("the label '{}' occurs twice", names.back().label));
  }
  return names;
}

}  // namespace ringside::app
