// tests/house/declarations_test.cpp - a function that x.hpp declares is defined in x.cpp.
#include "tests/house/declarations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/house/tree.hpp"

namespace ringside::house {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Declarations, AFunctionIsDefinedInTheSourceOfItsHeader) {
  std::string found;
  for (const std::string& violation : check_definitions(tree(is_cpp))) found += violation + "\n";
  EXPECT_EQ(found, "");
}

TEST(DeclarationRules, FunctionsAreToldFromOtherStatements) {
  const Functions found = functions_of(
      "#include \"a.hpp\"\nnamespace a {\nnamespace {\nint hidden() { return 1; }\n}  // namespace\n"
      "/// f() does this; or that.\n[[nodiscard]] std::map<int, int> f(int x = 1);\nint g(\n    const char* text);\n"
      "std::function<int(int)> made();\ninline int inlined() { return '{'; }\ntemplate <typename T>\nT any(T x);\n"
      "extern const int number;\nbool operator==(A, A);\nconstexpr int table[] = {f(1)};\nclass B {\n  void "
      "member();\n};\n"
      "B::B() : x_(\"}\") {}\nvoid B::member() {}\nint h() {\n  return f({});\n}\n}  // namespace a\n");
  EXPECT_THAT(found.declared, ElementsAre("f", "g", "made"));
  EXPECT_THAT(found.defined, ElementsAre("h"));
}

TEST(DeclarationRules, AFunctionDefinedInAnotherSourceIsFound) {
  const SourceFile header{"app/a.hpp", "namespace a {\nint f();\n}\n"},
      other{"app/b.cpp", "namespace a {\nint f() {}\n}\n"};
  EXPECT_THAT(check_definitions({header, other}), ElementsAre("app/a.hpp: f() is not defined in app/a.cpp"));
  EXPECT_THAT(check_definitions({header, {"app/a.cpp", other.text}}), IsEmpty());
}

}  // namespace
}  // namespace ringside::house
