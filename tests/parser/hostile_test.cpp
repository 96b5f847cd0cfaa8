// tests/parser/hostile_test.cpp - text made to hurt is refused or read at once; ctest's time limit is the clock.
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "parser/jcl/jcl.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/redaction.hpp"
#include "tests/parser/parse.hpp"
#include "tests/support/bounded.hpp"

namespace ringside::parser::test {
namespace {

using test_support::sanitizer_factor;

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// Every way into the parser.
void feed(const std::string& text) {
  (void)parse(text);
  (void)redacted(text);
  std::vector<Record> lines;
  std::size_t at = 0;
  for (int line = 1; at < text.size(); ++line) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back({text.substr(at, end - at), line});
    at = end + 1;
  }
  for (const CommandText& command : read_commands(lines).commands)
    if (!command.text.empty()) (void)parse_command(command);
  (void)parse_jobs(text);
}

TEST(Hostile, ParenthesesWithoutMeasure) {
  for (const std::size_t depth : {1'000u, 100'000u}) {
    EXPECT_FALSE(parse("RACDCERT LIST" + std::string(depth, '(')).has_value());
    feed("RACDCERT LIST" + std::string(depth, '(') + std::string(depth, ')'));
    feed(repeated("PASSWORD(", depth));
    feed("RACDCERT " + std::string(depth, ')'));
    feed("//J JOB " + std::string(depth, '('));
  }
}

TEST(Hostile, ALineOfTenMegabytes) {
  EXPECT_FALSE(parse(std::string(10'000'000, 'A')).has_value());
  feed("RACDCERT LIST(LABEL('" + std::string(10'000'000, 'x'));
  const std::size_t size = 1'000'000;
  for (const std::string_view unit :
       {"A", "'", "(", "/*", "*/", " ", "&", "a b ", "'a' ", "\xe2\x80\x99", "PASSWORD('x') "})
    feed(repeated(unit, size / unit.size()));
}

TEST(Hostile, ContinuationsWithoutEnd) {
  feed(repeated("+\n", 200'000 / sanitizer_factor));
  feed(repeated("/* +\n", 200'000 / sanitizer_factor));
  feed(repeated("' -\n", 200'000 / sanitizer_factor));
  feed("//J JOB A,\n" + repeated("// B,\n", 50'000 / sanitizer_factor));
  feed("//J JOB '\n" + repeated("//             A\n", 50'000 / sanitizer_factor));
  feed("//I IF (A\n" + repeated("//   AND B\n", 20'000 / sanitizer_factor));
}

TEST(Hostile, StatementsWithoutEnd) {
  feed(repeated("//A\n", 50'000 / sanitizer_factor));
  feed("//J JOB\n//S EXEC PGM=X\n" + repeated("//D DD *\n/*\n\n", 50'000 / sanitizer_factor));
  feed(repeated("//J JOB\n", 50'000 / sanitizer_factor));
}

TEST(Hostile, EverythingUnclosed) {
  for (const char* text : {"RACDCERT LIST(LABEL('",
                           "RACDCERT /*",
                           "RACDCERT LIST(/*",
                           "'",
                           "(",
                           ")",
                           ";",
                           "/*",
                           "/",
                           "*/",
                           "%",
                           "&",
                           "RACDCERT;LIST",
                           "RACDCERT(",
                           "PASSWORD'",
                           "//",
                           "//*",
                           "//J JOB '",
                           "//J JOB (",
                           "//J JOB A,",
                           "//J JOB\n//S EXEC PGM=X\n//D DD *,DLM='",
                           "//J JOB\n//S EXEC PGM=X\n//D DD DATA"})
    feed(text);
}

TEST(Hostile, ControlBytesAreNeverTakenForNames) {
  for (int byte = 0; byte < 0x20; ++byte) {
    const std::string odd(1, static_cast<char>(byte));
    if (is_separator(odd[0])) continue;
    EXPECT_FALSE(parse("RACDCERT LIST ID(A" + odd + ")").has_value()) << byte;
    EXPECT_FALSE(parse("RACDCERT ADDRING(a" + odd + ")").has_value()) << byte;
    EXPECT_FALSE(parse("RACD" + odd + "CERT LIST").has_value()) << byte;
    EXPECT_FALSE(parse_jobs("//J JOB CLASS=A" + odd + "\n").front().errors.empty()) << byte;
  }
}

TEST(Hostile, CarriageReturnsBeforeLineEndsAreLineEnds) {
  const auto jobs = parse_jobs("//J JOB\r\n//S EXEC PGM=X\r\n//D DD *\r\n PROFILE\r\n/*\r\n");
  EXPECT_TRUE(jobs.at(0).errors.empty());
  EXPECT_EQ(jobs[0].steps.at(0).dds.at(0).data.at(0).text, " PROFILE");
}

TEST(Hostile, RandomNoise) {
  std::mt19937 random(20130517);
  for (int round = 0; round < 1'500; ++round) {
    std::string text(random() % 300, '\0');
    for (char& c : text) c = static_cast<char>(random());
    feed(text);
  }
}

TEST(Hostile, RandomRowsOfRealPieces) {
  const std::vector<std::string> pieces{
      "RACDCERT ", "LIST",     "(",    ")",  "LABEL", "'",          "''",   "/*",
      "*/",        " ",        ",",    ";",  "ID",    "CONNECT",    "RING", "x",
      "+\n",       "-\n",      "\n",   "//", "JOB ",  "EXEC PGM=A", "DD *", "DATA",
      "=",         "PASSWORD", "//J ", "&",  "*",     "%",          "CN",   "//S EXEC PGM=X\n",
      "\t"};
  std::mt19937 random(42);
  for (int round = 0; round < 2'000; ++round) {
    std::string text = round % 2 == 0 ? "RACDCERT " : "//J JOB\n";
    for (auto count = random() % 40; count > 0; --count) text += pieces[random() % pieces.size()];
    feed(text);
  }
}

/// The two readings of one text must agree, or a '+' would strip what the grammar takes for quoted text.
TEST(Hostile, TheStateOfAGrowingTextAgreesWithItsLexemes) {
  const std::string alphabet = "/*'( )a,;";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto count = random() % 12; count > 0; --count) text += alphabet[random() % alphabet.size()];
    LexicalState state;
    for (const char c : text) state.feed(c);
    Lexeme last;
    for (Lexeme at = next_lexeme(text, 0); at.kind != Lexeme::Kind::end; at = next_lexeme(text, at.end)) last = at;
    const bool open = !text.empty() && !last.closed;
    EXPECT_EQ(state.in_comment(), open && last.kind == Lexeme::Kind::comment) << text;
    EXPECT_EQ(state.in_quotes(), open && last.kind == Lexeme::Kind::quoted) << text;
  }
}

}  // namespace
}  // namespace ringside::parser::test
