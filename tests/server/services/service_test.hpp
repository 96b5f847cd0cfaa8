// tests/server/services/service_test.hpp - requests in memory to the services of one system.
#pragma once

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "server/services/json_body.hpp"
#include "server/services/routes.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::test_support {

class ServiceTest : public testing::Test {
 protected:
  static inline const std::string jobs = "/zosmf/restjobs/jobs";
  static inline const std::string ds = "/zosmf/restfiles/ds/";
  static inline const std::string fs = "/zosmf/restfiles/fs";
  static inline const std::string consoles = "/zosmf/restconsoles/consoles/defcn";

  /// Sends a request as `user_` to system SYS1; `target` is path and query as a client writes them.
  http::Response send(const std::string& method, const std::string& target, std::string body = {},
                      http::Headers headers = {}) {
    const auto parsed = http::parse_target(target);
    if (!parsed) throw std::logic_error("no request target: " + target);
    http::Request request{method, parsed->path, parsed->query, std::move(headers), std::move(body), {}, {}};
    const database::SystemRecord system = lab_.session().system;
    services::Call call{lab_.lab(), system, state_, request, user_, "https://localhost:10443", {}};
    return services::answer(call);
  }
  /// The same with a JSON body.
  http::Response send_json(const std::string& method, const std::string& target, const base::Json& body,
                           http::Headers headers = {}) {
    headers.add("Content-Type", "application/json");
    return send(method, target, body.text(), std::move(headers));
  }

  /// A member of the JSON body as text; "(none)" without it.
  static std::string value(const http::Response& response, const std::string& name) {
    const auto body = services::json_object(response.body);
    return body ? services::member_text(*body, name).value_or("(none)") : "(no object: " + response.body + ")";
  }

  RacfLab lab_;
  services::ServerState state_;
  std::string user_ = "IBMUSER";
};

}  // namespace ringside::test_support
