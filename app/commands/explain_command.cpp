// app/commands/explain_command.cpp - ringside explain: what a message, a code, a TLS error or a verdict means.
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "app/command.hpp"
#include "app/output/terminal_text.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "harness/glossary/glossary.hpp"

namespace ringside::app {
namespace {

namespace glossary = harness::glossary;

constexpr int exit_unknown = 4;

base::Json entry_json(const glossary::Entry& entry) {
  base::Json json = {{"name", entry.name},           {"kind", std::string(to_string(entry.kind))},
                     {"meanings", entry.meanings},   {"when", entry.when},
                     {"rc", entry.return_code},      {"source", entry.source},
                     {"advice", base::Json::array()}};
  for (const glossary::Advice& row : entry.advice)
    json["advice"].push_back({{"cause", std::string(row.cause)}, {"cure", std::string(row.cure)}});
  return json;
}

void tell_unknown(Program& program, const std::string& text) {
  const std::vector<std::string> near = glossary::near_misses(text);
  program.error() << fmt::format("ringside: {}: nothing is known of it{}\n", base::printable(text),
                                 near.empty() ? "" : "; near it: " + base::join(near, ", "));
  program.status = exit_unknown;
}

void explain(Program& program, const std::string& text) {
  constexpr std::size_t most_columns = 112;
  const glossary::Entry* entry = glossary::find(text);
  if (entry == nullptr) {
    tell_unknown(program, text);
    if (program.options.json) program.print_json("explain", base::Json::array(), {{"entries", 0}});
    return;
  }
  if (program.options.json)
    return program.print_json("explain", base::Json::array({entry_json(*entry)}), {{"entries", 1}});
  const std::size_t width = std::min(terminal_columns().value_or(most_columns), most_columns);
  for (const std::string& line : glossary::entry_lines(*entry, width)) program.out() << line << '\n';
}

}  // namespace

Command explain_command(Program& program) {
  auto words = std::make_shared<std::vector<std::string>>();
  return {.name = "explain",
          .about = "what a message, R_datalib's codes, a TLS error or a verdict means, its causes and cures",
          .notes =
              "The text may be a whole line that holds the message or the error.\n"
              "Exit status: 0, or 4 if nothing is known of it.",
          .examples = {"ringside explain IRRD109I", "ringside explain 8/8/84",
                       "ringside explain unable to get local issuer certificate"},
          .options = {{"TEXT",
                       words.get(),
                       "a message number, codes such as 8/8/84, words of OpenSSL or Java, a verdict of trust",
                       {.required = true}}},
          .run = [&program, words] { explain(program, base::join(*words, " ")); }};
}

}  // namespace ringside::app
