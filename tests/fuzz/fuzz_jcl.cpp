// tests/fuzz/fuzz_jcl.cpp - any bytes as a job stream, and as every member of its libraries at once; every statement of
// a job has an image and a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parser/jcl/jcl.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string stream(data, data + size);
  const auto jobs = ringside::parser::parse_jobs(
      stream, {"IBMUSER", [](const std::string&) { return true; },
               [&](const std::string&, const std::string&) { return std::optional<std::string>(stream); }});
  if (jobs.empty()) std::abort();
  for (const auto& job : jobs)
    for (const auto& step : job.steps)
      if (step.statement.where.line < 1 || step.statement.number < 1 || job.images.empty()) std::abort();
  return 0;
}
