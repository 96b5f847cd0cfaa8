// emulator/racf/racdcert/certificates/status.hpp - the status with which a certificate is stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"
#include "emulator/racf/racdcert/validity.hpp"

namespace ringside::racf::racdcert {

/// TRUST, NOTRUST or HIGHTRUST, of which PARSE leaves one; nullopt if none was given.
std::optional<database::Status> read_status(const Request& request);

/// Returns the status that the operand means for this owner: HIGHTRUST means TRUST outside CERTAUTH, with a remark.
std::optional<database::Status> status_for(Context& context, const Owner& owner,
                                           std::optional<database::Status> operand);

/// A message to print when the certificate is stored.
struct Finding {
  MessageId id;
  std::vector<std::string> inserts;  ///< those between the label (first) and the status (last)
};

struct Assessment {
  std::vector<Finding> findings;  ///< why the certificate is not trusted by default
  bool self_signed = false;
};

/// Checks a certificate's signature, its issuer in the database and its dates (Command Language Reference, RACDCERT
/// ADD). RSD204I if the database has issuers of that name and none of their keys verifies the signature.
Result<Assessment> assess(Context& context, const Owner& owner, const crypto::Certificate& certificate);

/// Prints the findings. Returns the status to store: the one of the operand, else NOTRUST if there are findings, else
/// TRUST.
database::Status report_status(Context& context, const Assessment& assessment,
                               const std::optional<database::Status>& operand, const std::string& label);

}  // namespace ringside::racf::racdcert
