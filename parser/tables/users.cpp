// parser/tables/users.cpp - the tables of the commands on users, groups and connections (Command Language Reference, by
// command name).
#include "parser/tables/users.hpp"

#include <array>

#include "parser/tables/spec.hpp"
#include "parser/tables/user_segments.hpp"

namespace ringside::parser::tables {
namespace {

using Aliases = std::array<std::string_view, 1>;

constexpr std::array<std::string_view, 4> authority_words{"USE", "CREATE", "CONNECT", "JOIN"};

constexpr SubfieldSpec user_ids = many(ValueKind::user_id, 8);
constexpr SubfieldSpec group_names = many(ValueKind::name, 8);
constexpr std::array users{positional("USERID", user_ids)};
constexpr std::array groups{positional("GROUP", group_names)};

constexpr std::array when{with("DAYS", many(ValueKind::word)), with("TIME", one(ValueKind::word))};

constexpr std::array attributes{
    flag("ADSP"),       flag("NOADSP"),       flag("AUDITOR"),    flag("NOAUDITOR"),
    flag("GRPACC"),     flag("NOGRPACC"),     flag("OIDCARD"),    flag("NOOIDCARD"),
    flag("OPERATIONS"), flag("NOOPERATIONS"), flag("RESTRICTED"), flag("NORESTRICTED"),
    flag("ROAUDIT"),    flag("NOROAUDIT"),    flag("SPECIAL"),    flag("NOSPECIAL"),
};

constexpr std::array<std::string_view, 1> user_class{"USER"};
constexpr SubfieldSpec authorized_classes = or_word(many(ValueKind::class_name, 8), user_class);

constexpr std::array user_base{
    with("ADDCATEGORY", many(ValueKind::word)),
    with("AUTHORITY", one_word(authority_words)),
    with("CLAUTH", authorized_classes, "CLASS"),
    text("DATA"),
    group_name("DFLTGRP"),
    with("MODEL", one(ValueKind::data_set)),
    text("NAME"),
    flag("NOPASSWORD"),
    flag("NOPHRASE"),
    word("OWNER", 8),
    word("SECLABEL", 8),
    word("SECLEVEL", 44),
    universal_access,
    with("WHEN", keys(when)),
};

constexpr std::array add_user_only{secret("PASSWORD"), secret("PHRASE"),
                                   maybe("NOCLAUTH", authorized_classes, "CLASS")};

constexpr KeywordSpec bare_or_secret(std::string_view name) {
  KeywordSpec keyword = secret(name);
  keyword.subfield_required = false;
  return keyword;
}

constexpr std::array factor{
    with("FACTOR", one(ValueKind::word)),
    with("ADDFACTOR", one(ValueKind::word)),
    with("DELFACTOR", one(ValueKind::word)),
    flag("ACTIVE"),
    flag("NOACTIVE"),
    with("TAGS", many(ValueKind::text)),
    with("DELTAGS", many(ValueKind::word)),
    flag("NOTAGS"),
    flag("PWFALLBACK"),
    flag("NOPWFALLBACK"),
    with("ADDPOLICY", many(ValueKind::word)),
    with("DELPOLICY", many(ValueKind::word)),
};

constexpr std::array alter_user_only{
    bare_or_secret("PASSWORD"),
    bare_or_secret("PHRASE"),
    with("NOCLAUTH", authorized_classes, "CLASS"),
    with("DELCATEGORY", many(ValueKind::word)),
    flag("EXPIRED"),
    flag("NOEXPIRED"),
    group_name("GROUP"),
    flag("NODATA"),
    flag("NOMODEL"),
    flag("NOSECLABEL"),
    flag("NOSECLEVEL"),
    flag("PWCLEAN"),
    flag("PWCONVERT"),
    maybe("RESUME", one(ValueKind::word, 8)),
    flag("NORESUME"),
    maybe("REVOKE", one(ValueKind::word, 8)),
    flag("NOREVOKE"),
    flag("UAUDIT"),
    flag("NOUAUDIT"),
    with("MFA", keys(factor)),
    flag("NOMFA"),
};

constexpr auto add_user = all_of(user_base, attributes, add_user_only, segment::of_user, remote);
constexpr auto alter_user = all_of(user_base, attributes, alter_user_only, segment::of_user, remote);

constexpr std::array list_user_only{
    flag("NORACF"), flag("CICS"),     flag("CSDATA"), flag("DCE"),   flag("DFP"), flag("EIM"),
    flag("KERB"),   flag("LANGUAGE"), flag("LNOTES"), flag("MFA"),   flag("NDS"), flag("NETVIEW"),
    flag("OMVS"),   flag("OPERPARM"), flag("OVM"),    flag("PROXY"), flag("TSO"), flag("WORKATTR"),
};
constexpr auto list_user = all_of(list_user_only, remote);

constexpr std::array group_segments{
    custom("CSDATA"),
    flag("NOCSDATA"),
    text("DATA"),
    flag("NODATA"),
    with("DFP", keys(segment::dfp)),
    flag("NODFP"),
    with("MODEL", one(ValueKind::data_set)),
    flag("NOMODEL"),
    with("OMVS", keys(segment::omvs_of_group)),
    flag("NOOMVS"),
    with("OVM", keys(segment::ovm_of_group)),
    flag("NOOVM"),
    word("OWNER", 8),
    group_name("SUPGROUP"),
    flag("TERMUACC"),
    flag("NOTERMUACC"),
    with("TME", keys(segment::tme_roles)),
    flag("NOTME"),
};
constexpr std::array universal{flag("UNIVERSAL")};
constexpr auto add_group = all_of(group_segments, universal, remote);
constexpr auto alter_group = all_of(group_segments, remote);
constexpr std::array list_group_only{
    flag("NORACF"), flag("CSDATA"), flag("DFP"), flag("OMVS"), flag("OVM"), flag("TME"),
};
constexpr auto list_group = all_of(list_group_only, remote);

constexpr std::array connect_only{
    flag("ADSP"),
    flag("NOADSP"),
    flag("AUDITOR"),
    flag("NOAUDITOR"),
    with("AUTHORITY", one_word(authority_words)),
    group_name("GROUP"),
    flag("GRPACC"),
    flag("NOGRPACC"),
    flag("OPERATIONS"),
    flag("NOOPERATIONS"),
    word("OWNER", 8),
    maybe("RESUME", one(ValueKind::word, 8)),
    flag("NORESUME"),
    maybe("REVOKE", one(ValueKind::word, 8)),
    flag("NOREVOKE"),
    flag("SPECIAL"),
    flag("NOSPECIAL"),
    universal_access,
};
constexpr auto connect = all_of(connect_only, remote);
constexpr std::array remove_only{group_name("GROUP"), word("OWNER", 8)};
constexpr auto remove_from_group = all_of(remove_only, remote);

/// A keyword with two values: the old and the new password.
constexpr KeywordSpec two_secrets(std::string_view name) {
  KeywordSpec keyword = secret(name);
  keyword.subfield.fewest_values = 2;
  keyword.subfield.most_values = 2;
  return keyword;
}
constexpr std::array password_only{
    number("INTERVAL", 254), flag("NOINTERVAL"), two_secrets("PASSWORD"), two_secrets("PHRASE"), with("USER", user_ids),
};
constexpr auto password_keywords = all_of(password_only, remote);

constexpr std::array listed_users{optional_positional("USERID", or_word(user_ids, asterisk))};
constexpr std::array listed_groups{optional_positional("GROUP", or_word(group_names, asterisk))};

constexpr Aliases au{"AU"}, alu{"ALU"}, du{"DU"}, lu{"LU"}, ag{"AG"}, alg{"ALG"}, dg{"DG"}, lg{"LG"}, co{"CO"},
    re{"RE"};
constexpr std::array<std::string_view, 2> pw{"PW", "PHRASE"};

constexpr std::array filter_name{text("NAME", 246)};
constexpr std::array registry_name{text("NAME", 255)};
constexpr std::array filter_label{text("LABEL", 32)};
constexpr std::array racmap{
    maybe("DELMAP", keys(filter_label)),
    user("ID"),
    maybe("LISTMAP", keys(filter_label)),
    flag("MAP"),
    flag("QUERY"),
    with("REGISTRY", keys(registry_name)),
    with("USERDIDFILTER", keys(filter_name)),
    text("WITHLABEL", 32),
};

constexpr std::array user_command_specs{
    CommandSpec{.name = "ADDUSER", .aliases = au, .positionals = users, .keywords = add_user},
    CommandSpec{.name = "ALTUSER", .aliases = alu, .positionals = users, .keywords = alter_user},
    CommandSpec{.name = "DELUSER", .aliases = du, .positionals = users, .keywords = remote},
    CommandSpec{.name = "LISTUSER", .aliases = lu, .positionals = listed_users, .keywords = list_user},
    CommandSpec{.name = "ADDGROUP", .aliases = ag, .positionals = groups, .keywords = add_group},
    CommandSpec{.name = "ALTGROUP", .aliases = alg, .positionals = groups, .keywords = alter_group},
    CommandSpec{.name = "DELGROUP", .aliases = dg, .positionals = groups, .keywords = remote},
    CommandSpec{.name = "LISTGRP", .aliases = lg, .positionals = listed_groups, .keywords = list_group},
    CommandSpec{.name = "CONNECT", .aliases = co, .positionals = users, .keywords = connect},
    CommandSpec{.name = "REMOVE", .aliases = re, .positionals = users, .keywords = remove_from_group},
    CommandSpec{.name = "PASSWORD", .aliases = pw, .keywords = password_keywords},
    CommandSpec{.name = "RACMAP", .keywords = racmap},
};

}  // namespace

std::span<const CommandSpec> user_commands() {
  return user_command_specs;
}

}  // namespace ringside::parser::tables
