// emulator/hosttools/keytool/store/secret_key.cpp - object identifiers of algorithms; Java's serialized secret keys.
#include "emulator/hosttools/keytool/store/secret_key.hpp"

#include <algorithm>
#include <array>

#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;
using namespace std::string_view_literals;

struct Algorithm {
  std::string_view name, oid;
};
constexpr std::array algorithms = {
    Algorithm{"AES", "2.16.840.1.101.3.4.1"},
    Algorithm{"DES", "1.3.14.3.2.7"},
    Algorithm{"DESede", "1.2.840.113549.3.7"},
    Algorithm{"ARCFOUR", "1.2.840.113549.3.4"},
    Algorithm{"HmacSHA1", "1.2.840.113549.2.7"},
    Algorithm{"HmacSHA224", "1.2.840.113549.2.8"},
    Algorithm{"HmacSHA256", "1.2.840.113549.2.9"},
    Algorithm{"HmacSHA384", "1.2.840.113549.2.10"},
    Algorithm{"HmacSHA512", "1.2.840.113549.2.11"},
    Algorithm{"PBE", "1.2.840.113549.1.5.13"},  // PBES2, under Java's name
};

// The fixed octets before the first part that differs from key to key. A name follows its length in two octets; the
// long numbers are the serialVersionUIDs of the classes.
constexpr std::string_view sealed_head =
    "\xAC\xED\x00\x05sr\x00\x33"
    "com.sun.crypto.provider.SealedObjectForKeyProtector\xCD\x57\xCA\x59\xE7\x30\xBB\x53\x02\x00\x00xr\x00\x19"
    "javax.crypto.SealedObject\x3E\x36\x3D\xA6\xC3\xB7\x54\x70\x02\x00\x04[\x00\x0D"
    "encodedParamst\x00\x02[B[\x00\x10"
    "encryptedContentq\x00~\x00\x02L\x00\x09"
    "paramsAlgt\x00\x12Ljava/lang/String;L\x00\x07sealAlgq\x00~\x00\x03xpur\x00\x02[B\xAC\xF3\x17\xF8\x06\x08\x54"
    "\xE0\x02\x00\x00xp"sv;
constexpr std::string_view sealed_middle = "uq\x00~\x00\x05"sv;
constexpr std::string_view sealed_tail = "t\x00\x16PBEWithMD5AndTripleDESt\x00\x16PBEWithMD5AndTripleDES"sv;
constexpr std::string_view spec_head =
    "\xAC\xED\x00\x05sr\x00\x1Fjavax.crypto.spec.SecretKeySpec[G\x0B\x66\xE2\x30\x61\x4D\x02\x00\x02L\x00\x09"
    "algorithmt\x00\x12Ljava/lang/String;[\x00\x03keyt\x00\x02[Bxpt"sv;
constexpr std::string_view array_head = "ur\x00\x02[B\xAC\xF3\x17\xF8\x06\x08\x54\xE0\x02\x00\x00xp"sv;

class ObjectWriter {
 public:
  void text(std::string_view text) { bytes_.insert(bytes_.end(), text.begin(), text.end()); }
  void number(std::size_t value, int width) {
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
      bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
  }
  void counted(ByteView octets) {
    number(octets.size(), 4);
    bytes_.insert(bytes_.end(), octets.begin(), octets.end());
  }
  Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

/// Reads fixed and counted octets; after the first mismatch all further reads are empty.
class ObjectReader {
 public:
  explicit ObjectReader(ByteView bytes) : rest_(bytes) {}

  void expect(std::string_view text) {
    const ByteView found = take(text.size());
    sound_ = sound_ && std::equal(found.begin(), found.end(), text.begin(), text.end(),
                                  [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
  }
  ByteView counted(std::size_t width) {
    std::size_t length = 0;
    for (const std::uint8_t octet : take(width)) length = length << 8 | octet;
    return take(length);
  }
  [[nodiscard]] bool sound() const { return sound_; }

 private:
  ByteView take(std::size_t count) {
    sound_ = sound_ && count <= rest_.size();
    if (!sound_) return {};
    const ByteView taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
  }

  ByteView rest_;
  bool sound_ = true;
};

constexpr const char* unknown_form = "the secret key is not a SecretKeySpec, or not sealed as JDK 17 does";

[[noreturn]] void refuse_form() {
  refuse_as("java.security.UnrecoverableKeyException", unknown_form);
}

SecretKey read_key_spec(ByteView plain) {
  ObjectReader in(plain);
  in.expect(spec_head);
  SecretKey key{base::to_text(in.counted(2)), {}};
  in.expect(array_head);
  const ByteView octets = in.counted(4);
  if (!in.sound()) refuse_form();
  key.octets.assign(octets.begin(), octets.end());
  return key;
}

}  // namespace

std::optional<Bytes> secret_key_info(const SecretKey& key) {
  const auto* row = std::find_if(algorithms.begin(), algorithms.end(),
                                 [&](const Algorithm& algorithm) { return algorithm.name == key.algorithm; });
  if (row == algorithms.end()) return std::nullopt;
  return der::sequence(
      {der::integer(0), der::sequence({der::oid(row->oid), der::null()}), der::octet_string(key.octets)});
}

std::optional<SecretKey> read_secret_key_info(ByteView info) {
  const auto outer = der::only(info, der::sequence_tag);
  der::Reader fields(outer ? outer->content : ByteView());
  fields.next(der::integer_tag);
  const auto algorithm = fields.next(der::sequence_tag);
  const auto octets = fields.next(der::octet_string_tag);
  const auto oid = der::Reader(algorithm ? algorithm->content : ByteView()).next(der::oid_tag);
  if (!octets || !oid) return std::nullopt;
  const std::string id = der::oid_text(oid->content).value_or("");
  const auto* row =
      std::find_if(algorithms.begin(), algorithms.end(), [&](const Algorithm& known) { return known.oid == id; });
  return SecretKey{row == algorithms.end() ? id : std::string(row->name),
                   Bytes(octets->content.begin(), octets->content.end())};
}

Bytes seal_secret_key(const SecretKey& key, const Protection& protection) {
  ObjectWriter spec;
  spec.text(spec_head);
  spec.number(key.algorithm.size(), 2);
  spec.text(key.algorithm);
  spec.text(array_head);
  spec.counted(key.octets);
  const crypto::Sealed sealed = seal_for_jceks(spec.take(), protection, "jceks-secret-salt");
  ObjectWriter object;
  object.text(sealed_head);
  object.counted(sealed.algorithm);
  object.text(sealed_middle);
  object.counted(sealed.content);
  object.text(sealed_tail);
  return object.take();
}

std::optional<SecretKey> open_sealed_secret_key(ByteView object, const base::Secret& password,
                                                crypto::PbeBudget& budget) {
  ObjectReader in(object);
  in.expect(sealed_head);
  const ByteView parameters = in.counted(4);
  in.expect(sealed_middle);
  const ByteView sealed = in.counted(4);
  if (!in.sound()) refuse_form();
  const auto plain = open_from_jceks(parameters, sealed, password, budget, unknown_form);
  return plain ? std::optional(read_key_spec(*plain)) : std::nullopt;
}

}  // namespace ringside::keytool
