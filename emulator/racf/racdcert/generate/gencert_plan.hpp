// emulator/racf/racdcert/generate/gencert_plan.hpp - GENCERT's operands, read and checked before a key is made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/generate/extensions.hpp"
#include "emulator/racf/racdcert/generate/key_operands.hpp"
#include "emulator/racf/racdcert/generate/subject.hpp"
#include "emulator/racf/racdcert/key_usage.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/validity.hpp"

namespace ringside::racf::racdcert {

struct GencertOperands {
  Owner owner;
  std::optional<DataSetOperand> request;  ///< data set of a certificate request
  std::optional<std::string> with_label;
  KeyOperands key;
  Result<std::optional<crypto::DistinguishedName>> subject;
  std::vector<KeyUse> key_usage;
  std::optional<AltNameOperand> alt_name;
  std::optional<database::Status> status;
  ValidityOperands validity;
  std::optional<SignWith> sign_with;
  bool rsa_pss;  ///< SIGATTR(RSAPSS)
};
GencertOperands read_gencert(const Request& request);

/// The certificate of SIGNWITH with its key.
struct Signer {
  Stored stored;
  crypto::PrivateKey key;
};

/// What a GENCERT makes.
struct Plan {
  Owner owner;
  std::optional<crypto::Request> request;
  KeyPlan key;
  crypto::DistinguishedName subject;
  std::optional<crypto::KeyUsageBits> key_usage;
  std::optional<crypto::AltNames> alt_names;
  Period period;
  std::optional<Signer> signer;
  crypto::SignatureForm form = crypto::SignatureForm::usual;
  std::optional<database::Status> status;
};

/// Makes all GENCERT checks except those of the label and the profile name, in the order of rulings.md: authority,
/// required operands, dates before the signer.
Result<Plan> plan_gencert(Context& context, const GencertOperands& operands);

/// Returns the content of the certificate for `subject` and `key`, without a serial number.
Result<crypto::CertificateContent> content_of(const Plan& plan, const crypto::DistinguishedName& subject,
                                              const crypto::PublicKey& key);

/// Returns the status with which certificates of the plan are stored. Prints RSD201I about `label` if the dates are
/// wrong.
database::Status report_dates(Context& context, const Plan& plan, const std::string& label);

}  // namespace ringside::racf::racdcert
