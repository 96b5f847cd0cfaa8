// emulator/racf/datalib/update.hpp - the functions of R_datalib that change rings and certificates: NewRing, DelRing,
// DataPut, DataRemove, DataAlter, DataRefresh.
//
// A profile <owner>.<ring>.UPD of RDATALIB decides. Without one, FACILITY decides as for RACDCERT ADDRING, DELRING, ADD
// with CONNECT, and REMOVE. Ring "*" means the database: certificates are added and deleted there, by
// may_change_certificate() (Callable Services, "R_datalib", RACF authorization). The levels on the UPD profile are
// inferred from those of RACDCERT.
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
  std::string label;  ///< not used if the certificate is in the database already; empty: a generated one
  std::optional<database::Usage> usage{};  ///< nullopt: that which fits the certificate's owner
  crypto::Certificate certificate;
  std::optional<crypto::PrivateKey> private_key{};
  std::optional<database::Status> status{};  ///< nullopt: that which RACDCERT ADD gives it
  bool is_default = false;                   ///< becomes the ring's default; else a default one stays what it is
};

/// The result of data_put.
struct Put {
  std::string owner, label;  ///< of the certificate in the database
  database::Status status = database::Status::trust;
  bool was_there = false;  ///< the certificate was in the database before
  Codes codes = success;   ///< success, or one of the warnings put::*
};

/// A certificate of the database.
struct CertificateName {
  std::string owner;  ///< user ID, irrcerta or irrsitec
  std::string label;
};

/// What data_remove does besides taking the certificate off the ring.
struct Removal {
  bool certificate_too = false;  ///< DEL_CERT_TOO: delete it from the database
  bool all_rings = false;        ///< DEL_ALLRINGS: also if other rings have it
};

/// What data_alter changes.
struct Alteration {
  std::optional<database::Status> status{};
  std::string new_label{};  ///< empty: the label stays
};

/// Makes an empty ring for a user, or takes all certificates off a ring that exists. Fails with 8/8/28 for a virtual
/// ring or an owner that is not a defined user.
Answer<void> new_ring(Session& session, const std::string& owner, const std::string& ring);

/// Deletes a ring of a user. Fails with 8/8/84 if there is none, 8/8/28 for a virtual ring.
Answer<void> del_ring(Session& session, const std::string& owner, const std::string& ring);

/// Adds the certificate if it is new, and connects it. A certificate that is in the database is connected under its own
/// label. With ring "*" nothing is connected. Changes nothing if it fails.
Answer<Put> data_put(Session& session, const std::string& owner, const std::string& ring, const NewMember& member);

/// Disconnects a certificate, and deletes it if `removal` or ring "*" says so. Returns success or one of the warnings
/// remove::*. Fails with 8/8/44 if the ring does not have it; with ring "*" if it does not exist, or a ring has it and
/// `removal.all_rings` is not set.
Answer<Codes> data_remove(Session& session, const std::string& owner, const std::string& ring,
                          const CertificateName& certificate, const Removal& removal);

/// Changes the status, the label, or both. Returns success or alter::refresh. Fails with 8/8/44 if there is no such
/// certificate.
Answer<Codes> data_alter(Session& session, const CertificateName& certificate, const Alteration& alteration);

/// Refreshes those of the classes DIGTCERT, DIGTRING and DIGTNMAP that are RACLISTed. Fails with 8/8/92 if the caller
/// may not refresh them.
Answer<void> data_refresh(Session& session);

}  // namespace ringside::racf::datalib
