// parser/jcl/listing.cpp - numbered statements, substitutions, errors and notices of a job.
#include "parser/jcl/listing.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "parser/jcl/operands.hpp"
#include "parser/lexical/secret_name.hpp"

namespace ringside::parser {
namespace {

constexpr std::size_t most_errors = 100;
constexpr std::string_view input_prefix = "//";

std::string with_prefix(const std::string& image, const std::string& prefix) {
  return image.starts_with(input_prefix) ? prefix + image.substr(input_prefix.size()) : image;
}

JclImage::Kind kind_of(const ReadStatement& read, const std::string& prefix) {
  if (read.kind == ReadStatement::Kind::delimiter) return JclImage::Kind::delimiter;
  return prefix == input_prefix ? JclImage::Kind::input : JclImage::Kind::expanded;
}

std::string located(const JclStatement& statement, std::string text) {
  return statement.source.empty() ? text : "in " + statement.source + ": " + std::move(text);
}

}  // namespace

void JclListing::note_secrets(const ReadyStatement& ready) {
  constexpr std::size_t shortest = 3;  // a shorter value is part of other words
  for (const std::string& part : field_parts(ready.field)) {
    const SymbolAssignment symbol = read_assignment(part);
    if (is_secret_name(symbol.name) && symbol.value.size() >= shortest) secrets_.insert(symbol.value);
  }
}

std::string JclListing::substituted(const std::string& field) const {
  std::string shown = shown_field(field);
  std::vector<std::string> longest_first(secrets_.begin(), secrets_.end());  // one may be the beginning of another
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string& secret : longest_first) shown = base::replace_all(shown, secret, "********");
  return shown;
}

void JclListing::list(ReadyStatement& ready) {
  note_secrets(ready);
  const ReadStatement& read = *ready.read;
  ready.statement.number = ++number_;
  if (ready.prefix != input_prefix) count(read, ready.statement);
  const auto kind = kind_of(read, ready.prefix);
  if (read.generated) {
    job_.images.push_back({number_, "//SYSIN DD * GENERATED STATEMENT", kind});
  } else {
    for (std::size_t at = 0; at < read.images.size(); ++at)
      job_.images.push_back({at == 0 ? number_ : 0, with_prefix(read.images[at], ready.prefix), kind});
  }
  if (ready.substituted)
    job_.images.push_back({0, "IEFC653I SUBSTITUTION JCL - " + substituted(ready.field), JclImage::Kind::message});
  for (JclError& one : ready.errors) {
    one.statement = number_;
    one.diagnostic.text = located(ready.statement, std::move(one.diagnostic.text));
    add(std::move(one));
  }
  ready.errors.clear();
}

void JclListing::list_records(const ReadStatement& read, const std::string& prefix) {
  if (prefix != input_prefix) count(read, read.statement);
  for (const std::string& image : read.images)
    job_.images.push_back({0, with_prefix(image, prefix), kind_of(read, prefix)});
}

void JclListing::count(const ReadStatement& read, const JclStatement& statement) {
  using base::limits::expanded_statements, base::limits::expanded_bytes;
  ++expanded_statements_;
  for (const std::string& image : read.images) expanded_bytes_ += image.size();
  for (const Record& record : read.data) expanded_bytes_ += record.text.size();
  if (full_ || (expanded_statements_ <= expanded_statements && expanded_bytes_ <= expanded_bytes)) return;
  full_ = true;
  error(statement, own_message(OwnMessage::rsd347i),
        "procedures and INCLUDE groups bring more than " + std::to_string(expanded_statements) + " statements or " +
            std::to_string(expanded_bytes) + " bytes");
}

void JclListing::error(const JclStatement& statement, Message message, std::string text, std::string line) {
  add({std::move(message),
       {located(statement, std::move(text)), statement.where, std::move(line)},
       statement.number > 0 ? statement.number : number_});
}

void JclListing::note(const JclStatement& statement, std::string text) {
  job_.notes.push_back({located(statement, std::move(text)), statement.where});
}

void JclListing::add(JclError error) {
  if (job_.errors.size() < most_errors) job_.errors.push_back(std::move(error));
}

void read_operands(ReadyStatement& ready) {
  auto operands = parse_jcl_operands(ready.field);
  if (operands) {
    ready.statement.operands = std::move(*operands);
    return;
  }
  const Position where = ready.substituted ? ready.statement.where : ready.read->position(operands.error().offset);
  const auto line = static_cast<std::size_t>(std::max(0, where.line - ready.statement.where.line));
  const std::string& image = ready.read->images[std::min(line, ready.read->images.size() - 1)];
  ready.errors.push_back({operands.error().message, {operands.error().text, where, image}, 0});
}

void add_error(ReadyStatement& ready, Message message, std::string text) {
  ready.errors.push_back({std::move(message), {std::move(text), ready.statement.where, ready.read->images.front()}, 0});
}

}  // namespace ringside::parser
