// tests/harness/play/child_pool_test.cpp - tasks in processes of their own: what they say, how they end, how many at
// once.
#include "harness/play/child_pool.hpp"

#include <map>
#include <stdexcept>

#include <signal.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::harness {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

ChildEnd end_of(const std::function<void(const Send&)>& work, std::chrono::milliseconds time = 60s) {
  ChildEnd last;
  run_children({{work, time}}, 1, [&](std::size_t, ChildEnd end) { last = std::move(end); });
  return last;
}

TEST(ChildPool, MessagesComeWholeAndInOrder) {
  const std::string large(1u << 20, 'x');
  const ChildEnd end = end_of([&](const Send& send) {
    send("one");
    send("");
    send(large);
  });
  EXPECT_EQ(end.how, ChildEnd::How::finished);
  EXPECT_THAT(end.messages, ElementsAre("one", "", large));
}

TEST(ChildPool, AFaultIsToldInItsWords) {
  const ChildEnd end = end_of([](const Send& send) {
    send("before");
    throw std::runtime_error("the disk is full");
  });
  EXPECT_EQ(end.how, ChildEnd::How::died);
  EXPECT_EQ(end.why, "fault: the disk is full");
  EXPECT_THAT(end.messages, ElementsAre("before"));
}

TEST(ChildPool, ADeathByASignalTakesNobodyAlong) {
  std::map<std::size_t, ChildEnd> ends;
  run_children({{[](const Send&) { ::raise(SIGKILL); }, 60s}, {[](const Send& send) { send("well"); }, 60s}}, 2,
               [&](std::size_t task, ChildEnd end) { ends[task] = std::move(end); });
  EXPECT_EQ(ends[0].how, ChildEnd::How::died);
  EXPECT_EQ(ends[0].why, "signal 9");
  EXPECT_THAT(ends[1].messages, ElementsAre("well"));
}

TEST(ChildPool, WhatHangsIsEndedWhenItsTimeIsOver) {
  const ChildEnd end = end_of(
      [](const Send& send) {
        send("step");
        for (;;) ::pause();
      },
      100ms);
  EXPECT_EQ(end.how, ChildEnd::How::out_of_time);
  EXPECT_THAT(end.messages, ElementsAre("step"));
}

TEST(ChildPool, WhatAChildChangesStaysThere) {
  int value = 1;
  end_of([&](const Send&) { value = 2; });
  EXPECT_EQ(value, 1);
}

TEST(ChildPool, EveryTaskEndsOnceHoweverManyAreAtOnce) {
  for (const std::size_t at_once : {0U, 1U, 3U, 50U}) {
    std::map<std::size_t, std::vector<std::string>> messages;
    std::vector<ChildTask> tasks;
    for (int number = 0; number < 12; ++number)
      tasks.push_back({[number](const Send& send) { send(std::to_string(number)); }, 60s});
    run_children(tasks, at_once, [&](std::size_t task, const ChildEnd& end) {
      for (const std::string& message : end.messages) messages[task].push_back(message);
    });
    ASSERT_EQ(messages.size(), tasks.size());
    for (const auto& [task, texts] : messages) EXPECT_THAT(texts, ElementsAre(std::to_string(task)));
  }
}

TEST(ChildPool, NothingToDoIsDoneAtOnce) {
  run_children({}, 2, [](std::size_t, const ChildEnd&) { FAIL(); });
}

}  // namespace
}  // namespace ringside::harness
