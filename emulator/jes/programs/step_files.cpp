// emulator/jes/programs/step_files.cpp - DD statements for REXX execs.
#include "emulator/jes/programs/step_files.hpp"

#include <utility>

#include "base/text.hpp"

namespace ringside::jes {

StepFiles::StepFiles(const ProgramInput& input) : session_(input.session) {
  for (const AllocatedDd& first : input.allocation.dds()) {
    if (first.name == "SYSTSIN" || first.name == "SYSTSPRT" || session_.step_files.contains(first.name)) continue;
    host::DdFile file;
    for (const AllocatedDd* dd : input.allocation.concatenation(first.name)) {
      if (dd->kind == AllocatedDd::Kind::data_set) {
        file.data_sets.push_back(dd->data_set);
        file.appends = dd->status == "MOD";
      } else if (dd->kind == AllocatedDd::Kind::in_stream) {
        for (const parser::Record& record : input.allocation.in_stream(*dd))
          file.in_stream.push_back(base::pad_right(record.text, 80));
      } else if (dd->kind == AllocatedDd::Kind::sysout) {
        file.spool = &spool_[first.name];
      }
    }
    session_.step_files.emplace(first.name, std::move(file));
  }
}

void StepFiles::give_spool(ProgramOutput& output) {
  for (auto& [dd, lines] : spool_)
    if (!lines.empty()) output.prints.push_back({dd, std::move(lines)});
}

int condition_code(int return_code) {
  constexpr int twelve_bits = 4095;
  return return_code & twelve_bits;
}

}  // namespace ringside::jes
