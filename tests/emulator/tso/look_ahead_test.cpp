// tests/emulator/tso/look_ahead_test.cpp - keys that are made ahead are the keys of the commands.
#include "emulator/tso/look_ahead.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using test_support::RacfLab;

const std::vector<std::string> lines = {
    "ADDUSER SRV",
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') SIZE(1024)",
    "",
    "NONSENSE",
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIZE(1024) SIGNWITH(CERTAUTH LABEL('CA'))",
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIZE(1024)",
    "TIME",
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('b')) WITHLABEL('b') RSA(PKDS) SIZE(512)",
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('c')) WITHLABEL('c') NISTECC",
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('d')) WITHLABEL('d') RSA SIZE(512)",
    "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('e')) WITHLABEL('e') BPECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))",
    "RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA2')",
    "RACDCERT ID(SRV) REKEY(LABEL('e')) WITHLABEL('e2')",
};

std::vector<parser::CommandText> commands() {
  std::vector<parser::CommandText> texts;
  for (const std::string& line : lines) texts.push_back(parser::single_command(line));
  return texts;
}

TEST(LookAhead, ChangesNothingButTheTime) {
  RacfLab one_by_one;
  RacfLab ahead;
  const auto texts = commands();
  LookAhead window(ahead.session(), texts);
  for (const parser::CommandText& text : texts) {
    const auto alone = execute(one_by_one.session(), text);
    const ParsedText& parsed = window.next();
    if (&text == &texts.front()) {
      EXPECT_EQ(ahead.lab().planned_keys(), 7u) << "those of GENCERT";
    }
    const auto looked_ahead = execute(ahead.session(), text, parsed);
    EXPECT_EQ(looked_ahead.shown(), alone.shown()) << text.text;
    EXPECT_EQ(looked_ahead.return_code, alone.return_code) << text.text;
  }
  EXPECT_EQ(ahead.lab().fingerprint(), one_by_one.lab().fingerprint());
  EXPECT_EQ(ahead.lab().planned_keys(), 1u) << "that of the label that exists already";
}

TEST(LookAhead, PlansTheKeysThatTheCommandsTake) {
  RacfLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') SIZE(512)");
  const std::vector<parser::CommandText> texts = {
      parser::single_command("RACDCERT CERTAUTH REKEY()"),
      parser::single_command("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA2')")};
  LookAhead window(lab.session(), texts);
  const ParsedText without_label = window.next();
  EXPECT_EQ(lab.lab().planned_keys(), 1u);
  EXPECT_NE(execute(lab.session(), texts[0], without_label).return_code, 0);
  EXPECT_EQ(lab.lab().planned_keys(), 1u);
  EXPECT_EQ(execute(lab.session(), texts[1], window.next()).return_code, 0);
  EXPECT_EQ(lab.lab().planned_keys(), 0u);
}

// The step is long enough for a parser thread. Every third command needs the class that the commands before it define.
// The class did not exist when the thread parsed the command.
TEST(LookAhead, OfALongStepGivesEveryCommandInItsPlace) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  std::vector<parser::CommandText> texts;
  for (int n = 0; n < 100; ++n) {
    const std::string name = "$CLASS" + std::to_string(n);
    texts.push_back(parser::single_command("RDEFINE CDT " + name + " UACC(NONE) CDTINFO(POSIT(300) MAXLENGTH(8))"));
    texts.push_back(parser::single_command("SETROPTS RACLIST(CDT) REFRESH"));
    texts.push_back(parser::single_command("RDEFINE " + name + " PROFILE"));
  }
  LookAhead window(lab.session(), texts);
  for (const parser::CommandText& text : texts) {
    const ParsedText& parsed = window.next();
    EXPECT_EQ(parsed.shown, text.text);
    EXPECT_EQ(execute(lab.session(), text, parsed).return_code, 0) << text.text;
  }
}

TEST(LookAhead, MayBeLeftBeforeTheEnd) {
  RacfLab lab;
  const std::vector<parser::CommandText> texts(1000, parser::single_command("RACDCERT LIST"));
  LookAhead window(lab.session(), texts);
  EXPECT_EQ(window.next().shown, "RACDCERT LIST");
}

TEST(LookAhead, ParsesAgainWhatAnEarlierCommandGaveAMeaning) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  const std::vector<parser::CommandText> texts = {
      parser::single_command("RDEFINE CDT MYCLASS UACC(NONE) CDTINFO(POSIT(300) MAXLENGTH(8))"),
      parser::single_command("SETROPTS RACLIST(CDT) REFRESH"), parser::single_command("RDEFINE MYCLASS PROFILE")};
  LookAhead window(lab.session(), texts);
  for (const parser::CommandText& text : texts)
    EXPECT_EQ(execute(lab.session(), text, window.next()).return_code, 0) << text.text;
}

}  // namespace
}  // namespace ringside::tso
