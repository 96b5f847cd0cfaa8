// emulator/hosttools/keytool/print/print_names.hpp - general names in the form in which Java prints them.
#pragma once

#include <string>
#include <vector>

#include "emulator/crypto/der/der.hpp"

namespace ringside::keytool {

/// Java's exception for an extension that it cannot read. Caught where the extension is printed.
struct Unparseable {
  std::string exception;
};

[[noreturn]] inline void unparseable(const std::string& message) {
  throw Unparseable{"java.io.IOException: " + message};
}

/// "DNSName: a", "IPAddress: 10.0.0.1". A name constraint's address has a mask.
std::string general_name(const crypto::der::Item& item);
/// The same for a sequence of names; there must be at least one.
std::vector<std::string> general_names(base::ByteView content);
/// One relative name, "CN=x".
std::string relative_name(base::ByteView content);

}  // namespace ringside::keytool
