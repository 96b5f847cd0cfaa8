// emulator/racf/racdcert/filters/map.cpp - RACDCERT MAP, ALTMAP, DELMAP and LISTMAP: certificate name filters of a user
// or of MULTIID.
#include "emulator/racf/racdcert/filters/map.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/racdcert/data_set_io.hpp"
#include "emulator/racf/racdcert/filters/name_filter.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

std::optional<bool> read_trust(const Request& request) {
  if (request.operands.has("TRUST")) return true;
  if (request.operands.has("NOTRUST")) return false;
  return std::nullopt;
}

// RACF keeps the template in upper case, since it is compared with the names of DIGTCRIT profiles.
std::string read_criteria(const Request& request, const std::string& keyword) {
  return base::upper(request.operands.value_of(keyword));
}

Result<void> check_criteria(const Owner& owner, const std::string& keyword, const std::string& criteria) {
  if (!criteria.empty() && !owner.is_multiid())
    return refuse(MessageId::rsd209i, keyword, criteria, "only MULTIID has criteria");
  return {};
}

Result<std::optional<crypto::Certificate>> model_certificate(Context& context,
                                                             const std::optional<DataSetOperand>& data_set) {
  if (!data_set) return std::nullopt;
  const auto package = read_certificates(context, *data_set, std::nullopt);
  if (!package) return refusal_of(package);
  return package->certificates.front();
}

Result<void> require_unused_filter_label(Context& context, const Owner& owner, const std::string& label) {
  if (context.database().filters.by_label(owner.id, label)) return refuse(MessageId::rsd202i, label, owner.phrase());
  return {};
}

// A mapping may have the label of a certificate. Both have default labels of the same form.
Result<std::string> label_for(Context& context, const MapOperands& operands) {
  const std::string label = operands.with_label.value_or("");
  if (!label.empty()) return require_unused_filter_label(context, operands.owner, label).map([&] { return label; });
  for (int number = 1;; ++number) {
    std::string generated = fmt::format("LABEL{:08}", number);
    if (!context.database().filters.by_label(operands.owner.id, generated)) return generated;
  }
}

Result<database::NameFilter> filter_to_add(Context& context, const MapOperands& operands) {
  const Owner& owner = operands.owner;
  if (auto refused = check_criteria(owner, "CRITERIA", operands.criteria); !refused) return refusal_of(refused);
  if (operands.criteria.empty() && owner.is_multiid()) return refuse(MessageId::irrd130i, "CRITERIA");
  const auto model = model_certificate(context, operands.model);
  if (!model) return refusal_of(model);
  const auto names = filter_names(operands.names, *model);
  if (!names) return refusal_of(names);
  if (const auto taken = context.database().filters.by_names(names->issuer, names->subject))
    return refuse(MessageId::rsd230i, taken->label, Owner{taken->owner}.phrase());
  const auto label = label_for(context, operands);
  if (!label) return refusal_of(label);
  const bool trusted = operands.trusted.value_or(rules::map_trusts);
  return database::NameFilter{0, owner.id, *label, names->issuer, names->subject, operands.criteria, trusted};
}

std::vector<database::NameFilter> matching_filters(Context& context, const MapSelection& selection) {
  const auto& filters = context.database().filters;
  if (!selection.label) return filters.by_owner(selection.owner.id);
  const auto filter = filters.by_label(selection.owner.id, *selection.label);
  return filter ? std::vector{*filter} : std::vector<database::NameFilter>{};
}

tl::unexpected<Refusal> no_mapping(const MapSelection& selection, int return_code) {
  Refusal refusal{MessageId::rsd231i, {selection.owner.phrase()}, return_code};
  if (selection.label) refusal = {MessageId::rsd232i, {*selection.label, selection.owner.phrase()}, return_code};
  return tl::make_unexpected(refusal);
}

// As with certificates, no label means the owner's only mapping.
Result<database::NameFilter> select_filter(Context& context, const MapSelection& selection) {
  const auto filters = matching_filters(context, selection);
  if (filters.empty()) return no_mapping(selection, 0);
  if (filters.size() > 1) return refuse(MessageId::rsd233i, selection.owner.phrase());
  return filters.front();
}

void list_filter(Context& context, const database::NameFilter& filter) {
  context.line("  Label: " + displayable(filter.label));
  context.line(std::string("  Status: ") + (filter.trusted ? "TRUST" : "NOTRUST"));
  context.line("  Issuer's Name Filter:");
  list_name(context, filter.issuer_filter);
  context.line("  Subject's Name Filter:");
  list_name(context, filter.subject_filter);
  if (!filter.criteria.empty()) {
    context.line("  Criteria:");
    list_name(context, filter.criteria);
  }
  context.line("");
}

void remark_on_class(Context& context) {
  if (!is_raclisted(context, "DIGTNMAP"))
    context.diagnose(
        "mappings are looked at only while class DIGTNMAP is active and RACLISTed: SETROPTS CLASSACT(DIGTNMAP) "
        "RACLIST(DIGTNMAP)");
}

}  // namespace

MapOperands read_map(const Request& request) {
  return {request.owner,
          read_data_set(&request.function),
          {request.operands.value_of("IDNFILTER"), request.operands.value_of("SDNFILTER")},
          read_criteria(request, "CRITERIA"),
          read_trust(request),
          read_label(request.operands, "WITHLABEL")};
}

Result<void> add_map(Context& context, const MapOperands& operands) {
  if (auto refused = authorize(context, "MAP", operands.owner); !refused) return refused;
  auto filter = filter_to_add(context, operands);
  if (!filter) return refusal_of(filter);
  context.database().filters.add(*filter);
  context.changed("DIGTNMAP");
  remark_on_class(context);
  return {};
}

AltMapOperands read_alt_map(const Request& request) {
  return {request.owner, read_label(request.function, "LABEL"), read_trust(request),
          read_criteria(request, "NEWCRITERIA"), read_label(request.operands, "NEWLABEL").value_or("")};
}

Result<void> alter_map(Context& context, const AltMapOperands& operands) {
  const auto& [owner, old_label, trusted, criteria, label] = operands;
  if (auto refused = authorize(context, "ALTMAP", owner); !refused) return refused;
  if (auto refused = check_criteria(owner, "NEWCRITERIA", criteria); !refused) return refused;
  if (!trusted && criteria.empty() && label.empty())
    return refuse(MessageId::irrd130i, "TRUST, NOTRUST, NEWLABEL or NEWCRITERIA");
  auto filter = select_filter(context, {owner, old_label});
  if (!filter) return refusal_of(filter);
  if (!label.empty() && label != filter->label)
    if (auto refused = require_unused_filter_label(context, owner, label); !refused) return refused;
  if (!label.empty()) filter->label = label;
  if (!criteria.empty()) filter->criteria = criteria;
  filter->trusted = trusted.value_or(filter->trusted);
  context.database().filters.replace(*filter);
  context.changed("DIGTNMAP");
  return {};
}

MapSelection read_map_selection(const Request& request) {
  return {request.owner, read_label(request.function, "LABEL")};
}

Result<void> delete_map(Context& context, const MapSelection& selection) {
  if (auto refused = authorize(context, "DELMAP", selection.owner); !refused) return refused;
  const auto filter = select_filter(context, selection);
  if (!filter) return refusal_of(filter);
  context.database().filters.remove(filter->id);
  context.changed("DIGTNMAP");
  return {};
}

Result<void> list_map(Context& context, const MapSelection& selection) {
  if (auto refused = authorize(context, "LISTMAP", selection.owner); !refused) return refused;
  const auto filters = matching_filters(context, selection);
  if (filters.empty()) return no_mapping(selection, rules::nothing_found_return_code);
  context.line("");
  context.line("Mapping information for " + selection.owner.phrase() + ":");
  context.line("");
  for (const database::NameFilter& filter : filters) list_filter(context, filter);
  return {};
}

}  // namespace ringside::racf::racdcert
