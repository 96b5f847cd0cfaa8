// emulator/racf/users/user_operands.cpp - operands that ADDUSER, ALTUSER and CONNECT share.
#include "emulator/racf/users/user_operands.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/time.hpp"
#include "base/utf8.hpp"
#include "emulator/racf/operands.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/unix_ids.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t name_characters = 20;
const std::string interval_word = "PASS-INTERVAL=";

constexpr std::array<std::string_view, 10> switches{"ADSP",    "AUDITOR",    "GRPACC",  "OIDCARD", "OPERATIONS",
                                                    "ROAUDIT", "RESTRICTED", "SPECIAL", "UAUDIT",  "EXPIRED"};

bool is_switch(std::string_view word) {
  return std::find(switches.begin(), switches.end(), word) != switches.end();
}

constexpr std::array<std::string_view, 12> months{"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                  "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                  "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};

/// mm/dd/yy; RACF takes years before 71 as of this century.
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

/// A date with REVOKE or RESUME lies in the future; only the undated forms act at once.
void apply_revocation(const parser::Keyword& operand, database::Attributes& attributes) {
  if (!operand.values.empty()) {
    std::erase_if(attributes, [&](const std::string& word) { return word.starts_with(operand.name + "="); });
    attributes.insert(operand.name + "=" + operand.value());
  } else if (operand.name == "REVOKE") {
    attributes.insert("REVOKED");
  } else if (operand.name == "RESUME") {
    attributes.erase("REVOKED");
  } else {
    std::erase_if(attributes, [&](const std::string& word) { return word.starts_with(operand.name.substr(2) + "="); });
  }
}

void apply_class_authority(const parser::Keyword& operand, database::Attributes& attributes) {
  for (const std::string& name : texts(&operand)) {
    const std::string word = "CLAUTH(" + name + ")";
    if (operand.name == "CLAUTH") {
      attributes.insert(word);
    } else {
      attributes.erase(word);
    }
  }
}

/// A longer name is cut and no error (z/OSMF's own job gives one of 25 characters).
std::string shortened_name(Context& context, const std::string& name) {
  if (base::count_characters(name) <= name_characters) return name;
  context.diagnose(fmt::format("NAME '{}' is cut to {} characters", name, name_characters));
  return std::string(base::first_characters(name, name_characters));
}

}  // namespace

void apply_attributes(const parser::Keyword& operands, database::Attributes& attributes) {
  for (const parser::Keyword& operand : operands.keywords) {
    const std::string& name = operand.name;
    if (is_switch(name)) {
      attributes.insert(name);
    } else if (name.starts_with("NO") && is_switch(name.substr(2))) {
      attributes.erase(name.substr(2));
    } else if (name == "REVOKE" || name == "RESUME" || name == "NOREVOKE" || name == "NORESUME") {
      apply_revocation(operand, attributes);
    } else if (name == "CLAUTH" || name == "NOCLAUTH") {
      apply_class_authority(operand, attributes);
    }
  }
}

Result<void> check_dates(Context& context, const parser::Command& command) {
  for (const parser::Keyword& operand : command.operands.keywords) {
    if ((operand.name != "REVOKE" && operand.name != "RESUME") || operand.values.empty()) continue;
    if (!parse_short_date(operand.value()))
      return refuse(MessageId::rsd209i, operand.name, operand.value(), std::string("it must be a date mm/dd/yy"));
    context.diagnose(fmt::format("{}: the date of {} is kept and listed; nothing happens when it comes", command.name,
                                 operand.name));
  }
  return {};
}

std::string revocation_date(const database::Attributes& attributes, const std::string& keyword) {
  for (const std::string& word : attributes) {
    if (!word.starts_with(keyword + "=")) continue;
    const auto date = parse_short_date(word.substr(keyword.size() + 1));
    if (date) return fmt::format("{} {}, {}", months[static_cast<std::size_t>(date->month - 1)], date->day, date->year);
  }
  return "NONE";
}

void keep_password_interval(database::Attributes& attributes, const std::string& interval) {
  std::erase_if(attributes, [](const std::string& word) { return word.starts_with(interval_word); });
  attributes.insert(interval_word + interval);
}

std::string password_interval(const database::Attributes& attributes) {
  if (attributes.contains("PROTECTED")) return no_password_interval;
  for (const std::string& word : attributes)
    if (word.starts_with(interval_word)) return word.substr(interval_word.size());
  return default_password_interval;
}

void apply_user_operands(Context& context, const parser::Keyword& operands, database::User& user) {
  if (operands.has("NAME")) user.full_name = shortened_name(context, operands.value_of("NAME"));
  if (operands.has("DATA")) user.data = operands.value_of("DATA");
  if (operands.has("NODATA")) user.data.clear();
  apply_attributes(operands, user.attributes);
}

void apply_password(Context& context, const parser::Command& command, database::User& user) {
  database::Attributes& attributes = user.attributes;
  bool password = !attributes.contains("PROTECTED") && !attributes.contains("NOPASSWORD");
  bool phrase = attributes.contains("PASSPHRASE");
  for (const parser::Keyword& operand : command.operands.keywords) {
    if (operand.name == "PASSWORD" || operand.name == "NOPASSWORD") password = operand.name == "PASSWORD";
    if (operand.name == "PHRASE" || operand.name == "NOPHRASE") phrase = operand.name == "PHRASE";
    if (operand.secret && !operand.values.empty())
      context.diagnose(
          fmt::format("{}: the value of {} is not kept; log-on is not emulated", command.name, operand.name));
  }
  const auto mark = [&](const char* word, bool on) {
    on ? void(attributes.insert(word)) : void(attributes.erase(word));
  };
  mark("PROTECTED", !password && !phrase);
  mark("NOPASSWORD", !password && phrase);
  mark("PASSPHRASE", phrase);
}

Result<void> apply_segments(Context& context, const parser::Command& command, const database::User& user) {
  store_segments(context, command.operands, "USER", user.name);
  const bool alone = texts(command.operands.find("USERID")).size() == 1;
  return store_unix_id(context, command.operands, "USER", user.name, alone);
}

}  // namespace ringside::racf
