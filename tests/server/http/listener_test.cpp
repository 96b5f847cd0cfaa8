// tests/server/http/listener_test.cpp - requests and responses over real connections, and what is no request.
#include "server/http/listener.hpp"

#include <atomic>

#include <gmock/gmock.h>

#include "tests/server/http/test_server.hpp"

namespace ringside::http {
namespace {

using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;
using namespace test;

constexpr const char* head = "GET / HTTP/1.1\r\nHost: localhost\r\n";

/// Answers with what it was asked.
Answer echo(const Request& request) {
  std::string text = request.method + " " + request.path;
  for (const auto& [name, value] : request.query) text += "|" + name + "=" + value;
  return Response{200,
                  {{"Content-Type", "text/plain"}},
                  text + "|" + std::to_string(request.body.size()) + ":" + request.body.substr(0, 20)};
}

class ListenerTest : public testing::Test {
 protected:
  TestServer& server(Limits limits = {}) {
    server_ = std::make_unique<TestServer>(party_of(self_signed("server")), echo, limits);
    return *server_;
  }
  std::unique_ptr<TestServer> server_;
};

TEST_F(ListenerTest, AnswersSeveralRequestsOnOneConnection) {
  TestConnection connection(server().port());
  connection.send("GET /a?x=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_THAT(connection.until("|0:"),
              AllOf(StartsWith("HTTP/1.1 200 OK\r\n"), HasSubstr("keep-alive"), EndsWith("\r\n\r\nGET /a|x=1|0:")));
  connection.send("GET /b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(connection.rest(), AllOf(HasSubstr("Connection: close"), EndsWith("GET /b|0:")));
}

TEST_F(ListenerTest, TakesRawCharactersInTargets) {
  const auto& port = server().port();
  EXPECT_THAT(ask(port, "GET /jobs/RACD#$@/A(B)*?o=*& HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              EndsWith("GET /jobs/RACD#$@/A(B)*|o=*|0:"));
}

TEST_F(ListenerTest, TakesBodiesInChunksAndByLength) {
  const auto port = server().port();
  EXPECT_THAT(ask(port,
                  "PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"),
              EndsWith("PUT /|5:abcde"));
  EXPECT_THAT(ask(port, "PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"),
              EndsWith("PUT /|3:abc"));
  EXPECT_THAT(ask(port, "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
              EndsWith("POST /|0:"));
}

TEST_F(ListenerTest, SaysThatTheBodyMayCome) {
  TestConnection connection(server().port());
  connection.send(
      "PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(connection.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  connection.send("abc");
  EXPECT_THAT(connection.rest(), EndsWith("PUT /|3:abc"));
}

TEST_F(ListenerTest, RefusesHeadersOneOctetOverTheLimit) {
  Limits limits;
  limits.header_bytes = 200;
  const auto port = server(limits).port();
  const std::string begin = std::string(head) + "Connection: close\r\nX: ", end = "\r\n\r\n";
  const std::string filled(limits.header_bytes - begin.size() - end.size(), 'x');
  EXPECT_THAT(ask(port, begin + filled + end), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(ask(port, begin + filled + "x" + end), StartsWith("HTTP/1.1 431"));
}

TEST_F(ListenerTest, RefusesABodyOneOctetOverTheLimit) {
  Limits limits;
  limits.body_bytes = 10;
  const auto port = server(limits).port();
  const std::string by_length = "PUT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ";
  EXPECT_THAT(ask(port, by_length + "10\r\n\r\n0123456789"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(ask(port, by_length + "11\r\n\r\n0123456789x"), StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(ask(port, "PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n0123456789x\r\n0\r\n\r\n"),
              StartsWith("HTTP/1.1 413"));
}

TEST_F(ListenerTest, ClosesTheConnectionThatIsOneTooMany) {
  Limits limits;
  limits.connections = 2;
  const auto port = server(limits).port();
  TestConnection first(port);
  {
    TestConnection second(port);
    EXPECT_FALSE(second.error());
    EXPECT_TRUE(TestConnection(port).error());
  }
  EXPECT_FALSE(first.error());
}

TEST_F(ListenerTest, AnswersTheLastRequestOfAConnectionAndCloses) {
  Limits limits;
  limits.requests = 2;
  TestConnection connection(server(limits).port());
  connection.send(std::string(head) + "\r\n" + head + "\r\n");
  EXPECT_THAT(connection.rest(), AllOf(HasSubstr("keep-alive"), HasSubstr("Connection: close")));
}

TEST_F(ListenerTest, ClosesSlowClients) {
  Limits limits;
  limits.idle = std::chrono::milliseconds(300);
  limits.request = std::chrono::milliseconds(600);
  const auto port = server(limits).port();
  EXPECT_THAT(ask(port, ""), StartsWith("HTTP/1.1 408"));
  EXPECT_THAT(ask(port, "GET / HTT"), StartsWith("HTTP/1.1 408"));
  EXPECT_THAT(ask(port, "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na"), StartsWith("HTTP/1.1 408"));
  TestConnection dripping(port);
  dripping.send("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
  for (int i = 0; i < 6; ++i) {
    dripping.send("a");
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
  }
  EXPECT_THAT(dripping.rest(), StartsWith("HTTP/1.1 408"));
}

TEST_F(ListenerTest, ClosesAConnectionThatMakesNoHandshake) {
  Limits limits;
  limits.handshake = std::chrono::milliseconds(200);
  const auto port = server(limits).port();
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket socket(io);
  socket.connect({boost::asio::ip::make_address("127.0.0.1"), port});
  char c = 0;
  boost::system::error_code error;
  EXPECT_EQ(boost::asio::read(socket, boost::asio::buffer(&c, 1), error), 0u);
  EXPECT_TRUE(error);
  EXPECT_THAT(server_->log(), Contains(HasSubstr("no handshake in time")));
}

TEST_F(ListenerTest, WaitsForOtherServersOnThreadsOfTheirOwn) {
  std::atomic<unsigned short> own_port = 0;
  const auto key = self_signed("server");
  TestServer both(party_of(key), [&](const Request& request) -> Answer {
    if (request.path == "/inner") return Response{200, {}, "inner"};
    return std::function<Response()>([&own_port] {
      return Response{200, {}, ask(own_port, "GET /inner HTTP/1.0\r\n\r\n")};
    });
  });
  own_port = both.port();
  std::vector<std::thread> clients;
  std::atomic<int> good = 0;
  for (int i = 0; i < 8; ++i)
    clients.emplace_back([&] {
      if (ask(own_port, "GET /outer HTTP/1.0\r\n\r\n").ends_with("inner")) ++good;
    });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(good, 8);
}

TEST_F(ListenerTest, SaysThatAPortIsTaken) {
  Listener other;
  const auto taken = other.open({"127.0.0.1", server().port(), {}, {}, {}});
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error(), "Address already in use");
  EXPECT_FALSE(other.open({"no address", 0, {}, {}, {}}));
}

TEST(ListenerStop, LetsTheRequestInWorkEnd) {
  std::atomic<bool> in_work = false;
  auto server = std::make_unique<TestServer>(party_of(self_signed("server")), [&](const Request&) -> Answer {
    in_work = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return Response{200, {}, "done"};
  });
  TestConnection idle(server->port()), busy(server->port());
  busy.send(std::string(head) + "\r\n");
  while (!in_work) std::this_thread::yield();
  server.reset();
  EXPECT_THAT(busy.rest(), AllOf(HasSubstr("Connection: close"), EndsWith("done")));
  EXPECT_EQ(idle.rest(), "");
}

}  // namespace
}  // namespace ringside::http
