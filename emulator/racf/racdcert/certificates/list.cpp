// emulator/racf/racdcert/certificates/list.cpp - RACDCERT LIST and LISTCHAIN: certificates of the database.
#include "emulator/racf/racdcert/certificates/list.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/chain.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/racdcert/selection.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

tl::unexpected<Refusal> no_certificate(const Owner& owner, bool narrowed) {
  Refusal refusal{MessageId::irrd107i, {}, rules::nothing_found_return_code};
  if (!narrowed) refusal = {MessageId::irrd105i, {owner.phrase()}, rules::nothing_found_return_code};
  return tl::make_unexpected(refusal);
}

// Rings that have every certificate of the chain.
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

// Where granular profiles decide, LIST leaves out certificates that the issuer of the command has no authority to list.
bool may_list(Context& context, const database::CertificateRecord& record) {
  const Owner owner{record.owner};
  return may_use_certificate(context, "LIST", owner, record.label, level_for(context, owner));
}

}  // namespace

ListOperands read_list(const Request& request) {
  return {request.owner, read_selection(request)};
}

Result<void> list(Context& context, const ListOperands& operands) {
  const auto& [owner, selection] = operands;
  const bool granular = is_granular(context);
  if (!granular || selection.label)
    if (auto refused = authorize_selected(context, "LIST", owner, selection); !refused) return refused;
  auto records = matching(context.database(), owner, selection);
  if (records.empty()) return no_certificate(owner, selection.narrows());
  if (granular) std::erase_if(records, [&](const auto& record) { return !may_list(context, record); });
  if (records.empty()) return refuse(MessageId::irrd101i);
  context.line("");
  context.line(heading_for(owner));
  context.line("");
  for (const auto& record : records) list_certificate(context, load(record), RingInformation::shown);
  return {};
}

ListChainOperands read_list_chain(const Request& request) {
  return {request.owner, read_label(request.function, "LABEL")};
}

Result<void> list_chain(Context& context, const ListChainOperands& operands) {
  const auto& [owner, label] = operands;
  if (auto refused = authorize_certificate(context, "LISTCHAIN", owner, label.value_or(""), AccessLevel::control);
      !refused)
    return refused;
  if (auto missing = require(label.has_value(), "LABEL"); !missing) return missing;
  const auto leaf = select_certificate(context, owner, {label});
  if (!leaf) return no_certificate(owner, true);
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
