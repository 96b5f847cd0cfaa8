// server/page/page_content.hpp - what stands on the page of a server: a lab at one moment.
#pragma once

#include <string>

#include "emulator/lab/lab.hpp"
#include "server/page/page_facts.hpp"

namespace ringside::page {

/// With `whole`, also links, repairs and pictures, which take time in a large lab.
enum class Depth { quick, whole };

/// The page as an HTML file. Its etag is the same if nothing but the time of the page differs.
struct Page {
  std::string html;
  std::string etag;  ///< with its quotation marks
};

/// Makes the page. Repairs are tried, so with Depth::whole the lab must be a copy for trials.
Page make_page(lab::Lab& lab, const PageFacts& facts, Depth depth);

}  // namespace ringside::page
