// emulator/racf/users/user_operands.cpp - operands that ADDUSER, ALTUSER and CONNECT share.
#include "emulator/racf/users/user_operands.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/unix_ids.hpp"
#include "emulator/racf/users/user_attributes.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t name_characters = 20;

constexpr std::array<std::string_view, 10> switches{"ADSP",    "AUDITOR",    "GRPACC",  "OIDCARD", "OPERATIONS",
                                                    "ROAUDIT", "RESTRICTED", "SPECIAL", "UAUDIT",  "EXPIRED"};

bool is_switch(std::string_view word) {
  return std::find(switches.begin(), switches.end(), word) != switches.end();
}

/// REVOKE and RESUME without a date act at once. With a date, the date is stored and nothing else happens.
void apply_revocation(const parser::Keyword& operand, database::Attributes& attributes) {
  if (!operand.values.empty()) {
    set_revocation_date(attributes, operand.name, operand.value());
  } else if (operand.name == "REVOKE") {
    attributes.insert("REVOKED");
  } else if (operand.name == "RESUME") {
    attributes.erase("REVOKED");
  } else {
    clear_revocation_date(attributes, operand.name.substr(2));
  }
}

void apply_class_authority(const parser::Keyword& operand, database::Attributes& attributes) {
  for (const std::string& name : texts(&operand)) set_class_authority(attributes, name, operand.name == "CLAUTH");
}

/// Cuts a longer name, which is not an error: the job of z/OSMF has a name of 25 characters.
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
    if (!is_short_date(operand.value()))
      return refuse(MessageId::rsd209i, operand.name, operand.value(), std::string("it must be a date mm/dd/yy"));
    context.diagnose(fmt::format("{}: the date of {} is kept and listed; nothing happens when it comes", command.name,
                                 operand.name));
  }
  return {};
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
