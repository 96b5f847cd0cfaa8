// base/random.hpp - the interface of sources of random bytes. Callers are given their source; there is no global one.
//
// One operation (a command) has one Randomness with a stream for each purpose. The bytes of one purpose do not depend
// on how many bytes another one takes: a change to the prime search does not change other keys.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace ringside::base {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills all of `out` with the next bytes of the stream.
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

class Randomness {
 public:
  virtual ~Randomness() = default;
  /// Returns the stream for `purpose` ("rsa-p", "pkcs12-salt", ...). A seeded source gives the same bytes each time.
  virtual std::unique_ptr<ByteStream> stream(std::string_view purpose) const = 0;
  /// Returns whether another run gets the same bytes.
  [[nodiscard]] virtual bool repeats() const { return false; }
};

}  // namespace ringside::base
