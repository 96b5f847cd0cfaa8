// emulator/racf/resources/list_data_sets.cpp - LISTDSD, in the layout that real systems return through IRRSMO00.
//
// The base listing is captured. The order, headings and texts of the parts that ALL, AUTHUSER, HISTORY, STATISTICS and
// DSNS add are those that a parser of real listings expects; their columns are recalled (low).
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/listing_day.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/commands.hpp"
#include "emulator/racf/resources/data_set_names.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/segments.hpp"

namespace ringside::racf {
namespace {

constexpr const char* not_for_generics = "NOT APPLICABLE FOR GENERIC PROFILE";

/// Prints a blank line, the heading and `dashes` dashes.
void head_part(Context& context, const std::string& heading, std::size_t dashes) {
  context.line(" ");
  context.line(heading);
  context.line(std::string(dashes, '-'));
}

/// All users have ALTER access to the data sets of their own user ID.
AccessLevel own_access(Context& context, const database::Resource& profile) {
  return is_data_set_of(profile.name, context.user()) ? AccessLevel::alter
                                                      : access_by(context, context.user(), profile);
}

void list_data(Context& context, const database::Resource& profile) {
  if (profile.data.empty()) {
    context.line(" ");
    context.line("NO INSTALLATION DATA");
  } else {
    head_part(context, "INSTALLATION DATA", 30);
    context.line(profile.data);
  }
}

void list_data_set_base(Context& context, const database::Resource& profile) {
  DataSetFields fields = data_set_fields(context, profile.name);
  context.line("INFORMATION FOR DATASET " + profile.name + (profile.generic ? " (G)" : ""));
  context.line(" ");
  context.line("LEVEL  OWNER    UNIVERSAL ACCESS   WARNING   ERASE");
  context.line("-----  -------- ----------------   -------   -----");
  context.line(fmt::format(" {:02}    {:<8}     {:>7}          {:<8}{}", profile.level, profile.owner, profile.uacc,
                           profile.warning ? "YES" : "NO", fields["ERASE"].empty() ? "NO" : "YES"));
  head_part(context, "AUDITING", 8);
  context.line(profile.audit);
  head_part(context, "NOTIFY", 8);
  context.line(profile.notify.empty() ? "NO USER TO BE NOTIFIED" : profile.notify);
  context.line(" ");
  context.line("YOUR ACCESS  CREATION GROUP  DATASET TYPE");
  context.line("-----------  --------------  ------------");
  context.line(fmt::format(" {:<13}{:<15}{}", to_string(own_access(context, profile)), fields["GROUP"],
                           fields["MODEL"].empty() ? "NON-VSAM" : "MODEL"));
  if (is_auditor(context)) {
    head_part(context, "GLOBALAUDIT", 11);
    context.line("NONE");
  }
  if (!profile.generic) {
    head_part(context, "VOLUMES ON WHICH DATASET RESIDES", 32);
    context.line(fields["VOLUME"].empty() ? std::string(host::volume) : fields["VOLUME"]);
  }
  list_data(context, profile);
}

/// Security levels, categories and labels are not emulated.
void list_security(Context& context) {
  for (const char* kind : {"SECURITY LEVEL", "CATEGORIES", "SECLABEL"}) {
    head_part(context, std::string(15, ' ') + kind, 42);
    context.line(std::string("NO ") + kind);
  }
}

void list_history(Context& context, const database::Resource& profile) {
  const std::string day = listing_day(profile.created, context.zone());  // "23.158"
  const std::string created = day.substr(3) + "    " + day.substr(0, 2);
  context.line(" ");
  context.line("CREATION DATE  LAST REFERENCE DATE  LAST CHANGE DATE");
  context.line(" (DAY) (YEAR)       (DAY) (YEAR)      (DAY) (YEAR)");
  context.line("-------------  -------------------  ----------------");
  context.line(profile.generic ? "  " + created + "      " + not_for_generics
                               : "  " + created + "         " + created + "         " + created);
}

void list_statistics(Context& context, const database::Resource& profile) {
  context.line(" ");
  context.line("ALTER COUNT  CONTROL COUNT  UPDATE COUNT  READ COUNT");
  context.line("-----------  -------------  ------------  ----------");
  context.line(profile.generic ? std::string("         ") + not_for_generics
                               : "   00000          00000         00000        00000");
}

/// Generic profiles have no access counts.
void list_data_set_access(Context& context, const database::Resource& profile) {
  context.line(" ");
  context.line(profile.generic ? "   ID     ACCESS" : "   ID     ACCESS   ACCESS COUNT");
  context.line(profile.generic ? "--------  -------" : "--------  -------  ------------");
  const auto list = context.database().resources.access_list(data_set_class, profile.name);
  if (list.empty()) context.line("NO ENTRIES IN STANDARD ACCESS LIST");
  for (const database::Access& entry : list)
    context.line(profile.generic ? fmt::format("{:<8}  {}", entry.id, entry.access)
                                 : fmt::format("{:<8}  {:<7}     00000", entry.id, entry.access));
  context.line(" ");
  context.line(profile.generic ? "   ID     ACCESS   CLASS                ENTITY NAME"
                               : "   ID     ACCESS   ACCESS COUNT   CLASS                ENTITY NAME");
  context.line(profile.generic ? "--------  -------  --------  ---------------------------------------"
                               : "--------  -------  ------------  --------  ---------------------------------------");
  context.line("NO ENTRIES IN CONDITIONAL ACCESS LIST");
}

void list_affected(Context& context, const database::Resource& profile) {
  head_part(context, "CATALOGUED DATA SETS AFFECTED BY PROFILE CHANGE", 47);
  bool any = false;
  for (const std::string& name : context.session().data_sets.names()) {
    const auto covering = covering_data_set_profile(context, name);
    if (!covering || covering->name != profile.name) continue;
    context.line(name);
    any = true;
  }
  if (!any) context.line("NO CATALOGUED DATA SETS WILL BE AFFECTED");
}

void list_profile(Context& context, const parser::Keyword& operands, const database::Resource& profile) {
  const auto wanted = [&](const char* word) { return operands.has(word) || operands.has("ALL"); };
  if (!operands.has("NORACF")) {
    list_data_set_base(context, profile);
    if (wanted("AUTHUSER")) list_security(context);
    if (wanted("HISTORY")) list_history(context, profile);
    if (wanted("STATISTICS")) list_statistics(context, profile);
    if (wanted("AUTHUSER")) list_data_set_access(context, profile);
    if (wanted("DSNS")) list_affected(context, profile);
  }
  list_segments(context, operands, data_set_class, profile.name);
}

bool may_list_data_set(Context& context, const database::Resource& profile) {
  return administers(context, profile.owner) || is_auditor(context) ||
         own_access(context, profile) >= AccessLevel::read;
}

/// Returns the profile that DATASET names. With GENERIC: the generic profile of that name, else the one that covers it.
std::optional<database::Resource> named_profile(Context& context, const parser::Keyword& operands,
                                                const std::string& name) {
  auto exact = context.database().resources.find(data_set_class, name);
  if (operands.has("NOGENERIC") && exact && exact->generic) return std::nullopt;
  if (!operands.has("GENERIC")) return exact;
  return exact && exact->generic ? exact : covering_data_set_profile(context, name, DataSetProfiles::generic_only);
}

/// Returns the profiles that ID and PREFIX select: ID by the first qualifier, PREFIX by the first characters. ID of the
/// issuer if nothing is specified.
std::vector<database::Resource> selected_profiles(Context& context, const parser::Keyword& operands) {
  std::vector<std::string> prefixes = texts(operands.find("PREFIX"));
  std::vector<std::string> ids = texts(operands.find("ID"));
  if (prefixes.empty() && ids.empty() && !operands.has("DATASET")) ids.push_back(context.user());
  for (const std::string& id : ids) prefixes.push_back(id + ".");
  std::vector<database::Resource> found;
  for (const database::Resource& profile : context.database().resources.all(data_set_class)) {
    if (operands.has(profile.generic ? "NOGENERIC" : "GENERIC")) continue;
    if (std::any_of(prefixes.begin(), prefixes.end(),
                    [&](const std::string& prefix) { return profile.name.starts_with(prefix); }))
      found.push_back(profile);
  }
  return found;
}

/// Returns the values that select profiles, for the message that there are none.
std::string selection(Context& context, const parser::Keyword& operands) {
  std::vector<std::string> words = texts(operands.find("PREFIX"));
  for (const std::string& id : texts(operands.find("ID"))) words.push_back(id);
  return words.empty() ? context.user() : base::join(words, " ");
}

}  // namespace

Result<void> list_data_set_profile(Context& context, const parser::Command& command) {
  const parser::Keyword& operands = command.operands;
  std::vector<database::Resource> profiles = selected_profiles(context, operands);
  const std::vector<std::string> names = data_set_operands(context, operands.find("DATASET"));
  if (profiles.empty() && names.empty()) context.warn(MessageId::ich35003i, {selection(context, operands)});
  for (const std::string& name : names) {
    if (const auto profile = named_profile(context, operands, name)) {
      profiles.push_back(*profile);
    } else {
      context.warn(MessageId::ich35003i, {name});
    }
  }
  bool first = true;
  for (const database::Resource& profile : profiles) {
    if (!may_list_data_set(context, profile)) {
      context.warn(MessageId::ich35002i, {profile.name});
      continue;
    }
    for (int line = 0; !first && line < 3; ++line) context.line(" ");
    first = false;
    list_profile(context, operands, profile);
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
