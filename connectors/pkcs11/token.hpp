// connectors/pkcs11/token.hpp - a key ring or an ICSF token as a PKCS#11 token, read into memory.
#pragma once

#include <string>
#include <vector>

#include "connectors/caller/settings.hpp"
#include "connectors/pkcs11/object.hpp"
#include "emulator/racf/datalib/codes.hpp"

namespace ringside::connectors::pkcs11 {

struct Token {
  std::string ring;             ///< "IZUSVR/IZUKeyring.IZUDFLT", "*TOKEN*/NAME"
  std::string label;            ///< the name of the ring or token; Cryptoki shows 32 characters of it
  std::string model;            ///< "key ring", "ICSF token"
  std::string serial;           ///< the first 16 hex digits of SHA-256 of `ring`
  std::vector<Object> objects;  ///< those of the default certificate first
};

/// Reads every ring and token that the user of the settings may list, or those of them that RINGSIDE_RINGS names. The
/// lab is closed when the function returns. Certificates with status NOTRUST are left out, and private keys that the
/// user has no authority for. Fails as OpenedLab::open() does; a ring that cannot be read is left out, with a line on
/// standard error if RINGSIDE_DEBUG=1.
racf::datalib::Answer<std::vector<Token>> read_tokens(const Settings& settings);

}  // namespace ringside::connectors::pkcs11
