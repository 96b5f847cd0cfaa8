// tests/twin/load/unload_rows.hpp - records of an unload (IRRDBU00), written by the columns of IBM's Macros and
// Interfaces, for tests that load them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::test_support {

/// Records of an unload, a character of ISO 8859-1 for each column.
using Rows = std::vector<std::string>;

/// A text of a record, and the column that it begins in, from 1 on.
struct Part {
  std::size_t column = 1;
  std::string text;
};

/// Returns a record of a type with these parts, blank between them. Later parts are written over earlier ones.
std::string row(std::string_view type, const std::vector<Part>& parts);

// The records of a profile: 0100, 0102, 0200, 0205, 0207, 0500, 0505, 0560, 0561, 1560, 0562.
std::string group_row(const std::string& name, const std::string& superior);
std::string member_row(const std::string& group, const std::string& user);
std::string user_row(const std::string& name, const std::string& group);
std::string connect_row(const std::string& user, const std::string& group);
std::string label_row(const std::string& user, const std::string& profile, const std::string& label);
/// `data` is the application data: of a certificate its owner.
std::string resource_row(const std::string& of_class, const std::string& name, const std::string& access,
                         const std::string& data = "");
std::string access_row(const std::string& of_class, const std::string& name, const std::string& id,
                       const std::string& access);
std::string certificate_row(const std::string& profile);
std::string reference_row(const std::string& profile, const std::string& ring);
std::string names_row(const std::string& profile, const std::string& issuer, const std::string& subject);
std::string connected_row(const std::string& ring, const std::string& profile, const std::string& usage,
                          const std::string& is_default, const std::string& label);

/// The profiles of the certificates of sound_rows().
inline constexpr const char* ca_profile = "00.CN=CA";
inline constexpr const char* server_profile = "01.CN=CA";

/// Returns an unload that fits together: the groups SYS1 and G1; the users IBMUSER and WEB; the certificates CERTAUTH
/// 'ca' and WEB 'server' below it; the ring WEB/Ring, which holds both; the profile FACILITY A.B.
Rows sound_rows();

/// Returns `rows` with others behind them.
Rows with(Rows rows, const Rows& more);
/// Returns `rows` without those of a type.
Rows without(Rows rows, std::string_view type);
/// Returns `rows` with the parts written into the first record of a type that holds `mark`.
Rows with_parts(Rows rows, std::string_view type, std::string_view mark, const std::vector<Part>& parts);

/// The file of the records: a line of UTF-8 for each.
std::string text_file(const Rows& rows, const std::string& line_end = "\n");
/// The records in IBM-1047, each with its record descriptor word.
std::string vb_file(const Rows& rows);
/// The records in IBM-1047 one after the other, `line_end` after each.
std::string ebcdic_file(const Rows& rows, const std::string& line_end = "");

}  // namespace ringside::test_support
