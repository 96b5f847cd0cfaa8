// emulator/racf/racdcert/gencert.cpp - GENCERT: makes a certificate, self-signed or signed by one of the database.
//
// The order of the checks decides which message a second run of a set-up job shows; docs/rulings.md decides it:
// dates before the signer, the label before the profile name.
#include <optional>

#include "emulator/crypto/request.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/content.hpp"
#include "emulator/racf/racdcert/input.hpp"
#include "emulator/racf/racdcert/judge.hpp"
#include "emulator/racf/racdcert/keep.hpp"
#include "emulator/racf/racdcert/key_operands.hpp"
#include "emulator/racf/racdcert/select.hpp"
#include "emulator/racf/racdcert/signature.hpp"
#include "emulator/racf/racdcert/subject.hpp"
#include "emulator/racf/racdcert/validity.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert_functions {
namespace {

crypto::KeySpec default_key() {
  return {crypto::KeyType::rsa, rules::default_rsa_bits};
}

// The signer of SIGNWITH with its key.
struct Signer {
  Stored stored;
  crypto::PrivateKey key;
};

// What is asked for, checked, before any key is made.
struct Plan {
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
  auto key = private_key_of(context.session(), stored->record);
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

// The signer counts; a self-signed certificate always has serial number 00.
crypto::Certificate sign_next(Context& context, Plan& plan, crypto::CertificateContent content,
                              const crypto::PrivateKey& key) {
  if (!plan.signer) {
    content.serial = serial_octets(0);
    return crypto::issue(content, key, context.randomness(), plan.form);
  }
  database::CertificateRecord& signer = plan.signer->stored.record;
  for (;;) {
    content.serial = serial_octets(++signer.last_serial);
    crypto::Certificate certificate = crypto::issue(content, plan.signer->key, context.randomness(), plan.form);
    if (!rules::skip_taken_serials || !context.database().certificates.by_profile(profile_name(certificate)))
      return certificate;
  }
}

database::Status judge_dates(Context& context, const Plan& plan, const std::string& label) {
  std::optional<Period> signer_period;
  if (plan.signer) signer_period = period_of(plan.signer->stored.certificate);
  Verdict verdict;
  if (const auto problem = date_problem(context, plan.period, signer_period))
    verdict.findings.push_back({MessageId::rsd201i, {*problem}});
  return settle(context, verdict, plan.status, label);
}

Result<crypto::Certificate> make_certificate(Context& context, const Request& request, Plan& plan,
                                             const std::optional<KeyToKeep>& key) {
  const crypto::PublicKey public_key = key ? key->key.public_key() : plan.request->key;
  const crypto::Certificate* signer = plan.signer ? &plan.signer->stored.certificate : nullptr;
  auto extensions = extensions_for(
      {request.owner, plan.key_usage, plan.alt_names, plan.request ? &*plan.request : nullptr, signer}, public_key);
  if (!extensions) return tl::make_unexpected(extensions.error());
  const crypto::DistinguishedName issuer = signer == nullptr ? plan.subject : signer->subject();
  return sign_next(
      context, plan,
      {{}, issuer, plan.subject, plan.period.not_before, plan.period.not_after, public_key, std::move(*extensions)},
      key ? key->key : plan.signer->key);
}

}  // namespace

Result<void> gencert(Context& context, const Request& request) {
  if (auto refused = authorize_gencert(context, request); !refused) return refused;
  if (auto refused = require_operands(request); !refused) return refused;
  auto plan = plan_certificate(context, request);
  if (!plan) return tl::make_unexpected(plan.error());
  const auto place = plan->request ? find_place(context, request, plan->request->key) : new_place(context, request);
  if (!place) return tl::make_unexpected(place.error());
  std::optional<KeyToKeep> key;
  if (!plan->request) key = make_key(context, plan->key);
  const auto certificate = make_certificate(context, request, *plan, key);
  if (!certificate) return tl::make_unexpected(certificate.error());
  if (auto refused = require_new_profile(context, profile_name(*certificate)); !refused) return refused;
  const database::Status status = judge_dates(context, *plan, place->label);
  if (plan->signer) context.database().certificates.replace(plan->signer->stored.record);
  keep(context, request.owner, *place, *certificate, key, status);
  return {};
}

}  // namespace ringside::racf::racdcert_functions
