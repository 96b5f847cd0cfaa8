// connectors/client/datalib_call.cpp - calls of R_datalib as programs for z/OS make them.
#include "connectors/client/datalib_call.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

namespace ringside::connectors::client {
namespace {

constexpr std::size_t certificate_octets = 64 * 1024, key_octets = 8 * 1024, subject_octets = 2 * 1024;
constexpr int with_notrust = 1, without_notrust = 0;  // versions of the parameter list

struct Word {
  std::uint32_t value;
  const char* word;
};
constexpr std::array usages = {Word{IRRSDL_USAGE_PERSONAL, "PERSONAL"}, Word{IRRSDL_USAGE_CERTAUTH, "CERTAUTH"}};
constexpr std::array statuses = {Word{IRRSDL_STATUS_TRUST, "TRUST"}, Word{IRRSDL_STATUS_HIGHTRUST, "HIGHTRUST"},
                                 Word{IRRSDL_STATUS_NOTRUST, "NOTRUST"}};

template <typename Words>
std::string word_of(const Words& words, std::uint32_t value, const char* other) {
  const auto* found = std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.value == value; });
  return found == words.end() ? other : found->word;
}

/// A length and the characters behind it. Characters that find no room are left out.
template <std::size_t Most>
struct Text {
  explicit Text(const std::string& text) {
    const std::size_t length = std::min(text.size(), Most);
    octets[0] = static_cast<char>(length);
    std::memcpy(octets.data() + 1, text.data(), length);
  }
  std::array<char, Most + 1> octets{};
};

/// The parameter list of a query, with its areas.
class Query {
 public:
  Query(EntryPoint entry_point, Target target, int version)
      : entry_point_(entry_point), target_(std::move(target)), version_(version) {
    list_.query = &query_;
    list_.certificate = certificate_.data();
    list_.key = key_.data();
    list_.label = label_.data();
    list_.subject = subject_.data();
    list_.record_id = record_id_.data();
    list_.status = IRRSDL_STATUS_ANY;
  }
  ~Query() {
    irrsdl_abort list{&query_};
    if (is_open_) call(entry_point_, IRRSDL_DATA_ABORT_QUERY, target_, &list);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  void select(std::string& label) {
    query_.predicates = IRRSDL_PREDICATES_ONE;
    query_.attribute_id = IRRSDL_BY_LABEL;
    query_.attribute_length = static_cast<std::uint32_t>(label.size());
    query_.attribute = label.data();
  }

  tl::expected<Certificate, Codes> next() {
    list_.certificate_length = certificate_octets;
    list_.key_length = key_octets;
    list_.label_length = IRRSDL_LABEL_MOST;
    list_.owner.length = IRRSDL_USER_MOST;
    list_.subject_length = subject_octets;
    list_.record_id_length = IRRSDL_RECORD_ID_MOST;
    const int function = is_open_ ? IRRSDL_DATA_GET_NEXT : IRRSDL_DATA_GET_FIRST;
    const Codes codes = call(entry_point_, function, target_, &list_, IRRSDL_GET_ALL_KEY_TYPES, version_);
    if (codes.saf != 0) return tl::make_unexpected(codes);
    is_open_ = true;
    return found();
  }

 private:
  [[nodiscard]] Certificate found() const {
    Certificate certificate;
    certificate.label.assign(label_.data(), list_.label_length);
    certificate.owner.assign(list_.owner.id, IRRSDL_USER_MOST);
    certificate.owner.erase(certificate.owner.find_last_not_of(" @") + 1);  // a blank in ASCII, and one in EBCDIC
    certificate.usage = word_of(usages, list_.usage, "OTHER");
    certificate.status = word_of(statuses, list_.status, "UNKNOWN");
    certificate.is_default = list_.is_default != 0;
    certificate.key_type = list_.key_type;
    certificate.key_bits = list_.key_bits;
    certificate.der.assign(certificate_.begin(), certificate_.begin() + list_.certificate_length);
    certificate.key.assign(key_.begin(), key_.begin() + list_.key_length);
    return certificate;
  }

  EntryPoint entry_point_;
  Target target_;
  int version_;
  bool is_open_ = false;
  irrsdl_query query_{};
  irrsdl_data_get list_{};
  std::vector<std::uint8_t> certificate_ = std::vector<std::uint8_t>(certificate_octets);
  std::vector<std::uint8_t> key_ = std::vector<std::uint8_t>(key_octets);
  std::array<char, IRRSDL_LABEL_MOST> label_{};
  std::array<char, subject_octets> subject_{};
  std::array<char, IRRSDL_RECORD_ID_MOST> record_id_{};
};

}  // namespace

std::string to_string(const Codes& codes) {
  std::array<char, 128> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "function code: %02X, SAF rc: %d, RACF rc: %d, RACF rsn: %d",
                    static_cast<unsigned>(codes.function), codes.saf, codes.racf, codes.reason);
  return {text.data(), static_cast<std::size_t>(length)};
}

Codes call(EntryPoint entry_point, int function, const Target& target, void* list, std::uint32_t attributes,
           int version) {
  alignas(8) std::array<char, IRRSDL_WORK_AREA> work_area{};
  int parameters = IRRSDL_PARAMETERS, alet = 0;
  auto code = static_cast<char>(function);
  auto attribute_word = static_cast<int>(attributes);
  Text<IRRSDL_USER_MOST> user(target.user);
  Text<IRRSDL_RING_MOST> ring(target.ring);
  Codes codes;
  codes.function = function;
  entry_point(&parameters, work_area.data(), &alet, &codes.saf, &alet, &codes.racf, &alet, &codes.reason, &code,
              &attribute_word, user.octets.data(), ring.octets.data(), &version, list);
  return codes;
}

irrsdl_user user_field(const std::string& user) {
  irrsdl_user field{};
  std::memset(field.id, ' ', sizeof field.id);
  field.length = static_cast<std::uint8_t>(std::min<std::size_t>(user.size(), sizeof field.id));
  std::memcpy(field.id, user.data(), field.length);
  return field;
}

tl::expected<Listing, Codes> list_ring(EntryPoint entry_point, const Target& target, std::size_t most) {
  Query query(entry_point, target, with_notrust);
  Listing listing;
  for (auto next = query.next();; next = query.next()) {
    const bool is_end = !next && !listing.certificates.empty() && next.error().is(8, 8, IRRSDL_NO_CERTIFICATE);
    if (is_end) return listing;
    if (!next) return tl::make_unexpected(next.error());
    listing.is_cut_off = listing.certificates.size() == most;
    if (listing.is_cut_off) return listing;
    listing.certificates.push_back(*std::move(next));
  }
}

tl::expected<Certificate, Codes> certificate_of(EntryPoint entry_point, const Target& target,
                                                const std::string& label) {
  Query query(entry_point, target, without_notrust);
  std::string selected = label;
  query.select(selected);
  return query.next();
}

}  // namespace ringside::connectors::client
