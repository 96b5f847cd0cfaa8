// tests/fuzz/fuzz_datalib.cpp - IRRSDL64 with any function, numbers and texts, over small areas that end where they
// end; no call writes behind an area, and each answers with a code of the table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <ringside/irrsdl.h>
#include <unistd.h>

#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/tso/execute.hpp"

namespace {

using namespace ringside;

/// A lab that the process deletes at its end. IBMUSER has a ring with two certificates.
class FuzzLab {
 public:
  FuzzLab()
      : path_((std::filesystem::temp_directory_path() / ("fuzz_datalib." + std::to_string(::getpid()))).string()) {
    const base::SystemClock clock;
    lab::Lab lab(path_, clock);
    lab.set_seed("fuzz");
    database::SystemRecord system{"SYS1", "zos", "", "", 0};
    racf::add_system(lab, system, racf::Preparation::bare);
    racf::Session session(lab, system, "IBMUSER");
    for (const char* command :
         {"RACDCERT ADDRING(R)", "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('c')) WITHLABEL('c') NISTECC",
          "RACDCERT GENCERT SUBJECTSDN(CN('m')) WITHLABEL('m') NISTECC SIGNWITH(CERTAUTH LABEL('c'))",
          "RACDCERT CONNECT(LABEL('m') RING(R) DEFAULT)", "RACDCERT CONNECT(CERTAUTH LABEL('c') RING(R))"})
      tso::execute(session, parser::single_command(command));
    certificate_ = session.database.certificates.by_label("irrcerta", "c")->der;
    setenv("RINGSIDE_LAB", path_.c_str(), 1);
  }
  ~FuzzLab() {
    for (const char* kind : {"", "-wal", "-shm", "-journal"}) {
      std::error_code ignored;
      std::filesystem::remove(path_ + kind, ignored);
    }
  }
  FuzzLab(const FuzzLab&) = delete;
  FuzzLab& operator=(const FuzzLab&) = delete;
  [[nodiscard]] const base::Bytes& certificate() const { return certificate_; }

 private:
  std::string path_;
  base::Bytes certificate_;
};

/// What the input says, in pieces; zeros behind its end.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::uint8_t octet() { return at_ < size_ ? data_[at_++] : 0; }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 8U | octet();
    return value;
  }
  /// Small, or one of the lengths that matter.
  std::uint32_t length() {
    constexpr std::uint32_t known[] = {0, 8, 31, 32, 33, 245, 246, 400};
    const std::uint8_t chosen = octet();
    return chosen < 128 ? known[chosen % 8] : chosen - 128U;
  }
  std::vector<std::uint8_t> octets(std::size_t count) {
    std::vector<std::uint8_t> taken(count);
    for (std::uint8_t& each : taken) each = octet();
    return taken;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

/// The areas of one call. Each is as long as the list says, so that the sanitizer sees every octet behind it.
class Areas {
 public:
  Areas(Input& input, const FuzzLab& lab) : input_(input), lab_(lab) {}
  void* of(std::uint32_t length) {
    if (input_.octet() == 0xff) return nullptr;
    held_.push_back(std::make_unique<std::vector<std::uint8_t>>(input_.octets(length)));
    return held_.back()->data();
  }
  /// A certificate of the lab, or octets of the input.
  void* certificate(std::uint32_t& length) {
    if (input_.octet() % 2 == 0) return of(length);
    held_.push_back(std::make_unique<std::vector<std::uint8_t>>(lab_.certificate()));
    length = static_cast<std::uint32_t>(held_.back()->size());
    return held_.back()->data();
  }

 private:
  Input& input_;
  const FuzzLab& lab_;
  std::vector<std::unique_ptr<std::vector<std::uint8_t>>> held_;
};

irrsdl_user user_of(Input& input) {
  irrsdl_user user{};
  user.length = input.octet() % 10;
  const char* const names[] = {"IBMUSER ", "irrcerta", "*AUTH*  ", "\xff\xfe\1\2    "};
  std::memcpy(user.id, names[input.octet() % 4], sizeof user.id);
  return user;
}

template <typename List>
std::vector<std::uint8_t> octets_of(const List& list) {
  std::vector<std::uint8_t> octets(sizeof list);
  std::memcpy(octets.data(), &list, sizeof list);
  return octets;
}

/// The query of a call; nullptr sometimes.
irrsdl_query* query_of(Input& input, Areas& areas, irrsdl_query& query) {
  query = {input.number() % 8, input.octet() % 3U, input.octet() % 5U, input.length(), nullptr};
  query.attribute = areas.of(query.attribute_length);
  return input.octet() == 0xff ? nullptr : &query;
}

std::vector<std::uint8_t> data_get_of(Input& input, Areas& areas, irrsdl_query& query) {
  irrsdl_data_get list{};
  list.query = query_of(input, areas, query);
  list.certificate_length = input.length();
  list.certificate = areas.of(list.certificate_length);
  list.key_length = input.length();
  list.key = areas.of(list.key_length);
  list.label_length = input.length();
  list.label = areas.of(list.label_length);
  list.owner = user_of(input);
  list.subject_length = input.length();
  list.subject = areas.of(list.subject_length);
  list.record_id_length = input.length();
  list.record_id = areas.of(list.record_id_length);
  list.status = input.octet() % 4 == 0 ? input.number() : 0;
  return octets_of(list);
}

std::vector<std::uint8_t> data_put_of(Input& input, Areas& areas) {
  irrsdl_data_put list{};
  list.usage = input.octet();
  list.is_default = input.octet() % 2;
  std::uint32_t length = input.length();
  list.certificate = areas.certificate(length);
  list.certificate_length = length;
  list.key_length = input.length();
  list.key = areas.of(list.key_length);
  list.label_length = input.length();
  list.label = areas.of(list.label_length);
  list.owner = user_of(input);
  return octets_of(list);
}

/// DataAlter; its first fields are those of DataRemove.
std::vector<std::uint8_t> named_of(Input& input, Areas& areas, bool alters) {
  irrsdl_data_alter alter{};
  alter.label_length = input.length();
  alter.label = areas.of(alter.label_length);
  alter.owner = user_of(input);
  if (!alters) return octets_of(irrsdl_data_remove{alter.label_length, 0, alter.label, alter.owner, {}});
  alter.new_label_length = input.length();
  alter.new_label = areas.of(alter.new_label_length);
  return octets_of(alter);
}

std::vector<std::uint8_t> certificate_of(Input& input, Areas& areas) {
  std::uint32_t length = input.length();
  void* const certificate = areas.certificate(length);
  return octets_of(irrsdl_serial_number{length, 0, certificate, 0});
}

std::vector<std::uint8_t> ring_info_of(Input& input, Areas& areas) {
  const std::uint32_t length = input.length();
  return octets_of(irrsdl_ring_info{input.octet() % 5U, length, areas.of(length)});
}

std::vector<std::uint8_t> list_of(std::uint8_t function, Input& input, Areas& areas, irrsdl_query& query) {
  switch (function) {
    case IRRSDL_DATA_GET_FIRST:
    case IRRSDL_DATA_GET_NEXT:
      return data_get_of(input, areas, query);
    case IRRSDL_DATA_ABORT_QUERY:
      return octets_of(irrsdl_abort{query_of(input, areas, query)});
    case IRRSDL_CHECK_STATUS:
    case IRRSDL_INC_SERIAL_NUM:
      return certificate_of(input, areas);
    case IRRSDL_DATA_PUT:
      return data_put_of(input, areas);
    case IRRSDL_DATA_REMOVE:
    case IRRSDL_DATA_ALTER:
      return named_of(input, areas, function == IRRSDL_DATA_ALTER);
    case IRRSDL_GET_RING_INFO:
      return ring_info_of(input, areas);
    default:
      return octets_of(irrsdl_update_code{});
  }
}

/// A length and a text: one that the lab has, or octets of the input.
std::string name_of(Input& input, const std::vector<std::string>& known) {
  const std::uint8_t chosen = input.octet();
  if (chosen < 192) return known[chosen % known.size()];
  const auto octets = input.octets(1U + input.octet());
  std::string name(octets.begin(), octets.end());
  name.resize(256);  // as many as the length may say
  return name;
}

bool is_known(int saf, int racf, int reason) {
  if (saf == 4 && racf == 4) return reason >= 0 && reason <= 16;
  return !racf::datalib::meaning({saf, racf, reason}).empty();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FuzzLab lab;
  Input input(data, size);
  ringside_datalib_mode(input.octet() % 2, input.octet() % 2);
  for (int call = 0; call < 4; ++call) {
    Areas areas(input, lab);
    auto function = static_cast<char>(input.octet() % 16);
    irrsdl_query query{};
    std::vector<std::uint8_t> list = list_of(static_cast<std::uint8_t>(function), input, areas, query);
    std::string user =
        name_of(input, {"\7IBMUSER", {"\0", 1}, "\6*AUTH*", "\7*TOKEN*", "\7\xc9\xc2\xd4\xe4\xe2\xc5\xd9"});
    std::string ring = name_of(input, {"\1R", "\1*", {"\0", 1}, "\3New", "\1\xd9", "\1\x5c"});
    int parameters = input.octet() == 0xff ? 13 : 14, version = input.octet() % 3;
    int attributes = static_cast<int>((input.octet() % 8U) << 29U);
    int saf = -1, racf = -1, reason = -1;
    IRRSDL64(&parameters, nullptr, nullptr, &saf, nullptr, &racf, nullptr, &reason, &function, &attributes, user.data(),
             ring.data(), &version, input.octet() == 0xff ? nullptr : list.data());
    if (!is_known(saf, racf, reason)) std::abort();
    if (saf == 8 && reason == 12) std::abort();  // no input is an error inside of the service
  }
  return 0;
}
