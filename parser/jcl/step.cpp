// parser/jcl/step.cpp - the steps of a job or called procedure, and the overrides of the caller.
#include "parser/jcl/step.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "parser/jcl/records.hpp"
#include "parser/jcl/words.hpp"

namespace ringside::parser {
namespace {

/// The prefix of an overridden statement in JESJCL: X/ for XX, +/ for ++.
std::string overridden_prefix(const std::string& prefix) {
  return prefix.substr(0, 1) + "/";
}

std::string too_many_dds() {
  return fmt::format("a step has at most {} DD statements", base::limits::step_dds);
}

bool is_dummy(const JclStatement& dd) {
  return !dd.operands.empty() && dd.operands.front().keyword.empty() && dd.operands.front().text == "DUMMY";
}

bool is_blank_data(const ReadStatement& read) {
  return std::all_of(read.data.begin(), read.data.end(), [](const Record& one) { return is_blank_record(one.text); });
}

}  // namespace

void add_override(std::vector<DdOverride>& overrides, ReadyStatement dd) {
  if (overrides.size() >= base::limits::step_dds) {
    add_error(dd, own_message(OwnMessage::rsd370i), too_many_dds());
    overrides.back().group.front().errors.push_back(dd.errors.back());
    return;
  }
  const std::string name = dd.statement.name;
  if (name.empty() && !overrides.empty()) {
    overrides.back().group.push_back(std::move(dd));
    return;
  }
  const auto period = name.find('.');
  DdOverride change;
  change.name = period == std::string::npos ? name : name.substr(period + 1);
  if (period != std::string::npos) {
    change.step = name.substr(0, period);
  } else if (!overrides.empty()) {
    change.step = overrides.back().step;
  }
  dd.statement.name = change.name;
  change.group.push_back(std::move(dd));
  overrides.push_back(std::move(change));
}

void JclSteps::begin(ReadyStatement& exec) {
  first_ = !begun_;
  begun_ = true;
  name_ = exec.statement.name;
  if (call_ == nullptr) return;
  exec.statement.operands =
      merge_exec(std::move(exec.statement.operands), call_->exec.statement.operands, name_, first_);
}

void JclSteps::add(ReadyStatement exec) {
  if (job_->steps.size() == base::limits::job_steps)
    add_error(exec, own_message(OwnMessage::rsd369i),
              fmt::format("a job has at most {} steps", base::limits::job_steps));
  listing_->list(exec);
  StepStatement step{std::move(exec.statement), {}, {}, conditions_->branches(), {}};
  if (call_ != nullptr) step.caller = call_->exec.statement.name;
  job_->steps.push_back(std::move(step));
  open_ = true;
}

bool JclSteps::is_for_step(const DdOverride& change) const {
  return !change.used && (change.step.empty() ? first_ : change.step == name_);
}

std::vector<DdOverride> JclSteps::changes_of_step() {
  std::vector<DdOverride> found;
  if (call_ == nullptr) return found;
  for (DdOverride& change : call_->dds) {
    if (!is_for_step(change)) continue;
    change.used = true;
    found.push_back(change);
    found.back().used = false;
    found.back().step.clear();
  }
  return found;
}

void JclSteps::add_dd(ReadyStatement dd) {
  if (!open_) return add_job_dd(std::move(dd));
  if (!dd.statement.name.empty()) finish_concatenation();
  if (call_ != nullptr && !dd.statement.name.empty()) {
    const auto found = std::find_if(call_->dds.begin(), call_->dds.end(), [&](const DdOverride& change) {
      return is_for_step(change) && change.name == dd.statement.name;
    });
    if (found != call_->dds.end()) {
      found->used = true;
      changed_ = &*found;
      changed_at_ = 0;
    }
  }
  if (changed_ == nullptr || changed_at_ >= changed_->group.size()) return place(dd);
  place_changed(std::move(dd), changed_->group[changed_at_++]);
}

void JclSteps::place(ReadyStatement& dd) {
  const bool in_stream = dd.read->in_stream;
  if (!in_stream && dd.statement.find("DLM") != nullptr)
    add_error(dd, own_message(OwnMessage::rsd321i), "DLM belongs to DD * and DD DATA");
  listing_->list(dd);
  push(dd);
  if (dd.read->generated && !is_blank_data(*dd.read))
    listing_->note(dd.statement, "records that belong to no DD became a SYSIN of their own");
}

DdStatement& JclSteps::push(const ReadyStatement& dd) {
  auto& dds = job_->steps.back().dds;
  if (dds.size() == base::limits::step_dds) {
    listing_->error(dd.statement, own_message(OwnMessage::rsd370i), too_many_dds());
    dds.clear();  // the job does not run; saves time if there are very many
  }
  dds.push_back({dd.statement, dd.read->in_stream, dd.read->generated, dd.read->data});
  return dds.back();
}

void JclSteps::place_changed(ReadyStatement own, ReadyStatement& change) {
  listing_->list(change);
  listing_->list_records(*own.read, overridden_prefix(own.prefix));
  for (JclError& one : own.errors) {
    one.statement = change.statement.number;
    job_->errors.push_back(std::move(one));
  }
  DdStatement& merged = push(own);
  const bool replaced = names_a_source(change.statement.operands) || is_dummy(change.statement);
  merged.statement.number = change.statement.number;
  merged.statement.where = change.statement.where;
  merged.statement.operands = merge_dd(std::move(merged.statement.operands), change.statement.operands);
  for (const UnresolvedSymbol& one : change.statement.unresolved) merged.statement.unresolved.push_back(one);
  if (!replaced) return;
  merged.in_stream = change.read->in_stream;
  merged.data = change.read->data;
}

void JclSteps::finish_concatenation() {
  if (changed_ == nullptr) return;
  for (; changed_at_ < changed_->group.size(); ++changed_at_) place(changed_->group[changed_at_]);
  changed_ = nullptr;
}

void JclSteps::end(JclSymbols& symbols) {
  if (!open_) return;
  // A job with more steps does not run; this saves memory if there are very many.
  if (job_->steps.size() <= base::limits::job_steps) job_->steps.back().exported = symbols.exported();
  finish_concatenation();
  if (call_ != nullptr)
    for (DdOverride& change : call_->dds)
      if (is_for_step(change)) {
        change.used = true;
        for (ReadyStatement& dd : change.group) place(dd);
      }
  open_ = false;
  if (resolve_ddnames(job_->steps.back().dds))
    listing_->notice(listing_->last_number(),
                     {"IEF686I", "DDNAME REFERRED TO ON DDNAME KEYWORD IN PRIOR STEP WAS NOT RESOLVED"});
}

void JclSteps::check_changes() {
  if (call_ == nullptr) return;
  for (DdOverride& change : call_->dds) {
    if (change.used) continue;
    ReadyStatement& dd = change.group.front();
    add_error(dd, own_message(OwnMessage::rsd368i, {change.step, call_->procedure}),
              "the part of the name before the period is a step of the procedure");
    listing_->list(dd);
  }
}

void JclSteps::add_job_dd(ReadyStatement dd) {
  if (dd.read->generated && is_blank_data(*dd.read)) return;
  const bool concatenated = dd.statement.name.empty() && !job_->dds.empty();
  if (dd.read->generated) {
    add_error(dd, own_message(OwnMessage::rsd324i), "these records belong to no DD statement");
  } else if (begun_ || call_ != nullptr || (!concatenated && !is_job_dd(dd.statement.name))) {
    add_error(dd, own_message(OwnMessage::rsd322i), "only JOBLIB, JOBCAT and SYSCHK may stand here");
  }
  listing_->list(dd);
  job_->dds.push_back({std::move(dd.statement), dd.read->in_stream, dd.read->generated, dd.read->data});
}

}  // namespace ringside::parser
