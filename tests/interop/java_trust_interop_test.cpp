// tests/interop/java_trust_interop_test.cpp - between the rings of six systems Java decides on mutual TLS as
// `ringside trust` does.
#ifdef RINGSIDE_JAR

#include <map>

#include "base/json.hpp"
#include "tests/interop/java_lab.hpp"

namespace ringside {
namespace {

using test_support::JavaLab;

struct System {
  std::string name, ca;           ///< the CA's common name
  bool has_own_ca = true;         ///< its CA is on its ring
  std::string missing, no_trust;  ///< of these systems the CA is not connected, or not trusted
};

// C and D have CAs of the same name and different keys: a database holds only one of them, the one that comes first.
const std::vector<System> systems = {{"A", "CA A", true, "", ""},       {"B", "CA B", true, "F", ""},
                                     {"C", "Common CA", true, "", "B"}, {"D", "Common CA", true, "", ""},
                                     {"E", "CA E", true, "", "A"},      {"F", "CA F", false, "E", ""}};

void set_up(const JavaLab& lab, const System& system) {
  lab.tso({"ADDUSER SRV", "SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)",
           "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + system.ca + "')) WITHLABEL('CA') NISTECC SIZE(256)",
           "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + system.name +
               "')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))",
           "RACDCERT ID(SRV) ADDRING(Ring)", "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
           "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA." + system.name + "') FORMAT(CERTB64)"},
          "--system " + system.name);
  if (system.has_own_ca)
    lab.tso({"RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))"}, "--system " + system.name);
}

/// Brings the CA of `from` to `to`. One whose name `to` has already is refused.
void bring(const JavaLab& lab, const System& from, const System& to) {
  const std::string label = "CA " + from.name, on = "--system " + to.name + " ";
  lab.must("transfer CA." + from.name + " --from " + from.name + " --to " + to.name);
  const std::string status = to.no_trust == from.name ? "NOTRUST" : "TRUST";
  const auto added = lab.ringside(on + "tso \"RACDCERT CERTAUTH ADD('CA." + from.name + "') WITHLABEL('" + label +
                                  "') " + status + "\"");
  if (added.status == 0 && to.missing != from.name)
    lab.tso({"RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('" + label + "') RING(Ring))"}, on);
}

/// "CLIENT SERVER" of a version of TLS, and whether it holds.
using Decisions = std::map<std::string, bool>;

std::string text(base::Json& of, const char* member) {
  return std::get<std::string>(of[member].value());
}

Decisions of_ringside(const JavaLab& lab, const std::string& version) {
  Decisions decisions;
  base::Json report = base::Json::parse(lab.must("--json trust --mutual 2>/dev/null"));
  auto results = std::get<base::Json::Array>(report.value());
  for (base::Json link : std::get<base::Json::Array>(results.at(0)["links"].value()))
    if (text(link, "tls") == version)
      decisions[text(link, "client") + " " + text(link, "server")] = std::get<bool>(link["trusted"].value());
  return decisions;
}

Decisions of_java(const JavaLab& lab, const std::string& version) {
  std::string rings;
  for (const System& system : systems) rings += system.name + "\tSRV\tsafkeyring://SRV/Ring\n";
  Decisions decisions;
  for (const std::string& line : lab.answers("RingPairs TLSv" + version, lab.agent(), rings))
    decisions[line.substr(0, 3)] = line.ends_with(" trusted");
  return decisions;
}

class JavaTrust : public test_support::JavaInterop {};

TEST_F(JavaTrust, IsThatOfRingsideForEveryPairOfSixSystems) {
  std::string names;
  for (const System& system : systems) names += " --add " + system.name;
  const JavaLab lab("", "--bare" + names);
  for (const System& system : systems) set_up(lab, system);
  for (const System& to : systems)
    for (const System& from : systems)
      if (from.name != to.name) bring(lab, from, to);
  for (const std::string version : {"1.2", "1.3"}) {
    const Decisions java = of_java(lab, version);
    EXPECT_EQ(java.size(), 30u);
    EXPECT_EQ(java, of_ringside(lab, version)) << version;
  }
}

}  // namespace
}  // namespace ringside

#endif
