// emulator/crypto/keys/key_parts.cpp - numbers of keys through OpenSSL's parameters, random scalars, and named curves.
#include "emulator/crypto/keys/key_parts.hpp"

#include <map>
#include <mutex>
#include <string>

#include <openssl/objects.h>
#include <openssl/param_build.h>

namespace ringside::crypto {
namespace {

using OwnedParameters = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using OwnedPkeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

}  // namespace

OwnedBn key_number(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &number) != 1)
    accept(false, (std::string("the key has no number ") + name).c_str());
  return OwnedBn(number);
}

PrivateKey assemble_key(const char* algorithm, OSSL_PARAM_BLD* builder) {
  const OwnedParameters parameters(require(OSSL_PARAM_BLD_to_param(builder), "OSSL_PARAM_BLD_to_param"));
  const OwnedPkeyContext context(
      require(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr), "EVP_PKEY_CTX_new_from_name"));
  EVP_PKEY* key = nullptr;
  require(EVP_PKEY_fromdata_init(context.get()) == 1 &&
              EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) == 1,
          "EVP_PKEY_fromdata");
  return PrivateKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

OwnedBn draw_scalar(const BIGNUM* order, base::ByteStream& stream, BN_CTX* context) {
  const int bits = BN_num_bits(order) + 64;
  base::Bytes octets(static_cast<std::size_t>((bits + 7) / 8));
  stream.fill(octets);
  OwnedBn drawn = bn_from(octets);
  OPENSSL_cleanse(octets.data(), octets.size());
  BN_mask_bits(drawn.get(), bits);
  const OwnedBn less_one(require(BN_dup(order), "BN_dup"));
  OwnedBn scalar = new_bn();
  require(BN_sub_word(less_one.get(), 1) == 1 && BN_mod(scalar.get(), drawn.get(), less_one.get(), context) == 1 &&
              BN_add_word(scalar.get(), 1) == 1,
          "scalar");
  return scalar;
}

const EC_GROUP* named_group(const char* openssl_name) {
  static std::mutex guard;
  static std::map<std::string, OwnedGroup, std::less<>> groups;
  const std::lock_guard lock(guard);
  const auto found = groups.find(openssl_name);
  if (found != groups.end()) return found->second.get();
  OwnedGroup group(require(EC_GROUP_new_by_curve_name(OBJ_txt2nid(openssl_name)), "EC_GROUP_new_by_curve_name"));
  return groups.emplace(openssl_name, std::move(group)).first->second.get();
}

}  // namespace ringside::crypto
