// emulator/racf/users/user_attributes.cpp - attributes of users and connections that hold a value.
#include "emulator/racf/users/user_attributes.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

namespace ringside::racf {
namespace {

constexpr const char* default_password_interval = "30";
const std::string interval_word = "PASS-INTERVAL=";
const std::string class_authority_word = "CLAUTH(";

/// Reads mm/dd/yy. RACF reads years below 71 as years of this century.
std::optional<base::CivilTime> parse_short_date(const std::string& text) {
  const auto parts = base::split(text, '/');
  if (parts.size() != 3 || text.size() != 8) return std::nullopt;
  const auto month = base::number(parts[0], 12), day = base::number(parts[1], 31), year = base::number(parts[2], 99);
  if (!month || !day || !year) return std::nullopt;
  base::CivilTime date;
  date.year = static_cast<int>(*year < 71 ? 2000 + *year : 1900 + *year);
  date.month = static_cast<int>(*month);
  date.day = static_cast<int>(*day);
  return base::from_local(date, {}) ? std::optional(date) : std::nullopt;
}

std::string class_authority(const std::string& profile_class) {
  return class_authority_word + profile_class + ")";
}

}  // namespace

bool is_short_date(const std::string& text) {
  return parse_short_date(text).has_value();
}

void set_revocation_date(database::Attributes& attributes, const std::string& keyword, const std::string& date) {
  clear_revocation_date(attributes, keyword);
  attributes.insert(keyword + "=" + date);
}

void clear_revocation_date(database::Attributes& attributes, const std::string& keyword) {
  std::erase_if(attributes, [&](const std::string& word) { return word.starts_with(keyword + "="); });
}

std::optional<base::CivilTime> revocation_day(const database::Attributes& attributes, const std::string& keyword) {
  for (const std::string& word : attributes) {
    if (!word.starts_with(keyword + "=")) continue;
    if (const auto date = parse_short_date(word.substr(keyword.size() + 1))) return date;
  }
  return std::nullopt;
}

std::string revocation_date(const database::Attributes& attributes, const std::string& keyword) {
  const auto date = revocation_day(attributes, keyword);
  return date ? fmt::format("{} {}, {}", base::month_name(*date), date->day, date->year) : "NONE";
}

void set_class_authority(database::Attributes& attributes, const std::string& profile_class, bool on) {
  if (on) {
    attributes.insert(class_authority(profile_class));
  } else {
    attributes.erase(class_authority(profile_class));
  }
}

bool has_class_authority(Context& context, const std::string& profile_class) {
  const auto issuer = context.database().users.find(context.user());
  return issuer && issuer->attributes.contains(class_authority(profile_class));
}

std::vector<std::string> authorized_classes(const database::Attributes& attributes) {
  std::vector<std::string> classes;
  for (const std::string& word : attributes)
    if (word.starts_with(class_authority_word))
      classes.push_back(word.substr(class_authority_word.size(), word.size() - class_authority_word.size() - 1));
  return classes;
}

void set_password_interval(database::Attributes& attributes, const std::string& interval) {
  std::erase_if(attributes, [](const std::string& word) { return word.starts_with(interval_word); });
  attributes.insert(interval_word + interval);
}

std::string password_interval(const database::Attributes& attributes) {
  if (attributes.contains("PROTECTED")) return no_password_interval;
  for (const std::string& word : attributes)
    if (word.starts_with(interval_word)) return word.substr(interval_word.size());
  return default_password_interval;
}

}  // namespace ringside::racf
