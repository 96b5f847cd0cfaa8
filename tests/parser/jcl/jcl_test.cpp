// tests/parser/jcl/jcl_test.cpp - job streams to jobs, steps and DDs; errors as the converter numbers them.
#include "parser/jcl/jcl.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/jcl/operands.hpp"

namespace ringside::parser {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

Job one_job(const std::vector<std::string>& lines) {
  const auto jobs = parse_jobs(joined(lines));
  EXPECT_EQ(jobs.size(), 1u);
  return jobs.empty() ? Job{} : jobs.front();
}

/// The job with JOB and EXEC before the lines.
Job in_a_step(std::vector<std::string> lines) {
  lines.insert(lines.begin(), {"//J JOB", "//S EXEC PGM=IKJEFT01"});
  return one_job(lines);
}

std::vector<std::string> ids(const Job& job) {
  std::vector<std::string> out;
  for (const JclError& error : job.errors) out.push_back(error.message.id);
  return out;
}

std::vector<std::string> notes(const Job& job) {
  std::vector<std::string> out;
  for (const RecordNote& note : job.notes) out.push_back(note.text);
  return out;
}

std::vector<std::string> data(const DdStatement& dd) {
  std::vector<std::string> out;
  for (const Record& record : dd.data) out.push_back(record.text);
  return out;
}

/// An operand on one line: lists in brackets, apostrophes around what was quoted.
std::string draw(const JclOperand& operand) {
  std::string out = operand.keyword.empty() ? "" : operand.keyword + "=";
  if (operand.parts.empty()) return out + (operand.quoted ? "'" + operand.text + "'" : operand.text);
  out += '[';
  for (const JclOperand& part : operand.parts) out += draw(part) + (&part == &operand.parts.back() ? "]" : " ");
  return out;
}

std::vector<std::string> operands(std::string_view field) {
  std::vector<std::string> out;
  const auto parsed = parse_jcl_operands(field);
  if (!parsed) return {parsed.error().message.id};
  for (const JclOperand& operand : *parsed) out.push_back(draw(operand));
  return out;
}

// Operands

TEST(JclOperands, ArePositionalOrKeywords) {
  EXPECT_THAT(operands("(ACCT,1),'J''S NAME',CLASS=A"), ElementsAre("[ACCT 1]", "'J'S NAME'", "CLASS=A"));
  EXPECT_THAT(operands(",CLASS=A"), ElementsAre("", "CLASS=A"));
  EXPECT_THAT(operands(""), IsEmpty());
}

TEST(JclOperands, SplitListsAndKeepThemWhole) {
  EXPECT_THAT(operands("COND=((0,NE),EVEN)"), ElementsAre("COND=[[0 NE] EVEN]"));
  EXPECT_THAT(operands("DCB=(RECFM=VB,LRECL=84)"), ElementsAre("DCB=[RECFM=VB LRECL=84]"));
  EXPECT_THAT(operands("DISP=(,CATLG)"), ElementsAre("DISP=[ CATLG]"));
  EXPECT_EQ(parse_jcl_operands("DCB=('a''b',LRECL=84)")->front().text, "(a'b,LRECL=84)");
}

TEST(JclOperands, ATextBeforeAParenthesisMakesItNoList) {
  EXPECT_THAT(operands("DSN=A.B(MEM)"), ElementsAre("DSN=A.B(MEM)"));
  EXPECT_THAT(operands("DSN=&&TEMP,X='a'B"), ElementsAre("DSN=&&TEMP", "X=aB"));
}

TEST(JclOperands, LeaveSymbolsAsTheyAre) {
  EXPECT_THAT(operands("NOTIFY=&SYSUID,DSN=&A..&B..LST"), ElementsAre("NOTIFY=&SYSUID", "DSN=&A..&B..LST"));
}

TEST(JclOperands, AreRefusedWhenUnbalanced) {
  EXPECT_THAT(operands("DSN=(A"), ElementsAre("IEFC622I"));
  EXPECT_THAT(operands("DSN=A)"), ElementsAre("IEFC622I"));
  EXPECT_THAT(operands("PARM='A"), ElementsAre("RSD316I"));
  EXPECT_THAT(operands("PARM='(('"), ElementsAre("PARM='(('"));
}

TEST(JclOperands, HoldLowerCaseInApostrophesOnly) {
  EXPECT_THAT(operands("PARM='abc'"), ElementsAre("PARM='abc'"));
  EXPECT_THAT(operands("PGM=ikjeft01"), ElementsAre("RSD313I"));
  EXPECT_THAT(operands("PARM=\u2019x\u2019"), ElementsAre("RSD313I"));
}

TEST(JclOperands, HaveBoundsOfDepthAndLength) {
  EXPECT_THAT(operands("X=" + std::string(64, '(') + std::string(64, ')')), testing::SizeIs(1));
  EXPECT_THAT(operands("X=" + std::string(65, '(') + std::string(65, ')')), ElementsAre("RSD314I"));
  EXPECT_THAT(operands("X=" + std::string(1'000'000, '(')), ElementsAre("RSD315I"));
}

// Statements

TEST(JclStatement, HasNameOperationOperandsAndComments) {
  const Job job = one_job({"//UPDCERT  JOB ,CLASS=A   it's a comment", "//STEP1 EXEC PGM=IKJEFT01,DYNAMNBR=75,TIME=100",
                           "//SYSTSPRT DD SYSOUT=*", "//PROC1.OUT DD DUMMY"});
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_EQ(job.statement.name, "UPDCERT");
  EXPECT_EQ(job.statement.value_of("CLASS"), "A");
  ASSERT_EQ(job.steps.size(), 1u);
  EXPECT_EQ(job.steps[0].statement.value_of("PGM"), "IKJEFT01");
  EXPECT_EQ(job.steps[0].dds.at(1).statement.name, "PROC1.OUT");
}

TEST(JclStatement, GoesOnAfterACommaInColumns4To16) {
  const Job job = one_job({"//J JOB (A),'B',   a comment", "//* another", "// CLASS=A,", "//             MSGCLASS=H"});
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_EQ(job.statement.value_of("CLASS"), "A");
  EXPECT_EQ(job.statement.value_of("MSGCLASS"), "H");
}

TEST(JclStatement, GoesOnInQuotesFromColumn71ToColumn16) {
  std::string first = "//S EXEC PGM=X,PARM='it''s ";
  first += std::string(71 - first.size(), 'a');
  const Job job = one_job({"//J JOB", first + "X00010000", "//             b  '"});
  EXPECT_THAT(ids(job), IsEmpty());
  const std::string parm = job.steps.at(0).statement.value_of("PARM");
  EXPECT_THAT(parm, testing::StartsWith("it's aaa"));
  EXPECT_THAT(parm, testing::EndsWith("aab  "));
}

TEST(JclStatement, CountsTheBlanksUpToColumn71IntoQuotedText) {
  const std::string first = "//S EXEC PGM=X,PARM='a";
  const Job job = one_job({"//J JOB", first, "//             b'"});
  EXPECT_EQ(job.steps.at(0).statement.value_of("PARM"), "a" + std::string(71 - first.size(), ' ') + "b");
}

TEST(JclStatement, WantsItsContinuation) {
  EXPECT_THAT(ids(one_job({"//J JOB A,", "//S EXEC PGM=X"})), ElementsAre("IEFC621I"));
  EXPECT_THAT(ids(one_job({"//J JOB A,"})), ElementsAre("IEFC621I"));
  const Job job = in_a_step({"//D DD DSN='A", "//E DD DUMMY"});
  EXPECT_THAT(ids(job), ElementsAre("IEFC621I"));
  EXPECT_THAT(job.errors[0].diagnostic.text, HasSubstr("apostrophe"));
  EXPECT_EQ(job.steps[0].dds.size(), 2u);
}

TEST(JclStatement, RefusesAContinuationInTheWrongColumn) {
  EXPECT_THAT(ids(one_job({"//J JOB A,", "//                 CLASS=A"})), ElementsAre("RSD318I"));
  EXPECT_THAT(ids(in_a_step({"//D DD DSN='A", "//  B'"})), ElementsAre("RSD318I"));
}

TEST(JclStatement, ContinuesACommentOverColumn72) {
  std::string first = "//S EXEC PGM=X  a long comment";
  first.resize(71, ' ');
  const Job job = one_job({"//J JOB", first + "X", "//             that goes on", "//D DD DUMMY"});
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_EQ(job.steps.at(0).dds.size(), 1u);
}

TEST(JclStatement, DropsSequenceNumbers) {
  std::string exec = "//S EXEC PGM=X";
  exec.resize(72, ' ');
  EXPECT_EQ(one_job({"//J JOB", exec + "00020000"}).steps.at(0).statement.value_of("PGM"), "X");
}

TEST(JclStatement, WithABadNameOrOperationIsNumberedAsTheConverterDoes) {
  EXPECT_THAT(ids(one_job({"//J JOB", "//s EXEC PGM=X"})), ElementsAre("IEFC662I"));
  EXPECT_THAT(ids(one_job({"//J JOB", "//TOOLONGNAME EXEC PGM=X"})), ElementsAre("IEFC662I"));
  EXPECT_THAT(ids(one_job({"//J JOB", "//1S EXEC PGM=X"})), ElementsAre("IEFC662I"));
  EXPECT_THAT(ids(one_job({"//J JOB", "//S EXECUTE PGM=X"})), ElementsAre("IEFC605I"));
  EXPECT_THAT(ids(one_job({"//J JOB", "//S"})), ElementsAre("IEFC605I"));
  const Job job = one_job({"//J JOB", "//S exec PGM=X"});
  EXPECT_THAT(ids(job), ElementsAre("IEFC605I"));
  EXPECT_THAT(job.errors[0].diagnostic.text, HasSubstr("upper case"));
}

TEST(JclStatement, OfAnErrorShowsItsNumberPlaceAndRecord) {
  const Job job = one_job({"//J JOB", "//S EXEC PGM=X,", "//   TIME=a"});
  ASSERT_EQ(job.errors.size(), 1u);
  EXPECT_EQ(job.errors[0].statement, 2);
  EXPECT_EQ(job.errors[0].diagnostic.where, (Position{3, 11}));
  EXPECT_EQ(job.errors[0].diagnostic.line, "//   TIME=a");
}

TEST(JclStatement, ThatIsNotEmulatedIsAnError) {
  EXPECT_THAT(ids(one_job({"//J JOB", "// XMIT DEST=N", "//S EXEC PGM=X"})), ElementsAre("RSD320I"));
}

// In-stream data

TEST(JclData, OfDdAsteriskEndsAtADelimiterAStatementOrTheEnd) {
  const Job job = in_a_step({"//A DD *", " one", "/*", "//B DD *", "two", "//C DD *", "three", ""});
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_THAT(data(job.steps[0].dds.at(0)), ElementsAre(" one"));
  EXPECT_THAT(data(job.steps[0].dds.at(1)), ElementsAre("two"));
  EXPECT_THAT(data(job.steps[0].dds.at(2)), ElementsAre("three", ""));
}

TEST(JclData, OfDdDataTakesStatements) {
  const Job job = in_a_step({"//A DD DATA", "//* heading", "//X JOB", "/*", "//B DD DUMMY"});
  EXPECT_THAT(data(job.steps[0].dds.at(0)), ElementsAre("//* heading", "//X JOB"));
  EXPECT_EQ(job.steps[0].dds.size(), 2u);
}

TEST(JclData, EndsAtItsOwnDelimiter) {
  const Job with_data = in_a_step({"//A DD DATA,DLM=@@,SYMBOLS=JCLONLY", "/* comment */", "//X", "@@", "//B DD DUMMY"});
  EXPECT_THAT(data(with_data.steps[0].dds.at(0)), ElementsAre("/* comment */", "//X"));
  const Job quoted = in_a_step({"//A DD *,DLM='$$'", "/* comment */", "$$"});
  EXPECT_THAT(data(quoted.steps[0].dds.at(0)), ElementsAre("/* comment */"));
  // JES2: with DD * a statement ends the data whatever DLM says
  const Job ended = in_a_step({"//A DD *,DLM=$$", "one", "//B DD DUMMY"});
  EXPECT_THAT(data(ended.steps[0].dds.at(0)), ElementsAre("one"));
  EXPECT_EQ(ended.steps[0].dds.size(), 2u);
}

TEST(JclData, WithoutItsDelimiterRunsToTheEnd) {
  const Job job = in_a_step({"//A DD DATA,DLM=@@", "//B DD DUMMY", "/*"});
  EXPECT_EQ(job.steps[0].dds.size(), 1u);
  EXPECT_THAT(notes(job), ElementsAre(HasSubstr("@@ never came")));
}

TEST(JclData, TakesNoDelimiterFromADdInError) {
  const Job job = in_a_step({"//A DD DATA,LRECL=(,DLM=@@", "//X", "/*", "//B DD DUMMY"});
  EXPECT_THAT(ids(job), ElementsAre("IEFC622I"));
  EXPECT_THAT(data(job.steps[0].dds.at(0)), ElementsAre("//X"));
  EXPECT_EQ(job.steps[0].dds.size(), 2u);
}

TEST(JclData, RefusesDlmElsewhereAndOfAnotherLength) {
  EXPECT_THAT(ids(in_a_step({"//A DD DUMMY,DLM=@@"})), ElementsAre("RSD321I"));
  EXPECT_THAT(ids(in_a_step({"//A DD *,DLM=@@@", "x", "/*"})), ElementsAre("RSD323I"));
}

TEST(JclData, NotesACommentThatEndsIt) {
  const Job job = in_a_step({"//SYSTSIN DD *", " RACDCERT LIST", "/* a comment in column 1", " PROFILE", "/*", "/*"});
  EXPECT_THAT(data(job.steps[0].dds.at(0)), ElementsAre(" RACDCERT LIST"));
  EXPECT_THAT(notes(job), ElementsAre(HasSubstr("a comment in column 1"), HasSubstr("became a SYSIN")));
}

TEST(JclData, WithoutADdBecomesAGeneratedSysin) {
  const Job job = in_a_step(
      {"//SYSTSIN DD *", " RACDCERT CERTAUTH GENCERT +", "//* Create the server certificate", " RACDCERT LIST"});
  ASSERT_EQ(job.steps[0].dds.size(), 2u);
  const DdStatement& generated = job.steps[0].dds[1];
  EXPECT_TRUE(generated.generated);
  EXPECT_EQ(generated.statement.name, "SYSIN");
  EXPECT_EQ(generated.statement.number, 4);
  EXPECT_THAT(data(generated), ElementsAre(" RACDCERT LIST"));
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_THAT(notes(job).front(), HasSubstr("JCL comment ended the in-stream data"));
}

TEST(JclData, BeforeTheFirstStepIsAnErrorUnlessBlank) {
  EXPECT_THAT(ids(one_job({"//J JOB", "junk", "//S EXEC PGM=X"})), ElementsAre("RSD324I"));
  EXPECT_THAT(ids(one_job({"//J JOB", "", "//S EXEC PGM=X"})), IsEmpty());
}

TEST(JclData, KeepsItsLineNumbersAndAtMost80Columns) {
  const Job job = in_a_step({"//A DD *", std::string(90, 'x')});
  ASSERT_EQ(job.steps[0].dds[0].data.size(), 1u);
  EXPECT_EQ(job.steps[0].dds[0].data[0].line, 4);
  EXPECT_EQ(job.steps[0].dds[0].data[0].text, std::string(80, 'x'));
  EXPECT_THAT(notes(job), ElementsAre(HasSubstr("past column 80")));
}

// Jobs

TEST(JclJob, WithoutAJobStatementIsInError) {
  EXPECT_THAT(ids(one_job({"//S EXEC PGM=X"})), ElementsAre("RSD334I"));
  EXPECT_THAT(ids(one_job({"// JOB"})), ElementsAre("RSD319I"));
}

TEST(JclJob, StreamsHoldSeveralAndANullStatementEndsOne) {
  const auto jobs = parse_jobs("//A JOB\n//S EXEC PGM=X\n//\n//T EXEC PGM=Y\njunk\n//B JOB\n//C JOB\n");
  ASSERT_EQ(jobs.size(), 3u);
  EXPECT_EQ(jobs[0].steps.size(), 1u);
  EXPECT_EQ(jobs[1].statement.name, "B");
  EXPECT_THAT(notes(jobs[1]), ElementsAre(HasSubstr("null statement"), HasSubstr("outside a job")));
  EXPECT_THAT(ids(jobs[1]), IsEmpty());
}

TEST(JclJob, TakesJobLibBeforeTheFirstStepAndNoOtherDd) {
  const Job job = one_job({"//J JOB", "//JOBLIB DD DSN=A.B,DISP=SHR", "// DD DSN=C.D,DISP=SHR", "//S EXEC PGM=X"});
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_EQ(job.dds.size(), 2u);
  EXPECT_THAT(ids(one_job({"//J JOB", "//SYSIN DD DUMMY", "//S EXEC PGM=X"})), ElementsAre("RSD322I"));
}

TEST(JclJob, KeepsConcatenatedDdsInOrder) {
  const Job job = in_a_step({"//A DD DSN=ONE", "// DD DSN=TWO", "//B DD DUMMY"});
  ASSERT_EQ(job.steps[0].dds.size(), 3u);
  EXPECT_EQ(job.steps[0].dds[1].statement.name, "");
  EXPECT_EQ(job.steps[0].dds[1].statement.value_of("DSN"), "TWO");
}

TEST(JclJob, PassesJes2StatementsAndCommentsOver) {
  const Job job = one_job({"//J JOB", "/*JOBPARM S=SYS1", "//* comment", "//S EXEC PGM=X", "//A DD *", "x",
                           "/*ROUTE PRINT R1", "/*", "/*"});
  EXPECT_THAT(ids(job), IsEmpty());
  EXPECT_THAT(notes(job), IsEmpty());
  EXPECT_EQ(job.steps.at(0).dds.size(), 1u);
}

TEST(JclJob, NumbersItsImagesAsJesjclDoes) {
  const Job job = one_job({"//J JOB A,", "//  CLASS=A", "//* comment", "//S EXEC PGM=X", "//A DD *", "data", "/*"});
  std::vector<std::pair<int, std::string>> images;
  for (const JclImage& image : job.images) images.emplace_back(image.statement, image.text);
  EXPECT_THAT(images, ElementsAre(std::pair(1, "//J JOB A,"), std::pair(0, "//  CLASS=A"), std::pair(0, "//* comment"),
                                  std::pair(2, "//S EXEC PGM=X"), std::pair(3, "//A DD *"), std::pair(0, "/*")));
  EXPECT_EQ(job.records, 7);
}

TEST(JclJob, NeverShowsThePasswordOfItsCard) {
  const Job job = one_job({"//J JOB A,USER=IBMUSER,PASSWORD=(HUSH,", "//  HUSH2),CLASS=a", "//S EXEC PGM=X"});
  std::string shown;
  for (const JclImage& image : job.images) shown += image.text;
  for (const JclError& error : job.errors) shown += error.diagnostic.line + error.diagnostic.text + error.message.text;
  EXPECT_THAT(shown, testing::Not(HasSubstr("HUSH")));
  EXPECT_THAT(shown, HasSubstr("CLASS=a"));
  EXPECT_EQ(one_job({"//J JOB A,PASSWORD=HUSH"}).statement.value_of("PASSWORD"), "HUSH");
}

TEST(JclJob, NeverShowsThePasswordsOfItsSymbolsAndParms) {
  const Job job = one_job({"//J JOB A", "// SET PW=HUSH1,X=Y", "//S1 EXEC PGM=X,PARM='&PW/&X'",
                           "//S2 EXEC PGM=BPXBATCH,PARM='SH keytool -storepass HUSH2 -list'",
                           "//S3 EXEC PGM=IKJEFT01,PARM='ADDUSER A PASSWORD(HUSH3)'",
                           "//S4 EXEC PGM=X,REGOIN=1,PARM='pass:HUSH4'"});
  std::string shown;
  for (const JclImage& image : job.images) shown += image.text + "\n";
  for (const JclError& error : job.errors) shown += error.diagnostic.line + error.diagnostic.text + error.message.text;
  EXPECT_THAT(shown, testing::Not(HasSubstr("HUSH")));
  EXPECT_THAT(shown, HasSubstr("// SET PW=********,X=Y"));
  EXPECT_THAT(shown, HasSubstr("PARM='********/Y'"));
  EXPECT_THAT(shown, HasSubstr("-storepass ******** -list'"));
}

TEST(JclJob, HidesAPasswordThatBeginsWithAnother) {
  const Job job = one_job({"//J JOB A", "// SET PW1=HUS,PW2=HUSHED", "//S1 EXEC PGM=X,PARM='&PW2'"});
  std::string shown;
  for (const JclImage& image : job.images) shown += image.text + "\n";
  EXPECT_THAT(shown, HasSubstr("PARM='********'"));
}

TEST(JclJob, OfAStreamWithoutStatementsIsOneError) {
  EXPECT_THAT(ids(one_job({})), ElementsAre("RSD311I"));
  EXPECT_THAT(ids(one_job({"hello", "world"})), ElementsAre("RSD311I"));
}

// Each job and each statement costs more than its few octets.
TEST(Jcl, RefusesAStreamOfMoreJobsOrStatementsThanItsSizeNeeds) {
  const auto refused = [](const std::string& stream) {
    const auto jobs = parse_jobs(stream);
    return jobs.size() == 1 && jobs.front().errors.size() == 1 && jobs.front().errors.front().message.id == "RSD310I";
  };
  std::string jobs, statements = "//J JOB\n";
  for (int i = 0; i < 2'000; ++i) jobs += "//J JOB\n";
  for (int i = 0; i < 6'000; ++i) statements += "// SET A=1\n";
  EXPECT_TRUE(refused(jobs));
  EXPECT_TRUE(refused(statements));
  EXPECT_FALSE(refused(jobs.substr(0, jobs.size() / 2)));
  EXPECT_FALSE(refused(statements.substr(0, statements.size() / 2)));
}

}  // namespace
}  // namespace ringside::parser
