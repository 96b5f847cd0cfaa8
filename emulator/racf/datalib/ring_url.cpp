// emulator/racf/datalib/ring_url.cpp - parses the URL of a key ring.
#include "emulator/racf/datalib/ring_url.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::racf {
namespace {

constexpr std::size_t fewest_slashes = 2, most_slashes = 4;

}  // namespace

std::optional<RingUrl> parse_ring_url(const std::string& url, const std::string& user) {
  const std::size_t colon = std::min(url.find(':'), url.size());
  const std::size_t begin = std::min(url.find_first_not_of('/', colon + 1), url.size());
  const std::size_t slashes = begin - std::min(colon + 1, begin);
  if (slashes < fewest_slashes || slashes > most_slashes) return std::nullopt;
  std::string rest = url.substr(begin);
  // Without a user, the third slash is directly before the name of the ring.
  if (rest.find('/') == std::string::npos && slashes > fewest_slashes) rest.insert(0, user + "/");
  auto ring = ring_name(rest);
  if (!ring || ring->name.find('/') != std::string::npos) return std::nullopt;
  return RingUrl{base::lower(url.substr(0, colon)), slashes, *std::move(ring)};
}

}  // namespace ringside::racf
