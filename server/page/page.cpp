// server/page/page.cpp - the page of a server as a response of HTTP.
#include "server/page/page.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/digest.hpp"
#include "harness/report/document.hpp"
#include "harness/report/style.hpp"
#include "server/page/live_script.hpp"
#include "server/page/systems_part.hpp"

namespace ringside::page {
namespace {

namespace report = harness::report;

constexpr const char* html_type = "text/html; charset=UTF-8";

/// A source of Content-Security-Policy Level 2 that allows one inline text.
std::string hash_source(const char* text) {
  return "'sha256-" + crypto::base64(crypto::sha256(base::to_bytes(std::string_view(text)))) + "'";
}

/// "data:" is the empty icon, without which browsers ask for one.
std::string policy() {
  return fmt::format(
      "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; img-src data:; base-uri 'none'; "
      "form-action 'none'; frame-ancestors 'none'",
      hash_source(live_script), hash_source(report::style_sheet));
}

http::Headers safe_headers() {
  static const std::string allowed = policy();
  return {{"Cache-Control", "no-store"},
          {"Content-Security-Policy", allowed},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cross-Origin-Resource-Policy", "same-origin"}};
}

}  // namespace

http::Response page_response(const http::Request& request, const Page& page) {
  http::Headers headers = safe_headers();
  headers.add("ETag", page.etag);
  if (request.headers.find("If-None-Match") == page.etag) return {304, std::move(headers), {}};
  headers.add("Content-Type", html_type);
  return {200, std::move(headers), page.html};
}

http::Response trouble_response(const ServedSystem& served) {
  http::Headers headers = safe_headers();
  headers.add("Content-Type", html_type);
  const std::string title = "Ringside: " + served.name;
  return {503, std::move(headers),
          report::html_file({title, {}, report::element("h1", title), trouble_html(served, 2), "To the ring", {}})};
}

}  // namespace ringside::page
