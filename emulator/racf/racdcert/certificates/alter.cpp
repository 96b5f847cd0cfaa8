// emulator/racf/racdcert/certificates/alter.cpp - ALTER and DELETE: status and label of a certificate, and its end.
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/generate/key_location.hpp"
#include "emulator/racf/racdcert/selection.hpp"

namespace ringside::racf::racdcert {

Result<void> alter(Context& context, const Request& request) {
  if (auto refused = authorize_selected(context, "ALTER", request.owner, request.function); !refused) return refused;
  const auto status = status_operand(context, request);
  if (!status) return tl::make_unexpected(status.error());
  const std::string label = label_value(request.operands.value_of("NEWLABEL"));
  if (!*status && label.empty()) return refuse(MessageId::irrd130i, "TRUST, NOTRUST, HIGHTRUST or NEWLABEL");
  auto stored = select_certificate(context, request.owner, request.function);
  if (!stored) return tl::make_unexpected(stored.error());
  database::CertificateRecord& record = stored->record;
  if (!label.empty() && label != record.label)
    if (auto refused = require_unused_label(context, request.owner, label); !refused) return refused;
  if (!label.empty()) record.label = label;
  record.status = status->value_or(record.status);
  context.database().certificates.replace(record);
  context.changed("DIGTCERT");
  return {};
}

Result<void> remove_certificate(Context& context, const Request& request) {
  if (auto refused = authorize_selected(context, "DELETE", request.owner, request.function); !refused) return refused;
  const auto stored = select_certificate(context, request.owner, request.function);
  if (!stored) return tl::make_unexpected(stored.error());
  if (stored->record.request_made && !request.operands.has("FORCE")) return refuse(MessageId::rsd208i);
  if (!context.database().rings.by_certificate(stored->record.id).empty()) context.changed("DIGTRING");
  drop_icsf_key(context, stored->record);
  context.database().certificates.remove(stored->record.id);
  context.changed("DIGTCERT");
  return {};
}

}  // namespace ringside::racf::racdcert
