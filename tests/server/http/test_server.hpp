// tests/server/http/test_server.hpp - a listener on a thread, parties with certificates, and a client that sends what a
// test writes.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "server/http/listener.hpp"

namespace ringside::http::test {

inline constexpr base::Instant now{std::chrono::seconds{1'750'000'000}};

/// A self-signed certificate with a P-256 key.
inline crypto::Identity self_signed(const std::string& name) {
  const crypto::SystemRandomness random;
  const auto key = crypto::generate_key({crypto::KeyType::nist_ecc, 256}, random);
  const auto subject = crypto::DistinguishedName::from_parts({{"CN", name}}).value();
  return {crypto::issue(
              {{0x01}, subject, subject, now - std::chrono::days{1}, now + std::chrono::days{1}, key.public_key(), {}},
              key, random),
          key,
          {}};
}

inline crypto::Party party_of(const crypto::Identity& identity, std::vector<crypto::Certificate> anchors = {}) {
  crypto::Party party;
  party.identity = identity;
  party.anchors = std::move(anchors);
  return party;
}

/// Serves until it is destroyed.
class TestServer {
 public:
  TestServer(const crypto::Party& party, std::function<Answer(const Request&)> answer, Limits limits = {})
      : context_(TlsContext::make(TlsContext::Role::server, party).value()), listener_(limits) {
    const auto log = [this](const std::string& line) {
      const std::lock_guard lock(mutex_);
      log_.push_back(line);
    };
    port_ = listener_.open({"127.0.0.1", 0,
                            [this] {
                              return TlsOffer{context_, now};
                            },
                            std::move(answer), log})
                .value();
    thread_ = std::thread([this] { listener_.run(); });
  }
  ~TestServer() {
    listener_.stop();
    thread_.join();
  }
  [[nodiscard]] unsigned short port() const { return port_; }
  [[nodiscard]] std::vector<std::string> log() {
    const std::lock_guard lock(mutex_);
    return log_;
  }

 private:
  std::shared_ptr<TlsContext> context_;
  Listener listener_;
  std::mutex mutex_;
  std::vector<std::string> log_;
  unsigned short port_ = 0;
  std::thread thread_;
};

/// A connection that trusts every server.
class TestConnection {
 public:
  using Error = boost::system::error_code;

  explicit TestConnection(unsigned short port) {
    stream_.next_layer().connect({boost::asio::ip::make_address("127.0.0.1"), port});
    stream_.handshake(boost::asio::ssl::stream_base::client, error_);
  }
  [[nodiscard]] const Error& error() const { return error_; }

  void send(const std::string& text) { boost::asio::write(stream_, boost::asio::buffer(text), error_); }

  /// Everything until the server closes.
  std::string rest() {
    std::string text;
    boost::asio::read(stream_, boost::asio::dynamic_buffer(text), error_);
    return text;
  }
  /// Until the text ends with `end`.
  std::string until(const std::string& end) {
    std::string text;
    char c = 0;
    while (!text.ends_with(end) && boost::asio::read(stream_, boost::asio::buffer(&c, 1), error_) == 1) text += c;
    return text;
  }

 private:
  boost::asio::io_context io_;
  boost::asio::ssl::context context_{boost::asio::ssl::context::tls_client};
  boost::asio::ssl::stream<boost::asio::ip::tcp::socket> stream_{io_, context_};
  Error error_;
};

/// What the server answers to `text` before it closes.
inline std::string ask(unsigned short port, const std::string& text) {
  TestConnection connection(port);
  connection.send(text);
  return connection.rest();
}

}  // namespace ringside::http::test
