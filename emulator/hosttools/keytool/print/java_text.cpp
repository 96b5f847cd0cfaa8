// emulator/hosttools/keytool/print/java_text.cpp - prints dates, hex and numbers as Java does.
#include "emulator/hosttools/keytool/print/java_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"

namespace ringside::keytool {
namespace {

constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

const char* weekday(base::Instant instant, base::Zone zone) {
  const auto day = std::chrono::floor<std::chrono::days>(instant + zone.ahead);
  return weekdays[std::chrono::weekday(day).c_encoding()];
}

std::string zone_name(base::Zone zone) {
  const long minutes = zone.ahead.count();
  if (minutes == 0) return "UTC";
  const long size = std::abs(minutes);
  return fmt::format("GMT{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

const char* month_name(const base::CivilTime& time) {
  return months[static_cast<std::size_t>(time.month - 1)];
}

}  // namespace

std::string date_text(base::Instant instant, base::Zone zone) {
  const base::CivilTime time = base::to_local(instant, zone);
  return fmt::format("{} {} {:02} {:02}:{:02}:{:02} {} {}", weekday(instant, zone), month_name(time), time.day,
                     time.hour, time.minute, time.second, zone_name(zone), time.year);
}

std::string medium_date(base::Instant instant, base::Zone zone) {
  const base::CivilTime time = base::to_local(instant, zone);
  return fmt::format("{} {}, {}", month_name(time), time.day, time.year);
}

std::string colon_hex(base::ByteView octets) {
  std::string text;
  for (const std::uint8_t octet : octets) text += fmt::format("{}{:02X}", text.empty() ? "" : ":", octet);
  return text;
}

std::string hex_dump(base::ByteView octets) {
  constexpr std::size_t width = 16;
  std::string text;
  for (std::size_t at = 0; at < octets.size(); at += width) {
    const base::ByteView line = octets.subspan(at, std::min(width, octets.size() - at));
    text += fmt::format("{:04X}: ", at);
    std::string characters;
    for (std::size_t i = 0; i < width; ++i) {
      text += i < line.size() ? fmt::format("{:02X} ", line[i]) : "   ";
      if (i == 7) text += "  ";
      if (i >= line.size()) continue;
      const char c = static_cast<char>(line[i]);
      characters += line[i] < 0x20 || line[i] > 0x7A ? '.' : c;
    }
    text += " " + characters + "\n";
  }
  return text;
}

std::string grouped(long number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3 && digits[at - 4] != '-';) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string integer_hex(base::ByteView content) {
  base::Bytes octets(content.begin(), content.end());
  const bool negative = !octets.empty() && (octets.front() & 0x80) != 0;
  if (negative) {
    bool carry = true;
    for (auto octet = octets.rbegin(); octet != octets.rend(); ++octet) {
      *octet = static_cast<std::uint8_t>(~*octet + (carry ? 1 : 0));
      carry = carry && *octet == 0;
    }
  }
  std::string digits = base::lower(base::hex(octets));
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - (digits.empty() ? 0 : 1)));
  return (negative ? "-" : "") + digits;
}

std::string collated(std::string_view text) {
  std::string kept;
  constexpr unsigned char last_blank = 0x20, deleted = 0x7F;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet > last_blank && octet != '-' && octet != deleted) kept += c;
  }
  return base::lower(kept);
}

std::string pem_text(base::ByteView der, const std::string& label) {
  const auto lines = base::lines(crypto::base64_lines(der));
  return "-----BEGIN " + label + "-----\n" + base::join(lines, "\r\n") + "\n-----END " + label + "-----\n";
}

}  // namespace ringside::keytool
