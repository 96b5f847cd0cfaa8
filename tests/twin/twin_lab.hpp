// tests/twin/twin_lab.hpp - a lab for reports: a user WEB with a server certificate and its CA on a ring.
#pragma once

#include <string>

#include "emulator/database/certificates.hpp"
#include "tests/support/racf_lab.hpp"
#include "twin/holdings/holdings.hpp"

namespace ringside::test_support {

class TwinLab : public RacfLab {
 public:
  TwinLab() : RacfLab("2026-01-15") {
    must("ADDUSER WEB NOPASSWORD");
    must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256) NOTAFTER(DATE(2036-01-14))");
    must(
        "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') NISTECC SIZE(256) "
        "NOTAFTER(DATE(2027-01-14)) SIGNWITH(CERTAUTH LABEL('CA'))");
    must("RACDCERT ID(WEB) ADDRING(Ring)");
    must("RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(Ring) DEFAULT)");
    must("RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CA') RING(Ring))");
  }

  twin::Holdings holdings(twin::Depth depth = twin::Depth::all) {
    return twin::holdings_of(lab(), lab().systems().all(), depth);
  }
  database::SecurityDatabase database(const std::string& system = "SYS1") {
    return lab().database_of(on(system).system);
  }

  /// Adds a certificate as the load of an unload does.
  void add_site_certificate(const std::string& owner, const std::string& label, const database::SiteFacts& facts,
                            const std::string& system = "SYS1") {
    database::CertificateRecord record;
    record.owner = owner;
    record.label = label;
    record.profile = facts.serial + "." + facts.issuer;
    record.site = facts;
    database(system).certificates.add(record);
  }
};

/// A certificate of a twin. No stand-in can be made of it, so a report that tried would fail.
inline database::SiteFacts site_facts(const std::string& serial, const std::string& subject) {
  database::SiteFacts facts;
  facts.grade = database::Grade::stand_in;
  facts.serial = serial;
  facts.issuer = "CN=CA of the site";
  facts.subject = subject;
  facts.not_before = *base::from_local({2024, 1, 1, 0, 0, 0}, {});
  facts.not_after = *base::from_local({2026, 2, 1, 23, 59, 59}, {});
  facts.signature_algorithm = "sha256RSA";
  facts.key_type = "PKCSDER";
  facts.key_size = 2048;
  facts.key = {"NONE", 0};
  return facts;
}

}  // namespace ringside::test_support
