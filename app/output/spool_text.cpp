// app/output/spool_text.cpp - the spool of a job as text.
#include "app/output/spool_text.hpp"

#include <fmt/format.h>

namespace ringside::app {

std::string spool_text(const jes::JobResult& job) {
  std::string text;
  for (const jes::SpoolFile& file : job.spool) {
    text += fmt::format("---- {} {} {} {} ----\n", job.name, job.id, file.step, file.dd);
    for (const std::string& line : file.lines) text += line + '\n';
  }
  return text;
}

}  // namespace ringside::app
