// parser/jcl/convert.cpp - the statements of a job to its steps.
#include "parser/jcl/convert.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "parser/jcl/conditions.hpp"
#include "parser/jcl/listing.hpp"
#include "parser/jcl/members.hpp"
#include "parser/jcl/operands.hpp"
#include "parser/jcl/step.hpp"
#include "parser/jcl/symbol_statements.hpp"
#include "parser/jcl/words.hpp"

namespace ringside::parser {
namespace {

namespace limits = base::limits;

/// One level of nested procedures. The job itself is the first.
struct Level {
  std::string prefix = "//";
  std::string source;
  const JclStatement* called_by = nullptr;
  JclSteps steps;
  std::optional<ProcedureCall> pending;  ///< a call that waits for the DD statements after it
  std::size_t open_conditions = 0;       ///< those that began outside
};

class Converter {
 public:
  Converter(const JclText& text, const JclEnvironment& environment)
      : text_(text),
        symbols_(environment.submitter),
        members_(environment),
        listing_(job_),
        conditions_(job_, listing_, environment.if_texts) {
    for (const auto& [name, value] : environment.symbols) symbols_.set(name, value);
  }

  Job convert() && {
    job_.notes = text_.notes;
    job_.records = text_.records;
    levels_.push_back(Level{"//", {}, nullptr, JclSteps(job_, listing_, conditions_, nullptr), {}, 0});
    std::vector<const ReadStatement*> statements;
    for (const ReadStatement& one : text_.statements) statements.push_back(&one);
    process(statements, "//", {});
    end_step();
    if (definition_)
      listing_.error(definition_->statement, own_message(OwnMessage::rsd341i), "PEND ends a procedure in the job");
    conditions_.close(0);
    return std::move(job_);
  }

 private:
  Level& level() { return levels_.back(); }

  void process(const std::vector<const ReadStatement*>& statements, const std::string& prefix,
               const std::string& source) {
    for (const ReadStatement* read : statements) {
      if (listing_.is_full()) return;
      if (definition_) {
        define(*read);
      } else if (read->kind != ReadStatement::Kind::statement) {
        if (prefix == "//" || !read->images.front().starts_with("/*")) listing_.list_records(*read, prefix);
      } else {
        dispatch(ready(*read, prefix, source));
      }
    }
  }

  /// Substitutes symbols, then reads the operands: symbols may change anything in the operand field.
  ReadyStatement ready(const ReadStatement& read, const std::string& prefix, const std::string& source) {
    ReadyStatement one{read.statement, &read, prefix, {}, false, read.errors};
    one.statement.source = source;
    one.statement.operands.clear();
    const bool expression = read.statement.operation == "IF";
    Substitution result = expression ? substitute_expression(read.field, symbols_) : substitute(read.field, symbols_);
    one.substituted = result.changed;
    one.statement.unresolved = std::move(result.unresolved);
    for (const std::string& name : result.literal)
      listing_.note(one.statement, "&" + name + " stays as it is between these apostrophes");
    one.field = std::move(result.text);
    // A value with a blank ends the operands: what follows is a comment ("Coding symbols in comments").
    if (result.changed && !expression) one.field.resize(end_of_jcl_field(one.field, false).length);
    if (!read.incomplete && !expression) read_operands(one);
    return one;
  }

  void dispatch(ReadyStatement one) {
    const std::string operation = one.statement.operation;
    if (listing_.last_number() == 0 && operation != "JOB")
      add_error(one, own_message(OwnMessage::rsd334i), "a job begins with //name JOB");
    if (operation == "JOB") return place_job(std::move(one));
    if (operation == "EXEC") return place_exec(std::move(one));
    if (operation == "DD") return place_dd(std::move(one));
    if (operation == "SET") return set(std::move(one));
    if (operation == "PROC") return begin_procedure(std::move(one));
    if (operation == "INCLUDE") return include(std::move(one));
    if (operation == "JCLLIB") return add_libraries(std::move(one));
    if (operation == "EXPORT") return place_export(std::move(one));
    if (operation == "PEND") return place_pend(std::move(one));
    if (operation == "OUTPUT") return listing_.list(one);  // has an effect on printing only
    if (operation == "IF" || operation == "ELSE" || operation == "ENDIF") return condition(std::move(one));
    refuse_operation(std::move(one));
  }

  void refuse_operation(ReadyStatement one) {
    const std::string& operation = one.statement.operation;
    if (is_jcl_operation(operation)) {
      add_error(one, own_message(OwnMessage::rsd320i, {operation}),
                "the job would do something else without it, so it does not run");
    } else {
      const std::string folded = base::upper(operation);
      const bool lower = folded != operation && is_jcl_operation(folded);
      add_error(one, {"IEFC605I", "UNIDENTIFIED OPERATION FIELD"},
                lower ? "the operation is written in upper case" : "the statement has no operation that JCL knows");
    }
    listing_.list(one);
  }

  void misplaced(ReadyStatement one, std::string why) {
    add_error(one, {"IEFC019I", "MISPLACED " + one.statement.operation + " STATEMENT"}, std::move(why));
    listing_.list(one);
  }

  void place_job(ReadyStatement one) {
    if (!one.statement.source.empty()) return misplaced(std::move(one), "a library holds no jobs");
    if (one.statement.name.empty())
      add_error(one, own_message(OwnMessage::rsd319i), "a JOB statement has its name in column 3");
    listing_.list(one);
    job_.statement = std::move(one.statement);
  }

  // Steps and procedures

  /// The step before is complete: expands its procedure.
  void end_step() {
    if (level().pending) {
      ProcedureCall call = std::move(*level().pending);
      level().pending.reset();
      expand(std::move(call));
    }
    level().steps.end(symbols_);
  }

  void place_exec(ReadyStatement one) {
    end_step();
    exec_seen_ = true;
    const bool unreadable = !one.errors.empty() && one.statement.operands.empty();
    level().steps.begin(one);
    conditions_.count_step();
    if (one.statement.find("PGM") != nullptr || unreadable) return level().steps.add(std::move(one));
    ProcedureCall call = read_call(std::move(one));
    if (call.procedure.empty())
      add_error(call.exec, own_message(OwnMessage::rsd342i),
                "EXEC has PGM=program, PROC=procedure, or the name of a procedure first");
    if (call.symbols.size() > limits::job_symbols) add_too_many_symbols(call.exec);
    listing_.list(call.exec);
    if (call.procedure.empty() || call.symbols.size() > limits::job_symbols) return;
    call.sets = symbols_.sets();
    call.dds = level().steps.changes_of_step();
    level().pending = std::move(call);
  }

  void place_dd(ReadyStatement one) {
    if (level().pending) return add_override(level().pending->dds, std::move(one));
    level().steps.add_dd(std::move(one));
  }

  void expand(ProcedureCall call) {
    if (nested_too_deep_) return list_changes(call);
    const JclMember* member = members_.procedure(call.procedure);
    if (member == nullptr) {
      const std::string where = base::join(members_.libraries(), ", ");
      listing_.error(call.exec.statement, {"IEFC612I", "PROCEDURE " + call.procedure + " WAS NOT FOUND"},
                     "it is neither in the job nor in " + where + "; --library NAME=FOLDER gives a library its members",
                     call.exec.read->images.front());
      return list_changes(call);
    }
    if (levels_.size() > limits::procedure_depth) {
      listing_.error(call.exec.statement, own_message(OwnMessage::rsd343i),
                     fmt::format("there are at most {} calls inside each other; nothing more is expanded",
                                 limits::procedure_depth));
      nested_too_deep_ = true;
      return list_changes(call);
    }
    const std::string library = member->system_library ? "SYSTEM LIBRARY " : "PRIVATE LIBRARY ";
    listing_.notice(
        call.exec.statement.number,
        {"IEFC001I", "PROCEDURE " + call.procedure + " WAS EXPANDED USING " +
                         (member->library.empty() ? "INSTREAM PROCEDURE DEFINITION" : library + member->library)});
    run_procedure(*member, call);
  }

  /// Lists the DD statements after a call that failed.
  void list_changes(ProcedureCall& call) {
    for (DdOverride& change : call.dds)
      for (ReadyStatement& dd : change.group) listing_.list(dd);
  }

  void run_procedure(const JclMember& member, ProcedureCall& call) {
    symbols_.enter();
    for (const SymbolAssignment& one : call.symbols) symbols_.assign(one.name, one.value);
    symbols_.restore(std::move(call.sets));
    const std::string prefix = member.library.empty() ? "++" : "XX";
    levels_.push_back(Level{prefix,
                            member.source,
                            &call.exec.statement,
                            JclSteps(job_, listing_, conditions_, &call),
                            {},
                            conditions_.open()});
    process(member.statements, prefix, member.source);
    end_step();
    conditions_.close(level().open_conditions);
    level().steps.check_changes();
    for (const SymbolAssignment& one : call.symbols) check_use(call, one.name);
    symbols_.leave();
    levels_.pop_back();
    for (const SymbolAssignment& one : call.later_sets) symbols_.set(one.name, one.value);
  }

  void check_use(const ProcedureCall& call, const std::string& name) {
    if (!symbols_.is_unused(name)) return;
    listing_.error(call.exec.statement, {"IEFC657I", "THE SYMBOL " + name + " WAS NOT USED"},
                   "the procedure " + call.procedure + " has no &" + name, call.exec.read->images.front());
  }

  /// PROC in the job begins an in-stream procedure. As the first statement of a called procedure it gives symbols their
  /// defaults.
  void begin_procedure(ReadyStatement one) {
    if (levels_.size() == 1 && one.prefix == "//") {
      end_step();
      if (one.statement.name.empty())
        add_error(one, own_message(OwnMessage::rsd344i), "PROC in a job has a name in column 3");
      listing_.list(one);
      definition_ = Definition{one.statement, {one.read}};
      return;
    }
    if (levels_.size() == 1 || level().steps.begun()) return misplaced(std::move(one), "PROC begins a procedure");
    assign_defaults(one, symbols_);
    listing_.list(one);
  }

  void define(const ReadStatement& read) {
    listing_.list_records(read, "//");
    if (read.statement.operation == "PEND") {
      members_.define(definition_->statement.name, std::move(definition_->statements));
      definition_.reset();
    } else if (read.statement.operation == "PROC") {
      listing_.error(read.statement, {"IEFC019I", "MISPLACED PROC STATEMENT"},
                     "PEND of the procedure before is missing");
    } else {
      definition_->statements.push_back(&read);
    }
  }

  void place_pend(ReadyStatement one) {
    if (levels_.size() == 1) return misplaced(std::move(one), "PEND ends a procedure that PROC began");
    listing_.list_records(*one.read, one.prefix);
  }

  // Statements for the conversion itself

  void set(ReadyStatement one) {
    for (SymbolAssignment& symbol : set_symbols(one, symbols_))
      if (level().pending) level().pending->later_sets.push_back(std::move(symbol));
    listing_.list(one);
  }

  void place_export(ReadyStatement one) {
    export_symbols(one, symbols_);
    listing_.list(one);
  }

  void add_libraries(ReadyStatement one) {
    if (exec_seen_ || included_ || libraries_named_ || !one.statement.source.empty())
      return misplaced(std::move(one), "a job has one JCLLIB, after JOB and before INCLUDE and EXEC");
    libraries_named_ = true;
    const JclOperand* order = one.statement.find("ORDER");
    if (order == nullptr) {
      add_error(one, own_message(OwnMessage::rsd349i), "JCLLIB has ORDER=(library,...); PROCLIB= is not emulated");
      return listing_.list(one);
    }
    const std::vector<JclOperand> names = order->parts.empty() ? std::vector<JclOperand>{*order} : order->parts;
    if (names.size() > limits::procedure_libraries)
      add_error(one, own_message(OwnMessage::rsd350i),
                fmt::format("JCLLIB names at most {} libraries", limits::procedure_libraries));
    for (const JclOperand& name : names)
      if (!members_.add_library(name.text))
        add_error(one, own_message(OwnMessage::rsd361i, {name.text}),
                  "the lab has no such library; 'ringside put FOLDER " + name.text + "' makes it, or --library '" +
                      name.text + "=FOLDER' says where its members are");
    listing_.list(one);
  }

  void include(ReadyStatement one) {
    included_ = true;
    const std::string name = one.statement.value_of("MEMBER");
    const JclMember* member = members_.include_group(name);
    if (member == nullptr)
      add_error(one, own_message(OwnMessage::rsd362i, {name}),
                "INCLUDE has MEMBER=name, and the name is in " + base::join(members_.libraries(), ", ") +
                    "; --library NAME=FOLDER gives a library its members");
    if (include_depth_ >= limits::include_depth) {
      add_error(one, own_message(OwnMessage::rsd363i),
                fmt::format("there are at most {} inside each other; nothing more is expanded", limits::include_depth));
      nested_too_deep_ = true;
    }
    listing_.list(one);
    if (member == nullptr || nested_too_deep_) return;
    const std::string library = member->system_library ? "SYSTEM LIBRARY " : "PRIVATE LIBRARY ";
    listing_.notice(one.statement.number,
                    {"IEFC002I", "INCLUDE GROUP " + name + " WAS EXPANDED USING " + library + member->library});
    ++include_depth_;
    process(member->statements, "XX", member->source);
    --include_depth_;
  }

  void condition(ReadyStatement one) {
    end_step();
    conditions_.place(std::move(one), level().open_conditions,
                      level().called_by == nullptr ? std::string{} : level().called_by->name);
  }

  struct Definition {
    JclStatement statement;
    std::vector<const ReadStatement*> statements;
  };

  const JclText& text_;
  Job job_;
  JclSymbols symbols_;
  JclMembers members_;
  JclListing listing_;
  JclConditions conditions_;
  std::vector<Level> levels_;
  std::optional<Definition> definition_;
  std::size_t include_depth_ = 0;
  /// The job fails, so nothing more is expanded: what calls itself twice would double with each level.
  bool nested_too_deep_ = false;
  bool exec_seen_ = false;
  bool included_ = false;
  bool libraries_named_ = false;
};

}  // namespace

Job convert_job(const JclText& text, const JclEnvironment& environment) {
  return Converter(text, environment).convert();
}

}  // namespace ringside::parser
