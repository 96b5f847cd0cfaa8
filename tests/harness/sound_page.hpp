// tests/harness/sound_page.hpp - what must be true of every page: ids occur once, and links of the page lead somewhere.
#pragma once

#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ringside::test_support {

/// The first group of every match.
inline std::vector<std::string> all_matches(const std::string& page, const std::string& expression) {
  const std::regex regex(expression);
  std::vector<std::string> found;
  for (std::sregex_iterator at(page.begin(), page.end(), regex), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

inline void expect_sound(const std::string& page) {
  const auto ids = all_matches(page, " id=\"([^\"]*)\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size()) << "an id occurs twice";
  for (const std::string& place : all_matches(page, "<a[^>]* href=\"([^\"]*)\"")) {
    EXPECT_TRUE(place.starts_with("#")) << place;
    EXPECT_TRUE(known.contains(place.substr(1))) << place;
  }
  for (const std::string& names : all_matches(page, "aria-(?:labelledby|describedby)=\"([^\"]*)\""))
    EXPECT_TRUE(known.contains(names)) << names;
}

}  // namespace ringside::test_support
