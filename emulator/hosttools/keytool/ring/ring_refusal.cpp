// emulator/hosttools/keytool/ring/ring_refusal.cpp - why Java opens no ring or stores nothing in it. The texts are
// those of users' listings.
#include "emulator/hosttools/keytool/ring/ring_refusal.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace ringside::keytool {
namespace {

namespace datalib = racf::datalib;

struct ServiceText {
  datalib::Codes codes;
  std::string_view text;
};
constexpr std::array service_texts = {
    ServiceText{datalib::no_ring, "profile for ring not found"},
    ServiceText{datalib::not_authorized, "not RACF authorized to use the requested service"},
};

std::string_view text_of(const datalib::Codes& codes) {
  for (const ServiceText& row : service_texts)
    if (row.codes == codes) return row.text;
  return datalib::meaning(codes);
}

}  // namespace

tl::unexpected<RingRefusal> refused(const std::string& java_class, const std::string& text) {
  return tl::make_unexpected(RingRefusal{java_class, text});
}

tl::unexpected<RingRefusal> refused_io(const std::string& text) {
  return refused("java.io.IOException", text);
}

tl::unexpected<RingRefusal> refused_by(const datalib::Failure& failure, RingRemarks& remarks) {
  remarks.insert(remarks.end(), failure.console.begin(), failure.console.end());
  if (!failure.explanation.empty()) remarks.push_back(failure.explanation);
  const datalib::Codes& codes = failure.codes;
  remarks.push_back(
      fmt::format("({}, {}, {}) are SAF return code, RACF return code and reason; 'ringside explain {}' says more",
                  codes.saf, codes.racf, codes.reason, datalib::to_string(codes)));
  auto refusal = refused_io(
      fmt::format("R_datalib (IRRSDL00) error: {} ({}, {}, {})", text_of(codes), codes.saf, codes.racf, codes.reason));
  refusal.value().codes = codes;
  return refusal;
}

}  // namespace ringside::keytool
