// emulator/racf/racdcert/certificates/list.cpp - LIST and LISTCHAIN: certificates of the database.
#include <algorithm>

#include <fmt/format.h>

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/chain.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

tl::unexpected<Refusal> nothing_found(const Request& request) {
  if (has_selector(request.function))
    return tl::make_unexpected(Refusal{MessageId::irrd107i, {}, rules::nothing_found_return_code});
  return tl::make_unexpected(Refusal{MessageId::irrd105i, {request.owner.phrase()}, rules::nothing_found_return_code});
}

// Rings in which every certificate of the chain stands.
std::vector<std::string> common_rings(Context& context, const std::vector<Stored>& chain) {
  std::vector<std::string> common;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    std::vector<std::string> rings;
    for (const database::Ring& ring : context.database().rings.by_certificate(chain[i].record.id))
      rings.push_back(ring.owner + "/" + ring.name);
    if (i == 0) {
      common = rings;
      continue;
    }
    std::erase_if(common,
                  [&](const std::string& ring) { return std::find(rings.begin(), rings.end(), ring) == rings.end(); });
  }
  return common;
}

// Granular authority is asked for each certificate; those that the issuer may not list are left out.
bool may_list(Context& context, const database::CertificateRecord& record) {
  const Owner owner{record.owner};
  return may_use_certificate(context, "LIST", owner, record.label, level_for(context, owner));
}

}  // namespace

Result<void> list(Context& context, const Request& request) {
  const bool granular = is_granular(context);
  if (!granular || request.function.has("LABEL"))
    if (auto refused = authorize_selected(context, "LIST", request.owner, request.function); !refused) return refused;
  auto records = matching(context, request.owner, request.function);
  if (records.empty()) return nothing_found(request);
  if (granular) std::erase_if(records, [&](const auto& record) { return !may_list(context, record); });
  if (records.empty()) return refuse(MessageId::irrd101i);
  context.line("");
  context.line(heading_for(request.owner));
  context.line("");
  for (const auto& record : records) list_certificate(context, load(record), RingInformation::shown);
  return {};
}

Result<void> list_chain(Context& context, const Request& request) {
  if (auto refused = authorize_certificate(context, "LISTCHAIN", request.owner, request.function.value_of("LABEL"),
                                           AccessLevel::control);
      !refused)
    return refused;
  if (auto refused = require(request.function, "LABEL"); !refused) return refused;
  const auto leaf = select_by_label(context, request.owner, request.function.value_of("LABEL"));
  if (!leaf) return nothing_found(request);
  const std::vector<Stored> chain = chain_of(context, *leaf);
  ChainSummary summary{chain.size(), chain.back().certificate.is_self_signed(), false, false,
                       common_rings(context, chain)};
  for (std::size_t i = 0; i < chain.size(); ++i) {
    context.line(fmt::format("Certificate {}:", i + 1));
    context.line("");
    context.line(heading_for(Owner{chain[i].record.owner}));
    context.line("");
    list_certificate(context, chain[i], RingInformation::shown);
    summary.expired |= chain[i].certificate.not_after() < context.now();
    summary.not_trusted |= chain[i].record.status == database::Status::notrust;
  }
  list_chain_summary(context, summary);
  return {};
}

}  // namespace ringside::racf::racdcert
