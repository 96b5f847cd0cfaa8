// tests/docs/help_test.cpp - every example of --help runs.
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "app/commands/subcommands.hpp"
#include "tests/docs/run_example.hpp"

namespace ringside::test_support {
namespace {

/// The words of examples that end with a status other than 0, and why.
const std::map<std::string, int> other_statuses = {
    {"lab diff", 1},  // the labs differ
};

/// What the examples of --help name: two labs, a job, a certificate, a password.
constexpr const char* setting = R"sh(
fill() { ringside "$@" tso 'ADDUSER SRV' 'ADDUSER IZUSVR' \
  "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('Our CA') NISTECC SIZE(256) NOTAFTER(DATE(2034-12-31))" \
  "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('s')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('Our CA'))" \
  'RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)' \
  "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)" \
  "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('Our CA') RING(IZUKeyring.IZUDFLT))" \
  "RACDCERT ID(IZUSVR) EXPORT(LABEL('Server')) DSN('IBMUSER.CA.CERT')" ;
}
ringside --lab my.lab --date 2013-05-17 lab new && fill --lab my.lab &&
ringside --lab plex.lab --date 2013-05-17 lab new --add SYSA:zos:PLEX1:RACFA --add SYSB:zos:PLEX1:RACFA --add WEB:distributed &&
fill --lab plex.lab --system SYSA &&
ringside --lab my.lab get IBMUSER.CA.CERT partner.pem && cp izusec.jcl setup.jcl && echo changeit > pw.txt && mkdir ssl &&
ringside --lab my.lab export IZUSVR/IZUKeyring.IZUDFLT partner.p12 --password-from file:pw.txt &&
ringside keytool -genkeypair -alias a -keyalg EC -dname CN=a -keystore trust.jks -storepass changeit &&
ringside --lab my.lab lab unload SYS1 sysa.txt && ringside --lab my.lab lab unload SYS1 sysb.bin --ebcdic &&
ringside --lab my.lab tso 'SETROPTS LIST' > setropts.txt && mkdir exported && cp partner.pem exported &&
echo 'openssl genrsa -out a.key 2048' > ssl/make-certificates.sh && cp ssl/make-certificates.sh .
)sh";
constexpr const char* workflow =
    "<workflow><variable name=\"HOST\"/><step name=\"a\"><template><inlineTemplate substitution=\"true\">tsocmd "
    "\"ADDUSER S DATA('${instance-HOST}')\"</inlineTemplate><submitAs>TSO-UNIX-shell</submitAs></template></step>"
    "</workflow>\n";

class Help : public testing::Test {
 protected:
  void SetUp() override {
    folder_.copy("scenarios/zosmf/jobs/izusec.jcl", "izusec.jcl");
    folder_.copy("scenarios/pitfalls/no-default.yaml", "scenarios/no-default.yaml");
    folder_.copy("scenarios/zosmf/jobs", "scenarios/jobs");
    folder_.copy("scenarios/jobs/procedures", "jobs");
    folder_.copy("scenarios/zosmf/izusec.yaml", "scenarios/izusec.yaml");
    folder_.write("keyring.xml", workflow);
  }

  void run(const std::string& example, const std::string& words) {
    const auto ran = folder_.run(example);
    const auto other = other_statuses.find(words);
    EXPECT_EQ(ran.status, other == other_statuses.end() ? 0 : other->second) << example << '\n' << ran.output;
    folder_.run("true");
  }

  /// The words of "new" of "lab" are "lab new". An example that makes a lab is run before others need that lab.
  void run_all(const app::Command& command, const std::string& words, bool making) {
    for (const std::string& example : command.examples) {
      const bool makes = example.find(" lab new ") != std::string::npos;
      if (makes == making) run(example, words);
      if (makes && making) folder_.run("rm -f plex.lab");
    }
    for (const app::Command& each : command.subcommands) run_all(each, words + " " + each.name, making);
  }

  ExampleFolder folder_;
};

TEST_F(Help, ExamplesRun) {
  std::istringstream in;
  std::ostringstream out, error;
  app::Program program({in, out, error});
  const auto commands = app::subcommands(program);
  for (const app::Command& command : commands) run_all(command, command.name, true);
  const auto set = folder_.run(setting);
  ASSERT_EQ(set.status, 0) << set.output;
  for (const app::Command& command : commands) run_all(command, command.name, false);
}

}  // namespace
}  // namespace ringside::test_support
