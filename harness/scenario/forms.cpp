// harness/scenario/forms.cpp - the table of everything that a scenario file may say.
#include "harness/scenario/forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/fault.hpp"
#include "harness/scenario/expectation_forms.hpp"
#include "harness/scenario/step_forms.hpp"

namespace ringside::harness {
namespace {

using namespace form_tables;

constexpr Form forms[] = {
    {"scenario", "a scenario", scenario_keys},
    {"system", "a system", system_keys},
    {"host", "a host", host_keys},
    {"user", "a user", user_keys},
    {"step", "a step", step_keys},
    {"command", "a command", command_keys},
    {"line", "a command", line_keys},
    {"script", "a script", script_keys},
    {"agent", "an agent", agent_keys},
    {"file", "a file", file_keys},
    {"copy", "a copy", copy_keys},
    {"transfer", "a transfer", transfer_keys},
    {"trust", "a trust check", trust_keys},
    {"endpoint", "an endpoint", endpoint_keys},
    {"tls", "a TLS check", tls_keys},
    {"handshake", "a handshake's expectations", handshake_keys},
    {"job-expect", "a job's expectations", job_expect_keys},
    {"command-expect", "a command's expectations", command_expect_keys},
    {"message", "a message", message_keys},
    {"output", "'output'", output_keys},
    {"trust-expect", "a trust check's expectations", trust_expect_keys},
    {"link", "a link", link_keys},
    {"change", "a change", change_keys},
    {"tls-expect", "a TLS check's expectations", tls_expect_keys},
    {"state-expect", "this step's expectations", state_expect_keys},
    {"copy-expect", "a copy's expectations", copy_expect_keys},
    {"ring", "a ring's expectations", ring_keys},
    {"member", "a ring's member", member_keys},
    {"certificate", "a certificate's expectations", certificate_keys},
};

// YAML reads 2013 or true as no text; the reader takes them for one where a text is meant.
constexpr Word words[] = {
    {"text", "string,number,boolean", ""},
    {"flag", "boolean", ""},
    {"number", "number", ""},
    {"moment", "string", "^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2})?$"},
    {"code", "string,number", "^([Cc][Cc] )?[0-9]+$|^[A-Za-z]+( [A-Za-z0-9]+)?$"},
    {"choice", "string", "^[A-Za-z]+$"},
    {"verdict", "string", "^[A-Za-z, ]+$"},
    {"message number", "string", "^[A-Z]{3,}[0-9]+[A-Z]$"},
};

}  // namespace

std::span<const Form> all_forms() {
  return forms;
}

const Form& form(std::string_view id) {
  const auto* const found = std::find_if(std::begin(forms), std::end(forms), [&](const Form& f) { return f.id == id; });
  if (found == std::end(forms)) throw base::Fault("there is no form " + std::string(id));
  return *found;
}

std::vector<std::string> forms_with(std::string_view key) {
  std::vector<std::string> names;
  for (const Form& form : forms) {
    const bool has = std::any_of(form.keys.begin(), form.keys.end(), [&](const FormKey& k) { return k.name == key; });
    if (has && std::find(names.begin(), names.end(), form.what) == names.end()) names.emplace_back(form.what);
  }
  return names;
}

std::span<const Word> type_words() {
  return words;
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
