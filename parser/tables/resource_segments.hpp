// parser/tables/resource_segments.hpp - segments and shared subfields of resource profiles (Command Language Reference,
// RDEFINE).
#pragma once

#include <array>

#include "parser/tables/spec.hpp"

namespace ringside::parser::tables::segment {

inline constexpr std::array<std::string_view, 4> audit_levels{"ALTER", "CONTROL", "READ", "UPDATE"};
inline constexpr std::array audit_attempts{
    maybe("ALL", one_word(audit_levels)),
    maybe("FAILURES", one_word(audit_levels)),
    flag("NONE"),
    maybe("SUCCESS", one_word(audit_levels)),
};
inline constexpr std::array terminal_times{with("DAYS", many(ValueKind::word)), with("TIME", one(ValueKind::word))};

inline constexpr std::array<std::string_view, 2> case_words{"UPPER", "ASIS"};
inline constexpr std::array<std::string_view, 5> generic_words{"ALLOWED", "DISALLOWED", "REQUIRED", "NORMAL",
                                                               "REVERSE"};
inline constexpr std::array<std::string_view, 7> default_access_words{"ACEE",   "NONE",    "EXECUTE", "READ",
                                                                      "UPDATE", "CONTROL", "ALTER"};
inline constexpr std::array cdt_info{
    with("CASE", one_word(case_words)),
    number("DEFAULTRC", 8),
    with("DEFAULTUACC", one_word(default_access_words)),
    with("FIRST", many(ValueKind::word)),
    with("GENERIC", one_word(generic_words)),
    with("GENLIST", one_word(generic_words)),
    word("GROUP", 8),
    flag("NOGROUP"),
    number("KEYQUALIFIERS", 123),
    with("MACPROCESSING", one_word(generic_words)),
    number("MAXLENGTH", 246, 1),
    number("MAXLENX", 246, 1),
    flag("NOMAXLENX"),
    word("MEMBER", 8),
    flag("NOMEMBER"),
    yes_no("OPERATIONS"),
    with("OTHER", many(ValueKind::word)),
    number("POSIT", 1'023),
    yes_no("PROFILESALLOWED"),
    with("RACLIST", one_word(generic_words)),
    yes_no("SECLABELSREQUIRED"),
    yes_no("SIGNAL"),
};
inline constexpr std::array<std::string_view, 4> field_types{"CHAR", "FLAG", "HEX", "NUM"};
inline constexpr std::array cf_def{
    with("TYPE", one_word(field_types)),
    number("MAXLENGTH", 1'100, 1),
    number("MAXVALUE"),
    flag("NOMAXVALUE"),
    number("MINVALUE"),
    flag("NOMINVALUE"),
    word("FIRST", 12),
    word("OTHER", 12),
    yes_no("MIXED"),
    text("HELP"),
    flag("NOHELP"),
    text("LISTHEAD", 40),
    flag("NOLISTHEAD"),
    word("VALREXX", 8),
    flag("NOVALREXX"),
};
inline constexpr std::array dlf_data{
    yes_no("RETAIN"),
    flag("NORETAIN"),
    with("JOBNAMES", many(ValueKind::word)),
    with("ADDJOBNAMES", many(ValueKind::word)),
    with("DELJOBNAMES", many(ValueKind::word)),
    flag("NOJOBNAMES"),
};
inline constexpr std::array<std::string_view, 2> eim_options{"ENABLE", "DISABLE"};
inline constexpr std::array eim_domain{
    text("DOMAINDN", 1'023), flag("NODOMAINDN"),     with("OPTIONS", one_word(eim_options)),
    flag("NOOPTIONS"),       text("LOCALREGISTRY"),  flag("NOLOCALREGISTRY"),
    text("KERBREGISTRY"),    flag("NOKERBREGISTRY"), text("X509REGISTRY"),
    flag("NOX509REGISTRY"),
};
inline constexpr std::array icsf{
    with("ASYMUSAGE", many(ValueKind::word)),
    flag("NOASYMUSAGE"),
    word("SYMEXPORTABLE"),
    flag("NOSYMEXPORTABLE"),
    with("SYMEXPORTKEYS", many(ValueKind::text)),
    flag("NOSYMEXPORTKEYS"),
    with("SYMEXPORTCERTS", many(ValueKind::text)),
    flag("NOSYMEXPORTCERTS"),
    yes_no("SYMCPACFWRAP"),
    flag("NOSYMCPACFWRAP"),
    yes_no("SYMCPACFRET"),
    flag("NOSYMCPACFRET"),
};
inline constexpr std::array ictx{
    yes_no("USEMAP"),
    yes_no("DOMAP"),
    yes_no("MAPREQUIRED"),
    number("MAPPINGTIMEOUT", 3'600),
};
inline constexpr std::array<std::string_view, 3> signature_algorithms{"HS256", "HS384", "HS512"};
inline constexpr std::array idt{
    word("SIGTOKEN", 32),
    flag("NOSIGTOKEN"),
    word("SIGSEQN", 8),
    flag("NOSIGSEQN"),
    word("SIGCAT", 1),
    flag("NOSIGCAT"),
    with("SIGALG", one_word(signature_algorithms)),
    flag("NOSIGALG"),
    number("IDTTIMEOUT", 1'440),
    flag("NOIDTTIMEOUT"),
    yes_no("ANYAPPL"),
    flag("NOANYAPPL"),
    with("PROTALLOWED", many(ValueKind::word)),
    flag("NOPROTALLOWED"),
};
inline constexpr std::array jes{text("KEYLABEL", 64), flag("NOKEYLABEL")};
inline constexpr std::array realm{
    yes_no("CHECKADDRS"),
    flag("NOCHECKADDRS"),
    number("DEFTKTLFE"),
    flag("NODEFTKTLFE"),
    with("ENCRYPT", many(ValueKind::word)),
    flag("NOENCRYPT"),
    text("KERBNAME", 240),
    flag("NOKERBNAME"),
    number("MAXTKTLFE"),
    flag("NOMAXTKTLFE"),
    number("MINTKTLFE"),
    flag("NOMINTKTLFE"),
    secret("PASSWORD", 128),
    flag("NOPASSWORD"),
};
inline constexpr std::array mfa_policy{
    with("FACTORS", many(ValueKind::word)),
    with("ADDFACTORS", many(ValueKind::word)),
    with("DELFACTORS", many(ValueKind::word)),
    flag("NOFACTORS"),
    number("TOKENTIMEOUT"),
    yes_no("REUSE"),
};
inline constexpr std::array resource_proxy{
    text("BINDDN", 1'023), flag("NOBINDDN"),        secret("BINDPW", 128),
    flag("NOBINDPW"),      text("LDAPHOST", 1'023), flag("NOLDAPHOST"),
};
inline constexpr std::array<std::string_view, 5> conversation_words{"NONE", "CONV", "ALREADYV", "PERSISTV", "AVPV"};
inline constexpr std::array session{
    with("CONVSEC", one_word(conversation_words)),
    flag("NOCONVSEC"),
    number("INTERVAL", 32'767, 1),
    flag("NOINTERVAL"),
    flag("LOCK"),
    flag("NOLOCK"),
    secret("SESSKEY", 18),
    flag("NOSESSKEY"),
};
inline constexpr std::array<std::string_view, 3> load_words{"NEVER", "BADSIGONLY", "ANYBAD"};
inline constexpr std::array<std::string_view, 5> signature_audit{"NONE", "ALL", "SUCCESS", "BADSIGONLY", "ANYBAD"};
inline constexpr std::array signature{
    yes_no("SIGREQUIRED"),
    flag("NOSIGREQUIRED"),
    with("FAILLOAD", one_word(load_words)),
    flag("NOFAILLOAD"),
    with("SIGAUDIT", one_word(signature_audit)),
    flag("NOSIGAUDIT"),
};
inline constexpr std::array sign_on{
    secret("KEYMASKED", 16), secret("KEYENCRYPTED", 16), word("KEYLABEL", 64), flag("ENCRYPTKEY"),
    flag("LEGACY"),          word("EPTKEYLABEL", 64),    word("TYPE"),         word("TIMEOUT"),
    word("REPLAY"),
};
inline constexpr std::array<std::string_view, 1> member_word{"=MEMBER"};
inline constexpr std::array started{
    with("USER", or_word(one(ValueKind::user_id, 8), member_word), "USERID"),
    flag("NOUSER"),
    with("GROUP", or_word(one(ValueKind::name, 8), member_word)),
    flag("NOGROUP"),
    yes_no("PRIVILEGED"),
    yes_no("TRUSTED"),
    yes_no("TRACE"),
};
inline constexpr std::array svfmr{word("SCRIPTNAME", 8), flag("NOSCRIPTNAME"), word("PARMNAME", 8), flag("NOPARMNAME")};

inline constexpr std::array of_resource{
    with("CDTINFO", keys(cdt_info)),
    flag("NOCDTINFO"),
    with("CFDEF", keys(cf_def)),
    flag("NOCFDEF"),
    custom("CSDATA"),
    flag("NOCSDATA"),
    with("DLFDATA", keys(dlf_data)),
    flag("NODLFDATA"),
    with("EIM", keys(eim_domain)),
    flag("NOEIM"),
    with("ICSF", keys(icsf)),
    flag("NOICSF"),
    with("ICTX", keys(ictx)),
    flag("NOICTX"),
    with("IDTPARMS", keys(idt)),
    flag("NOIDTPARMS"),
    with("JES", keys(jes)),
    flag("NOJES"),
    with("KERB", keys(realm)),
    flag("NOKERB"),
    with("MFPOLICY", keys(mfa_policy)),
    flag("NOMFPOLICY"),
    with("PROXY", keys(resource_proxy)),
    flag("NOPROXY"),
    with("SESSION", keys(session)),
    flag("NOSESSION"),
    with("SIGVER", keys(signature)),
    flag("NOSIGVER"),
    with("SSIGNON", keys(sign_on)),
    flag("NOSSIGNON"),
    with("STDATA", keys(started)),
    flag("NOSTDATA"),
    with("SVFMR", keys(svfmr)),
    flag("NOSVFMR"),
};

}  // namespace ringside::parser::tables::segment
