// emulator/hosttools/keytool/ring/ring_refusal.hpp - why Java opens no ring or stores nothing in it: a value, with the
// words of IBM's Java.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/racf/datalib/codes.hpp"

namespace ringside::keytool {

/// The exception that Java throws.
struct RingRefusal {
  std::string java_class;  ///< "java.io.IOException"
  std::string text;
  racf::datalib::Codes codes = racf::datalib::success;  ///< of R_datalib, if it refused
};

template <typename T>
using RingAnswer = tl::expected<T, RingRefusal>;

/// Sentences of Ringside's own, for the user.
using RingRemarks = std::vector<std::string>;

/// Returns a refusal as the failed side of any RingAnswer.
tl::unexpected<RingRefusal> refused(const std::string& java_class, const std::string& text);
/// The same for a java.io.IOException.
tl::unexpected<RingRefusal> refused_io(const std::string& text);

/// Returns the exception that IBM's Java throws for the codes of R_datalib. Adds why as remarks.
tl::unexpected<RingRefusal> refused_by(const racf::datalib::Failure& failure, RingRemarks& remarks);

}  // namespace ringside::keytool
