// parser/tables/tso.cpp - the tables of TSO's own commands that jobs with RACF commands use (TSO/E Command Reference).
#include "parser/tables/tso.hpp"

#include <array>

#include "base/limits.hpp"
#include "parser/tables/spec.hpp"

namespace ringside::parser::tables {
namespace {

constexpr std::array<std::string_view, 2> storage_words{"HIGH", "LOW"};

/// The same keyword by another name.
constexpr KeywordSpec other_name(std::string_view alias, KeywordSpec keyword) {
  keyword.alias_of = keyword.name;
  keyword.name = alias;
  return keyword;
}

constexpr std::array profile{
    flag("RECOVER"),
    flag("NORECOVER"),
    maybe("CHAR", one(ValueKind::text, 2)),
    flag("NOCHAR"),
    maybe("LINE", one(ValueKind::text, 4)),
    flag("NOLINE"),
    flag("PROMPT"),
    flag("NOPROMPT"),
    flag("INTERCOM"),
    flag("NOINTERCOM"),
    flag("PAUSE"),
    flag("NOPAUSE"),
    flag("MSGID"),
    flag("NOMSGID"),
    flag("MODE"),
    flag("NOMODE"),
    flag("LIST"),
    with("PREFIX", one(ValueKind::name, 7)),
    flag("NOPREFIX"),
    flag("WTPMSG"),
    flag("NOWTPMSG"),
    word("PLANGUAGE", 24),
    word("SLANGUAGE", 24),
    with("VARSTORAGE", one_word(storage_words)),
};
constexpr std::array logoff{flag("DISCONNECT"), flag("HOLD")};

constexpr std::array help_topic{optional_positional("COMMAND", one(ValueKind::word, 8)),
                                optional_positional("SUBCOMMAND", one(ValueKind::word))};
constexpr std::array help_operands{
    flag("FUNCTION"),
    flag("SYNTAX"),
    with("OPERANDS", many(ValueKind::word)),
    with("POSITIONAL", one(ValueKind::number, 99)),
    flag("ALL"),
    with("MSGID", many(ValueKind::word)),
};

constexpr SubfieldSpec data_set_names = many(ValueKind::data_set, 44);
constexpr SubfieldSpec entry_patterns = many(ValueKind::data_set_profile, 44);

constexpr std::array entry_names{positional("ENTRY", data_set_names, "ENTRY NAME")};
constexpr std::array delete_operands{
    flag("NONVSAM"), flag("NVSAM"), flag("PURGE"), flag("PRG"), flag("NOPURGE"), flag("SCRATCH"), flag("SCR"),
};

constexpr std::array listcat_operands{
    with("ENTRIES", entry_patterns, "ENTRY NAME"),
    with("LEVEL", entry_patterns, "LEVEL"),
    other_name("LVL", with("LEVEL", entry_patterns, "LEVEL")),
    with("CATALOG", data_set_names),
    flag("ALL"),
    flag("ALLOCATION"),
    flag("HISTORY"),
    flag("NAME"),
    flag("NONVSAM"),
    flag("NVSAM"),
    flag("VOLUME"),
};

constexpr std::array listds_position{positional("DATASET", data_set_names, "DATA SET NAME")};
constexpr std::array listds_operands{
    flag("MEMBERS"), flag("STATUS"), flag("HISTORY"), flag("LABEL"), flag("LEVEL"), with("CATALOG", data_set_names),
};

constexpr std::array exec_operands_in_order{
    positional("DATASET", one(ValueKind::data_set, 44), "DATA SET NAME"),
    optional_positional("ARGUMENT", one(ValueKind::string, base::limits::command_bytes))};
constexpr std::array exec_operands{
    flag("EXEC"), flag("CLIST"), flag("LIST"), flag("NOLIST"), flag("PROMPT"), flag("NOPROMPT"),
};

constexpr std::array listalc_operands{flag("STATUS"), flag("HISTORY"), flag("MEMBERS"), flag("SYSNAMES")};

// A new member may stand alone in parentheses: RENAME A.LIB(OLD) (NEW).
constexpr std::array rename_names{positional("OLD", one(ValueKind::data_set, 44), "DATA SET NAME"),
                                  positional("NEW", many(ValueKind::data_set, 44), "NEW DATA SET NAME")};
constexpr std::array rename_operands{flag("ALIAS")};

constexpr std::array submit_position{positional("DATASET", data_set_names, "DATA SET NAME")};
constexpr std::array submit_operands{
    flag("HOLD"),
    flag("NOHOLD"),
    with("JOBCHAR", one(ValueKind::word, 7)),
    secret("PASSWORD", 8),
    flag("NOPASSWORD"),
    with("USER", one(ValueKind::user_id, 8)),
    flag("NOUSER"),
    flag("NOTIFY"),
    flag("NONOTIFY"),
    with("END", one(ValueKind::word, 2)),
    flag("PAUSE"),
};

constexpr KeywordSpec allocated_data_set = with("DATASET", or_word(one(ValueKind::data_set, 44), asterisk));
constexpr KeywordSpec dd_name = with("FILE", one(ValueKind::name, 8));
constexpr std::array allocate_operands{
    allocated_data_set,
    other_name("DA", allocated_data_set),
    other_name("DSNAME", allocated_data_set),
    other_name("DSN", allocated_data_set),
    dd_name,
    other_name("FI", dd_name),
    other_name("DDNAME", dd_name),
    other_name("DD", dd_name),
    flag("DUMMY"),
    flag("NEW"),
    flag("OLD"),
    flag("SHR"),
    flag("MOD"),
    maybe("SYSOUT", one(ValueKind::word, 1)),
    flag("REUSE"),
    flag("KEEP"),
    flag("DELETE"),
    flag("CATALOG"),
    flag("UNCATALOG"),
    with("SPACE", many(ValueKind::number, 16'777'215)),
    flag("TRACKS"),
    flag("CYLINDERS"),
    with("BLOCK", one(ValueKind::number, 65'535)),
    with("DIR", one(ValueKind::number, 16'777'215)),
    flag("RELEASE"),
    with("RECFM", many(ValueKind::word, 3)),
    with("LRECL", one(ValueKind::number, 32'760)),
    with("BLKSIZE", one(ValueKind::number, 32'760)),
    word("DSORG", 3),
    word("UNIT", 8),
    with("VOLUME", many(ValueKind::word, 6)),
    with("LIKE", one(ValueKind::data_set, 44)),
    word("DSNTYPE", 8),
    word("STORCLAS", 8),
    word("MGMTCLAS", 8),
    word("DATACLAS", 8),
    word("AVGREC", 1),
    with("AVBLOCK", one(ValueKind::number, 65'535)),
    word("EXPDT", 8),
    with("RETPD", one(ValueKind::number, 9'999)),
    with("PATH", one(ValueKind::text, 255)),
    with("PATHOPTS", many(ValueKind::word)),
    with("PATHMODE", many(ValueKind::word)),
    with("PATHDISP", many(ValueKind::word)),
    word("DEST", 17),
    flag("HOLD"),
    with("COPIES", one(ValueKind::number, 255)),
    word("USING", 8),
};
constexpr KeywordSpec freed_dd_names = with("FILE", many(ValueKind::name, 8));
constexpr KeywordSpec freed_data_sets = with("DATASET", data_set_names);
constexpr std::array free_operands{
    freed_dd_names,
    other_name("FI", freed_dd_names),
    other_name("DDNAME", freed_dd_names),
    other_name("DD", freed_dd_names),
    freed_data_sets,
    other_name("DA", freed_data_sets),
    other_name("DSNAME", freed_data_sets),
    other_name("DSN", freed_data_sets),
    flag("ALL"),
    flag("KEEP"),
    flag("DELETE"),
    flag("CATALOG"),
    flag("UNCATALOG"),
};

constexpr std::array<std::string_view, 1> prof{"PROF"}, del{"DEL"}, listc{"LISTC"}, listd{"LISTD"}, alloc{"ALLOC"},
    unalloc{"UNALLOC"}, h{"H"}, lista{"LISTA"}, ren{"REN"}, sub{"SUB"}, ex{"EX"};

constexpr std::array tso_command_specs{
    CommandSpec{.name = "PROFILE", .aliases = prof, .keywords = profile},
    CommandSpec{.name = "TIME"},
    CommandSpec{.name = "ALLOCATE", .aliases = alloc, .keywords = allocate_operands},
    CommandSpec{.name = "DELETE", .aliases = del, .positionals = entry_names, .keywords = delete_operands},
    CommandSpec{.name = "EXEC", .aliases = ex, .positionals = exec_operands_in_order, .keywords = exec_operands},
    CommandSpec{.name = "FREE", .aliases = unalloc, .keywords = free_operands},
    CommandSpec{.name = "HELP", .aliases = h, .positionals = help_topic, .keywords = help_operands},
    CommandSpec{.name = "LISTALC", .aliases = lista, .keywords = listalc_operands},
    CommandSpec{.name = "LISTCAT", .aliases = listc, .keywords = listcat_operands},
    CommandSpec{.name = "LISTDS", .aliases = listd, .positionals = listds_position, .keywords = listds_operands},
    CommandSpec{.name = "RENAME", .aliases = ren, .positionals = rename_names, .keywords = rename_operands},
    CommandSpec{.name = "SUBMIT", .aliases = sub, .positionals = submit_position, .keywords = submit_operands},
    CommandSpec{.name = "END"},
    CommandSpec{.name = "LOGOFF", .keywords = logoff},
};

}  // namespace

std::span<const CommandSpec> tso_commands() {
  return tso_command_specs;
}

}  // namespace ringside::parser::tables
