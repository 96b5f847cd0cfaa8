// tests/app/connections/java_options_test.cpp - JDK_JAVA_OPTIONS with the provider's agent.
#include "app/connections/java_options.hpp"

#include <gmock/gmock.h>

namespace ringside::app {
namespace {

using testing::HasSubstr;

JavaAgent agent(const std::string& lab = "/x/my.lab") {
  JavaAgent agent{"/usr/share/java/ringside-safkeyring.jar", {}, ""};
  agent.settings.lab = lab;
  agent.settings.system = "PLEX";
  agent.settings.user = "WEB";
  return agent;
}

std::string value(const JavaAgent& agent, const std::string& present = "") {
  const auto options = java_options(agent, present);
  return options ? *options : "refused: " + options.error();
}

const std::string usual = "-javaagent:/usr/share/java/ringside-safkeyring.jar=lab=/x/my.lab,system=PLEX,user=WEB";

TEST(JavaOptions, NameTheJarAndTheSettings) {
  EXPECT_EQ(value(agent()), usual);
  JavaAgent more = agent();
  more.program = "/opt/ringside";
  more.settings.lenient = true;
  EXPECT_EQ(value(more), usual + ",program=/opt/ringside,lenient");
}

TEST(JavaOptions, DoubleACommaOfAValue) {
  EXPECT_THAT(value(agent("/x/a,b.lab")), HasSubstr("=lab=/x/a,,b.lab,system="));
}

TEST(JavaOptions, QuoteWhatTheLauncherWouldPart) {
  const std::string before = "-javaagent:/usr/share/java/ringside-safkeyring.jar=lab=", after = ",system=PLEX,user=WEB";
  EXPECT_EQ(value(agent("/my labs/it's.lab")), "\"" + before + "/my labs/it's.lab" + after + "\"");
  EXPECT_EQ(value(agent("/a\"b")), "\"" + before + "/a\"'\"'\"b" + after + "\"");
  EXPECT_EQ(value(agent("/a'b")), "\"" + before + "/a'b" + after + "\"");
}

TEST(JavaOptions, KeepWhatIsThereAndReplaceAnOlderAgent) {
  EXPECT_EQ(value(agent(), "-Xmx1g  '-Dname=a b'"), "-Xmx1g '-Dname=a b' " + usual);
  EXPECT_EQ(value(agent(), "-javaagent:/other.jar=ringside-safkeyring.jar " + value(agent("/my labs/x")) + " -Xmx1g"),
            "-javaagent:/other.jar=ringside-safkeyring.jar -Xmx1g " + usual);
  EXPECT_EQ(value(agent(), "-javaagent:'/my folder/ringside-safkeyring.jar'"), usual) << "one without options";
  EXPECT_EQ(value(agent(), value(agent())), usual);
}

TEST(JavaOptions, AreRefusedWhereTheyCannotBeWritten) {
  EXPECT_THAT(value(agent(), "-Dname='a b"), HasSubstr("refused: JDK_JAVA_OPTIONS has a quote that does not end"));
  JavaAgent other = agent();
  other.jar = "/a=b/ringside-safkeyring.jar";
  EXPECT_THAT(value(other), HasSubstr("refused: /a=b/ringside-safkeyring.jar: the JVM takes no agent"));
}

}  // namespace
}  // namespace ringside::app
