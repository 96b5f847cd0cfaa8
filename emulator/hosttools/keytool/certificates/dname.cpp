// emulator/hosttools/keytool/certificates/dname.cpp - names in Java's text forms.
#include "emulator/hosttools/keytool/certificates/dname.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/crypto/certificates/name_der.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;
using crypto::NameAttribute;

struct Keyword {
  std::string_view word, oid;
  bool in_rfc2253 = false;
};
// The first word of an identifier is the one that is printed.
constexpr std::array keywords = {
    Keyword{"CN", "2.5.4.3", true},
    Keyword{"C", "2.5.4.6", true},
    Keyword{"L", "2.5.4.7", true},
    Keyword{"ST", "2.5.4.8", true},
    Keyword{"S", "2.5.4.8"},
    Keyword{"O", "2.5.4.10", true},
    Keyword{"OU", "2.5.4.11", true},
    Keyword{"T", "2.5.4.12"},
    Keyword{"IP", "1.3.6.1.4.1.42.2.11.2.1"},
    Keyword{"STREET", "2.5.4.9", true},
    Keyword{"DC", "0.9.2342.19200300.100.1.25", true},
    Keyword{"DNQ", "2.5.4.46"},
    Keyword{"DNQUALIFIER", "2.5.4.46"},
    Keyword{"SURNAME", "2.5.4.4"},
    Keyword{"GIVENNAME", "2.5.4.42"},
    Keyword{"INITIALS", "2.5.4.43"},
    Keyword{"GENERATION", "2.5.4.44"},
    Keyword{"EMAILADDRESS", "1.2.840.113549.1.9.1"},
    Keyword{"EMAIL", "1.2.840.113549.1.9.1"},
    Keyword{"UID", "0.9.2342.19200300.100.1.1", true},
    Keyword{"SERIALNUMBER", "2.5.4.5"},
};

bool is_printable_string_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(" '()+,-./:=?").find(c) != std::string_view::npos;
}

bool is_dotted(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos &&
         text.find('.') != std::string::npos && text.front() != '.' && text.back() != '.';
}

std::string oid_of(const std::string& keyword) {
  std::string word = base::upper(base::trim(keyword));
  for (const Keyword& known : keywords)
    if (known.word == word) return std::string(known.oid);
  if (word.starts_with("OID.")) word.erase(0, 4);
  if (is_dotted(word)) return word;
  refuse_io("Invalid keyword \"" + word + "\"");
}

Bytes value_of(const std::string& text, const std::string& oid) {
  if (oid == "1.2.840.113549.1.9.1" || oid == "0.9.2342.19200300.100.1.25") return der::text(der::ia5_string_tag, text);
  const bool printable = std::all_of(text.begin(), text.end(), is_printable_string_character);
  return der::text(printable ? der::printable_string_tag : der::utf8_string_tag, text);
}

/// Parses one name from left to right.
class NameReader {
 public:
  explicit NameReader(const std::string& text) : text_(text) {}

  Bytes read() {
    std::vector<Bytes> rdns;  // most specific first, as typed
    while (!at_end()) {
      std::vector<Bytes> attributes{read_part()};
      while (!at_end() && text_[at_] == '+') {
        ++at_;
        attributes.push_back(read_part());
      }
      rdns.push_back(crypto::encode_rdn(std::move(attributes)));
      if (at_end()) break;
      ++at_;
      skip_blanks();
      if (at_end()) refuse_empty_part();
    }
    return crypto::encode_name(rdns);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  void skip_blanks() {
    while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  [[nodiscard]] bool at_separator() const {
    return at_end() || text_[at_] == ',' || text_[at_] == ';' || text_[at_] == '+';
  }

  [[noreturn]] static void refuse_empty_part() { refuse_io("empty AVA in RDN \"\""); }

  Bytes read_part() {
    skip_blanks();
    if (!at_end() && at_separator()) refuse_empty_part();
    const std::size_t sign = text_.find('=', at_);
    if (sign == std::string::npos) refuse_io("Incorrect AVA format");
    const std::string oid = oid_of(text_.substr(at_, sign - at_));
    at_ = sign + 1;
    skip_blanks();
    if (!at_end() && text_[at_] == '#') return crypto::encode_attribute(oid, read_hex());
    const std::string value = !at_end() && text_[at_] == '"' ? read_quoted() : read_plain();
    return crypto::encode_attribute(oid, value_of(value, oid));
  }

  Bytes read_hex() {
    const std::size_t begin = ++at_;
    while (!at_separator()) ++at_;
    const std::string digits = base::trim(text_.substr(begin, at_ - begin));
    if (digits.empty()) refuse_io("AVA parse, zero hex digits");
    const std::size_t wrong = digits.find_first_not_of("0123456789abcdefABCDEF");
    if (wrong != std::string::npos) refuse_io("AVA parse, invalid hex digit: " + digits.substr(wrong, 1));
    Bytes octets;
    if (!base::from_hex(digits, octets)) refuse_io("AVA parse, odd number of hex digits");
    return octets;
  }

  // A backslash stands before one special character or two hex digits.
  void read_escape(std::string& value) {
    if (++at_ >= text_.size()) refuse_io("Invalid trailing backslash");
    Bytes octet;
    if (at_ + 1 < text_.size() && base::from_hex(text_.substr(at_, 2), octet)) {
      value += static_cast<char>(octet.front());
      at_ += 2;
      return;
    }
    if (std::string_view(",+=\n<>#;\\\" ").find(text_[at_]) == std::string_view::npos)
      refuse_io("Invalid escaped character in AVA: '" + text_.substr(at_, 1) + "'");
    value += text_[at_++];
  }

  std::string read_quoted() {
    std::string value;
    ++at_;
    while (!at_end() && text_[at_] != '"') {
      if (text_[at_] == '\\')
        read_escape(value);
      else
        value += text_[at_++];
    }
    if (at_end()) refuse_io("Quoted string did not end in quote");
    ++at_;
    skip_blanks();
    if (!at_separator()) refuse_io("AVA had characters other than whitespace after terminating quote");
    return base::trim(value);
  }

  std::string read_plain() {
    std::string value;
    std::size_t kept = 0;  // blanks at the end count only if they were escaped
    while (!at_separator()) {
      if (text_[at_] == '\\') {
        read_escape(value);
        kept = value.size();
      } else {
        if (std::string_view("\"<>").find(text_[at_]) != std::string_view::npos)
          refuse_io(std::string("Character '") + text_[at_] + "' in AVA appears without escape");
        value += text_[at_++];
        if (value.back() != ' ') kept = value.size();
      }
    }
    value.resize(kept);
    return value;
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

/// The characters of a string type in UTF-8. Returns nullopt for other types.
std::optional<std::string> characters(const der::Item& value) {
  constexpr std::uint8_t teletex_tag = 0x14, visible_tag = 0x1A, numeric_tag = 0x12;
  std::string text;
  switch (value.tag) {
    case der::printable_string_tag:
    case der::utf8_string_tag:
    case der::ia5_string_tag:
    case visible_tag:
    case numeric_tag:
      return base::to_text(value.content);
    case teletex_tag:
      for (const std::uint8_t octet : value.content) text += base::encoded(octet);
      return text;
    case der::bmp_string_tag:
      for (std::size_t i = 0; i + 1 < value.content.size(); i += 2)
        text += base::encoded(static_cast<char32_t>(value.content[i] << 8 | value.content[i + 1]));
      return text;
    default:
      return std::nullopt;
  }
}

std::string keyword_of(const std::string& oid) {
  for (const Keyword& known : keywords)
    if (known.oid == oid) return std::string(known.word);
  return "OID." + oid;
}

std::string quoted_if_needed(const std::string& value) {
  constexpr std::string_view special = ",+=\n<>#;\\\"";
  bool needed = !value.empty() && (value.front() == ' ' || value.back() == ' ');
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (special.find(c) != std::string_view::npos) needed = true;
    if (c == ' ' && i > 0 && value[i - 1] == ' ') needed = true;
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return needed ? "\"" + text + "\"" : text;
}

std::string part_text(const NameAttribute& part) {
  const auto value = characters(part.value);
  return keyword_of(part.oid) + "=" +
         (value ? quoted_if_needed(*value) : "#" + base::lower(base::hex(part.value.whole)));
}

std::string rfc2253_part(const NameAttribute& part) {
  for (const Keyword& known : keywords) {
    if (known.oid != part.oid || !known.in_rfc2253) continue;
    const auto value = characters(part.value);
    if (!value) break;
    std::string text;
    for (std::size_t i = 0; i < value->size(); ++i) {
      const char c = (*value)[i];
      const bool edge = (i == 0 && (c == ' ' || c == '#')) || (i + 1 == value->size() && c == ' ');
      if (edge || std::string_view(",+\"\\<>;").find(c) != std::string_view::npos) text += '\\';
      text += c;
    }
    return std::string(known.word) + "=" + text;
  }
  return part.oid + "=#" + base::lower(base::hex(part.value.whole));
}

template <typename Write>
std::string joined(ByteView encoded, std::string_view between_names, std::string_view between_parts, Write write) {
  const auto rdns = crypto::decode_name(encoded).rdns;
  std::vector<std::string> texts;
  for (auto rdn = rdns.rbegin(); rdn != rdns.rend(); ++rdn) {
    std::vector<std::string> parts;
    for (const NameAttribute& part : *rdn) parts.push_back(write(part));
    texts.push_back(base::join(parts, between_parts));
  }
  return base::join(texts, between_names);
}

}  // namespace

Bytes parse_dname(const std::string& text) {
  return NameReader(text).read();
}

std::string dname_text(ByteView encoded) {
  return joined(encoded, ", ", " + ", part_text);
}

std::string dname_rfc2253(ByteView encoded) {
  return joined(encoded, ",", "+", rfc2253_part);
}

}  // namespace ringside::keytool
