// tests/app/connections/image_reader.hpp - the image of a ring, read as the Java provider reads it.
#pragma once

#include <string>
#include <vector>

#include "app/connections/octet_reader.hpp"

namespace ringside::test_support {

struct ImageEntry {
  std::string alias, owner, key_label;
  unsigned usage = 0, is_default = 0, key = 0, key_type = 0;
  std::uint32_t status = 0, key_bits = 0;
  base::Bytes certificate, pkcs8;
  std::vector<std::uint32_t> chain;
};
struct ImageType {
  std::string name;
  bool opens = false, sees_icsf = false, stores_keys = false;
};
struct Image {
  std::string version, java_class, text, owner, ring;
  std::vector<std::uint32_t> codes;
  std::vector<std::string> remarks;
  bool there = false;
  std::uint32_t update_code = 0;
  std::vector<ImageType> types;
  std::vector<ImageEntry> entries;
};

inline constexpr std::size_t most_of_an_image = 1U << 20U;

inline ImageEntry read_image_entry(app::OctetReader& reader) {
  ImageEntry entry;
  entry.alias = reader.text16(most_of_an_image);
  entry.owner = reader.text16(most_of_an_image);
  entry.usage = reader.u8();
  entry.is_default = reader.u8();
  entry.status = reader.u32();
  entry.key = reader.u8();
  entry.key_type = reader.u8();
  entry.key_bits = reader.u32();
  entry.key_label = reader.text16(most_of_an_image);
  entry.certificate = reader.bytes32(most_of_an_image);
  entry.pkcs8 = reader.bytes32(most_of_an_image);
  for (std::size_t left = reader.u16(); left > 0; --left) entry.chain.push_back(reader.u32());
  return entry;
}

/// Throws app::MalformedMessage for octets that are no image.
inline Image read_image(const std::string& octets) {
  const base::Bytes message = base::to_bytes(octets);
  app::OctetReader reader(message);
  Image image;
  reader.expect("RSR1");
  image.version = reader.text16(most_of_an_image);
  for (int i = 0; i < 3; ++i) image.codes.push_back(reader.u32());
  image.java_class = reader.text16(most_of_an_image);
  image.text = reader.text16(most_of_an_image);
  for (std::size_t left = reader.u16(); left > 0; --left) image.remarks.push_back(reader.text16(most_of_an_image));
  if (image.java_class.empty()) {
    image.owner = reader.text16(most_of_an_image);
    image.ring = reader.text16(most_of_an_image);
    image.there = reader.u8() != 0;
    image.update_code = reader.u32();
    for (std::size_t left = reader.u16(); left > 0; --left) {
      ImageType type{reader.text16(most_of_an_image)};
      type.opens = reader.u8() != 0;
      type.sees_icsf = reader.u8() != 0;
      type.stores_keys = reader.u8() != 0;
      image.types.push_back(type);
    }
    for (std::size_t left = reader.u32(); left > 0; --left) image.entries.push_back(read_image_entry(reader));
  }
  reader.expect_end();
  return image;
}

}  // namespace ringside::test_support
