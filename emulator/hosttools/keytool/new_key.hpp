// emulator/hosttools/keytool/new_key.hpp - key pairs for -genkeypair: which algorithms, sizes and groups the JDK has.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Checks the algorithm of -keyalg. Throws Refusal if the JDK does not have it.
void check_key_algorithm(const std::string& algorithm);
/// Makes a key by -keyalg, -keysize and -groupname.
crypto::PrivateKey new_key(Tool& tool);
/// Returns the size that keytool announces: the one given, or the default of the algorithm, or -1 without a default;
/// for a group, the size of the key.
long announced_size(const Arguments& options, const crypto::PublicKey& key);
/// Returns the name of the first curve of a size, such as "secp256r1". Throws Refusal if JDK 17 has none.
std::string curve_of_size(int bits);

}  // namespace ringside::keytool
