// base/random.hpp - randomness is injected, never reached for.
//
// One operation (a command) has one Randomness. It hands out a stream per purpose, so that the number of bytes that one
// purpose draws never shifts what another one sees: a faster prime search must not change a key.
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
  /// A stream of its own for `purpose` ("rsa-p", "pkcs12-salt", ...). A seeded source gives the same bytes each time.
  virtual std::unique_ptr<ByteStream> stream(std::string_view purpose) const = 0;
  /// Whether its streams would be the same on another run.
  [[nodiscard]] virtual bool repeats() const { return false; }
};

}  // namespace ringside::base
