// emulator/hosttools/openssl/serial_file.cpp - serial numbers of certificates that x509 -req makes.
#include "emulator/hosttools/openssl/serial_file.hpp"

#include <algorithm>

#include "emulator/hosttools/openssl/libcrypto/issue.hpp"

namespace ringside::openssl {
namespace {

constexpr std::size_t most_digits = 40;

/// The content of an INTEGER: a zero octet before a first octet with the top bit set, and no other leading zeros.
base::Bytes integer_content(base::Bytes magnitude) {
  while (magnitude.size() > 1 && magnitude.front() == 0) magnitude.erase(magnitude.begin());
  if ((magnitude.front() & 0x80) != 0) magnitude.insert(magnitude.begin(), 0);
  return magnitude;
}

std::optional<base::Bytes> from_hex_digits(std::string digits) {
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  if (digits.size() % 2 != 0) digits.insert(0, "0");
  base::Bytes magnitude;
  if (!base::from_hex(digits, magnitude)) return std::nullopt;
  return integer_content(std::move(magnitude));
}

std::string first_word(const std::string& text) {
  constexpr const char* white = " \t\r\n";
  const std::size_t start = std::min(text.find_first_not_of(white), text.size());
  return text.substr(start, text.find_first_of(white, start) - start);
}

base::Bytes one_more(base::Bytes number) {
  for (auto octet = number.rbegin(); octet != number.rend(); ++octet)
    if (++*octet != 0) return integer_content(std::move(number));
  number.insert(number.begin(), 1);
  return integer_content(std::move(number));
}

}  // namespace

std::string serial_file_name(const std::string& ca_file, Personality personality) {
  const std::size_t dot = personality == Personality::v1_0 ? ca_file.find('.') : ca_file.rfind('.');
  return ca_file.substr(0, dot) + ".srl";
}

std::optional<base::Bytes> next_serial(Tool& tool, const Options& options) {
  const bool named = options.has("CAserial");
  const std::string file =
      named ? options.value("CAserial") : serial_file_name(options.value("CA"), tool.personality());
  base::Bytes serial;
  if (const auto content = tool.look(file)) {
    const auto number = from_hex_digits(first_word(base::to_text(*content)));
    if (!number)
      return tool.fail((tool.is_modern() ? "Unable" : "unable") + (" to load number from " + file)), std::nullopt;
    serial = *number;
  } else if (options.has("CAcreateserial")) {
    serial = random_serial(tool.randomness());
  } else if (tool.is_modern() && !named) {
    return random_serial(tool.randomness());
  } else {
    return tool.fail(file + ": " + host::file_error_text(content.error())), std::nullopt;
  }
  serial = one_more(std::move(serial));
  const std::string digits =
      base::hex(serial.size() > 1 && serial.front() == 0 ? base::ByteView(serial).subspan(1) : base::ByteView(serial));
  if (!tool.write(file, digits + "\n")) return std::nullopt;
  return serial;
}

std::optional<base::Bytes> serial_of(const std::string& text) {
  if (text.starts_with("0x") || text.starts_with("0X")) return from_hex_digits(text.substr(2));
  const auto number = read_number(text);
  if (!number || *number < 0) return std::nullopt;
  base::Bytes magnitude;
  for (int shift = 56; shift >= 0; shift -= 8)
    magnitude.push_back(static_cast<std::uint8_t>(static_cast<unsigned long>(*number) >> shift));
  return integer_content(std::move(magnitude));
}

}  // namespace ringside::openssl
