// app/connections/stored_changes.cpp - stores the changes of a Java key store in its ring.
#include "app/connections/stored_changes.hpp"

#include <set>
#include <utility>

#include "app/connections/octet_reader.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/chain.hpp"

namespace ringside::app {
namespace {

namespace limits = base::limits;

constexpr std::size_t longest_name = 1'000;  // an alias, a store type or a version, in octets

keytool::X509 read_certificate(OctetReader& reader) {
  auto certificate = keytool::read_x509(reader.bytes32(limits::certificate_bytes));
  if (!certificate) reader.refuse("this is no certificate");
  return *std::move(certificate);
}

keytool::RingEntry read_entry(OctetReader& reader) {
  std::string alias = reader.text16(longest_name);
  const std::uint8_t is_key = reader.u8();
  if (is_key > 1) reader.refuse("this is neither 0 nor 1");
  const std::size_t certificates = reader.count16(crypto::longest_chain);
  if (certificates == 0) reader.refuse("an entry has a certificate");
  keytool::RingEntry entry{std::move(alias), read_certificate(reader), is_key == 1};
  entry.issuers = certificates - 1;
  for (std::size_t issuer = 0; issuer < entry.issuers; ++issuer) reader.bytes32(limits::certificate_bytes);
  entry.pkcs8 = reader.bytes32(limits::certificate_bytes);
  if (!entry.is_key && !entry.pkcs8.empty()) reader.refuse("an entry without a key has octets of a key");
  return entry;
}

StoredChanges read_all(OctetReader& reader) {
  StoredChanges stored;
  reader.expect("RSC1");
  stored.version = reader.text16(longest_name);
  stored.storetype = reader.text16(longest_name);
  std::set<std::string> aliases;
  const auto once = [&](const std::string& alias) {
    if (!aliases.insert(alias).second) reader.refuse("the alias " + base::printable(alias) + " is there twice");
  };
  const std::size_t removed = reader.count32(limits::key_store_entries);
  for (std::size_t each = 0; each < removed; ++each) {
    stored.changes.removed.push_back(reader.text16(longest_name));
    once(stored.changes.removed.back());
  }
  const std::size_t changed = reader.count32(limits::key_store_entries);
  for (std::size_t each = 0; each < changed; ++each) {
    stored.changes.changed.push_back(read_entry(reader));
    once(stored.changes.changed.back().alias);
  }
  reader.expect_end();
  return stored;
}

keytool::RingAnswer<void> store(const keytool::RingUser& user, const std::string& url, const StoredChanges& stored,
                                keytool::RingRemarks& remarks) {
  keytool::RingRemarks of_reading;
  const auto parsed = keytool::ring_of_url(url, user.user, of_reading);
  if (!parsed) return tl::make_unexpected(parsed.error());
  const auto type = keytool::type_for(*parsed, stored.storetype, remarks);
  if (!type) return tl::make_unexpected(type.error());
  auto source = keytool::read_ring(user, parsed->ring, true, of_reading);
  if (!source) {
    remarks = std::move(of_reading);
    return tl::make_unexpected(std::move(source.error()));
  }
  return keytool::store_changes(user, {*std::move(source), *type}, stored.changes, remarks);
}

}  // namespace

tl::expected<StoredChanges, std::string> read_changes(base::ByteView message) {
  OctetReader reader(message);
  try {
    return read_all(reader);
  } catch (const MalformedMessage& wrong) {
    return tl::make_unexpected(std::string(wrong.what()));
  }
}

RingImage stored(const keytool::RingUser& user, const std::string& url, const StoredChanges& changes) {
  auto savepoint = user.lab.savepoint();
  keytool::RingRemarks remarks;
  if (auto done = store(user, url, changes, remarks); !done) {
    RingImage image;
    image.refusal = std::move(done.error());
    image.remarks = std::move(remarks);
    return image;
  }
  RingImage image = read_image(user, url);
  image.remarks.insert(image.remarks.begin(), remarks.begin(), remarks.end());
  if (!image.refusal) savepoint.keep();
  return image;
}

}  // namespace ringside::app
