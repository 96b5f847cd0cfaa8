// emulator/hosttools/keytool/store/open_store.hpp - from -keystore, -storetype and -storepass to an open key store, and
// back to a file.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Finds the key ring, or the file of the store and its format. Throws Refusal if it does not exist and the command
/// does not create it, and if the file is empty or has another format than -storetype names.
void locate_store(Tool& tool);
/// Opens the located store and asks for a missing password. Returns false, after a message, if the user fails three
/// times; this is not an error.
bool open_store(Tool& tool);
/// Throws Refusal if the source of -importkeystore is an empty file. This is keytool's first check.
void refuse_empty_source(Tool& tool);
/// Opens the source of -importkeystore.
KeyStore open_source_store(Tool& tool);
/// Writes the store if the command has changed it.
void save_store(Tool& tool);
/// Prints the warning about proprietary formats.
void remark_on_format(Tool& tool);

/// Prints the box which says that the integrity of the store was not verified.
void print_integrity_warning(Tool& tool, bool source);

}  // namespace ringside::keytool
