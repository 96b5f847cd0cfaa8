// connectors/pkcs11/template.cpp - compares templates with objects, and fills them.
#include "connectors/pkcs11/template.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// The numbers of a private key, which no object has among its attributes.
constexpr std::array secrets = {CKA_VALUE,      CKA_PRIVATE_EXPONENT, CKA_PRIME_1,    CKA_PRIME_2,
                                CKA_EXPONENT_1, CKA_EXPONENT_2,       CKA_COEFFICIENT};

bool is_secret(const Object& object, CK_ATTRIBUTE_TYPE type) {
  return object.private_key && std::find(secrets.begin(), secrets.end(), type) != secrets.end();
}

CK_RV answer_one(const Object& object, CK_ATTRIBUTE& asked) {
  const CK_ULONG room = std::exchange(asked.ulValueLen, CK_UNAVAILABLE_INFORMATION);
  if (is_secret(object, asked.type)) return CKR_ATTRIBUTE_SENSITIVE;
  const auto found = object.attributes.find(asked.type);
  if (found == object.attributes.end()) return CKR_ATTRIBUTE_TYPE_INVALID;
  const base::Bytes& value = found->second;
  if (asked.pValue != nullptr && room < value.size()) return CKR_BUFFER_TOO_SMALL;
  if (asked.pValue != nullptr) std::copy(value.begin(), value.end(), static_cast<std::uint8_t*>(asked.pValue));
  asked.ulValueLen = static_cast<CK_ULONG>(value.size());
  return CKR_OK;
}

}  // namespace

bool fits(const Object& object, std::span<const CK_ATTRIBUTE> asked) {
  return std::all_of(asked.begin(), asked.end(), [&](const CK_ATTRIBUTE& each) {
    const auto found = object.attributes.find(each.type);
    if (found == object.attributes.end() || found->second.size() != each.ulValueLen) return false;
    return std::equal(found->second.begin(), found->second.end(), static_cast<const std::uint8_t*>(each.pValue));
  });
}

CK_RV answer(const Object& object, std::span<CK_ATTRIBUTE> asked) {
  CK_RV result = CKR_OK;
  for (CK_ATTRIBUTE& each : asked)
    if (const CK_RV one = answer_one(object, each); one != CKR_OK) result = one;
  return result;
}

}  // namespace ringside::connectors::pkcs11
