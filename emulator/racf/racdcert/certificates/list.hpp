// emulator/racf/racdcert/certificates/list.hpp - RACDCERT LIST and LISTCHAIN.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct ListOperands {
  Owner owner;
  Selection selection;
};
ListOperands read_list(const Request& request);
/// Lists certificates of an owner. IRRD105I or IRRD107I if there is none.
Result<void> list(Context& context, const ListOperands& operands);

struct ListChainOperands {
  Owner owner;
  std::optional<std::string> label;
};
ListChainOperands read_list_chain(const Request& request);
/// Lists a certificate and its issuers.
Result<void> list_chain(Context& context, const ListChainOperands& operands);

}  // namespace ringside::racf::racdcert
