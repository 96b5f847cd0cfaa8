// emulator/racf/datalib/r_datalib.cpp - the callable service R_datalib: queries, ring information, update codes,
// status.
#include "emulator/racf/datalib/r_datalib.hpp"

#include <atomic>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/racf/datalib/named_ring.hpp"
#include "emulator/racf/datalib/token_ring.hpp"
#include "emulator/racf/private_key.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/usage.hpp"

namespace ringside::racf::datalib {
namespace {

constexpr std::size_t most_queries = 4096;

KeyType key_type(const database::SecurityDatabase& database, const database::CertificateRecord& record,
                 const crypto::PrivateKey& key) {
  const crypto::KeyType type = key.spec().type;
  const bool ecc = type == crypto::KeyType::nist_ecc || type == crypto::KeyType::brainpool_ecc;
  const bool is_in_icsf = !record.pkds_label.empty() || (record.site && record.site->has_key_in_icsf());
  if (!is_in_icsf) return ecc ? KeyType::ecc_clear : KeyType::clear;
  if (ecc) return KeyType::ecc_pkds;
  const auto held = database.icsf_keys.find(record.pkds_label);
  return held && held->modulus_exponent ? KeyType::icsf : KeyType::pcicc;
}

/// The hash FNV-1a: equal rings have equal codes on every machine.
class UpdateCode {
 public:
  void add(std::string_view text) {
    for (const char c : text) code_ = (code_ ^ static_cast<unsigned char>(c)) * 16777619U;
    code_ = (code_ ^ 0xffU) * 16777619U;
  }
  [[nodiscard]] std::uint32_t value() const { return code_; }

 private:
  std::uint32_t code_ = 2166136261U;
};

// Tokens are never 0. Those of a service that is gone are not given again.
std::uint32_t next_token() {
  static std::atomic<std::uint32_t> last{0};
  std::uint32_t token = ++last;
  while (token == 0) token = ++last;
  return token;
}

}  // namespace

Service::Service(lab::Lab& lab, const database::SystemRecord& system, const std::string& caller)
    : session_(lab, system, caller) {}

Answer<Right> Service::right_to(const RingName& ring) {
  return right_to_read(session_, ring, remarks_);
}

Answer<std::vector<SeenMember>> Service::members_of(const RingName& ring) {
  if (racdcert::Owner{ring.owner}.is_user() && !session_.database.users.find(ring.owner))
    return fail(no_ring, fmt::format("user {} is not defined", ring.owner));
  const SeenRings rings(session_);
  if (std::string remark = rings.stale_remark(ring); !remark.empty()) remarks_.push_back(std::move(remark));
  auto members = rings.members(ring);
  if (!members) return fail(no_ring, fmt::format("ring {} does not exist", racf::to_string(ring)));
  return *std::move(members);
}

Entry Service::entry_of(const Right& right, const SeenMember& member) {
  const database::CertificateRecord& record = member.record;
  Entry entry;
  entry.usage = usage_code(member.usage);
  entry.is_default = member.is_default;
  entry.label = record.label;
  entry.owner = record.owner;
  entry.record_id = record.profile;
  entry.status = status_code(record.status);
  entry.certificate = record.der;
  entry.subject = record.subject;
  if (!may_have_key(session_, right, member.usage, record.owner)) return entry;
  entry.private_key = private_key_of(session_, record);
  if (!entry.private_key) return entry;
  entry.key_type = key_type(session_.database, record, *entry.private_key);
  entry.key_bits = entry.private_key->spec().bits;
  entry.key_label = record.pkds_label;
  return entry;
}

Answer<std::vector<Entry>> Service::read(const RingName& ring) {
  if (ring.owner == token_owner) return read_token(session_, ring.name);
  const auto right = right_to(ring);
  if (!right) return tl::make_unexpected(right.error());
  const auto members = members_of(ring);
  if (!members) return tl::make_unexpected(members.error());
  std::vector<Entry> entries;
  for (const SeenMember& member : *members) entries.push_back(entry_of(*right, member));
  return entries;
}

Answer<Service::Entries> Service::entries_of(const RingName& ring) {
  const auto version = session_.lab.data_version();
  if (kept_ && version && kept_->version == *version && kept_->ring == ring) return kept_->entries;
  auto read = this->read(ring);
  if (!read) return tl::make_unexpected(read.error());
  auto entries = std::make_shared<const std::vector<Entry>>(*std::move(read));
  if (version) kept_ = Kept{ring, *version, entries};
  return entries;
}

Answer<Service::First> Service::data_get_first(const std::string& owner, const std::string& ring,
                                               const Selection& selection, int version) {
  if (auto wrong = check(selection, version)) return tl::make_unexpected(std::move(*wrong));
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  auto entries = entries_of(*name);
  if (!entries) return tl::make_unexpected(entries.error());
  Query query{*std::move(entries), {}, 1};
  for (std::size_t at = 0; at < query.entries->size(); ++at)
    if (fits((*query.entries)[at], selection, version)) query.found.push_back(at);
  if (query.found.empty())
    return fail(no_certificate, fmt::format("ring {} holds no such certificate", racf::to_string(*name)));
  First first{next_token(), (*query.entries)[query.found.front()]};
  if (queries_.size() == most_queries) queries_.erase(queries_.begin());
  queries_.emplace(first.token, std::move(query));
  return first;
}

Answer<Entry> Service::data_get_next(Token token) {
  const auto found = queries_.find(token);
  if (found == queries_.end()) return fail(bad_token, "no query is open under this token");
  Query& query = found->second;
  if (query.next == query.found.size()) return fail(no_certificate, "there are no more certificates");
  return (*query.entries)[query.found[query.next++]];
}

void Service::data_put_back(Token token) {
  const auto found = queries_.find(token);
  if (found != queries_.end() && found->second.next > 0) --found->second.next;
}

Answer<void> Service::data_abort_query(Token token) {
  if (queries_.erase(token) == 0) return fail(bad_token, "no query is open under this token");
  return {};
}

Answer<std::uint32_t> Service::get_update_code(const std::string& owner, const std::string& ring) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  if (const auto right = right_to(*name); !right) return tl::make_unexpected(right.error());
  const auto members = members_of(*name);
  if (!members) return tl::make_unexpected(members.error());
  UpdateCode code;
  for (const SeenMember& member : *members) {
    const database::CertificateRecord& record = member.record;
    for (const std::string& part :
         {record.profile, record.label, record.key_fingerprint, to_string(record.status), to_string(member.usage)})
      code.add(part);
    code.add(member.is_default ? "DEFAULT" : "");
  }
  return code.value();
}

Answer<RingInfo> Service::info_of(const RingName& ring) {
  if (const auto right = right_to(ring); !right) return tl::make_unexpected(right.error());
  const auto members = members_of(ring);
  if (!members) return tl::make_unexpected(members.error());
  RingInfo info{ring, {}};
  for (const SeenMember& member : *members) info.members.push_back({member.record.owner, member.record.label});
  return info;
}

Answer<RingInfos> Service::get_ring_info(const std::string& owner, const std::string& ring,
                                         std::optional<std::size_t> area, RingSearch search) {
  auto name = named_ring(owner, ring.empty() ? virtual_ring : ring);
  if (!name) return tl::make_unexpected(name.error());
  if (area && *area < ring_count_octets) return fail(bad_length, "the area has no room for the number of rings");
  if (ring.empty()) {
    name->name.clear();
    search = RingSearch::named;
  } else if (const auto right = right_to(*name); !right) {
    return tl::make_unexpected(right.error());
  }
  std::vector<RingInfo> infos;
  for (const RingName& each : find_rings(SeenRings(session_), *name, search)) {
    auto info = info_of(each);
    if (!info) return tl::make_unexpected(info.error());
    infos.push_back(*std::move(info));
  }
  if (infos.empty())
    return fail(bad_length, ring.empty() ? fmt::format("user {} has no rings", name->owner)
                                         : fmt::format("ring {} does not exist", racf::to_string(*name)));
  return fitting(std::move(infos), area);
}

std::vector<RingName> Service::all_rings() {
  std::vector<RingName> rings = SeenRings(session_).all();
  for (std::string& token : session_.database.tokens.names()) rings.push_back({token_owner, std::move(token)});
  return rings;
}

Answer<std::uint32_t> Service::check_status(base::ByteView certificate) {
  const auto parsed = crypto::Certificate::from_der(certificate);
  if (!parsed) return tl::make_unexpected(Failure{bad_parameter_list, parsed.error().detail});
  const auto record = SeenRings(session_).certificate(racdcert::profile_name(*parsed));
  if (!record || record->der != parsed->der()) return fail(no_certificate, "the certificate is not in the database");
  Context context(session_);
  const AccessNeed need{"FACILITY", "IRR.DIGTCERT.LIST", racdcert::level_for(context, {record->owner})};
  if (!has_access(context, need)) return tl::make_unexpected(access_failure(context, need));
  return status_code(record->status);
}

}  // namespace ringside::racf::datalib
