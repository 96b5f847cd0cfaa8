// tests/connectors/datalib/datalib_caller.hpp - a program that calls IRRSDL64: parameters, areas and lists as C
// programs have them.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <ringside/irrsdl.h>

#include "emulator/racf/datalib/codes.hpp"

namespace ringside::connectors::datalib {

/// The areas of a DataGet, with room for what tests have.
struct GetAreas {
  irrsdl_query query{};
  std::uint8_t certificate[4096]{}, key[4096]{}, label[238]{}, subject[1024]{}, record_id[246]{};
  irrsdl_data_get list{};

  GetAreas() { reset(); }
  /// Sets the lengths as they are before a call.
  void reset() {
    list.query = &query;
    list.certificate = certificate;
    list.certificate_length = sizeof certificate;
    list.key = key;
    list.key_length = sizeof key;
    list.label = label;
    list.label_length = sizeof label;
    list.owner.length = 8;
    list.subject = subject;
    list.subject_length = sizeof subject;
    list.record_id = record_id;
    list.record_id_length = sizeof record_id;
    list.status = 0;
  }
  [[nodiscard]] std::string label_text() const { return {reinterpret_cast<const char*>(label), list.label_length}; }
};

/// One call. ALETs are passed as numbers, as some programs do.
struct Caller {
  int parameters = IRRSDL_PARAMETERS;
  int version = 0;
  std::uint32_t attributes = 0;

  racf::datalib::Codes call(int function, const std::string& user, const std::string& ring, void* list) {
    int saf = -1, racf = -1, reason = -1;
    auto code = static_cast<char>(function);
    const auto counted = [](const std::string& text) { return static_cast<char>(text.size()) + text; };
    std::string owner = counted(user), name = counted(ring);
    int given = static_cast<int>(attributes);
    auto* const alet = reinterpret_cast<int*>(std::uintptr_t{1});
    IRRSDL64(&parameters, nullptr, alet, &saf, alet, &racf, alet, &reason, &code, &given, owner.data(), name.data(),
             &version, list);
    return {saf, racf, reason};
  }
  racf::datalib::Codes get_first(const std::string& user, const std::string& ring, GetAreas& areas) {
    version = 1;
    attributes = IRRSDL_GET_ALL_KEY_TYPES;
    areas.reset();
    return call(IRRSDL_DATA_GET_FIRST, user, ring, &areas.list);
  }
  racf::datalib::Codes get_next(GetAreas& areas) {
    version = 1;
    attributes = IRRSDL_GET_ALL_KEY_TYPES;
    areas.reset();
    return call(IRRSDL_DATA_GET_NEXT, "", "", &areas.list);
  }
};

/// A list that names a certificate, for DataRemove; the label must outlive it.
inline irrsdl_user user_of(const std::string& id) {
  irrsdl_user user{};
  user.length = 8;
  std::memset(user.id, ' ', sizeof user.id);
  std::memcpy(user.id, id.data(), id.size());
  return user;
}

}  // namespace ringside::connectors::datalib
