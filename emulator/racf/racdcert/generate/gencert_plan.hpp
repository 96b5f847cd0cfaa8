// emulator/racf/racdcert/generate/gencert_plan.hpp - what a GENCERT asks for, checked, before any key is made.
#pragma once

#include <optional>

#include "emulator/crypto/certificates/request.hpp"
#include "emulator/racf/racdcert/generate/extensions.hpp"
#include "emulator/racf/racdcert/generate/key_operands.hpp"
#include "emulator/racf/racdcert/generate/validity.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// The signer of SIGNWITH with its key.
struct Signer {
  Stored stored;
  crypto::PrivateKey key;
};

struct Plan {
  std::optional<crypto::Request> request;  ///< of the request data set
  KeyPlan key;
  crypto::DistinguishedName subject;
  std::optional<crypto::KeyUsageBits> key_usage;
  std::optional<crypto::AltNames> alt_names;
  Period period;
  std::optional<Signer> signer;
  crypto::SignatureForm form = crypto::SignatureForm::usual;
  std::optional<database::Status> status;
};

/// The plan of the request's operands, in the order of checks that docs/rulings.md fixes: authority, operands that must
/// be there, dates before the signer. Every refusal of GENCERT but those of label and profile name.
Result<Plan> plan_gencert(Context& context, const Request& request);

/// What the certificate of `subject` and `key` holds under the plan; the serial number is the signer's to give.
Result<crypto::CertificateContent> content_of(const Request& request, const Plan& plan,
                                              const crypto::DistinguishedName& subject, const crypto::PublicKey& key);

/// The status under which certificates of the plan are stored; says RSD201I about `label` if the dates are wrong.
database::Status judge_dates(Context& context, const Plan& plan, const std::string& label);

}  // namespace ringside::racf::racdcert
