// emulator/racf/racdcert/certificates/alter.cpp - RACDCERT ALTER.
#include "emulator/racf/racdcert/certificates/alter.hpp"

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {

AlterOperands read_alter(const Request& request) {
  return {request.owner, read_selection(request), read_status(request),
          read_label(request.operands, "NEWLABEL").value_or("")};
}

Result<void> alter(Context& context, const AlterOperands& operands) {
  const auto& [owner, selection, status_operand, label] = operands;
  if (auto refused = authorize_selected(context, "ALTER", owner, selection); !refused) return refused;
  if (!status_operand) return refusal_of(status_operand);
  const auto status = status_for(context, owner, *status_operand);
  if (!status && label.empty()) return refuse(MessageId::irrd130i, "TRUST, NOTRUST, HIGHTRUST or NEWLABEL");
  auto stored = select_certificate(context, owner, selection);
  if (!stored) return refusal_of(stored);
  database::CertificateRecord& record = stored->record;
  if (!label.empty() && label != record.label)
    if (auto refused = require_unused_label(context, owner, label); !refused) return refused;
  if (!label.empty()) record.label = label;
  record.status = status.value_or(record.status);
  context.database().certificates.replace(record);
  context.changed("DIGTCERT");
  return {};
}

}  // namespace ringside::racf::racdcert
