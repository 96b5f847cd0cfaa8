// server/http/connection.hpp - one connection of a client: handshake, requests one after the other, end.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/listener.hpp"

namespace ringside::http {

/// What the connections of a listener share.
struct Shared {
  Limits limits;
  boost::asio::thread_pool workers{2};
  boost::asio::thread_pool waiters{4};  ///< for functions that wait for other servers
  std::atomic<std::size_t> connections = 0;
  std::atomic<std::uint64_t> body_bytes = 0;  ///< that all connections hold
  std::atomic<bool> stopping = false;
};

/// Lives as long as an operation of it is under way. All of its functions run in the strand of its socket.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = boost::asio::ip::tcp::socket;

  Connection(Socket socket, std::shared_ptr<const Port> port, std::shared_ptr<Shared> shared);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start();
  /// Closes the connection unless a request is in work; may be called by any thread.
  void stop();

 private:
  using Error = boost::system::error_code;
  using Milliseconds = std::chrono::milliseconds;

  void on_handshake_error(const Error& error);
  void read_headers();
  void read_head(std::size_t seen);
  void on_head_error(const Error& error);
  void take_head(std::size_t octets);
  void read_body();
  void on_read_error(const Error& error);
  void take_request();
  void answer(const Request& request);
  void post_response(Response response);
  void respond(const Response& response);
  /// Answers what is no request, and closes.
  void refuse(unsigned status, const std::string& why);
  void after_response();
  void drain();
  void discard();
  void close();
  /// Tells the others how much of a body this connection holds now.
  void hold(std::uint64_t body_bytes);
  void write(std::string text, std::function<void()> then);
  void set_deadline(Milliseconds time);
  void on_deadline();
  [[nodiscard]] Request request_of(Target target);
  void log(const std::string& text) const;

  std::shared_ptr<const Port> port_;
  std::shared_ptr<Shared> shared_;
  TlsOffer offer_;
  boost::asio::ssl::context context_;
  boost::asio::ssl::stream<Socket> stream_;
  boost::asio::steady_timer timer_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  Headers headers_{};  ///< of the request that is being read
  std::chrono::steady_clock::time_point request_end_{};
  std::string address_;
  std::string output_;
  unsigned requests_ = 0;
  std::uint64_t held_ = 0;  ///< octets of the body of the request, as counted in Shared
  bool in_work_ = false;    ///< a request is with a worker, or its response is being written
  bool timed_out_ = false;  ///< the deadline has cancelled what was under way
  bool keeps_alive_ = false;
  bool is_head_ = false;
};

}  // namespace ringside::http
