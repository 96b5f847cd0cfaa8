// emulator/racf/racdcert/generate/gencert_plan.cpp - GENCERT's operands, read and checked before a key is made.
#include "emulator/racf/racdcert/generate/gencert_plan.hpp"

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/racdcert/signature.hpp"

namespace ringside::racf::racdcert {
namespace {

// Needs ADD for the new certificate and GENCERT for the signer. Granular profiles name GENCERT for both.
Result<void> authorize_gencert(Context& context, const GencertOperands& operands) {
  const std::string label = new_label(context, operands.owner, operands.with_label);
  const bool granular = is_granular(context);
  if (auto refused = authorize_certificate(context, granular ? "GENCERT" : "ADD", operands.owner, label); !refused)
    return refused;
  if (!operands.sign_with)
    return granular ? Result<void>() : authorize_certificate(context, "GENCERT", operands.owner, label);
  const Owner& signer = operands.sign_with->owner;
  return authorize_certificate(context, "GENCERT", signer, operands.sign_with->label.value_or(""),
                               signer.is_user() ? AccessLevel::read : AccessLevel::control);
}

Result<void> require_operands(const GencertOperands& operands) {
  if (operands.request) return require(operands.sign_with.has_value(), "SIGNWITH");
  return require(!operands.subject || operands.subject->has_value(), "SUBJECTSDN");
}

Result<std::optional<crypto::Request>> read_certificate_request(Context& context,
                                                                const std::optional<DataSetOperand>& data_set) {
  if (!data_set) return std::nullopt;
  const auto bytes = read_input(context, *data_set);
  if (!bytes) return refusal_of(bytes);
  auto parsed = crypto::read_request(*bytes);
  if (!parsed) return refuse(MessageId::rsd211i, parsed.error().detail);
  if (!parsed->extensions.unknown_critical.empty())
    return refuse(MessageId::rsd211i,
                  "it has the unknown critical extension " + parsed->extensions.unknown_critical.front());
  return std::optional(std::move(*parsed));
}

Result<KeyPlan> plan_gencert_key(Context& context, const GencertOperands& operands,
                                 const std::optional<crypto::Request>& request) {
  if (!request) return plan_key(context, operands.owner, operands.with_label, operands.key, default_key());
  note_idle_key_operands(context, operands.key, "a certificate request");
  return KeyPlan{request->key.spec(), {}, std::nullopt};
}

// SUBJECTSDN, else the name in the request.
Result<crypto::DistinguishedName> subject_for(const GencertOperands& operands,
                                              const std::optional<crypto::Request>& request) {
  if (!operands.subject) return refusal_of(operands.subject);
  return *operands.subject ? **operands.subject : request->subject;
}

Result<std::optional<Signer>> find_signer(Context& context, const std::optional<SignWith>& sign_with) {
  if (!sign_with) return std::nullopt;
  if (auto missing = require(sign_with->label.has_value(), "LABEL"); !missing) return refusal_of(missing);
  auto stored = select_certificate(context, sign_with->owner, {sign_with->label});
  if (!stored) return refusal_of(stored);
  auto key = signing_key_of(context.session(), stored->record);
  if (!key) return refuse(MessageId::irrd128i, "GENCERT");
  return std::optional(Signer{std::move(*stored), std::move(*key)});
}

// Puts a checked operand into its field of the plan; a refusal stays in the result.
template <typename Field, typename Value>
Result<void> take(Field& field, Result<Value> value) {
  if (!value) return refusal_of(value);
  field = std::move(*value);
  return {};
}

// The fields in the order of the checks; each is checked only if those before it were not refused.
Result<void> fill(Context& context, const GencertOperands& operands, Plan& plan) {
  return take(plan.request, read_certificate_request(context, operands.request))
      .and_then([&] { return take(plan.key, plan_gencert_key(context, operands, plan.request)); })
      .and_then([&] { return take(plan.subject, subject_for(operands, plan.request)); })
      .and_then([&] { return take(plan.key_usage, key_usage_for(operands.key_usage, plan.key.spec.type)); })
      .and_then([&] { return take(plan.alt_names, alt_names_for(context.rules().level, operands.alt_name)); })
      .map([&] { plan.status = status_for(context, operands.owner, operands.status); })
      .and_then([&] { return take(plan.period, period_for(context, operands.validity)); })
      .and_then([&] { return take(plan.signer, find_signer(context, operands.sign_with)); })
      .and_then([&] {
        const crypto::KeySpec signing_key = plan.signer ? plan.signer->key.spec() : plan.key.spec;
        return take(plan.form, signature_form(context, operands.rsa_pss, signing_key));
      });
}

}  // namespace

GencertOperands read_gencert(const Request& request) {
  return {request.owner,
          read_data_set(&request.function),
          read_label(request.operands, "WITHLABEL"),
          read_key_operands(request),
          read_subject(request),
          read_key_usage(request),
          read_alt_name(request.operands),
          read_status(request),
          read_validity(request),
          read_sign_with(request),
          request.operands.has("SIGATTR")};
}

Result<Plan> plan_gencert(Context& context, const GencertOperands& operands) {
  Plan plan;
  plan.owner = operands.owner;
  const auto checked =
      authorize_gencert(context, operands).and_then([&] { return require_operands(operands); }).and_then([&] {
        return fill(context, operands, plan);
      });
  if (!checked) return refusal_of(checked);
  return plan;
}

Result<crypto::CertificateContent> content_of(const Plan& plan, const crypto::DistinguishedName& subject,
                                              const crypto::PublicKey& key) {
  const crypto::Certificate* signer = plan.signer ? &plan.signer->stored.certificate : nullptr;
  auto extensions = extensions_for(
      {plan.owner, plan.key_usage, plan.alt_names, plan.request ? &*plan.request : nullptr, signer}, key);
  if (!extensions) return refusal_of(extensions);
  const crypto::DistinguishedName& issuer = signer == nullptr ? subject : signer->subject();
  return crypto::CertificateContent{
      {}, issuer, subject, plan.period.not_before, plan.period.not_after, key, std::move(*extensions)};
}

database::Status report_dates(Context& context, const Plan& plan, const std::string& label) {
  std::optional<Period> signer_period;
  if (plan.signer) signer_period = period_of(plan.signer->stored.certificate);
  Assessment assessment;
  if (const auto problem = date_problem(context, plan.period, signer_period))
    assessment.findings.push_back({MessageId::rsd201i, {*problem}});
  return report_status(context, assessment, plan.status, label);
}

}  // namespace ringside::racf::racdcert
