// emulator/racf/racdcert/filters/map.cpp - MAP, ALTMAP, DELMAP and LISTMAP: certificate name filters of a user or of
// MULTIID.
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

Result<std::optional<bool>> trust_operand(const parser::Keyword& operands) {
  if (operands.has("TRUST") && operands.has("NOTRUST")) return refuse(MessageId::rsd207i, "TRUST", "NOTRUST");
  if (operands.has("TRUST")) return true;
  if (operands.has("NOTRUST")) return false;
  return std::nullopt;
}

// DIGTCRIT profiles are named in upper case, so the template is kept in upper case.
Result<std::string> criteria_operand(const Request& request, const std::string& keyword) {
  const std::string criteria = base::upper(request.operands.value_of(keyword));
  if (!criteria.empty() && !request.owner.is_multiid())
    return refuse(MessageId::rsd209i, keyword, criteria, "only MULTIID has criteria");
  return criteria;
}

Result<std::optional<crypto::Certificate>> model_certificate(Context& context, const Request& request) {
  if (request.function.values.empty()) return std::nullopt;
  const auto package = read_certificates(context, request);
  if (!package) return tl::make_unexpected(package.error());
  return package->certificates.front();
}

Result<void> require_unused_filter_label(Context& context, const Owner& owner, const std::string& label) {
  if (context.database().filters.by_label(owner.id, label)) return refuse(MessageId::rsd202i, label, owner.phrase());
  return {};
}

// Labels of mappings and of certificates are two lists; the defaults are counted alike.
Result<std::string> label_operand(Context& context, const Request& request) {
  const std::string label = label_value(request.operands.value_of("WITHLABEL"));
  if (!label.empty()) return require_unused_filter_label(context, request.owner, label).map([&] { return label; });
  for (int number = 1;; ++number) {
    std::string generated = fmt::format("LABEL{:08}", number);
    if (!context.database().filters.by_label(request.owner.id, generated)) return generated;
  }
}

Result<database::NameFilter> filter_to_add(Context& context, const Request& request) {
  const auto criteria = criteria_operand(request, "CRITERIA");
  if (!criteria) return tl::make_unexpected(criteria.error());
  if (criteria->empty() && request.owner.is_multiid()) return refuse(MessageId::irrd130i, "CRITERIA");
  const auto trusted = trust_operand(request.operands);
  if (!trusted) return tl::make_unexpected(trusted.error());
  const auto model = model_certificate(context, request);
  if (!model) return tl::make_unexpected(model.error());
  const auto names = filter_names(request.operands, *model);
  if (!names) return tl::make_unexpected(names.error());
  if (const auto taken = context.database().filters.by_names(names->issuer, names->subject))
    return refuse(MessageId::rsd230i, taken->label, Owner{taken->owner}.phrase());
  const auto label = label_operand(context, request);
  if (!label) return tl::make_unexpected(label.error());
  return database::NameFilter{
      0, request.owner.id, *label, names->issuer, names->subject, *criteria, trusted->value_or(rules::map_trusts)};
}

std::vector<database::NameFilter> matching_filters(Context& context, const Request& request) {
  if (!request.function.has("LABEL")) return context.database().filters.by_owner(request.owner.id);
  const auto filter =
      context.database().filters.by_label(request.owner.id, label_value(request.function.value_of("LABEL")));
  return filter ? std::vector{*filter} : std::vector<database::NameFilter>{};
}

Refusal nothing_found(const Request& request, int return_code) {
  if (request.function.has("LABEL"))
    return {MessageId::rsd232i, {label_value(request.function.value_of("LABEL")), request.owner.phrase()}, return_code};
  return {MessageId::rsd231i, {request.owner.phrase()}, return_code};
}

// Without a label the owner's only mapping is meant, as with certificates.
Result<database::NameFilter> select_filter(Context& context, const Request& request) {
  const auto filters = matching_filters(context, request);
  if (filters.empty()) return tl::make_unexpected(nothing_found(request, 0));
  if (filters.size() > 1) return refuse(MessageId::rsd233i, request.owner.phrase());
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

Result<void> add_map(Context& context, const Request& request) {
  if (auto refused = authorize(context, "MAP", request.owner); !refused) return refused;
  auto filter = filter_to_add(context, request);
  if (!filter) return tl::make_unexpected(filter.error());
  context.database().filters.add(*filter);
  context.changed("DIGTNMAP");
  remark_on_class(context);
  return {};
}

Result<void> alter_map(Context& context, const Request& request) {
  if (auto refused = authorize(context, "ALTMAP", request.owner); !refused) return refused;
  const auto trusted = trust_operand(request.operands);
  if (!trusted) return tl::make_unexpected(trusted.error());
  const auto criteria = criteria_operand(request, "NEWCRITERIA");
  if (!criteria) return tl::make_unexpected(criteria.error());
  const std::string label = label_value(request.operands.value_of("NEWLABEL"));
  if (!*trusted && criteria->empty() && label.empty())
    return refuse(MessageId::irrd130i, "TRUST, NOTRUST, NEWLABEL or NEWCRITERIA");
  auto filter = select_filter(context, request);
  if (!filter) return tl::make_unexpected(filter.error());
  if (!label.empty() && label != filter->label)
    if (auto refused = require_unused_filter_label(context, request.owner, label); !refused) return refused;
  if (!label.empty()) filter->label = label;
  if (!criteria->empty()) filter->criteria = *criteria;
  filter->trusted = trusted->value_or(filter->trusted);
  context.database().filters.replace(*filter);
  context.changed("DIGTNMAP");
  return {};
}

Result<void> delete_map(Context& context, const Request& request) {
  if (auto refused = authorize(context, "DELMAP", request.owner); !refused) return refused;
  const auto filter = select_filter(context, request);
  if (!filter) return tl::make_unexpected(filter.error());
  context.database().filters.remove(filter->id);
  context.changed("DIGTNMAP");
  return {};
}

Result<void> list_map(Context& context, const Request& request) {
  if (auto refused = authorize(context, "LISTMAP", request.owner); !refused) return refused;
  const auto filters = matching_filters(context, request);
  if (filters.empty()) return tl::make_unexpected(nothing_found(request, rules::nothing_found_return_code));
  context.line("");
  context.line("Mapping information for " + request.owner.phrase() + ":");
  context.line("");
  for (const database::NameFilter& filter : filters) list_filter(context, filter);
  return {};
}

}  // namespace ringside::racf::racdcert
