// parser/tables/tso.cpp - the tables of TSO's own commands that jobs with RACF commands use (TSO/E Command Reference).
#include "parser/tables/tso.hpp"

#include <array>

#include "parser/tables/spec.hpp"

namespace ringside::parser::tables {
namespace {

constexpr std::array<std::string_view, 2> storage_words{"HIGH", "LOW"};

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

constexpr std::array entry_names{positional("ENTRY", many(ValueKind::data_set, 44), "ENTRY NAME")};
constexpr std::array delete_operands{
    flag("NONVSAM"), flag("NVSAM"), flag("PURGE"), flag("PRG"), flag("NOPURGE"), flag("SCRATCH"), flag("SCR"),
};

constexpr std::array<std::string_view, 1> prof{"PROF"};
constexpr std::array<std::string_view, 1> del{"DEL"};

constexpr std::array tso_command_specs{
    CommandSpec{.name = "PROFILE", .aliases = prof, .keywords = profile},
    CommandSpec{.name = "DELETE", .aliases = del, .positionals = entry_names, .keywords = delete_operands},
    CommandSpec{.name = "END"},
    CommandSpec{.name = "LOGOFF", .keywords = logoff},
};

}  // namespace

std::span<const CommandSpec> tso_commands() {
  return tso_command_specs;
}

}  // namespace ringside::parser::tables
