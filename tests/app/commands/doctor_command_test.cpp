// tests/app/commands/doctor_command_test.cpp - ringside doctor: its printed lines, typed as ringside commands, mend a
// lab of two systems.
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "emulator/database/store.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using DoctorRun = test_support::Run;
using testing::EndsWith;
using testing::HasSubstr;

class DoctorCommand : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_EQ(run({"--date", "2013-05-17", "--seed", "s", "lab", "new", "--add", "SYSA", "--add", "SYSB"}).status, 0);
    for (const std::string system : {"SYSA", "SYSB"})
      EXPECT_EQ(run({"--system", system, "tso", "ADDUSER IZUSVR NOPASSWORD", "RACDCERT ID(IZUSVR) ADDRING(Ring)",
                     "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA of " + system + "')) WITHLABEL('zOSMFCA')",
                     "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('" + system +
                         "')) WITHLABEL('Server') SIGNWITH(CERTAUTH LABEL('zOSMFCA'))",
                     "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
                     "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zOSMFCA') RING(Ring))"})
                    .status,
                0);
  }
  DoctorRun run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", lab_});
    return test_support::run_ringside(arguments);
  }

  /// The program run with each line that begins with a system, as a person would copy it.
  void type(const std::string& text) {
    static const std::regex printed("    ([A-Z]+) +(.*)");
    std::smatch parts;
    int typed = 0;
    for (const std::string& line : base::lines(text)) {
      if (!std::regex_match(line, parts, printed)) continue;
      const std::string command = parts[2];
      std::vector<std::string> arguments = {"--system", parts[1], "tso", command};
      const bool whole = command.starts_with("ringside ");
      if (whole) arguments = base::split(command.substr(9), ' ');
      const DoctorRun result = whole ? test_support::run_ringside(arguments) : run(arguments);
      EXPECT_LT(result.status, 8) << line << "\n" << result.out << result.error;
      ++typed;
    }
    EXPECT_GT(typed, 0) << text;
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("test.lab");
};

TEST_F(DoctorCommand, MendsALinkWithTheLinesThatItPrints) {
  const DoctorRun ill = run({"doctor", "SYSA:IZUSVR/Ring", "SYSB:IZUSVR/Ring"});
  EXPECT_EQ(ill.status, 1);
  test_support::expect_golden("harness/doctor-link.txt", base::replace_all(ill.out, lab_, "test.lab"));
  type(ill.out);
  const DoctorRun well = run({"doctor", "SYSA:IZUSVR/Ring", "SYSB:IZUSVR/Ring"});
  EXPECT_EQ(well.status, 0) << well.out;
  EXPECT_THAT(well.out, EndsWith("all is well\n"));
}

TEST_F(DoctorCommand, MendsEverythingInALab) {
  const DoctorRun ill = run({"doctor"});
  EXPECT_EQ(ill.status, 1);
  EXPECT_THAT(ill.out, HasSubstr("2 links are refused\n"));
  type(ill.out);
  EXPECT_EQ(run({"doctor"}).status, 0);
}

TEST_F(DoctorCommand, DoesNotCallALabWithoutLinksWell) {
  const std::string lab = folder_.file("empty.lab");
  test_support::run_ringside({"--lab", lab, "lab", "new"});
  const DoctorRun nothing = test_support::run_ringside({"--lab", lab, "doctor"});
  EXPECT_EQ(nothing.status, 1);
  EXPECT_THAT(nothing.out, EndsWith("no link to check: fewer than two rings with certificates\n"));
}

TEST_F(DoctorCommand, DoesNotCallALabWithAnEmptyRingWell) {
  type(run({"doctor"}).out);
  run({"--system", "SYSA", "tso", "RACDCERT ADDRING(Empty)"});
  const DoctorRun result = run({"doctor"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("remark: ring SYSA:IBMUSER/Empty holds no certificate"));
  EXPECT_THAT(result.out, EndsWith("no link is refused, but 1 ring holds no certificate\n"));
}

TEST_F(DoctorCommand, LeavesTheLabAsItIs) {
  const std::string before = database::Store(lab_).fingerprint();
  run({"doctor"});
  EXPECT_EQ(database::Store(lab_).fingerprint(), before);
}

TEST_F(DoctorCommand, ExplainsOneRing) {
  EXPECT_EQ(run({"doctor", "SYSA:IZUSVR/Ring"}).status, 0);
  run({"--system", "SYSA", "tso", "RACDCERT ID(IZUSVR) REMOVE(CERTAUTH LABEL('zOSMFCA') RING(Ring))"});
  const DoctorRun result = run({"--system", "SYSA", "doctor", "IZUSVR/Ring"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zOSMFCA') RING(Ring)"));
  type(result.out);
  EXPECT_EQ(run({"doctor", "SYSA:IZUSVR/Ring"}).status, 0);
}

TEST_F(DoctorCommand, FillsAnEmptyRingOfASystemWithoutACa) {
  EXPECT_EQ(run({"lab", "set", "--add", "SYSC"}).status, 0);
  EXPECT_EQ(run({"--system", "SYSC", "tso", "ADDUSER WEB", "RACDCERT ID(WEB) ADDRING(Ring)"}).status, 0);
  EXPECT_THAT(run({"doctor"}).out, HasSubstr("doctor SYSC:WEB/Ring' says what it lacks"));
  const DoctorRun doctor = run({"doctor", "SYSC:WEB/Ring"});
  EXPECT_THAT(doctor.out, HasSubstr("to make a CA on SYSC, and sign the certificate with it:"));
  EXPECT_THAT(doctor.out, HasSubstr("tried: afterwards the link holds"));
  type(doctor.out);
  EXPECT_THAT(run({"doctor", "SYSC:WEB/Ring"}).out, EndsWith("all is well\n"));
}

TEST_F(DoctorCommand, TellsWhichUserWasMeant) {
  const DoctorRun result = run({"doctor", "SYSA:IZUSRVR/Ring"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("\n  user IZUSRVR is not defined on SYSA; did you mean 'IZUSVR'?\n"));
}

TEST_F(DoctorCommand, GivesDataWithJson) {
  const DoctorRun result = run({"--json", "doctor", "SYSA:IZUSVR/Ring", "SYSB:IZUSVR/Ring"});
  EXPECT_EQ(result.status, 1);
  const auto json = nlohmann::json::parse(result.out);
  const auto& complaint = json[0]["complaints"][0];
  EXPECT_EQ(complaint["reason"], "not on ring");
  EXPECT_EQ(complaint["plans"][0]["holds"], true);
  const auto& lines = complaint["plans"][0]["remedies"][0]["lines"];
  EXPECT_EQ(lines[0]["system"], "SYSB");
  EXPECT_EQ(lines[1]["kind"], "transfer");
  EXPECT_EQ(lines[1]["to"], "SYSA");
}

TEST_F(DoctorCommand, RefusesWhatIsNoRing) {
  EXPECT_EQ(run({"doctor", "SYSA"}).status, 64);
  EXPECT_EQ(run({"doctor", "SYSA:A/B", "SYSA:A/C", "SYSA:A/D"}).status, 64);
  EXPECT_EQ(run({"doctor", "SYSX:A/B"}).status, 64);
  EXPECT_EQ(test_support::run_ringside({"--lab", folder_.file("none"), "doctor"}).status, 64);
}

TEST_F(DoctorCommand, TransfersADataSetBetweenSystems) {
  run({"--system", "SYSA", "tso", "RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN('A.CERT')"});
  EXPECT_EQ(run({"transfer", "A.CERT", "--from", "SYSA", "--to", "SYSB", "--as", "B.CERT"}).status, 0);
  EXPECT_EQ(run({"--system", "SYSB", "get", "B.CERT"}).out, run({"--system", "SYSA", "get", "A.CERT"}).out);
  EXPECT_THAT(run({"transfer", "NO.CERT", "--from", "SYSA", "--to", "SYSB"}).error, HasSubstr("is not cataloged"));
  EXPECT_EQ(run({"transfer", "A.CERT", "--from", "SYSA", "--to", "SYSX"}).status, 64);
}

TEST_F(DoctorCommand, LooksAheadInTime) {
  type(run({"doctor"}).out);
  const DoctorRun ahead = run({"trust", "--until", "2015-01-01"});
  EXPECT_EQ(ahead.status, 1);
  test_support::expect_golden("harness/trust-until.txt", base::replace_all(ahead.out, lab_, "test.lab"));
  const DoctorRun at = run({"trust", "--at", "2014-05-18"});
  EXPECT_THAT(at.out, HasSubstr("TLS 1.2 and TLS 1.3, at 2014/05/18 12:00:00\n"));
  EXPECT_THAT(at.out, HasSubstr("0 trusted, 4 refused"));
  EXPECT_THAT(run({"trust"}).out, HasSubstr("4 trusted, 0 refused")) << "the clock is where it was";
  EXPECT_EQ(run({"trust", "--until", "2013-12-31"}).status, 0);
  EXPECT_EQ(run({"trust", "--until", "2012-12-31"}).status, 64);
  EXPECT_EQ(run({"trust", "--until", "soon"}).status, 64);
}

TEST_F(DoctorCommand, GivesTheTimeAheadAsData) {
  type(run({"doctor"}).out);
  const auto json = nlohmann::json::parse(run({"--json", "trust", "--until", "2015-01-01"}).out);
  ASSERT_EQ(json[0]["moments"].size(), 1U);
  const auto& moment = json[0]["moments"][0];
  EXPECT_EQ(moment["at"], "2014/05/17 23:59:59");
  const std::size_t ends = moment["ends"][0];
  EXPECT_EQ(json[0]["certificates"][ends]["not_after"], "2014/05/17 23:59:59");
  EXPECT_FALSE(json[0]["certificates"][ends]["renewal"]["remedies"].empty());
}

}  // namespace
}  // namespace ringside::app
