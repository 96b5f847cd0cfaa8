// emulator/hosttools/keytool/print/print_extension.hpp - one extension in the form of Java's toString methods.
#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/hosttools/keytool/certificates/x509.hpp"

namespace ringside::keytool {

enum class ExtensionKind {
  known,
  unknown,      ///< Java has no class for it and prints its octets
  unparseable,  ///< Java's class cannot read it and gives the reason
};
struct PrintedExtension {
  std::string text;  ///< with its "ObjectId:" line
  std::string name;  ///< Java's name, the sort key; the OID of an unknown extension
  ExtensionKind kind = ExtensionKind::known;
};
PrintedExtension print_extension(const Extension& extension, base::Zone zone);
/// Returns whether a critical extension is unparseable. Java does not accept a certificate with such an extension.
bool has_unparseable_critical(const std::vector<Extension>& extensions);

}  // namespace ringside::keytool
