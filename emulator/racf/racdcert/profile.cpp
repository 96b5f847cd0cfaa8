// emulator/racf/racdcert/profile.cpp - profile name, Certificate ID, labels, and records of certificates.
#include "emulator/racf/racdcert/profile.hpp"

#include <fmt/format.h>

#include "base/ebcdic.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/crypto/containers/pem.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::string_view cent_sign = "\u00a2";  // X'4A': replaces characters that a profile name cannot have

bool is_forbidden(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return octet <= 0x20 || octet == 0x7f || std::string_view(",();'\"").find(c) != std::string_view::npos;
}

}  // namespace

// Characters outside IBM-1047 (beyond Latin-1) become the cent sign as well.
std::string profile_characters(std::string_view utf8) {
  std::string name;
  while (!utf8.empty()) {
    const std::string_view character = base::announced_character(utf8);
    name += is_forbidden(character.front()) || !base::is_latin1(character) ? cent_sign : character;
    utf8.remove_prefix(character.size());
  }
  return name;
}

std::string profile_name(const crypto::Certificate& certificate) {
  const std::string serial = certificate.serial();
  const std::string issuer = profile_characters(certificate.issuer().listing());
  const std::string whole = serial + "." + issuer;
  if (base::count_characters(whole) <= base::limits::profile_name_characters) return whole;
  const std::string digest = base::hex(certificate.sha256());
  const std::string start = serial + ".";
  const std::size_t used = base::count_characters(start) + digest.size();
  const std::size_t room =
      used < base::limits::profile_name_characters ? base::limits::profile_name_characters - used : 0;
  const std::size_t dropped = base::count_characters(issuer) - room;
  const std::string first(base::first_characters(issuer, room / 2));
  const std::string last = issuer.substr(base::first_characters(issuer, room / 2 + dropped).size());
  return start + first + digest + last;
}

std::string certificate_id(const std::string& owner, const std::string& label) {
  constexpr std::uint8_t mark = 0xd9;
  constexpr std::uint8_t ebcdic_blank = 0x40;
  const base::Bytes owner_octets = base::to_ebcdic(owner);
  const base::Bytes label_octets = base::to_ebcdic(label);
  base::Bytes id{mark, static_cast<std::uint8_t>(owner_octets.size())};
  id.insert(id.end(), owner_octets.begin(), owner_octets.end());
  id.insert(id.end(), label_octets.begin(), label_octets.end());
  while (id.size() % 3 != 0) id.push_back(ebcdic_blank);
  return crypto::base64(id);
}

std::string default_label(Context& context, const Owner& owner) {
  for (int number = 1;; ++number) {
    std::string label = fmt::format("LABEL{:08}", number);
    if (!context.database().certificates.id_by_label(owner.id, label)) return label;
  }
}

std::string new_label(Context& context, const Owner& owner, const std::optional<std::string>& with_label) {
  return with_label && !with_label->empty() ? *with_label : default_label(context, owner);
}

Result<void> require_unused_label(Context& context, const Owner& owner, const std::string& label) {
  if (context.database().certificates.id_by_label(owner.id, label))
    return refuse(MessageId::rsd202i, label, owner.phrase());
  return {};
}

Stored load(database::CertificateRecord record) {
  auto certificate = crypto::Certificate::from_stored(record.der);
  if (record.key_fingerprint.empty()) record.key_fingerprint = certificate.public_key().fingerprint();
  return {std::move(record), std::move(certificate)};
}

database::CertificateRecord make_record(const Owner& owner, const std::string& label,
                                        const crypto::Certificate& certificate) {
  database::CertificateRecord record;
  record.owner = owner.id;
  record.label = label;
  record.profile = profile_name(certificate);
  record.der = certificate.der();
  record.key_fingerprint = certificate.public_key().fingerprint();
  record.subject = certificate.subject().der();
  return record;
}

}  // namespace ringside::racf::racdcert
