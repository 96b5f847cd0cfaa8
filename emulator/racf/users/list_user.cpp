// emulator/racf/users/list_user.cpp - LISTUSER, in the layout that real systems return through IRRSMO00.
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/listing_day.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/segments.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/user_attributes.hpp"

namespace ringside::racf {
namespace {

// In the order of the listing. Other attributes of a profile are not shown in it.
constexpr std::array<std::string_view, 12> shown_attributes{"SPECIAL", "OPERATIONS", "AUDITOR",    "ROAUDIT",
                                                            "GRPACC",  "ADSP",       "OIDCARD",    "PROTECTED",
                                                            "REVOKED", "RESTRICTED", "PASSPHRASE", "UAUDIT"};
constexpr std::size_t data_columns = 50;

std::string attribute_words(const database::Attributes& attributes) {
  std::string words;
  for (const std::string_view word : shown_attributes) {
    if (attributes.contains(std::string(word))) words += (words.empty() ? "" : " ") + std::string(word);
  }
  return words.empty() ? "NONE" : words;
}

std::string class_authorizations(const database::Attributes& attributes) {
  const std::vector<std::string> classes = authorized_classes(attributes);
  return classes.empty() ? "NONE" : base::join(classes, " ");
}

void list_data(Context& context, const std::string& data) {
  if (data.empty()) return context.line(" NO-INSTALLATION-DATA");
  std::string_view rest = data;
  for (std::string lead = " INSTALLATION-DATA="; !rest.empty(); lead = std::string(lead.size(), ' ')) {
    const std::string_view part = base::first_characters(rest, data_columns);
    context.line(lead + std::string(part));
    rest.remove_prefix(part.size());
  }
}

void list_profile(Context& context, const database::User& user) {
  const bool is_protected = user.attributes.contains("PROTECTED");
  const std::string name = user.full_name == "UNKNOWN" ? "UNKNOWN" : base::pad_right(user.full_name, 20);
  context.line(fmt::format("USER={:<8}  NAME={}  OWNER={:<8}  CREATED={}", user.name, name, user.owner,
                           listing_day(user.created, context.zone())));
  context.line(fmt::format(" DEFAULT-GROUP={:<8} PASSDATE={:<6} PASS-INTERVAL={:<3} PHRASEDATE={}", user.default_group,
                           is_protected ? "N/A" : "00.000", password_interval(user.attributes),
                           user.attributes.contains("PASSPHRASE") ? "00.000" : "N/A"));
  context.line(" ATTRIBUTES=" + attribute_words(user.attributes));
  context.line(fmt::format(" REVOKE DATE={}   RESUME DATE={}", revocation_date(user.attributes, "REVOKE"),
                           revocation_date(user.attributes, "RESUME")));
  context.line(" LAST-ACCESS=UNKNOWN");
  context.line(" CLASS AUTHORIZATIONS=" + class_authorizations(user.attributes));
  list_data(context, user.data);
  context.line(" NO-MODEL-NAME");
  context.line(" LOGON ALLOWED   (DAYS)          (TIME)");
  context.line(" ---------------------------------------------");
  context.line(" ANYDAY                          ANYTIME");
}

void list_connection(Context& context, const database::Connection& connection) {
  context.line(fmt::format("  GROUP={:<8}  AUTH={:<8} CONNECT-OWNER={:<8}  CONNECT-DATE={}", connection.group,
                           connection.authority, connection.owner, listing_day(connection.created, context.zone())));
  context.line(fmt::format("    CONNECTS=    00  UACC={:<8} LAST-CONNECT=UNKNOWN", connection.uacc));
  context.line("    CONNECT ATTRIBUTES=" + attribute_words(connection.attributes));
  context.line(fmt::format("    REVOKE DATE={}   RESUME DATE={}", revocation_date(connection.attributes, "REVOKE"),
                           revocation_date(connection.attributes, "RESUME")));
}

void list_base(Context& context, const database::User& user) {
  list_profile(context, user);
  for (const database::Connection& connection : context.database().connections.of_user(user.name))
    list_connection(context, connection);
  context.line("SECURITY-LEVEL=NONE SPECIFIED");
  context.line("CATEGORY-AUTHORIZATION");
  context.line(" NONE SPECIFIED");
  context.line("SECURITY-LABEL=NONE SPECIFIED");
}

/// All users may list their own profile. Other profiles are for their owners, SPECIAL users and auditors.
bool may_list(Context& context, const database::User& user) {
  return user.name == context.user() || administers(context, user.owner) || is_auditor(context);
}

void list_user(Context& context, const parser::Command& command, const std::string& name) {
  const auto user = context.database().users.find(name);
  if (!user) {
    context.warn(MessageId::ich30001i, {name});
  } else if (!may_list(context, *user)) {
    context.warn(MessageId::ich30002i, {name});
  } else {
    if (!command.operands.has("NORACF")) list_base(context, *user);
    list_segments(context, command.operands, "USER", name);
  }
}

}  // namespace

Result<void> list_user(Context& context, const parser::Command& command) {
  std::vector<std::string> names = texts(command.operands.find("USERID"));
  if (names.empty()) names.push_back(context.user());
  if (names.front() == "*") {
    names.clear();
    for (const database::User& user : context.database().users.all())
      if (may_list(context, user)) names.push_back(user.name);
  }
  for (const std::string& name : names) list_user(context, command, name);
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
