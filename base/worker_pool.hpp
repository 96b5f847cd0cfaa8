// base/worker_pool.hpp - a few threads that take jobs in the order in which they were given.
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
  /// At least one thread; 0 asks for as many as the processor runs side by side.
  explicit WorkerPool(unsigned threads = 0);
  /// Jobs that were not begun are dropped (their futures break); those that run are waited for.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  [[nodiscard]] std::size_t threads() const { return workers_.size(); }

  /// Runs `job` on a thread; its value, or what it threw, comes out of the future.
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
