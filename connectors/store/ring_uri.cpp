// connectors/store/ring_uri.cpp - the URI of a ring, of one of its labels, or of its certificates or keys only.
#include "connectors/store/ring_uri.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/percent.hpp"
#include "base/text.hpp"
#include "emulator/racf/datalib/ring_url.hpp"

namespace ringside::connectors::store {
namespace {

std::optional<ObjectKind> kind_of(const std::string& type) {
  if (type == "cert") return ObjectKind::certificate;
  if (type == "key") return ObjectKind::key;
  return std::nullopt;
}

/// Reads one parameter, such as "label=Server", into `uri`. Returns what is wrong; empty if nothing is.
std::string take_parameter(const std::string& parameter, RingUri& uri) {
  const std::size_t equals = std::min(parameter.find('='), parameter.size());
  const std::string name = parameter.substr(0, equals);
  const auto value = base::percent_decoded(parameter.substr(std::min(equals + 1, parameter.size())));
  if (!value) return fmt::format("'{}' has a % without two hex digits", parameter);
  if (name == "label" && !value->empty())
    uri.label = *value;
  else if (name == "type" && kind_of(*value))
    uri.kind = kind_of(*value);
  else
    return fmt::format("'{}' is none of label=LABEL, type=cert and type=key", parameter);
  return "";
}

}  // namespace

tl::expected<RingUri, std::string> ring_uri(const std::string& text, const std::string& user) {
  const std::size_t end = std::min(text.find_first_of("?&"), text.size());
  const auto url = racf::parse_ring_url(text.substr(0, end), user);
  if (!url) return tl::make_unexpected(text + " is not of the form safkeyring://OWNER/RING");
  RingUri uri{url->ring};
  if (end == text.size()) return uri;
  const std::string rest = text.substr(end + 1);
  if (text[end] == '&') {
    uri.label = rest;
    return uri;
  }
  for (const std::string& parameter : base::split(rest, '&'))
    if (const std::string wrong = take_parameter(parameter, uri); !wrong.empty()) return tl::make_unexpected(wrong);
  return uri;
}

}  // namespace ringside::connectors::store
