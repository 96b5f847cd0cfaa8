// tests/interop/java_entries_interop_test.cpp - Java finds on rings of scenarios what `ringside keytool -list -v`
// finds.
#ifdef RINGSIDE_JAR

#include <algorithm>

#include "tests/interop/java_lab.hpp"
#include "tests/support/places.hpp"

namespace ringside {
namespace {

using test_support::JavaLab;

std::string scenario_file(const std::string& name) {
  return (test_support::source_folder() / "scenarios" / name).string();
}

/// A job of a scenario on a system of its own, and the rings that it makes.
struct Job {
  const char* system;
  std::vector<std::string> before;  ///< commands
  const char* file;
  std::vector<const char*> rings;
};

const std::string permit = "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(UPDATE)",
                  refresh = "SETROPTS RACLIST(FACILITY) REFRESH";
const std::vector<Job>& jobs() {
  static const std::vector<Job> table = {
      {"IZU1", {permit, refresh}, "zosmf/jobs/izusec.jcl", {"IZUSVR/IZUKeyring.IZUDFLT", "IZUSVR/*"}},
      {"IZU2", {permit, refresh}, "zosmf/jobs/izusec-whole.jcl", {"IZUSVR/IZUKeyring.IZUDFLT"}},
      {"IZU3", {permit, refresh}, "zosmf/jobs/izusec-saturn.jcl", {"IZUSVR/IZUKeyring.SATURN"}},
      {"IZU4", {permit, refresh}, "zosmf/jobs/izusec-mars.jcl", {"IZUSVR/IZUKeyring.MARS"}},
      {"MQ",
       {permit, refresh, "ADDUSER (QM1USER MQCLNT) DFLTGRP(SYS1)"},
       "jobs/jobs/mq-rings.jcl",
       {"QM1USER/QM1.Ring", "MQCLNT/Client.Ring", "QM1USER/*"}},
      {"GATE", {permit, refresh, "ADDUSER GATEUSR"}, "jobs/jobs/keyring-by-product.jcl", {"GATEUSR/Gateway.Ring"}},
      {"ZOWE", {permit, refresh, "ADDUSER ZWESVUSR"}, "zowe/jobs/own-ca.jcl", {"ZWESVUSR/ZoweKeyring", "*AUTH*/*"}},
  };
  return table;
}
// The systems of sysplexes/twelve-systems.yaml that have a database of their own. Each gets the CA of the one before
// it.
const std::vector<std::string> sysplexes = {"SYB1", "SYB2", "SYB3", "SYB4", "SYC1", "SYC2", "SYC3", "SYC4", "SYA1"};

struct Ring {
  std::string system, name;
  [[nodiscard]] std::string owner() const { return name.starts_with("*") ? "IBMUSER" : name.substr(0, name.find('/')); }
};

void submit(const JavaLab& lab, const std::string& system, const std::string& job) {
  const auto run = lab.ringside("--system " + system +
                                " run --library SITE.PROCLIB=" + scenario_file("jobs/procedures") + " " + job);
  EXPECT_LE(run.status, 4) << run.output;
}

/// The job by which a system of the sysplexes makes its CA, its server's certificate and its ring.
std::string job_of(const std::string& system, const std::string& other) {
  std::string job =
      "//SETUP    JOB ,'CERTIFICATES',CLASS=A,MSGCLASS=H\n//         JCLLIB ORDER=SITE.PROCLIB\n"
      "//         EXPORT SYMLIST=*\n//         SET SYS=" +
      system + ",CA=" + system + ",UNTIL=2034-03-01\n//AUTHORTY EXEC AUTHORTY\n//SERVER   EXEC SERVER\n";
  return other.empty() ? job : job + "//         SET CA=" + other + "\n//OTHER    EXEC TRUSTS\n";
}

class JavaEntries : public test_support::JavaInterop {
 protected:
  /// One lab in 2013, for jobs whose certificates end soon after, with a system for each job.
  std::vector<Ring> make_rings(const JavaLab& lab) const {
    std::vector<Ring> rings;
    for (const Job& job : jobs()) {
      lab.tso(job.before, std::string("--system ") + job.system);
      submit(lab, job.system, scenario_file(job.file));
      for (const char* ring : job.rings) rings.push_back({job.system, ring});
    }
    std::string before;
    for (const std::string& system : sysplexes) {
      if (!before.empty()) lab.must("transfer CA." + before + " --from " + before + " --to " + system);
      test_support::write_file(lab.file("job.jcl"), job_of(system, before));
      const auto run = lab.ringside(
          "--system " + system + " run --library SITE.PROCLIB=" + scenario_file("sysplexes/procedures") + " job.jcl");
      EXPECT_LE(run.status, 4) << run.output;
      rings.push_back({system, "SRV/Ring"});
      before = system;
    }
    return rings;
  }
};

/// The entries of a listing of keytool, as RingReader writes them, sorted.
std::vector<std::string> listed(const std::string& listing) {
  std::vector<std::string> entries;
  std::string alias, kind, length;
  const auto value = [](const std::string& line) { return line.substr(line.find(": ") + 2); };
  for (const std::string& line : base::lines(listing)) {
    if (line.starts_with("Alias name: ")) alias = value(line), length = "0";
    if (line.starts_with("Entry type: ")) kind = value(line);
    if (line.starts_with("Certificate chain length: ")) length = value(line);
    if (line.find("SHA256: ") == std::string::npos || alias.empty()) continue;
    entries.push_back(alias + ", " + kind + ", " + value(line) + ", " + length);
    alias.clear();  // the certificates that follow are of its chain
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<std::string> sorted_entries(const std::string& answer) {
  std::vector<std::string> entries = base::split(base::replace_all(answer, "; ", "\n"), '\n');
  std::sort(entries.begin(), entries.end());
  return entries;
}

TEST_F(JavaEntries, AreThoseOfKeytoolOnTheRingsOfScenarios) {
  std::string names;
  for (const Job& job : jobs()) names += std::string(" --add ") + job.system;
  for (const std::string& system : sysplexes) names += " --add " + system;
  const JavaLab lab("--date 2013-05-17", names);
  const std::vector<Ring> rings = make_rings(lab);
  EXPECT_GE(rings.size(), 20u);
  const std::map<std::string, std::string> types = {
      {"JCERACFKS", "safkeyringjce"}, {"JCECCARACFKS", "safkeyringhw"}, {"JCEHYBRIDRACFKS", "safkeyringjcehybrid"}};
  std::string requests;
  for (const Ring& ring : rings) {
    requests += "set\tringside.system\t" + ring.system + "\nset\tringside.user\t" + ring.owner() + "\n";
    for (const auto& [type, scheme] : types) requests += "list\t" + type + "\t" + scheme + "://" + ring.name + "\n";
  }
  const auto answers = lab.answers("RingReader", lab.agent(), requests);
  ASSERT_EQ(answers.size(), rings.size() * types.size());
  std::size_t at = 0;
  for (const Ring& ring : rings)
    for (const auto& [type, scheme] : types) {
      const auto shown =
          listed(lab.must("--system " + ring.system + " --user " + ring.owner() + " keytool -list -v -storetype " +
                          type + " -storepass password -keystore '" + scheme + "://" + ring.name + "'"));
      EXPECT_FALSE(shown.empty()) << ring.name;
      EXPECT_EQ(sorted_entries(answers[at++]), shown) << ring.system << " " << ring.name << " " << type;
    }
}

}  // namespace
}  // namespace ringside

#endif
