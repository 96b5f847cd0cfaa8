// server/page/page_keeper.hpp - keeps the page of a lab, and makes it again when the lab has changed.
#pragma once

#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>

#include "base/worker_pool.hpp"
#include "server/page/page_content.hpp"

namespace ringside::page {

/// One for a server. Used by one thread at a time, the one that is inside of the lab. The page is made from a copy of
/// the lab by another thread, so a large lab keeps nobody waiting.
class PageKeeper {
 public:
  /// `patience`: how long page() waits for a page that is being made.
  explicit PageKeeper(std::chrono::milliseconds patience = std::chrono::milliseconds(300)) : patience_(patience) {}

  /// The page of the lab's present state; if that takes longer, the one before it, or at first a page without links
  /// and pictures. Throws what the making threw.
  std::shared_ptr<const Page> page(lab::Lab& lab, const PageFacts& facts);

 private:
  /// What a page depends on. With the clock of the wall, certificates end: so a page lasts an hour.
  struct State {
    std::optional<std::uint64_t> version;
    std::int64_t hour = 0;
    PageFacts facts{};
    friend bool operator==(const State&, const State&) = default;
  };
  void make(lab::Lab& lab, State state);
  void take_if_ready(std::chrono::milliseconds wait);

  std::chrono::milliseconds patience_;
  std::shared_ptr<const Page> made_;
  std::optional<State> state_of_made_, state_of_making_;
  std::future<Page> making_;
  std::unique_ptr<base::WorkerPool> worker_;  // null until the first page, so that no thread starts before
};

}  // namespace ringside::page
