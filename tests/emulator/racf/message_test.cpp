// tests/emulator/racf/message_test.cpp - the table of RACF messages.
#include "emulator/racf/message.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::racf {
namespace {

using Row = base::MessageRow<MessageId>;

std::vector<std::string> inserts_for(const Row& row) {
  std::vector<std::string> inserts;
  for (std::size_t at = row.text.find("{}"); at != std::string_view::npos; at = row.text.find("{}", at + 2))
    inserts.push_back("insert" + std::to_string(inserts.size()));
  return inserts;
}

TEST(RacfMessages, HaveNumbersOfTheirOwn) {
  static const std::regex form("(ICH|IKJ|IRR|IRRD|IRRW|RSD)[0-9]{3,5}[A-Z]");
  std::set<std::string_view> numbers;
  for (const Row& row : messages().rows()) {
    EXPECT_TRUE(numbers.insert(row.number).second) << row.number;
    EXPECT_TRUE(std::regex_match(std::string(row.number), form)) << row.number;
    EXPECT_EQ(messages().row(row.id).number, row.number);
  }
}

TEST(RacfMessages, HaveATextAReturnCodeAMarkAndASource) {
  constexpr std::array codes{0, 4, 8, 12};
  for (const Row& row : messages().rows()) {
    EXPECT_FALSE(row.text.empty()) << row.number;
    const bool of_racf = !row.number.starts_with("RSD") || row.number.starts_with("RSD2");
    const bool usual = std::find(codes.begin(), codes.end(), row.return_code) != codes.end();
    EXPECT_TRUE(usual || !of_racf) << row.number << " sets " << row.return_code;
    EXPECT_EQ(row.mark == base::Mark::own, row.number.starts_with("RSD")) << row.number;
    EXPECT_FALSE(row.source.empty()) << row.number;
  }
}

TEST(RacfMessages, TakeOneInsertForEachPlaceholder) {
  for (const Row& row : messages().rows()) {
    std::vector<std::string> inserts = inserts_for(row);
    const std::string text = messages().text(row.id, inserts);
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << row.number << ": a brace is no placeholder";
    for (const std::string& insert : inserts) EXPECT_NE(text.find(insert), std::string::npos) << row.number;
    inserts.emplace_back("one too many");
    EXPECT_THROW(static_cast<void>(messages().text(row.id, inserts)), base::Fault) << row.number;
    if (inserts.size() == 1) continue;
    inserts.resize(inserts.size() - 2);
    EXPECT_THROW(static_cast<void>(messages().text(row.id, inserts)), base::Fault) << row.number;
  }
}

TEST(RacfMessages, TakeTheirInsertsInOrder) {
  EXPECT_EQ(messages().text(MessageId::ich10102i, {"BPX.SERVER", "FACILITY"}),
            "BPX.SERVER ALREADY DEFINED TO CLASS FACILITY.");
  EXPECT_EQ(messages().text(MessageId::irrd116i, {"A", "{}", "C"}), "Label A does not exist in ring {} for user C.");
}

}  // namespace
}  // namespace ringside::racf
