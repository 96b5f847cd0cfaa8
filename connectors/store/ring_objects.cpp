// connectors/store/ring_objects.cpp - what a store gives of a ring: certificates and private keys, copied out of the
// lab.
#include "connectors/store/ring_objects.hpp"

#include <algorithm>

namespace ringside::connectors::store {
namespace {

using racf::datalib::Answer;
using racf::datalib::Entry;
using racf::datalib::Service;

std::string type_name(crypto::KeyType type) {
  switch (type) {
    case crypto::KeyType::rsa:
      return "RSA";
    case crypto::KeyType::dsa:
      return "DSA";
    case crypto::KeyType::nist_ecc:
    case crypto::KeyType::brainpool_ecc:
      return "EC";
    case crypto::KeyType::other:
      break;
  }
  return "";
}

bool is_in_clear(const Entry& entry) {
  using racf::datalib::KeyType;
  return entry.private_key && (entry.key_type == KeyType::clear || entry.key_type == KeyType::ecc_clear);
}

/// The certificates that the query returns, without those of status NOTRUST.
Answer<std::vector<Entry>> entries_of(Service& service, const RingUri& uri) {
  constexpr int trusted_only = 0;  // version of the parameter list
  racf::datalib::Selection selection;
  selection.label = uri.label;
  std::vector<Entry> entries;
  auto first = service.data_get_first(uri.ring.owner, uri.ring.name, selection, trusted_only);
  if (!first && first.error().codes == racf::datalib::no_certificate && !uri.label) return entries;
  if (!first) return tl::make_unexpected(first.error());
  entries.push_back(std::move(first->entry));
  for (auto next = service.data_get_next(first->token); next; next = service.data_get_next(first->token))
    entries.push_back(*std::move(next));
  static_cast<void>(service.data_abort_query(first->token));
  return entries;
}

}  // namespace

Answer<std::vector<RingObject>> ring_objects(Service& service, const RingUri& uri) {
  auto entries = entries_of(service, uri);
  if (!entries) return tl::make_unexpected(entries.error());
  std::stable_partition(entries->begin(), entries->end(), [](const Entry& entry) { return entry.is_default; });
  std::vector<RingObject> objects;
  for (const Entry& entry : *entries) {
    objects.push_back({ObjectKind::certificate, entry.label, entry.certificate, entry.subject, ""});
    if (is_in_clear(entry))
      objects.push_back({ObjectKind::key, entry.label, entry.private_key->pkcs8(), entry.subject,
                         type_name(entry.private_key->spec().type)});
  }
  if (uri.kind) std::erase_if(objects, [&](const RingObject& object) { return object.kind != *uri.kind; });
  return objects;
}

}  // namespace ringside::connectors::store
