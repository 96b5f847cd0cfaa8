// emulator/racf/racdcert/certificates/delete.cpp - RACDCERT DELETE.
#include "emulator/racf/racdcert/certificates/delete.hpp"

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/key_location.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {

DeleteOperands read_delete(const Request& request) {
  return {request.owner, read_selection(request), request.operands.has("FORCE")};
}

void remove_certificate(Context& context, const database::CertificateRecord& record) {
  if (!context.database().rings.by_certificate(record.id).empty()) context.changed("DIGTRING");
  remove_icsf_key(context, record);
  context.database().certificates.remove(record.id);
  context.changed("DIGTCERT");
}

Result<void> delete_certificate(Context& context, const DeleteOperands& operands) {
  if (auto refused = authorize_selected(context, "DELETE", operands.owner, operands.selection); !refused)
    return refused;
  const auto stored = select_certificate(context, operands.owner, operands.selection);
  if (!stored) return refusal_of(stored);
  if (stored->record.request_made && !operands.force) return refuse(MessageId::rsd208i);
  remove_certificate(context, stored->record);
  return {};
}

}  // namespace ringside::racf::racdcert
