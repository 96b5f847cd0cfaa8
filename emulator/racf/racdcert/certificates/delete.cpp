// emulator/racf/racdcert/certificates/delete.cpp - RACDCERT DELETE.
#include "emulator/racf/racdcert/certificates/delete.hpp"

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/key_location.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {

DeleteOperands read_delete(const Request& request) {
  return {request.owner, read_selection(request), request.operands.has("FORCE")};
}

Result<void> delete_certificate(Context& context, const DeleteOperands& operands) {
  if (auto refused = authorize_selected(context, "DELETE", operands.owner, operands.selection); !refused)
    return refused;
  const auto stored = select_certificate(context, operands.owner, operands.selection);
  if (!stored) return refusal_of(stored);
  if (stored->record.request_made && !operands.force) return refuse(MessageId::rsd208i);
  if (!context.database().rings.by_certificate(stored->record.id).empty()) context.changed("DIGTRING");
  remove_icsf_key(context, stored->record);
  context.database().certificates.remove(stored->record.id);
  context.changed("DIGTCERT");
  return {};
}

}  // namespace ringside::racf::racdcert
