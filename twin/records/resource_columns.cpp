// twin/records/resource_columns.cpp - audit options and members of resources in the columns of an unload.
#include "twin/records/resource_columns.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::twin {
namespace {

constexpr std::array<std::string_view, 6> access_words{"NONE", "EXECUTE", "READ", "UPDATE", "CONTROL", "ALTER"};

bool is_access(std::string_view word) {
  return std::find(access_words.begin(), access_words.end(), word) != access_words.end();
}

/// The level in parentheses behind a word, "READ" of "FAILURES(READ)"; empty if the word is not there.
std::string level_of(std::string_view audit, const std::string& word) {
  for (const std::string& part : base::split(std::string(audit), ','))
    if (part.starts_with(word + "(") && part.ends_with(")"))
      return part.substr(word.size() + 1, part.size() - word.size() - 2);
  return "";
}

/// A member cut at its last slash: "SYS1.LINKLIB/VOL1" gives "SYS1.LINKLIB" and "VOL1"; the second is empty if there is
/// no slash.
struct Cut {
  std::string_view before, after;
};

Cut cut_at_last_slash(std::string_view member) {
  const std::size_t slash = member.rfind('/');
  return slash == std::string_view::npos ? Cut{member, {}} : Cut{member.substr(0, slash), member.substr(slash + 1)};
}

void put_program_member(std::string_view member, RecordLine& line) {
  Cut cut = cut_at_last_slash(member);
  if (cut.after == "PADCHK" || cut.after == "NOPADCHK") {
    line.text("GRMEM_PADS_DATA", cut.after);
    member = cut.before;
    cut = cut_at_last_slash(member);
  }
  line.text("GRMEM_VOL_NAME", cut.after).text("GRMEM_MEMBER", cut.before);
}

}  // namespace

void put_audit(std::string_view prefix, std::string_view audit, RecordLine& line) {
  const auto column = [&](const char* name) { return std::string(prefix) + name; };
  const std::string all = level_of(audit, "ALL");
  const std::string success = all.empty() ? level_of(audit, "SUCCESS") : all;
  const std::string failures = all.empty() ? level_of(audit, "FAILURES") : all;
  const bool both = !success.empty() && !failures.empty();
  line.text(column("_AUDIT_LEVEL"), both ? "ALL" : !success.empty() ? "SUCCESS" : !failures.empty() ? "FAIL" : "NONE");
  line.text(column("_AUDIT_OKQUAL"), success).text(column("_AUDIT_FAQUAL"), failures);
}

std::string audit_in(std::string_view prefix, const Record& record) {
  const auto text = [&](const char* name) { return record.text(field(std::string(prefix) + name)); };
  const auto level_or_read = [](const std::string& level) { return level.empty() ? "READ" : level; };
  const std::string level = text("_AUDIT_LEVEL");
  const std::string success = level_or_read(text("_AUDIT_OKQUAL")), failures = level_or_read(text("_AUDIT_FAQUAL"));
  if (level == "NONE") return "NONE";
  if (level == "SUCCESS") return "SUCCESS(" + success + ")";
  if (level != "ALL") return "FAILURES(" + failures + ")";
  return success == failures ? "ALL(" + success + ")" : fmt::format("SUCCESS({}),FAILURES({})", success, failures);
}

void put_member(std::string_view profile_class, std::string_view profile, std::string_view member, RecordLine& line) {
  const Cut cut = cut_at_last_slash(member);
  if (profile_class == "PROGRAM") {
    put_program_member(member, line);
  } else if (profile_class == "GLOBAL" && is_access(cut.after)) {
    line.text("GRMEM_MEMBER", cut.before).text("GRMEM_GLOBAL_ACC", cut.after);
  } else if (const auto level = base::number(cut.after, 254);
             profile_class == "SECDATA" && profile == "SECLEVEL" && level) {
    line.text("GRMEM_MEMBER", cut.before).number("GRMEM_SECLEVEL", static_cast<std::uint64_t>(*level));
  } else {
    line.text("GRMEM_MEMBER", member);
  }
}

std::string member_in(const Record& record) {
  std::string member = record.text(field("GRMEM_MEMBER"));
  const std::string volume = record.text(field("GRMEM_VOL_NAME")), pads = record.text(field("GRMEM_PADS_DATA"));
  const std::string global = record.text(field("GRMEM_GLOBAL_ACC"));
  if (!volume.empty() || !pads.empty()) member += "/" + volume;
  if (!pads.empty()) member += "/" + pads;
  if (!global.empty()) member += "/" + global;
  if (const auto level = record.number(field("GRMEM_SECLEVEL")); level.value_or(0) != 0)
    member += "/" + std::to_string(*level);
  return member;
}

}  // namespace ringside::twin
