// twin/anonymise/anonymiser.cpp - an unload with other names.
#include "twin/anonymise/anonymiser.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "twin/anonymise/field_kinds.hpp"
#include "twin/load/loading.hpp"
#include "twin/records/mapping_names.hpp"

namespace ringside::twin {
namespace {

/// Names that every RACF has, and what stands for anybody.
constexpr std::array<std::string_view, 9> public_ids{"SYS1", "IBMUSER", "irrcerta", "irrsitec", "irrmulti",
                                                     "*",    "&RACUID", "&RACGRP",  "STCUSER"};

constexpr std::string_view digits_of_names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string class_in(const Record& record) {
  static const Field& named = field("GRBD_CLASS_NAME");  // the same columns in every record of a general resource
  return record.text(named);
}

}  // namespace

Anonymiser::Anonymiser() {
  constexpr std::size_t secret_octets = 32;
  secret_ = crypto::random_octets(crypto::SystemRandomness(), "anonymise", secret_octets);
}

void Anonymiser::learn(const Record& record) {
  static const Field &group = field("GPBD_NAME"), &user = field("USBD_NAME"), &profile = field("GRBD_NAME");
  if (record.type() == "0100") ids_.insert(record.text(group));
  if (record.type() == "0200") ids_.insert(record.text(user));
  if (record.type() != "0500" || class_in(record) != "DIGTRING") return;
  const std::string name = record.text(profile);
  const std::size_t period = name.find('.');
  if (period != std::string::npos) rings_.insert(base::upper(name.substr(period + 1)));
}

std::optional<RecordLine> Anonymiser::changed(const Record& record) const {
  const Layout* layout = find_layout(record.type());
  if (layout == nullptr) return std::nullopt;
  const std::string profile_class = record.type().front() == '0' && record.type()[1] != '5' ? "" : class_in(record);
  RecordLine line(record.type());
  for (const Field& field : layout->fields) {
    const std::string text = record.text(field);
    if (text.empty()) continue;
    switch (meaning_of(*layout, field)) {
      case FieldMeaning::kept:
        line.text(field.name, text);
        break;
      case FieldMeaning::id:
        line.text(field.name, id(text));
        break;
      case FieldMeaning::profile:
        line.text(field.name, profile(profile_class, text));
        break;
      case FieldMeaning::data_set:
        line.text(field.name, qualifiers(text));
        break;
      case FieldMeaning::certificate:
        line.text(field.name, certificate(text));
        break;
      case FieldMeaning::ring:
        line.text(field.name, ring(text));
        break;
      case FieldMeaning::mapping:
        line.text(field.name, mapping(text));
        break;
      case FieldMeaning::names:
        line.text(field.name, names(text));
        break;
      case FieldMeaning::name:
        line.text(field.name, name(text));
        break;
      case FieldMeaning::label:
        line.text(field.name, "Label " + substitute("label", text, 10));
        break;
      case FieldMeaning::digest:
        line.text(field.name, base::hex(crypto::sha256(base::to_bytes(substitute("digest", text, 50)))));
        break;
      case FieldMeaning::data:
        line.text(field.name, ids_.contains(text) ? id(text) : words(text));
        break;
      case FieldMeaning::words:
        line.text(field.name, words(text));
        break;
    }
  }
  return line;
}

/// Letters and digits that stand for a text of a kind.
std::string Anonymiser::substitute(std::string_view kind, std::string_view text, std::size_t length) const {
  base::Bytes input = secret_;
  for (const std::string_view part : {kind, std::string_view("\0", 1), text})
    input.insert(input.end(), part.begin(), part.end());
  std::string letters;
  for (base::Bytes digest = crypto::sha256(input); letters.size() < length; digest = crypto::sha256(digest))
    for (const std::uint8_t octet : digest) letters += digits_of_names[octet % digits_of_names.size()];
  return letters.substr(0, length);
}

std::string Anonymiser::id(const std::string& text) const {
  if (std::find(public_ids.begin(), public_ids.end(), text) != public_ids.end()) return text;
  return "U" + substitute("id", text, 7);
}

std::string Anonymiser::ring_name(const std::string& name) const {
  return "RING" + substitute("ring", base::upper(name), 7);
}

std::string Anonymiser::ring(const std::string& profile) const {
  const std::size_t period = profile.find('.');
  if (period == std::string::npos) return words(profile);
  return id(profile.substr(0, period)) + "." + ring_name(profile.substr(period + 1));
}

std::string Anonymiser::name(const std::string& listing) const {
  const auto parsed = crypto::DistinguishedName::from_listing(listing);
  if (!parsed) return "CN=" + substitute("name", listing, 10);
  std::vector<crypto::NamePart> parts = parsed->parts();
  for (crypto::NamePart& part : parts)
    part.value = part.attribute == "C" ? "XX" : substitute("name " + part.attribute, part.value, 10);
  const auto changed = crypto::DistinguishedName::from_parts(parts);
  return changed ? changed->listing() : "CN=" + substitute("name", listing, 10);
}

std::string Anonymiser::names(const std::string& joined) const {
  FilterNames both = split_names(joined);
  for (std::string* one : {&both.issuer, &both.subject})
    if (!one->empty()) *one = name(*one);
  return joined_names(both);
}

std::string Anonymiser::certificate(const std::string& profile) const {
  const std::size_t period = profile.find('.');
  if (period == std::string::npos) return words(profile);
  return profile.substr(0, period + 1) +
         racf::racdcert::profile_characters(name(without_cent_signs(profile.substr(period + 1))));
}

std::string Anonymiser::mapping(const std::string& profile) const {
  const std::size_t border = profile.rfind("\u00a2");
  if (border == std::string::npos) return "N" + substitute("words", profile, 10);
  return "N" + substitute("words", profile.substr(0, border), 10) + "\u00a2" +
         words(without_cent_signs(profile.substr(border + 2)));
}

std::string Anonymiser::qualifiers(const std::string& profile) const {
  std::vector<std::string> parts = base::split(profile, '.');
  for (std::string& part : parts) {
    if (ids_.contains(part))
      part = id(part);
    else if (rings_.contains(base::upper(part)))
      part = ring_name(part);
  }
  return base::join(parts, ".");
}

std::string Anonymiser::profile(const std::string& profile_class, const std::string& text) const {
  if (profile_class == "DIGTCERT") return certificate(text);
  if (profile_class == "DIGTRING") return ring(text);
  if (profile_class == "DIGTNMAP" || profile_class == "IDIDMAP") return mapping(text);
  return qualifiers(text);
}

std::string Anonymiser::words(const std::string& text) const {
  return "N" + substitute("words", text, 10);
}

}  // namespace ringside::twin
