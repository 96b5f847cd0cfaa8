// server/http/listener.cpp - accepts connections on threads of its own, and ends them.
#include "server/http/listener.hpp"

#include <algorithm>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>

#include "server/http/connection.hpp"

namespace ringside::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

constexpr unsigned threads = 2;
constexpr std::size_t other_files = 100;  // of the process, besides its connections

/// The number of connections for which the process may open files, at most `wanted`. Raises its limit where it can.
std::size_t possible_connections(std::size_t wanted) {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  const rlim_t needed = wanted + other_files;
  if (files.rlim_cur < needed && files.rlim_cur < files.rlim_max) {
    files.rlim_cur = std::min(needed, files.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &files);
    ::getrlimit(RLIMIT_NOFILE, &files);
  }
  if (files.rlim_cur >= needed) return wanted;
  return files.rlim_cur > other_files ? files.rlim_cur - other_files : 1;
}

}  // namespace

class Listener::Works {
 public:
  explicit Works(Limits limits) : shared_(std::make_shared<Shared>()), signals_(control_), end_(control_) {
    limits.connections = possible_connections(limits.connections);
    shared_->limits = limits;
  }

  tl::expected<unsigned short, std::string> open(Port port) {
    Error error;
    const auto address = asio::ip::make_address(port.address, error);
    if (error) return tl::make_unexpected(error.message());
    auto acceptor = std::make_unique<tcp::acceptor>(control_);
    const tcp::endpoint endpoint(address, port.number);
    acceptor->open(endpoint.protocol(), error);
    if (!error) acceptor->set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor->bind(endpoint, error);
    if (!error) acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error) return tl::make_unexpected(error.message());
    const unsigned short number = acceptor->local_endpoint().port();
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    acceptors_.push_back(std::move(acceptor));
    accept(*acceptors_.back(), std::make_shared<Port>(std::move(port)));
    return number;
  }

  void run(std::chrono::seconds time) {
    signals_.async_wait([this](const Error& error, int) {
      if (!error) end();
    });
    if (time.count() > 0) {
      end_.expires_after(time);
      end_.async_wait([this](const Error& error) {
        if (!error) end();
      });
    }
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { io_.run(); });
    io_.run();
    for (std::thread& other : others) other.join();
    shared_->workers.join();
    shared_->waiters.join();
  }

  void stop() {
    asio::post(control_, [this] { end(); });
  }

 private:
  void accept(tcp::acceptor& acceptor, const std::shared_ptr<const Port>& port) {
    acceptor.async_accept(asio::make_strand(io_), [this, &acceptor, port](const Error& error, tcp::socket socket) {
      if (error == asio::error::operation_aborted || shared_->stopping) return;
      if (error) return accept_later(acceptor, port);
      take(std::move(socket), port);
      accept(acceptor, port);
    });
  }

  /// No file or no memory was free.
  void accept_later(tcp::acceptor& acceptor, const std::shared_ptr<const Port>& port) {
    auto timer = std::make_shared<asio::steady_timer>(control_, std::chrono::milliseconds(100));
    timer->async_wait([this, &acceptor, port, timer](const Error&) {
      if (!shared_->stopping) accept(acceptor, port);
    });
  }

  void take(tcp::socket socket, const std::shared_ptr<const Port>& port) {
    if (shared_->connections >= shared_->limits.connections) return;
    Error ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<Connection>(std::move(socket), port, shared_);
    const std::lock_guard lock(mutex_);
    std::erase_if(connections_, [](const auto& each) { return each.expired(); });
    connections_.push_back(connection);
    connection->start();
  }

  void end() {
    if (shared_->stopping.exchange(true)) return;
    signals_.cancel();
    for (const auto& acceptor : acceptors_) acceptor->close();
    const std::lock_guard lock(mutex_);
    for (const auto& each : connections_)
      if (const auto connection = each.lock()) connection->stop();
    wait_for_connections(std::chrono::steady_clock::now() + shared_->limits.stopping);
  }

  /// Ends the threads when the last connection has ended, or at `latest`.
  void wait_for_connections(std::chrono::steady_clock::time_point latest) {
    if (shared_->connections == 0 || std::chrono::steady_clock::now() >= latest) return io_.stop();
    end_.expires_after(std::chrono::milliseconds(20));
    end_.async_wait([this, latest](const Error&) { wait_for_connections(latest); });
  }

  std::shared_ptr<Shared> shared_;
  asio::io_context io_{static_cast<int>(threads)};
  /// Accepting, signals and the end, one at a time: an acceptor may not be closed while it begins to accept.
  asio::strand<asio::io_context::executor_type> control_{asio::make_strand(io_)};
  asio::signal_set signals_;
  asio::steady_timer end_;
  std::list<std::unique_ptr<tcp::acceptor>> acceptors_;
  std::mutex mutex_;
  std::list<std::weak_ptr<Connection>> connections_;
};

Listener::Listener(Limits limits) : works_(std::make_unique<Works>(limits)) {}
Listener::~Listener() = default;

tl::expected<unsigned short, std::string> Listener::open(Port port) {
  return works_->open(std::move(port));
}
void Listener::run(std::chrono::seconds time) {
  works_->run(time);
}
void Listener::stop() {
  works_->stop();
}

}  // namespace ringside::http
