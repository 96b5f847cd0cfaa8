// emulator/crypto/keys/key_der.cpp - RSA and EC keys in DER.
#include "emulator/crypto/keys/key_der.hpp"

#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

constexpr std::string_view rsa_oid = "1.2.840.113549.1.1.1";
constexpr std::string_view ec_oid = "1.2.840.10045.2.1";

Bytes rsa_algorithm() {
  return der::sequence({der::oid(rsa_oid), der::null()});
}

Bytes ec_algorithm(const Curve& curve) {
  return der::sequence({der::oid(ec_oid), der::oid(curve.oid)});
}

Bytes number(const BIGNUM* value) {
  return der::unsigned_integer(bn_bytes(value));
}

}  // namespace

Bytes rsa_spki(const BIGNUM* n, const BIGNUM* e) {
  return der::sequence({rsa_algorithm(), der::bit_string(der::sequence({number(n), number(e)}))});
}

Bytes rsa_pkcs8(const RsaNumbers& key) {
  const Bytes rsa_key = der::sequence({der::integer(0), number(key.n.get()), number(key.e.get()), number(key.d.get()),
                                       number(key.p.get()), number(key.q.get()), number(key.dp.get()),
                                       number(key.dq.get()), number(key.qi.get())});
  return der::sequence({der::integer(0), rsa_algorithm(), der::octet_string(rsa_key)});
}

Bytes ec_spki(const Curve& curve, base::ByteView point) {
  return der::sequence({ec_algorithm(curve), der::bit_string(Bytes(point.begin(), point.end()))});
}

Bytes ec_pkcs8(const Curve& curve, const BIGNUM* scalar, base::ByteView point) {
  const auto width = static_cast<std::size_t>((curve.spec.bits + 7) / 8);
  const Bytes ec_key = der::sequence({der::integer(1), der::octet_string(bn_bytes(scalar, width)),
                                      der::wrap(der::context(1), der::bit_string(Bytes(point.begin(), point.end())))});
  return der::sequence({der::integer(0), ec_algorithm(curve), der::octet_string(ec_key)});
}

Bytes raw_spki(std::string_view oid, base::ByteView public_octets) {
  return der::sequence({der::sequence({der::oid(oid)}), der::bit_string(public_octets)});
}

Bytes raw_pkcs8(std::string_view oid, base::ByteView private_octets) {
  return der::sequence(
      {der::integer(0), der::sequence({der::oid(oid)}), der::octet_string(der::octet_string(private_octets))});
}

}  // namespace ringside::crypto
