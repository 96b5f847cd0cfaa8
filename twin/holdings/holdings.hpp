// twin/holdings/holdings.hpp - what the security databases of a lab hold, as plain data for reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/database/resources.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/database/systems.hpp"
#include "emulator/database/twin/load_remarks.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::twin {

/// A certificate as one security database holds it. What the unload of a twin does not tell is empty.
struct HeldCertificate {
  std::int64_t id = 0;
  std::string owner, label, profile;  ///< as in database::CertificateRecord
  database::Status status = database::Status::trust;
  bool has_key = false;
  bool is_supplied = false;  ///< made by Ringside in place of a CA certificate that is supplied with RACF
  std::string grade;         ///< "real", "stand-in" or "hollow" for a certificate of a twin, else empty

  std::string subject, issuer, serial;  ///< as RACDCERT LIST shows them
  std::optional<base::Instant> not_before, not_after;

  // Read with Depth::all only.
  std::string key_kind;  ///< "RSA", "DSA", "NISTECC", "BPECC"; empty: not known
  int key_bits = 0;
  std::string signature;             ///< the word of RACDCERT LIST: "sha256RSA"
  std::set<std::string> identities;  ///< two certificates with one of these in common have the same key
  base::Bytes der;                   ///< empty where it would have to be made
};

struct HeldMember {
  std::optional<std::size_t> certificate;  ///< place in HeldDatabase::certificates; nullopt: it is gone
  database::Usage usage = database::Usage::personal;
  bool is_default = false;
};

struct HeldRing {
  std::string owner, name;
  std::vector<HeldMember> members;
};

/// A profile with its access list.
struct HeldProfile {
  database::Resource profile;
  std::vector<database::Access> access;
};

/// The profiles that decide who reads rings, as R_datalib sees them.
struct RingAuthority {
  bool by_ring = false;                                            ///< class RDATALIB is active and RACLISTed
  bool with_generics = false;                                      ///< its generic profiles count
  std::vector<database::Resource> profiles;                        ///< of RDATALIB
  std::map<std::string, std::vector<database::Access>> access;     ///< of those profiles, by name
  std::optional<HeldProfile> list_ring, generate;                  ///< FACILITY: IRR.DIGTCERT.LISTRING and .GENCERT
  std::map<std::string, std::vector<std::string>> users_of_group;  ///< of the groups on these access lists
};

/// A security database.
struct HeldDatabase {
  std::string name;
  std::vector<std::string> systems;
  std::vector<HeldCertificate> certificates;  ///< in the order of creation
  std::vector<HeldRing> rings;

  // Read with Depth::all only.
  std::set<std::string> users;
  std::set<std::int64_t> in_tokens;  ///< ids of certificates that are bound to a token
  RingAuthority authority;
  std::vector<database::LoadRemark> remarks;  ///< of the load of an unload
};

struct Holdings {
  base::Instant at{};  ///< the lab's clock
  base::Zone zone{};
  std::vector<HeldDatabase> databases;  ///< in the order of their first systems
};

/// How much is read: `dates` needs no key of a certificate and is fast for many thousands.
enum class Depth { dates, all };

/// Reads the databases that these systems use. Systems other than z/OS have none. Makes no stand-in's key.
Holdings holdings_of(lab::Lab& lab, const std::vector<database::SystemRecord>& systems, Depth depth);

/// "CERTAUTH", "SITE", "ID(WEB)": IBM's column "Cert Owner".
std::string owner_of(const HeldCertificate& certificate);
/// "CERTAUTH LABEL('CA')", and the grade of a twin's certificate behind it.
std::string described(const HeldCertificate& certificate);
/// "WEB/Ring".
std::string described(const HeldRing& ring);
/// "RACFA (SYSA, SYSB)"; for a database of one system, the system's name only.
std::string described(const HeldDatabase& database);
/// "1 ring", "2 rings".
std::string counted(std::size_t number, const std::string& what);

}  // namespace ringside::twin
