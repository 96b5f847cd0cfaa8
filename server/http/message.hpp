// server/http/message.hpp - a request and a response of HTTP as services see them, without sockets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.hpp"

namespace ringside::http {

/// Names and values of headers in their order. Names are compared in any case.
class Headers {
 public:
  using Row = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Row> rows) : rows_(rows) {}

  /// The value of the first header of this name; nullopt if there is none.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
  /// Adds a header, also beside one of the same name (Set-Cookie).
  void add(std::string name, std::string value) { rows_.emplace_back(std::move(name), std::move(value)); }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
};

struct Request {
  std::string method;  ///< "GET"; as it came
  std::string path;    ///< percent-decoded; '#', '$', '@', '(' and ')' are characters as others
  std::vector<std::pair<std::string, std::string>> query{};  ///< decoded names and values, in order
  Headers headers{};
  std::string body{};
  base::Bytes client_certificate{};  ///< DER; empty unless the client showed one that the anchors verify
  std::string client_address{};      ///< "127.0.0.1"
  std::string tls_version{};         ///< "TLSv1.3"

  /// The first value of this name in the query; nullopt if the query does not have the name.
  [[nodiscard]] std::optional<std::string> query_value(std::string_view name) const;
};

struct Response {
  unsigned status = 200;
  Headers headers{};
  std::string body{};
};

/// The path and the query of a request target, which is split at its first '?' only. '%' must stand before two hex
/// digits. Returns nullopt if it does not, if a '%00' would be in it, or if the target does not begin with '/'.
struct Target {
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
};
std::optional<Target> parse_target(std::string_view target);

}  // namespace ringside::http
