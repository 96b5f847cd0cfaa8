// emulator/hosttools/keytool/commands/exportcert.cpp - -exportcert.
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/open_store.hpp"

namespace ringside::keytool {

void exportcert(Tool& tool) {
  const std::string alias = tool.alias();
  if (tool.options.file)
    tool.write_file(*tool.options.file, {});  // keytool empties the file first, even if it fails later
  if (!tool.options.storepass && !tool.options.is_protected) print_integrity_warning(tool, false);
  const Entry& entry = tool.entry(alias);
  if (entry.chain.empty()) refuse("Alias <" + alias + "> has no certificate");
  const X509& certificate = entry.chain.front();
  tool.check_weak("The certificate", certificate);
  tool.write_output(tool.options.file,
                    tool.options.rfc ? pem_text(certificate.der(), "CERTIFICATE") : base::to_text(certificate.der()));
  if (tool.options.file) tool.error("Certificate stored in file <" + *tool.options.file + ">\n");
}

}  // namespace ringside::keytool
