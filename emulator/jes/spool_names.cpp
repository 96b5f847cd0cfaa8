// emulator/jes/spool_names.cpp - the names of the data sets that a job has on the spool.
#include "emulator/jes/spool_names.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace ringside::jes {
namespace {

/// Data of the job itself by line; data of procedures and INCLUDE groups follows in the order of the steps.
std::pair<bool, int> place_of(const parser::DdStatement* dd) {
  const parser::JclStatement& statement = dd->statement;
  const bool own = statement.source.empty();
  return {!own, own ? statement.where.line : 0};
}

}  // namespace

SpoolNames::SpoolNames(const parser::Job& job, std::string prefix) : prefix_(std::move(prefix)) {
  std::vector<const parser::DdStatement*> in_stream;
  for (const parser::StepStatement& step : job.steps)
    for (const parser::DdStatement& dd : step.dds)
      if (dd.in_stream) in_stream.push_back(&dd);
  std::stable_sort(in_stream.begin(), in_stream.end(),
                   [](const auto* a, const auto* b) { return place_of(a) < place_of(b); });
  for (const parser::DdStatement* dd : in_stream) numbers_.emplace(dd, next_++);
}

int SpoolNames::number(const parser::DdStatement& dd) {
  const auto [found, is_new] = numbers_.try_emplace(&dd, next_);
  if (is_new) ++next_;
  return found->second;
}

std::string SpoolNames::name(const parser::DdStatement& dd) {
  return fmt::format("{}.D{:07}.?", prefix_, number(dd));
}

void SpoolNames::forget_from(int number) {
  if (number == next_) return;
  std::erase_if(numbers_, [&](const auto& each) { return each.second >= number; });
  next_ = number;
}

}  // namespace ringside::jes
