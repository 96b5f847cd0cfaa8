// tests/server/http/listener_hostile_test.cpp - what is no request, slow clients and idle ones take nothing from
// others.
#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <sys/resource.h>

#include <gmock/gmock.h>

#include "tests/server/http/malformed_requests.hpp"
#include "tests/server/http/test_server.hpp"

namespace ringside::http {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::StartsWith;
using Time = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds a_second{1'000};
constexpr milliseconds delay_of_a_loaded_machine{500};  // less than the shortest time-out of a test
constexpr std::size_t large = 16u << 20;                // more than the buffers of the sockets hold

milliseconds since(Time::time_point begin) {
  return std::chrono::duration_cast<milliseconds>(Time::now() - begin);
}

/// "/large" is a large response, any other path a small one.
Answer small_or_large(const Request& request) {
  return Response{200, {}, request.path == "/large" ? std::string(large, 'x') : "good"};
}

class HostileClients : public testing::Test {
 protected:
  void start(const Limits& limits) {
    server_ = std::make_unique<TestServer>(party_of(self_signed("server")), small_or_large, limits);
  }
  /// A good request on a connection of its own is answered within a second.
  void expect_good() {
    const auto begin = Time::now();
    const std::string text = ask(server_->port(), "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(text, AllOf(StartsWith("HTTP/1.1 200"), testing::EndsWith("good")));
    EXPECT_LT(since(begin), a_second);
  }
  std::unique_ptr<TestServer> server_;
};

/// The server has closed, and the last thing that it said, if anything, was a refusal.
bool is_refused(const std::string& answers) {
  const auto last = answers.rfind("HTTP/1.1 ");
  if (last == std::string::npos) return answers.empty();
  return answers[last + 9] == '4' || answers.compare(last + 9, 3, "505") == 0;
}

TEST_F(HostileClients, WhatIsNoRequestIsRefusedWithinASecond) {
  Limits limits;
  limits.idle = milliseconds(300);  // for those that are the beginning of a request
  start(limits);
  const auto texts = malformed_requests();
  EXPECT_GE(texts.size(), 200u);
  for (const std::string& text : texts) {
    TestConnection connection(server_->port());
    const auto begin = Time::now();
    connection.send(text);
    const std::string answers = connection.rest();
    EXPECT_TRUE(is_refused(answers)) << testing::PrintToString(text.substr(0, 200)) << "\n" << answers;
    EXPECT_LT(since(begin), a_second) << testing::PrintToString(text.substr(0, 200));
    expect_good();
  }
}

TEST_F(HostileClients, BodiesOfAllConnectionsTogetherHaveALimit) {
  Limits limits;
  limits.all_body_bytes = 1u << 20;
  start(limits);
  const std::string part = "PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 600000\r\n\r\n";
  const auto until = [&](const char* status) {
    const auto end = Time::now() + std::chrono::seconds(20);
    std::string text;
    while (!text.starts_with(status) && Time::now() < end)
      text = ask(server_->port(), part + std::string(600'000, 'b'));
    EXPECT_THAT(text, StartsWith(status));
  };
  {
    TestConnection waits(server_->port());
    waits.send(part + std::string(599'999, 'a'));
    until("HTTP/1.1 503");
    expect_good();
  }
  until("HTTP/1.1 200");
}

TEST_F(HostileClients, OctetsBehindABodyAreNoPartOfIt) {
  start({});
  const std::string put = "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
  EXPECT_TRUE(is_refused(ask(server_->port(), put + "defg\r\n\r\n")));
  EXPECT_THAT(ask(server_->port(), put + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              HasSubstr("Connection: close\r\n\r\ngood"));
  expect_good();
}

TEST_F(HostileClients, HeadersBehindABodyInChunksAreNoHeadersOfTheRequest) {
  server_ = std::make_unique<TestServer>(party_of(self_signed("server")), [](const Request& request) -> Answer {
    return Response{200, {}, request.headers.find("Authorization").value_or("none")};
  });
  EXPECT_THAT(ask(server_->port(),
                  "PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "1\r\nx\r\n0\r\nAuthorization: Basic eDp5\r\n\r\n"),
              testing::EndsWith("none"));
}

TEST_F(HostileClients, SlowSendersAreClosedAtTheirTimeOutsWhileOthersAreAnswered) {
  Limits limits;
  limits.idle = milliseconds(600);
  limits.request = milliseconds(1'200);
  start(limits);
  struct Slow {
    const char* begin;
    milliseconds limit;
  };
  const std::vector<Slow> rows = {
      {"GET /", limits.idle},
      {"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", limits.request},
      {"PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n", limits.request},
  };
  std::vector<std::thread> clients;
  for (const Slow& row : rows)
    for (int each = 0; each < 4; ++each)
      clients.emplace_back([this, row] {
        TestConnection connection(server_->port());
        connection.send(row.begin);
        const auto begin = Time::now();
        while (since(begin) < 2 * row.limit && !connection.error()) {
          connection.send("a");
          std::this_thread::sleep_for(milliseconds(50));
        }
        EXPECT_THAT(connection.rest(), StartsWith("HTTP/1.1 408")) << row.begin;
        EXPECT_LT(since(begin), 2 * row.limit + delay_of_a_loaded_machine)
            << "it was closed while it sent: " << row.begin;
      });
  for (int turn = 0; turn < 10; ++turn) expect_good();
  for (std::thread& client : clients) client.join();
}

TEST_F(HostileClients, SlowReadersAreClosedAtTheirTimeOutWhileOthersAreAnswered) {
  Limits limits;
  limits.writing = a_second;
  start(limits);
  TestConnection first(server_->port()), second(server_->port()), third(server_->port());
  const auto begin = Time::now();
  for (TestConnection* each : {&first, &second, &third})
    each->send("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  while (since(begin) < 3 * limits.writing) expect_good();
  for (TestConnection* each : {&first, &second, &third}) EXPECT_LT(each->rest().size(), large);
  EXPECT_GE(ask(server_->port(), "GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").size(), large);
}

std::size_t idle_connections() {
  const char* const wanted = std::getenv("RINGSIDE_IDLE_CONNECTIONS");
  return wanted == nullptr ? 60 : static_cast<std::size_t>(std::atol(wanted));
}

TEST_F(HostileClients, IdleConnectionsAreClosedAtTheirTimeOutWhileOthersAreAnswered) {
  const std::size_t count = idle_connections();
  rlimit files{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &files), 0);
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, 6 * count + 200);  // a client has four, the server one
  ::setrlimit(RLIMIT_NOFILE, &files);
  Limits limits;
  limits.idle = count < 100 ? milliseconds(3'000) : Limits{}.idle;
  start(limits);
  std::vector<std::unique_ptr<TestConnection>> idle;
  const auto begin = Time::now();
  for (std::size_t each = 0; each < count; ++each) {
    idle.push_back(std::make_unique<TestConnection>(server_->port()));
    ASSERT_FALSE(idle.back()->error()) << each;
    if (each % 2 == 0) {  // half of them have made a request
      idle.back()->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      EXPECT_THAT(idle.back()->until("good"), StartsWith("HTTP/1.1 200"));
    }
    if (each % 20 == 0) expect_good();
  }
  const auto opened = since(begin);
  for (std::size_t each = 0; each < count; ++each) {
    const std::string last = idle[each]->rest();
    EXPECT_THAT(last, StartsWith(each % 2 == 0 ? "" : "HTTP/1.1 408"));
    EXPECT_EQ(last.empty(), each % 2 == 0) << "between two requests nothing is said";
    EXPECT_GE(since(begin), limits.idle - milliseconds(200));
  }
  EXPECT_LT(since(begin), opened + limits.idle + 3 * a_second);
  for (const std::string& line : server_->log()) EXPECT_THAT(line, HasSubstr("408"));
  EXPECT_EQ(server_->log().size(), count / 2);
  expect_good();
  std::cout << count << " idle connections: opened in " << opened.count() << " ms, all closed after "
            << since(begin).count() << " ms\n";
}

}  // namespace
}  // namespace ringside::http
