// emulator/racf/racdcert/generate/gencert_plan.cpp - GENCERT's operands, checked.
#include "emulator/racf/racdcert/generate/gencert_plan.hpp"

#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"
#include "emulator/racf/racdcert/generate/signature.hpp"
#include "emulator/racf/racdcert/generate/subject.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

crypto::KeySpec default_key() {
  return {crypto::KeyType::rsa, rules::default_rsa_bits};
}

// The target by ADD, the making or signing by GENCERT; granular profiles name GENCERT for both certificates.
Result<void> authorize_gencert(Context& context, const Request& request) {
  const std::string label = label_to_be(context, request);
  const bool granular = is_granular(context);
  if (auto refused = authorize_certificate(context, granular ? "GENCERT" : "ADD", request.owner, label); !refused)
    return refused;
  const parser::Keyword* signwith = request.operands.find("SIGNWITH");
  if (signwith == nullptr && granular) return {};
  if (signwith == nullptr) return authorize_certificate(context, "GENCERT", request.owner, label);
  const auto signer = owner_or(*signwith, request.owner);
  if (!signer) return tl::make_unexpected(signer.error());
  return authorize_certificate(context, "GENCERT", *signer, signwith->value_of("LABEL"),
                               signer->is_user() ? AccessLevel::read : AccessLevel::control);
}

Result<void> require_operands(const Request& request) {
  if (request.function.values.empty()) return require(request.operands, "SUBJECTSDN");
  return require(request.operands, "SIGNWITH");
}

Result<std::optional<crypto::Request>> read_request(Context& context, const Request& request) {
  if (request.function.values.empty()) return std::nullopt;
  const auto bytes = read_input(context, request.function);
  if (!bytes) return tl::make_unexpected(bytes.error());
  auto parsed = crypto::read_request(*bytes);
  if (!parsed) return refuse(MessageId::rsd211i, parsed.error().detail);
  if (!parsed->extensions.unknown_critical.empty())
    return refuse(MessageId::rsd211i,
                  "it has the unknown critical extension " + parsed->extensions.unknown_critical.front());
  return std::optional(std::move(*parsed));
}

Result<std::optional<Signer>> find_signer(Context& context, const Request& request) {
  const parser::Keyword* signwith = request.operands.find("SIGNWITH");
  if (signwith == nullptr) return std::nullopt;
  if (auto missing = require(*signwith, "LABEL"); !missing) return tl::make_unexpected(missing.error());
  const auto owner = owner_or(*signwith, request.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  auto stored = select_by_label(context, *owner, signwith->value_of("LABEL"));
  if (!stored) return tl::make_unexpected(stored.error());
  auto key = signing_key_of(context.session(), stored->record);
  if (!key) return refuse(MessageId::irrd128i, "GENCERT");
  return std::optional(Signer{std::move(*stored), std::move(*key)});
}

Result<Plan> plan_certificate(Context& context, const Request& request) {
  Plan plan;
  auto pkcs10 = read_request(context, request);
  if (!pkcs10) return tl::make_unexpected(pkcs10.error());
  plan.request = std::move(*pkcs10);
  if (plan.request) note_idle_key_operands(context, request, "a certificate request");
  auto key = plan.request ? Result<KeyPlan>(KeyPlan{plan.request->key.spec(), {}, std::nullopt})
                          : key_operands(context, request, default_key());
  if (!key) return tl::make_unexpected(key.error());
  plan.key = std::move(*key);
  const bool named = request.operands.has("SUBJECTSDN") || !plan.request;
  auto subject = named ? subject_operand(request.operands) : Result<crypto::DistinguishedName>(plan.request->subject);
  if (!subject) return tl::make_unexpected(subject.error());
  plan.subject = std::move(*subject);
  const auto usage = key_usage_operand(request.operands, plan.key.spec.type);
  if (!usage) return tl::make_unexpected(usage.error());
  plan.key_usage = *usage;
  auto alt_names = alt_name_operand(request.operands, context.rules().level);
  if (!alt_names) return tl::make_unexpected(alt_names.error());
  plan.alt_names = std::move(*alt_names);
  const auto status = status_operand(context, request);
  if (!status) return tl::make_unexpected(status.error());
  plan.status = *status;
  const auto period = period_operands(context, request.operands);
  if (!period) return tl::make_unexpected(period.error());
  plan.period = *period;
  auto signer = find_signer(context, request);
  if (!signer) return tl::make_unexpected(signer.error());
  plan.signer = std::move(*signer);
  const auto form = signature_operand(context, request, plan.signer ? plan.signer->key.spec() : plan.key.spec);
  if (!form) return tl::make_unexpected(form.error());
  plan.form = *form;
  return plan;
}

}  // namespace

Result<Plan> plan_gencert(Context& context, const Request& request) {
  if (auto refused = authorize_gencert(context, request); !refused) return tl::make_unexpected(refused.error());
  if (auto refused = require_operands(request); !refused) return tl::make_unexpected(refused.error());
  return plan_certificate(context, request);
}

Result<crypto::CertificateContent> content_of(const Request& request, const Plan& plan,
                                              const crypto::DistinguishedName& subject, const crypto::PublicKey& key) {
  const crypto::Certificate* signer = plan.signer ? &plan.signer->stored.certificate : nullptr;
  auto extensions = extensions_for(
      {request.owner, plan.key_usage, plan.alt_names, plan.request ? &*plan.request : nullptr, signer}, key);
  if (!extensions) return tl::make_unexpected(extensions.error());
  const crypto::DistinguishedName& issuer = signer == nullptr ? subject : signer->subject();
  return crypto::CertificateContent{
      {}, issuer, subject, plan.period.not_before, plan.period.not_after, key, std::move(*extensions)};
}

database::Status judge_dates(Context& context, const Plan& plan, const std::string& label) {
  std::optional<Period> signer_period;
  if (plan.signer) signer_period = period_of(plan.signer->stored.certificate);
  Verdict verdict;
  if (const auto problem = date_problem(context, plan.period, signer_period))
    verdict.findings.push_back({MessageId::rsd201i, {*problem}});
  return settle(context, verdict, plan.status, label);
}

}  // namespace ringside::racf::racdcert
