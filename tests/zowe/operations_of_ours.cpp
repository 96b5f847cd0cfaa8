// tests/zowe/operations_of_ours.cpp - the operations by calls of ringside/irrsdl.h and gskcms.h.
#include <array>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include <gskcms.h>

#include "connectors/client/datalib_call.hpp"
#include "tests/zowe/operations.hpp"

namespace ringside::zowe {
namespace {

namespace client = connectors::client;
using client::Certificate;
using client::Codes;
using client::Target;
using Arguments = std::vector<std::string>;
using Operation = std::function<Outcome(const Arguments&)>;

constexpr std::size_t area_octets = 256 * 1024;

Outcome outcome_of(const Codes& codes) {
  Outcome outcome;
  outcome.done = codes.saf < 8;
  outcome.saf = codes.saf;
  outcome.racf = codes.racf;
  outcome.reason = codes.reason;
  (outcome.done ? outcome.warning : outcome.message) = codes.saf == 0 ? "" : client::to_string(codes);
  return outcome;
}

Outcome failure(const std::string& message, int status = 0) {
  Outcome outcome;
  outcome.message = message;
  outcome.status = status;
  return outcome;
}

Outcome ring_function(int function, const Target& target) {
  return outcome_of(client::call(IRRSDL64, function, target));
}

std::string line_of(const Certificate& one) {
  return one.label + "|" + one.owner + "|" + one.usage + "|" + one.status + "|" + (one.is_default ? "YES" : "NO");
}

/// An empty ring is an empty list.
tl::expected<client::Listing, Codes> listing_of(const Target& target, std::size_t most = SIZE_MAX) {
  auto listing = client::list_ring(IRRSDL64, target, most);
  if (!listing && listing.error().is(8, 8, IRRSDL_NO_CERTIFICATE)) return client::Listing{};
  return listing;
}

Outcome list(const Arguments& words) {
  const auto listing = listing_of({words[0], words[1]}, words.size() > 2 ? std::stoul(words[2]) : SIZE_MAX);
  if (!listing) return outcome_of(listing.error());
  Outcome outcome = outcome_of({});
  for (const Certificate& one : listing->certificates) outcome.lines.push_back(line_of(one));
  if (listing->is_cut_off) outcome.lines.emplace_back("more");
  return outcome;
}

Outcome count(const Arguments& words) {
  const auto listing = listing_of({words[0], words[1]});
  if (!listing) return outcome_of(listing.error());
  Outcome outcome = outcome_of({});
  outcome.lines.push_back(std::to_string(listing->certificates.size()));
  return outcome;
}

/// Reads the area of GetRingInfo.
class Area {
 public:
  explicit Area(const char* at) : at_(at) {}
  std::uint32_t number() {
    std::uint32_t value = 0;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string text() {
    const auto length = static_cast<unsigned char>(*at_);
    const std::string value(at_ + 1, length);
    at_ += 1 + length;
    return value;
  }

 private:
  const char* at_;
};

Outcome list_rings(const Arguments& words) {
  std::vector<char> octets(area_octets);
  irrsdl_ring_info info{IRRSDL_RINGS_NAMED, area_octets, octets.data()};
  Outcome outcome =
      outcome_of(client::call(IRRSDL64, IRRSDL_GET_RING_INFO, {words[0], words.size() > 1 ? words[1] : ""}, &info));
  if (!outcome.done) return outcome;
  Area area(octets.data());
  for (auto rings = area.number(); rings > 0; --rings) {
    const std::string owner = area.text();
    std::string line = owner + "/" + area.text() + ":";
    for (auto certificates = area.number(); certificates > 0; --certificates) {
      const std::string of = area.text();
      line += (line.back() == ':' ? " " : ", ") + of + " " + area.text();
    }
    outcome.lines.push_back(line);
  }
  return outcome;
}

std::string text_of(gsk_timeval time) {
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &time)};
}

std::string dates_of(Certificate one) {
  gsk_buffer der{static_cast<gsk_size>(one.der.size()), one.der.data()};
  x509_certificate read{};
  if (gsk_decode_certificate(&der, &read) != 0) return "?";
  std::string text = "|";
  const gsk_buffer& serial = read.tbsCertificate.serialNumber;
  for (gsk_size at = 0; at < serial.length; ++at) {
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02X",
                  static_cast<unsigned>(static_cast<const unsigned char*>(serial.data)[at]));
    text += digits.data();
  }
  text += "|" + text_of(read.tbsCertificate.validity.notBefore) + "|" + text_of(read.tbsCertificate.validity.notAfter);
  gsk_free_certificate(&read);
  return text;
}

/// The member of a ring with this label, whatever its status. Fails with a message as Zowe does if there is none.
tl::expected<Certificate, Outcome> member(const Target& target, const std::string& label) {
  const auto listing = listing_of(target);
  if (!listing) return tl::make_unexpected(outcome_of(listing.error()));
  for (const Certificate& one : listing->certificates)
    if (one.label == label) return one;
  return tl::make_unexpected(failure("the ring has no such certificate"));
}

Outcome show(const Arguments& words) {
  const auto found = member({words[0], words[1]}, words[2]);
  if (!found) return found.error();
  Outcome outcome = outcome_of({});
  outcome.lines.push_back(line_of(*found) + dates_of(*found) + "|" + std::to_string(found->key_type) + "|" +
                          std::to_string(found->key_bits));
  return outcome;
}

std::uint32_t usage_of(const std::string& word) {
  if (word == "PERSONAL") return IRRSDL_USAGE_PERSONAL;
  return word == "CERTAUTH" ? IRRSDL_USAGE_CERTAUTH : IRRSDL_USAGE_SITE;
}

struct NewMember {
  std::string owner, label, usage;
  bool is_default = false;
  gsk_buffer certificate{}, key{};
};
Outcome put(const std::string& ring, const NewMember& member) {
  std::array<char, IRRSDL_LABEL_MOST> label{};
  std::memcpy(label.data(), member.label.data(), member.label.size());
  irrsdl_data_put list{};
  list.usage = usage_of(member.usage);
  list.is_default = member.is_default ? 1 : 0;
  list.certificate_length = member.certificate.length;
  list.certificate = member.certificate.data;
  list.key_length = member.key.length;
  list.key = member.key.data;
  list.label_length = static_cast<std::uint32_t>(member.label.size());
  list.label = label.data();
  list.owner = client::user_field(member.owner);
  return outcome_of(client::call(IRRSDL64, IRRSDL_DATA_PUT, {member.owner, ring}, &list));
}

Outcome import(const Arguments& words) {
  std::ifstream file(words[4], std::ios::binary);
  std::string content(std::istreambuf_iterator<char>(file), {});
  if (content.empty()) return failure("the file cannot be read");
  gsk_buffer stream{static_cast<gsk_size>(content.size()), content.data()};
  pkcs_cert_key read{};
  pkcs_certificates issuers{};
  const gsk_status status = gsk_decode_import_key(&stream, words[5].c_str(), &read, &issuers);
  if (status != 0) return failure("gsk_decode_import_key", status);
  NewMember member{words[0], words[2], words[3]};
  gsk_encode_private_key(&read.privateKey, &member.key);
  gsk_encode_export_certificate(&read.certificate, &issuers, gskdb_export_der_binary, &member.certificate);
  return put(words[1], member);
}

gsk_status exported(gsk_handle handle, const Arguments& words, std::string& data) {
  gsk_buffer octets{}, text{};
  const bool with_key = words[3] == "p12";
  gsk_status status =
      with_key ? gsk_export_key(handle, words[2].c_str(), gskdb_export_pkcs12v3_binary,
                                x509_alg_pbeWithSha1And128BitRc4, words.size() > 5 ? words[5].c_str() : "", &octets)
               : gsk_export_certificate(handle, words[2].c_str(), gskdb_export_der_binary, &octets);
  if (status == 0 && !with_key) status = gsk_encode_base64(&octets, &text);
  if (status != 0) return status;
  const gsk_buffer& result = with_key ? octets : text;
  data.assign(static_cast<const char*>(result.data), result.length);
  if (!with_key) data = "-----BEGIN CERTIFICATE-----\n" + data + "-----END CERTIFICATE-----\n";
  return 0;
}

Outcome export_certificate(const Arguments& words) {
  gsk_handle handle = nullptr;
  int members = 0;
  if (const gsk_status status = gsk_open_keyring((words[0] + "/" + words[1]).c_str(), &handle, &members); status != 0)
    return failure("gsk_open_keyring", status);
  std::string data;
  const gsk_status status = exported(handle, words, data);
  gsk_close_database(&handle);
  if (status != 0) return failure("export", status);
  std::ofstream(words[4], std::ios::binary) << data;
  return outcome_of({});
}

/// Puts a certificate that is on `from` on `to`.
Outcome reconnect(const std::string& owner, const std::string& to, const std::string& from, const std::string& label,
                  const std::string& usage, bool is_default) {
  auto found = member({owner, from}, label);
  if (!found) return found.error();
  NewMember member{owner, label, usage == "-" ? found->usage : usage, is_default};
  member.certificate = {static_cast<gsk_size>(found->der.size()), found->der.data()};
  return put(to, member);
}

Outcome alter(const std::string& owner, std::string label, std::string new_label, std::uint32_t status) {
  irrsdl_data_alter list{};
  list.label_length = static_cast<std::uint32_t>(label.size());
  list.label = label.data();
  list.new_label_length = static_cast<std::uint32_t>(new_label.size());
  list.new_label = new_label.data();
  list.owner = client::user_field(owner);
  return outcome_of(client::call(IRRSDL64, IRRSDL_DATA_ALTER, {}, &list, status));
}

std::uint32_t status_of(const std::string& word) {
  if (word == "NOTRUST") return IRRSDL_PUT_NOTRUST;
  return word == "HIGHTRUST" ? IRRSDL_PUT_HIGHTRUST : IRRSDL_PUT_TRUST;
}

Outcome remove(const Arguments& words) {
  std::string label = words[2];
  irrsdl_data_remove list{};
  list.label_length = static_cast<std::uint32_t>(label.size());
  list.label = label.data();
  list.owner = client::user_field(words[0]);
  const std::uint32_t from_database = IRRSDL_REMOVE_DEL_CERT_TOO | IRRSDL_REMOVE_DEL_ALLRINGS;
  return outcome_of(
      client::call(IRRSDL64, IRRSDL_DATA_REMOVE, {words[0], words[1]}, &list, words[1] == "*" ? from_database : 0));
}

const std::map<std::string, Operation>& operations() {
  static const std::map<std::string, Operation> all = {
      {"create-ring",
       [](const auto& words) {
         return ring_function(IRRSDL_NEW_RING, {words[0], words[1]});
       }},
      {"delete-ring",
       [](const auto& words) {
         return ring_function(IRRSDL_DEL_RING, {words[0], words[1]});
       }},
      {"refresh", [](const auto&) { return ring_function(IRRSDL_DATA_REFRESH, {}); }},
      {"list", list},
      {"count", count},
      {"list-rings", list_rings},
      {"show", show},
      {"import", import},
      {"export", export_certificate},
      {"connect",
       [](const auto& words) { return reconnect(words[0], words[1], words[2], words[3], words[4], words.size() > 5); }},
      {"set-default", [](const auto& words) { return reconnect(words[0], words[1], words[1], words[2], "-", true); }},
      {"trust", [](const auto& words) { return alter(words[0], words[1], "", status_of(words[2])); }},
      {"rename", [](const auto& words) { return alter(words[0], words[1], words[2], 0); }},
      {"remove", remove},
  };
  return all;
}

}  // namespace

Outcome run(const std::string& operation, const std::vector<std::string>& arguments) {
  return operations().at(operation)(arguments);
}

}  // namespace ringside::zowe
