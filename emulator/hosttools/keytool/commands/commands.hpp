// emulator/hosttools/keytool/commands/commands.hpp - keytool's commands: each works on the open key store.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

void certreq(Tool& tool);
void changealias(Tool& tool);
void delete_entry(Tool& tool);
void exportcert(Tool& tool);
void gencert(Tool& tool);
void gencrl(Tool& tool);
void genkeypair(Tool& tool);
void genseckey(Tool& tool);
void identitydb(Tool& tool);
void importcert(Tool& tool);
void importkeystore(Tool& tool);
void importpass(Tool& tool);
void keyclone(Tool& tool);
void keypasswd(Tool& tool);
void list(Tool& tool);
void printcert(Tool& tool);
void printcertreq(Tool& tool);
void printcrl(Tool& tool);
void selfcert(Tool& tool);
void showinfo(Tool& tool);
void storepasswd(Tool& tool);

}  // namespace ringside::keytool
