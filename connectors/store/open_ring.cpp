// connectors/store/open_ring.cpp - a ring that OpenSSL reads object by object, and what it asks for of it.
#include "connectors/store/open_ring.hpp"

#include <memory>
#include <optional>

#include <openssl/core_names.h>
#include <openssl/core_object.h>
#include <openssl/params.h>
#include <openssl/store.h>
#include <openssl/x509.h>

namespace ringside::connectors::store {
namespace {

using Name = std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)>;

Name name_of(base::ByteView der) {
  const unsigned char* at = der.data();
  return {d2i_X509_NAME(nullptr, &at, static_cast<long>(der.size())), &X509_NAME_free};
}

/// Returns whether the names are equal as RFC 5280 7.1 compares them: case and types of strings do not count.
bool is_same_name(base::ByteView der, const Name& other) {
  const Name name = name_of(der);
  return name && X509_NAME_cmp(name.get(), other.get()) == 0;
}

/// The kind that a value of OSSL_STORE_PARAM_EXPECT asks for; nullopt for those that no ring has.
std::optional<ObjectKind> expected_kind(int expected) {
  if (expected == OSSL_STORE_INFO_CERT) return ObjectKind::certificate;
  if (expected == OSSL_STORE_INFO_PKEY) return ObjectKind::key;
  return std::nullopt;
}

// OpenSSL's parameters are not const, also where it only reads them.
OSSL_PARAM text_parameter(const char* key, const std::string& text) {
  return OSSL_PARAM_construct_utf8_string(key, const_cast<char*>(text.data()), text.size());
}
OSSL_PARAM octets_parameter(const char* key, const base::Bytes& octets) {
  return OSSL_PARAM_construct_octet_string(key, const_cast<std::uint8_t*>(octets.data()), octets.size());
}

}  // namespace

const OSSL_PARAM* OpenRing::criteria() {
  static const OSSL_PARAM known[] = {OSSL_PARAM_int(OSSL_STORE_PARAM_EXPECT, nullptr),
                                     OSSL_PARAM_octet_string(OSSL_STORE_PARAM_SUBJECT, nullptr, 0),
                                     OSSL_PARAM_utf8_string(OSSL_STORE_PARAM_ALIAS, nullptr, 0), OSSL_PARAM_END};
  return known;
}

void OpenRing::keep(const std::function<bool(const RingObject&)>& wanted) {
  const auto from = objects_.begin() + static_cast<std::ptrdiff_t>(next_);
  objects_.erase(std::remove_if(from, objects_.end(), [&](const auto& object) { return !wanted(object); }),
                 objects_.end());
}

bool OpenRing::narrow(const OSSL_PARAM* parameters) {
  if (const OSSL_PARAM* given = OSSL_PARAM_locate_const(parameters, OSSL_STORE_PARAM_EXPECT)) {
    int expected = 0;
    if (OSSL_PARAM_get_int(given, &expected) != 1) return false;
    if (expected != 0) keep([&](const RingObject& object) { return expected_kind(expected) == object.kind; });
  }
  if (const OSSL_PARAM* given = OSSL_PARAM_locate_const(parameters, OSSL_STORE_PARAM_SUBJECT)) {
    if (given->data_type != OSSL_PARAM_OCTET_STRING || given->data == nullptr) return false;
    const Name subject = name_of({static_cast<const std::uint8_t*>(given->data), given->data_size});
    if (!subject) return false;
    keep([&](const RingObject& object) { return is_same_name(object.subject, subject); });
  }
  if (const OSSL_PARAM* given = OSSL_PARAM_locate_const(parameters, OSSL_STORE_PARAM_ALIAS)) {
    const char* label = nullptr;
    if (OSSL_PARAM_get_utf8_string_ptr(given, &label) != 1 || label == nullptr) return false;
    keep([&](const RingObject& object) { return object.label == label; });
  }
  return true;
}

bool OpenRing::give_next(OSSL_CALLBACK* take, void* argument) {
  if (at_end()) return false;
  const RingObject& object = objects_[next_++];
  const bool is_key = object.kind == ObjectKind::key;
  int type = is_key ? OSSL_OBJECT_PKEY : OSSL_OBJECT_CERT;
  const std::string structure = "PrivateKeyInfo";
  std::vector<OSSL_PARAM> parameters = {OSSL_PARAM_construct_int(OSSL_OBJECT_PARAM_TYPE, &type),
                                        text_parameter(OSSL_OBJECT_PARAM_DESC, object.label),
                                        octets_parameter(OSSL_OBJECT_PARAM_DATA, object.der)};
  if (is_key) parameters.push_back(text_parameter(OSSL_OBJECT_PARAM_DATA_STRUCTURE, structure));
  if (!object.key_type.empty()) parameters.push_back(text_parameter(OSSL_OBJECT_PARAM_DATA_TYPE, object.key_type));
  parameters.push_back(OSSL_PARAM_construct_end());
  return take(parameters.data(), argument) == 1;
}

}  // namespace ringside::connectors::store
