// emulator/hosttools/keytool/ring/ring_source.hpp - reading a SAF key ring as a key store: what R_datalib gives, as
// Java's entries.
#pragma once

#include <string>

#include "emulator/hosttools/keytool/ring/ring.hpp"
#include "emulator/hosttools/keytool/tool.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::keytool {

/// Whether this name is a key ring where the tool runs: only z/OS has them, elsewhere it is the name of a file.
bool names_ring(const Tool& tool, const Text& name);

/// R_datalib as the tool's user calls it. Without --strict a ring that no profile protects is read with a remark.
racf::r_datalib::Service ring_service(Tool& tool);

/// Refuses in the words in which IBM's Java hands on the service's codes.
[[noreturn]] void refuse_service(Tool& tool, const racf::r_datalib::Failure& failure);

/// Reads the ring of `url` as a store of type `storetype`. Throws Refusal: a ring that cannot be read, a type that is
/// none for rings, a private key that is not to be had. A missing ring is refused unless it `may_be_missing`.
RingSource open_ring(Tool& tool, const std::string& url, const Text& storetype, bool may_be_missing);

/// The ring's entries. Keys are under `password`, which opens nothing else: RACF alone decides who reads the ring.
KeyStore entries_of(Tool& tool, const RingSource& source, const Password& password);

/// A remark if the password is another than the one that everybody writes.
void remark_on_ring_password(Tool& tool, const Password& password);

}  // namespace ringside::keytool
