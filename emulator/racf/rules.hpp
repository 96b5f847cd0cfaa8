// emulator/racf/rules.hpp - the table of rules: behaviour that no source settles. One line each, so that one edit
// changes it.
//
// Each comment begins with how certain the rule is: high, medium or low. When somebody shows what a real system does,
// change the line and the golden files that depend on it.
#pragma once

#include <cstddef>

#include "emulator/lab/lab.hpp"

namespace ringside::racf::rules {

// low: return code of a listing that finds nothing; some sites report 8 (rulings).
inline constexpr int nothing_found_return_code = 4;
// low: GENCERT and ADD report each added certificate from z/OS 2.1 on (rulings).
inline constexpr bool report_added_certificates = true;
// medium: characters of a name between > and < on one line; one figure of a manual breaks the line after 68.
inline constexpr std::size_t name_line_characters = 69;
// low: characters of a message that names a ring. The book cuts the name in IRRD114I "after approximately 200", which
// this line length does, and says the same of IRRD116I without a number.
inline constexpr std::size_t message_line_characters = 230;
// low: sizes in bits if SIZE is omitted.
inline constexpr int default_rsa_bits = 2048;
inline constexpr int default_ecc_bits = 192;
inline constexpr int default_dsa_bits = 2048;
// low: the key bag of an exported PKCS#12 has the label as its friendly name.
inline constexpr bool export_friendly_name = true;
// low: header of the Base64 package formats; empty means Base64 lines without a header.
inline constexpr const char* pkcs7_header = "PKCS7";
inline constexpr const char* pkcs12_header = "";
// high (captured requests): the header that RACF and keytool write.
inline constexpr const char* request_header = "NEW CERTIFICATE REQUEST";
// low: granular profile of GENREQ: UPD, because GENREQ marks the profile of the certificate.
inline constexpr const char* granular_genreq = "UPD";
// low: the signer's serial counter skips a number whose profile name is in use.
inline constexpr bool skip_taken_serials = true;
// low: the first level whose books have SIGATTR(RSAPSS). An APAR is said to add it to earlier levels: there it is
// refused, and accepted with a remark under --lenient.
inline constexpr lab::RacfLevel rsa_pss_from_level = lab::RacfLevel::v3r2;
// low: whether MAP without TRUST and NOTRUST makes a trusted mapping; examples always specify TRUST.
inline constexpr bool map_trusts = false;
// low: a MULTIID mapping ends the search if no DIGTCRIT profile covers its criteria; otherwise less specific mappings
// are searched.
inline constexpr bool missing_criteria_end_search = true;
// medium: level in CSFKEYS on a PKDS label that a command specifies; sites can ask ICSF for higher ones.
inline constexpr const char* key_label_level = "READ";
// low: levels in CRYPTOZ: on SO.<token> to make and delete the token; on USER.<token> to bind and unbind, and to list
// and import.
inline constexpr const char* cryptoz_manage_token = "UPDATE";
inline constexpr const char* cryptoz_change_objects = "UPDATE";
inline constexpr const char* cryptoz_read_objects = "READ";
// low: BIND refuses a certificate whose private key tokens do not take also with usage CERTAUTH or SITE, with which no
// key would be copied.
inline constexpr bool bind_checks_key_of_every_usage = true;
// low: CHECKCERT shows the mapping that fits a certificate for those of the database only. The book names the lines,
// but shows no listing.
inline constexpr bool checkcert_maps_foreign = false;
// low: DataPut of R_datalib warns of NOTRUST, not of the missing refresh, if both are true.
inline constexpr bool data_put_warns_of_notrust_first = true;
// low: UNBIND needs FORCE to remove a private key that exists nowhere else.
inline constexpr bool unbind_last_key_needs_force = true;
// medium: RDEFINE without SPECIAL and CLAUTH refuses each profile with ICH10103I, as captured once; otherwise the whole
// command with ICH10202I, which Messages and Codes has too.
inline constexpr bool rdefine_refuses_each_profile = true;
// medium: SETROPTS ADDCREATOR is in effect in a lab, as captures of three systems list it. A database that IRRMIN00
// PARM=NEW has just made has NOADDCREATOR.
inline constexpr bool add_creator_by_default = true;

}  // namespace ringside::racf::rules
