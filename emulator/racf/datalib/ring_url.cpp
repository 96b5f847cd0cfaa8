// emulator/racf/datalib/ring_url.cpp - parses the URL of a key ring.
#include "emulator/racf/datalib/ring_url.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::racf {
namespace {

// java.net.URL prints safkeyring:///Ring with one slash, and programs read again what it prints.
constexpr std::size_t fewest_slashes = 1, usual_slashes = 2, most_slashes = 4;

}  // namespace

std::optional<WrittenRingUrl> written_ring_url(const std::string& url, const std::string& user) {
  const std::size_t colon = std::min(url.find(':'), url.size());
  const std::size_t begin = std::min(url.find_first_not_of('/', colon + 1), url.size());
  const std::size_t slashes = begin - std::min(colon + 1, begin);
  if (slashes < fewest_slashes || slashes > most_slashes) return std::nullopt;
  const std::string rest = url.substr(begin);
  const std::string scheme = base::lower(url.substr(0, colon));
  const std::size_t slash = rest.find('/');
  // Two slashes stand before a user, as before the host of any URL: a name alone is that of a user, without a ring.
  if (slash == std::string::npos && slashes == usual_slashes) return WrittenRingUrl{scheme, slashes, rest, ""};
  if (slash == std::string::npos) return WrittenRingUrl{scheme, slashes, user, rest};
  if (rest.find('/', slash + 1) != std::string::npos) return std::nullopt;
  return WrittenRingUrl{scheme, slashes, rest.substr(0, slash), rest.substr(slash + 1)};
}

std::optional<RingUrl> parse_ring_url(const std::string& url, const std::string& user) {
  const auto written = written_ring_url(url, user);
  if (!written) return std::nullopt;
  auto ring = ring_name(written->user + "/" + written->ring);
  if (!ring) return std::nullopt;
  return RingUrl{written->scheme, written->slashes, *std::move(ring)};
}

}  // namespace ringside::racf
