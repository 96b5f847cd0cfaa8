// server/http/head_check.cpp - whether the head of a request means the same to every server.
#include "server/http/head_check.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace ringside::http {
namespace {

constexpr std::string_view line_end = "\r\n";

bool is_token(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || marks.find(c) != std::string_view::npos;
  });
}

bool is_control(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return octet < ' ' || octet == 0x7f;
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_in_value(char c) {
  return c == '\t' || !is_control(c);
}

/// METHOD SP TARGET SP HTTP/1.0 or HTTP/1.1.
bool is_request_line(std::string_view line) {
  const auto first = line.find(' '), last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return false;
  const std::string_view target = line.substr(first + 1, last - first - 1);
  return is_token(line.substr(0, first)) && !target.empty() && target.find(' ') == std::string_view::npos &&
         std::none_of(target.begin(), target.end(), is_control) && line.substr(last + 1).starts_with("HTTP/");
}

/// The headers that say where a request ends, and whom it is for.
struct Framing {
  int hosts = 0;
  int lengths = 0;
  int encodings = 0;
};

std::optional<std::string> field_fault(std::string_view line, Framing& framing) {
  if (line.front() == ' ' || line.front() == '\t') return "a header is folded";
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return "the name of a header is malformed";
  const std::string_view value = without_blanks(line.substr(colon + 1));
  if (!std::all_of(value.begin(), value.end(), is_in_value)) return "a header has control characters";
  const std::string name = base::lower(line.substr(0, colon));
  if (name == "host" && ++framing.hosts > 1) return "there are two Host headers";
  if (name == "content-length") {
    if (++framing.lengths > 1) return "there are two Content-Length headers";
    constexpr std::size_t most_digits = 18;
    const bool is_number = !value.empty() && value.size() <= most_digits &&
                           value.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_number) return "Content-Length is no number";
  }
  if (name == "transfer-encoding" && (++framing.encodings > 1 || base::lower(value) != "chunked"))
    return "Transfer-Encoding is not chunked";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> head_fault(std::string_view head) {
  Framing framing;
  bool is_first = true, is_old = false;
  while (!head.empty()) {
    const auto end = head.find(line_end);
    if (end == std::string_view::npos) return "a line does not end with CR LF";
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + line_end.size());
    if (line.find_first_of("\r\n") != std::string_view::npos) return "a line does not end with CR LF";
    if (is_first) {
      if (!is_request_line(line)) return "the request line is malformed";
      is_old = line.ends_with("HTTP/1.0");
      is_first = false;
    } else if (!line.empty()) {
      if (auto fault = field_fault(line, framing)) return fault;
    }
  }
  if (framing.hosts == 0 && !is_old) return "no Host header";
  if (framing.encodings > 0 && (framing.lengths > 0 || is_old))
    return framing.lengths > 0 ? "Content-Length stands beside Transfer-Encoding" : "HTTP/1.0 has no Transfer-Encoding";
  return std::nullopt;
}

}  // namespace ringside::http
