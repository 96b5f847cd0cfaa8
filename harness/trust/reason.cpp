// harness/trust/reason.cpp - the names of the reasons.
#include "harness/trust/reason.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

constexpr auto names = std::to_array<std::pair<Reason, std::string_view>>({
    {Reason::trusted, "trusted"},
    {Reason::not_on_ring, "not on ring"},
    {Reason::not_in_store, "not in store"},
    {Reason::notrust, "NOTRUST"},
    {Reason::another_key, "same name, another key"},
    {Reason::expired, "expired"},
    {Reason::not_yet_valid, "not yet valid"},
    {Reason::no_ring, "no ring"},
    {Reason::no_store, "no key store"},
    {Reason::not_authorized, "not authorized"},
    {Reason::no_default, "no default"},
    {Reason::no_label, "no such label"},
    {Reason::no_key, "no key"},
    {Reason::key_not_readable, "key not readable"},
    {Reason::wrong_usage, "wrong usage"},
    {Reason::not_a_ca, "not a CA"},
    {Reason::wrong_purpose, "wrong purpose"},
    {Reason::unsuitable_key, "unsuitable key"},
    {Reason::host_name, "host name"},
    {Reason::other, "other"},
});

// "same name, another key" needs quotes inside YAML's braces, so it is also accepted without the comma.
std::string comparable(std::string_view text) {
  return base::lower(base::replace_all(base::trim(text), ",", ""));
}

}  // namespace

std::string_view to_string(Reason reason) {
  return names[static_cast<std::size_t>(reason)].second;
}

std::optional<Reason> reason_from(std::string_view text) {
  const std::string wanted = comparable(text);
  for (const auto& [reason, name] : names)
    if (comparable(name) == wanted) return reason;
  return std::nullopt;
}

std::vector<std::string> reason_names() {
  std::vector<std::string> all;
  for (const auto& [reason, name] : names) all.emplace_back(name);
  return all;
}

}  // namespace ringside::harness
