// twin/load/issuers.cpp - finds who signed each certificate of an unload, by the names.
#include "twin/load/issuers.hpp"

#include <tuple>
#include <utility>

#include "twin/load/certificate_record.hpp"

namespace ringside::twin {
namespace {

using database::SiteFacts;

// What waits in the staging table.
constexpr const char* subject_kind = "subject";  // facts, by the subject
constexpr const char* signed_kind = "signed";    // signature algorithm of what a name has issued, by that name

constexpr std::size_t most_of_one_name = 64;
constexpr std::size_t most_names = 1'000;  // remembered at once

/// Whether a key can have made a signature of this algorithm, as far as the words tell.
bool can_sign(const database::SiteKey& key, const std::string& algorithm) {
  if (algorithm.ends_with("ECDSA")) return key.kind.ends_with("ECC");
  if (algorithm.ends_with("DSA")) return key.kind == "DSA";
  return !algorithm.ends_with("RSA") || key.kind == "RSA";
}

}  // namespace

void Issuers::note(Loading& loading, const SiteFacts& facts) {
  if (!facts.subject.empty()) loading.staging.put(subject_kind, facts.subject, to_text(facts));
  if (facts.subject != facts.issuer && !loading.staging.first(signed_kind, facts.issuer))
    loading.staging.put(signed_kind, facts.issuer, facts.signature_algorithm);
}

void Issuers::find_signer(SiteFacts& facts) {
  facts.key = key_of(facts);
  facts.is_ca = facts.is_ca || loading_.staging.first(signed_kind, facts.subject).has_value();
  if (facts.subject == facts.issuer && !facts.subject.empty()) {
    facts.signer = facts.identity();
    facts.signer_key = facts.key;
    return;
  }
  if (const SiteFacts* issuer = issuer_of(facts)) {
    facts.signer = issuer->identity();
    facts.signer_key = issuer->key;
    if (facts.grade != database::Grade::real) facts.issuer_name = issuer->subject_name;
    return;
  }
  facts.signer = "issuer " + facts.issuer;
  facts.signer_key = possible_key(key_for(facts.signature_algorithm));
}

/// The key of a CA of which no record tells the size is one that could have made the signatures.
database::SiteKey Issuers::key_of(const SiteFacts& facts) const {
  if (facts.key_size > 0 || facts.grade == database::Grade::real || facts.subject == facts.issuer) return facts.key;
  const auto algorithm = loading_.staging.first(signed_kind, facts.subject);
  return algorithm ? possible_key(key_for(*algorithm)) : facts.key;
}

const std::vector<SiteFacts>& Issuers::named(const std::string& name) {
  if (const auto known = named_.find(name); known != named_.end()) return known->second;
  if (named_.size() == most_names) named_.clear();
  std::vector<SiteFacts>& found = named_[name];
  loading_.staging.each(subject_kind, name, [&](const std::string& text) {
    if (found.size() == most_of_one_name) return;
    found.push_back(database::read_site_facts(text));
    found.back().key = key_of(found.back());
  });
  return found;
}

const SiteFacts* Issuers::issuer_of(const SiteFacts& facts) {
  const auto rank = [&](const SiteFacts& one) {
    const bool was_valid = one.not_before <= facts.not_before && facts.not_before <= one.not_after;
    return std::tuple(can_sign(one.key, facts.signature_algorithm), was_valid, one.not_before);
  };
  const SiteFacts* best = nullptr;
  for (const SiteFacts& one : named(facts.issuer))
    if (best == nullptr || rank(*best) < rank(one)) best = &one;
  return best;
}

}  // namespace ringside::twin
