// connectors/gskcms/buffers.hpp - octets and certificates between Ringside and the structures of C.
#pragma once

#include <string_view>
#include <vector>

#include <gskcms.h>

#include "base/bytes.hpp"
#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::connectors::gskcms {

/// The octets of a buffer; none if it is empty or there is no buffer.
base::ByteView view(const gsk_buffer* buffer);

/// A buffer with a copy of the octets, from malloc(). A buffer of no octets has no storage. Throws std::bad_alloc.
gsk_buffer buffer_of(base::ByteView bytes);
gsk_buffer buffer_of(std::string_view text);

/// The structure of a certificate. Throws std::bad_alloc.
x509_certificate structure_of(const crypto::Certificate& certificate);
/// The structures of several certificates. Throws std::bad_alloc.
pkcs_certificates structure_of(const std::vector<crypto::Certificate>& certificates);

}  // namespace ringside::connectors::gskcms
