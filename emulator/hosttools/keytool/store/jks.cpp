// emulator/hosttools/keytool/store/jks.cpp - big-endian records, followed by a SHA-1 over the password, a fixed text
// and the records.
#include "emulator/hosttools/keytool/store/jks.hpp"

#include <algorithm>
#include <string_view>

#include "base/limits.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/java_string.hpp"
#include "emulator/hosttools/keytool/store/serialized_object.hpp"

namespace ringside::keytool {
namespace {

using base::Bytes;
using base::ByteView;

constexpr std::uint32_t jks_magic = 0xFEEDFEED, jceks_magic = 0xCECECECE;
constexpr std::uint32_t private_key_tag = 1, certificate_tag = 2, secret_key_tag = 3;
constexpr std::size_t digest_length = 20;

Bytes digest(ByteView content, const base::Secret& password) {
  Bytes all = utf16(password.reveal());
  constexpr std::string_view salutation = "Mighty Aphrodite";
  all.insert(all.end(), salutation.begin(), salutation.end());
  all.insert(all.end(), content.begin(), content.end());
  return crypto::sha1(all);
}

bool has_digest(ByteView file, const base::Secret& password) {
  if (file.size() < digest_length) return false;
  const Bytes expected = digest(file.first(file.size() - digest_length), password);
  return std::equal(expected.begin(), expected.end(), file.end() - digest_length);
}

class Reader {
 public:
  /// `intact`: whether the digest at the end of the file is correct.
  explicit Reader(ByteView file, bool intact = true) : file_(file), intact_(intact) {}

  [[nodiscard]] bool intact() const { return intact_; }
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] ByteView rest() const { return file_.subspan(at_); }

  ByteView octets(std::size_t count) {
    if (count > file_.size() - at_) refuse_as("java.io.EOFException");
    at_ += count;
    return file_.subspan(at_ - count, count);
  }
  std::uint64_t number(std::size_t width) {
    std::uint64_t value = 0;
    for (const std::uint8_t octet : octets(width)) value = value << 8 | octet;
    return value;
  }
  ByteView counted() {
    const auto length = static_cast<std::int32_t>(number(4));
    if (length < 0) refuse_io("length cannot be negative: " + std::to_string(length));
    return octets(static_cast<std::size_t>(length));
  }
  std::string text() {
    const auto found = from_modified_utf8(octets(number(2)));
    if (!found) refuse_as("java.io.UTFDataFormatException", "malformed input");
    return *found;
  }

 private:
  ByteView file_;
  bool intact_;
  std::size_t at_ = 0;
};

[[noreturn]] void refuse_tampered() {
  refuse_io("Keystore was tampered with, or password was incorrect");
}

X509 read_certificate(Reader& in, std::uint64_t version) {
  if (version == 2) {
    const std::string kind = in.text();
    if (kind != "X.509" && kind != "X509") refuse_as("java.security.cert.CertificateException", kind + " not found");
  }
  auto certificate = read_x509(in.counted());
  if (!certificate && !in.intact()) refuse_tampered();  // Java ignores most errors in a certificate
  if (!certificate) refuse_as("java.security.cert.CertificateException", "Unable to initialize, not a certificate");
  return std::move(*certificate);
}

Entry read_entry(Reader& in, std::uint64_t version, StoreType type) {
  const std::uint64_t tag = in.number(4);
  Entry entry;
  if (tag != private_key_tag && tag != certificate_tag && !(tag == secret_key_tag && type == StoreType::jceks))
    refuse_io("Unrecognized keystore entry: " + std::to_string(static_cast<std::int32_t>(tag)));
  entry.alias = java_lower(in.text());
  entry.created = static_cast<std::int64_t>(in.number(8));
  if (tag == certificate_tag) {
    entry.chain.push_back(read_certificate(in, version));
  } else if (tag == secret_key_tag) {
    entry.kind = EntryKind::secret_key;
    const std::size_t length = serialized_object_length(in.rest());
    if (length == 0) refuse_as("java.io.EOFException");
    const ByteView object = in.octets(length);
    entry.key.assign(object.begin(), object.end());
  } else {
    entry.kind = EntryKind::private_key;
    const ByteView key = in.counted();
    entry.key.assign(key.begin(), key.end());
    const std::uint64_t count = in.number(4);
    for (std::uint64_t i = 0; i < count; ++i) {
      if (i == base::limits::container_certificates) refuse_io("A chain of more than 1000 certificates");
      entry.chain.push_back(read_certificate(in, version));
    }
  }
  return entry;
}

class Writer {
 public:
  void number(std::uint64_t value, std::size_t width) {
    for (std::size_t i = width; i-- > 0;) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  void octets(ByteView octets) { bytes_.insert(bytes_.end(), octets.begin(), octets.end()); }
  void counted(ByteView content) {
    number(content.size(), 4);
    octets(content);
  }
  void text(const std::string& text) {
    const Bytes encoded = modified_utf8(text);
    number(encoded.size(), 2);
    octets(encoded);
  }
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

void write_certificate(Writer& out, const X509& certificate) {
  out.text("X.509");
  out.counted(certificate.der());
}

void write_entry(Writer& out, const Entry& entry) {
  const std::uint32_t tag = entry.kind == EntryKind::private_key  ? private_key_tag
                            : entry.kind == EntryKind::secret_key ? secret_key_tag
                                                                  : certificate_tag;
  out.number(tag, 4);
  out.text(entry.alias);
  out.number(static_cast<std::uint64_t>(entry.created), 8);
  if (tag == certificate_tag) return write_certificate(out, entry.chain.front());
  if (tag == secret_key_tag) return out.octets(entry.key);
  out.counted(entry.key);
  out.number(entry.chain.size(), 4);
  for (const X509& certificate : entry.chain) write_certificate(out, certificate);
}

}  // namespace

bool is_jks(ByteView file) {
  return file.size() >= 4 && Reader(file).number(4) == jks_magic;
}
bool is_jceks(ByteView file) {
  return file.size() >= 4 && Reader(file).number(4) == jceks_magic;
}

KeyStore read_jks(ByteView file, const std::optional<base::Secret>& password, std::int64_t /*now*/) {
  Reader in(file, !password || has_digest(file, *password));
  const std::uint64_t magic = in.number(4);
  const std::uint64_t version = in.number(4);
  if ((magic != jks_magic && magic != jceks_magic) || (version != 1 && version != 2))
    refuse_io("Invalid keystore format");
  KeyStore store(magic == jks_magic ? StoreType::jks : StoreType::jceks);
  const auto count = static_cast<std::int32_t>(in.number(4));  // Java reads no entry if the number is negative
  for (std::int32_t i = 0; i < count; ++i) {
    if (i == static_cast<std::int32_t>(base::limits::key_store_entries))
      refuse_io("A key store of more than 10000 entries");
    store.put(read_entry(in, version, store.type()));
  }
  if (!password) return store;
  const Bytes expected = digest(file.first(in.position()), *password);
  const ByteView found = in.octets(digest_length);
  if (!std::equal(found.begin(), found.end(), expected.begin(), expected.end())) refuse_tampered();
  return store;
}

Bytes write_jks(const KeyStore& store, const base::Secret& password, const base::Randomness& /*randomness*/) {
  Writer out;
  out.number(store.type() == StoreType::jks ? jks_magic : jceks_magic, 4);
  out.number(2, 4);
  const auto order = store.in_java_order();
  out.number(order.size(), 4);
  for (const Entry* entry : order) write_entry(out, *entry);
  Bytes file = out.bytes();
  const Bytes end = digest(file, password);
  file.insert(file.end(), end.begin(), end.end());
  return file;
}

}  // namespace ringside::keytool
