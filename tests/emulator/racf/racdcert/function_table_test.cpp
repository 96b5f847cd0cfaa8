// tests/emulator/racf/racdcert/function_table_test.cpp - docs/racdcert.md agrees with the tables, and the tables agree
// with the command: every function runs with every operand.
#include "emulator/racf/racdcert/function_table.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tests/emulator/racf/racdcert/coverage_page.hpp"
#include "tests/emulator/racf/racdcert/function_table_probes.hpp"
#include "tests/support/golden.hpp"

namespace ringside::racf::racdcert {

void PrintTo(const FunctionRule& rule, std::ostream* out) {
  *out << rule.name;
}

}  // namespace ringside::racf::racdcert

namespace ringside::racf {
namespace {

using namespace racdcert;
using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(RacdcertTable, IsWhatTheDocumentSays) {
  test_support::expect_golden("../../docs/racdcert.md", coverage_page());
}

TEST(RacdcertTable, HasEveryFunctionInOneFamily) {
  std::multiset<std::string_view> shown;
  for (const Family& family : families()) shown.insert(family.functions.begin(), family.functions.end());
  EXPECT_EQ(shown.size(), function_rules().size());
  for (const FunctionRule& rule : function_rules()) EXPECT_EQ(shown.count(rule.name), 1u) << rule.name;
}

TEST(RacdcertTable, NamesOnlyOperandsThatParseKnows) {
  std::set<std::string_view> known;
  for (const parser::KeywordSpec* operand : racdcert_operands()) known.insert(operand->name);
  for (const FunctionRule& rule : function_rules())
    for (const std::string& operand : base::split(rule.operands, ' '))
      EXPECT_TRUE(operand.empty() || known.contains(operand)) << rule.name << " " << operand;
}

TEST(RacdcertTable, StoresOnlyWhatBelongsToHardware) {
  for (const FunctionRule& rule : function_rules())
    for (const parser::KeywordSpec* operand : racdcert_operands())
      if (status_of(rule, operand->name) == OperandStatus::stored_only) {
        EXPECT_EQ(operand->name, "PCICC") << rule.name;
      }
}

class RacdcertCell : public testing::TestWithParam<FunctionRule> {
 protected:
  ProbeLab lab_;
  const FunctionRule& rule_ = GetParam();
  const std::string untouched_ = lab_.world();
  std::map<std::string, ProbeLab::Observation> seen_;  ///< most operands share their command without the operand

  const ProbeLab::Observation& without_operand(const std::string& command) {
    const auto found = seen_.find(command);
    return found != seen_.end() ? found->second : seen_.emplace(command, lab_.observe(command)).first->second;
  }

  static std::string no_meaning(std::string_view operand, std::string_view function) {
    return fmt::format("operand {} has no meaning for {} and had no effect", operand, function);
  }

  static bool differ(const ProbeLab::Observation& left, const ProbeLab::Observation& right) {
    return left.return_code != right.return_code || left.shown != right.shown || left.world != right.world;
  }

  void check(std::string_view operand) {
    const OperandStatus status = status_of(rule_, operand);
    const Probe probe = probe_of(rule_.name, operand);
    const auto& without = without_operand(probe.without);
    const auto with = lab_.observe(probe.with);
    SCOPED_TRACE(probe.with + "\n" + (with.shown.empty() ? "" : with.shown.back()));
    const auto remark = HasSubstr(no_meaning(operand, rule_.name));
    if (status == OperandStatus::no_meaning) {
      EXPECT_THAT(with.diagnostics, Contains(remark));
      EXPECT_FALSE(differ(without, with)) << "no effect";
      return;
    }
    EXPECT_THAT(with.diagnostics, Not(Contains(HasSubstr("had no effect"))));
    if (status == OperandStatus::refused) {
      EXPECT_EQ(with.return_code, 8);
      EXPECT_EQ(with.world, untouched_) << "nothing changed";
      return;
    }
    EXPECT_LE(with.return_code, 4);
    EXPECT_TRUE(differ(without, with)) << "an effect";
    const auto stored = Contains(HasSubstr(fmt::format("operand {} is stored only", operand)));
    if (status == OperandStatus::stored_only) {
      EXPECT_THAT(with.diagnostics, stored);
    } else {
      EXPECT_THAT(with.diagnostics, Not(stored));
    }
  }
};

TEST_P(RacdcertCell, IsTrueForEveryOperand) {
  for (const parser::KeywordSpec* operand : racdcert_operands()) check(operand->name);
}

INSTANTIATE_TEST_SUITE_P(Functions, RacdcertCell, testing::ValuesIn(function_rules().begin(), function_rules().end()),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(RacdcertTable, RefusesKeysMadeInsideAToken) {
  ProbeLab lab;
  for (const char* function : {"GENCERT SUBJECTSDN(CN('x'))", "REKEY(LABEL('c'))"})
    for (const char* type : {"RSA", "NISTECC", "BPECC"}) {
      const auto seen = lab.observe(fmt::format("RACDCERT {} {}(TOKEN(FULL))", function, type));
      EXPECT_EQ(seen.return_code, 8);
      EXPECT_THAT(seen.shown, Contains(HasSubstr("RSD210I")));
      EXPECT_EQ(seen.world, lab.world());
    }
}

TEST(RacdcertTable, SaysWhenARequestOrIcsfBringsTheKey) {
  ProbeLab lab;
  const auto request =
      lab.observe("RACDCERT SITE GENCERT(A.REQUEST) SIGNWITH(SITE LABEL('c')) SIZE(1024) NISTECC WITHLABEL('signed')");
  EXPECT_EQ(request.return_code, 0);
  for (const char* operand : {"SIZE", "NISTECC"})
    EXPECT_THAT(request.diagnostics, Contains(HasSubstr(fmt::format("operand {} has no meaning with", operand))));
  const auto icsf = lab.observe("RACDCERT GENCERT SUBJECTSDN(CN('i')) FROMICSF(IN.ICSF) SIZE(1024)");
  EXPECT_THAT(icsf.diagnostics, Contains(HasSubstr("operand SIZE has no meaning with FROMICSF")));
}

TEST(RacdcertTable, SaysWhenAPasswordProtectsNothing) {
  ProbeLab lab;
  for (const char* command : {"RACDCERT EXPORT(LABEL('c')) DSN(OUT) FORMAT(CERTDER) PASSWORD('secret')",
                              "RACDCERT ADD(A.CERT) PASSWORD('secret')", "RACDCERT CHECKCERT(A.CERT) PASSWORD('s')"})
    EXPECT_THAT(lab.observe(command).diagnostics, Contains(HasSubstr("operand PASSWORD has no meaning for")))
        << command;
}

}  // namespace
}  // namespace ringside::racf
