// tests/interop/java_zowe_interop_test.cpp - Zowe's certificate-analyser, unmodified, looks at the ring of Zowe's job.
//
// RINGSIDE_API_LAYER names a folder of its sources (zowe/api-layer). It needs the package libpicocli-java.
#ifdef RINGSIDE_JAR

#include <filesystem>

#include "tests/interop/java_server.hpp"

namespace ringside {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* picocli = "/usr/share/java/picocli.jar";

class JavaZowe : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const std::string sources = GetParam() + "/certificate-analyser/src/main";
    const bool is_here = std::filesystem::exists(sources) && std::filesystem::exists(picocli);
    if (!test_support::peer_is_here("api-layer", is_here)) GTEST_SKIP();
    const auto compiled = test_support::run_program("javac -nowarn -proc:none -cp " + std::string(picocli) + " -d " +
                                                    lab_.file("classes") + " $(find " + sources + " -name '*.java')");
    ASSERT_EQ(compiled.status, 0) << compiled.output;
  }

  /// What the analyser says of a ring. Its server never ends, so time ends it.
  [[nodiscard]] std::string analysed(const std::string& ring, const std::string& agent = "") const {
    return test_support::run_program("timeout 20 java " + test_support::quick_options +
                                     lab_.agent(",user=ZWESVUSR" + agent) + " -cp " + lab_.file("classes") + ":" +
                                     picocli +
                                     " org.zowe.apiml.Analyser --keystoretype JCERACFKS --keypasswd password " +
                                     "--keyalias localhost --local --keystore '" + ring + "'")
        .output;
  }

 private:
  test_support::ZoweLab lab_;
};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(JavaZowe);
INSTANTIATE_TEST_SUITE_P(Source, JavaZowe,
                         testing::ValuesIn(test_support::source_folders("RINGSIDE_API_LAYER", "api-layer")));

TEST_P(JavaZowe, TheAnalyserShakesHandsWithTheRing) {
  for (const std::string slashes : {"//", "////"})
    EXPECT_THAT(
        analysed("safkeyring:" + slashes + "ZWESVUSR/ZoweKeyring"),
        AllOf(HasSubstr("Handshake was successful."), HasSubstr("Trusted certificate is stored under alias: localca")));
}

TEST_P(JavaZowe, TheAnalyserTellsWhyARingIsNotRead) {
  EXPECT_THAT(analysed("safkeyring://ZWESVUSR/None"),
              HasSubstr("R_datalib (IRRSDL00) error: profile for ring not found (8, 8, 84)"));
  EXPECT_THAT(analysed("safkeyring://ZWESVUSR/ZoweKeyring", ",handler=off"), HasSubstr("unknown protocol: safkeyring"));
}

}  // namespace
}  // namespace ringside

#endif
