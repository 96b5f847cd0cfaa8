// server/services/tso/address_spaces.cpp - the TSO address spaces that a server keeps between requests.
#include "server/services/tso/address_spaces.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace ringside::services {
namespace {

constexpr int most_of_a_user = 10;

bool belongs_to(const AddressSpace& space, const std::string& system, const std::string& user) {
  return space.system == system && space.user == user;
}

/// "aaaaaaab" for 1: eight letters, as z/OSMF ends its keys.
std::string letters(std::uint64_t number) {
  constexpr std::uint64_t alphabet = 26;
  std::string text(8, 'a');
  for (auto c = text.rbegin(); c != text.rend(); ++c, number /= alphabet)
    *c = static_cast<char>('a' + number % alphabet);
  return text;
}

}  // namespace

AddressSpace& AddressSpaces::start(const std::string& system, const std::string& user) {
  int count = 0;
  for (auto space = spaces_.begin(); space != spaces_.end();) {
    const bool is_too_many = belongs_to(*space, system, user) && ++count >= most_of_a_user;
    space = is_too_many ? spaces_.erase(space) : std::next(space);
  }
  const std::uint64_t number = started_++;
  spaces_.push_front({fmt::format("{}-{}-{}", user, number + 1, letters(number)), system, user, user});
  return spaces_.front();
}

AddressSpace* AddressSpaces::find(const std::string& system, const std::string& user, const std::string& key) {
  const auto found = std::find_if(spaces_.begin(), spaces_.end(), [&](const AddressSpace& space) {
    return belongs_to(space, system, user) && space.key == key;
  });
  if (found == spaces_.end()) return nullptr;
  spaces_.splice(spaces_.begin(), spaces_, found);
  return &spaces_.front();
}

AddressSpace& AddressSpaces::shared(const std::string& system, const std::string& user) {
  const auto found = std::find_if(spaces_.begin(), spaces_.end(), [&](const AddressSpace& space) {
    return belongs_to(space, system, user) && space.is_shared;
  });
  if (found != spaces_.end()) return *found;
  AddressSpace& made = start(system, user);
  made.is_shared = true;
  return made;
}

bool AddressSpaces::stop(const std::string& system, const std::string& user, const std::string& key) {
  if (find(system, user, key) == nullptr) return false;
  spaces_.pop_front();
  return true;
}

}  // namespace ringside::services
