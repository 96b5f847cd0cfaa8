// emulator/hosttools/openssl/serial_file.hpp - the .srl file that counts the serial numbers of a CA.
#pragma once

#include <optional>
#include <string>

#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// The name of the serial file: "TWSca.srl" for "TWSca.crt". Up to 1.1.0 the name is cut at its first dot, later at the
/// last one.
std::string serial_file_name(const std::string& ca_file, Personality personality);

/// The serial number for the next certificate of a CA; the file then holds this number. Without a file, 3.0 takes a
/// random number, and 1.x fails unless -CAcreateserial is given. Returns nullopt after printing the error and setting
/// exit status 1.
std::optional<base::Bytes> next_serial(Tool& tool, const Options& options);

/// The content octets of a -set_serial number, decimal, or hexadecimal after 0x. Returns nullopt for other text.
std::optional<base::Bytes> serial_of(const std::string& text);

}  // namespace ringside::openssl
