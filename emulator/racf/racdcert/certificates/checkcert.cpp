// emulator/racf/racdcert/certificates/checkcert.cpp - CHECKCERT: what a data set holds, and whether the database knows
// it.
#include <fmt/format.h>

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"

namespace ringside::racf::racdcert {
namespace {

// The stored form of this very certificate, if the issuer of the command may see it.
std::optional<Stored> known_to_issuer(Context& context, const crypto::Certificate& certificate) {
  const auto record = context.database().certificates.by_profile(profile_name(certificate));
  if (!record || record->der != certificate.der()) return std::nullopt;
  const Owner owner{record->owner};
  if (!may_use_certificate(context, "CHECKCERT", owner, record->label, level_for(context, owner))) return std::nullopt;
  return load(*record);
}

// The leaf and those of the package that sign upward from it: the data set alone completes the chain.
std::vector<crypto::Certificate> chain_in(const crypto::Package& package) {
  std::vector<crypto::Certificate> chain;
  for (const crypto::Certificate& certificate : package.certificates) {
    if (!chain.empty() && !chain.back().is_signed_by(certificate.public_key())) break;
    chain.push_back(certificate);
  }
  return chain;
}

}  // namespace

Result<void> check_certificate(Context& context, const Request& request) {
  const auto package = read_certificates(context, request);
  if (!package) return tl::make_unexpected(package.error());
  const std::vector<crypto::Certificate> chain = chain_in(*package);
  ChainSummary summary{chain.size(), chain.back().is_self_signed(), false, false, {}};
  for (std::size_t i = 0; i < chain.size(); ++i) {
    context.line(fmt::format("Certificate {}:", i + 1));
    context.line("");
    summary.expired |= chain[i].not_after() < context.now();
    const auto stored = known_to_issuer(context, chain[i]);
    if (!stored) {
      list_foreign_certificate(context, chain[i]);
      continue;
    }
    context.line(heading_for(Owner{stored->record.owner}));
    context.line("");
    list_certificate(context, *stored, RingInformation::left_out);
    summary.not_trusted |= stored->record.status == database::Status::notrust;
  }
  list_chain_summary(context, summary);
  if (chain.size() < package->certificates.size())
    context.diagnose(fmt::format("{} certificate(s) of the data set do not belong to this chain and were not listed",
                                 package->certificates.size() - chain.size()));
  return {};
}

}  // namespace ringside::racf::racdcert
