// emulator/racf/segments.cpp - segments of any profile, kept as named text fields.
#include "emulator/racf/segments.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/common_operands.hpp"

namespace ringside::racf {
namespace {

constexpr std::array<std::string_view, 30> segment_names{
    "CDTINFO",  "CFDEF", "CICS",    "CSDATA",   "DCE",     "DFP",      "DLFDATA", "EIM",     "ICSF", "ICTX",
    "IDTPARMS", "JES",   "KERB",    "LANGUAGE", "LNOTES",  "MFPOLICY", "NDS",     "NETVIEW", "OMVS", "OPERPARM",
    "OVM",      "PROXY", "SESSION", "SIGVER",   "SSIGNON", "STDATA",   "SVFMR",   "TME",     "TSO",  "WORKATTR",
};

bool is_segment(std::string_view name) {
  return std::find(segment_names.begin(), segment_names.end(), name) != segment_names.end();
}

/// Segments that have an effect: OMVS gives UNIX numbers, CDTINFO defines classes of the site.
bool is_used(std::string_view name) {
  return name == "OMVS" || name == "CDTINFO";
}

bool denies(std::string_view name) {
  return name.substr(0, 2) == "NO" && name.size() > 2;
}

/// How a listing shows a field with a known layout.
struct FieldLayout {
  std::string_view segment;
  std::string_view field;
  std::string_view heading;
  std::size_t digits;       ///< a number is filled with zeros to this length; 0: not filled
  std::string_view absent;  ///< shown for a field without a value; empty: the line is left out
};

// As IRRSMO00 returned them from a real system.
constexpr std::array layouts{
    FieldLayout{"OMVS", "UID", "UID= ", 10, "NONE"},
    FieldLayout{"OMVS", "GID", "GID= ", 10, ""},
    FieldLayout{"OMVS", "HOME", "HOME= ", 0, ""},
    FieldLayout{"OMVS", "PROGRAM", "PROGRAM= ", 0, ""},
    FieldLayout{"OMVS", "CPUTIMEMAX", "CPUTIMEMAX= ", 10, "NONE"},
    FieldLayout{"OMVS", "ASSIZEMAX", "ASSIZEMAX= ", 10, "NONE"},
    FieldLayout{"OMVS", "FILEPROCMAX", "FILEPROCMAX= ", 8, "NONE"},
    FieldLayout{"OMVS", "PROCUSERMAX", "PROCUSERMAX= ", 8, "NONE"},
    FieldLayout{"OMVS", "THREADSMAX", "THREADSMAX= ", 8, "NONE"},
    FieldLayout{"OMVS", "MMAPAREAMAX", "MMAPAREAMAX= ", 8, "NONE"},
    FieldLayout{"OMVS", "MEMLIMIT", "MEMLIMIT= ", 0, ""},
    FieldLayout{"OMVS", "SHMEMMAX", "SHMEMMAX= ", 0, ""},
    FieldLayout{"TSO", "ACCTNUM", "ACCTNUM= ", 0, ""},
    FieldLayout{"TSO", "DEST", "DEST= ", 0, ""},
    FieldLayout{"TSO", "HOLDCLASS", "HOLDCLASS= ", 0, ""},
    FieldLayout{"TSO", "JOBCLASS", "JOBCLASS= ", 0, ""},
    FieldLayout{"TSO", "MSGCLASS", "MSGCLASS= ", 0, ""},
    FieldLayout{"TSO", "PROC", "PROC= ", 0, ""},
    FieldLayout{"TSO", "SIZE", "SIZE= ", 8, ""},
    FieldLayout{"TSO", "MAXSIZE", "MAXSIZE= ", 8, ""},
    FieldLayout{"TSO", "SYSOUTCLASS", "SYSOUTCLASS= ", 0, ""},
    FieldLayout{"TSO", "UNIT", "UNIT= ", 0, ""},
    FieldLayout{"TSO", "USERDATA", "USERDATA= ", 0, ""},
    FieldLayout{"TSO", "COMMAND", "COMMAND= ", 0, ""},
    FieldLayout{"STDATA", "USER", "USER= ", 0, "USER="},
    FieldLayout{"STDATA", "GROUP", "GROUP= ", 0, "GROUP="},
    FieldLayout{"STDATA", "TRUSTED", "TRUSTED= ", 0, "NO"},
    FieldLayout{"STDATA", "PRIVILEGED", "PRIVILEGED= ", 0, "NO"},
    FieldLayout{"STDATA", "TRACE", "TRACE= ", 0, "NO"},
    FieldLayout{"CDTINFO", "CASE", "CASE = ", 0, ""},
    FieldLayout{"CDTINFO", "DEFAULTRC", "DEFAULTRC = ", 3, ""},
    FieldLayout{"CDTINFO", "DEFAULTUACC", "DEFAULTUACC = ", 0, ""},
    FieldLayout{"CDTINFO", "FIRST", "FIRST = ", 0, ""},
    FieldLayout{"CDTINFO", "GENLIST", "GENLIST = ", 0, ""},
    FieldLayout{"CDTINFO", "GENERIC", "GENERIC = ", 0, ""},
    FieldLayout{"CDTINFO", "GROUP", "GROUP = ", 0, ""},
    FieldLayout{"CDTINFO", "KEYQUALIFIERS", "KEYQUALIFIERS = ", 10, ""},
    FieldLayout{"CDTINFO", "MACPROCESSING", "MACPROCESSING = ", 0, ""},
    FieldLayout{"CDTINFO", "MAXLENGTH", "MAXLENGTH = ", 3, ""},
    FieldLayout{"CDTINFO", "MAXLENX", "MAXLENX = ", 10, ""},
    FieldLayout{"CDTINFO", "MEMBER", "MEMBER = ", 0, ""},
    FieldLayout{"CDTINFO", "OPERATIONS", "OPERATIONS = ", 0, ""},
    FieldLayout{"CDTINFO", "OTHER", "OTHER = ", 0, ""},
    FieldLayout{"CDTINFO", "POSIT", "POSIT = ", 10, ""},
    FieldLayout{"CDTINFO", "PROFILESALLOWED", "PROFILESALLOWED = ", 0, ""},
    FieldLayout{"CDTINFO", "RACLIST", "RACLIST = ", 0, ""},
    FieldLayout{"CDTINFO", "SECLABELSREQUIRED", "SECLABELSREQUIRED = ", 0, ""},
    FieldLayout{"CDTINFO", "SIGNAL", "SIGNAL = ", 0, ""},
};

bool has_layout(const std::string& segment) {
  return std::any_of(layouts.begin(), layouts.end(), [&](const FieldLayout& row) { return row.segment == segment; });
}

std::string filled(const std::string& value, std::size_t digits) {
  return value.size() < digits ? std::string(digits - value.size(), '0') + value : value;
}

std::optional<std::string> field_line(const FieldLayout& row, const database::Segments::Fields& fields) {
  const auto found = fields.find(std::string(row.field));
  if (found != fields.end()) return std::string(row.heading) + filled(found->second, row.digits);
  if (row.absent.empty()) return std::nullopt;
  // UID and limits are shown only for users. A group has a GID instead.
  if (row.segment == "OMVS" && fields.contains("GID")) return std::nullopt;
  return row.absent.back() == '=' ? std::string(row.absent) : std::string(row.heading) + std::string(row.absent);
}

void list_known(Context& context, const std::string& segment, const database::Segments::Fields& fields) {
  for (const FieldLayout& row : layouts) {
    if (row.segment != segment) continue;
    if (auto line = field_line(row, fields)) context.line(std::move(*line));
  }
}

void list_segment(Context& context, const std::string& segment, const database::Segments::Fields& fields) {
  const std::string heading = segment + " INFORMATION";
  context.line(heading);
  context.line(std::string(heading.size(), '-'));
  if (has_layout(segment)) return list_known(context, segment, fields);
  const std::string equals = segment == "CSDATA" || segment == "CFDEF" || segment == "SIGVER" ? " = " : "= ";
  for (const auto& [field, value] : fields) context.line(field + equals + value);
}

struct Target {
  const std::string& profile_class;
  const std::string& profile;
  const std::string& segment;
};

/// Adds values to a list field or removes them: ADDOPCLASS and DELOPCLASS change field OPCLASS.
void change_list(Context& context, const Target& target, const std::string& field, const parser::Keyword& operand,
                 bool add) {
  database::Segments& segments = context.database().segments;
  auto all = segments.all(target.profile_class, target.profile);
  std::vector<std::string> values;
  for (std::string& value : base::split(all[target.segment][field], ' '))
    if (!value.empty()) values.push_back(std::move(value));
  for (const std::string& value : texts(&operand)) {
    std::erase(values, value);
    if (add) values.push_back(value);
  }
  segments.put(target.profile_class, target.profile, target.segment, field, base::join(values, " "));
}

void store_field(Context& context, const Target& target, const parser::Keyword& operand) {
  database::Segments& segments = context.database().segments;
  if (operand.secret) {
    context.diagnose(fmt::format("{}({}): the secret value is not kept", target.segment, operand.name));
    return;
  }
  const bool bare = operand.values.empty() && operand.keywords.empty();
  if (bare && denies(operand.name))
    return segments.remove_field(target.profile_class, target.profile, target.segment, operand.name.substr(2));
  const std::string prefix = operand.name.substr(0, 3);
  if (operand.values.size() + operand.keywords.size() > 0 && (prefix == "ADD" || prefix == "DEL"))
    return change_list(context, target, operand.name.substr(3), operand, prefix == "ADD");
  segments.put(target.profile_class, target.profile, target.segment, operand.name,
               bare ? "YES" : base::join(texts(&operand), " "));
}

/// UID, GID and their assignment are handled by users/unix_ids.
bool is_unix_id(std::string_view segment, std::string_view field) {
  constexpr std::array<std::string_view, 7> names{"UID", "GID", "NOUID", "NOGID", "AUTOUID", "AUTOGID", "SHARED"};
  return segment == "OMVS" && std::find(names.begin(), names.end(), field) != names.end();
}

}  // namespace

std::vector<std::string_view> segments_kept_only() {
  std::vector<std::string_view> kept(segment_names.begin(), segment_names.end());
  std::erase_if(kept, is_used);
  return kept;
}

bool is_segment_operand(std::string_view name) {
  return is_segment(name) || (denies(name) && is_segment(name.substr(2)));
}

void store_segments(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                    const std::string& profile) {
  database::Segments& segments = context.database().segments;
  for (const parser::Keyword& operand : operands.keywords) {
    if (denies(operand.name) && is_segment(operand.name.substr(2))) {
      segments.remove(profile_class, profile, operand.name.substr(2));
    } else if (is_segment(operand.name)) {
      if (!is_used(operand.name))
        context.diagnose(
            fmt::format("segment {} of {} is kept and listed; nothing in the lab uses it", operand.name, profile));
      for (const parser::Keyword& field : operand.keywords)
        if (!is_unix_id(operand.name, field.name)) store_field(context, {profile_class, profile, operand.name}, field);
    }
  }
}

void list_segments(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                   const std::string& profile) {
  const auto stored = context.database().segments.all(profile_class, profile);
  for (const parser::Keyword& operand : operands.keywords) {
    if (!is_segment(operand.name)) continue;
    context.line(" ");
    const auto found = stored.find(operand.name);
    if (found == stored.end()) {
      context.line("NO " + operand.name + " INFORMATION");
    } else {
      list_segment(context, operand.name, found->second);
    }
  }
}

}  // namespace ringside::racf
