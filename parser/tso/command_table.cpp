// parser/tso/command_table.cpp - all command tables, and the search for a command by name or alias.
#include "parser/tso/command_table.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/tables/data_sets.hpp"
#include "parser/tables/options.hpp"
#include "parser/tables/racdcert.hpp"
#include "parser/tables/resources.hpp"
#include "parser/tables/tso.hpp"
#include "parser/tables/users.hpp"

namespace ringside::parser {
namespace {

std::vector<CommandSpec> all_commands() {
  std::vector<CommandSpec> all;
  for (const auto family : {tables::racdcert_commands(), tables::user_commands(), tables::resource_commands(),
                            tables::data_set_commands(), tables::option_commands(), tables::tso_commands()})
    all.insert(all.end(), family.begin(), family.end());
  return all;
}

}  // namespace

std::span<const CommandSpec> command_specs() {
  static const std::vector<CommandSpec> specs = all_commands();
  return specs;
}

const CommandSpec* find_command(std::string_view name) {
  const std::string folded = base::upper(name);
  const auto means = [&](const CommandSpec& spec) { return spec.name == folded || is_among(spec.aliases, folded); };
  const auto specs = command_specs();
  const auto found = std::find_if(specs.begin(), specs.end(), means);
  return found == specs.end() ? nullptr : &*found;
}

}  // namespace ringside::parser
