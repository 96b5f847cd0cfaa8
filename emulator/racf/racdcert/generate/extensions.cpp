// emulator/racf/racdcert/generate/extensions.cpp - the extensions of a generated certificate.
#include "emulator/racf/racdcert/generate/extensions.hpp"

#include "emulator/racf/racdcert/key_usage.hpp"

namespace ringside::racf::racdcert {
namespace {

using crypto::KeyUsageBits;

const crypto::Extensions& requested(const ExtensionSources& sources) {
  static const crypto::Extensions none;
  return sources.request == nullptr ? none : sources.request->extensions;
}

Result<std::optional<KeyUsageBits>> certauth_key_usage(const ExtensionSources& sources) {
  const auto& from_request = requested(sources).key_usage;
  if (from_request && (*from_request & crypto::key_cert_sign) == 0)
    return refuse(MessageId::rsd211i, "its keyUsage does not allow a CERTAUTH certificate to sign certificates");
  if (sources.key_usage) return std::optional<KeyUsageBits>(*sources.key_usage | certificate_signing);
  return std::optional<KeyUsageBits>(from_request.value_or(certificate_signing));
}

Result<std::optional<crypto::BasicConstraints>> basic_constraints(const ExtensionSources& sources) {
  const auto& from_request = requested(sources).basic_constraints;
  if (!sources.owner.is_certauth()) return from_request;
  if (from_request && !from_request->is_ca)
    return refuse(MessageId::rsd211i, "its basicConstraints deny that a CERTAUTH certificate is a CA");
  return std::optional(crypto::BasicConstraints{true, from_request ? from_request->path_length : std::nullopt});
}

void copy_names(const ExtensionSources& sources, crypto::Extensions& extensions) {
  if (sources.alt_names) {
    extensions.subject_alt_names = sources.alt_names;
  } else {
    extensions.subject_alt_names = requested(sources).subject_alt_names;
    extensions.subject_alt_names_der = requested(sources).subject_alt_names_der;
  }
  if (sources.signer != nullptr) extensions.issuer_alt_names = sources.signer->extensions().subject_alt_names_der;
}

}  // namespace

Result<crypto::Extensions> extensions_for(const ExtensionSources& sources, const crypto::PublicKey& key) {
  crypto::Extensions extensions;
  if (sources.owner.is_certauth()) {
    auto usage = certauth_key_usage(sources);
    if (!usage) return refusal_of(usage);
    extensions.key_usage = *usage;
  } else {
    extensions.key_usage = sources.key_usage ? sources.key_usage : requested(sources).key_usage;
  }
  auto constraints = basic_constraints(sources);
  if (!constraints) return refusal_of(constraints);
  extensions.basic_constraints = *constraints;
  copy_names(sources, extensions);
  extensions.extended_key_usage = requested(sources).extended_key_usage;
  const auto& key_id = requested(sources).subject_key_id;
  extensions.subject_key_id = key_id ? key_id : std::optional(key.key_identifier());
  if (sources.signer != nullptr) extensions.authority_key_id = sources.signer->extensions().subject_key_id;
  return extensions;
}

}  // namespace ringside::racf::racdcert
