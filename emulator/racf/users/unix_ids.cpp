// emulator/racf/users/unix_ids.cpp - UID and GID of OMVS segments, specified or assigned automatically.
//
// Automatic assignment takes the next number from the APPLDATA of FACILITY profile BPX.NEXT.USER, "uid/gid", each a
// number or a range (Security Administrator's Guide, "Setting up the BPX.NEXT.USER profile").
#include "emulator/racf/users/unix_ids.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"

namespace ringside::racf {
namespace {

constexpr long largest_id = 2'147'483'647;
constexpr long own_first_id = 100'000;  // the first assigned number in a lab without BPX.NEXT.USER
constexpr const char* next_user = "BPX.NEXT.USER";
constexpr const char* shared_ids = "SHARED.IDS";

struct Kind {
  const char* profile_class;
  const char* field;  ///< UID or GID
  const char* word;   ///< for the profile, in messages
};

Kind kind_of(const std::string& profile_class) {
  return profile_class == "USER" ? Kind{"USER", "UID", "User"} : Kind{"GROUP", "GID", "Group"};
}

/// Returns another profile that has this number.
std::optional<std::string> holder(Context& context, const Kind& kind, const std::string& number,
                                  const std::string& except) {
  const auto taken = context.database().segments.values(kind.profile_class, "OMVS", kind.field);
  if (std::find(taken.begin(), taken.end(), number) == taken.end()) return std::nullopt;
  const auto test = [&](const std::string& name) {
    return name != except && unix_id(context, kind.profile_class, name) == number;
  };
  if (kind.field == std::string("UID")) {
    for (const database::User& user : context.database().users.all())
      if (test(user.name)) return user.name;
  } else {
    for (const database::Group& group : context.database().groups.all())
      if (test(group.name)) return group.name;
  }
  return std::nullopt;
}

bool sharing_is_controlled(Context& context) {
  return has_profile(context, "UNIXPRIV", shared_ids);
}

/// A number of another profile is allowed if UNIXPRIV SHARED.IDS is not defined, or with SHARED.
Result<void> check_free(Context& context, const Kind& kind, const std::string& number, const std::string& profile,
                        bool shared) {
  const auto other = holder(context, kind, number, profile);
  if (!other || shared) return {};
  if (sharing_is_controlled(context)) return refuse(MessageId::rsd252i, std::string(kind.field), number, *other);
  context.diagnose(fmt::format("{} {} of {} is also the {} of {}", kind.field, number, profile, kind.field, *other));
  return {};
}

/// AUTOUID of a profile that has a number is accepted if no other profile has it.
Result<void> check_unique(Context& context, const Kind& kind, const std::string& number, const std::string& profile) {
  if (!holder(context, kind, number, profile)) return {};
  const std::string field = kind.field;
  return refuse(MessageId::irr52178i, "AUTO" + field, field, number, profile);
}

struct Range {
  long first = own_first_id;
  long last = largest_id;
};

/// Reads "5" or "5-9"; "10-9" is a range whose numbers are all assigned. Returns nullopt for NOAUTO, an empty text, or
/// any other text.
std::optional<Range> parse_range(const std::string& text) {
  const auto ends = base::split(text, '-');
  if (ends.size() > 2) return std::nullopt;
  const auto first = base::number(base::trim(ends.front()), largest_id);
  const auto last =
      ends.size() == 2 ? base::number(base::trim(ends.back()), largest_id) : std::optional<long>(largest_id);
  if (!first || !last) return std::nullopt;
  return Range{*first, *last};
}

std::optional<long> first_free(Context& context, const Kind& kind, const Range& range) {
  std::set<long> taken;
  for (const std::string& value : context.database().segments.values(kind.profile_class, "OMVS", kind.field))
    taken.insert(base::number(value, largest_id).value_or(-1));
  long candidate = range.first;
  for (auto next = taken.lower_bound(candidate); next != taken.end() && *next == candidate; ++next) ++candidate;
  if (candidate > range.last) return std::nullopt;
  return candidate;
}

/// Stores the number after the assigned one as the next to assign.
void advance(database::Resource& profile, bool user, const Range& range, long assigned, Context& context) {
  const auto parts = base::split(profile.application_data, '/');
  std::string own = std::to_string(std::min(assigned + 1, largest_id));
  if (range.last != largest_id) own += "-" + std::to_string(range.last);
  const std::string other = parts.size() > 1 ? parts[user ? 1 : 0] : "";
  profile.application_data = user ? own + (parts.size() > 1 ? "/" + other : "") : other + "/" + own;
  context.database().resources.put(profile);
}

/// With --lenient, numbers are assigned even without the profiles that RACF requires, and a remark says so.
Result<void> check_prerequisite(Context& context, const Kind& kind, const char* profile_class, const char* profile) {
  if (context.database().resources.find(profile_class, profile)) return {};
  const std::string missing = fmt::format("{} profile {} is not defined", profile_class, profile);
  if (!context.rules().lenient) return refuse(MessageId::rsd253i, std::string(kind.field), missing);
  context.diagnose(fmt::format("{}: a real system assigns no {}", missing, kind.field));
  return {};
}

Result<long> assign_from(Context& context, const Kind& kind, database::Resource& profile) {
  const bool user = kind.field == std::string("UID");
  const auto parts = base::split(profile.application_data, '/');
  const std::size_t part = user ? 0 : 1;
  const auto range = part < parts.size() ? parse_range(parts[part]) : std::nullopt;
  if (!range)
    return refuse(MessageId::rsd253i, std::string(kind.field),
                  fmt::format("the APPLDATA of {} is {}", next_user, profile.application_data));
  const auto free = first_free(context, kind, *range);
  if (!free) return refuse(MessageId::irr52181i, std::string(kind.field));
  advance(profile, user, *range, *free, context);
  return *free;
}

Result<long> assign(Context& context, const Kind& kind) {
  for (const auto& [profile_class, profile] : {std::pair{"UNIXPRIV", shared_ids}, std::pair{"FACILITY", next_user}})
    if (auto met = check_prerequisite(context, kind, profile_class, profile); !met) return refusal_of(met);
  if (auto profile = context.database().resources.find("FACILITY", next_user))
    return assign_from(context, kind, *profile);
  const auto free = first_free(context, kind, Range{});
  if (!free) return refuse(MessageId::irr52181i, std::string(kind.field));
  return *free;
}

Result<void> assign_to(Context& context, const Kind& kind, const std::string& profile, bool alone, bool shared) {
  if (!alone) return refuse(MessageId::irr52184i, "AUTO" + std::string(kind.field));
  if (shared) return refuse(MessageId::rsd253i, std::string(kind.field), std::string("SHARED is specified"));
  const std::string present = unix_id(context, kind.profile_class, profile);
  // AUTOUID does not change an existing number (same topic of the Security Administrator's Guide).
  if (!present.empty()) return check_unique(context, kind, present, profile);
  const Result<long> number = assign(context, kind);
  if (!number) return refusal_of(number);
  context.database().segments.put(kind.profile_class, profile, "OMVS", kind.field, std::to_string(*number));
  context.say(MessageId::irr52177i, {kind.word, profile, kind.field, std::to_string(*number)});
  return {};
}

}  // namespace

std::string unix_id(Context& context, const std::string& profile_class, const std::string& profile) {
  const auto segments = context.database().segments.all(profile_class, profile);
  const auto omvs = segments.find("OMVS");
  if (omvs == segments.end()) return {};
  const auto field = omvs->second.find(kind_of(profile_class).field);
  return field == omvs->second.end() ? std::string{} : field->second;
}

Result<void> store_unix_id(Context& context, const parser::Keyword& operands, const std::string& profile_class,
                           const std::string& profile, bool alone) {
  const parser::Keyword* omvs = operands.find("OMVS");
  if (omvs == nullptr) return {};
  const Kind kind = kind_of(profile_class);
  const std::string field = kind.field;
  const bool shared = omvs->has("SHARED");
  if (omvs->has(field)) {
    if (!alone && !shared && sharing_is_controlled(context)) return refuse(MessageId::irr52185i, field);
    const std::string number = std::to_string(base::number(omvs->value_of(field), largest_id).value_or(0));
    if (auto free = check_free(context, kind, number, profile, shared); !free) return free;
    context.database().segments.put(profile_class, profile, "OMVS", field, number);
  } else if (omvs->has("NO" + field)) {
    context.database().segments.remove_field(profile_class, profile, "OMVS", field);
  } else if (omvs->has("AUTO" + field)) {
    return assign_to(context, kind, profile, alone, shared);
  }
  return {};
}

}  // namespace ringside::racf
