// tests/server/services/service_test.cpp - answers as clients of z/OSMF read them.
#include "server/services/service.hpp"

#include <gtest/gtest.h>

namespace ringside::services {
namespace {

TEST(Service, WritesJsonWithoutBlanksBetweenItsParts) {
  const auto response = json_response(
      200, {{"jobid", "JOB00001"}, {"text", "a \" b \\ \n c"}, {"list", base::Json::array({1, "x y"})}, {"none", {}}});
  EXPECT_EQ(response.body,
            "{\"jobid\":\"JOB00001\",\"text\":\"a \\\" b \\\\ \\n c\",\"list\":[1,\"x y\"],\"none\":null}");
  EXPECT_EQ(response.headers.find("Content-Type"), "application/json; charset=UTF-8");
}

TEST(Service, NamesTheMessageInErrorsOfTheFramework) {
  EXPECT_EQ(framework_error(403, "IZUG846W", "No.").body, "{\"errorID\":\"IZUG846W\",\"errorMsg\":\"IZUG846W: No.\"}");
}

}  // namespace
}  // namespace ringside::services
