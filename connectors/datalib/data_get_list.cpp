// connectors/datalib/data_get_list.cpp - the parameter list of DataGetFirst and DataGetNext.
#include "connectors/datalib/data_get_list.hpp"

#include <fmt/format.h>

#include "emulator/crypto/keys/pkcs8_naming_curve.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Answer;
using racf::datalib::Entry;
using racf::datalib::fail;
using racf::datalib::KeyType;
using racf::datalib::Selection;

/// What goes into one area.
struct Part {
  void* area;
  std::uint32_t room;
  base::Bytes content;

  [[nodiscard]] std::uint32_t length() const { return static_cast<std::uint32_t>(content.size()); }
  [[nodiscard]] bool fits() const { return content.size() <= room; }
  void write() const {
    if (!content.empty()) std::memcpy(area, content.data(), content.size());
  }
};

/// The key of the entry, if the caller wants keys of its type.
struct KeyPart {
  base::Bytes content{};
  std::uint32_t type = IRRSDL_KEY_NONE;
  std::uint32_t bits = 0;
};

KeyPart key_of(const Call& call, const Entry& entry) {
  const auto type = static_cast<std::uint32_t>(entry.key_type);
  const bool is_wanted = type <= IRRSDL_KEY_PCICC || (call.attributes & IRRSDL_GET_ALL_KEY_TYPES) != 0;
  if (!entry.private_key || !is_wanted) return {};
  const bool is_in_icsf = !entry.key_label.empty();
  return {is_in_icsf ? call.memory.octets(entry.key_label) : crypto::pkcs8_naming_curve(*entry.private_key), type,
          static_cast<std::uint32_t>(entry.key_bits)};
}

// Version 0 has no status.
std::size_t octets_of(const Call& call) {
  return call.version == 0 ? offsetof(irrsdl_data_get, status) : sizeof(irrsdl_data_get);
}

bool is_missing(const void* area, std::uint32_t length) {
  return area == nullptr && length > 0;
}

}  // namespace

Answer<DataGetList> DataGetList::read(const Call& call) {
  DataGetList read;
  read.list_ = load<irrsdl_data_get>(call.list, octets_of(call));
  const irrsdl_data_get& list = read.list_;
  if (list.query == nullptr || is_missing(list.certificate, list.certificate_length) ||
      is_missing(list.key, list.key_length) || list.label == nullptr || is_missing(list.subject, list.subject_length) ||
      list.record_id == nullptr)
    return fail(racf::datalib::bad_parameter_list, "the address of an area is missing");
  if (list.label_length < IRRSDL_LABEL_MOST || list.record_id_length < IRRSDL_RECORD_ID_MOST ||
      list.owner.length != IRRSDL_USER_MOST)
    return fail(racf::datalib::bad_length,
                fmt::format("the area of the label needs {} octets, that of the record ID {}, and the owner has {}",
                            +IRRSDL_LABEL_MOST, +IRRSDL_RECORD_ID_MOST, +IRRSDL_USER_MOST));
  read.query_ = load<irrsdl_query>(list.query);
  return read;
}

void DataGetList::set_token(std::uint32_t token) {
  query_.token = token;
  store(list_.query, query_.token);
}

Answer<Selection> DataGetList::selection(const Call& call) const {
  Selection selection;
  selection.status = list_.status;
  if (query_.predicates == IRRSDL_PREDICATES_NONE) return selection;
  const std::uint32_t wanted = query_.attribute_id, length = query_.attribute_length;
  if (query_.predicates != IRRSDL_PREDICATES_ONE || wanted < IRRSDL_BY_LABEL || wanted > IRRSDL_BY_SUBJECT)
    return fail(racf::datalib::bad_selection, "the number of predicates or the attribute is not known");
  if (wanted == IRRSDL_BY_DEFAULT) {
    selection.default_only = true;
    return selection;
  }
  if (length == 0 || (wanted == IRRSDL_BY_LABEL && length > IRRSDL_LABEL_MOST))
    return fail(racf::datalib::bad_length, fmt::format("a label has 1 to {} characters", +IRRSDL_LABEL_MOST));
  if (query_.attribute == nullptr) return fail(racf::datalib::bad_parameter_list, "the attribute is missing");
  if (wanted == IRRSDL_BY_LABEL) {
    const auto label = call.memory.text(query_.attribute, length);
    if (!label) return fail(racf::datalib::no_certificate, "the label is no text");
    selection.label = *label;
  } else {
    const auto* octets = static_cast<const std::uint8_t*>(query_.attribute);
    selection.subject = base::Bytes(octets, octets + length);
  }
  return selection;
}

bool DataGetList::fill(const Call& call, const Entry& entry) {
  const CallerMemory& memory = call.memory;
  KeyPart key = key_of(call, entry);
  const Part certificate{list_.certificate, list_.certificate_length, entry.certificate};
  const Part private_key{list_.key, list_.key_length, std::move(key.content)};
  const Part label{list_.label, list_.label_length, memory.octets(entry.label)};
  const Part subject{list_.subject, list_.subject_length, entry.subject};
  const Part record_id{list_.record_id, list_.record_id_length, memory.octets(entry.record_id)};
  list_.certificate_length = memory.number(certificate.length());
  list_.key_length = memory.number(private_key.length());
  list_.label_length = memory.number(label.length());
  list_.subject_length = memory.number(subject.length());
  list_.record_id_length = memory.number(record_id.length());
  const bool has_room = certificate.fits() && private_key.fits() && label.fits() && subject.fits() && record_id.fits();
  if (has_room) {
    for (const Part* part : {&certificate, &private_key, &label, &subject, &record_id}) part->write();
    list_.usage = memory.number(entry.usage);
    list_.is_default = memory.number(entry.is_default ? 1 : 0);
    list_.key_type = memory.number(key.type);
    list_.key_bits = memory.number(key.bits);
    list_.owner = memory.padded(entry.owner);
    list_.status = memory.number(entry.status);
  }
  store(call.list, list_, octets_of(call));
  return has_room;
}

}  // namespace ringside::connectors::datalib
