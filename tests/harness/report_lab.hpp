// tests/harness/report_lab.hpp - a lab for reports: two databases with a CA and a server each.
#pragma once

#include <string>

#include "harness/trust/lab_view.hpp"
#include "harness/trust/trust.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::test_support {

/// HERE1 and HERE2 share a database, THERE has its own. THERE's CA ends 2014-01-01 and is known to HERE, not to its
/// ring; THERE trusts nobody else.
class ReportLab {
 public:
  ReportLab() {
    lab.add_system("HERE1", "RACFHERE");
    lab.add_system("HERE2", "RACFHERE");
    lab.add_system("THERE");
    fill("HERE1", "Jupiter", "2020-01-01");
    fill("THERE", "Saturn", "2014-01-01");
    lab.must("RACDCERT CERTAUTH EXPORT(LABEL('Saturn')) DSN('CA.B64')", "THERE");
    lab.copy("CA.B64", "THERE", "HERE1");
    lab.must("RACDCERT CERTAUTH ADD('CA.B64') WITHLABEL('Theirs') TRUST", "HERE1");
  }

  harness::LabView view() { return harness::view_of(lab.lab()); }
  harness::TrustReport trust() {
    auto report = harness::check_trust(lab.lab(), harness::all_endpoints(lab.lab()), {});
    EXPECT_TRUE(report) << report.error();
    return *std::move(report);
  }

  RacfLab lab{"2013-05-17", {}, racf::Preparation::prepared};

 private:
  void fill(const std::string& system, const std::string& ca, const std::string& until) {
    lab.must("ADDUSER SRV", system);
    lab.must("RACDCERT ID(SRV) ADDRING(Ring)", system);
    lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + ca + "')) WITHLABEL('" + ca +
                 "') NISTECC SIZE(256) NOTAFTER(DATE(" + until + "))",
             system);
    lab.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + system + "')) WITHLABEL('Server') NISTECC SIZE(256) " +
                 "NOTAFTER(DATE(2013-12-01)) SIGNWITH(CERTAUTH LABEL('" + ca + "'))",
             system);
    lab.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)", system);
    lab.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('" + ca + "') RING(Ring))", system);
  }
};

}  // namespace ringside::test_support
