// parser/tables/resources.cpp - the tables of the commands on general resource profiles (Command Language Reference, by
// command name).
#include "parser/tables/resources.hpp"

#include <array>

#include "parser/tables/resource_segments.hpp"
#include "parser/tables/spec.hpp"

namespace ringside::parser::tables {
namespace {

// The messages of PARSE after an unknown class, as captured on a real system.
constexpr std::array define_refusal{
    FixedMessage{"IKJ56701I", "MISSING ENTITY NAME+"},
    FixedMessage{"IKJ56701I", "MISSING NAME OF ENTITY IN SPECIFIED CLASS"},
};
constexpr std::array alter_refusal{FixedMessage{"IKJ56712I", "INVALID KEYWORD, )"}};
constexpr std::array list_refusal{
    FixedMessage{"IKJ56701I", "MISSING ENTITY NAME+"},
    FixedMessage{"IKJ56701I", "MISSING NAME OF ENTITY TO BE LISTED"},
};

constexpr SubfieldSpec a_class = one(ValueKind::class_name, 8);
constexpr std::array<std::string_view, 3> basic_classes{"DATASET", "GROUP", "USER"};
constexpr SubfieldSpec any_class = or_word(a_class, basic_classes);
constexpr SubfieldSpec entities = many(ValueKind::entity, 246);

constexpr KeywordSpec entity_position(std::string_view help) {
  return missing(positional("PROFILE", entities), "ENTITY NAME", help);
}

constexpr std::array defined{
    refused_with(positional("CLASS", a_class), define_refusal),
    entity_position("NAME OF ENTITY IN SPECIFIED CLASS"),
};
constexpr std::array altered{
    refused_with(positional("CLASS", a_class), alter_refusal),
    entity_position("NAME OF ENTITY IN SPECIFIED CLASS"),
};
constexpr std::array deleted{positional("CLASS", a_class), entity_position("NAME OF ENTITY IN SPECIFIED CLASS")};
constexpr std::array listed{
    refused_with(positional("CLASS", a_class, "CLASS NAME"), list_refusal),
    entity_position("NAME OF ENTITY TO BE LISTED"),
};

constexpr std::array model_operands{
    with("FCLASS", any_class, "CLASS"),
    flag("FGENERIC"),
    with("FROM", one(ValueKind::entity, 246)),
    word("FVOLUME", 6),
};

constexpr std::array profile_operands{
    with("ADDCATEGORY", many(ValueKind::word)),
    with("ADDMEM", many(ValueKind::member)),
    text("APPLDATA"),
    maybe("AUDIT", keys(segment::audit_attempts)),
    text("DATA"),
    number("LEVEL", 99),
    maybe("NOTIFY", one(ValueKind::user_id, 8), "USERID"),
    word("OWNER", 8),
    word("SECLABEL", 8),
    word("SECLEVEL", 44),
    flag("SINGLEDSN"),
    with("TIMEZONE", many(ValueKind::word)),
    flag("TVTOC"),
    universal_access,
    flag("WARNING"),
    with("WHEN", keys(segment::terminal_times)),
};

constexpr std::array ralter_only{
    with("DELCATEGORY", many(ValueKind::word)),
    with("DELMEM", many(ValueKind::member)),
    flag("GENERIC"),
    maybe("GLOBALAUDIT", keys(segment::audit_attempts)),
    flag("NOAPPLDATA"),
    flag("NODATA"),
    flag("NONOTIFY"),
    flag("NOSECLABEL"),
    flag("NOSECLEVEL"),
    flag("NOSINGLEDSN"),
    flag("NOTIMEZONE"),
    flag("NOTVTOC"),
    flag("NOWARNING"),
    with("ADDVOL", many(ValueKind::word)),
    with("DELVOL", many(ValueKind::word)),
};

constexpr auto define = all_of(profile_operands, model_operands, segment::of_resource, remote);
constexpr auto ralter = all_of(profile_operands, ralter_only, segment::of_resource, remote);

constexpr std::array generic_only{flag("GENERIC"), flag("NOGENERIC")};
constexpr auto rdelete = all_of(generic_only, remote);

constexpr std::array rlist_only{
    flag("ALL"),        flag("AUTHUSER"), flag("CDTINFO"),   flag("CFDEF"),   flag("CSDATA"),   flag("DLFDATA"),
    flag("EIM"),        flag("GENERIC"),  flag("NOGENERIC"), flag("HISTORY"), flag("ICSF"),     flag("ICTX"),
    flag("IDTPARMS"),   flag("JES"),      flag("KERB"),      flag("MFA"),     flag("MFPOLICY"), flag("NORACF"),
    flag("NOYOURACC"),  flag("PROXY"),    flag("RESGROUP"),  flag("SESSION"), flag("SIGVER"),   flag("SSIGNON"),
    flag("STATISTICS"), flag("STDATA"),   flag("SVFMR"),     flag("TVTOC"),
};
constexpr auto rlist = all_of(rlist_only, remote);

constexpr std::array<std::string_view, 3> reset_words{"ALL", "STANDARD", "WHEN"};
constexpr std::array conditions{
    with("APPCPORT", many(ValueKind::word)), with("CONSOLE", many(ValueKind::word)),
    with("CRITERIA", many(ValueKind::text)), with("JESINPUT", many(ValueKind::word)),
    with("PROGRAM", many(ValueKind::word)),  with("SERVAUTH", many(ValueKind::word)),
    with("SYSID", many(ValueKind::word)),    with("TERMINAL", many(ValueKind::word)),
};
constexpr std::array permit_only{
    with("ACCESS", one_word(access_levels), "ACCESS"),
    with("CLASS", any_class),
    flag("DELETE"),
    flag("GENERIC"),
    with("ID", or_word(many(ValueKind::user_id, 8), asterisk), "USERID"),
    maybe("RESET", one_word(reset_words)),
    word("VOLUME", 6),
    with("WHEN", keys(conditions)),
};
constexpr auto permit = all_of(permit_only, model_operands, remote);
constexpr std::array permitted{positional("PROFILE", one(ValueKind::entity, 246), "PROFILE NAME")};

constexpr std::array search_only{
    number("AGE", 99'999),
    flag("ALL"),
    maybe("CATEGORY", one(ValueKind::word)),
    with("CLASS", any_class),
    maybe("CLIST", many(ValueKind::text)),
    flag("EXPIRES"),
    with("FILTER", one(ValueKind::entity)),
    flag("GENERIC"),
    flag("NOGENERIC"),
    number("GID"),
    number("LEVEL", 99),
    flag("LIST"),
    flag("NOLIST"),
    with("MASK", many(ValueKind::entity)),
    flag("NOMASK"),
    flag("MODEL"),
    flag("NOVSAM"),
    flag("VSAM"),
    word("SECLABEL", 8),
    word("SECLEVEL", 44),
    flag("TAPE"),
    number("UID"),
    with("USER", one(ValueKind::user_id, 8), "USERID"),
    with("VOLUME", many(ValueKind::word, 6)),
    flag("WARNING"),
};
constexpr auto search = all_of(search_only, remote);

constexpr std::array<std::string_view, 1> rdef{"RDEF"}, ralt{"RALT"}, rdel{"RDEL"}, rl{"RL"}, pe{"PE"}, sr{"SR"};

constexpr std::array resource_command_specs{
    CommandSpec{.name = "RDEFINE", .aliases = rdef, .positionals = defined, .keywords = define},
    CommandSpec{.name = "RALTER", .aliases = ralt, .positionals = altered, .keywords = ralter},
    CommandSpec{.name = "RDELETE", .aliases = rdel, .positionals = deleted, .keywords = rdelete},
    CommandSpec{.name = "RLIST", .aliases = rl, .positionals = listed, .keywords = rlist},
    CommandSpec{.name = "PERMIT", .aliases = pe, .positionals = permitted, .keywords = permit},
    CommandSpec{.name = "SEARCH", .aliases = sr, .keywords = search},
};

}  // namespace

std::span<const CommandSpec> resource_commands() {
  return resource_command_specs;
}

}  // namespace ringside::parser::tables
