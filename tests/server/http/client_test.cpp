// tests/server/http/client_test.cpp - calls to another server, and why there is no response.
#include "server/http/client.hpp"

#include <gmock/gmock.h>

#include "tests/server/http/test_server.hpp"

namespace ringside::http {
namespace {

using namespace test;

Answer answer(const Request& request) {
  return Response{201, {{"X-User", std::to_string(request.client_certificate.size())}}, request.path + request.body};
}

TEST(Call, SendsTheRequestAndReturnsTheResponse) {
  const auto server_key = self_signed("server"), client_key = self_signed("client");
  TestServer server(party_of(server_key, {client_key.certificate}), answer);
  Request request{"PUT", ""};
  request.body = "body";
  const auto response =
      call({"127.0.0.1", server.port()}, "/a%23b", request, party_of(client_key, {server_key.certificate}), now);
  ASSERT_TRUE(response) << response.error().reason;
  EXPECT_EQ(response->status, 201u);
  EXPECT_EQ(response->body, "/a#bbody");
  EXPECT_NE(response->headers.find("x-user"), "0") << "the client showed its certificate";
}

TEST(Call, SaysWhyTheServerIsNotTrusted) {
  TestServer server(party_of(self_signed("server")), answer);
  crypto::Party client;
  client.anchors = {self_signed("server").certificate};
  const auto response = call({"127.0.0.1", server.port()}, "/", {"GET", ""}, client, now);
  ASSERT_FALSE(response);
  EXPECT_TRUE(response.error().in_tls);
  EXPECT_THAT(response.error().reason, testing::HasSubstr("self-signed certificate"));
}

TEST(Call, SaysThatTheServerRefusesTheClient) {
  const auto server_key = self_signed("server");
  TestServer server(party_of(server_key, {self_signed("another").certificate}), answer);
  const auto response = call({"127.0.0.1", server.port()}, "/", {"GET", ""},
                             party_of(self_signed("client"), {server_key.certificate}), now);
  ASSERT_FALSE(response);
  EXPECT_TRUE(response.error().in_tls) << response.error().reason;
}

TEST(Call, JudgesCertificatesAtTheGivenTime) {
  const auto server_key = self_signed("server");
  TestServer server(party_of(server_key), answer);
  crypto::Party client;
  client.anchors = {server_key.certificate};
  const auto response = call({"127.0.0.1", server.port()}, "/", {"GET", ""}, client, now + std::chrono::days{2});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().reason, "certificate has expired");
}

TEST(Call, SaysThatNobodyListens) {
  unsigned short port = 0;
  {
    TestServer server(party_of(self_signed("server")), answer);
    port = server.port();
  }
  const auto response = call({"127.0.0.1", port}, "/", {"GET", ""}, {}, now);
  ASSERT_FALSE(response);
  EXPECT_FALSE(response.error().in_tls);
  EXPECT_EQ(response.error().reason, "Connection refused");
}

}  // namespace
}  // namespace ringside::http
