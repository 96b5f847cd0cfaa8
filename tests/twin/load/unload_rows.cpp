// tests/twin/load/unload_rows.cpp - records of an unload (IRRDBU00), written by the columns of IBM's Macros and
// Interfaces, for tests that load them.
#include "tests/twin/load/unload_rows.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "base/ebcdic.hpp"

namespace ringside::test_support {
namespace {

void write_parts(std::string& record, const std::vector<Part>& parts) {
  for (const Part& part : parts) {
    const std::size_t first = part.column - 1;
    record.resize(std::max(record.size(), first + part.text.size()), ' ');
    record.replace(first, part.text.size(), part.text);
  }
}

/// ISO 8859-1 to UTF-8.
std::string utf8_of(const std::string& latin) {
  std::string text;
  for (const char each : latin) {
    const auto octet = static_cast<unsigned char>(each);
    if (octet < 0x80) {
      text += each;
    } else {
      text += static_cast<char>(0xC0 | octet >> 6);
      text += static_cast<char>(0x80 | (octet & 0x3F));
    }
  }
  return text;
}

std::string ebcdic_of(const std::string& latin) {
  const base::Bytes octets = base::to_ebcdic(utf8_of(latin));
  return {octets.begin(), octets.end()};
}

constexpr const char* day = "2026-01-02";
constexpr const char* fingerprint = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDE";

}  // namespace

std::string row(std::string_view type, const std::vector<Part>& parts) {
  std::string record(type);
  write_parts(record, parts);
  return record;
}

std::string group_row(const std::string& name, const std::string& superior) {
  return row("0100", {{6, name},
                      {15, superior},
                      {24, day},
                      {35, superior.empty() ? "IBMUSER" : superior},
                      {44, "NONE"},
                      {53, "NO"},
                      {359, "NO  "}});
}

std::string member_row(const std::string& group, const std::string& user) {
  return row("0102", {{6, group}, {15, user}, {24, "USE     "}});
}

std::string user_row(const std::string& name, const std::string& group) {
  return row("0200", {{6, name},
                      {15, day},
                      {26, group.empty() ? name : group},
                      {40, "NO"},
                      {45, "NO"},
                      {50, "NO"},
                      {75, "SOMEBODY"},
                      {96, group},
                      {386, "NO"},
                      {391, "PRO"},
                      {576, "0000000001"},
                      {644, "00000"}});
}

std::string connect_row(const std::string& user, const std::string& group) {
  return row("0205",
             {{6, user}, {15, group}, {24, day}, {35, group}, {64, "NONE"}, {84, "NO"}, {94, "NO"}, {134, " "}});
}

std::string label_row(const std::string& user, const std::string& profile, const std::string& label) {
  return row("0207", {{6, user}, {15, profile}, {262, label}, {293, " "}});
}

std::string resource_row(const std::string& of_class, const std::string& name, const std::string& access,
                         const std::string& data) {
  return row("0500", {{6, name},
                      {253, of_class},
                      {262, "NO"},
                      {271, day},
                      {282, "IBMUSER"},
                      {337, access},
                      {660, "NO"},
                      {754, data},
                      {1017, " "}});
}

std::string access_row(const std::string& of_class, const std::string& name, const std::string& id,
                       const std::string& access) {
  return row("0505", {{6, name}, {253, of_class}, {262, id}, {271, access}, {280, "00000"}});
}

std::string certificate_row(const std::string& profile) {
  return row("0560", {{6, profile},
                      {253, "DIGTCERT"},
                      {262, day},
                      {273, "00:00:00"},
                      {282, "2030-01-02"},
                      {293, "23:59:59"},
                      {302, "NISTECC"},
                      {311, "0000000256"},
                      {322, "0000000000000001"},
                      {339, "0000000001"},
                      {350, "NO  "}});
}

std::string reference_row(const std::string& profile, const std::string& ring) {
  return row("0561", {{6, profile}, {253, "DIGTCERT"}, {262, ring}, {507, " "}});
}

std::string names_row(const std::string& profile, const std::string& issuer, const std::string& subject) {
  const bool is_ca = issuer == subject;
  return row("1560", {{6, profile},
                      {253, "DIGTCERT"},
                      {262, issuer},
                      {1287, subject},
                      {2312, "sha256ECDSA"},
                      {2329, fingerprint + std::string(is_ca ? "A" : "B")}});
}

std::string connected_row(const std::string& ring, const std::string& profile, const std::string& usage,
                          const std::string& is_default, const std::string& label) {
  return row("0562",
             {{6, ring}, {253, "DIGTRING"}, {262, profile}, {509, usage}, {518, is_default}, {523, label}, {554, " "}});
}

Rows sound_rows() {
  return {group_row("SYS1", ""),
          member_row("SYS1", "IBMUSER"),
          group_row("G1", "SYS1"),
          member_row("G1", "WEB"),
          user_row("IBMUSER", "SYS1"),
          connect_row("IBMUSER", "SYS1"),
          user_row("WEB", "G1"),
          connect_row("WEB", "G1"),
          label_row("WEB", server_profile, "server"),
          user_row("irrcerta", ""),
          label_row("irrcerta", ca_profile, "ca"),
          resource_row("FACILITY", "A.B", "READ"),
          access_row("FACILITY", "A.B", "WEB", "UPDATE"),
          resource_row("DIGTCERT", ca_profile, "TRUST", "irrcerta"),
          certificate_row(ca_profile),
          reference_row(ca_profile, "WEB.Ring"),
          names_row(ca_profile, "CN=CA", "CN=CA"),
          resource_row("DIGTCERT", server_profile, "TRUST", "WEB"),
          certificate_row(server_profile),
          reference_row(server_profile, "WEB.Ring"),
          names_row(server_profile, "CN=CA", "CN=server"),
          resource_row("DIGTRING", "WEB.Ring", "NONE"),
          connected_row("WEB.Ring", server_profile, "PERSONAL", "YES", "server"),
          connected_row("WEB.Ring", ca_profile, "CERTAUTH", "NO", "ca")};
}

Rows with(Rows rows, const Rows& more) {
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

Rows without(Rows rows, std::string_view type) {
  std::erase_if(rows, [&](const std::string& each) { return each.starts_with(type); });
  return rows;
}

Rows with_parts(Rows rows, std::string_view type, std::string_view mark, const std::vector<Part>& parts) {
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const std::string& each) {
    return each.starts_with(type) && each.find(mark) != std::string::npos;
  });
  write_parts(*at, parts);
  return rows;
}

std::string text_file(const Rows& rows, const std::string& line_end) {
  std::string file;
  for (const std::string& each : rows) file += utf8_of(each) + line_end;
  return file;
}

std::string vb_file(const Rows& rows) {
  std::string file;
  for (const std::string& each : rows) {
    const std::size_t length = each.size() + 4;
    file += {static_cast<char>(length >> 8), static_cast<char>(length & 0xFF), '\0', '\0'};
    file += ebcdic_of(each);
  }
  return file;
}

std::string ebcdic_file(const Rows& rows, const std::string& line_end) {
  std::string file;
  for (const std::string& each : rows) file += ebcdic_of(each) + line_end;
  return file;
}

}  // namespace ringside::test_support
