// tests/interop/zowe/acceptance_interop_test.cpp - the commands that Zowe CLI must be able to do: each is run by the
// real one, and a line tells its verdict.
#include <regex>

#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

/// A command of Zowe CLI, and what must come of it. Texts may name values of the run: {port}, {key}.
struct Acceptance {
  const char* number;                 ///< of the list of acceptance commands; + for forms besides
  const char* command;                ///< without the connection
  std::vector<const char*> expected;  ///< patterns that the output has, in this order; a group becomes {key}
  const char* then = "";              ///< a line of the shell that must end with 0 afterwards
  int exit = 0;
  const char* password = "SYS1";
};

class ZoweAcceptance : public test_support::ZoweCli {
 protected:
  void SetUp() override {
    ZoweCli::SetUp();
    if (IsSkipped()) return;
    test_support::write_file(file("izusec.jcl"),
                             "//IZUSEC  JOB (ACCT),'Z/OSMF SECURITY',CLASS=A,MSGCLASS=H\n"
                             "//STEP1   EXEC PGM=IKJEFT01,DYNAMNBR=20\n"
                             "//SYSTSPRT DD SYSOUT=*\n"
                             "//SYSTSIN  DD *\n"
                             " RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))\n"
                             " RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)\n"
                             "/*\n");
    test_support::write_file(file("some.p12"), std::string("\0\1\n\r\xff", 5) + std::string(1'000, '\x80'));
    std::filesystem::create_directories(file("tree/below"));
    for (const char* name : {"tree/one", "tree/below/two"}) test_support::write_file(file(name), "text\n");
    values_["port"] = server_->port("SYSA");
    values_["port of B"] = server_->port("SYSB");
  }

  /// Runs the commands one after the other, and prints a line for each.
  void run(const std::vector<Acceptance>& rows) {
    for (const Acceptance& row : rows) {
      const std::string command = filled(row.command);
      const std::string trouble = trouble_of(row, command);
      std::cout << row.number << (trouble.empty() ? " passed: " : " FAILED: ") << "zowe " << command << "\n" << trouble;
      EXPECT_EQ(trouble, "") << row.number << " zowe " << command;
    }
  }

 private:
  /// What is not as expected; empty if all is.
  std::string trouble_of(const Acceptance& row, const std::string& command) {
    const auto result = zowe(command, row.password);
    const std::string came = "came, with exit status " + std::to_string(result.status) + ":\n" + result.output;
    if (result.status != row.exit) return "expected exit status " + std::to_string(row.exit) + "\n" + came;
    auto begin = result.output.cbegin();
    for (const char* text : row.expected) {
      const std::string pattern = filled(text);
      std::smatch found;
      if (!std::regex_search(begin, result.output.cend(), found, std::regex(pattern)))
        return "expected: " + pattern + "\n" + came;
      begin = found.suffix().first;
      if (found.size() > 1) values_["key"] = found[1];
    }
    if (*row.then == '\0') return "";
    const auto after = test_support::run_program("cd " + folder_.path().string() + " && " + row.then);
    return after.status == 0 ? "" : std::string("expected: ") + row.then + "\n" + after.output;
  }
  [[nodiscard]] std::string filled(std::string text) const {
    for (const auto& [name, value] : values_) {
      const std::string place = "{" + name + "}";
      for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += value.size())
        text.replace(at, place.size(), value);
    }
    return text;
  }

  std::map<std::string, std::string> values_;
};

TEST_F(ZoweAcceptance, StatusSystemsTsoAndConsole) {
  run({
      {"A1",
       "zosmf check status",
       {R"(The user IBMUSER successfully connected to z/OSMF on 'SYSA'\.)", "zosmf_port: +{port}"}},
      {"A2",
       "zosmf list systems",
       {"systemNickName +systemName +url .*jesMemberName", "SYSA +SYSA +https://localhost:{port}/zosmf/ .*SYSA",
        "SYSB +SYSB +https://localhost:{port of B}/zosmf/ .*SYSB"}},
      {"C1",
       R"(zos-tso issue command "RACDCERT LIST" --account ACCT1)",
       {"certificate information|No certificate", "READY"}},
      {"C2",
       R"(zos-tso issue command "RACDCERT LIST" --account ACCT1 --suppress-startup-messages false)",
       {"IBMUSER LOGON IN PROGRESS AT ", "Servlet Key: ", "READY"}},
      {"C4", "zos-tso start address-space --account ACCT1", {R"(TSO address space began successfully, key is: (\S+))"}},
      {"C7+", "zos-tso stop address-space {key}", {"TSO address space ended successfully, key was: {key}"}},
      {"C4+", "zos-tso start address-space --account ACCT1 --sko", {R"(^(\S+)\s*$)"}},
      {"C5",
       R"re(zos-tso send address-space {key} --data "RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))")re",
       {"Label: zOSMFCA", "READY"}},
      {"C6", "zos-tso ping address-space {key}", {"TSO address space pinged successfully, key was: {key}"}},
      {"C7", "zos-tso stop address-space {key}", {"TSO address space ended successfully, key was: {key}"}},
      {"E1", R"(zos-console issue command "D T")", {"IEE136I LOCAL: TIME="}},
      {"F1",
       "zosmf check status",
       {R"(This operation requires authentication\.)", R"(Username or password are not valid or expired\.)"},
       "",
       1,
       "WRONG"},
  });
}

TEST_F(ZoweAcceptance, Jobs) {
  const std::vector<const char*> job = {"jobid: +JOB00001", "retcode: +CC 0000", "jobname: +IZUSEC", "status: +OUTPUT"};
  run({
      {"B1", "zos-jobs submit local-file izusec.jcl", job},
      {"B2",
       "zos-jobs submit local-file izusec.jcl --view-all-spool-content",
       {R"(Spool file: JESMSGLG \(ID #2, Step: JES2\))", "J E S 2  J O B  L O G",
        R"(Spool file: SYSTSPRT \(ID #\d+, Step: STEP1\))", "READY", "RACDCERT CERTAUTH LIST", "Label: zOSMFCA"}},
      {"B3",
       "zos-jobs submit local-file izusec.jcl --wait-for-output",
       {"jobid: +JOB00003", "retcode: +CC 0000", "jobname: +IZUSEC", "status: +OUTPUT"}},
      {"B4", "zos-jobs list jobs --owner IBMUSER --prefix 'IZU*'", {"JOB00001 CC 0000 IZUSEC OUTPUT"}},
      {"B5", "zos-jobs view job-status-by-jobid JOB00001", job},
      {"B6",
       "zos-jobs list spool-files-by-jobid JOB00001",
       {"2 +JESMSGLG +JES2", "3 +JESJCL +JES2", "4 +JESYSMSG +JES2", R"(\d+ +SYSTSPRT +STEP1)"}},
      {"B7", "zos-jobs view spool-file-by-id JOB00001 2", {"J E S 2  J O B  L O G"}},
      {"B9",
       "zos-jobs download output JOB00001 --directory out",
       {"Successfully downloaded the job output", "Destination: out"},
       "test -s out/JOB00001/JES2/JESMSGLG.txt && grep -q 'Label: zOSMFCA' out/JOB00001/STEP1/SYSTSPRT.txt"},
      {"B+", "zos-jobs search job 'IZU*' --search-string zOSMFCA", {"JOB00001", "Label: zOSMFCA"}},
      {"B10", "zos-jobs cancel job JOB00001", {R"(Successfully canceled job IZUSEC \(JOB00001\))"}},
      {"B10+",
       "zos-jobs cancel job JOB00002 --modify-version 1.0",
       {R"(Successfully submitted request to cancel job IZUSEC \(JOB00002\))"}},
      {"B12", "zos-jobs delete job JOB00001", {R"(Successfully deleted job IZUSEC \(JOB00001\))"}},
      {"B13",
       "zos-jobs view job-status-by-jobid JOB00001",
       {"Cannot obtain job info for job id = JOB00001", R"(Zero jobs were returned\.)"},
       "",
       1},
  });
}

TEST_F(ZoweAcceptance, DataSetsAndFiles) {
  run({
      {"D1",
       "zos-files create data-set-sequential IBMUSER.CA.CERT --recfm VB --lrecl 84 --blksize 27998",
       {R"(Data set created successfully\.)"}},
      {"D3", "zos-files list data-set IBMUSER", {"IBMUSER.CA.CERT"}},
      {"D4",
       "zos-files list data-set IBMUSER -a",
       {"dsname: +IBMUSER.CA.CERT", R"(blksz: +"?27998)", "dsorg: +PS", R"(lrecl: +"?84)", "recfm: +VB"}},
      {"D5",
       "zos-files upload file-to-data-set zOSMFCA.pem IBMUSER.CA.CERT",
       {"success: true", "from: .*zOSMFCA.pem", "to: +IBMUSER.CA.CERT", R"(Data set uploaded successfully\.)"}},
      {"D6", "zos-files view data-set IBMUSER.CA.CERT", {"-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"}},
      {"D7",
       "zos-files download data-set IBMUSER.CA.CERT --file dl.pem",
       {R"(Data set downloaded successfully\.)", "Destination: +dl.pem"},
       "cmp zOSMFCA.pem dl.pem"},
      {"D7+",
       "zos-files download data-set IBMUSER.CA.CERT --file dl.pem --overwrite",
       {R"(Data set downloaded successfully\.)"},
       "cmp zOSMFCA.pem dl.pem"},
      {"D8+", "zos-files create data-set-partitioned IBMUSER.JCL", {R"(Data set created successfully\.)"}},
      {"D8", "zos-files upload file-to-data-set izusec.jcl 'IBMUSER.JCL(RACD)'", {R"(to: +IBMUSER\.JCL\(RACD\))"}},
      {"D8",
       "zos-jobs submit data-set 'IBMUSER.JCL(RACD)' --wait-for-output",
       {"jobid: +JOB00001", "retcode: +CC 0000", "jobname: +IZUSEC", "status: +OUTPUT"}},
      {"D8+", "zos-files list all-members IBMUSER.JCL", {"RACD"}},
      {"D12+",
       "zos-files create data-set-sequential IBMUSER.P12 --recfm VB --lrecl 256",
       {R"(Data set created successfully\.)"}},
      {"D12", "zos-files upload file-to-data-set some.p12 IBMUSER.P12 --binary", {"success: true"}},
      {"D13",
       "zos-files download data-set IBMUSER.P12 --binary --file copy.p12",
       {R"(Data set downloaded successfully\.)"},
       "cmp some.p12 copy.p12"},
      {"D15", "zos-files delete data-set IBMUSER.P12 --for-sure", {R"(Data set deleted successfully\.)"}},
      {"D16",
       "zos-files view data-set IBMUSER.P12",
       {"ISRZ002 Data set not cataloged", R"(Received HTTP\(S\) error 404 = Not Found\.)"},
       "",
       1},
      {"D+", "zos-files upload file-to-uss izusec.jcl /tmp/izusec.jcl", {"success: true"}},
      {"D+", "zos-jobs submit uss-file /tmp/izusec.jcl", {"retcode: +CC 0000"}},
      {"D+", "zos-files upload dir-to-uss tree /tmp/tree --recursive", {R"(Directory uploaded successfully\.)"}},
      {"D+", "zos-files download uss-dir /tmp/tree --directory back", {"downloaded successfully"}, "diff -r tree back"},
  });
}

}  // namespace
}  // namespace ringside
