// emulator/racf/datalib/update.hpp - the functions of R_datalib that change rings: NewRing, DataPut, DataRemove.
//
// A profile <owner>.<ring>.UPD of RDATALIB decides. Without one, FACILITY decides as for RACDCERT ADDRING, ADD with
// CONNECT, and REMOVE (Callable Services, "R_datalib", RACF authorization). The levels on the UPD profile are inferred
// from those of RACDCERT.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/datalib/codes.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::racf::datalib {

/// A certificate to connect to a ring, and to add to the database if it is not there.
struct NewMember {
  std::string owner;  ///< user ID, irrcerta or irrsitec
  std::string label;  ///< not used if the certificate is in the database already
  database::Usage usage = database::Usage::personal;
  crypto::Certificate certificate;
  std::optional<crypto::PrivateKey> private_key{};
};

/// The result of data_put.
struct Put {
  std::string owner, label;  ///< of the certificate in the database
  database::Status status = database::Status::trust;
  bool was_there = false;  ///< the certificate was in the database before
};

/// Makes an empty ring for a user. Fails with 8/8/28 for a virtual ring or an owner that is not a defined user.
Answer<void> new_ring(Session& session, const std::string& owner, const std::string& ring);

/// Adds the certificate if it is new, with the status that RACDCERT ADD gives it, and connects it. A certificate that
/// is in the database is connected under its own label. Changes nothing if it fails.
Answer<Put> data_put(Session& session, const std::string& owner, const std::string& ring, const NewMember& member);

/// Disconnects a certificate, which stays in the database. Fails with 8/8/44 if it is not on the ring.
Answer<void> data_remove(Session& session, const std::string& owner, const std::string& ring,
                         const std::string& certificate_owner, const std::string& label);

}  // namespace ringside::racf::datalib
