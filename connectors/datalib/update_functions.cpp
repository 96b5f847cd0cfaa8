// connectors/datalib/update_functions.cpp - the functions of R_datalib that change something.
#include "connectors/datalib/update_functions.hpp"

#include <algorithm>
#include <bit>

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Answer;
using racf::datalib::fail;
using racf::datalib::NewMember;
using racf::datalib::success;

/// Runs `change` as one transaction, as often as it takes against other processes. It is undone if it fails.
template <typename Change>
auto in_one_piece(Call& call, Change change) {
  lab::Lab& lab = call.lab.lab();
  return lab.in_one_piece([&] {
    auto savepoint = lab.savepoint();
    auto answer = change(call.lab.service());
    if (answer) savepoint.keep();
    return answer;
  });
}

constexpr std::uint32_t statuses = IRRSDL_PUT_TRUST | IRRSDL_PUT_HIGHTRUST | IRRSDL_PUT_NOTRUST;

Answer<std::optional<database::Status>> status_of(const Call& call) {
  const std::uint32_t chosen = call.attributes & statuses;
  if (std::popcount(chosen) > 1) return fail(racf::datalib::bad_parameter_list, "the attributes name several statuses");
  if (chosen == IRRSDL_PUT_TRUST) return database::Status::trust;
  if (chosen == IRRSDL_PUT_HIGHTRUST) return database::Status::hightrust;
  if (chosen == IRRSDL_PUT_NOTRUST) return database::Status::notrust;
  return std::nullopt;
}

/// nullopt: the certificate's own.
Answer<std::optional<database::Usage>> usage_of(std::uint32_t code) {
  if (code == IRRSDL_USAGE_OF_CERTIFICATE) return std::nullopt;
  if (code == IRRSDL_USAGE_PERSONAL) return database::Usage::personal;
  if (code == IRRSDL_USAGE_CERTAUTH) return database::Usage::certauth;
  if (code == IRRSDL_USAGE_SITE) return database::Usage::site;
  return fail(racf::datalib::bad_parameter_list, "the usage is not known");
}

Answer<std::optional<crypto::PrivateKey>> key_of(const irrsdl_data_put& list) {
  if (list.key_length == 0) return std::nullopt;
  const auto octets = octets_at(list.key, list.key_length);
  if (!octets) return tl::make_unexpected(octets.error());
  auto key = crypto::PrivateKey::from_pkcs8(*octets);
  if (!key) return fail(racf::datalib::bad_key, key.error().detail);
  return *std::move(key);
}

Answer<crypto::Certificate> certificate_of(const irrsdl_data_put& list) {
  const auto octets = octets_at(list.certificate, list.certificate_length);
  if (!octets) return tl::make_unexpected(octets.error());
  auto certificate = crypto::Certificate::from_der(*octets);
  if (!certificate) return fail(racf::datalib::bad_parameter_list, certificate.error().detail);
  return *std::move(certificate);
}

Answer<NewMember> member_of(const Call& call, const irrsdl_data_put& list) {
  auto certificate = certificate_of(list);
  if (!certificate) return tl::make_unexpected(certificate.error());
  auto key = key_of(list);
  if (!key) return tl::make_unexpected(key.error());
  auto owner = owner_of(call, list.owner);
  if (!owner) return tl::make_unexpected(owner.error());
  auto label = label_at(call, list.label, list.label_length);
  if (!label) return tl::make_unexpected(label.error());
  check(call, label->size() == IRRSDL_LABEL_MOST, "z/OS rewrites all 32 octets of the label's area");
  const auto usage = usage_of(list.usage);
  if (!usage) return tl::make_unexpected(usage.error());
  const auto status = status_of(call);
  if (!status) return tl::make_unexpected(status.error());
  return NewMember{*std::move(owner), *std::move(label),   *usage, *std::move(certificate), *std::move(key),
                   *status,           list.is_default != 0};
}

// The area of the label may have no more octets than it had on input.
void write_name(const Call& call, irrsdl_data_put& list, const racf::datalib::Put& put) {
  const base::Bytes label = call.memory.octets(put.label);
  const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(label.size(), list.label_length));
  if (length > 0) std::memcpy(list.label, label.data(), length);
  list.label_length = call.memory.number(length);
  list.owner = call.memory.padded(put.owner);
  store(call.list, list);
}

Answer<racf::datalib::CertificateName> name_of(const Call& call, const irrsdl_user& user, const void* area,
                                               std::uint32_t length) {
  auto owner = owner_of(call, user);
  if (!owner) return tl::make_unexpected(owner.error());
  auto label = label_at(call, area, length);
  if (!label) return tl::make_unexpected(label.error());
  if (label->empty()) return fail(racf::datalib::bad_length, "the label is empty");
  return racf::datalib::CertificateName{*std::move(owner), *std::move(label)};
}

}  // namespace

Reply inc_serial_num(Call& call) {
  auto list = load<irrsdl_serial_number>(call.list);
  const auto certificate = octets_at(list.certificate, list.certificate_length);
  if (!certificate) return tl::make_unexpected(certificate.error());
  const auto serial = in_one_piece(call, [&](auto& service) { return service.inc_serial_num(*certificate); });
  if (!serial) return tl::make_unexpected(serial.error());
  list.serial = call.memory.long_number(*serial);
  store(call.list, list);
  return success;
}

Reply new_ring(Call& call) {
  return reply_of(in_one_piece(call, [&](auto& service) { return service.new_ring(call.user, call.ring); }));
}

Reply data_put(Call& call) {
  auto list = load<irrsdl_data_put>(call.list);
  const auto member = member_of(call, list);
  if (!member) return tl::make_unexpected(member.error());
  const auto put = in_one_piece(call, [&](auto& service) { return service.data_put(call.user, call.ring, *member); });
  if (!put) return tl::make_unexpected(put.error());
  write_name(call, list, *put);
  return put->codes;
}

Reply data_remove(Call& call) {
  const auto list = load<irrsdl_data_remove>(call.list);
  const auto name = name_of(call, list.owner, list.label, list.label_length);
  if (!name) return tl::make_unexpected(name.error());
  const racf::datalib::Removal removal{(call.attributes & IRRSDL_REMOVE_DEL_CERT_TOO) != 0,
                                       (call.attributes & IRRSDL_REMOVE_DEL_ALLRINGS) != 0};
  return in_one_piece(call, [&](auto& service) {
    return service.data_remove(call.user, call.ring, name->owner, name->label, removal);
  });
}

Reply del_ring(Call& call) {
  return reply_of(in_one_piece(call, [&](auto& service) { return service.del_ring(call.user, call.ring); }));
}

Reply data_refresh(Call& call) {
  return reply_of(in_one_piece(call, [&](auto& service) { return service.data_refresh(); }));
}

Reply data_alter(Call& call) {
  const auto list = load<irrsdl_data_alter>(call.list);
  const auto name = name_of(call, list.owner, list.label, list.label_length);
  if (!name) return tl::make_unexpected(name.error());
  const auto new_label = label_at(call, list.new_label, list.new_label_length);
  if (!new_label) return tl::make_unexpected(new_label.error());
  const auto status = status_of(call);
  if (!status) return tl::make_unexpected(status.error());
  return in_one_piece(call, [&](auto& service) {
    return service.data_alter(name->owner, name->label, {*status, *new_label});
  });
}

}  // namespace ringside::connectors::datalib
