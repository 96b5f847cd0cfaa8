// tests/connectors/datalib/update_functions_test.cpp - the changing functions by their lists: effects, codes, warnings,
// and many processes at once.
#include "connectors/datalib/update_functions.hpp"

#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "tests/connectors/datalib/datalib_lab.hpp"

namespace ringside::connectors::datalib {
namespace {

using racf::datalib::Codes;
using testing::HasSubstr;
using testing::Not;
constexpr Codes done{0, 0, 0};

class UpdateFunctions : public DatalibTest {
 protected:
  UpdateFunctions() { run_as("IBMUSER"); }
  Codes put(const std::string& ring, irrsdl_data_put& list) {
    return caller.call(IRRSDL_DATA_PUT, "SERVER", ring, &list);
  }
  Codes remove(const std::string& ring, const std::string& owner, std::string label) {
    irrsdl_data_remove list{};
    list.label = label.data();
    list.label_length = static_cast<std::uint32_t>(label.size());
    list.owner = user_of(owner);
    return caller.call(IRRSDL_DATA_REMOVE, "SERVER", ring, &list);
  }
  Codes alter(const std::string& owner, std::string label, std::string new_label) {
    irrsdl_data_alter list{};
    list.label = label.data();
    list.label_length = static_cast<std::uint32_t>(label.size());
    list.new_label = new_label.data();
    list.new_label_length = static_cast<std::uint32_t>(new_label.size());
    list.owner = user_of(owner);
    return caller.call(IRRSDL_DATA_ALTER, "", "", &list);
  }
  std::string listed(const std::string& ring = "Ring") {
    return lab.shown("RACDCERT ID(SERVER) LISTRING(" + ring + ")");
  }

  Fresh made = fresh("fresh");
  std::string given = "Fresh";
};

TEST_F(UpdateFunctions, ARingIsMadeEmptiedAndDeleted) {
  EXPECT_EQ(caller.call(IRRSDL_NEW_RING, "SERVER", "New", nullptr), done);
  EXPECT_THAT(listed("New"), HasSubstr("No certificates connected"));
  EXPECT_EQ(caller.call(IRRSDL_NEW_RING, "SERVER", "Ring", nullptr), done);
  EXPECT_THAT(listed("Ring"), HasSubstr("No certificates connected"));
  EXPECT_EQ(caller.call(IRRSDL_DEL_RING, "SERVER", "Ring", nullptr), done);
  EXPECT_EQ(caller.call(IRRSDL_DEL_RING, "SERVER", "Ring", nullptr), (Codes{8, 8, 84}));
  run_as("OTHER");
  EXPECT_EQ(caller.call(IRRSDL_NEW_RING, "SERVER", "Third", nullptr), (Codes{8, 8, 8}));
  EXPECT_EQ(caller.call(IRRSDL_DEL_RING, "SERVER", "New", nullptr), (Codes{8, 8, 8}));
}

TEST_F(UpdateFunctions, ACertificateIsPutWithItsKeyAndItsNameIsWrittenBack) {
  irrsdl_data_put list = put_of(made.certificate, made.key, given, "server");
  EXPECT_EQ(put("Ring", list), done);
  EXPECT_EQ(std::string(list.owner.id, 8), "SERVER@@") << "filled with X'40'";
  EXPECT_EQ(list.label_length, 5u);
  EXPECT_THAT(listed(), HasSubstr("Fresh"));
  EXPECT_THAT(lab.shown("RACDCERT ID(SERVER) LIST(LABEL('Fresh'))"), HasSubstr("Private Key: YES"));
}

TEST_F(UpdateFunctions, OneThatIsThereKeepsItsName) {
  base::Bytes der = der_of("SERVER", "mine"), no_key;
  given = "Other";
  irrsdl_data_put list = put_of(der, no_key, given, "OTHER");
  EXPECT_EQ(put("Ring", list), (Codes{4, 4, 8}));
  EXPECT_EQ(given.substr(0, list.label_length), "mine");
  EXPECT_EQ(std::string(list.owner.id, 6), "SERVER");
}

TEST_F(UpdateFunctions, AShortAreaGetsAsMuchOfTheLabelAsItHolds) {
  base::Bytes der = der_of("SERVER", "mine"), no_key;
  given = "Abcd";
  irrsdl_data_put list = put_of(der, no_key, given, "SERVER");
  list.label_length = 2;
  EXPECT_EQ(put("Ring", list), (Codes{4, 4, 8}));
  EXPECT_EQ(given, "micd");
}

TEST_F(UpdateFunctions, TheDefaultAndTheCertificatesOwnUsage) {
  irrsdl_data_put list = put_of(made.certificate, made.key, given, "irrcerta");
  list.usage = IRRSDL_USAGE_OF_CERTIFICATE;
  list.is_default = 1;
  EXPECT_EQ(put("Ring", list), done);
  EXPECT_THAT(listed(), testing::ContainsRegex("Fresh +CERTAUTH +CERTAUTH +YES"));
  EXPECT_THAT(listed(), testing::ContainsRegex("mine +ID\\(SERVER\\) +PERSONAL +NO"));
}

TEST_F(UpdateFunctions, WithoutALabelOneIsMade) {
  irrsdl_data_put list = put_of(made.certificate, made.key, given, "SERVER");
  list.label = nullptr;
  list.label_length = 0;
  EXPECT_EQ(put("Ring", list), done);
  EXPECT_THAT(listed(), HasSubstr("LABEL0000000"));
}

TEST_F(UpdateFunctions, WarnsOfNotrustAndOfAMissingRefresh) {
  caller.attributes = IRRSDL_PUT_NOTRUST;
  irrsdl_data_put list = put_of(made.certificate, made.key, given, "SERVER");
  EXPECT_EQ(put("Ring", list), (Codes{4, 4, 0}));
  lab.must("SETROPTS CLASSACT(DIGTCERT) RACLIST(DIGTCERT)");
  caller.attributes = IRRSDL_PUT_TRUST;
  EXPECT_EQ(alter("SERVER", "Fresh", "Renamed"), (Codes{4, 4, 4}));
  caller.attributes = 0;
  EXPECT_EQ(remove("Ring", "SERVER", "Renamed"), (Codes{4, 4, 12}));
  EXPECT_EQ(caller.call(IRRSDL_DATA_REFRESH, "", "", nullptr), done);
}

TEST_F(UpdateFunctions, ACertificateIsTakenOffTheRingOrDeleted) {
  EXPECT_EQ(remove("Ring", "SERVER", "mine"), done);
  EXPECT_EQ(remove("Ring", "SERVER", "mine"), (Codes{8, 8, 44}));
  EXPECT_FALSE(der_of("SERVER", "mine").empty());
  EXPECT_EQ(remove("*", "irrcerta", "ca"), (Codes{8, 8, 44})) << "a ring has it";
  caller.attributes = IRRSDL_REMOVE_DEL_CERT_TOO | IRRSDL_REMOVE_DEL_ALLRINGS;
  EXPECT_EQ(remove("*", "IRRCERTA", "ca"), done);
  EXPECT_TRUE(der_of("irrcerta", "ca").empty());
  EXPECT_EQ(remove("None", "SERVER", "mine"), (Codes{8, 8, 84}));
}

TEST_F(UpdateFunctions, StatusAndLabelAreAltered) {
  caller.attributes = IRRSDL_PUT_NOTRUST;
  EXPECT_EQ(alter("SERVER", "mine", ""), done);
  caller.attributes = 0;
  EXPECT_EQ(alter("SERVER", "mine", "renamed"), done);
  EXPECT_THAT(lab.shown("RACDCERT ID(SERVER) LIST(LABEL('renamed'))"), HasSubstr("NOTRUST"));
  EXPECT_EQ(alter("SERVER", "mine", "again"), (Codes{8, 8, 44}));
  caller.attributes = IRRSDL_PUT_TRUST | IRRSDL_PUT_NOTRUST;
  EXPECT_EQ(alter("SERVER", "renamed", ""), (Codes{8, 8, 4}));
  run_as("OTHER");
  caller.attributes = IRRSDL_PUT_TRUST;
  EXPECT_EQ(alter("SERVER", "renamed", ""), (Codes{8, 8, 8}));
}

TEST_F(UpdateFunctions, WhatCannotBePutHasItsCode) {
  struct Wrong {
    const char* what;
    std::function<void(irrsdl_data_put&)> spoil;
    Codes codes;
  };
  static char junk[] = "junk";
  for (const Wrong& wrong :
       {Wrong{"no certificate", [](auto& list) { list.certificate_length = 0; }, {8, 8, 4}},
        Wrong{"a certificate of junk",
              [](auto& list) { list.certificate = junk, list.certificate_length = 4; },
              {8, 8, 4}},
        Wrong{"a key of junk", [](auto& list) { list.key = junk, list.key_length = 4; }, {8, 8, 52}},
        Wrong{"a usage", [](auto& list) { list.usage = 4; }, {8, 8, 4}},
        Wrong{"a long label", [](auto& list) { list.label_length = 33; }, {8, 8, 32}},
        Wrong{"no label", [](auto& list) { list.label = nullptr; }, {8, 8, 4}},
        Wrong{"a long owner", [](auto& list) { list.owner.length = 9; }, {8, 8, 32}},
        Wrong{"no owner", [](auto& list) { list.owner.length = 0; }, {8, 8, 32}}}) {
    irrsdl_data_put list = put_of(made.certificate, made.key, given, "SERVER");
    wrong.spoil(list);
    EXPECT_EQ(to_string(put("Ring", list)), to_string(wrong.codes)) << wrong.what;
  }
  irrsdl_data_put list = put_of(made.certificate, made.key, given, "SERVER");
  EXPECT_EQ(put("None", list), (Codes{8, 8, 84}));
  EXPECT_THAT(listed(), Not(HasSubstr("Fresh")));
  run_as("OTHER");
  EXPECT_EQ(put("Ring", list), (Codes{8, 8, 8}));
}

TEST_F(UpdateFunctions, ChecksSayWhatZosWouldNotAccept) {
  set("RINGSIDE_DATALIB_CHECK", "1");
  irrsdl_data_put list = put_of(made.certificate, made.key, given, "SERVER");
  list.owner.length = 6;
  testing::internal::CaptureStderr();
  EXPECT_EQ(put("Ring", list), done);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_THAT(said, HasSubstr("wants 8 as the length"));
  EXPECT_THAT(said, HasSubstr("all 32 octets"));
}

TEST_F(UpdateFunctions, EightProcessesLoseNothing) {
  constexpr int processes = 8;
  const char* const asked = std::getenv("RINGSIDE_PUTS");  // tools/soak asks for more
  const int puts = asked == nullptr ? 100 : std::atoi(asked);
  const auto name_of = [](int process, int number) {
    return "p" + std::to_string(process) + "n" + std::to_string(number);
  };
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    const pid_t child = ::fork();
    if (child == 0) {
      int failed = 0;
      for (int number = 0; number < puts; ++number) {
        std::string name = name_of(process, number);
        Fresh own = fresh(name);
        irrsdl_data_put list = put_of(own.certificate, own.key, name, "SERVER");
        if (put("Ring", list) != done) ++failed;
      }
      ::_exit(failed == 0 ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  const std::string all = listed();
  for (int process = 0; process < processes; ++process)
    for (int number = 0; number < puts; ++number) ASSERT_THAT(all, HasSubstr("  " + name_of(process, number) + " "));
}

}  // namespace
}  // namespace ringside::connectors::datalib
