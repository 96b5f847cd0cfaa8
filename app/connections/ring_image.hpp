// app/connections/ring_image.hpp - a key ring as one binary message, from which the Java provider makes a key store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "emulator/hosttools/keytool/ring/ring_reader.hpp"

namespace ringside::app {

/// What a user gets of the ring that a URL names.
struct RingImage {
  std::optional<keytool::RingRefusal> refusal{};  ///< if there is one, only the remarks count
  keytool::RingRemarks remarks{};
  std::string scheme{};  ///< of the URL, in lower case
  keytool::RingSource source{};
  std::uint32_t update_code = 0;  ///< another one when the ring has changed; 0 if it is not known
};

/// Reads the ring of a URL, whose scheme must be one of key rings. Inside of a savepoint it sees one state of the lab.
RingImage read_image(const keytool::RingUser& user, const std::string& url);

/// The same, and sees one state of the lab without locking it for others.
RingImage read_image_at_once(const keytool::RingUser& user, const std::string& url);

/// Returns the image for a program of this version. Throws base::Fault if it has more
/// than limits::input_file_bytes.
base::Bytes encoded(const RingImage& image, const std::string& version);

}  // namespace ringside::app
