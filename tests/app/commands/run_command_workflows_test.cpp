// tests/app/commands/run_command_workflows_test.cpp - workflows of products, with files of variables, from their first
// step to their last.
#include <string>
#include <vector>

#include <unistd.h>

#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string variable(const std::string& name, const std::string& type = "<string/>") {
  return "<variable name=\"" + name + "\" scope=\"instance\"><label>" + name + "</label>" + type + "</variable>\n";
}

std::string step(const std::string& name, const std::string& kind, const std::string& text,
                 const std::string& more = "", const std::string& before = "") {
  return "<step name=\"" + name + "\"><title>" + name + "</title>" + before +
         "<template><inlineTemplate substitution=\"true\"><![CDATA[" + text +
         "]]></inlineTemplate><submitAs maxRc=\"4\">" + kind + "</submitAs>" + more + "</template></step>\n";
}

/// A step that only runs for one security product.
std::string only_for(const std::string& product) {
  return "<condition><expression>1 == 1</expression><targetStateSet><extendStateExpression><expression>"
         "${instance-product} != \"" +
         product +
         "\"</expression><targetState>skipped</targetState></extendStateExpression></targetStateSet></condition>";
}

std::string tso_job(const std::string& commands) {
  return "//TSO EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n" + commands + "/*\n";
}

class Workflows : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(run_ringside({"--date", "2026-01-01", "--seed", "flow", "lab", "new", file("x.lab")}).status, 0);
  }
  test_support::Run run(const std::string& xml, const std::string& variables) {
    test_support::write_file(file("flow.xml"), "<workflow><workflowInfo><workflowID>w</workflowID></workflowInfo>\n" +
                                                   xml + "</workflow>\n");
    test_support::write_file(file("flow.properties"), variables);
    return run_ringside({"--lab", file("x.lab"), "run", "--variables", file("flow.properties"), file("flow.xml")});
  }
  test_support::Run tso(const std::string& command) { return run_ringside({"--lab", file("x.lab"), "tso", command}); }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.file(name); }

 private:
  test_support::TemporaryDirectory directory_;
};

TEST_F(Workflows, ARequestGoesFromADataSetToAUnixFile) {
  const std::string product = "<string valueMustBeChoice=\"true\"><choice>RACF</choice><choice>OTHER</choice></string>";
  const auto result =
      run(variable("product", product) + variable("owner") + variable("label") +
              variable("request", "<string><validationType>DSNAME</validationType></string>") +
              variable("folder", "<string><regularExpression>^\\/([^\\/]+\\/)+$</regularExpression></string>") +
              step("key", "JCL",
                   tso_job("RACDCERT ${instance-owner} GENCERT SUBJECTSDN(CN('request')) +\n"
                           " WITHLABEL('${instance-label}') SIZE(2048)\n")) +
              step("csr", "JCL",
                   tso_job("RACDCERT GENREQ( +\n LABEL('${instance-label}') ) +\n"
                           "#if(${instance-owner} and \"${instance-owner}\" != \"\")\n ${instance-owner} +\n#end\n"
                           " DSN('${instance-request}')\n"),
                   "", only_for("RACF")) +
              step("csr_other", "JCL", "//X EXEC PGM=OTHER\n", "", only_for("OTHER")) +
              step("to_unix", "shell-JCL",
                   "set -e\nset -x\n\nmkdir -m 775 -p '${instance-folder}'\n"
                   "cp \"//'${instance-request}'\" '${instance-folder}request.csr'\n"
                   "openssl req -in '${instance-folder}request.csr' -noout -subject\n"),
          "product=RACF\nowner=ID(IBMUSER)\nlabel=My request\nrequest=IBMUSER.CSR\nfolder=/tmp/csr/\n");
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr("subject=CN = request\n"));
  EXPECT_THAT(result.error, AllOf(HasSubstr("step csr_other is left out by its condition"),
                                  HasSubstr("+ mkdir -m 775 -p /tmp/csr/\n"),
                                  HasSubstr("step to_unix of the workflow: complete, 0")));
}

TEST_F(Workflows, ACertificateGoesFromAUnixFileToARing) {
  ASSERT_EQ(test_support::run_program("openssl req -x509 -newkey rsa:2048 -nodes -keyout " + file("k.pem") + " -out " +
                                      file("ca.pem") + " -subj '/CN=Partner CA' -days 3650")
                .status,
            0);
  ASSERT_EQ(run_ringside({"--lab", file("x.lab"), "put", file("ca.pem"), "SYS1:/tmp/ca.pem"}).status, 0);
  const auto result =
      run(variable("file") + variable("data_set") + variable("label") + variable("ring") +
              step("convert", "shell-JCL",
                   "set -e\n    set -x\n    chtag -r ${instance-file}\n"
                   "    iconv -f ISO8859-1 -t IBM1047 ${instance-file} > ${instance-file}ebc\n"
                   "    chtag -r ${instance-file}ebc\n"
                   "    cp -F crnl '${instance-file}ebc' \"//'${instance-data_set}'\" ") +
              step("add", "JCL",
                   tso_job("RACDCERT CERTAUTH ADD('${instance-data_set}') WITHLABEL('${instance-label}') TRUST\n"
                           "SETROPTS RACLIST(DIGTCERT) REFRESH\n")) +
              step("connect", "TSO-UNIX-shell",
                   "tsocmd \"RACDCERT ADDRING(${instance-ring})\"\n"
                   "tsocmd \"RACDCERT CONNECT(CERTAUTH LABEL('${instance-label}') RING(${instance-ring}))\"\n"),
          "file=/tmp/ca.pem\ndata_set=IBMUSER.CA\nlabel=Partner CA\nring=Partners\n");
  EXPECT_LE(result.status, 4) << result.error;
  EXPECT_THAT(tso("RACDCERT LISTRING(Partners)").out, HasSubstr("Partner CA"));
}

TEST_F(Workflows, AStepSetsVariablesForThoseAfterIt) {
  test_support::write_file(file("ring.jcl"), tso_job("RACDCERT ID(${instance-owner}) ADDRING(${instance-ring})\n"));
  const auto result =
      run(variable("owner") + variable("ring") + variable("where") +
              step("choose", "TSO-UNIX-shell", "echo 'set:ring = Chosen'\necho where=/tmp/proof >>$_output\n",
                   "<output>/tmp/choose.properties</output>"
                   "<outputVariablesPrefix>set:</outputVariablesPrefix>") +
              "<step name=\"make\"><template><fileTemplate substitution=\"true\">ring.jcl</fileTemplate>"
              "<submitAs>JCL</submitAs></template></step>" +
              step("prove", "shell-JCL",
                   "tso \"RACDCERT ID(${instance-owner}) LISTRING(*)\" >${instance-where}\ncat "
                   "${instance-where}\n"),
          "owner=IBMUSER\n");
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr(">Chosen<"));
}

TEST_F(Workflows, AValueThatAVariableDoesNotTakeIsNamed) {
  const auto result =
      run(variable("folder", "<string><regularExpression>/.*/</regularExpression></string>") +
              variable("days", "<integer><maxValue>365</maxValue></integer>") + step("s", "JCL", tso_job("TIME\n")),
          "folder=tmp\ndays=1000\n");
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, AllOf(HasSubstr("the variable folder must match /.*/"),
                                  HasSubstr("the variable days must be at most 365")));
}

TEST_F(Workflows, AScriptThatCannotRunStopsAllBeforeItBegins) {
  const auto result = run(step("user", "JCL", tso_job("ADDUSER A\n")) + step("s", "shell-JCL", "set -e\nperl -e 1\n") +
                              step("t", "shell-JCL", "if true; then echo; fi\n"),
                          "");
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, AllOf(HasSubstr("step s, template: line 2: perl: command not found"),
                                  HasSubstr("step t, template: line 1: 'if': conditions, loops")));
  EXPECT_NE(tso("LISTUSER A").status, 0);
}

TEST_F(Workflows, AFileOfATemplateIsInTheFolderOfTheWorkflow) {
  const auto file_step = [](const std::string& path) {
    return "<step name=\"f\"><template><fileTemplate>" + path + "</fileTemplate></template></step>";
  };
  EXPECT_THAT(run(file_step("/etc/passwd"), "").error, HasSubstr("only a file in the folder of the workflow is read"));
  EXPECT_THAT(run(file_step("../x.jcl"), "").error, AllOf(HasSubstr("step f: <fileTemplate>: "), HasSubstr("x.jcl")));
  EXPECT_THAT(run(file_step("none.jcl"), "").error, HasSubstr("there is no file"));
  ASSERT_EQ(::symlink("/etc/passwd", file("link").c_str()), 0);
  EXPECT_THAT(run(file_step("link"), "").error, HasSubstr("a symbolic link leads out of the folder"));
}

TEST_F(Workflows, AShellStepIsTold) {
  test_support::write_file(file("flow.xml"),
                           "<workflow>" + step("s", "shell-JCL", "echo hello\necho bad >&2\nexit 3\n") + "</workflow>");
  const auto result = run_ringside({"--json", "--lab", file("x.lab"), "run", file("flow.xml")});
  EXPECT_EQ(result.status, 3);
  EXPECT_THAT(result.out, AllOf(HasSubstr("\"command\": \"sh\""), HasSubstr("\"hello\""), HasSubstr("\"bad\""),
                                HasSubstr("\"outcome\": \"complete\""), Not(HasSubstr("failed"))));
}

}  // namespace
}  // namespace ringside::app
