// tests/emulator/database/store_plans_test.cpp - look-ups search an index, however much a lab holds.
#include <gmock/gmock.h>

#include "emulator/database/data_sets.hpp"
#include "emulator/database/spool/jobs.hpp"
#include "emulator/database/spool/spool_files.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class StorePlans : public TwoDatabases {
 protected:
  void look_up_certificates() {
    const Certificates& certificates = here_.certificates;
    static_cast<void>(certificates.by_id(1));
    static_cast<void>(certificates.by_label("A", "label"));
    static_cast<void>(certificates.id_by_label("A", "label"));
    static_cast<void>(certificates.by_profile("01.CN=x"));
    static_cast<void>(certificates.by_owner("A"));
    static_cast<void>(certificates.by_key("fingerprint"));
    static_cast<void>(certificates.by_subject({0x30}));
  }

  void look_up_rings() {
    static_cast<void>(here_.rings.find("A", "RING"));
    static_cast<void>(here_.rings.by_owner("A"));
    static_cast<void>(here_.rings.by_certificate(1));
    static_cast<void>(here_.rings.members(1));
    static_cast<void>(here_.rings.listed_members(1));
    static_cast<void>(here_.rings.disconnect(1, 1));
    here_.rings.remove(1);
  }

  void look_up_profiles() {
    static_cast<void>(here_.users.find("A"));
    static_cast<void>(here_.groups.find("A"));
    static_cast<void>(here_.connections.find("A", "B"));
    static_cast<void>(here_.connections.of_user("A"));
    static_cast<void>(here_.classes.find("FACILITY"));
    static_cast<void>(here_.resources.find("FACILITY", "R"));
    static_cast<void>(here_.resources.access_list("FACILITY", "R"));
    static_cast<void>(here_.filters.by_label("A", "label"));
    static_cast<void>(here_.filters.by_names("issuer", "subject"));
    DataSets data_sets(store_);
    data_sets.put("SYSA", {"A.LIB", "FB", 80, {}, true});
    data_sets.put("SYSA", {"A.LIB(M)", "FB", 80, {}});
    static_cast<void>(data_sets.find("SYSA", "A.LIB(M)"));
    static_cast<void>(data_sets.names("SYSA"));
    static_cast<void>(data_sets.members("SYSA", "A.LIB"));
    static_cast<void>(data_sets.remove("SYSA", "A.LIB(M)"));
    static_cast<void>(data_sets.remove("SYSA", "A.LIB"));
    Jobs jobs(store_);
    jobs.put({"SYSA", "JOB00001", "A", "IBMUSER", "IBMUSER", "A", "", true, "CC 0000"});
    SpoolFiles(store_).put("SYSA", "JOB00001", {2, "JESMSGLG", "JES2", 1, 2}, "A\n");
    static_cast<void>(SpoolFiles(store_).of("SYSA", "JOB00001"));
    static_cast<void>(SpoolFiles(store_).content("SYSA", "JOB00001", 2));
    static_cast<void>(jobs.find("SYSA", "JOB00001"));
    static_cast<void>(jobs.of("SYSA"));
    static_cast<void>(jobs.drop_oldest("SYSA", "", {0, 0}));
    static_cast<void>(Systems(store_).setting("clock"));
    Systems(store_).next_operation("SYSA");
  }
};

TEST_F(StorePlans, NoLookUpLooksAtEveryRow) {
  look_up_certificates();
  look_up_rings();
  look_up_profiles();
  EXPECT_THAT(store_.plans(), AllOf(SizeIs(testing::Gt(20u)), Each(Not(HasSubstr("SCAN ")))));
}

TEST_F(StorePlans, AStatementThatLooksAtEveryRowIsToldAsSuch) {
  static_cast<void>(here_.filters.all());
  EXPECT_THAT(store_.plans(), testing::Contains(HasSubstr("SEARCH name_filter USING INDEX")));
  store_.query("SELECT * FROM certificate WHERE last_serial=1").next();
  EXPECT_THAT(store_.plans(), testing::Contains(HasSubstr("SCAN certificate")));
}

}  // namespace
}  // namespace ringside::database
