// tests/emulator/lab/host_names_test.cpp - host names of systems, kept in the lab.
#include "emulator/lab/host_names.hpp"

#include <gmock/gmock.h>

#include "base/time.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::lab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HostNames, AreKeptInTheLab) {
  const test_support::TemporaryDirectory folder;
  const base::SystemClock clock;
  {
    Lab lab(folder.file("x.lab"), clock);
    database::SystemRecord record{"WEB", "distributed", "", "", 0};
    lab.add_system(record);
    EXPECT_THAT(host_names(lab, "WEB"), IsEmpty());
    set_host_names(lab, "WEB", {"www.example.com", "10.0.0.1"});
  }
  Lab again(folder.file("x.lab"), clock);
  EXPECT_THAT(host_names(again, "WEB"), ElementsAre("www.example.com", "10.0.0.1"));
  EXPECT_EQ(system_of_host(again, "WWW.Example.Com"), "WEB");
  EXPECT_EQ(system_of_host(again, "example.com"), std::nullopt);
  set_host_names(again, "WEB", {});
  EXPECT_THAT(host_names(again, "WEB"), IsEmpty());
}

TEST(HostNames, AreDnsNamesAndAddresses) {
  EXPECT_THAT(*parse_host_names("a.example.com, b_1,10.0.0.1,2001:db8::1"),
              ElementsAre("a.example.com", "b_1", "10.0.0.1", "2001:db8::1"));
  for (const std::string& wrong :
       {std::string(), std::string("a,"), std::string("a..b"), std::string("-a"), std::string("a b"),
        std::string("*.example.com"), std::string("a/b"), std::string(64, 'a'), std::string("\x1b[1m")})
    EXPECT_FALSE(parse_host_names(wrong)) << wrong;
}

}  // namespace
}  // namespace ringside::lab
