// emulator/jes/ams.cpp - access method services outside of a job: a step that no job is made of.
#include "emulator/jes/ams.hpp"

#include <utility>

#include "emulator/jes/job_log.hpp"
#include "emulator/jes/spool_names.hpp"
#include "emulator/jes/step.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {
namespace {

constexpr const char* name = "AMS";
constexpr const char* stream =
    "//AMS JOB\n"
    "//AMS EXEC PGM=IDCAMS\n"
    "//SYSPRINT DD SYSOUT=*\n"
    "//SYSIN DD *\n"
    "/*\n";

}  // namespace

AmsAnswer run_ams(racf::Session& session, const std::vector<std::string>& records) {
  parser::Job job = std::move(parser::parse_jobs(stream).front());
  parser::StepStatement& step = job.steps.front();
  parser::DdStatement& input = step.dds.back();
  for (const std::string& record : records) input.data.push_back({record, static_cast<int>(input.data.size()) + 1});
  JobLog log(session.lab, session.system.name, name);
  SpoolNames spool(job, name);
  StepRun run = run_step(session, name, step, log, spool);
  AmsAnswer answer{run.result.condition_code};
  for (SpoolFile& file : run.output)
    if (file.dd == "SYSPRINT") answer.lines = std::move(file.lines);
  return answer;
}

}  // namespace ringside::jes
