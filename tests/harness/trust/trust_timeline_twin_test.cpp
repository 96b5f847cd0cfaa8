// tests/harness/trust/trust_timeline_twin_test.cpp - a renewal rehearsed on the twin of a lab breaks the same links on
// the same days.
#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/trust/trust_timeline.hpp"
#include "tests/support/racf_lab.hpp"
#include "tests/support/temporary_directory.hpp"
#include "twin/load/load.hpp"
#include "twin/unload/unload.hpp"

namespace ringside::harness {
namespace {

using test_support::RacfLab;

constexpr int systems = 12;

std::string system_name(int number) {
  return "SYS" + std::string(1, static_cast<char>('A' + number));
}

/// Twelve systems with one CA, whose key is on the first one. The servers' certificates end on different days; two of
/// them before others that the old CA ends.
class Rehearsal : public testing::Test {
 protected:
  void SetUp() override {
    for (int n = 0; n < systems; ++n) {
      lab_.add_system(system_name(n));
      lab_.must("ADDUSER SRV NOPASSWORD", system_name(n));
      lab_.must("RACDCERT ID(SRV) ADDRING(Ring)", system_name(n));
    }
    lab_.must(
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Plex CA')) WITHLABEL('CA') NISTECC SIZE(256) "
        "NOTAFTER(DATE(2016-01-01))",
        "SYSA");
    export_authority("CA", "CA");
    for (int n = 0; n < systems; ++n) make_server(n);
  }

  void export_authority(const std::string& label, const std::string& data_set) {
    lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('" + label + "')) DSN('PLEX." + data_set + "')", "SYSA");
    for (int n = 0; n < systems; ++n) {
      if (n > 0) {
        lab_.copy("PLEX." + data_set, "SYSA", system_name(n));
        lab_.must("RACDCERT CERTAUTH ADD('PLEX." + data_set + "') WITHLABEL('" + label + "') TRUST", system_name(n));
      }
      lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('" + label + "') RING(Ring))", system_name(n));
    }
  }

  void make_server(int number) {
    const std::string name = system_name(number),
                      end = number % 4 == 3 ? "2014-0" + std::to_string(1 + number / 2) + "-01" : "2016-01-01";
    lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('Server " + name +
                  "') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA')) NOTAFTER(DATE(" + end + "))",
              "SYSA");
    if (number > 0) {
      lab_.must("RACDCERT ID(SRV) EXPORT(LABEL('Server " + name + "')) DSN('P12." + name +
                    "') FORMAT(PKCS12DER) PASSWORD('secret')",
                "SYSA");
      lab_.copy("P12." + name, "SYSA", name);
      lab_.must("RACDCERT ID(SRV) ADD('P12." + name + "') WITHLABEL('Server " + name + "') PASSWORD('secret') TRUST",
                name);
      lab_.must("RACDCERT ID(SRV) DELETE(LABEL('Server " + name + "'))", "SYSA");
    }
    lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server " + name + "') RING(Ring) DEFAULT)", name);
  }

  /// The CA gets a successor, which goes to half of the systems only.
  static void renew(RacfLab& lab) {
    lab.must("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA 2') NOTAFTER(DATE(2026-01-01))", "SYSA");
    lab.must("RACDCERT CERTAUTH ROLLOVER(LABEL('CA')) NEWLABEL('CA 2')", "SYSA");
    lab.must("RACDCERT CERTAUTH EXPORT(LABEL('CA 2')) DSN('PLEX.CA2')", "SYSA");
    for (int n = 1; n < systems; n += 2) {
      lab.copy("PLEX.CA2", "SYSA", system_name(n));
      lab.must("RACDCERT CERTAUTH ADD('PLEX.CA2') WITHLABEL('CA 2') TRUST", system_name(n));
      lab.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA 2') RING(Ring))", system_name(n));
    }
    lab.must(
        "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('SYSA')) WITHLABEL('New') NISTECC SIZE(256) SIGNWITH(CERTAUTH "
        "LABEL('CA 2')) NOTAFTER(DATE(2025-01-01))",
        "SYSA");
    lab.must("RACDCERT ID(SRV) CONNECT(LABEL('New') RING(Ring) DEFAULT)", "SYSA");
  }

  /// Links and days: "2014-02-02 SYSB->SYSD expired".
  static std::vector<std::string> told(lab::Lab& lab) {
    std::vector<Endpoint> endpoints;
    for (int n = 0; n < systems; ++n) endpoints.push_back({{}, system_name(n), {"SRV", "Ring"}, {}, {}});
    TrustOptions options;
    options.versions = {crypto::TlsVersion::tls13};
    const auto timeline = trust_timeline(lab, endpoints, options, *base::from_local({2027, 1, 1}, {}));
    EXPECT_TRUE(timeline) << timeline.error();
    std::vector<std::string> lines;
    for (const Link& link : timeline->start.links)
      if (!link.trusted) lines.push_back("start " + line(*timeline, link));
    for (const TrustMoment& at : timeline->moments)
      for (const Link& link : at.changes) lines.push_back(base::listing_time(at.at, {}) + " " + line(*timeline, link));
    return lines;
  }

  static std::string line(const TrustTimeline& timeline, const Link& link) {
    return timeline.start.endpoints[link.client].name + "->" + timeline.start.endpoints[link.server].name + " " +
           std::string(to_string(link.reason));
  }

  /// A lab with the twins of all systems.
  void load_twins(RacfLab& twins) {
    const test_support::TemporaryDirectory folder;
    for (int n = 0; n < systems; ++n) {
      {
        std::ofstream file(folder.file("unload"));
        twin::unload(lab_.lab(), *lab_.lab().systems().find(system_name(n)), {},
                     [&](const twin::RecordLine& record) { file << record.line() << '\n'; });
      }
      twin::LoadOptions options;
      options.unload = folder.file("unload");
      options.system = {system_name(n), "zos", "PLEX", "", 0};
      const auto report = twin::load(twins.lab(), options);
      ASSERT_TRUE(report) << report.error();
      EXPECT_TRUE(report->remarks.empty()) << report->remarks.begin()->first;
      twins.know_system(system_name(n));
    }
  }

  RacfLab lab_{"2013-05-17", {}, racf::Preparation::prepared};
};

TEST_F(Rehearsal, OnATwinBreaksTheLinksThatBreakOnTheLabAndOnTheSameDays) {
  RacfLab twins{"2013-05-17", {}, racf::Preparation::prepared};
  load_twins(twins);
  EXPECT_EQ(told(twins.lab()), told(lab_.lab()));
  EXPECT_FALSE(told(lab_.lab()).empty());
  renew(lab_);
  renew(twins);
  const auto after = told(lab_.lab());
  EXPECT_EQ(told(twins.lab()), after);
  EXPECT_TRUE(after.front().starts_with("start ")) << "the renewal breaks links at once";
}

}  // namespace
}  // namespace ringside::harness
