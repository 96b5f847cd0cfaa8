// emulator/hosttools/keytool/store/java_string.hpp - Java's forms of strings: UTF-16 units, modified
// UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"

namespace ringside::keytool {

/// Converts UTF-8 to UTF-16BE; an octet that is not UTF-8 is read as Latin-1.
base::Bytes utf16(const std::string& text);
std::string utf8_of_utf16(base::ByteView units);
/// String.hashCode().
std::uint32_t java_hash(const std::string& text);
/// DataOutput.writeUTF without its length: U+0000 in two octets, supplementary characters as surrogate pairs.
base::Bytes modified_utf8(const std::string& text);
/// Converts back; returns nullopt if malformed.
std::optional<std::string> from_modified_utf8(base::ByteView octets);

}  // namespace ringside::keytool
