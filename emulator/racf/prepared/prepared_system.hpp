// emulator/racf/prepared/prepared_system.hpp - what a new system of a lab holds besides an empty RACF, as tables:
// classes with their options, profiles, and the CA certificates that are supplied with RACF.
//
// docs/prepared-system.md is made from these tables.
#pragma once

#include <span>
#include <string_view>

#include "emulator/lab/lab.hpp"

namespace ringside::racf {

/// A class that is active.
struct PreparedClass {
  std::string_view name;
  bool generic = true;    ///< SETROPTS GENERIC
  bool raclisted = true;  ///< SETROPTS RACLIST
};

/// A profile with UACC(NONE) that IBMUSER owns.
struct PreparedProfile {
  std::string_view profile_class;
  std::string_view name;
  bool generic;
  std::string_view application_data;
  std::string_view access_of_all;  ///< level of ID(*); empty: no access list
  std::string_view purpose;
};

/// A field of a segment of a profile that every lab has.
struct PreparedField {
  std::string_view profile_class;
  std::string_view profile;
  std::string_view segment;
  std::string_view field;
  std::string_view value;
};

/// A certificate of CERTAUTH with status NOTRUST and without a private key. It has the label of one that is supplied
/// with RACF; its name says that it is a stand-in.
struct SuppliedCertificate {
  std::string_view label;
  std::string_view source;           ///< how certain it is that RACF supplies the label
  std::string_view profile;          ///< its name in class DIGTCERT; here so that a new lab need not parse the DER
  std::string_view key_fingerprint;  ///< of its public key
  std::string_view subject;          ///< Base64 of the name's DER
  std::string_view certificate;      ///< Base64 of the DER
};

std::span<const PreparedClass> prepared_classes();
/// The SETROPTS options of a row.
database::ClassOption options_of(const PreparedClass& row);
std::span<const PreparedProfile> prepared_profiles();
std::span<const PreparedField> prepared_fields();
std::span<const SuppliedCertificate> supplied_certificates();
/// Returns whether a certificate has the label of a supplied one and, as those, no trust and no private key. Reports
/// leave them out unless a ring holds them.
bool is_supplied(const database::CertificateRecord& record);

/// Whether a new security database gets what the tables hold.
enum class Preparation { prepared, bare };

/// Adds a system to the lab, as Lab::add_system(). If it is z/OS and its security database is new, prepares the
/// database. Takes no number of an operation, so that keys made from a seed are the same in prepared and bare labs.
/// Returns whether the security database is new.
bool add_system(lab::Lab& lab, database::SystemRecord& record, Preparation preparation = Preparation::prepared);

}  // namespace ringside::racf
