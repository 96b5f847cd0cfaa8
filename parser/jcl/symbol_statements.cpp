// parser/jcl/symbol_statements.cpp - the statements that give symbols values: SET, EXPORT and PROC.
#include "parser/jcl/symbol_statements.hpp"

#include <string>
#include <utility>

#include "base/limits.hpp"
#include "base/national.hpp"
#include "parser/jcl/listing.hpp"

namespace ringside::parser {
namespace {

namespace limits = base::limits;

/// Reads NAME=value. The result has an empty name if the part is empty or not an assignment; the latter is an error of
/// the statement.
SymbolAssignment checked_assignment(ReadyStatement& one, const std::string& part) {
  if (part.empty()) return {};
  SymbolAssignment symbol = read_assignment(part);
  if (!base::is_simple_name(symbol.name)) {
    add_error(one, own_message(OwnMessage::rsd345i, {symbol.name}),
              "a value is given as NAME=value, NAME with 1 to 8 characters A-Z, 0-9, @, # and $");
    return {};
  }
  if (symbol.value.size() > limits::symbol_bytes)
    add_error(one, own_message(OwnMessage::rsd346i, {symbol.name}), "a symbol has at most 255 characters");
  return symbol;
}

}  // namespace

std::vector<SymbolAssignment> set_symbols(ReadyStatement& set, JclSymbols& symbols) {
  std::vector<SymbolAssignment> assigned;
  if (!set.errors.empty()) return assigned;
  for (const std::string& part : field_parts(set.field)) {
    SymbolAssignment symbol = checked_assignment(set, part);
    if (symbol.name.empty() || symbol.value.size() > limits::symbol_bytes) continue;
    if (symbols.is_full()) {
      add_too_many_symbols(set);
      break;
    }
    symbols.set(symbol.name, symbol.value);
    assigned.push_back(std::move(symbol));
  }
  return assigned;
}

void export_symbols(ReadyStatement& statement, JclSymbols& symbols) {
  const JclOperand* list = statement.statement.find("SYMLIST");
  if (list == nullptr) {
    add_error(statement, own_message(OwnMessage::rsd348i), "EXPORT has SYMLIST=(name,...) or SYMLIST=*");
  } else if (list->text == "*") {
    symbols.export_all();
  } else {
    for (const JclOperand& name : list->parts.empty() ? std::vector<JclOperand>{*list} : list->parts) {
      if (symbols.is_full()) {
        add_too_many_symbols(statement);
        break;
      }
      if (base::is_simple_name(name.text))
        symbols.export_symbol(name.text);
      else
        add_error(statement, own_message(OwnMessage::rsd345i, {name.text}), "SYMLIST holds names of symbols");
    }
  }
}

void assign_defaults(ReadyStatement& proc, JclSymbols& symbols) {
  for (const std::string& part : field_parts(proc.field))
    if (const SymbolAssignment symbol = checked_assignment(proc, part); !symbol.name.empty())
      symbols.assign(symbol.name, symbol.value);
}

void add_too_many_symbols(ReadyStatement& statement) {
  add_error(statement, own_message(OwnMessage::rsd371i),
            "a job or a call has at most " + std::to_string(limits::job_symbols));
}

}  // namespace ringside::parser
