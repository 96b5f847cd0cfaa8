// server/page/jobs_part.hpp - the part of the page about jobs and their spool.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/report/html.hpp"

namespace ringside::page {

/// A table of jobs for each system that has some, the last submitted first. The spool's files are listed without their
/// text, which the jobs services give.
harness::report::Html jobs_html(lab::Lab& lab);

}  // namespace ringside::page
