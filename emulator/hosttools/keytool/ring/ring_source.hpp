// emulator/hosttools/keytool/ring/ring_source.hpp - reads a SAF key ring through R_datalib as the entries of a
// Java key store.
#pragma once

#include <string>

#include "emulator/hosttools/keytool/ring/ring.hpp"
#include "emulator/hosttools/keytool/tool.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::keytool {

/// Returns whether a name is the URL of a key ring. Only z/OS has key rings; on other systems the name is that of a
/// file.
bool names_ring(const Tool& tool, const Text& name);

/// Returns R_datalib for the tool's user.
racf::datalib::Service ring_service(Tool& tool);

/// Throws Refusal with the text that IBM's Java has for the codes of the service.
[[noreturn]] void refuse_service(Tool& tool, const racf::datalib::Failure& failure);

/// Reads the ring of `url` as a store of type `storetype`. Throws Refusal for a ring that cannot be read, a type that
/// is not one of key rings, or a private key that cannot be obtained. A missing ring is refused unless it
/// `may_be_missing`.
RingSource open_ring(Tool& tool, const std::string& url, const Text& storetype, bool may_be_missing);

/// Returns the entries of the ring. Keys are protected with `password` in memory; only RACF decides who reads the ring.
KeyStore entries_of(Tool& tool, const RingSource& source, const Password& password);

/// Adds a remark if the password is not the usual one.
void remark_on_ring_password(Tool& tool, const Password& password);

}  // namespace ringside::keytool
