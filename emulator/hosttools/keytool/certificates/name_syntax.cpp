// emulator/hosttools/keytool/certificates/name_syntax.cpp - the rules of java.net.URI and of sun.security.x509's names
// (JDK 17.0.15).
#include "emulator/hosttools/keytool/certificates/name_syntax.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "emulator/crypto/certificates/extensions.hpp"

namespace ringside::keytool {
namespace {

using base::Bytes;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

// A wildcard is the whole first component; the second component begins with a letter or digit.
bool begins_with_wildcard(const std::string& name, std::size_t at) {
  return name.size() >= 3 && name[0] == '*' && at + 2 < name.size() && name[at + 1] == '.' &&
         is_letter_or_digit(name[at + 2]);
}

std::optional<std::string> problem_of_component(const std::string& name, std::size_t begin, std::size_t end,
                                                bool wildcard) {
  if (begin == end) return "DNSName with empty components are not permitted";
  if (!is_letter_or_digit(name[begin]) && !(wildcard && begins_with_wildcard(name, begin)))
    return wildcard ? "DNSName components must begin with a letter, digit, or the first component can have only a "
                      "wildcard character *"
                    : "DNSName components must begin with a letter or digit";
  for (std::size_t i = begin + 1; i < end; ++i)
    if (!is_letter_or_digit(name[i]) && name[i] != '-')
      return "DNSName components must consist of letters, digits, and hyphens";
  return std::nullopt;
}

// ---- java.net.URI: RFC 2396, and characters beyond ASCII

bool is_uri_character(char c, std::string_view also) {
  const bool beyond_ascii = (static_cast<unsigned char>(c) & 0x80) != 0;
  return beyond_ascii || is_letter_or_digit(c) ||
         std::string_view("-_.!~*'();:@&=+$,/?").find(c) != std::string_view::npos ||
         also.find(c) != std::string_view::npos;
}

/// Returns whether every character is allowed and every % is followed by two hex digits.
bool is_uri_text(std::string_view text, std::string_view also) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (!escape && !is_uri_character(text[i], also)) return false;
  }
  return true;
}

struct Uri {
  std::string scheme, host;  ///< the host of an authority that names a server
  bool sound = false;
};

// Reads host:port of a server; an authority of another form has no host.
std::string host_of(std::string authority) {
  authority.erase(0, authority.find('@') == std::string::npos ? 0 : authority.find('@') + 1);
  if (authority.starts_with('[')) return authority.substr(0, authority.find(']') + 1);
  const std::size_t colon = authority.find(':');
  const std::string port = colon == std::string::npos ? "" : authority.substr(colon + 1);
  if (!std::all_of(port.begin(), port.end(), is_digit)) return "";
  std::string host = authority.substr(0, colon);
  const bool plain =
      std::all_of(host.begin(), host.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; });
  const auto parts = base::split(host, '.');
  const auto is_label = [](const std::string& part) {
    return !part.empty() && part.front() != '-' && part.back() != '-';
  };
  const bool last_dot = host.ends_with('.');
  const bool labels = std::all_of(parts.begin(), parts.end() - (last_dot ? 1 : 0), is_label);
  const std::string& top = parts[parts.size() - (last_dot && parts.size() > 1 ? 2 : 1)];
  const bool numeric = parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
                         return base::number(part, 255).has_value();
                       });
  const bool names = labels && !top.empty() && is_letter(top.front());
  return plain && (names || numeric) ? host : "";
}

bool read_hierarchy(std::string rest, Uri& uri) {
  if (rest.starts_with("//")) {
    const std::size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
    const std::string authority = rest.substr(2, end - 2);
    if (authority.empty() && end == rest.size()) return false;
    if (!is_uri_text(authority, "[]")) return false;
    uri.host = host_of(authority);
    rest.erase(0, end);
  }
  const std::size_t query = rest.find_first_of("?#");
  if (!is_uri_text(rest.substr(0, query), "")) return false;
  return query == std::string::npos || is_uri_text(rest.substr(query + 1), "[]#");
}

Uri read_uri(const std::string& text) {
  Uri uri;
  const std::size_t colon = text.find_first_of(":/?#");
  std::string rest = text;
  if (colon != std::string::npos && text[colon] == ':') {
    uri.scheme = text.substr(0, colon);
    const bool named = !uri.scheme.empty() && is_letter(uri.scheme.front()) &&
                       std::all_of(uri.scheme.begin(), uri.scheme.end(),
                                   [](char c) { return is_letter_or_digit(c) || c == '+' || c == '-' || c == '.'; });
    rest = text.substr(colon + 1);
    if (!named || rest.empty()) return uri;
    if (!rest.starts_with('/')) {
      uri.sound = is_uri_text(rest, "[]#");
      return uri;
    }
  }
  uri.sound = read_hierarchy(rest, uri);
  return uri;
}

// ---- addresses

// "10.1" is 10.0.0.1: the last part fills the remaining octets, as in inet_aton.
std::optional<Bytes> ipv4_octets(const std::string& text) {
  const auto parts = base::split(text, '.');
  if (parts.empty() || parts.size() > 4) return std::nullopt;
  Bytes octets;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    const long most = last ? (1L << (8 * (5 - parts.size()))) - 1 : 255;
    const auto number = base::number(parts[i], most);
    if (!number) return std::nullopt;
    for (std::size_t width = last ? 5 - parts.size() : 1; width-- > 0;)
      octets.push_back(static_cast<std::uint8_t>(*number >> (8 * width)));
  }
  return octets;
}

tl::unexpected<std::string> unknown_host(const std::string& text) {
  return tl::unexpected("java.net.UnknownHostException: " + text);
}

tl::expected<Bytes, std::string> ipv4_address(const std::string& text) {
  auto octets = ipv4_octets(text);
  if (octets) return std::move(*octets);
  return unknown_host(text + ": Name or service not known");
}

tl::expected<Bytes, std::string> ipv6_address(const std::string& text) {
  auto octets = crypto::ip_octets(text);
  if (octets) return std::move(*octets);
  return unknown_host(text + ": invalid IPv6 address literal");
}

Bytes prefix_mask(long length) {
  Bytes mask(16);
  for (long bit = 0; bit < length; ++bit)
    mask[static_cast<std::size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80u >> (bit % 8));
  return mask;
}

}  // namespace

std::optional<std::string> problem_of_dns_name(const std::string& name, bool wildcard) {
  if (name.empty()) return "DNSName must not be null or empty";
  if (name.find(' ') != std::string::npos) return "DNSName with blank components is not permitted";
  if (name.front() == '.' || name.back() == '.') return "DNSName may not begin or end with a .";
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    if (auto problem = problem_of_component(name, begin, end, wildcard)) return problem;
    begin = end + 1;
  }
  return std::nullopt;
}

std::optional<std::string> problem_of_mail_address(const std::string& address) {
  if (address.empty()) return "RFC822Name may not be null or empty";
  const std::string domain = address.substr(address.find('@') + 1);
  if (domain.empty()) return "RFC822Name may not end with @";
  if (domain == ".") return "RFC822Name domain may not be just .";
  return std::nullopt;
}

std::optional<std::string> problem_of_uri(const std::string& text) {
  const Uri uri = read_uri(text);
  if (!uri.sound) return "invalid URI name:" + text;
  if (uri.scheme.empty()) return "URI name must include scheme:" + text;
  if (uri.host.empty()) return std::nullopt;
  if (uri.host.front() == '[') {
    if (java_address(uri.host.substr(1, uri.host.size() - 2))) return std::nullopt;
    return "invalid URI name (host portion is not a valid IPv6 address):" + text;
  }
  if (!problem_of_dns_name(uri.host, false) || java_address(uri.host)) return std::nullopt;
  return "invalid URI name (host portion is not a valid DNSName, IPv4 address, or IPv6 address):" + text;
}

// Longer numbers are read nine digits at a time; the first group has the rest of the digits.
std::optional<std::string> problem_of_oid(const std::string& text) {
  constexpr std::size_t group = 9;
  const auto is_number = [](std::string_view digits) {
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit);
  };
  const auto arcs = base::split(text, '.');
  for (const std::string& arc : arcs) {
    if (is_number(arc)) continue;
    std::string part = arc;
    for (std::size_t at = 0, size = arc.size() % group; arc.size() > group && at < arc.size();
         at += size, size = group) {
      if (size == 0) size = group;
      part = arc.substr(at, size);
      if (!is_number(part)) break;
    }
    return "ObjectIdentifier() -- Invalid format: java.lang.NumberFormatException: For input string: \"" + part + "\"";
  }
  if (arcs.size() < 2) return "ObjectIdentifier() -- Must be at least two oid components ";
  if (arcs[0].size() > 1 || arcs[0][0] > '2') return "ObjectIdentifier() -- First oid component is invalid ";
  if (arcs[0] != "2" && !base::number(arcs[1], 39)) return "ObjectIdentifier() -- Second oid component is invalid ";
  return std::nullopt;
}

tl::expected<Bytes, std::string> java_address(const std::string& text) {
  const auto wrong = [](const std::string& message) { return tl::unexpected("java.io.IOException: " + message); };
  if (text.empty()) return wrong("IPAddress cannot be null or empty");
  const std::size_t slash = text.find('/');
  const bool v6 = text.find(':') != std::string::npos;
  if (text.ends_with('/') || (!v6 && text.find('.') == std::string::npos)) return wrong("Invalid IPAddress: " + text);
  auto octets = v6 ? ipv6_address(text.substr(0, slash)) : ipv4_address(text.substr(0, slash));
  if (!octets || slash == std::string::npos) return octets;
  const std::string after = text.substr(slash + 1);
  const auto length = base::number(after, 128);
  if (v6 && !length) return wrong("Invalid IPAddress: " + text);
  auto mask = v6 ? tl::expected<Bytes, std::string>(prefix_mask(*length)) : ipv4_address(after);
  if (mask) octets->insert(octets->end(), mask->begin(), mask->end());
  return mask ? octets : mask;
}

}  // namespace ringside::keytool
