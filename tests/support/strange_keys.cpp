// tests/support/strange_keys.cpp - the octets of strange keys.
#include "tests/support/strange_keys.hpp"

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::test_support {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;

constexpr std::string_view rsa_oid = "1.2.840.113549.1.1.1", pss_oid = "1.2.840.113549.1.1.10";
constexpr std::string_view dsa_oid = "1.2.840.10040.4.1", ec_oid = "1.2.840.10045.2.1";
constexpr std::string_view p256 = "1.2.840.10045.3.1.7";

Bytes hex(std::string_view digits) {
  Bytes octets;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
    octets.push_back(static_cast<std::uint8_t>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16)));
  return octets;
}

Bytes joined(std::initializer_list<ByteView> parts) {
  Bytes all;
  for (const ByteView part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// The number whose big-endian octets these are.
Bytes number(ByteView magnitude) {
  return der::unsigned_integer(magnitude);
}
Bytes number(std::uint64_t value) {
  return der::integer(value);
}
/// An INTEGER whose first bit says that it is negative.
Bytes negative(ByteView magnitude) {
  return der::wrap(der::integer_tag, joined({Bytes{0xFF}, magnitude}));
}
Bytes zero() {
  return number(0);
}
/// 2^bits - 1.
Bytes ones(std::size_t bits) {
  return number(Bytes(bits / 8, 0xFF));
}

const Bytes dsa_p =
    hex("8EE10E95DCCD9EECF860BE1293D452A75F2D7D1EFD84FBAD0DA4979C8D121D9BEE9FB51ED942155B33DF6B6599BA3846AE1B10AAD5B7F2"
        "685BFD46877B45E48658FA3AE2256A9F9E5CA7BA054ACDF87D72DAC0399CA01F93EDD06249EBCC8FADB997C9C622682731D96090065F8A"
        "5BF330066753D24F778694951B98C6F68319");
const Bytes dsa_q = hex("ECBDAADD99B4ABCBCBA30CBC1368D36819035213");
const Bytes dsa_g =
    hex("27E5D168855D0B9BFEF694B9EDA7C55159377BE11B7B8B6EA110D10427C3A50069C3A723FD2E6E5D8F3E6C6FBCA79E020A196AD898D0C6"
        "0A0F7509CA7778E31167FF76FF1C36528AB26982202708F7005B22860A7273768CAE14088920C6646FF0C4BA1DE61B025E1362333439FE"
        "F1A29D324F5DC1012C1113041BF0E95F235A");
const Bytes dsa_y =
    hex("5B7E29FE7BF2495BB2D332F90C1FD036B23B5AF31D11F10EAFAE6E294084BC20CC52942C526FC76EDA637BE268DB1DD7511756C1BC5751"
        "A34E207B0E8C69E23686EB9A1308E599BAB33EFD6AD8974B2CE444E7C893D0B3981A8012E177C673FB87A58C21CA162282C58290B54B11"
        "0551FB8C0EE6976C53AB6424910156777A82");
const Bytes point_x = hex("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296");
const Bytes point_y = hex("4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");
const Bytes generator = joined({Bytes{4}, point_x, point_y});

Bytes spki(std::string_view algorithm, ByteView parameters, ByteView bits) {
  return der::sequence({der::sequence({der::oid(algorithm), parameters}), der::bit_string(bits)});
}

StrangeKey ec(std::string name, std::string_view curve, ByteView point, bool refused = true) {
  return {"ec-" + std::move(name), spki(ec_oid, der::oid(curve), point), refused};
}

/// P-256 in numbers, with one of them exchanged.
struct Curve {
  Bytes p = hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
  Bytes n = hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
  Bytes base_point = generator;
  Bytes cofactor = number(1);
};

StrangeKey numbers(std::string name, const Curve& curve, ByteView point = generator, bool refused = true) {
  const Bytes a = hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC");
  const Bytes b = hex("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");
  const Bytes field = der::sequence({der::oid("1.2.840.10045.1.1"), number(curve.p)});
  const Bytes parameters = der::sequence({number(1), field, der::sequence({der::octet_string(a), der::octet_string(b)}),
                                          der::octet_string(curve.base_point), number(curve.n), curve.cofactor});
  return {"ec-numbers-" + std::move(name), spki(ec_oid, parameters, point), refused};
}

StrangeKey rsa(std::string name, ByteView n, ByteView e, bool refused = true) {
  return {"rsa-" + std::move(name), spki(rsa_oid, der::null(), der::sequence({n, e})), refused};
}

StrangeKey pss(std::string name, ByteView parameters, bool refused = true) {
  return {"pss-" + std::move(name), spki(pss_oid, parameters, der::sequence({ones(1024), number(65537)})), refused};
}

StrangeKey dsa(std::string name, ByteView p, ByteView q, ByteView g, ByteView y, bool refused = true) {
  return {"dsa-" + std::move(name), spki(dsa_oid, der::sequence({p, q, g}), y), refused};
}

std::vector<StrangeKey> ec_keys() {
  const Bytes infinity = {0};
  std::vector<StrangeKey> keys = {
      ec("infinity-p224", "1.3.132.0.33", infinity),
      ec("infinity-p256", p256, infinity),
      ec("infinity-p384", "1.3.132.0.34", infinity),
      ec("infinity-p521", "1.3.132.0.35", infinity),
      ec("infinity-brainpool", "1.3.36.3.3.2.8.1.1.7", infinity),
      ec("infinity-secp256k1", "1.3.132.0.10", infinity),
      ec("infinity-sect233r1", "1.3.132.0.27", infinity),
      ec("infinity-sm2", "1.2.156.10197.1.301", infinity),
      ec("no-point", p256, {}),
      ec("off-the-curve", p256, joined({Bytes{4}, point_x, point_x})),
      ec("zeros", p256, joined({Bytes{4}, Bytes(64)})),
      ec("only-zeros", p256, Bytes(65)),
      ec("cut-off", p256, ByteView(generator).first(64)),
      ec("too-long", p256, joined({generator, Bytes{0}})),
      ec("hybrid", p256, joined({Bytes{7}, point_x, point_y}), false),
      ec("compressed", p256, joined({Bytes{3}, point_x}), false),
      ec("unknown-curve", "1.3.132.0.99", generator),
      {"ec-null-curve", spki(ec_oid, der::null(), generator), true},
      {"ec-no-curve", spki(ec_oid, {}, generator), true},
      numbers("p256", {}, generator, false),
      numbers("infinity", {}, infinity),
  };
  Curve changed;
  changed.p.back() = 0;
  keys.push_back(numbers("even-field", changed));
  changed = {};
  changed.n = {0};
  keys.push_back(numbers("no-order", changed));
  changed = {};
  changed.base_point = {0};
  keys.push_back(numbers("no-generator", changed));
  return keys;
}

std::vector<StrangeKey> rsa_keys() {
  const Bytes n = ones(1024), e = number(65537);
  return {rsa("all-zero", zero(), zero()),
          rsa("modulus-zero", zero(), number(3)),
          rsa("exponent-zero", n, zero()),
          rsa("ones", number(1), number(1)),
          rsa("modulus-two", number(2), number(3)),
          rsa("modulus-even", number(hex("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE")), e),
          rsa("exponent-beyond-modulus", ones(512), ones(520)),
          rsa("modulus-17000-bits", ones(17'000), e),
          rsa("modulus-100000-bits", ones(100'000), e),
          rsa("modulus-16384-bits", ones(16'384), e, false),
          rsa("exponent-16000-bits", ones(16'384), ones(16'000), false),
          rsa("modulus-16-bits", number(0xFFFF), number(3), false),
          rsa("modulus-only", n, {}),
          rsa("three-numbers", n, joined({e, e})),
          {"rsa-empty", spki(rsa_oid, der::null(), {}), true},
          {"rsa-oaep", spki("1.2.840.113549.1.1.7", der::sequence({}), der::sequence({n, e})), true},
          pss("negative-salt", der::sequence({der::wrap(der::context(2), negative(Bytes{0xFB}))})),
          pss("salt-beyond-int", der::sequence({der::wrap(der::context(2), number(hex("FFFFFFFFFF")))})),
          pss("unknown-hash",
              der::sequence({der::wrap(der::context(0), der::sequence({der::oid("1.2.3.4"), der::null()}))}))};
}

std::vector<StrangeKey> dsa_keys() {
  const Bytes p = number(dsa_p), q = number(dsa_q), g = number(dsa_g), y = number(dsa_y);
  Bytes even = dsa_p;
  even.back() = 0;
  return {dsa("all-zero", zero(), zero(), zero(), zero()),
          dsa("ones", number(1), number(1), number(1), number(1)),
          dsa("prime-zero", zero(), q, g, y),
          dsa("order-zero", p, zero(), g, y),
          dsa("order-one", p, number(1), g, y),
          dsa("order-two", p, number(2), g, y),
          dsa("generator-zero", p, q, zero(), y),
          dsa("generator-one", p, q, number(1), y),
          dsa("key-zero", p, q, g, zero()),
          dsa("key-negative", p, q, g, negative(dsa_y)),
          dsa("prime-negative", negative(dsa_p), q, g, y, false),  // OpenSSL reads its magnitude
          dsa("prime-even", number(even), q, g, y),
          dsa("prime-20000-bits", ones(20'000), q, g, y),
          dsa("order-300-bits", p, ones(304), g, y),
          dsa("order-beyond-prime", q, p, g, y),
          {"dsa-no-parameters", spki(dsa_oid, {}, y), true},
          {"dsa-null-parameters", spki(dsa_oid, der::null(), y), true},
          {"dsa-no-key", spki(dsa_oid, der::sequence({p, q, g}), {}), true}};
}

std::vector<StrangeKey> other_keys() {
  const auto raw = [](std::string name, std::string_view algorithm, std::size_t octets, bool refused) {
    return StrangeKey{std::move(name), spki(algorithm, {}, Bytes(octets)), refused};
  };
  const Bytes nothing = zero();
  return {raw("ed25519-short", "1.3.101.112", 31, true),
          raw("ed25519-zeros", "1.3.101.112", 32, false),
          raw("ed448-empty", "1.3.101.113", 0, true),
          raw("x25519-long", "1.3.101.110", 33, true),
          raw("x448-zeros", "1.3.101.111", 56, false),
          raw("unknown", "1.2.3.4", 3, true),
          {"dh-zero", spki("1.2.840.113549.1.3.1", der::sequence({nothing, nothing}), nothing), false},
          {"dhx-zero", spki("1.2.840.10046.2.1", der::sequence({nothing, nothing, nothing}), nothing), false},
          {"nothing", der::sequence({}), true},
          {"null", der::sequence({der::sequence({der::null()}), der::bit_string({})}), true}};
}

Bytes pkcs8(std::string_view algorithm, ByteView parameters, ByteView key) {
  return der::sequence({number(0), der::sequence({der::oid(algorithm), parameters}), der::octet_string(key)});
}

StrangeKey rsa_private(std::string name, std::initializer_list<ByteView> eight) {
  const Bytes key = der::sequence({number(0), joined(eight)});
  return {"rsa-" + std::move(name), pkcs8(rsa_oid, der::null(), key), true};
}

StrangeKey dsa_private(std::string name, ByteView q, ByteView g, ByteView x, bool refused = true) {
  return {"dsa-" + std::move(name), pkcs8(dsa_oid, der::sequence({number(dsa_p), q, g}), x), refused};
}

StrangeKey ec_private(std::string name, ByteView scalar, ByteView point, bool refused) {
  const Bytes public_key = point.empty() ? Bytes() : der::wrap(der::context(1), der::bit_string(point));
  const Bytes key = der::sequence({number(1), der::octet_string(scalar), public_key});
  return {"ec-" + std::move(name), pkcs8(ec_oid, der::oid(p256), key), refused};
}

/// Made by openssl genrsa -primes 3 1024.
Bytes three_primes() {
  return *crypto::decode_base64(
      "MIICfQIBAQKBgQDFBB1wNxXoDrgCY843Jy76jWLy2bacvUbyLRH+RrVLq1ec2CjGiTEb7rLfqge4aWRtKLV132HBknisyIOtC5miBinTV4IjeT8U"
      "gm72bJdreQChFpsRYMoYU5Guz0nLEraqWP7O34UVRq7RGXUgaoGwE6ZtSN4W3tw1VytB9yyomwIDAQABAoGAJpD4pkfSPPvsn2MkMf20n41fykQ+"
      "EA6pPaz+8bSrtqVS4DwcN0kR2PLwA7mI69EGPe2koTr6nlgKOonb9n9a4tSNUnFy67jhWzCdEj0LJUXeSG3cP5E9w2+rovpUn1M/dGjmUI7UVllG"
      "0nS8jvXtrJkSwFERrd5NILZf5wIWk4ECKzpKoL7IVcJB8Wb0gN4uQjXKxXdV1WlRj3RlVffxlq4c+//tM1/ByTBugi0CKx5XIkZN6QC2jzmokSTb"
      "qr1GcFshN58joIAewpQT2T68GxV3QY4UwlCFKRcCKyj4Ns6go5XrHy5Lfx+px6NjJzLewyZIytj2OFwSEuPBP2T7ZHZTD4LYyOkCKwbqQySU80s3"
      "ULOKiPJGosaa/Fa43m2F+DnbSOvpDjWvN9kPokBY2OTzRKcCKxWmAo3rKxsCjdClNKcqaQLg373CApqukYK/zuE1juhdOIJF+Dy8OyWFLM8wgYow"
      "gYcCKxyEjB2UuF0I2TGnuBAiCwYnO0vXb+W5rjvTpK3E4nTaA5ssnDwmY/ar/rECKwq5A/4zZ0cEBraW+6yFQGPl6HPR468bLBousCLufr+1Idn8"
      "4hnzzW54qWECKxUG0EdSpMIZSHcXq4vpkxdndbccbbEkj6JHiBvXSZ4OuZTMbCUOCU4uyjU=");
}

}  // namespace

const std::vector<StrangeKey>& strange_public_keys() {
  static const std::vector<StrangeKey> keys = [] {
    std::vector<StrangeKey> all;
    for (auto& some : {ec_keys(), rsa_keys(), dsa_keys(), other_keys()})
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }();
  return keys;
}

const std::vector<StrangeKey>& strange_private_keys() {
  static const std::vector<StrangeKey> keys = [] {
    const Bytes q = number(dsa_q), g = number(dsa_g), one = number(1), n = ones(1024), e = number(65537);
    return std::vector<StrangeKey>{
        {"rsa-three-primes", pkcs8(rsa_oid, der::null(), three_primes()), true},
        rsa_private("all-zero", {zero(), zero(), zero(), zero(), zero(), zero(), zero(), zero()}),
        rsa_private("no-primes", {n, e, n, zero(), zero(), zero(), zero(), zero()}),
        rsa_private("exponent-100000-bits", {n, e, ones(100'000), one, one, one, one, one}),
        rsa_private("modulus-8192-bits", {ones(8192), e, one, one, one, one, one, one}),
        dsa_private("order-zero", zero(), g, one),
        dsa_private("order-one", one, g, one),
        dsa_private("order-9000-bits", ones(9000), g, one),
        dsa_private("generator-zero", q, zero(), one),
        dsa_private("key-zero", q, g, zero()),
        dsa_private("key-beyond-order", q, g, number(dsa_p)),
        {"dsa-no-parameters", pkcs8(dsa_oid, {}, one), true},
        ec_private("zero", Bytes(32), {}, true),
        ec_private("infinity", Bytes(32, 1), Bytes{0}, true),
        ec_private("wrong-point", Bytes(32, 1), generator, false),
        ec_private("beyond-order", Bytes(32, 0xFF), generator, false),
        {"ed25519-short", pkcs8("1.3.101.112", {}, der::octet_string(Bytes(31))), true},
        {"unknown", pkcs8("1.2.3.4", {}, Bytes(3)), true},
        {"nothing", der::sequence({}), true}};
  }();
  return keys;
}

namespace {

Bytes name_of(const StrangeKey& key) {
  return der::sequence(
      {der::set_of({der::sequence({der::oid("2.5.4.3"), der::text(der::utf8_string_tag, "strange " + key.name)})})});
}

Bytes with_signature(ByteView content, ByteView algorithm) {
  return der::sequence({content, algorithm, der::bit_string(Bytes(128))});
}

Bytes sha256_rsa() {
  return der::sequence({der::oid("1.2.840.113549.1.1.11"), der::null()});
}

}  // namespace

Bytes strange_certificate(const StrangeKey& key) {
  const Bytes validity =
      der::sequence({der::text(der::utc_time_tag, "120101000000Z"), der::text(der::utc_time_tag, "450101000000Z")});
  const Bytes constraints =
      der::sequence({der::oid("2.5.29.19"), der::octet_string(der::sequence({der::boolean(true)}))});
  const Bytes content =
      der::sequence({der::wrap(der::context(0), number(2)), number(1), sha256_rsa(), name_of(key), validity,
                     name_of(key), key.der, der::wrap(der::context(3), der::sequence({constraints}))});
  return with_signature(content, sha256_rsa());
}

Bytes strange_request(const StrangeKey& key) {
  const Bytes content = der::sequence({zero(), name_of(key), key.der, der::wrap(der::context(0), Bytes())});
  return with_signature(content, sha256_rsa());
}

}  // namespace ringside::test_support
