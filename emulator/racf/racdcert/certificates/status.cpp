// emulator/racf/racdcert/certificates/status.cpp - the status with which a certificate is stored.
#include "emulator/racf/racdcert/certificates/status.hpp"

#include "emulator/racf/racdcert/certificates/chain.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr int stored_without_trust = 4;

}  // namespace

std::optional<database::Status> read_status(const Request& request) {
  for (const auto status : {database::Status::trust, database::Status::notrust, database::Status::hightrust})
    if (request.operands.has(to_string(status))) return status;
  return std::nullopt;
}

std::optional<database::Status> status_for(Context& context, const Owner& owner,
                                           std::optional<database::Status> operand) {
  if (operand != database::Status::hightrust || owner.is_certauth()) return operand;
  context.diagnose("HIGHTRUST means TRUST here: only a CERTAUTH certificate has it");
  return database::Status::trust;
}

Result<Assessment> assess(Context& context, const Owner& owner, const crypto::Certificate& certificate) {
  Assessment assessment;
  std::optional<Period> issuer_period;
  assessment.self_signed = certificate.is_self_signed();
  if (!assessment.self_signed) {
    const IssuerSearch search = find_issuer(context, owner.id, certificate);
    if (search.wrong_key)
      return refuse(MessageId::rsd204i, "label '" + search.wrong_key->record.label + "' of " +
                                            Owner{search.wrong_key->record.owner}.phrase());
    if (!search.issuer) {
      assessment.findings.push_back({MessageId::rsd203i, {"is not in the database"}});
    } else {
      issuer_period = period_of(search.issuer->certificate);
      if (search.issuer->record.status == database::Status::notrust)
        assessment.findings.push_back({MessageId::rsd203i, {"has NOTRUST status"}});
    }
  }
  if (const auto problem = date_problem(context, period_of(certificate), issuer_period))
    assessment.findings.push_back({MessageId::rsd201i, {*problem}});
  return assessment;
}

database::Status report_status(Context& context, const Assessment& assessment,
                               const std::optional<database::Status>& operand, const std::string& label) {
  const auto by_default = assessment.findings.empty() ? database::Status::trust : database::Status::notrust;
  const database::Status status = operand.value_or(by_default);
  const bool distrusted_by_default = !operand && status == database::Status::notrust;
  for (const Finding& finding : assessment.findings) {
    std::vector<std::string> inserts{label};
    inserts.insert(inserts.end(), finding.inserts.begin(), finding.inserts.end());
    inserts.push_back(to_string(status));
    context.say(finding.id, inserts, distrusted_by_default ? stored_without_trust : 0);
  }
  return status;
}

}  // namespace ringside::racf::racdcert
