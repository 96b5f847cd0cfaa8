// base/worker_pool.cpp - threads that run jobs in the order in which they were submitted.
#include "base/worker_pool.hpp"

#include <algorithm>

namespace ringside::base {

WorkerPool::WorkerPool(unsigned threads) {
  const unsigned count = std::max(1u, threads == 0 ? std::thread::hardware_concurrency() : threads);
  for (unsigned i = 0; i < count; ++i) workers_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(guard_);
    stopping_ = true;
    jobs_.clear();
  }
  wake_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void WorkerPool::enqueue(std::function<void()> job) {
  {
    const std::lock_guard lock(guard_);
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void WorkerPool::work() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock(guard_);
      wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (stopping_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
  }
}

}  // namespace ringside::base
