// server/http/response_text.cpp - a response as it is sent.
#include "server/http/response_text.hpp"

#include <algorithm>

#include <boost/beast/http/status.hpp>
#include <fmt/format.h>

namespace ringside::http {
namespace {

std::string in_one_line(std::string text) {
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  return text;
}

}  // namespace

std::string response_text(const Response& response, bool keeps_alive, bool for_head) {
  const bool has_body = response.status >= 200 && response.status != 204 && response.status != 304;
  const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(response.status));
  std::string text = fmt::format("HTTP/1.1 {} {}\r\n", response.status, std::string_view(reason.data(), reason.size()));
  for (const auto& [name, value] : response.headers.rows())
    text += in_one_line(name) + ": " + in_one_line(value) + "\r\n";
  if (has_body) text += fmt::format("Content-Length: {}\r\n", response.body.size());
  text += keeps_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return has_body && !for_head ? text + response.body : text;
}

}  // namespace ringside::http
