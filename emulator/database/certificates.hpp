// emulator/database/certificates.hpp - DIGTCERT profiles: certificates with their keys, found by name, label, key or
// subject.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/twin/late_content.hpp"
#include "emulator/database/twin/site_facts.hpp"

namespace ringside::database {

inline constexpr const char* certauth_owner = "irrcerta";
inline constexpr const char* site_owner = "irrsitec";
inline constexpr const char* multiid_owner = "irrmulti";

enum class Status { trust, notrust, hightrust };

/// "TRUST", "NOTRUST", "HIGHTRUST".
std::string to_string(Status status);

struct CertificateRecord {
  std::int64_t id = 0;  ///< 0 until stored; each new certificate gets a higher one, so ids are in the order of creation
  std::string owner;    ///< user ID in upper case, or irrcerta / irrsitec
  std::string label;
  std::string profile;  ///< name of the profile in class DIGTCERT: serial number and issuer
  Status status = Status::trust;
  LateContent der;  ///< of a stand-in it is made when it is first read
  LateKey
      private_key;  ///< PKCS#8 DER of a key in the RACF database; of a stand-in also of one that the site has in ICSF
  std::string key_fingerprint;      ///< of the public key; empty for a stand-in whose key is not used yet
  base::Bytes subject;              ///< DER of the subject's name
  std::int64_t last_serial = 0;     ///< CERTLSER: the last serial number issued with this key
  bool request_made = false;        ///< GEN_REQ
  std::string pkds_label{};         ///< of the key that ICSF holds; then private_key is empty
  std::optional<SiteFacts> site{};  ///< of a certificate that an unload has brought

  /// Whether RACF's database or ICSF holds the private key, here or, for a twin's real certificate, at the site only.
  [[nodiscard]] bool has_key() const {
    return private_key.has_value() || !pkds_label.empty() || (site && site->has_key());
  }
  /// Whether only the site has the private key.
  [[nodiscard]] bool has_key_at_site_only() const { return has_key() && !private_key && pkds_label.empty(); }
  /// Forgets the private key; ICSF's own copy stays.
  void drop_key();
};

/// The start of a query whose rows read_certificate() reads; the name of a table and its conditions follow.
#define CERTIFICATE_COLUMNS                                                                                           \
  "SELECT id, owner, label, profile, status, der, private_key, key_fingerprint, subject, last_serial, request_made, " \
  "pkds_label, site FROM "
CertificateRecord read_certificate(const Query& query);

class Certificates {
 public:
  Certificates(Store& store, std::int64_t database) : store_(store), database_(database) {}

  [[nodiscard]] std::optional<CertificateRecord> by_id(std::int64_t id) const;
  [[nodiscard]] std::optional<CertificateRecord> by_label(const std::string& owner, const std::string& label) const;
  /// The id of the certificate of this owner and label, without reading its content; nullopt if there is none.
  [[nodiscard]] std::optional<std::int64_t> id_by_label(const std::string& owner, const std::string& label) const;
  [[nodiscard]] std::optional<CertificateRecord> by_profile(const std::string& profile) const;
  /// The id of the certificate of this profile, without reading its content; nullopt if there is none.
  [[nodiscard]] std::optional<std::int64_t> id_by_profile(const std::string& profile) const;
  [[nodiscard]] std::int64_t count() const;
  /// Whether an unload has brought one of them.
  [[nodiscard]] bool has_any_of_site() const;
  /// In the order of creation.
  [[nodiscard]] std::vector<CertificateRecord> by_owner(const std::string& owner) const;
  [[nodiscard]] std::vector<CertificateRecord> by_key(const std::string& key_fingerprint) const;
  [[nodiscard]] std::vector<CertificateRecord> by_subject(const base::Bytes& subject) const;

  /// Stores a new certificate and sets its id.
  void add(CertificateRecord& record);
  /// The same, but returns false and stores nothing if the database has the profile name or the owner's label already.
  bool add_if_new(CertificateRecord& record);
  /// Writes every column of the record with this id.
  void replace(const CertificateRecord& record);
  /// Calls `take` for each certificate of the database, in the order of creation, without holding them all.
  void each(const std::function<void(const CertificateRecord&)>& take) const;
  /// The certificate whose profile name comes next after `profile`; nullopt after the last.
  [[nodiscard]] std::optional<CertificateRecord> after_profile(const std::string& profile) const;
  /// Deletes the certificate and its connections to rings.
  void remove(std::int64_t id);

 private:
  bool insert(const char* sql, CertificateRecord& record);

  Store& store_;
  std::int64_t database_;
};

}  // namespace ringside::database
