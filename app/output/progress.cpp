// app/output/progress.cpp - a progress line on a terminal.
#include "app/output/progress.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "app/output/terminal_text.hpp"

namespace ringside::app {
namespace {

constexpr std::size_t bar_width = 30;
constexpr std::chrono::milliseconds between{200};

}  // namespace

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void Progress::show(std::size_t done) {
  if (!watched_ || total_ == 0 || Clock::now() - shown_ < between) return;
  shown_ = Clock::now();
  const double share = static_cast<double>(done) / static_cast<double>(total_);
  const auto filled = std::min(bar_width, static_cast<std::size_t>(share * bar_width));
  const double rate = static_cast<double>(done) / std::max(seconds(), 1e-9);
  const double left = rate > 0 ? static_cast<double>(total_ - done) / rate : 0;
  out_ << erase_line
       << fmt::format("[{}{}] {}/{}  {:.0f}/s  {:.0f} s left ", std::string(filled, '#'),
                      std::string(bar_width - filled, ' '), done, total_, rate, left)
       << std::flush;
}

void Progress::clear() {
  if (watched_) out_ << erase_line << std::flush;
}

}  // namespace ringside::app
