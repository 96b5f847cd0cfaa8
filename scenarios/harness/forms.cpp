// scenarios/harness/forms.cpp - the table of everything that a scenario file may say.
#include "scenarios/harness/forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "emulator/base/fault.hpp"

namespace ringside::harness {
namespace {

constexpr bool required = true;

constexpr FormKey scenario_keys[] = {
    {"name", "text", "One line that says what the scenario shows.", required},
    {"about", "text", "A paragraph for readers."},
    {"tags", "text|[text]", "Words to select by: small letters, digits and '-'."},
    {"importance", "'critical'|'high'|'medium'|'low'", "How much a failure matters; medium if it is left out."},
    {"timeout", "number", "Seconds after which the scenario counts as hung."},
    {"skip", "text", "Why the scenario is left out. It is read, and not played."},
    {"date", "moment", "The lab's clock at the first step, UTC; 2024-01-15 if it is left out."},
    {"seed", "text", "Keys are derived from it; 'ringside' if it is left out."},
    {"systems", "[system]", "The systems of the lab; one z/OS system SYS1 if there are none."},
    {"hosts", "[host]", "Systems that are no z/OS."},
    {"users", "[user]", "Users of RACF that exist before the first step."},
    {"libraries", "{text}", "Libraries of procedures: name to folder beside the scenario."},
    {"steps", "[step]", "What happens, in order.", required},
};
constexpr FormKey system_keys[] = {
    {"name", "text", "1 to 8 characters.", required},
    {"kind", "'zos'|'distributed'|'ibmi'", "zos if it is left out."},
    {"sysplex", "text", "The sysplex that it belongs to."},
    {"database", "text", "Systems that name the same security database share it."},
    {"openssl", "'1.0'|'1.1'|'3.0'|number", "The release of OpenSSL that it has; 3.0 if it is left out."},
};
constexpr FormKey host_keys[] = {
    {"name", "text", "1 to 8 characters.", required},
    {"kind", "'distributed'|'ibmi'", "distributed if it is left out."},
    {"openssl", "'1.0'|'1.1'|'3.0'|number", "The release of OpenSSL that it has; 3.0 if it is left out."},
};
constexpr FormKey user_keys[] = {
    {"name", "text", "The user ID.", required},
    {"system", "text", "Where; on every z/OS system if it is left out."},
    {"group", "text", "The default group, made if need be; SYS1 if it is left out."},
    {"special", "flag", "Whether the user has SPECIAL."},
    {"uid", "number", "The UID of an OMVS segment."},
    {"home", "text", "The home directory of an OMVS segment."},
};
constexpr FormKey step_keys[] = {
    {"title", "text", "A line for reports."},
    {"system", "text", "Where it runs; needed if there are several systems."},
    {"user", "text", "Who runs it: IBMUSER, or root on a system that is no z/OS, if it is left out."},
    {"submit", "text", "Submits the jobs of a file beside the scenario."},
    {"jcl", "text", "Submits jobs that stand here."},
    {"tso", "text|[text|command]", "TSO commands."},
    {"sh", "text|[text|line]", "Lines of the shell."},
    {"script", "text|script", "Runs a file beside the scenario in the shell."},
    {"keytool", "text|[text|line]", "Arguments of keytool."},
    {"openssl", "text|[text|line]", "Arguments of openssl."},
    {"put", "file", "Puts a file on a system."},
    {"copy", "copy", "Copies files to another system."},
    {"transfer", "transfer", "Copies a data set to another system."},
    {"clock", "moment", "Moves the lab's clock, forward or back."},
    {"reopen", "flag", "Closes the lab and opens it again, as after a power failure."},
    {"trust", "trust", "Shakes hands for every ordered pair of servers."},
    {"tls", "tls", "Starts an agent, and shakes hands between it and its engine."},
    {"expect", "job-expect|trust-expect|tls-expect|copy-expect|state-expect", "What must come of it."},
};
constexpr FormKey command_keys[] = {
    {"command", "text", "The command.", required},
    {"rc", "number", "Its return code; 0 if it is left out."},
    {"must_fail", "flag", "Its return code is 8 or higher."},
    {"messages", "message number|message|[message number|message]", "All its messages, in order."},
    {"output", "output", "What it prints."},
};
constexpr FormKey line_keys[] = {
    {"run", "text", "The line, or the arguments.", required},  {"input", "text", "What is typed when something asks."},
    {"rc", "number", "Its exit status; 0 if it is left out."}, {"must_fail", "flag", "Its exit status is not 0."},
    {"output", "output", "What it prints, errors included."},
};
constexpr FormKey script_keys[] = {
    {"file", "text", "A file beside the scenario or below it.", required},
    {"input", "text", "What is typed when something asks."},
    {"rc", "number", "Its exit status; 0 if it is left out."},
    {"must_fail", "flag", "Its exit status is not 0."},
    {"output", "output", "What it prints, errors included."},
};
constexpr FormKey file_keys[] = {
    {"path", "text", "Begins with '/'.", required},
    {"content", "text", "What stands in it."},
    {"owner", "text", "The step's user if it is left out."},
    {"mode", "text", "Octal digits, such as \"0600\"; 0644 if it is left out."},
};
constexpr FormKey copy_keys[] = {
    {"paths", "text|[text]", "Begin with '/'.", required},
    {"from", "text", "The system that has them."},
    {"to", "text", "The system that gets them."},
    {"into", "text", "A directory there.", required},
    {"owner", "text", "Of the copies; the step's user if it is left out."},
};
constexpr FormKey transfer_keys[] = {
    {"data_set", "text", "Its name.", required},
    {"from", "text", "The system that has it."},
    {"to", "text", "The system that gets it."},
    {"as", "text", "Its name there, if it is another."},
};
constexpr FormKey trust_keys[] = {
    {"endpoints", "[text|endpoint]", "SYSTEM:OWNER/RING; every ring with members if they are left out."},
    {"tls", "'1.2'|'1.3'|'both'|number", "Versions of TLS; both if it is left out."},
    {"mutual", "flag", "Servers insist on a client certificate."},
    {"verify_host", "flag", "Clients check the host name."},
};
constexpr FormKey endpoint_keys[] = {
    {"name", "text", "How the matrix calls it."},
    {"system", "text", "Where it runs."},
    {"ring", "text", "OWNER/RING.", required},
    {"label", "text", "The certificate to show, if not the ring's default."},
    {"host", "text", "The name that clients call it by; the system's if it is left out."},
};
constexpr FormKey tls_keys[] = {
    {"agent", "text", "SYSTEM:/FOLDER of the agent.", required},
    {"key_store", "text", "SYSTEM:/PATH of the engine's key store.", required},
    {"trust_store", "text", "SYSTEM:/PATH of its trust store.", required},
    {"password", "text", "Of both stores and of the key.", required},
    {"tls", "'1.2'|'1.3'|'both'|number", "Versions of TLS; both if it is left out."},
};
constexpr FormKey handshake_keys[] = {
    {"refused_by", "'client'|'server'", "The side that refuses.", required},
    {"openssl", "text", "Text that OpenSSL's words contain."},
};
constexpr FormKey job_expect_keys[] = {
    {"cc", "code", "How the job ends; 0 if it is left out."},
    {"must_fail", "flag", "It ends with 8 or higher, an abend or an error."},
    {"steps", "{code}", "Step name to condition code."},
    {"commands", "[command-expect]", "Every command that ran in its steps, in order."},
    {"output", "output", "The whole spool."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
constexpr FormKey command_expect_keys[] = {
    {"command", "text", "A text that the command contains, whatever its blanks."},
    {"rc", "number", "Its return code; 0 if it is left out."},
    {"must_fail", "flag", "Its return code is 8 or higher."},
    {"messages", "message number|message|[message number|message]", "All its messages, in order."},
    {"output", "output", "What it prints."},
};
constexpr FormKey message_keys[] = {
    {"id", "message number", "Its number.", required},
    {"inserts", "text|[text]", "Texts that stand in it, in this order."},
};
constexpr FormKey output_keys[] = {
    {"contains", "text|[text]", "Texts that are there."},
    {"lacks", "text|[text]", "Texts that are not there."},
    {"matches", "text|[text]", "Regular expressions (ECMAScript), each found in one line."},
    {"exact", "text", "The whole of it, but for blanks at the ends of lines."},
    {"golden", "text", "A file beside the scenario that holds the whole of it; --update writes it."},
};
constexpr FormKey trust_expect_keys[] = {
    {"matrix", "{{verdict}}", "Client to server to verdict: every pair."},
    {"links", "[link]", "Some pairs."},
    {"must_fail", "flag", "Every link is refused."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
constexpr FormKey link_keys[] = {
    {"client", "text", "Its endpoint.", required},
    {"server", "text", "Its endpoint.", required},
    {"verdict", "verdict", "'trusted' or a reason.", required},
    {"by", "'client'|'server'", "The side that refuses."},
    {"openssl", "text", "Text that OpenSSL's words contain."},
};
constexpr FormKey tls_expect_keys[] = {
    {"to_agent", "'trusted'|handshake", "The engine calls the agent."},
    {"to_server", "'trusted'|handshake", "The agent calls the engine."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
constexpr FormKey state_expect_keys[] = {
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
constexpr FormKey copy_expect_keys[] = {
    {"must_fail", "flag", "It fails: something is not there, or may not be."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
constexpr FormKey ring_keys[] = {
    {"system", "text", "Where; the step's system if it is left out."},
    {"ring", "text", "OWNER/RING.", required},
    {"exists", "flag", "Whether it is there."},
    {"members", "[member]", "All of them, in any order."},
};
constexpr FormKey member_keys[] = {
    {"owner", "text", "A user ID, CERTAUTH or SITE.", required},
    {"label", "text", "The certificate's label.", required},
    {"usage", "choice", "PERSONAL, CERTAUTH or SITE.", required},
    {"default", "flag", "Whether it is the ring's default."},
};
constexpr FormKey certificate_keys[] = {
    {"system", "text", "Where; the step's system if it is left out."},
    {"owner", "text", "A user ID, CERTAUTH or SITE.", required},
    {"label", "text", "Its label.", required},
    {"exists", "flag", "Whether it is there."},
    {"status", "choice", "TRUST, NOTRUST or HIGHTRUST."},
    {"private_key", "flag", "Whether the database holds its private key."},
    {"serial", "text", "As RACDCERT LIST writes it."},
    {"subject", "text", "As RACDCERT LIST writes it."},
    {"issuer", "text", "As RACDCERT LIST writes it."},
};

constexpr Form forms[] = {
    {"scenario", "a scenario", scenario_keys},
    {"system", "a system", system_keys},
    {"host", "a host", host_keys},
    {"user", "a user", user_keys},
    {"step", "a step", step_keys},
    {"command", "a command", command_keys},
    {"line", "a command", line_keys},
    {"script", "a script", script_keys},
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
