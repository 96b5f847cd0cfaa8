// connectors/gskcms/status.hpp - the status codes of certificate management services, from the errors of Ringside.
#pragma once

#include <new>

#include <gskcms.h>

#include <tl/expected.hpp>

#include "emulator/crypto/result.hpp"
#include "emulator/racf/datalib/codes.hpp"

namespace ringside::connectors::gskcms {

/// A value, or the status code of what is wrong.
template <typename T>
using Answer = tl::expected<T, gsk_status>;

inline tl::unexpected<gsk_status> fail(gsk_status status) {
  return tl::make_unexpected(status);
}

/// The status of a refusal of R_datalib. Its return codes do not reach the caller of System SSL.
gsk_status status_of(const racf::datalib::Codes& codes);
/// The status of octets that cannot be read.
gsk_status status_of(const crypto::Problem& problem);

/// Calls the work of an exported function, which returns a status, and turns exceptions into one.
template <typename Work>
gsk_status guarded(Work&& work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return CMSERR_NO_MEMORY;
  } catch (...) {
    return CMSERR_IO_ERROR;
  }
}

}  // namespace ringside::connectors::gskcms
