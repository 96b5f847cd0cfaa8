// emulator/hosttools/keytool/store/open_store.hpp - from -keystore, -storetype and -storepass to an open key store, and
// back to a file.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Looks for the store's file and its format. Throws Refusal if it has to be there and is not.
void locate_store(Tool& tool);
/// Opens the store that was located, asking for what is missing. False if the user failed to give a password three
/// times, which is said and no error.
bool open_store(Tool& tool);
/// Throws Refusal if the source of -importkeystore is an empty file: the first thing that is looked at.
void refuse_empty_source(Tool& tool);
/// The source of -importkeystore.
KeyStore open_source_store(Tool& tool);
/// Writes the store if the command has changed it.
void save_store(Tool& tool);
/// Remarks on proprietary formats.
void remark_on_format(Tool& tool);

/// The box that says that nothing was verified.
void print_integrity_warning(Tool& tool, bool source);

}  // namespace ringside::keytool
