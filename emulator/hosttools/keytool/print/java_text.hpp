// emulator/hosttools/keytool/print/java_text.hpp - dates, hex and numbers as Java's classes print them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace ringside::keytool {

/// "Fri Nov 20 15:00:54 UTC 2026" (java.util.Date).
std::string date_text(base::Instant instant, base::Zone zone);
/// "Nov 20, 2026" (a medium date of the English locale).
std::string medium_date(base::Instant instant, base::Zone zone);
/// "A1:B2:..."
std::string colon_hex(base::ByteView octets);
/// Lines of 16 octets, with the offset before and the characters after them (sun.security.util.HexDumpEncoder).
std::string hex_dump(base::ByteView octets);
/// "2,048"
std::string grouped(long number);
/// An INTEGER in hex without leading zeros: "1234", "-1".
std::string integer_hex(base::ByteView content);
/// Returns the form that java.text.Collator compares at primary strength: one case, without blanks, dashes and control
/// characters.
std::string collated(std::string_view text);
/// Lines of 64 Base64 characters, CR LF between them, LF at the end; BEGIN and END lines around.
std::string pem_text(base::ByteView der, const std::string& label);

}  // namespace ringside::keytool
