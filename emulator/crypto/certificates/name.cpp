// emulator/crypto/certificates/name.cpp - RACF's keywords, string types and listing of distinguished names.
#include "emulator/crypto/certificates/name.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include <openssl/asn1.h>

#include "base/utf8.hpp"
#include "emulator/crypto/certificates/name_der.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

struct Attribute {
  std::string_view keyword;
  std::string_view oid;
  std::uint8_t preferred_tag = der::printable_string_tag;
};

// The first eight rows are those of RACDCERT LIST, where e-mail has no keyword. The manual does not show the others;
// they have the keywords of PKI Services and System SSL.
constexpr Attribute known_attributes[] = {
    {"CN", "2.5.4.3"},
    {"T", "2.5.4.12"},
    {"OU", "2.5.4.11"},
    {"O", "2.5.4.10"},
    {"L", "2.5.4.7"},
    {"SP", "2.5.4.8"},
    {"C", "2.5.4.6"},
    {"", "1.2.840.113549.1.9.1", der::ia5_string_tag},
    {"DC", "0.9.2342.19200300.100.1.25", der::ia5_string_tag},
    {"MAIL", "0.9.2342.19200300.100.1.3", der::ia5_string_tag},
    {"UID", "0.9.2342.19200300.100.1.1"},
    {"STREET", "2.5.4.9"},
    {"PC", "2.5.4.17"},
    {"SERIALNUMBER", "2.5.4.5"},
    {"SN", "2.5.4.4"},
    {"NAME", "2.5.4.41"},
    {"GIVENNAME", "2.5.4.42"},
    {"INITIALS", "2.5.4.43"},
    {"GENERATIONQUALIFIER", "2.5.4.44"},
    {"DNQUALIFIER", "2.5.4.46"},
};

const Attribute* by_keyword(std::string_view keyword) {
  const auto* row = std::find_if(std::begin(known_attributes), std::end(known_attributes),
                                 [&](const Attribute& attribute) { return attribute.keyword == keyword; });
  return row == std::end(known_attributes) ? nullptr : row;
}

std::string keyword_of(const std::string& oid) {
  const auto* row = std::find_if(std::begin(known_attributes), std::end(known_attributes),
                                 [&](const Attribute& attribute) { return attribute.oid == oid; });
  return row == std::end(known_attributes) ? oid : std::string(row->keyword);
}

bool is_printable(std::string_view text) {
  constexpr std::string_view punctuation = " '()+,-./:=?";
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           punctuation.find(c) != std::string_view::npos;
  });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::uint8_t tag_for(const Attribute& attribute, std::string_view value) {
  if (attribute.preferred_tag == der::ia5_string_tag && is_ascii(value)) return der::ia5_string_tag;
  return is_printable(value) ? der::printable_string_tag : der::utf8_string_tag;
}

/// The attribute of a keyword or of a dotted object identifier.
Result<Attribute> attribute_of(const std::string& name) {
  if (const Attribute* known = by_keyword(name)) return *known;
  const bool dotted = name.find_first_not_of("0123456789.") == std::string::npos && name.size() <= 100;
  if (!dotted || OBJ_txt2nid(name.c_str()) == NID_undef) {
    return problem(ProblemKind::unsupported, "the name attribute \"" + name + "\" is not known");
  }
  return Attribute{name, name};
}

Result<Bytes> rdn(const NamePart& part) {
  const CleanErrorQueue clean;
  const auto attribute = attribute_of(part.attribute);
  if (!attribute) return tl::unexpected(attribute.error());
  if (!base::is_utf8(part.value)) return malformed("a part of the name is not valid UTF-8");
  if (attribute->keyword == "C" && !is_printable(part.value)) {
    return malformed("the country holds a character that a PrintableString cannot");
  }
  const Bytes value = der::text(tag_for(*attribute, part.value), part.value);
  return encode_rdn({encode_attribute(attribute->oid, value)});
}

/// A directory string in UTF-8. A value that is not a string, or a malformed one, is "#" and its DER in hex (RFC
/// 4514 2.4).
std::string value_text(const der::Item& value) {
  const CleanErrorQueue clean;
  const Owned<ASN1_STRING, ASN1_STRING_free> string(require(ASN1_STRING_type_new(value.tag), "ASN1_STRING"));
  accept(ASN1_STRING_set(string.get(), value.content.data(), static_cast<int>(value.content.size())) == 1,
         "a part of a name is too long");
  std::uint8_t* utf8 = nullptr;
  const int length = (value.tag & 0xE0) == 0 ? ASN1_STRING_to_UTF8(&utf8, string.get()) : -1;
  if (length < 0) return '#' + base::hex(value.whole);
  std::string text(utf8, utf8 + length);
  OPENSSL_free(utf8);
  return base::is_utf8(text) ? text : '#' + base::hex(value.whole);
}

/// The keyword as the table has it, of what stands before an equals sign; nullopt if it is no keyword. E-mail has none
/// in the table.
std::optional<std::string> listed_keyword(std::string_view word) {
  constexpr std::array others{std::pair("ST", "SP"), std::pair("S", "SP"), std::pair("E", ""), std::pair("EMAIL", ""),
                              std::pair("EMAILADDRESS", "")};
  for (const auto& [theirs, ours] : others)
    if (word == theirs) return ours;
  const bool is_oid =
      word.find('.') != std::string_view::npos && word.find_first_not_of("0123456789.") == std::string_view::npos;
  if (is_oid || (!word.empty() && by_keyword(word) != nullptr)) return std::string(word);
  return std::nullopt;
}

/// Where a part begins in a listing: its keyword, and the places of its start and of its value.
struct ListedPart {
  std::string keyword;
  std::size_t start = 0, value = 0;
};

/// The longest keyword that stands at `start` before an equals sign.
std::optional<ListedPart> part_at(std::string_view listing, std::size_t start) {
  const std::size_t equals = listing.find('=', start);
  if (equals == std::string_view::npos) return std::nullopt;
  auto keyword = listed_keyword(listing.substr(start, equals - start));
  if (!keyword) return std::nullopt;
  return ListedPart{*std::move(keyword), start, equals + 1};
}

}  // namespace

Result<DistinguishedName> DistinguishedName::from_listing(std::string_view listing) {
  std::vector<ListedPart> places;
  for (std::size_t start = 0; start < listing.size();) {
    auto part = part_at(listing, start);
    if (!part && start == 0) part = ListedPart{};
    const std::size_t from = part ? part->value : start;
    if (part) places.push_back(*std::move(part));
    const std::size_t period = listing.find('.', from);
    start = period == std::string_view::npos ? listing.size() : period + 1;
  }
  std::vector<NamePart> parts;
  for (std::size_t n = 0; n < places.size(); ++n) {
    const std::size_t end = n + 1 < places.size() ? places[n + 1].start - 1 : listing.size();
    if (end <= places[n].value) return malformed("a part of the name has no value");
    parts.push_back({places[n].keyword, std::string(listing.substr(places[n].value, end - places[n].value))});
  }
  if (parts.empty()) return malformed("the name is empty");
  return from_parts(parts);
}

Result<DistinguishedName> DistinguishedName::from_parts(const std::vector<NamePart>& most_specific_first) {
  std::vector<Bytes> rdns;
  for (const NamePart& part : most_specific_first) {
    auto encoded = rdn(part);
    if (!encoded) return tl::unexpected(encoded.error());
    rdns.push_back(std::move(*encoded));
  }
  DistinguishedName name;
  name.der_ = encode_name(rdns);
  name.parts_ = most_specific_first;
  return name;
}

Result<DistinguishedName> DistinguishedName::from_der(ByteView der) {
  const DecodedName decoded = decode_name(der);
  if (!decoded.well_formed) return malformed("a name is not a SEQUENCE of sets of type and value");
  DistinguishedName name;
  name.der_.assign(der.begin(), der.end());
  for (auto rdn = decoded.rdns.rbegin(); rdn != decoded.rdns.rend(); ++rdn)
    for (const NameAttribute& attribute : *rdn)
      name.parts_.push_back({keyword_of(attribute.oid), value_text(attribute.value)});
  return name;
}

std::string DistinguishedName::listing() const {
  std::string text;
  for (const NamePart& part : parts_) {
    if (!text.empty()) text += '.';
    if (!part.attribute.empty()) text += part.attribute + '=';
    text += part.value;
  }
  return text;
}

}  // namespace ringside::crypto
