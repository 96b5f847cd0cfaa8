// server/page/page_facts.hpp - what a server tells its page besides what the lab holds.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/datalib/ring_name.hpp"

namespace ringside::page {

/// A system that the server serves.
struct ServedSystem {
  std::string name;
  unsigned port = 0;
  racf::RingName ring;                  ///< whose certificate the server shows
  std::string trouble{};                ///< why the ring cannot be used, as a sentence; empty if it can
  std::vector<std::string> commands{};  ///< that mend the ring; none if none are known

  friend bool operator==(const ServedSystem&, const ServedSystem&) = default;
};

struct PageFacts {
  std::string lab_name;    ///< in the page's heading
  std::string lab_file{};  ///< for the ringside commands of repairs: --lab; empty: they have none
  std::vector<ServedSystem> served;

  friend bool operator==(const PageFacts&, const PageFacts&) = default;
};

}  // namespace ringside::page
