// tests/house/result_types_test.cpp - there is one result of a command and one of a step, which are moved, not copied.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tests/house/house_rules.hpp"
#include "tests/house/tree.hpp"

namespace ringside::house {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

bool is_code(const std::string& member) {
  return member.starts_with("int ") && member.find("code") != std::string::npos &&
         member.find('(') == std::string::npos;
}

bool is_remarks(const std::string& member) {
  return member.starts_with("std::vector<std::string>") && member.find(" diagnostics") != std::string::npos;
}

/// Returns the structs and classes of a source that hold a return or condition code together with remarks.
std::vector<std::string> result_types(const std::string& source) {
  std::vector<std::string> found;
  std::string type;
  bool has_code = false, has_remarks = false;
  for (const std::string& line : base::lines(source)) {
    const bool opens = line.ends_with("{") && (line.starts_with("struct ") || line.starts_with("class "));
    if (opens) {
      type = base::split(line, ' ').at(1);
      has_code = has_remarks = false;
    }
    const std::string member = base::trim(line);
    has_code = has_code || is_code(member);
    has_remarks = has_remarks || is_remarks(member);
    if (line == "};" && has_code && has_remarks && !type.empty()) found.push_back(type);
    if (line == "};") type.clear();
  }
  return found;
}

TEST(ResultTypes, TheTreeHasOneOfACommandAndOneOfAStep) {
  std::vector<std::string> found;
  for (const SourceFile& file : tree(is_cpp))
    if (layer_of(file.path) < layers.size())
      for (std::string& type : result_types(file.text)) found.push_back(std::move(type));
  EXPECT_THAT(found, UnorderedElementsAre("CommandResult", "StepResult"));
}

TEST(ResultTypes, AreToldByTheirMembers) {
  const std::string result = "struct A {\n  int return_code = 0;\n  std::vector<std::string> diagnostics;\n};\n";
  const std::string no_remarks = "struct B {\n  int return_code = 0;\n};\n";
  const std::string no_code = "struct C {\n  int return_code();\n  std::vector<std::string> diagnostics;\n};\n";
  EXPECT_THAT(result_types(result + no_remarks + no_code), ElementsAre("A"));
}

}  // namespace
}  // namespace ringside::house
