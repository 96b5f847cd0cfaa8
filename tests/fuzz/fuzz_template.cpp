// tests/fuzz/fuzz_template.cpp - any templates of attributes and parameters of mechanisms against the PKCS#11 module.
//
// Three octets make an attribute: which type, how much room there is, and whether it has an address. What follows a
// type of X'FF' is a type of eight octets.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "connectors/pkcs11/mechanisms.hpp"
#include "connectors/pkcs11/template.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"

namespace {

using namespace ringside;
using namespace ringside::connectors::pkcs11;

constexpr CK_ATTRIBUTE_TYPE types[] = {CKA_CLASS,   CKA_LABEL,   CKA_ID,       CKA_VALUE,      CKA_PRIVATE_EXPONENT,
                                       CKA_PRIME_1, CKA_MODULUS, CKA_EC_POINT, CKA_START_DATE, CKA_ALLOWED_MECHANISMS};

const Object& private_key_object() {
  static const Object object = [] {
    const auto key = crypto::generate_key({crypto::KeyType::nist_ecc, 256}, crypto::SeededRandomness("fuzz", "key"));
    return Object{{{CKA_CLASS, {3, 0, 0, 0, 0, 0, 0, 0}},
                   {CKA_LABEL, base::to_bytes("Server")},
                   {CKA_ID, key.public_key().key_identifier()},
                   {CKA_EC_POINT, key.public_key().spki()},
                   {CKA_START_DATE, {}}},
                  key.public_key(),
                  key};
  }();
  return object;
}

/// Takes octets from the input; zeros behind its end.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  [[nodiscard]] bool at_end() const { return at_ >= size_; }
  std::uint8_t octet() { return at_end() ? std::uint8_t{0} : data_[at_++]; }
  CK_ULONG number() {
    CK_ULONG value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8 | octet();
    return value;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  std::vector<CK_ATTRIBUTE> asked;
  std::vector<std::unique_ptr<std::uint8_t[]>> rooms;  // each of its own, so that the sanitizer sees its ends
  while (!input.at_end() && asked.size() < 64) {
    const std::uint8_t which = input.octet();
    const CK_ATTRIBUTE_TYPE type = which == 0xFF ? input.number() : types[which % std::size(types)];
    const CK_ULONG room = input.octet();
    rooms.push_back(std::make_unique<std::uint8_t[]>(room));
    const bool has_address = (input.octet() & 1) != 0;
    asked.push_back({type, has_address ? rooms.back().get() : nullptr, has_address ? room : 0});
  }
  const Object& object = private_key_object();
  static_cast<void>(fits(object, asked));
  static_cast<void>(answer(object, asked));
  for (const CK_ATTRIBUTE& each : asked) {
    const bool is_secret = each.type == CKA_VALUE || each.type == CKA_PRIVATE_EXPONENT || each.type == CKA_PRIME_1;
    must(!is_secret || each.ulValueLen == CK_UNAVAILABLE_INFORMATION);
    must(each.ulValueLen == CK_UNAVAILABLE_INFORMATION || object.attributes.contains(each.type));
  }
  const std::vector<std::uint8_t> parameter(data, data + size);
  for (const CK_MECHANISM_TYPE type : mechanism_types())
    if (const Mechanism* mechanism = find_mechanism(type)) {
      const CK_MECHANISM wanted{type, const_cast<std::uint8_t*>(parameter.data()), parameter.size()};
      static_cast<void>(signature_scheme(*mechanism, wanted));
    }
  return 0;
}
