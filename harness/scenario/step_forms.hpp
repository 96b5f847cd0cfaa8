// harness/scenario/step_forms.hpp - the keys of a scenario, its systems and its steps.
#pragma once

#include "harness/scenario/forms.hpp"

namespace ringside::harness::form_tables {

inline constexpr bool required = true;

inline constexpr FormKey scenario_keys[] = {
    {"name", "text", "One line that says what the scenario shows.", required},
    {"about", "text", "A paragraph for readers."},
    {"tags", "text|[text]", "Words to select by: small letters, digits and '-'."},
    {"importance", "'critical'|'high'|'medium'|'low'", "How much a failure matters; medium if it is left out."},
    {"timeout", "number", "Seconds after which the scenario counts as hung."},
    {"skip", "text", "Why the scenario is left out. It is read, and not played."},
    {"date", "moment", "The lab's clock at the first step, UTC; 2024-01-15 if it is left out."},
    {"racf_level", "'2.5'|'3.1'|'3.2'|number", "The release that is played; --racf-level's if it is left out."},
    {"strict", "flag", "What a real system refuses is refused, as under --strict."},
    {"seed", "text", "Keys are derived from it; 'ringside' if it is left out."},
    {"systems", "[system]", "The systems of the lab; one z/OS system SYS1 if there are none."},
    {"hosts", "[host]", "Systems that are no z/OS."},
    {"users", "[user]", "Users of RACF that exist before the first step."},
    {"libraries", "{text}", "Libraries of procedures: name to folder beside the scenario."},
    {"steps", "[step]", "What happens, in order.", required},
};
inline constexpr FormKey system_keys[] = {
    {"name", "text", "1 to 8 characters.", required},
    {"kind", "'zos'|'distributed'|'ibmi'", "zos if it is left out."},
    {"sysplex", "text", "The sysplex that it belongs to."},
    {"database", "text", "Systems that name the same security database share it."},
    {"openssl", "'1.0'|'1.1'|'3.0'|number", "The release of OpenSSL that it has; 3.0 if it is left out."},
};
inline constexpr FormKey host_keys[] = {
    {"name", "text", "1 to 8 characters.", required},
    {"kind", "'distributed'|'ibmi'", "distributed if it is left out."},
    {"openssl", "'1.0'|'1.1'|'3.0'|number", "The release of OpenSSL that it has; 3.0 if it is left out."},
};
inline constexpr FormKey user_keys[] = {
    {"name", "text", "The user ID.", required},
    {"system", "text", "Where; on every z/OS system if it is left out."},
    {"group", "text", "The default group, made if need be; SYS1 if it is left out."},
    {"special", "flag", "Whether the user has SPECIAL."},
    {"uid", "number", "The UID of an OMVS segment."},
    {"home", "text", "The home directory of an OMVS segment."},
};
inline constexpr FormKey step_keys[] = {
    {"title", "text", "A line for reports."},
    {"system", "text", "Where it runs; needed if there are several systems."},
    {"user", "text", "Who runs it: IBMUSER, or root on a system that is no z/OS, if it is left out."},
    {"submit", "text", "Submits the jobs of a file beside the scenario."},
    {"jcl", "text", "Submits jobs that stand here."},
    {"tso", "text|command|[text|command]", "TSO commands."},
    {"sh", "text|line|[text|line]", "Lines of the shell."},
    {"script", "text|script", "Runs a file beside the scenario in the shell."},
    {"keytool", "text|line|[text|line]", "Arguments of keytool."},
    {"openssl", "text|line|[text|line]", "Arguments of openssl."},
    {"start_agent", "text|agent", "Starts the agent in a folder, as StartUpLwa does."},
    {"stop_agent", "text|agent", "Stops it, as ShutDownLwa does."},
    {"put", "file", "Puts a file on a system."},
    {"copy", "copy", "Copies files to another system."},
    {"transfer", "transfer", "Copies a data set to another system, or between a data set and a file."},
    {"clock", "moment", "Moves the lab's clock, forward or back."},
    {"reopen", "flag", "Closes the lab and opens it again, as after a power failure."},
    {"trust", "trust", "Shakes hands for every ordered pair of servers."},
    {"tls", "tls", "Starts an agent, and shakes hands between it and its engine."},
    {"expect", "job-expect|trust-expect|tls-expect|copy-expect|state-expect", "What must come of it."},
};
inline constexpr FormKey command_keys[] = {
    {"command", "text", "The command.", required},
    {"rc", "number", "Its return code; 0 if it is left out."},
    {"must_fail", "flag", "Its return code is 8 or higher."},
    {"messages", "message number|message|[message number|message]", "All its messages, in order."},
    {"remarks", "text|[text]", "Texts that Ringside's remarks contain."},
    {"output", "output", "What it prints."},
};
inline constexpr FormKey line_keys[] = {
    {"run", "text", "The line, or the arguments.", required},  {"input", "text", "What is typed when something asks."},
    {"rc", "number", "Its exit status; 0 if it is left out."}, {"must_fail", "flag", "Its exit status is not 0."},
    {"output", "output", "What it prints, errors included."},
};
inline constexpr FormKey script_keys[] = {
    {"file", "text", "A file beside the scenario or below it.", required},
    {"input", "text", "What is typed when something asks."},
    {"rc", "number", "Its exit status; 0 if it is left out."},
    {"must_fail", "flag", "Its exit status is not 0."},
    {"output", "output", "What it prints, errors included."},
};
inline constexpr FormKey agent_keys[] = {
    {"folder", "text", "Begins with '/'.", required},
    {"rc", "number", "Its exit status; 0 if it is left out."},
    {"must_fail", "flag", "Its exit status is not 0."},
    {"output", "output", "What it prints, errors included."},
};
inline constexpr FormKey file_keys[] = {
    {"path", "text", "Begins with '/'.", required},
    {"content", "text", "What stands in it."},
    {"owner", "text", "The step's user if it is left out."},
    {"mode", "text", "Octal digits, such as \"0600\"; 0644 if it is left out."},
};
inline constexpr FormKey copy_keys[] = {
    {"paths", "text|[text]", "Begin with '/'.", required},
    {"from", "text", "The system that has them."},
    {"to", "text", "The system that gets them."},
    {"into", "text", "A directory there.", required},
    {"owner", "text", "Of the copies; the step's user if it is left out."},
};
inline constexpr FormKey transfer_keys[] = {
    {"data_set", "text", "Its name.", required},
    {"from", "text", "The system that has it."},
    {"to", "text", "The system that gets it."},
    {"as", "text", "Its name there, if it is another."},
    {"file", "text", "SYSTEM:/PATH in the place of one of the two systems."},
    {"text", "flag", "IBM-1047 in the data set, UTF-8 in the file; octets as they are if it is left out."},
    {"owner", "text", "Of the file; the step's user if it is left out."},
};
inline constexpr FormKey trust_keys[] = {
    {"endpoints", "[text|endpoint]", "SYSTEM:OWNER/RING; every ring with members if they are left out."},
    {"tls", "'1.2'|'1.3'|'both'|number", "Versions of TLS; both if it is left out."},
    {"mutual", "flag", "Servers insist on a client certificate."},
    {"verify_host", "flag", "Clients check the host name."},
    {"at", "moment", "Certificates are judged at that moment; the clock stays."},
    {"until", "moment", "Also every moment from then on at which a link breaks or begins to hold."},
};
inline constexpr FormKey endpoint_keys[] = {
    {"name", "text", "How the matrix calls it."},
    {"system", "text", "Where it runs."},
    {"ring", "text", "OWNER/RING; or key stores instead."},
    {"key_store", "text", "The path of a key store, JKS or PKCS#12, with the server's key."},
    {"trust_store", "text", "The path of a key store with anchors; the key store if it is left out."},
    {"password", "text", "Of both stores and of the key."},
    {"label", "text", "The certificate to show, if not the ring's default or the key store's first key."},
    {"host", "text", "The name that clients call it by; the system's if it is left out."},
};
inline constexpr FormKey tls_keys[] = {
    {"agent", "text", "SYSTEM:/FOLDER of the agent.", required},
    {"key_store", "text", "SYSTEM:/PATH of the engine's key store.", required},
    {"trust_store", "text", "SYSTEM:/PATH of its trust store.", required},
    {"password", "text", "Of both stores and of the key.", required},
    {"tls", "'1.2'|'1.3'|'both'|number", "Versions of TLS; both if it is left out."},
};

}  // namespace ringside::harness::form_tables
