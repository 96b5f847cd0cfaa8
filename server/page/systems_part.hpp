// server/page/systems_part.hpp - the part of the page about systems: ports, rings, and what a ring lacks.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/report/html.hpp"
#include "server/page/page_facts.hpp"

namespace ringside::page {

/// A row for each system of the lab, and a section for each ring that its server cannot use.
harness::report::Html systems_html(lab::Lab& lab, const PageFacts& facts);

/// What a ring lacks and the commands that mend it, as a section with a heading of this level.
harness::report::Html trouble_html(const ServedSystem& served, int level);

}  // namespace ringside::page
