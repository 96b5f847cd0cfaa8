// emulator/racf/racdcert/certificates/status.hpp - the status that a certificate is stored with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/racdcert/generate/validity.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The status operand of a command; nothing if none was given. HIGHTRUST means TRUST outside CERTAUTH, with a
/// remark. Two are refused.
Result<std::optional<database::Status>> status_operand(Context& context, const Request& request);

/// A message to print when the certificate is stored.
struct Finding {
  MessageId id;
  std::vector<std::string> inserts;  ///< without label in front and status behind, which every finding has
};

struct Verdict {
  std::vector<Finding> findings;  ///< why it would not be trusted by itself
  bool self_signed = false;
};

/// Judges a certificate by its signature, its issuer in the database and its dates (Command Language Reference,
/// RACDCERT ADD). RSD204I if an issuer of that name is there and no key of that name verifies the signature.
Result<Verdict> judge(Context& context, const Owner& owner, const crypto::Certificate& certificate);

/// Prints the findings and returns the status: what the operand asks for, else NOTRUST if there are findings, else
/// TRUST.
database::Status settle(Context& context, const Verdict& verdict, const std::optional<database::Status>& asked,
                        const std::string& label);

}  // namespace ringside::racf::racdcert
