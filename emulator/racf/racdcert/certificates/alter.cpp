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

Result<void> change_certificate(Context& context, const Owner& owner, database::CertificateRecord record,
                                std::optional<database::Status> status, const std::string& new_label) {
  if (!new_label.empty() && new_label != record.label)
    if (auto refused = require_unused_label(context, owner, new_label); !refused) return refused;
  if (!new_label.empty()) record.label = new_label;
  record.status = status.value_or(record.status);
  context.database().certificates.replace(record);
  context.changed("DIGTCERT");
  return {};
}

Result<void> alter(Context& context, const AlterOperands& operands) {
  const auto& [owner, selection, status_operand, label] = operands;
  if (auto refused = authorize_selected(context, "ALTER", owner, selection); !refused) return refused;
  const auto status = status_for(context, owner, status_operand);
  if (!status && label.empty()) return refuse(MessageId::irrd130i, "TRUST, NOTRUST, HIGHTRUST or NEWLABEL");
  auto stored = select_certificate(context, owner, selection);
  if (!stored) return refusal_of(stored);
  return change_certificate(context, owner, std::move(stored->record), status, label);
}

}  // namespace ringside::racf::racdcert
