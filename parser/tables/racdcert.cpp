// parser/tables/racdcert.cpp - the table of RACDCERT, with the operands of all functions (Command Language Reference,
// "RACDCERT").
//
// As on the real system, one table has the operands of all functions: PARSE accepts each of them with any function, and
// the function ignores those that it does not use. Of alternatives (two functions, two owners) the last one counts; the
// book says so of functions.
#include "parser/tables/racdcert.hpp"

#include <array>

#include "base/limits.hpp"
#include "parser/tables/spec.hpp"

namespace ringside::parser::tables {
namespace {

constexpr std::size_t token_characters = 32;
constexpr std::size_t pkds_label_characters = 64;
constexpr std::size_t criteria_characters = 255;

constexpr std::array usage_words{std::string_view{"PERSONAL"}, std::string_view{"SITE"}, std::string_view{"CERTAUTH"}};
constexpr std::array format_words{std::string_view{"CERTDER"},   std::string_view{"CERTB64"},
                                  std::string_view{"PKCS7DER"},  std::string_view{"PKCS7B64"},
                                  std::string_view{"PKCS12DER"}, std::string_view{"PKCS12B64"}};
constexpr std::array key_usage_words{std::string_view{"HANDSHAKE"}, std::string_view{"DATAENCRYPT"},
                                     std::string_view{"DOCSIGN"}, std::string_view{"CERTSIGN"},
                                     std::string_view{"KEYAGREE"}};
constexpr std::array signature_words{std::string_view{"RSAPSS"}};
constexpr std::array encryption_words{std::string_view{"AES"}};

constexpr KeywordSpec label(std::string_view name) {
  return text(name, base::limits::label_characters);
}
constexpr std::string_view owner_set = "owners", status_set = "statuses", key_set = "key types";
// Unlike the user IDs of other commands, this one does not begin with a digit.
constexpr KeywordSpec owner_id = among(owner_set, with("ID", one(ValueKind::name, 8), "USERID"));
constexpr KeywordSpec site = among(owner_set, flag("SITE"));
constexpr KeywordSpec certauth = among(owner_set, flag("CERTAUTH"));
constexpr SubfieldSpec ring_name = one(ValueKind::asis, base::limits::ring_name_characters);
constexpr SubfieldSpec token_name = one(ValueKind::word, token_characters);
constexpr SubfieldSpec certificate_data_set = one(ValueKind::data_set);
constexpr SubfieldSpec pkds_label = one(ValueKind::word, pkds_label_characters);

/// Selects one certificate of an owner: by label, or by serial number and issuer.
constexpr std::array selector{
    label("LABEL"),
    with("SERIALNUMBER", one(ValueKind::hex)),
    text("ISSUERSDN", base::limits::subject_characters),
};
constexpr std::array by_label{label("LABEL")};

constexpr std::array connect_operands{
    owner_id,
    site,
    certauth,
    label("LABEL"),
    with("RING", ring_name),
    flag("DEFAULT"),
    with("USAGE", one_word(usage_words)),
};
constexpr std::array remove_operands{owner_id, site, certauth, label("LABEL"), with("RING", ring_name)};
constexpr std::array bind_operands{
    with("TOKEN", token_name),
    owner_id,
    site,
    certauth,
    label("LABEL"),
    flag("DEFAULT"),
    with("USAGE", one_word(usage_words)),
};
constexpr std::array unbind_operands{
    with("TOKEN", token_name), owner_id, site, certauth, label("LABEL"), with("SEQNUM", one(ValueKind::hex, 8)),
};
constexpr std::array import_operands{with("TOKEN", token_name), with("SEQNUM", one(ValueKind::hex, 8))};

constexpr KeywordSpec name_part(std::string_view name) {
  return with(name, one(ValueKind::quoted, base::limits::subject_part_characters));
}
constexpr std::array subject_parts{
    name_part("CN"), name_part("T"), with("OU", many(ValueKind::quoted, base::limits::subject_part_characters)),
    name_part("O"),  name_part("L"), name_part("SP"),
    text("C", 2),
};

constexpr std::array moment_operands{with("DATE", one(ValueKind::date)), with("TIME", one(ValueKind::time))};
constexpr std::array signer_operands{certauth, site, label("LABEL")};
constexpr std::array key_place{maybe("PKDS", or_word(pkds_label, asterisk)), with("TOKEN", token_name)};

constexpr std::array alternate_names{
    with("IP", one(ValueKind::ip)),
    text("DOMAIN"),
    text("EMAIL"),
    text("URI"),
    with("AIP", many(ValueKind::ip)),
    with("ADOMAIN", many(ValueKind::quoted)),
    with("AEMAIL", many(ValueKind::quoted)),
    with("AURI", many(ValueKind::quoted)),
};

constexpr std::array functions{
    with("ADD", certificate_data_set, "DATA SET NAME"),
    with("ADDRING", ring_name),
    with("ADDTOKEN", token_name),
    maybe("ALTER", keys(selector)),
    maybe("ALTMAP", keys(by_label)),
    with("BIND", keys(bind_operands)),
    with("CHECKCERT", certificate_data_set, "DATA SET NAME"),
    with("CONNECT", keys(connect_operands)),
    maybe("DELETE", keys(selector)),
    maybe("DELMAP", keys(by_label)),
    with("DELRING", ring_name),
    with("DELTOKEN", token_name),
    with("EXPORT", keys(by_label)),
    maybe("GENCERT", certificate_data_set, "DATA SET NAME"),
    with("GENREQ", keys(by_label)),
    with("IMPORT", keys(import_operands)),
    maybe("LIST", keys(selector)),
    maybe("LISTCHAIN", keys(by_label)),
    maybe("LISTMAP", keys(by_label)),
    maybe("LISTRING", ring_name),
    with("LISTTOKEN", or_word(token_name, asterisk)),
    maybe("MAP", certificate_data_set, "DATA SET NAME"),
    with("REKEY", keys(by_label)),
    with("REMOVE", keys(remove_operands)),
    with("ROLLOVER", keys(by_label)),
    with("UNBIND", keys(unbind_operands)),
};

constexpr std::array operands{
    // owners
    owner_id,
    site,
    certauth,
    among(owner_set, flag("MULTIID")),
    // operands
    with("ALTNAME", keys(alternate_names)),
    among(key_set, maybe("BPECC", keys(key_place))),
    with("CRITERIA", one(ValueKind::text, criteria_characters)),
    among(key_set, flag("DSA")),
    with("DSN", certificate_data_set, "DATA SET NAME"),
    flag("FORCE"),
    with("FORMAT", one_word(format_words)),
    among(key_set, with("FROMICSF", pkds_label)),
    among(status_set, flag("HIGHTRUST")),
    among(key_set, maybe("ICSF", or_word(pkds_label, asterisk))),
    text("IDNFILTER", base::limits::subject_characters),
    with("KEYUSAGE", some_words(key_usage_words)),
    with("NEWCRITERIA", one(ValueKind::text, criteria_characters)),
    label("NEWLABEL"),
    among(key_set, maybe("NISTECC", keys(key_place))),
    with("NOTAFTER", keys(moment_operands)),
    with("NOTBEFORE", keys(moment_operands)),
    among(status_set, flag("NOTRUST")),
    secret("PASSWORD"),
    with("PBE", one_word(encryption_words)),
    among(key_set, maybe("PCICC", or_word(pkds_label, asterisk))),
    maybe("PKDS", or_word(pkds_label, asterisk)),
    among(key_set, maybe("RSA", keys(key_place))),
    text("SDNFILTER", base::limits::subject_characters),
    with("SIGATTR", one_word(signature_words)),
    with("SIGNWITH", keys(signer_operands)),
    number("SIZE", 99'999),
    with("SUBJECTSDN", keys(subject_parts)),
    among(status_set, flag("TRUST")),
    label("WITHLABEL"),
    // some jobs code these outside CONNECT(...); they are accepted there and have no effect
    label("LABEL"),
    with("RING", ring_name),
};

constexpr auto functions_and_operands = all_of(all_among("functions", functions), operands);

constexpr std::array racdcert_command_specs{CommandSpec{.name = "RACDCERT", .keywords = functions_and_operands}};

}  // namespace

std::span<const CommandSpec> racdcert_commands() {
  return racdcert_command_specs;
}

}  // namespace ringside::parser::tables
