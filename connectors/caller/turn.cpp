// connectors/caller/turn.cpp - one call into Ringside by a program: it waits its turn, and finds the lab of the process
// open.
#include "connectors/caller/turn.hpp"

#include <cstdio>

#include <pthread.h>

#include <fmt/format.h>

namespace ringside::connectors {
namespace {

std::mutex& turns() {
  static std::mutex mutex;
  return mutex;
}

// A fork waits until no thread is inside, and the child begins with the lock free.
void attend_forks() {
  static const int attended =
      pthread_atfork([] { turns().lock(); }, [] { turns().unlock(); }, [] { turns().unlock(); });
  static_cast<void>(attended);
}

/// The open lab of this process. It is closed at the end of the process, so that SQLite leaves no file beside it. What
/// a parent process opened is forgotten and not closed: closing would touch the parent's locks.
class Held {
 public:
  Held() = default;
  ~Held() { let_go(); }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

  void let_go() {
    if (lab_ && !lab_->is_of_this_process()) static_cast<void>(lab_.release());
    lab_.reset();
  }
  std::unique_ptr<OpenedLab>& lab() { return lab_; }

 private:
  std::unique_ptr<OpenedLab> lab_;
};

Held& held() {
  static Held held;
  return held;
}

bool same_place(const Settings& one, const Settings& other) {
  return one.lab == other.lab && one.system == other.system && one.user == other.user && one.lenient == other.lenient;
}

std::unique_lock<std::mutex> next_turn() {
  attend_forks();
  return std::unique_lock(turns());
}

}  // namespace

Turn::Turn() : lock_(next_turn()), settings_(settings_from(environment())) {}

Turn::~Turn() = default;

racf::datalib::Answer<OpenedLab*> Turn::lab() {
  auto& lab = held().lab();
  if (lab && lab->is_current() && same_place(lab->settings(), settings_)) return lab.get();
  held().let_go();
  auto opened = OpenedLab::open(settings_);
  if (!opened) return tl::make_unexpected(opened.error());
  lab = *std::move(opened);
  return lab.get();
}

void Turn::tell(const racf::datalib::Failure& failure) const {
  if (!settings_.debug) return;
  const std::string text =
      fmt::format("ringside: R_datalib {}: {}\n", racf::datalib::to_string(failure.codes), failure.explanation);
  std::fputs(text.c_str(), stderr);
}

}  // namespace ringside::connectors
