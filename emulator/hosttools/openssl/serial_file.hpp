// emulator/hosttools/openssl/serial_file.hpp - the .srl file that counts the serial numbers of a CA.
#pragma once

#include <optional>
#include <string>

#include "emulator/hosttools/openssl/tool.hpp"

namespace ringside::openssl {

/// "TWSca.srl" of "TWSca.crt". Up to 1.1.0 the name ended at its first dot, later at the last.
std::string serial_file_name(const std::string& ca_file, Personality personality);

/// The number for the next certificate of a CA, which the file then holds. Without a file, 3.0 draws one and 1.x fails,
/// unless it is to be made. Nothing: said, status 1.
std::optional<base::Bytes> next_serial(Tool& tool, const Options& options);

/// Content octets of the number in "-set_serial": decimal, or hexadecimal behind 0x. Nothing if it is none.
std::optional<base::Bytes> serial_of(const std::string& text);

}  // namespace ringside::openssl
