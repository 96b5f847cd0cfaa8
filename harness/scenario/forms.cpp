// harness/scenario/forms.cpp - the table of every mapping of a scenario file.
#include "harness/scenario/forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/fault.hpp"
#include "harness/steps/state_expectation.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr FormKey scenario_keys[] = {
    {"name", "text", "One line that says what the scenario shows.", is_required},
    {"about", "text", "A paragraph for readers."},
    {"tags", "tag|[tag]", "Words to select by: small letters, digits and '-'."},
    {"importance", "'critical'|'high'|'medium'|'low'", "How much a failure matters; medium if it is left out."},
    {"timeout", "1..86400", "Seconds after which the scenario counts as hung."},
    {"skip", "text", "Why the scenario is left out. It is read, and not played."},
    {"date", "moment", "The lab's clock at the first step, UTC; 2024-01-15 if it is left out."},
    {"racf_level", "'2.5'|'3.1'|'3.2'|2.5|3.1|3.2", "The release that is played; --racf-level's if it is left out."},
    {"lenient", "flag",
     "What RACF refuses is accepted with a remark, as under --lenient; as the run if it is left out."},
    {"strict", "flag", "Answers are RACF's, also in a run with --lenient."},
    {"refuse_aes_pkcs12", "flag", "A PKCS#12 encrypted with AES is refused below 3.2, as under --refuse-aes-pkcs12."},
    {"ring_blank_lines", "flag", "LISTRING prints blank lines between rows, as under --ring-blank-lines."},
    {"bare", "flag", "The systems begin with an empty RACF, as after lab new --bare."},
    {"remarks", "'fail'|'show'", "'fail': a remark on what a real system does otherwise is a failure."},
    {"seed", "text", "Keys are derived from it; 'ringside' if it is left out."},
    {"systems", "[system]", "The systems of the lab; one z/OS system SYS1 if there are none."},
    {"hosts", "[host]", "Systems that are no z/OS."},
    {"users", "[user]", "Users of RACF that exist before the first step."},
    {"libraries", "{text}", "Libraries of procedures: name to folder beside the scenario."},
    {"steps", "[step]", "What happens, in order.", is_required},
};
constexpr FormKey system_keys[] = {
    {"name", "text", "1 to 8 characters.", is_required},
    {"kind", "'zos'|'distributed'|'ibmi'", "zos if it is left out."},
    {"sysplex", "text", "The sysplex that it belongs to."},
    {"database", "text", "Systems that name the same security database share it."},
    {"host", "text|[text]", "The host names under which clients reach it; its name if it is left out."},
    {"openssl", "'1.0'|'1.1'|'3.0'|1.0|1.1|3.0", "The release of OpenSSL that it has; 3.0 if it is left out."},
};
constexpr FormKey host_keys[] = {
    {"name", "text", "1 to 8 characters.", is_required},
    {"kind", "'distributed'|'ibmi'", "distributed if it is left out."},
    {"host", "text|[text]", "The host names under which clients reach it; its name if it is left out."},
    {"openssl", "'1.0'|'1.1'|'3.0'|1.0|1.1|3.0", "The release of OpenSSL that it has; 3.0 if it is left out."},
};
constexpr FormKey user_keys[] = {
    {"name", "text", "The user ID.", is_required},
    {"system", "text", "Where; on every z/OS system if it is left out."},
    {"group", "text", "The default group, made if need be; SYS1 if it is left out."},
    {"special", "flag", "Whether the user has SPECIAL."},
    {"uid", "0..2147483647", "The UID of an OMVS segment."},
    {"home", "text", "The home directory of an OMVS segment."},
};
constexpr FormKey first_step_keys[] = {
    {"title", "text", "A line for reports."},
    {"system", "text", "Where it runs; needed if there are several systems."},
    {"user", "text", "Who runs it: IBMUSER, or root on a system that is not z/OS, if it is left out."},
};
/// The kinds of steps in the order of the schema.
std::vector<const StepKind*> kinds_by_topic() {
  std::vector<const StepKind*> kinds(step_kinds().begin(), step_kinds().end());
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const StepKind* left, const StepKind* right) { return left->topic < right->topic; });
  return kinds;
}

/// The type of 'expect': the first form of each kind that has its own, then those of the other kinds.
std::string type_of_expect() {
  std::string type;
  for (const StepKind* kind : kinds_by_topic())
    if (!kind->expect_forms.empty()) type += std::string(kind->expect_forms.front().id) + "|";
  return type + "copy-expect|state-expect";
}

std::vector<FormKey> keys_of_a_step() {
  std::vector<FormKey> keys(std::begin(first_step_keys), std::end(first_step_keys));
  for (const StepKind* kind : kinds_by_topic()) keys.push_back(kind->key);
  static const std::string expect_type = type_of_expect();
  keys.push_back({"expect", expect_type, "What must come of it."});
  return keys;
}

std::vector<Form> make_forms() {
  static const std::vector<FormKey> step_keys = keys_of_a_step();
  std::vector<Form> forms = {{"scenario", "a scenario", scenario_keys},
                             {"system", "a system", system_keys},
                             {"host", "a host", host_keys},
                             {"user", "a user", user_keys},
                             {"step", "a step", step_keys}};
  const auto kinds = kinds_by_topic();
  for (const StepKind* kind : kinds) forms.insert(forms.end(), kind->forms.begin(), kind->forms.end());
  for (const StepKind* kind : kinds) forms.insert(forms.end(), kind->expect_forms.begin(), kind->expect_forms.end());
  forms.insert(forms.end(), state_forms().begin(), state_forms().end());
  return forms;
}

// The reader accepts a number or a boolean where a text is expected, such as 2013 or true.
constexpr Word word_table[] = {
    {"text", "string,number,boolean", ""},
    {"flag", "boolean", ""},
    {"moment", "string", "^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2})?$|^[+-][0-9]{1,5}d$"},
    {"days", "string", "^[0-9]{1,5}d$"},
    {"code", "string,number", "^([Cc][Cc] )?[0-9]+$|^[A-Za-z]+( [A-Za-z0-9]+)?$"},
    {"choice", "string", "^[A-Za-z]+$"},
    {"tag", "string", "^[a-z0-9-]+$"},
    {"message number", "string", "^[A-Z]{3,}[0-9]+[A-Z]$"},
};

}  // namespace

std::span<const Form> all_forms() {
  static const std::vector<Form> forms = make_forms();
  return forms;
}

const Form& form(std::string_view id) {
  const auto forms = all_forms();
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.id == id; });
  if (found == forms.end()) throw base::Fault("there is no form " + std::string(id));
  return *found;
}

std::vector<std::string> forms_with(std::string_view key) {
  std::vector<std::string> names;
  for (const Form& form : all_forms()) {
    const bool has = std::any_of(form.keys.begin(), form.keys.end(), [&](const FormKey& k) { return k.name == key; });
    if (has && std::find(names.begin(), names.end(), form.what) == names.end()) names.emplace_back(form.what);
  }
  return names;
}

std::span<const Word> type_words() {
  return word_table;
}

std::vector<std::string_view> alternatives(std::string_view type) {
  std::vector<std::string_view> found;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= type.size(); ++at) {
    const char c = at < type.size() ? type[at] : '|';
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (c != '|' || depth > 0) continue;
    found.push_back(type.substr(from, at - from));
    from = at + 1;
  }
  return found;
}

}  // namespace ringside::harness
