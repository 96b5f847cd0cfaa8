// tests/base/worker_pool_test.cpp - jobs run in order, values and exceptions come back, nothing is left
// running.
#include "base/worker_pool.hpp"

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

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

// The job that runs ends only after the pool drops the others: it waits until they have no promise any more.
TEST(WorkerPool, DropsWhatWasNotBegun) {
  std::promise<void> begun, release;
  std::atomic<bool> late_ran = false;
  std::future<void> running, late;
  std::thread opener;
  {
    WorkerPool pool(1);
    running = pool.submit([&] {
      begun.set_value();
      release.get_future().wait();
    });
    late = pool.submit([&] { late_ran = true; });
    begun.get_future().wait();
    opener = std::thread([&] {
      late.wait();  // the destructor of the pool breaks the promise
      release.set_value();
    });
  }
  opener.join();
  EXPECT_NO_THROW(running.get());
  EXPECT_FALSE(late_ran);
  try {
    late.get();
    FAIL() << "the job was not dropped";
  } catch (const std::future_error& e) {
    EXPECT_EQ(e.code(), std::future_errc::broken_promise);
  }
}

}  // namespace
}  // namespace ringside::base
