// harness/play/checks.hpp - compares what came with what a scenario expects.
#pragma once

#include <vector>

#include "emulator/jes/job_result.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/context.hpp"
#include "harness/play/result.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

using Failures = std::vector<Failure>;

void check_command(const CommandExpectation& expect, const host::CommandResult& result, Failures& failures);
/// Lines of output; `what` is "output of LISTUSER".
void check_output(const OutputExpectation& expect, const std::vector<std::string>& output, const std::string& what,
                  Failures& failures);
/// Each text is part of one of Ringside's remarks.
void check_remarks(const std::vector<Placed<std::string>>& expect, const std::vector<std::string>& remarks,
                   const std::string& what, Failures& failures);
void check_jobs(const JobExpectation& expect, const std::vector<jes::JobResult>& jobs, Failures& failures);
/// Without any expectation every link must hold.
void check_links(const TrustExpectation& expect, const TrustReport& report, Failures& failures);
/// Every change of the timeline must be expected, and every expected one must be there.
void check_changes(const TrustExpectation& expect, const TrustTimeline& timeline, parser::Position of_step,
                   Failures& failures);
void check_ring(const RingExpectation& expect, lab::Lab& lab, Failures& failures);
void check_certificate(const CertificateExpectation& expect, lab::Lab& lab, Failures& failures);

/// A command in one line: blanks run together.
std::string one_line(const std::string& command);
/// The same, cut with "..." where it is long.
std::string brief(const std::string& command);

/// A message as a report shows it: "IRRD107I No matching certificate was found for this user."
std::string shown(const host::OutputLine& line);

}  // namespace ringside::harness
