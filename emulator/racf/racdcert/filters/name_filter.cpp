// emulator/racf/racdcert/filters/name_filter.cpp - certificate name filters: their values, and which filters fit a
// certificate.
#include "emulator/racf/racdcert/filters/name_filter.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::array<std::string_view, 7> prefixes{"CN=", "T=", "OU=", "O=", "L=", "SP=", "C="};

/// The name, and the names that are left after its first part is removed, its first two parts, and so on.
std::vector<std::string> full_and_partial(const crypto::DistinguishedName& name) {
  std::vector<std::string> names;
  std::string text;
  const auto& parts = name.parts();
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    std::string whole = part->attribute.empty() ? part->value : part->attribute + '=' + part->value;
    text = text.empty() ? whole : whole + '.' + text;
    names.insert(names.begin(), text);
  }
  return names;
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

Result<void> check_prefix(const std::string& value) {
  const bool valid = std::any_of(prefixes.begin(), prefixes.end(),
                                 [&](std::string_view prefix) { return starts_with(value, prefix); });
  if (!valid) return refuse(MessageId::irrd140i);
  return {};
}

/// IDNFILTER or SDNFILTER.
struct Operand {
  std::string keyword;
  std::string value;
};

struct StartingPoint {
  std::string filter;
  bool full = false;  ///< the whole name
};

// The filter is the first of these names that starts with the value: OU=Class selects OU=Class 1.O=Bobs.
Result<StartingPoint> start_in(const Operand& operand, const crypto::DistinguishedName& name) {
  const std::vector<std::string> names = full_and_partial(name);
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const auto& text) { return starts_with(text, operand.value); });
  if (found == names.end()) return refuse(MessageId::irrd141i, operand.keyword);
  if (found->size() > base::limits::name_filter_characters) return refuse(MessageId::irrd142i, operand.keyword);
  return StartingPoint{*found, found == names.begin()};
}

// Without a model the value is the filter. It counts as a full name, since this cannot be checked.
Result<StartingPoint> filter_value(const Operand& operand, const std::optional<crypto::DistinguishedName>& model) {
  if (operand.value.empty()) return StartingPoint{"", true};
  if (auto refused = check_prefix(operand.value); !refused) return refusal_of(refused);
  if (model) return start_in(operand, *model);
  if (operand.value.size() > base::limits::name_filter_characters)
    return refuse(MessageId::rsd209i, operand.keyword, "given", "it is longer than 255 characters");
  return StartingPoint{operand.value, true};
}

void add_searches(std::vector<FilterSearch>& searches, const std::vector<std::string>& subjects,
                  const std::string& issuer) {
  const std::string with_issuer = issuer.empty() ? "" : " and the issuer's full name";
  for (std::size_t i = 0; i < subjects.size(); ++i)
    searches.push_back(
        {{issuer, subjects[i]}, (i == 0 ? "the subject's full name" : "a part of the subject's name") + with_issuer});
}

bool ends_name(const std::string& filter, const crypto::DistinguishedName& name) {
  const auto names = full_and_partial(name);
  return filter.empty() || std::find(names.begin(), names.end(), filter) != names.end();
}

}  // namespace

Result<FilterNames> filter_names(const FilterNames& operands, const std::optional<crypto::Certificate>& model) {
  const Operand issuer{"IDNFILTER", operands.issuer};
  const Operand subject{"SDNFILTER", operands.subject};
  if (issuer.value.empty() && subject.value.empty()) return refuse(MessageId::irrd130i, "IDNFILTER or SDNFILTER");
  std::optional<crypto::DistinguishedName> model_issuer;
  std::optional<crypto::DistinguishedName> model_subject;
  if (model) {
    model_issuer = model->issuer();
    model_subject = model->subject();
  }
  const auto issuer_filter = filter_value(issuer, model_issuer);
  if (!issuer_filter) return refusal_of(issuer_filter);
  const auto subject_filter = filter_value(subject, model_subject);
  if (!subject_filter) return refusal_of(subject_filter);
  if (!issuer_filter->full && !subject.value.empty()) return refuse(MessageId::irrd146i);
  return FilterNames{issuer_filter->filter, subject_filter->filter};
}

std::vector<FilterSearch> search_order(const crypto::Certificate& certificate) {
  const auto subjects = full_and_partial(certificate.subject());
  const auto issuers = full_and_partial(certificate.issuer());
  std::vector<FilterSearch> searches;
  if (!issuers.empty()) add_searches(searches, subjects, issuers.front());
  add_searches(searches, subjects, "");
  for (std::size_t i = 0; i < issuers.size(); ++i)
    searches.push_back({{issuers[i], ""}, i == 0 ? "the issuer's full name" : "a part of the issuer's name"});
  return searches;
}

bool fits_by_names(const FilterNames& filter, const crypto::Certificate& certificate) {
  return ends_name(filter.issuer, certificate.issuer()) && ends_name(filter.subject, certificate.subject());
}

std::string substitute_criteria(const std::string& criteria, const SessionCriteria& values) {
  std::string result;
  for (std::size_t at = 0; at < criteria.size();) {
    if (criteria[at] != '&') {
      result += criteria[at++];
      continue;
    }
    const std::size_t end = std::min(criteria.find_first_of(".&", at + 1), criteria.size());
    const auto value = values.find(base::upper(criteria.substr(at + 1, end - at - 1)));
    if (value != values.end()) result += base::upper(value->second);
    at = end;
  }
  return result;
}

}  // namespace ringside::racf::racdcert
