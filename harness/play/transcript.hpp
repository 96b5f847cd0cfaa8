// harness/play/transcript.hpp - commands and jobs as reports show them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/jes/job_result.hpp"
#include "emulator/racf/session.hpp"
#include "harness/play/failure.hpp"

namespace ringside::harness {

using Lines = std::vector<std::string>;

/// The number of lines of a transcript that a failure shows at most.
inline constexpr std::size_t most_lines_around = 24;

/// Replaces each run of blanks, tabs and line ends by one blank. A job may write a command with other line breaks.
std::string with_single_blanks(std::string_view text);
/// A command in one printable line.
std::string one_line(const std::string& command);
/// The same, cut with "..." if it is long.
std::string brief(const std::string& command);
/// A message as a report shows it: "IRRD107I No matching certificate was found for this user."
std::string shown(const host::OutputLine& line);

/// Appends `more`, with `indent` before each line.
void append(Lines& lines, const Lines& more, const std::string& indent);
/// A command with its return code, its output, and remarks.
Lines command_lines(const host::CommandResult& command);
/// The commands and ends of a job's steps, then its own end.
Lines job_lines(const jes::JobResult& job);

/// Returns at most `most_lines_around` lines: the first and the last, and between them the number of omitted ones.
Lines shortened(Lines lines);
/// Sets the transcript of the failures from index `from` on, unless they have one.
void add_transcript(Failures& failures, std::size_t from, const Lines& transcript);

}  // namespace ringside::harness
