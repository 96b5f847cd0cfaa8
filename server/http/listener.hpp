// server/http/listener.hpp - HTTP/1.1 over TLS on ports of this machine: requests in, responses out.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>

#include <tl/expected.hpp>

#include "base/time.hpp"
#include "server/http/limits.hpp"
#include "server/http/message.hpp"
#include "server/http/tls_context.hpp"

namespace ringside::http {

/// The certificate that a new connection gets, and the time at which that of the client must be valid.
struct TlsOffer {
  std::shared_ptr<TlsContext> context;
  base::Instant at{};
};

/// A response, or a function that waits for another server and returns it. Such functions run on threads of their own,
/// so that the other server may be this process.
using Answer = std::variant<Response, std::function<Response()>>;

/// What one port does. The functions are called by several threads and throw nothing.
struct Port {
  std::string address = "127.0.0.1";
  unsigned short number = 0;  ///< 0: one that is free
  std::function<TlsOffer()> tls;
  std::function<Answer(const Request&)> answer;
  /// Takes a line without its end on what reaches no service: a handshake that fails, a malformed request.
  std::function<void(const std::string&)> log;
};

/// Listens on ports, and works until it is told to stop.
class Listener {
 public:
  explicit Listener(Limits limits = {});
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Opens a port and returns its number. Fails with the reason of the operating system: "Address already in use".
  tl::expected<unsigned short, std::string> open(Port port);
  /// Serves until stop(), until this process gets SIGINT or SIGTERM, which it takes from when a port is open, or for
  /// `time` if it is not 0. Requests in work are answered first.
  void run(std::chrono::seconds time = {});
  /// May be called by any thread.
  void stop();

 private:
  class Works;
  std::unique_ptr<Works> works_;
};

}  // namespace ringside::http
