// tests/server/services/served_lab.hpp - a lab whose systems have the rings of z/OSMF servers, and its instances.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/racf/users/kept_password.hpp"
#include "server/services/instances.hpp"
#include "server/services/json_body.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::services::test {

inline const racf::RingName ring{"IZUSVR", "IZUKeyring.IZUDFLT"};

/// Makes a CA, a server certificate and the ring on a system. The CA's subject and label are those of `ca`.
inline void make_ring(test_support::RacfLab& lab, const std::string& system, const std::string& ca = "zOSMFCA") {
  lab.must("ADDUSER IZUSVR NOPASSWORD", system);
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + ca + "')) WITHLABEL('" + ca + "') NISTECC SIZE(256)", system);
  lab.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('Server') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('" +
          ca + "'))",
      system);
  lab.must("RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)", system);
  lab.must("RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)", system);
  lab.must("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('" + ca + "') RING(IZUKeyring.IZUDFLT))", system);
}

class ServedLab : public testing::Test {
 protected:
  /// Adds a system with a ring, and serves it.
  Instance& serve(const std::string& system) {
    if (system != "SYS1") lab_.add_system(system);
    make_ring(lab_, system);
    return serve_as_it_is(system);
  }
  Instance& serve_as_it_is(const std::string& system) {
    racf::keep_password(lab_.on(system), "IBMUSER", base::Secret("SYS1"));
    Instance& instance = instances_.add(lab_.on(system).system, ring);
    instances_.state().ports[system] = 10'443;
    return instance;
  }

  static http::Request request(const std::string& method, const std::string& path) {
    http::Request made{method, path};
    made.headers.add("X-CSRF-ZOSMF-HEADER", "true");
    made.headers.add("Host", "localhost:10443");
    made.client_address = "127.0.0.1";
    return made;
  }
  static http::Request with_password(http::Request made, const std::string& text = "ibmuser:SYS1") {
    made.headers.add("Authorization", "Basic " + crypto::base64(base::to_bytes(text)));
    return made;
  }
  static http::Request with_cookie(http::Request made, const std::string& cookie) {
    made.headers.add("Cookie", "a=b; " + cookie);
    return made;
  }

  http::Response answer(Instance& instance, const http::Request& asked) {
    http::Answer answer = instances_.answer(instance, asked);
    if (auto* response = std::get_if<http::Response>(&answer)) return *response;
    return std::get<1>(answer)();
  }
  std::string log() {
    const std::lock_guard lock(mutex_);
    std::string text;
    for (const std::string& line : lines_) text += line + "\n";
    return text;
  }

  test_support::RacfLab lab_{"2025-06-15", {}, racf::Preparation::prepared};
  std::mutex mutex_;
  std::vector<std::string> lines_;
  Instances instances_{lab_.lab(), [this](const std::string& line) {
                         const std::lock_guard lock(mutex_);
                         lines_.push_back(line);
                       }};
};

/// A text member of a JSON body.
inline std::string text_in(const http::Response& response, std::string_view name) {
  const auto json = json_object(response.body);
  return json ? text_of(*json, name) : "no JSON object: " + response.body;
}

/// The cookie of this name that a response sets: "LtpaToken2=...".
inline std::string cookie_in(const http::Response& response, const std::string& name) {
  for (const auto& [header, value] : response.headers.rows())
    if (header == "Set-Cookie" && value.starts_with(name + "=")) return value.substr(0, value.find(';'));
  return "";
}

}  // namespace ringside::services::test
