// harness/play/child_pool.cpp - runs tasks in child processes.
#include "harness/play/child_pool.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <exception>
#include <list>

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/fault.hpp"

namespace ringside::harness {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int exit_caught = 3;
constexpr char kind_message = 'M', kind_fault = 'F';
constexpr std::size_t head_bytes = 1 + sizeof(std::uint64_t);

struct Child {
  std::size_t task = 0;
  pid_t process = 0;
  int pipe = -1;
  Clock::time_point deadline;
  std::string received;
  ChildEnd end;
};

void write_all(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(pipe, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) ::_exit(exit_caught);  // the parent is gone
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_frame(int pipe, char kind, const std::string& text) {
  const std::uint64_t size = text.size();
  std::array<char, head_bytes> head{};
  head[0] = kind;
  std::memcpy(head.data() + 1, &size, sizeof size);
  write_all(pipe, {head.data(), head.size()});
  write_all(pipe, text);
}

// _exit() because the child must not flush the parent's buffers or run its atexit handlers.
[[noreturn]] void run_in_child(const ChildTask& task, int pipe) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  int status = 0;
  try {
    task.work([pipe](const std::string& text) { write_frame(pipe, kind_message, text); });
  } catch (const std::exception& error) {
    write_frame(pipe, kind_fault, error.what());
    status = exit_caught;
  }
  ::_exit(status);
}

Child start(const ChildTask& task, std::size_t number) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw base::Fault(fmt::format("no pipe for a scenario: {}", std::strerror(errno)));
  const pid_t process = ::fork();
  if (process < 0) throw base::Fault(fmt::format("no process for a scenario: {}", std::strerror(errno)));
  if (process == 0) {
    ::close(ends[0]);
    run_in_child(task, ends[1]);
  }
  ::close(ends[1]);
  Child child;
  child.task = number;
  child.process = process;
  child.pipe = ends[0];
  child.deadline = Clock::now() + task.time;
  return child;
}

void take_frames(Child& child) {
  std::size_t at = 0;
  while (child.received.size() - at >= head_bytes) {
    std::uint64_t size = 0;
    std::memcpy(&size, child.received.data() + at + 1, sizeof size);
    if (child.received.size() - at - head_bytes < size) break;
    const std::string text = child.received.substr(at + head_bytes, size);
    if (child.received[at] == kind_fault)
      child.end.why = "fault: " + text;
    else
      child.end.messages.push_back(text);
    at += head_bytes + size;
  }
  child.received.erase(0, at);
}

/// Returns false at the end of the pipe.
bool receive(Child& child) {
  std::array<char, 1u << 16> buffer{};
  const ssize_t size = ::read(child.pipe, buffer.data(), buffer.size());
  if (size < 0) return errno == EINTR;
  child.received.append(buffer.data(), static_cast<std::size_t>(size));
  take_frames(child);
  return size > 0;
}

void reap(Child& child) {
  ::close(child.pipe);
  int status = 0;
  while (::waitpid(child.process, &status, 0) < 0 && errno == EINTR) {
  }
  if (child.end.how == ChildEnd::How::out_of_time) return;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  child.end.how = ChildEnd::How::died;
  if (child.end.why.empty())
    child.end.why = WIFSIGNALED(status) ? fmt::format("signal {}", WTERMSIG(status))
                                        : fmt::format("exit status {}", WEXITSTATUS(status));
}

int wait_time(const std::list<Child>& children) {
  auto next = Clock::time_point::max();
  for (const Child& child : children) next = std::min(next, child.deadline);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

/// Waits for a message or a deadline. Removes the children that have ended from the list and returns them.
std::list<Child> wait_for_some(std::list<Child>& children) {
  std::vector<pollfd> pipes;
  for (const Child& child : children) pipes.push_back({child.pipe, POLLIN, 0});
  const bool has_event = ::poll(pipes.data(), pipes.size(), wait_time(children)) > 0;
  std::list<Child> ended;
  auto pipe = pipes.begin();
  for (auto child = children.begin(); child != children.end(); ++pipe) {
    const auto next = std::next(child);
    bool lives = !has_event || pipe->revents == 0 || receive(*child);
    if (lives && Clock::now() >= child->deadline) {
      ::kill(child->process, SIGKILL);
      child->end.how = ChildEnd::How::out_of_time;
      lives = false;
    }
    if (!lives) ended.splice(ended.end(), children, child);
    child = next;
  }
  return ended;
}

}  // namespace

void run_children(const std::vector<ChildTask>& tasks, std::size_t at_once,
                  const std::function<void(std::size_t, ChildEnd)>& ended) {
  std::list<Child> children;
  std::size_t next = 0;
  while (next < tasks.size() || !children.empty()) {
    for (; next < tasks.size() && children.size() < std::max<std::size_t>(at_once, 1); ++next)
      children.push_back(start(tasks[next], next));
    for (Child& child : wait_for_some(children)) {
      reap(child);
      ended(child.task, std::move(child.end));
    }
  }
}

}  // namespace ringside::harness
