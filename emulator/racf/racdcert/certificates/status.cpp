// emulator/racf/racdcert/certificates/status.cpp - the status that a certificate is stored with.
#include "emulator/racf/racdcert/certificates/status.hpp"

#include "emulator/racf/racdcert/certificates/chain.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr int stored_without_trust = 4;

}  // namespace

Result<std::optional<database::Status>> status_operand(Context& context, const Request& request) {
  std::optional<database::Status> status;
  for (const auto candidate : {database::Status::trust, database::Status::notrust, database::Status::hightrust}) {
    if (!request.operands.has(to_string(candidate))) continue;
    if (status) return refuse(MessageId::rsd207i, to_string(*status), to_string(candidate));
    status = candidate;
  }
  if (status == database::Status::hightrust && !request.owner.is_certauth()) {
    context.diagnose("HIGHTRUST means TRUST here: only a CERTAUTH certificate has it");
    status = database::Status::trust;
  }
  return status;
}

Result<Verdict> judge(Context& context, const Owner& owner, const crypto::Certificate& certificate) {
  Verdict verdict;
  std::optional<Period> issuer_period;
  verdict.self_signed = certificate.is_self_signed();
  if (!verdict.self_signed) {
    const IssuerSearch search = find_issuer(context, owner.id, certificate);
    if (search.wrong_key)
      return refuse(MessageId::rsd204i, "label '" + search.wrong_key->record.label + "' of " +
                                            Owner{search.wrong_key->record.owner}.phrase());
    if (!search.issuer) {
      verdict.findings.push_back({MessageId::rsd203i, {"is not in the database"}});
    } else {
      issuer_period = period_of(search.issuer->certificate);
      if (search.issuer->record.status == database::Status::notrust)
        verdict.findings.push_back({MessageId::rsd203i, {"has NOTRUST status"}});
    }
  }
  if (const auto problem = date_problem(context, period_of(certificate), issuer_period))
    verdict.findings.push_back({MessageId::rsd201i, {*problem}});
  return verdict;
}

database::Status settle(Context& context, const Verdict& verdict, const std::optional<database::Status>& asked,
                        const std::string& label) {
  const auto natural = verdict.findings.empty() ? database::Status::trust : database::Status::notrust;
  const database::Status status = asked.value_or(natural);
  const bool forced = !asked && status == database::Status::notrust;
  for (const Finding& finding : verdict.findings) {
    std::vector<std::string> inserts{label};
    inserts.insert(inserts.end(), finding.inserts.begin(), finding.inserts.end());
    inserts.push_back(to_string(status));
    context.say(finding.id, inserts, forced ? stored_without_trust : 0);
  }
  return status;
}

}  // namespace ringside::racf::racdcert
