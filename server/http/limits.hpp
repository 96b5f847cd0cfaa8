// server/http/limits.hpp - the limits of the server on what clients send, and on their time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace ringside::http {

/// Tests use smaller ones.
struct Limits {
  std::uint32_t header_bytes = 16u << 10;     ///< of the request line and all headers with the blank line: 431
  std::uint64_t body_bytes = 64u << 20;       ///< of a request: 413
  std::uint64_t all_body_bytes = 512u << 20;  ///< of all requests that have not been answered yet: 503
  std::size_t connections = 1'500;            ///< open at once; a further one is closed at once
  unsigned requests = 1'000;                  ///< on one connection; the last one is answered with "Connection: close"
  std::chrono::milliseconds handshake{10'000};
  std::chrono::milliseconds idle{60'000};  ///< for all headers, and between two parts of a body: 408; between requests
  std::chrono::milliseconds request{300'000};  ///< for a whole request: 408
  std::chrono::milliseconds writing{300'000};  ///< for a client to take a response
  std::chrono::milliseconds draining{2'000};   ///< for a client to stop sending after its request was refused
  std::chrono::milliseconds stopping{10'000};  ///< for requests in work, when the server stops
};

/// Of the client by which a system calls another one.
struct ClientLimits {
  std::chrono::milliseconds connecting{10'000};
  std::chrono::milliseconds answer{60'000};
  std::uint64_t body_bytes = 64u << 20;
};

}  // namespace ringside::http
