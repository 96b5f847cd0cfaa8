// tests/house/result_types_test.cpp - there is one result of a command and one of a step, which are moved, not copied.
#include <regex>
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
  static const std::regex code(
      "(int|long|unsigned|std::(u?int[0-9_]+t|optional<int>)) [a-z_]*(code|status|rc)[a-z_]*( =.*|\\{.*)?;.*");
  return std::regex_match(member, code);
}

bool is_remarks(const std::string& member) {
  static const std::regex remarks("std::vector<[A-Za-z_:]+> [a-z_]*(diagnostics|remarks|notes|messages)[a-z_]*;.*");
  return std::regex_match(member, remarks);
}

/// Returns the structs and classes of a source that hold a return or condition code together with remarks, at any
/// depth. A type ends with "};" at the indentation at which it begins.
std::vector<std::string> result_types(const std::string& source) {
  struct Open {
    std::string name, end;
    bool has_code = false, has_remarks = false;
  };
  std::vector<std::string> found;
  std::vector<Open> open;
  for (const std::string& line : base::lines(source)) {
    const std::string member = base::trim(line);
    const bool opens = line.ends_with("{") && (member.starts_with("struct ") || member.starts_with("class "));
    if (opens) open.push_back({base::split(member, ' ').at(1), line.substr(0, line.find(member)) + "}"});
    if (open.empty()) continue;
    Open& type = open.back();
    type.has_code = type.has_code || is_code(member);
    type.has_remarks = type.has_remarks || is_remarks(member);
    if (opens || !line.starts_with(type.end)) continue;
    if (type.has_code && type.has_remarks) found.push_back(type.name);
    open.pop_back();
  }
  return found;
}

TEST(ResultTypes, TheTreeHasOneOfACommandAndOneOfAStep) {
  std::vector<std::string> found;
  for (const SourceFile& file : tree(is_cpp))
    if (layer_of(file.path) < layers.size())
      for (std::string& type : result_types(file.text)) found.push_back(std::move(type));
  EXPECT_THAT(found, UnorderedElementsAre("CommandResult", "StepResult", "CommandError"))
      << "CommandError is the reason why PARSE refuses a command, before there is a result";
}

TEST(ResultTypes, AreToldByTheirMembers) {
  const std::string result = "struct A {\n  int return_code = 0;\n  std::vector<std::string> diagnostics;\n};\n";
  const std::string no_remarks = "struct B {\n  int return_code = 0;\n};\n";
  const std::string no_code = "struct C {\n  int return_code();\n  std::vector<std::string> diagnostics;\n};\n";
  const std::string inner = "class D {\n  struct E {\n    int status{0};\n    std::vector<Note> notes;\n  };\n};\n";
  EXPECT_THAT(result_types(result + no_remarks + no_code + inner), ElementsAre("A", "E"));
}

}  // namespace
}  // namespace ringside::house
