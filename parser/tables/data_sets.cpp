// parser/tables/data_sets.cpp - the tables of the commands on data set profiles (Command Language Reference, by command
// name).
#include "parser/tables/data_sets.hpp"

#include <array>

#include "parser/tables/resource_segments.hpp"
#include "parser/tables/spec.hpp"

namespace ringside::parser::tables {
namespace {

constexpr SubfieldSpec profiles = many(ValueKind::data_set_profile, 44);
constexpr std::array named{positional("PROFILE", profiles, "DATASET NAME")};

constexpr std::array dfp{word("RESOWNER", 8), flag("NORESOWNER"), word("DATAKEY", 64), flag("NODATAKEY")};
constexpr std::array roles{
    with("ROLES", many(ValueKind::word)),
    with("ADDROLES", many(ValueKind::word)),
    with("DELROLES", many(ValueKind::word)),
    flag("NOROLES"),
};

constexpr std::array shared_operands{
    with("ADDCATEGORY", many(ValueKind::word)),
    maybe("AUDIT", keys(segment::audit_attempts)),
    custom("CSDATA"),
    text("DATA"),
    with("DFP", keys(dfp)),
    flag("ERASE"),
    flag("GENERIC"),
    number("LEVEL", 99),
    maybe("NOTIFY", one(ValueKind::user_id, 8), "USERID"),
    word("OWNER", 8),
    number("RETPD", 65'533),
    word("SECLABEL", 8),
    word("SECLEVEL", 44),
    with("TME", keys(roles)),
    universal_access,
    word("UNIT", 8),
    with("VOLUME", many(ValueKind::word, 6)),
    flag("WARNING"),
};
constexpr std::array<std::string_view, 1> data_set_class{"DATASET"};
constexpr std::array add_only{
    with("FCLASS", or_word(one(ValueKind::class_name, 8), data_set_class), "CLASS"),
    flag("FGENERIC"),
    number("FILESEQ", 65'535, 1),
    with("FROM", one(ValueKind::data_set_profile, 44)),
    word("FVOLUME", 6),
    flag("MODEL"),
    flag("NOSET"),
    flag("SET"),
    flag("SETONLY"),
    flag("TAPE"),
};
constexpr std::array altdsd_only{
    with("ADDVOL", many(ValueKind::word, 6)),
    flag("ALTVOL"),
    with("DELCATEGORY", many(ValueKind::word)),
    with("DELVOL", many(ValueKind::word, 6)),
    maybe("GLOBALAUDIT", keys(segment::audit_attempts)),
    flag("NOCSDATA"),
    flag("NODATA"),
    flag("NODFP"),
    flag("NOERASE"),
    flag("NONOTIFY"),
    flag("NOSECLABEL"),
    flag("NOSECLEVEL"),
    flag("NOSET"),
    flag("NOTME"),
    flag("NOWARNING"),
    flag("SET"),
};
constexpr std::array delete_only{flag("GENERIC"), flag("NOSET"), flag("SET"), word("VOLUME", 6)};
constexpr std::array listdsd_only{
    flag("ALL"),
    flag("AUTHUSER"),
    flag("CSDATA"),
    missing(with("DATASET", profiles, "DATASET NAME"), "DATASET NAME",
            "DATASET NAMES  FOR WHICH YOU WANT RACF INFORMATION LISTED"),
    flag("DFP"),
    flag("DSNS"),
    flag("GENERIC"),
    flag("NOGENERIC"),
    flag("HISTORY"),
    with("ID", many(ValueKind::user_id, 8)),
    flag("NORACF"),
    with("PREFIX", many(ValueKind::word, 44)),
    flag("STATISTICS"),
    flag("TME"),
    with("VOLUME", many(ValueKind::word, 6)),
};

constexpr auto add = all_of(shared_operands, add_only, remote);
constexpr auto altdsd = all_of(shared_operands, altdsd_only, remote);
constexpr auto deldsd = all_of(delete_only, remote);
constexpr auto listdsd = all_of(listdsd_only, remote);

constexpr std::array<std::string_view, 1> ad{"AD"}, ald{"ALD"}, dd{"DD"}, ld{"LD"};

constexpr std::array data_set_command_specs{
    CommandSpec{.name = "ADDSD", .aliases = ad, .positionals = named, .keywords = add},
    CommandSpec{.name = "ALTDSD", .aliases = ald, .positionals = named, .keywords = altdsd},
    CommandSpec{.name = "DELDSD", .aliases = dd, .positionals = named, .keywords = deldsd},
    CommandSpec{.name = "LISTDSD", .aliases = ld, .keywords = listdsd},
};

}  // namespace

std::span<const CommandSpec> data_set_commands() {
  return data_set_command_specs;
}

}  // namespace ringside::parser::tables
