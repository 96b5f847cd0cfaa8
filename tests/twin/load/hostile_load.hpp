// tests/twin/load/hostile_load.hpp - loads an unload that is made to hurt: it is refused or counted, and a lab
// is whole or as it was.
#pragma once

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace ringside::test_support {

enum class Outcome { refused, counted };
inline constexpr Outcome refused = Outcome::refused, counted = Outcome::counted;

struct HostileUnload {
  const char* name;
  std::string file;  ///< its octets
  Outcome outcome;
  const char* says;  ///< part of the error, or of a remark
};
void PrintTo(const HostileUnload& unload, std::ostream* out);

/// Names a test after its unload.
struct HostileName {
  std::string operator()(const testing::TestParamInfo<HostileUnload>& row) const { return row.param.name; }
};

class HostileLoad : public testing::TestWithParam<HostileUnload> {
 protected:
  /// Loads the unload into a lab that has another system: it is refused, and the lab is as it was, or it is loaded with
  /// remarks, and the lab is sound.
  static void load();
};

}  // namespace ringside::test_support
