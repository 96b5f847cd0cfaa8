// tests/base/worker_pool_test.cpp - jobs run in order, values and exceptions come back, nothing is left
// running.
#include "base/worker_pool.hpp"

#include <atomic>
#include <stdexcept>

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

TEST(WorkerPool, GivesBackTheValueOfEachJob) {
  WorkerPool pool(3);
  EXPECT_EQ(pool.threads(), 3u);
  std::vector<std::future<int>> results;
  for (int i = 0; i < 100; ++i) results.push_back(pool.submit([i] { return i * i; }));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)].get(), i * i);
}

TEST(WorkerPool, TakesJobsInTheirOrder) {
  WorkerPool pool(1);
  std::vector<int> order;
  std::vector<std::future<void>> results;
  for (int i = 0; i < 20; ++i) results.push_back(pool.submit([&order, i] { order.push_back(i); }));
  for (auto& result : results) result.get();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
}

TEST(WorkerPool, GivesBackWhatAJobThrew) {
  WorkerPool pool(1);
  auto result = pool.submit([]() -> int { throw std::runtime_error("broken"); });
  EXPECT_THROW(result.get(), std::runtime_error);
  EXPECT_EQ(pool.submit([] { return 1; }).get(), 1) << "the thread lives on";
}

TEST(WorkerPool, HasAThreadWhateverWasAskedFor) {
  EXPECT_GE(WorkerPool(0).threads(), 1u);
}

TEST(WorkerPool, DropsWhatWasNotBegun) {
  std::atomic<bool> release = false;
  std::future<void> late;
  {
    WorkerPool pool(1);
    auto running = pool.submit([&] {
      while (!release) std::this_thread::yield();
    });
    late = pool.submit([] {});
    std::thread opener([&] { release = true; });
    opener.join();
    running.wait();
  }
  try {
    late.get();
  } catch (const std::future_error& e) {
    EXPECT_EQ(e.code(), std::future_errc::broken_promise);
  }
}

}  // namespace
}  // namespace ringside::base
