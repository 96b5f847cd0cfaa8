// emulator/racf/racdcert/certificates/genreq.cpp - RACDCERT GENREQ: certificate requests into data sets.
#include "emulator/racf/racdcert/certificates/genreq.hpp"

#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {

GenReqOperands read_gen_req(const Request& request) {
  return {request.owner, read_label(request.function, "LABEL"), read_data_set(request.operands.find("DSN"))};
}

Result<void> generate_request(Context& context, const GenReqOperands& operands) {
  if (auto missing = require(operands.label.has_value(), "LABEL"); !missing) return missing;
  if (auto missing = require(operands.data_set.has_value(), "DSN"); !missing) return missing;
  const Selection by_label{operands.label};
  if (auto refused = authorize_selected(context, "GENREQ", operands.owner, by_label); !refused) return refused;
  auto stored = select_certificate(context, operands.owner, by_label);
  if (!stored) return refusal_of(stored);
  const auto key = signing_key_of(context.session(), stored->record);
  if (!key) return refuse(MessageId::irrd128i, "GENREQ");
  crypto::Extensions extensions = stored->certificate.extensions();
  extensions.issuer_alt_names.reset();  // RACF does not put these into a request
  const base::Bytes der = crypto::make_request(stored->certificate.subject(), *key, extensions, context.randomness());
  stored->record.request_made = true;
  context.database().certificates.replace(stored->record);
  return write_text_output(context, *operands.data_set, crypto::armor(der, rules::request_header));
}

}  // namespace ringside::racf::racdcert
