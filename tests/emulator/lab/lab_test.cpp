// tests/emulator/lab/lab_test.cpp - systems, their first users, the clock and the seed of a lab.
#include "emulator/lab/lab.hpp"

#include <future>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::lab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr base::Instant wall{std::chrono::seconds{1'700'000'000}};
constexpr base::Instant may_2013{std::chrono::seconds{1'368'748'800}};

class LabTest : public testing::Test {
 protected:
  static database::SystemRecord add(Lab& lab, const std::string& name, const std::string& database = "") {
    database::SystemRecord record{name, "zos", "", database, 0};
    lab.add_system(record);
    return record;
  }

  base::FixedClock clock_{wall};
  Lab lab_{"", clock_};
};

std::vector<std::uint8_t> draw(const Lab& lab, const std::string& system, std::int64_t operation,
                               const std::string& purpose = "test") {
  std::vector<std::uint8_t> bytes(32);
  lab.randomness(system, operation)->stream(purpose)->fill(bytes);
  return bytes;
}

TEST_F(LabTest, AFreshSystemHasTheUsersOfAFreshRacf) {
  const auto system = add(lab_, "SYS1");
  const auto racf = lab_.database_of(system);
  std::vector<std::string> names;
  for (const auto& user : racf.users.all()) names.push_back(user.name);
  EXPECT_THAT(names, ElementsAre("IBMUSER", "irrcerta", "irrmulti", "irrsitec"));
  EXPECT_TRUE(racf.users.find("IBMUSER")->attributes.contains("SPECIAL"));
  EXPECT_EQ(racf.users.find("IBMUSER")->created, wall);
  EXPECT_TRUE(racf.groups.find("SYS1"));
  EXPECT_EQ(racf.connections.find("IBMUSER", "SYS1")->authority, "JOIN");
}

TEST_F(LabTest, TheAnchorUsersAreConnectedToNoGroup) {
  const auto racf = lab_.database_of(add(lab_, "SYS1"));
  for (const char* anchor : {"irrcerta", "irrsitec", "irrmulti"})
    EXPECT_THAT(racf.connections.of_user(anchor), IsEmpty());
}

TEST_F(LabTest, ASystemHasADatabaseOfItsOwnUnlessOneIsNamed) {
  EXPECT_EQ(add(lab_, "SYSA").database, "SYSA");
  const auto first = add(lab_, "SYSB", "SHARED");
  auto racf = lab_.database_of(first);
  racf.users.remove("IBMUSER");
  const auto second = add(lab_, "SYSC", "SHARED");
  EXPECT_EQ(first.database_id, second.database_id);
  EXPECT_FALSE(lab_.database_of(second).users.find("IBMUSER")) << "a database that was there is not furnished again";
}

TEST_F(LabTest, ANameThatIsTakenChangesNothing) {
  add(lab_, "SYS1");
  const std::string before = lab_.fingerprint();
  EXPECT_THROW(add(lab_, "SYS1", "OTHER"), base::Fault);
  EXPECT_EQ(lab_.fingerprint(), before);
}

TEST_F(LabTest, TheClockIsTheWallsUntilItIsStopped) {
  EXPECT_EQ(lab_.now(), wall);
  lab_.set_clock(may_2013);
  EXPECT_EQ(lab_.now(), may_2013);
  lab_.set_clock(base::Instant{std::chrono::seconds{-1}});
  EXPECT_EQ(lab_.now(), base::Instant{std::chrono::seconds{-1}}) << "before 1970";
  lab_.set_clock(std::nullopt);
  EXPECT_EQ(lab_.now(), wall);
}

TEST_F(LabTest, TheZoneIsUtcUntilItIsSet) {
  EXPECT_EQ(lab_.zone(), base::Zone{});
  lab_.set_zone({std::chrono::minutes{-300}});
  EXPECT_EQ(lab_.zone().ahead, std::chrono::minutes{-300});
}

TEST_F(LabTest, ASettingThatIsNoNumberIsAFault) {
  for (const char* text : {"yesterday", "1x", "99999999999999999999", " 1"}) {
    lab_.systems().set_setting("clock", text);
    EXPECT_THROW((void)lab_.now(), base::Fault) << text;
  }
}

TEST_F(LabTest, ASeedGivesTheSameBytesToTheSameOperationOnly) {
  lab_.set_seed("jupiter");
  EXPECT_TRUE(lab_.seeded());
  base::FixedClock other_clock{may_2013};
  Lab twin("", other_clock);
  twin.set_seed("jupiter");
  EXPECT_EQ(draw(lab_, "SYS1", 1), draw(twin, "SYS1", 1));
  EXPECT_NE(draw(lab_, "SYS1", 1), draw(lab_, "SYS1", 2));
  EXPECT_NE(draw(lab_, "SYS1", 1), draw(lab_, "SYS2", 1));
  EXPECT_NE(draw(lab_, "SYS1", 1), draw(lab_, "SYS1", 1, "other"));
  twin.set_seed("saturn");
  EXPECT_NE(draw(lab_, "SYS1", 1), draw(twin, "SYS1", 1));
}

TEST_F(LabTest, WithoutASeedEveryDrawIsFresh) {
  EXPECT_FALSE(lab_.seeded());
  EXPECT_NE(draw(lab_, "SYS1", 1), draw(lab_, "SYS1", 1));
}

TEST_F(LabTest, ClockZoneAndSeedAreKeptInTheFileAndTheRulesAreNot) {
  const test_support::TemporaryDirectory directory;
  {
    Lab lab(directory.file("a.lab"), clock_, {RacfLevel::v2r5, true});
    lab.set_clock(may_2013);
    lab.set_zone({std::chrono::minutes{60}});
    lab.set_seed("jupiter");
    add(lab, "SYS1");
  }
  const Lab again(directory.file("a.lab"), clock_);
  EXPECT_EQ(again.now(), may_2013);
  EXPECT_EQ(again.zone().ahead, std::chrono::minutes{60});
  EXPECT_TRUE(again.seeded());
  EXPECT_EQ(again.rules().level, RacfLevel::v3r1);
  EXPECT_FALSE(again.rules().lenient);
}

class SharedLab : public LabTest {
 protected:
  SharedLab() { add(file_, "SYS1"); }

  test_support::TemporaryDirectory directory_;
  std::string path_ = directory_.file("shared.lab");
  Lab file_{path_, clock_};
};

constexpr crypto::KeySpec slow{crypto::KeyType::rsa, 1024};

crypto::PrivateKey key_of_next_operation(Lab& lab, std::int64_t& number) {
  number = lab.systems().reading_operation("SYS1");
  return lab.make_key("SYS1", number, slow, *lab.randomness("SYS1", number));
}

TEST_F(SharedLab, AKeyIsMadeWhileNoLockIsHeldAndIsTheSameAsInALabInMemory) {
  add(lab_, "SYS1");
  for (Lab* lab : {&lab_, &file_}) lab->set_seed("s");
  std::int64_t number = 0;
  const auto expected = key_of_next_operation(lab_, number);
  int attempts = 0;
  const auto key = file_.in_one_piece([&] {
    auto savepoint = file_.savepoint();
    file_.systems().set_setting("attempts", std::to_string(++attempts));
    auto made = key_of_next_operation(file_, number);
    savepoint.keep();
    return made;
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number, 1);
  EXPECT_EQ(key.pkcs8(), expected.pkcs8());
  EXPECT_EQ(file_.systems().setting("attempts"), "2");
  EXPECT_EQ(file_.systems().operations("SYS1"), 1);
}

TEST_F(SharedLab, WhoWasOvertakenBeginsAgain) {
  Lab other(path_, clock_);
  int attempts = 0;
  std::int64_t number = 0;
  file_.in_one_piece([&] {
    auto savepoint = file_.savepoint();
    number = file_.systems().reading_operation("SYS1");
    if (++attempts == 1) EXPECT_EQ(other.systems().next_operation("SYS1"), 1);
    file_.systems().set_setting("mine", "kept");
    savepoint.keep();
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number, 2);
  EXPECT_EQ(other.systems().setting("mine"), "kept");
  EXPECT_EQ(other.systems().operations("SYS1"), 2);
}

TEST_F(SharedLab, NoTwoProcessesMakeTheSameKey) {
  Lab other(path_, clock_);
  int attempts = 0;
  std::int64_t number = 0;
  file_.in_one_piece([&] {
    auto savepoint = file_.savepoint();
    if (++attempts == 1) EXPECT_EQ(other.systems().next_operation("SYS1"), 1);
    key_of_next_operation(file_, number);
    savepoint.keep();
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number, 2);
}

TEST_F(SharedLab, WhoNeedsAKeyWaitsForAnotherCommit) {
  Lab other(path_, clock_);
  std::thread finish;
  int attempts = 0;
  std::int64_t number = 0;
  std::promise<void> is_writing;
  file_.in_one_piece([&] {
    auto savepoint = file_.savepoint();
    number = file_.systems().reading_operation("SYS1");
    if (++attempts == 1) {
      finish = std::thread([&] {
        auto writing = other.savepoint();
        other.systems().set_setting("b", "1");
        is_writing.set_value();
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        writing.keep();
      });
      is_writing.get_future().wait();
    }
    const auto key = file_.make_key("SYS1", number, slow, *file_.randomness("SYS1", number));
    savepoint.keep();
  });
  finish.join();
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number, 1);
}

TEST_F(SharedLab, ACopyInMemoryHoldsTheSameAndLocksNothing) {
  file_.systems().set_setting("a", "1");
  const auto copy = file_.copy_in_memory();
  EXPECT_EQ(copy->fingerprint(), file_.fingerprint());
  const auto trial = copy->savepoint();
  copy->systems().set_setting("a", "2");
  EXPECT_EQ(file_.systems().setting("a"), "1");
  Lab other(path_, clock_, {.wait = {std::chrono::seconds{0}, {}}});
  EXPECT_NO_THROW(other.systems().set_setting("b", "1"));
}

}  // namespace
}  // namespace ringside::lab
