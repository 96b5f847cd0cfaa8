// server/http/message.cpp - headers by name, and request targets taken apart.
#include "server/http/message.hpp"

#include <algorithm>

#include "base/percent.hpp"
#include "base/text.hpp"

namespace ringside::http {

std::optional<std::string> Headers::find(std::string_view name) const {
  const std::string wanted = base::lower(name);
  const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) {
    return each.first.size() == wanted.size() && base::lower(each.first) == wanted;
  });
  return row == rows_.end() ? std::nullopt : std::optional(row->second);
}

std::optional<std::string> Request::query_value(std::string_view name) const {
  const auto pair = std::find_if(query.begin(), query.end(), [&](const auto& each) { return each.first == name; });
  return pair == query.end() ? std::nullopt : std::optional(pair->second);
}

std::optional<Target> parse_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  const std::size_t mark = target.find('?');
  const auto path = base::percent_decoded(target.substr(0, mark));
  if (!path) return std::nullopt;
  Target parsed{*path, {}};
  if (mark == std::string_view::npos) return parsed;
  for (const std::string& pair : base::split(target.substr(mark + 1), '&')) {
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = base::percent_decoded(std::string_view(pair).substr(0, equals));
    const auto value = base::percent_decoded(std::string_view(pair).substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return std::nullopt;
    parsed.query.emplace_back(*name, *value);
  }
  return parsed;
}

}  // namespace ringside::http
