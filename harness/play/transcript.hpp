// harness/play/transcript.hpp - commands and jobs as reports show them.
#pragma once

#include <cstddef>
#include <string>

#include "harness/play/checks.hpp"
#include "harness/play/report_text.hpp"

namespace ringside::harness {

/// Of a longer transcript a failure shows the beginning and the end.
inline constexpr std::size_t most_lines_around = 24;

/// Appends `more`, each line behind `indent`.
void append(Lines& lines, const Lines& more, const std::string& indent);
/// A command with its return code, then what it printed, then remarks.
Lines command_lines(const host::CommandResult& command);
/// The commands and ends of a job's steps, then its own end.
Lines job_lines(const jes::JobResult& job);

/// At most `most_lines_around` lines: the first and the last, and between them how many are left out.
Lines shortened(Lines lines);
/// Gives the failures from number `from` on the transcript of what they are about, unless they have one.
void add_transcript(Failures& failures, std::size_t from, const Lines& transcript);

}  // namespace ringside::harness
