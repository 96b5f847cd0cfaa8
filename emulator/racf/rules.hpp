// emulator/racf/rules.hpp - the table of rules: behaviour that no source settles, one line each, so that one line
// changes it.
//
// Each line says how sure it is. When someone shows how a real system answers, the line changes and a golden with it.
#pragma once

#include <cstddef>

#include "emulator/lab/lab.hpp"

namespace ringside::racf::rules {

// low: some sites report 8 where a listing finds nothing (rulings).
inline constexpr int nothing_found_return_code = 4;
// low: GENCERT and ADD report each certificate added from z/OS 2.1 on (rulings).
inline constexpr bool report_added_certificates = true;
// medium: characters of a name between > and < on one line; one manual figure breaks after 68.
inline constexpr std::size_t name_line_characters = 69;
// low: a blank line between the rows of LISTRING was captured at 3.1 and never before; shown with --strict at 3.1
// (rulings).
inline constexpr bool blank_between_ring_rows_when_strict = true;
// low: default sizes in bits when SIZE is omitted.
inline constexpr int default_rsa_bits = 2048;
inline constexpr int default_ecc_bits = 192;
inline constexpr int default_dsa_bits = 2048;
// low: a label ends up on the key bag of an exported PKCS#12.
inline constexpr bool export_friendly_name = true;
// low: header lines of the Base64 package formats; an empty one means bare Base64 lines.
inline constexpr const char* pkcs7_header = "PKCS7";
inline constexpr const char* pkcs12_header = "";
// high (captured requests): the header that RACF and keytool write.
inline constexpr const char* request_header = "NEW CERTIFICATE REQUEST";
// low: two functions on one RACDCERT are refused; the manual says that the last one counts (rulings).
inline constexpr bool refuse_two_functions = true;
// low: GENREQ marks the certificate's profile, so its granular profile is taken to be an UPD one.
inline constexpr const char* granular_genreq = "UPD";
// low: the signer's serial counter skips a number whose profile name is taken.
inline constexpr bool skip_taken_serials = true;
// low: the first level with SIGATTR(RSAPSS) by its books. Below, where an APAR is said to bring it, it is taken with a
// remark, and refused with --strict.
inline constexpr lab::RacfLevel rsa_pss_from_level = lab::RacfLevel::v3r2;
// low: LIST has a word for RSASSA-PSS ("sha256RSAPSS", which no source shows); UNKNOWN where SIGATTR is refused.
inline constexpr bool list_names_rsa_pss = true;
// low: status of a mapping that MAP makes without TRUST or NOTRUST; examples always code TRUST.
inline constexpr bool map_trusts = false;
// low: a MULTIID mapping whose criteria no DIGTCRIT profile covers ends the search; otherwise less specific mappings
// are looked at.
inline constexpr bool missing_criteria_end_search = true;
// low: level on IRR.DIGTCERT.ADDTOKEN, DELTOKEN and LISTTOKEN in FACILITY.
inline constexpr const char* token_function_level = "READ";
// low: levels in CRYPTOZ: on SO.<token> to make and delete it; on USER.<token> to bind and unbind, to list and import.
inline constexpr const char* cryptoz_manage_token = "UPDATE";
inline constexpr const char* cryptoz_change_objects = "UPDATE";
inline constexpr const char* cryptoz_read_objects = "READ";
// low: a token with objects is deleted with FORCE only; documented for objects that RACF does not support.
inline constexpr bool delete_filled_token_needs_force = true;
// low: FORCE of UNBIND allows the loss of a private key that is nowhere else.
inline constexpr bool unbind_last_key_needs_force = true;

}  // namespace ringside::racf::rules
