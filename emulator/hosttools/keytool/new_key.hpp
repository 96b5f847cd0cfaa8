// emulator/hosttools/keytool/new_key.hpp - key pairs for -genkeypair: which algorithms, sizes and groups the JDK has.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Throws Refusal if there is no such algorithm.
void check_key_algorithm(const std::string& algorithm);
/// By -keyalg, -keysize and -groupname.
crypto::PrivateKey new_key(Tool& tool);
/// What keytool calls the size: as given or its default for the algorithm, -1 where it has none, and only for a group
/// what the key has.
long announced_size(const Arguments& options, const crypto::PublicKey& key);
/// What takes the place of -keysize for a curve: "secp256r1".
std::string curve_of_size(int bits);

}  // namespace ringside::keytool
