// parser/tables/options.cpp - the tables of SETROPTS and RVARY (Command Language Reference, by command name).
#include "parser/tables/options.hpp"

#include <array>

#include "parser/tables/spec.hpp"

namespace ringside::parser::tables {
namespace {

constexpr std::array<std::string_view, 2> warning_failures{"WARNING", "FAILURES"};
constexpr std::array<std::string_view, 2> none_read{"NONE", "READ"};
constexpr std::array<std::string_view, 1> algorithms{"KDFAES"};
constexpr std::array<std::string_view, 4> all_and_basic{"*", "DATASET", "GROUP", "USER"};
constexpr SubfieldSpec classes = or_word(many(ValueKind::class_name, 8), all_and_basic);
constexpr SubfieldSpec resource_classes = or_word(many(ValueKind::class_name, 8), asterisk);

constexpr std::array batch{
    flag("BATCHALLRACF"),
    flag("NOBATCHALLRACF"),
    flag("EARLYVERIFY"),
    flag("NOEARLYVERIFY"),
    flag("XBMALLRACF"),
    flag("NOXBMALLRACF"),
    with("NJEUSERID", one(ValueKind::word, 8)),
    with("UNDEFINEDUSER", one(ValueKind::word, 8)),
};
constexpr std::array languages{word("PRIMARY", 24), word("SECONDARY", 24)};
constexpr std::array log_options{
    with("ALWAYS", classes),   with("NEVER", classes),   with("SUCCESSES", classes),
    with("FAILURES", classes), with("DEFAULT", classes),
};
constexpr std::array model{flag("GDG"), flag("NOGDG"), flag("GROUP"), flag("NOGROUP"), flag("USER"), flag("NOUSER")};
constexpr std::array erase{flag("ALL"), word("SECLEVEL", 44), flag("NOSECLEVEL")};

constexpr SubfieldSpec rule = {.value = ValueKind::custom, .fewest_values = 1, .most_values = any_number};
constexpr std::array password{
    with("ALGORITHM", one_word(algorithms)),
    flag("NOALGORITHM"),
    number("HISTORY", 32, 1),
    flag("NOHISTORY"),
    number("INTERVAL", 254, 1),
    number("MINCHANGE", 254),
    flag("MIXEDCASE"),
    flag("NOMIXEDCASE"),
    number("PHRASEINT", 65'534),
    number("REVOKE", 254, 1),
    flag("NOREVOKE"),
    flag("SPECIALCHARS"),
    flag("NOSPECIALCHARS"),
    number("WARNING", 255, 1),
    flag("NOWARNING"),
    flag("NORULES"),
    with("RULE1", rule),
    with("RULE2", rule),
    with("RULE3", rule),
    with("RULE4", rule),
    with("RULE5", rule),
    with("RULE6", rule),
    with("RULE7", rule),
    with("RULE8", rule),
    flag("NORULE1"),
    flag("NORULE2"),
    flag("NORULE3"),
    flag("NORULE4"),
    flag("NORULE5"),
    flag("NORULE6"),
    flag("NORULE7"),
    flag("NORULE8"),
};
constexpr std::array vary_passwords{secret("SWITCH", 8), secret("STATUS", 8)};
constexpr std::array program{flag("PROGRAM")};

constexpr std::array class_operands{
    with("AUDIT", classes, "CLASS"),
    with("NOAUDIT", classes, "CLASS"),
    with("CLASSACT", classes, "CLASS"),
    with("NOCLASSACT", classes, "CLASS"),
    with("GENCMD", classes, "CLASS"),
    with("NOGENCMD", classes, "CLASS"),
    with("GENERIC", classes, "CLASS"),
    with("NOGENERIC", classes, "CLASS"),
    with("GENLIST", classes, "CLASS"),
    with("NOGENLIST", classes, "CLASS"),
    with("GLOBAL", classes, "CLASS"),
    with("NOGLOBAL", classes, "CLASS"),
    with("LOGOPTIONS", keys(log_options)),
    with("NORACLIST", resource_classes),
    with("STATISTICS", classes, "CLASS"),
    // The real message has more text after CLASS, which is not known.
    missing(with("RACLIST", resource_classes), "CLASS NAMES FOR RACLIST",
            "CLASS NAMES:  ANY (NON-GROUP) RESOURCE CLASS"),
    with("NOSTATISTICS", classes, "CLASS"),
    flag("REFRESH"),
};

constexpr std::array system_operands{
    flag("ADDCREATOR"),
    flag("NOADDCREATOR"),
    flag("ADSP"),
    flag("NOADSP"),
    flag("APPLAUDIT"),
    flag("NOAPPLAUDIT"),
    maybe("CATDSNS", one_word(warning_failures)),
    flag("NOCATDSNS"),
    flag("CMDVIOL"),
    flag("NOCMDVIOL"),
    flag("COMPATMODE"),
    flag("NOCOMPATMODE"),
    flag("EGN"),
    flag("NOEGN"),
    flag("ENHANCEDGENERICOWNER"),
    flag("NOENHANCEDGENERICOWNER"),
    maybe("ERASE", keys(erase)),
    flag("NOERASE"),
    flag("GENERICOWNER"),
    flag("NOGENERICOWNER"),
    flag("GRPLIST"),
    flag("NOGRPLIST"),
    number("INACTIVE", 255, 1),
    flag("NOINACTIVE"),
    flag("INITSTATS"),
    flag("NOINITSTATS"),
    with("JES", keys(batch)),
    number("KERBLVL", 1),
    with("LANGUAGE", keys(languages)),
    flag("LIST"),
    maybe("MLACTIVE", one_word(warning_failures)),
    flag("NOMLACTIVE"),
    word("MLFSOBJ"),
    word("MLIPCOBJ"),
    flag("MLNAMES"),
    flag("NOMLNAMES"),
    flag("MLQUIET"),
    flag("NOMLQUIET"),
    maybe("MLS", one_word(warning_failures)),
    flag("NOMLS"),
    flag("MLSTABLE"),
    flag("NOMLSTABLE"),
    with("MODEL", keys(model)),
    flag("NOMODEL"),
    flag("OPERAUDIT"),
    flag("NOOPERAUDIT"),
    with("PASSWORD", keys(password)),
    word("PREFIX", 8),
    flag("NOPREFIX"),
    maybe("PROTECTALL", one_word(warning_failures)),
    flag("NOPROTECTALL"),
    flag("REALDSN"),
    flag("NOREALDSN"),
    number("RETPD", 65'533),
    with("RVARYPW", keys(vary_passwords)),
    flag("SAUDIT"),
    flag("NOSAUDIT"),
    flag("SECLABELAUDIT"),
    flag("NOSECLABELAUDIT"),
    flag("SECLABELCONTROL"),
    flag("NOSECLABELCONTROL"),
    flag("SECLBYSYSTEM"),
    flag("NOSECLBYSYSTEM"),
    word("SECLEVELAUDIT", 44),
    flag("NOSECLEVELAUDIT"),
    number("SESSIONINTERVAL", 32'767, 1),
    flag("NOSESSIONINTERVAL"),
    flag("TAPEDSN"),
    flag("NOTAPEDSN"),
    with("TERMINAL", one_word(none_read)),
    with("WHEN", keys(program)),
    with("NOWHEN", keys(program)),
};
constexpr auto set_options = all_of(class_operands, system_operands, remote);

constexpr std::array inactive{with("NOCLASSACT", classes), flag("NOTAPE")};
constexpr std::array vary{
    flag("ACTIVE"),      maybe("INACTIVE", keys(inactive)),
    flag("SWITCH"),      flag("LIST"),
    flag("NOLIST"),      flag("DATASHARE"),
    flag("NODATASHARE"), with("DATASET", or_word(many(ValueKind::data_set), asterisk)),
};

constexpr std::array<std::string_view, 1> setr{"SETR"};

constexpr std::array option_command_specs{
    CommandSpec{.name = "SETROPTS", .aliases = setr, .keywords = set_options},
    CommandSpec{.name = "RVARY", .keywords = vary},
};

}  // namespace

std::span<const CommandSpec> option_commands() {
  return option_command_specs;
}

}  // namespace ringside::parser::tables
