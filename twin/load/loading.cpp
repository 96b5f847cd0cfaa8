// twin/load/loading.cpp - what a running load works with.
#include "twin/load/loading.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::twin {

Loading::Loading(lab::Lab& into, database::SystemRecord of, base::Zone in)
    : lab(into), system(std::move(of)), database(into.database_of(system)), staging(into.staging()), zone(in) {}

void Loading::remark(const std::string& kind, const std::string& item, const std::string& sentence) {
  if (remarks[kind]++ < base::limits::load_remarks)
    database.load_remarks.add({kind, base::printable(item), base::printable(sentence)});
}

void Loading::skip(const std::string& why) {
  remark("record left out", fmt::format("record {}", number), why);
}

base::Instant Loading::day(const Record& record, const Field& field) const {
  const auto date = record.date(field);
  const auto instant = date ? base::from_local(*date, zone) : std::nullopt;
  return instant.value_or(base::Instant{});
}

bool is_clean(const std::string& text) {
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view character = base::announced_character(rest);
    if (base::is_control(character)) return false;
    rest.remove_prefix(character.size());
  }
  return true;
}

std::string without_cent_signs(const std::string& text) {
  return base::replace_all(text, "\u00a2", " ");
}

}  // namespace ringside::twin
