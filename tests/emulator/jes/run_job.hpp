// tests/emulator/jes/run_job.hpp - jobs submitted to a lab in memory, and their spool as text.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/jes/submit.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::test_support {

class JobTest : public testing::Test {
 protected:
  std::vector<jes::JobResult> submit(const std::string& stream) { return jes::submit(lab_.session(), stream); }

  /// The only job of a stream.
  jes::JobResult run(const std::string& stream) {
    auto jobs = submit(stream);
    if (jobs.size() != 1) throw std::logic_error("the stream has " + std::to_string(jobs.size()) + " jobs");
    return std::move(jobs.front());
  }
  /// A job of these statements behind a plain JOB statement.
  jes::JobResult run_steps(const std::string& statements) { return run("//TEST JOB (ACCT),'TESTS'\n" + statements); }

  /// One step that runs TSO commands.
  static std::string tso_step(const std::string& name, const std::string& commands, const std::string& operands = "",
                              const std::string& program = "IKJEFT01") {
    return "//" + name + " EXEC PGM=" + program + operands + "\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n" + commands +
           "/*\n";
  }

  static std::string file(const jes::JobResult& job, const std::string& dd) {
    for (const jes::SpoolFile& one : job.spool)
      if (one.dd == dd) return base::join(one.lines, "\n") + "\n";
    return "(no " + dd + ")";
  }
  /// The whole output as one text, each data set behind its name.
  static std::string spool(const jes::JobResult& job) {
    std::string text;
    for (const jes::SpoolFile& one : job.spool)
      text += "==== " + one.step + " " + one.dd + "\n" + base::join(one.lines, "\n") + "\n";
    return text;
  }
  /// "CC 0000", "BYPASSED" ... of each step.
  static std::vector<std::string> statuses(const jes::JobResult& job) {
    std::vector<std::string> all;
    for (const jes::StepResult& step : job.steps) all.push_back(step.status());
    return all;
  }

  RacfLab lab_;
};

}  // namespace ringside::test_support
