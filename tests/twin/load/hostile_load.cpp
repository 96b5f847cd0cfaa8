// tests/twin/load/hostile_load.cpp - loads an unload that is made to hurt: it is refused or counted, and a lab is whole
// or as it was.
#include "tests/twin/load/hostile_load.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "emulator/racf/contents_check.hpp"
#include "tests/twin/load/site.hpp"

namespace ringside::test_support {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

bool has_control_characters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char each) {
    const auto octet = static_cast<unsigned char>(each);
    return (octet < 0x20 && each != '\n') || octet == 0x7F;
  });
}

/// All that a lab holds.
std::string items_of(lab::Lab& lab) {
  std::string all;
  for (const auto& kind : database::item_kinds()) {
    auto inventory = lab.inventory(kind);
    while (const auto item = inventory.next()) {
      all += item->place + " " + item->name;
      for (const auto& field : item->fields) all += "|" + field;
      all += "\n";
    }
  }
  return all;
}

/// What the load says of what it found: the remarks, and how many records are of no known type.
std::string said_by(Twin& twin) {
  std::string text = fmt::format("unknown records: {}\n", twin.report()->unknown);
  for (const database::LoadRemark& remark : twin.database().load_remarks.all())
    text += remark.kind + ": " + remark.item + ": " + remark.sentence + "\n";
  return text;
}

/// A listing of what was loaded ends, and shows no control characters.
void expect_listings(Twin& twin) {
  for (const char* command :
       {"LISTUSER *", "LISTGRP *", "RACDCERT CERTAUTH LIST", "RACDCERT SITE LIST", "RACDCERT ID(WEB) LIST",
        "RACDCERT ID(WEB) LISTRING(*)", "RACDCERT ID(WEB) LISTCHAIN(LABEL('server'))", "RLIST FACILITY * ALL",
        "SEARCH CLASS(USER)", "RACDCERT ID(WEB) LISTMAP"})
    EXPECT_FALSE(has_control_characters(twin.shown(command))) << command;
}

}  // namespace

void PrintTo(const HostileUnload& unload, std::ostream* out) {
  *out << unload.name;
}

void HostileLoad::load() {
  Twin twin(GetParam().file);
  if (GetParam().outcome == Outcome::refused) {
    ASSERT_FALSE(twin.report()) << said_by(twin);
    EXPECT_THAT(twin.report().error(), HasSubstr(GetParam().says));
    EXPECT_FALSE(has_control_characters(twin.report().error()));
    RacfLab before("2020-05-17");
    EXPECT_EQ(items_of(twin.lab()), items_of(before.lab()));
    return;
  }
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_THAT(said_by(twin), HasSubstr(GetParam().says));
  EXPECT_FALSE(has_control_characters(said_by(twin)));
  EXPECT_THAT(twin.lab().damages(), IsEmpty());
  EXPECT_THAT(racf::damaged_contents(twin.lab()), IsEmpty());
  expect_listings(twin);
}

}  // namespace ringside::test_support
