// emulator/hosttools/keytool/store/key_store.cpp - finds, stores and sorts entries.
#include "emulator/hosttools/keytool/store/key_store.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/hosttools/keytool/store/java_string.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"

namespace ringside::keytool {
namespace {

/// Returns the order in which java.util.Hashtable enumerates: from the last bucket to the first, newest first in each.
std::vector<const Entry*> hashtable_order(const std::vector<Entry>& entries) {
  using Buckets = std::vector<std::vector<const Entry*>>;
  const auto bucket_of = [](const Entry* entry, std::size_t size) {
    return (java_hash(entry->alias) & 0x7FFFFFFFu) % size;
  };
  Buckets buckets(11);
  std::size_t count = 0;
  for (const Entry& entry : entries) {
    if (count >= buckets.size() * 3 / 4) {
      Buckets larger(buckets.size() * 2 + 1);
      for (auto old = buckets.rbegin(); old != buckets.rend(); ++old)
        for (const Entry* moved : *old) {
          auto& into = larger[bucket_of(moved, larger.size())];
          into.insert(into.begin(), moved);
        }
      buckets = std::move(larger);
    }
    auto& into = buckets[bucket_of(&entry, buckets.size())];
    into.insert(into.begin(), &entry);
    ++count;
  }
  std::vector<const Entry*> order;
  for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket)
    order.insert(order.end(), bucket->begin(), bucket->end());
  return order;
}

}  // namespace

std::string java_lower(const std::string& text) {
  constexpr char32_t first_capital = U'\u00C0', last_capital = U'\u00DE', multiplication_sign = U'\u00D7';
  const std::string lower = base::lower(text);
  std::string result;
  for (std::string_view rest = lower; !rest.empty();) {
    const auto [length, code] = base::next_character(rest);
    const bool capital = code && *code >= first_capital && *code <= last_capital && *code != multiplication_sign;
    result += capital ? base::encoded(*code + 0x20) : std::string(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  return result;
}

std::string KeyStore::folded(const std::string& alias) const {
  return type_ == StoreType::key_ring ? alias : java_lower(alias);
}

const Entry* KeyStore::find(const std::string& alias) const {
  const auto found = by_alias_.find(folded(alias));
  return found == by_alias_.end() ? nullptr : &entries_[found->second];
}

const Entry* KeyStore::find_certificate(const X509& certificate) const {
  if (!by_certificate_) {
    by_certificate_.emplace();
    for (std::size_t place = 0; place < entries_.size(); ++place)
      if (!entries_[place].chain.empty()) by_certificate_->emplace(entries_[place].chain.front().der(), place);
  }
  const auto [from, to] = by_certificate_->equal_range(certificate.der());
  if (from == to) return nullptr;
  if (std::next(from) == to || !format_of(type_).has_hash_order) return &entries_[from->second];
  for (const Entry* entry : in_java_order())
    if (!entry->chain.empty() && entry->chain.front().der() == certificate.der()) return entry;
  return nullptr;
}

void KeyStore::put(Entry entry) {
  entry.alias = folded(entry.alias);
  hash_order_.reset();
  const auto [there, is_new] = by_alias_.try_emplace(entry.alias, entries_.size());
  if (!is_new) {
    by_certificate_.reset();
    entries_[there->second] = std::move(entry);
    return;
  }
  if (by_certificate_ && !entry.chain.empty()) by_certificate_->emplace(entry.chain.front().der(), entries_.size());
  entries_.push_back(std::move(entry));
}

void KeyStore::erase(const std::string& alias) {
  std::erase_if(entries_, [name = folded(alias)](const Entry& entry) { return entry.alias == name; });
  by_certificate_.reset();
  hash_order_.reset();
  by_alias_.clear();
  for (std::size_t place = 0; place < entries_.size(); ++place) by_alias_.emplace(entries_[place].alias, place);
}

std::vector<const Entry*> KeyStore::in_java_order() const {
  std::vector<const Entry*> order;
  if (!format_of(type_).has_hash_order) {
    for (const Entry& entry : entries_) order.push_back(&entry);
    return order;
  }
  if (!hash_order_) {
    hash_order_.emplace();
    for (const Entry* entry : hashtable_order(entries_))
      hash_order_->push_back(static_cast<std::size_t>(entry - entries_.data()));
  }
  for (const std::size_t place : *hash_order_) order.push_back(&entries_[place]);
  return order;
}

std::vector<const Entry*> KeyStore::sorted() const {
  std::vector<const Entry*> order;
  for (const Entry& entry : entries_) order.push_back(&entry);
  std::sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) { return a->alias < b->alias; });
  return order;
}

bool KeyStore::only_certificates() const {
  return std::all_of(entries_.begin(), entries_.end(),
                     [](const Entry& entry) { return entry.kind == EntryKind::trusted_certificate; });
}

}  // namespace ringside::keytool
