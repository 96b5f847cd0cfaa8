// tests/emulator/hosttools/agent/properties_test.cpp - ita.ini as an agent reads it.
#include "emulator/hosttools/agent/properties.hpp"

#include <gmock/gmock.h>

namespace ringside::agent {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Settings, HaveDefaultsBelowTheFolderOfCertificates) {
  const Settings settings = read_settings("", "/c");
  EXPECT_EQ(settings["password_file"], "/c/password.sth");
  EXPECT_EQ(settings["random_file"], "/c/TWS.rnd");
  EXPECT_EQ(settings["cert_label"], "client");
  EXPECT_EQ(settings["key_db_name"], "tws");
  EXPECT_EQ(settings["key_repository_dir"], "/c");
  EXPECT_EQ(settings.ssl_port, 31'114u);
}

TEST(Settings, AreReadInAnySectionAndCase) {
  const Settings settings =
      read_settings("# comment\n; comment\n[X]\n\n KEY_DB_NAME = nc117031 \r\ncert_label=a=b\n", "/c");
  EXPECT_EQ(settings["key_db_name"], "nc117031");
  EXPECT_EQ(settings["cert_label"], "a=b");
  EXPECT_THAT(settings.unknown, IsEmpty());
}

TEST(Settings, KeepTheNamesThatAreNotKnown) {
  EXPECT_THAT(read_settings("tcp_port=1\nverify_cn_string=x\ncolour=blue\nno sign\n", "/c").unknown,
              ElementsAre("colour", "no sign"));
}

TEST(Settings, TakeAPortThatIsOne) {
  EXPECT_EQ(read_settings("ssl_port = 443", "").ssl_port, 443u);
  EXPECT_EQ(read_settings("ssl_port = 0", "").ssl_port, 0u) << "the agent does not listen";
  for (const char* wrong : {"ssl_port = 65536", "ssl_port = x", "ssl_port = 1x"})
    EXPECT_EQ(read_settings(wrong, "").ssl_port, 31'114u) << wrong;
}

}  // namespace
}  // namespace ringside::agent
