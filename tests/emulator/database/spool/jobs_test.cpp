// tests/emulator/database/spool/jobs_test.cpp - jobs of a system and their spool in a lab.
#include "emulator/database/spool/jobs.hpp"

#include <gmock/gmock.h>

#include "emulator/database/spool/spool_files.hpp"
#include "emulator/database/systems.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class JobsTest : public testing::Test {
 protected:
  JobsTest() {
    SystemRecord system{"SYSA", "zos", "PLEX", "SYSA", 0};
    Systems(store_).add(system);
  }

  void add(const std::string& id, bool ended = true, std::int64_t octets = 10) {
    JobRecord job{"SYSA", id, "TEST", "IBMUSER", "USER1"};
    job.ended = ended;
    job.octets = octets;
    jobs_.put(job);
  }

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> found;
    for (const JobRecord& job : jobs_.of("SYSA")) found.push_back(job.id);
    return found;
  }

  Store store_{""};
  Jobs jobs_{store_};
  SpoolFiles spool_{store_};
};

TEST_F(JobsTest, HaveTheCorrelatorThatTheirSubmitterChose) {
  JobRecord job{"SYSA", "JOB00001", "TEST", "IBMUSER", "USER1"};
  job.correlator = "DEPLOY";
  jobs_.put(job);
  jobs_.put(job);
  add("JOB00002");
  EXPECT_EQ(jobs_.find("SYSA", "JOB00001")->correlator, "DEPLOY");
  EXPECT_EQ(jobs_.find("SYSA", "JOB00002")->correlator, "");
  jobs_.remove("SYSA", "JOB00001");
  add("JOB00001");
  EXPECT_EQ(jobs_.find("SYSA", "JOB00001")->correlator, "");
}

TEST_F(JobsTest, AreGivenBackAsTheyWerePut) {
  JobRecord job{"SYSA", "JOB00001", "TEST", "IBMUSER", "USER1", "B", "A=1\n"};
  job.held = true;
  job.submitted = base::Instant{std::chrono::seconds{5}};
  jobs_.put(job);
  auto found = jobs_.find("SYSA", "JOB00001");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->ended);
  EXPECT_TRUE(found->held);
  EXPECT_FALSE(found->started_at);
  EXPECT_EQ(found->symbols, "A=1\n");
  found->ended = true;
  found->held = false;
  found->return_code = "ABEND S806";
  found->started_at = base::Instant{std::chrono::seconds{6}};
  found->ended_at = base::Instant{std::chrono::seconds{7}};
  jobs_.put(*found);
  const auto ended = jobs_.find("SYSA", "JOB00001");
  EXPECT_TRUE(ended->ended);
  EXPECT_EQ(ended->return_code, "ABEND S806");
  EXPECT_EQ(ended->submitted, job.submitted);
  EXPECT_EQ(ended->ended_at, found->ended_at);
  EXPECT_FALSE(jobs_.find("SYSA", "JOB00002"));
}

TEST_F(JobsTest, TheLastSubmittedIsFirst) {
  add("JOB00002");
  add("JOB00001");
  add("JOB00002");
  EXPECT_THAT(ids(), ElementsAre("JOB00001", "JOB00002"));
}

TEST_F(JobsTest, TheirFilesGoWithThem) {
  add("JOB00001");
  spool_.put("SYSA", "JOB00001", {2, "JESMSGLG", "JES2", 2, 0}, "ONE\nTWO\n");
  ASSERT_EQ(spool_.of("SYSA", "JOB00001").size(), 1U);
  EXPECT_EQ(spool_.of("SYSA", "JOB00001").front().octets, 8);
  EXPECT_EQ(spool_.content("SYSA", "JOB00001", 2), "ONE\nTWO\n");
  EXPECT_TRUE(jobs_.remove("SYSA", "JOB00001"));
  EXPECT_FALSE(jobs_.remove("SYSA", "JOB00001"));
  EXPECT_FALSE(spool_.content("SYSA", "JOB00001", 2));
}

TEST_F(JobsTest, TheOldestEndedOnesAreDroppedWhereThereAreTooMany) {
  add("JOB00001", false);
  for (const char* id : {"JOB00002", "JOB00003", "JOB00004"}) add(id);
  EXPECT_THAT(jobs_.drop_oldest("SYSA", "JOB00004", {4, 40}), IsEmpty());
  EXPECT_THAT(jobs_.drop_oldest("SYSA", "JOB00004", {3, 40}), ElementsAre("JOB00002"));
  EXPECT_THAT(jobs_.drop_oldest("SYSA", "JOB00004", {3, 5}), ElementsAre("JOB00003"));
  EXPECT_THAT(ids(), ElementsAre("JOB00004", "JOB00001"));
}

}  // namespace
}  // namespace ringside::database
