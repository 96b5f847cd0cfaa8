// connectors/store/ring_uri.hpp - the URI of a ring, of one of its labels, or of its certificates or keys only.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::connectors::store {

enum class ObjectKind { certificate, key };

struct RingUri {
  racf::RingName ring;
  std::optional<std::string> label{};  ///< nullopt: all members
  std::optional<ObjectKind> kind{};    ///< nullopt: certificates and keys
};

/// Reads safkeyring://OWNER/RING, which may be followed by ?label=LABEL&type=cert or type=key, either of them alone, or
/// as Zowe writes it by &LABEL. In the first form the label is percent-encoded (RFC 3986 2.1), in the second it is
/// taken as it is. A URI without an owner, safkeyring:///RING, names a ring of `user`. Fails with what is wrong.
tl::expected<RingUri, std::string> ring_uri(const std::string& text, const std::string& user);

}  // namespace ringside::connectors::store
