// app/connections/ring_image.cpp - a key ring as one binary message, from which the Java provider makes a key store.
#include "app/connections/ring_image.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "app/connections/octet_writer.hpp"
#include "base/fault.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::app {
namespace {

using keytool::RingAnswer;
using keytool::RingMember;

/// What a member has of a private key.
enum class HeldKey : std::uint8_t { none = 0, clear = 1, icsf = 2 };

HeldKey held_key(const RingMember& member) {
  if (!member.entry.private_key) return HeldKey::none;
  return keytool::is_in_icsf(member) ? HeldKey::icsf : HeldKey::clear;
}

/// The exception of java.net.URL for a scheme that no handler has, in its words.
tl::unexpected<keytool::RingRefusal> refused_scheme(const std::string& url) {
  const std::size_t colon = url.find(':');
  return keytool::refused(
      "java.net.MalformedURLException",
      colon == std::string::npos ? "no protocol: " + url : "unknown protocol: " + base::lower(url.substr(0, colon)));
}

RingAnswer<void> read_into(RingImage& image, const keytool::RingUser& user, const std::string& url) {
  if (!keytool::is_ring_url(url)) return refused_scheme(url);
  const auto parsed = keytool::ring_of_url(url, user.user, image.remarks);
  if (!parsed) return tl::make_unexpected(parsed.error());
  auto source = keytool::read_ring(user, parsed->ring, false, image.remarks);
  if (!source) return tl::make_unexpected(std::move(source.error()));
  image.scheme = parsed->scheme;
  image.source = *std::move(source);
  racf::datalib::Service service(user.lab, user.system, user.user);
  image.update_code = service.get_update_code(parsed->ring.owner, parsed->ring.name).value_or(0);
  return {};
}

/// `count` as the number before a list.
std::uint16_t number16(std::size_t count) {
  if (count > std::numeric_limits<std::uint16_t>::max()) throw base::Fault("a list of a ring's image is too long");
  return static_cast<std::uint16_t>(count);
}

void write_refusal(OctetWriter& writer, const RingImage& image) {
  const keytool::RingRefusal refusal = image.refusal.value_or(keytool::RingRefusal{});
  for (const int code : {refusal.codes.saf, refusal.codes.racf, refusal.codes.reason})
    writer.u32(static_cast<std::uint32_t>(code));
  writer.text16(refusal.java_class);
  writer.text16(refusal.text);
  writer.u16(number16(image.remarks.size()));
  for (const std::string& remark : image.remarks) writer.text16(remark);
}

void write_types(OctetWriter& writer, const std::string& scheme) {
  writer.u16(number16(keytool::ring_types().size()));
  for (const keytool::RingType& type : keytool::ring_types()) {
    writer.text16(type.name);
    for (const bool is_so : {keytool::opens_scheme(type, scheme), type.sees_icsf_keys, type.stores_keys})
      writer.u8(is_so ? 1 : 0);
  }
}

void write_member(OctetWriter& writer, const keytool::RingSource& source, std::size_t place) {
  const RingMember& member = source.members[place];
  const racf::datalib::Entry& entry = member.entry;
  writer.text16(member.alias);
  writer.text16(entry.owner);
  writer.u8(static_cast<std::uint8_t>(entry.usage));
  writer.u8(entry.is_default ? 1 : 0);
  writer.u32(entry.status);
  writer.u8(static_cast<std::uint8_t>(held_key(member)));
  writer.u8(static_cast<std::uint8_t>(entry.key_type));
  writer.u32(static_cast<std::uint32_t>(entry.key_bits));
  writer.text16(entry.key_label);
  writer.bytes32(entry.certificate);
  writer.bytes32(entry.private_key ? entry.private_key->pkcs8() : base::Bytes());
  const auto chain = chain_of(source, place);
  writer.u16(number16(chain.size()));
  for (const std::size_t each : chain) writer.u32(static_cast<std::uint32_t>(each));
}

}  // namespace

RingImage read_image(const keytool::RingUser& user, const std::string& url) {
  RingImage image;
  if (auto read = read_into(image, user, url); !read) image.refusal = std::move(read.error());
  return image;
}

RingImage read_image_at_once(const keytool::RingUser& user, const std::string& url) {
  return user.lab.in_one_piece([&] {
    const auto one_state = user.lab.savepoint();
    return read_image(user, url);
  });
}

base::Bytes encoded(const RingImage& image, const std::string& version) {
  OctetWriter writer;
  writer.octets(base::to_bytes("RSR1"));
  writer.text16(version);
  write_refusal(writer, image);
  if (image.refusal) return writer.written();
  writer.text16(image.source.ring.owner);
  writer.text16(image.source.ring.name);
  writer.u8(image.source.there ? 1 : 0);
  writer.u32(image.update_code);
  write_types(writer, image.scheme);
  writer.u32(static_cast<std::uint32_t>(image.source.members.size()));
  for (std::size_t place = 0; place < image.source.members.size(); ++place) {
    write_member(writer, image.source, place);
    if (writer.written().size() > base::limits::input_file_bytes)
      throw base::Fault(fmt::format("the image of ring {} has more than {} octets", racf::to_string(image.source.ring),
                                    base::limits::input_file_bytes));
  }
  return writer.written();
}

}  // namespace ringside::app
