// connectors/datalib/call.hpp - one call of R_datalib: what the program passed, and whom it is answered for.
#pragma once

#include <cstdint>
#include <string>

#include "connectors/caller/opened_lab.hpp"
#include "connectors/datalib/caller_memory.hpp"

namespace ringside::connectors::datalib {

struct Call {
  OpenedLab& lab;
  CallerMemory memory;
  std::uint32_t attributes = 0;
  std::string user;  ///< owner of the ring, as passed
  std::string ring;
  int version = 0;
  void* list = nullptr;  ///< the parameter list of the function; not null where the function has one
};

/// The codes that the function returns: success or a warning. A failure has its own codes.
using Reply = racf::datalib::Answer<racf::datalib::Codes>;

/// Returns the reply of an answer that has no warnings.
template <typename T>
Reply reply_of(const racf::datalib::Answer<T>& answer) {
  if (!answer) return tl::make_unexpected(answer.error());
  return racf::datalib::success;
}

/// With RINGSIDE_DATALIB_CHECK=1, says on standard error what z/OS would not accept, if `holds` is false.
void check(const Call& call, bool holds, const char* rule);

/// Returns the octets of a certificate or key. Fails with 8/8/4 if there are none, 8/8/32 above 64 KiB.
racf::datalib::Answer<base::ByteView> octets_at(const void* area, std::uint32_t length);

/// Returns a label, which may be empty. Fails with 8/8/32 above 32 octets, 8/8/4 for what is no text.
racf::datalib::Answer<std::string> label_at(const Call& call, const void* area, std::uint32_t length);

/// Returns the owner of a certificate as the service takes it. Fails with 8/8/32 if it has not 1 to 8 characters.
racf::datalib::Answer<std::string> owner_of(const Call& call, const irrsdl_user& user);

}  // namespace ringside::connectors::datalib
