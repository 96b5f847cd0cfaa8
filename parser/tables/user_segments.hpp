// parser/tables/user_segments.hpp - segments of user and group profiles (Command Language Reference, ADDUSER,
// ADDGROUP).
//
// The NOxxx keywords of ALTUSER are in the same tables. The handler of ADDUSER refuses them.
#pragma once

#include <array>

#include "parser/tables/spec.hpp"

namespace ringside::parser::tables::segment {

inline constexpr std::array<std::string_view, 2> xrf_words{"FORCE", "NOFORCE"};
inline constexpr std::array<std::string_view, 3> control_words{"GENERAL", "GLOBAL", "SPECIFIC"};
inline constexpr std::array<std::string_view, 5> console_authorities{"MASTER", "ALL", "CONS", "IO", "SYS"};
inline constexpr std::array<std::string_view, 5> delete_operator_words{"ALL", "NORMAL", "NONE", "SYSTEM", "LOCAL"};
inline constexpr std::array<std::string_view, 3> log_words{"SYSTEM", "NO", "YES"};

inline constexpr std::array cics{
    with("OPCLASS", many(ValueKind::number)),
    with("ADDOPCLASS", many(ValueKind::number)),
    with("DELOPCLASS", many(ValueKind::number)),
    flag("NOOPCLASS"),
    text("OPIDENT", 3),
    flag("NOOPIDENT"),
    number("OPPRTY", 255),
    flag("NOOPPRTY"),
    with("RSLKEY", many(ValueKind::word)),
    flag("NORSLKEY"),
    word("TIMEOUT", 5),
    flag("NOTIMEOUT"),
    with("TSLKEY", many(ValueKind::word)),
    flag("NOTSLKEY"),
    with("XRFSOFF", one_word(xrf_words)),
    flag("NOXRFSOFF"),
};
inline constexpr std::array dce{
    yes_no("AUTOLOGIN"), flag("NOAUTOLOGIN"), text("DCENAME"),    flag("NODCENAME"), text("HOMECELL", 1'023),
    flag("NOHOMECELL"),  word("HOMEUUID"),    flag("NOHOMEUUID"), word("UUID"),      flag("NOUUID"),
};
inline constexpr std::array eim{word("LDAPPROF"), flag("NOLDAPPROF")};
inline constexpr std::array kerb{
    with("ENCRYPT", many(ValueKind::word)),
    flag("NOENCRYPT"),
    text("KERBNAME", 240),
    flag("NOKERBNAME"),
    number("MAXTKTLFE"),
    flag("NOMAXTKTLFE"),
};
inline constexpr std::array language{
    word("PRIMARY", 24),
    flag("NOPRIMARY"),
    word("SECONDARY", 24),
    flag("NOSECONDARY"),
};
inline constexpr std::array lotus{text("SNAME", 64), flag("NOSNAME")};
inline constexpr std::array nds{text("UNAME", 246), flag("NOUNAME")};
inline constexpr std::array netview{
    word("CONSNAME", 8),
    flag("NOCONSNAME"),
    with("CTL", one_word(control_words)),
    flag("NOCTL"),
    with("DOMAINS", many(ValueKind::word)),
    with("ADDDOMAINS", many(ValueKind::word)),
    with("DELDOMAINS", many(ValueKind::word)),
    flag("NODOMAINS"),
    text("IC"),
    flag("NOIC"),
    yes_no("MSGRECVR"),
    flag("NOMSGRECVR"),
    yes_no("NGMFADMN"),
    flag("NONGMFADMN"),
    word("NGMFVSPN", 8),
    flag("NONGMFVSPN"),
    with("OPCLASS", many(ValueKind::number)),
    with("ADDOPCLASS", many(ValueKind::number)),
    with("DELOPCLASS", many(ValueKind::number)),
    flag("NOOPCLASS"),
};
inline constexpr std::array omvs{
    missing(number("UID"), "OMVS UID", "OMVS USER ID (UID), 1-10 NUMERIC DIGITS"),
    flag("AUTOUID"),
    flag("SHARED"),
    flag("NOUID"),
    with("HOME", one(ValueKind::text, 1'023)),
    flag("NOHOME"),
    with("PROGRAM", one(ValueKind::text, 1'023)),
    flag("NOPROGRAM"),
    number("ASSIZEMAX"),
    flag("NOASSIZEMAX"),
    number("CPUTIMEMAX"),
    flag("NOCPUTIMEMAX"),
    number("FILEPROCMAX"),
    flag("NOFILEPROCMAX"),
    word("MEMLIMIT", 9),
    flag("NOMEMLIMIT"),
    number("MMAPAREAMAX"),
    flag("NOMMAPAREAMAX"),
    number("PROCUSERMAX"),
    flag("NOPROCUSERMAX"),
    word("SHMEMMAX", 9),
    flag("NOSHMEMMAX"),
    number("THREADSMAX"),
    flag("NOTHREADSMAX"),
};
inline constexpr std::array operparm{
    group_name("ALTGRP"),
    flag("NOALTGRP"),
    with("AUTH", some_words(console_authorities)),
    flag("NOAUTH"),
    yes_no("AUTO"),
    flag("NOAUTO"),
    word("CMDSYS", 8),
    flag("NOCMDSYS"),
    with("DOM", one_word(delete_operator_words)),
    flag("NODOM"),
    yes_no("HC"),
    flag("NOHC"),
    yes_no("INTIDS"),
    flag("NOINTIDS"),
    word("KEY", 8),
    flag("NOKEY"),
    with("LEVEL", many(ValueKind::word)),
    flag("NOLEVEL"),
    with("LOGCMDRESP", one_word(log_words)),
    flag("NOLOGCMDRESP"),
    with("MFORM", many(ValueKind::word)),
    flag("NOMFORM"),
    yes_no("MIGID"),
    flag("NOMIGID"),
    with("MONITOR", many(ValueKind::word)),
    flag("NOMONITOR"),
    with("MSCOPE", many(ValueKind::word)),
    with("ADDMSCOPE", many(ValueKind::word)),
    with("DELMSCOPE", many(ValueKind::word)),
    flag("NOMSCOPE"),
    with("ROUTCODE", many(ValueKind::word)),
    flag("NOROUTCODE"),
    number("STORAGE", 2'000, 1),
    flag("NOSTORAGE"),
    yes_no("UD"),
    flag("NOUD"),
    yes_no("UNKNIDS"),
    flag("NOUNKNIDS"),
};
inline constexpr std::array ovm{
    with("FSROOT", one(ValueKind::text, 1'023)),
    flag("NOFSROOT"),
    with("HOME", one(ValueKind::text, 1'023)),
    flag("NOHOME"),
    with("PROGRAM", one(ValueKind::text, 1'023)),
    flag("NOPROGRAM"),
    number("UID"),
    flag("NOUID"),
};
inline constexpr std::array proxy{
    text("BINDDN", 1'023), flag("NOBINDDN"),        secret("BINDPW", 128),
    flag("NOBINDPW"),      text("LDAPHOST", 1'023), flag("NOLDAPHOST"),
};
inline constexpr std::array tso{
    text("ACCTNUM", 39),
    flag("NOACCTNUM"),
    text("COMMAND", 80),
    flag("NOCOMMAND"),
    word("DEST", 8),
    flag("NODEST"),
    word("HOLDCLASS", 1),
    flag("NOHOLDCLASS"),
    word("JOBCLASS", 1),
    flag("NOJOBCLASS"),
    number("MAXSIZE", 2'096'128),
    flag("NOMAXSIZE"),
    word("MSGCLASS", 1),
    flag("NOMSGCLASS"),
    word("PROC", 8),
    flag("NOPROC"),
    word("SECLABEL", 8),
    flag("NOSECLABEL"),
    number("SIZE", 2'096'128),
    flag("NOSIZE"),
    word("SYSOUTCLASS", 1),
    flag("NOSYSOUTCLASS"),
    word("UNIT", 8),
    flag("NOUNIT"),
    with("USERDATA", one(ValueKind::hex, 4)),
    flag("NOUSERDATA"),
};
inline constexpr std::array work{
    text("WAACCNT"),    flag("NOWAACCNT"),   text("WAADDR1", 60), flag("NOWAADDR1"),   text("WAADDR2", 60),
    flag("NOWAADDR2"),  text("WAADDR3", 60), flag("NOWAADDR3"),   text("WAADDR4", 60), flag("NOWAADDR4"),
    text("WABLDG", 60), flag("NOWABLDG"),    text("WADEPT", 60),  flag("NOWADEPT"),    text("WAEMAIL", 246),
    flag("NOWAEMAIL"),  text("WANAME", 60),  flag("NOWANAME"),    text("WAROOM", 60),  flag("NOWAROOM"),
};

inline constexpr std::array dfp{
    word("DATAAPPL", 8), word("DATACLAS", 8), word("MGMTCLAS", 8), word("STORCLAS", 8),
    flag("NODATAAPPL"),  flag("NODATACLAS"),  flag("NOMGMTCLAS"),  flag("NOSTORCLAS"),
};

// Segments of a group profile.
inline constexpr std::array tme_roles{
    with("ROLES", many(ValueKind::word)),
    with("ADDROLES", many(ValueKind::word)),
    with("DELROLES", many(ValueKind::word)),
    flag("NOROLES"),
};
inline constexpr std::array omvs_of_group{
    missing(number("GID"), "OMVS GID", "OMVS GROUP ID (GID), 1-10 NUMERIC DIGITS"),
    flag("AUTOGID"),
    flag("SHARED"),
    flag("NOGID"),
};
inline constexpr std::array ovm_of_group{number("GID"), flag("NOGID")};

inline constexpr std::array of_user{
    with("CICS", keys(cics)),
    flag("NOCICS"),
    custom("CSDATA"),
    flag("NOCSDATA"),
    with("DCE", keys(dce)),
    flag("NODCE"),
    with("DFP", keys(dfp)),
    flag("NODFP"),
    with("EIM", keys(eim)),
    flag("NOEIM"),
    with("KERB", keys(kerb)),
    flag("NOKERB"),
    with("LANGUAGE", keys(language)),
    flag("NOLANGUAGE"),
    with("LNOTES", keys(lotus)),
    flag("NOLNOTES"),
    with("NDS", keys(nds)),
    flag("NONDS"),
    with("NETVIEW", keys(netview)),
    flag("NONETVIEW"),
    with("OMVS", keys(omvs)),
    flag("NOOMVS"),
    with("OPERPARM", keys(operparm)),
    flag("NOOPERPARM"),
    with("OVM", keys(ovm)),
    flag("NOOVM"),
    with("PROXY", keys(proxy)),
    flag("NOPROXY"),
    with("TSO", keys(tso)),
    flag("NOTSO"),
    with("WORKATTR", keys(work)),
    flag("NOWORKATTR"),
};

}  // namespace ringside::parser::tables::segment
