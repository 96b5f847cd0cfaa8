// base/worker_pool.hpp - threads that run jobs in the order in which they were submitted.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace ringside::base {

class WorkerPool {
 public:
  /// 0 threads: as many as the processor runs at the same time. There is at least one.
  explicit WorkerPool(unsigned threads = 0);
  /// Waits for the jobs that run. Drops those that have not begun; their futures throw std::future_error.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  [[nodiscard]] std::size_t threads() const { return workers_.size(); }

  /// Runs `job` on a thread. The future has its result, or throws what the job threw.
  template <typename Job>
  auto submit(Job job) -> std::future<std::invoke_result_t<Job>> {
    auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Job>()>>(std::move(job));
    auto result = task->get_future();
    enqueue([task] { (*task)(); });
    return result;
  }

 private:
  void enqueue(std::function<void()> job);
  void work();

  std::mutex guard_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace ringside::base
