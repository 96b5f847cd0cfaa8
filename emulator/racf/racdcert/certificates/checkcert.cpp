// emulator/racf/racdcert/certificates/checkcert.cpp - RACDCERT CHECKCERT: lists the certificates of a data set.
#include "emulator/racf/racdcert/certificates/checkcert.hpp"

#include <fmt/format.h>

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"
#include "emulator/racf/racdcert/filters/name_filter.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

// The same certificate in the database, if the issuer of the command has the authority to list it.
std::optional<Stored> stored_form(Context& context, const crypto::Certificate& certificate) {
  const auto record = context.database().certificates.by_profile(profile_name(certificate));
  if (!record || record->der != certificate.der()) return std::nullopt;
  const Owner owner{record->owner};
  if (!may_use_certificate(context, "CHECKCERT", owner, record->label, level_for(context, owner))) return std::nullopt;
  return load(*record);
}

// The mapping that RACF finds for the certificate, whether class DIGTNMAP is active or not.
std::optional<database::NameFilter> mapping_of(Context& context, const crypto::Certificate& certificate) {
  for (const FilterSearch& search : search_order(certificate))
    if (auto filter = context.database().filters.by_names(search.names.issuer, search.names.subject)) return filter;
  return std::nullopt;
}

// The first certificate and its issuers. Only those of the data set count, not those of the database.
std::vector<crypto::Certificate> chain_in(const crypto::Package& package) {
  std::vector<crypto::Certificate> chain;
  for (const crypto::Certificate& certificate : package.certificates) {
    if (!chain.empty() && !chain.back().is_signed_by(certificate.public_key())) break;
    chain.push_back(certificate);
  }
  return chain;
}

}  // namespace

CheckCertOperands read_check_cert(const Request& request) {
  return {read_data_set(&request.function).value_or(DataSetOperand{}), read_password(request)};
}

Result<void> check_cert(Context& context, const CheckCertOperands& operands) {
  const auto package = read_certificates(context, operands.data_set, operands.password);
  if (!package) return refusal_of(package);
  const std::vector<crypto::Certificate> chain = chain_in(*package);
  ChainSummary summary{chain.size(), chain.back().is_self_signed(), false, false, {}};
  for (std::size_t i = 0; i < chain.size(); ++i) {
    context.line(fmt::format("Certificate {}:", i + 1));
    context.line("");
    summary.expired |= chain[i].not_after() < context.now();
    const auto stored = stored_form(context, chain[i]);
    if (!stored) {
      list_foreign_certificate(context, chain[i],
                               rules::checkcert_maps_foreign ? mapping_of(context, chain[i]) : std::nullopt);
      continue;
    }
    context.line(heading_for(Owner{stored->record.owner}));
    context.line("");
    list_certificate(context, *stored, RingInformation::left_out, mapping_of(context, chain[i]));
    summary.not_trusted |= stored->record.status == database::Status::notrust;
  }
  list_chain_summary(context, summary);
  if (chain.size() < package->certificates.size())
    context.diagnose(fmt::format("{} certificate(s) of the data set do not belong to this chain and were not listed",
                                 package->certificates.size() - chain.size()));
  return {};
}

}  // namespace ringside::racf::racdcert
