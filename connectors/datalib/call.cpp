// connectors/datalib/call.cpp - one call of R_datalib: what its lists name.
#include "connectors/datalib/call.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "emulator/racf/datalib/named_ring.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Answer;
using racf::datalib::fail;

constexpr std::size_t most_octets = 64 * 1024;  // of a certificate or key

}  // namespace

void check(const Call& call, bool holds, const char* rule) {
  if (holds || !call.memory.modes().check) return;
  std::fputs(fmt::format("ringside: R_datalib: {}\n", rule).c_str(), stderr);
}

Answer<base::ByteView> octets_at(const void* area, std::uint32_t length) {
  if (area == nullptr || length == 0) return fail(racf::datalib::bad_parameter_list, "a certificate or key is missing");
  if (length > most_octets)
    return fail(racf::datalib::bad_length, fmt::format("a certificate or key has {} octets", length));
  return base::ByteView(static_cast<const std::uint8_t*>(area), length);
}

Answer<std::string> label_at(const Call& call, const void* area, std::uint32_t length) {
  if (length > IRRSDL_LABEL_MOST)
    return fail(racf::datalib::bad_length, fmt::format("a label has {} characters at most", +IRRSDL_LABEL_MOST));
  if (length > 0 && area == nullptr) return fail(racf::datalib::bad_parameter_list, "the label is missing");
  auto label = call.memory.text(area, length);
  if (!label) return fail(racf::datalib::bad_parameter_list, "the label is no text");
  return *std::move(label);
}

Answer<std::string> owner_of(const Call& call, const irrsdl_user& user) {
  check(call, user.length == IRRSDL_USER_MOST,
        "z/OS wants 8 as the length of a certificate's owner, and blanks behind it");
  const auto text = call.memory.user_id(user);
  if (!text || text->empty())
    return fail(racf::datalib::bad_length, "the owner of a certificate has 1 to 8 characters");
  auto owner = racf::datalib::certificate_owner(*text);
  if (!owner) return fail(racf::datalib::bad_length, *text + " is no owner of certificates");
  return *std::move(owner);
}

}  // namespace ringside::connectors::datalib
