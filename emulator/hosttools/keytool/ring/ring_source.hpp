// emulator/hosttools/keytool/ring/ring_source.hpp - a SAF key ring as keytool's key store: what is read, as entries,
// refusals and remarks of keytool.
#pragma once

#include <string>

#include "emulator/hosttools/keytool/ring/ring.hpp"
#include "emulator/hosttools/keytool/ring/ring_reader.hpp"
#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Returns whether a name is the URL of a key ring. Only z/OS has key rings; on other systems the name is that of a
/// file.
bool names_ring(const Tool& tool, const Text& name);

/// Returns the user of the tool.
RingUser ring_user(Tool& tool);

/// Prints the remarks, and forgets them.
void tell(Tool& tool, RingRemarks& remarks);

/// Throws Refusal with the exception that Java throws.
[[noreturn]] void refuse_ring(const RingRefusal& refusal);

/// Prints the remarks, and throws Refusal if the answer is one; else returns its value.
template <typename T>
T told(Tool& tool, RingRemarks& remarks, RingAnswer<T> answer) {
  tell(tool, remarks);
  if (!answer) refuse_ring(answer.error());
  return *std::move(answer);
}

/// Reads the ring of `url` as a store of type `storetype`. Throws Refusal for a ring that cannot be read, a type that
/// is not one of key rings, or a private key that cannot be obtained. A missing ring is refused unless it
/// `may_be_missing`.
RingStore open_ring(Tool& tool, const std::string& url, const Text& storetype, bool may_be_missing);

/// Returns the entries of the ring. Keys are protected with `password` in memory; only RACF decides who reads the ring.
KeyStore entries_of(Tool& tool, const RingStore& store, const Password& password);

/// Adds a remark if the password is not the usual one.
void remark_on_ring_password(Tool& tool, const Password& password);

}  // namespace ringside::keytool
