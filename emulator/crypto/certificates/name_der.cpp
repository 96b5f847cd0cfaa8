// emulator/crypto/certificates/name_der.cpp - Names in DER: a SEQUENCE of SETs of type and value.
#include "emulator/crypto/certificates/name_der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

Rdn decode_rdn(const der::Item& set, bool& well_formed) {
  if (set.tag != der::set_tag) well_formed = false;
  Rdn rdn;
  der::Reader pairs(set.content);
  while (!pairs.at_end()) {
    const auto pair = pairs.next();
    der::Reader fields(pair ? pair->content : ByteView());
    const auto type = fields.next(der::oid_tag);
    const auto value = fields.next();
    if (!type || !value) {
      well_formed = false;
      break;
    }
    auto oid = der::oid_text(type->content);
    if (pair->tag != der::sequence_tag || !oid || !fields.at_end()) well_formed = false;
    rdn.push_back({std::move(oid).value_or(""), *value});
  }
  if (rdn.empty()) well_formed = false;
  return rdn;
}

}  // namespace

DecodedName decode_name(ByteView der) {
  DecodedName name;
  const auto outer = der::only(der, der::sequence_tag);
  name.well_formed = outer.has_value();
  der::Reader sets(outer ? outer->content : ByteView());
  while (!sets.at_end()) {
    const auto set = sets.next();
    if (!set) {
      name.well_formed = false;
      break;
    }
    name.rdns.push_back(decode_rdn(*set, name.well_formed));
  }
  return name;
}

Bytes encode_attribute(std::string_view oid, ByteView value) {
  return der::sequence({der::oid(oid), value});
}

Bytes encode_rdn(std::vector<Bytes> attributes) {
  return der::set_of(std::move(attributes));
}

Bytes encode_name(const std::vector<Bytes>& most_specific_first) {
  Bytes rdns;
  for (auto rdn = most_specific_first.rbegin(); rdn != most_specific_first.rend(); ++rdn)
    rdns.insert(rdns.end(), rdn->begin(), rdn->end());
  return der::wrap(der::sequence_tag, rdns);
}

}  // namespace ringside::crypto
