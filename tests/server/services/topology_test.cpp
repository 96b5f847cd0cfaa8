// tests/server/services/topology_test.cpp - the systems of a lab as z/OSMF lists them.
#include "server/services/topology.hpp"

#include <gmock/gmock.h>

#include "tests/server/services/served_lab.hpp"

namespace ringside::services {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using namespace test;

class TopologyTest : public ServedLab {
 protected:
  http::Response list(const std::string& path) {
    return answer(*instance_, with_password(request("GET", "/zosmf/resttopology/" + path)));
  }
  void SetUp() override {
    instance_ = &serve("SYS1");
    for (const auto& [name, kind] : {std::pair<std::string, std::string>{"SYSX", "zos"}, {"HOST", "distributed"}}) {
      database::SystemRecord record{name, kind, "PLEXX", "", 0};
      lab_.lab().add_system(record);
    }
    instances_.state().port_elsewhere = [](const std::string& system) {
      return system == "SYSX" ? std::optional(10'444u) : std::nullopt;
    };
  }
  Instance* instance_ = nullptr;
};

TEST_F(TopologyTest, ListsTheSystemsOfZosWithTheirAddresses) {
  const auto all = list("systems");
  EXPECT_EQ(all.status, 200u);
  EXPECT_THAT(all.body,
              AllOf(HasSubstr("\"systemNickName\":\"SYS1\""), HasSubstr("https://localhost:10443/zosmf/"),
                    HasSubstr("https://localhost:10444/zosmf/"), HasSubstr("\"numRows\":2"), Not(HasSubstr("HOST"))));
}

TEST_F(TopologyTest, ListsThoseOfASysplex) {
  EXPECT_THAT(list("systems/sysplexName/plexx").body, AllOf(HasSubstr("SYSX"), HasSubstr("\"numRows\":1")));
  EXPECT_THAT(list("systems/groupName/G").body, HasSubstr("\"numRows\":0"));
  EXPECT_THAT(list("sysplexes").body,
              AllOf(HasSubstr("\"sysplexName\":\"PLEXX\""), HasSubstr("\"systemNickNames\":\"SYSX\"")));
  EXPECT_THAT(list("groups").body, HasSubstr("\"numRows\":0"));
}

TEST_F(TopologyTest, NeedsReadToTheSystemsTaskWhereAProfileProtectsIt) {
  lab_.must("ADDUSER USER1 PASSWORD(X)");
  racf::keep_password(lab_.session(), "USER1", base::Secret("pw"));
  const auto as_user = [&](const std::string& path) {
    return answer(*instance_, with_password(request("GET", "/zosmf/resttopology/" + path), "USER1:pw"));
  };
  EXPECT_EQ(as_user("systems").status, 200u) << "no profile";
  lab_.must("SETROPTS CLASSACT(ZMFAPLA) GENERIC(ZMFAPLA)");
  lab_.must("RDEFINE ZMFAPLA IZUDFLT.** UACC(NONE)");
  lab_.must("SETROPTS RACLIST(ZMFAPLA) REFRESH");
  for (const char* path : {"systems", "systems/sysplexName/PLEXX", "sysplexes", "groups"}) {
    const auto denied = as_user(path);
    EXPECT_EQ(denied.status, 403u) << path;
    EXPECT_THAT(
        text_in(denied, "errorMsg"),
        HasSubstr("RSD515E: User USER1 has no READ access to IZUDFLT.ZOSMF.SETTINGS.SYSTEMS.VIEW in class ZMFAPLA"));
  }
  lab_.must("PERMIT IZUDFLT.** CLASS(ZMFAPLA) ID(USER1) ACCESS(READ)");
  lab_.must("SETROPTS RACLIST(ZMFAPLA) REFRESH");
  EXPECT_EQ(as_user("systems").status, 200u);
}

}  // namespace
}  // namespace ringside::services
