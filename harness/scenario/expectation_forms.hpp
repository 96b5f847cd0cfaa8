// harness/scenario/expectation_forms.hpp - the keys of what must come of a step.
#pragma once

#include "harness/scenario/step_forms.hpp"

namespace ringside::harness::form_tables {

inline constexpr FormKey handshake_keys[] = {
    {"refused_by", "'client'|'server'", "The side that refuses.", required},
    {"openssl", "text", "Text that OpenSSL's words contain."},
};
inline constexpr FormKey job_expect_keys[] = {
    {"cc", "code", "How the job ends; 0 if it is left out."},
    {"must_fail", "flag", "It ends with 8 or higher, an abend or an error."},
    {"steps", "{code}", "Step name to condition code."},
    {"commands", "[command-expect]", "Every command that ran in its steps, in order."},
    {"output", "output", "The whole spool."},
    {"remarks", "text|[text]", "Texts that Ringside's remarks contain, on the job or its commands."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
inline constexpr FormKey command_expect_keys[] = {
    {"command", "text", "A text that the command contains, whatever its blanks."},
    {"rc", "number", "Its return code; 0 if it is left out."},
    {"must_fail", "flag", "Its return code is 8 or higher."},
    {"messages", "message number|message|[message number|message]", "All its messages, in order."},
    {"remarks", "text|[text]", "Texts that Ringside's remarks contain."},
    {"output", "output", "What it prints."},
};
inline constexpr FormKey message_keys[] = {
    {"id", "message number", "Its number.", required},
    {"inserts", "text|[text]", "Texts that stand in it, in this order."},
};
inline constexpr FormKey output_keys[] = {
    {"contains", "text|[text]", "Texts that are there."},
    {"lacks", "text|[text]", "Texts that are not there."},
    {"matches", "text|[text]", "Regular expressions (ECMAScript), each found in one line."},
    {"exact", "text", "The whole of it, but for blanks at the ends of lines."},
    {"golden", "text", "A file beside the scenario that holds the whole of it; --update writes it."},
};
inline constexpr FormKey trust_expect_keys[] = {
    {"matrix", "{{verdict}}", "Client to server to verdict: every pair."},
    {"links", "[link]", "Some pairs."},
    {"must_fail", "flag", "Every link is refused."},
    {"remarks", "text|[text]", "Texts that the remarks below the matrix contain."},
    {"changes", "[change]", "With 'until': every link that breaks or begins to hold; none if it is left out."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
inline constexpr FormKey link_keys[] = {
    {"client", "text", "Its endpoint.", required},
    {"server", "text", "Its endpoint.", required},
    {"verdict", "verdict", "'trusted' or a reason.", required},
    {"by", "'client'|'server'", "The side that refuses."},
    {"explanation", "text", "Text that the explanation in RACF's terms contains."},
    {"openssl", "text", "Text that OpenSSL's words contain."},
};
inline constexpr FormKey change_keys[] = {
    {"on", "moment", "The day or the second of the change.", required},
    {"client", "text", "Its endpoint.", required},
    {"server", "text", "Its endpoint.", required},
    {"verdict", "verdict", "From then on: 'trusted' or a reason.", required},
};
inline constexpr FormKey tls_expect_keys[] = {
    {"to_agent", "'trusted'|handshake", "The engine calls the agent."},
    {"to_server", "'trusted'|handshake", "The agent calls the engine."},
    {"must_fail", "flag", "Neither is trusted."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
inline constexpr FormKey state_expect_keys[] = {
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
inline constexpr FormKey copy_expect_keys[] = {
    {"must_fail", "flag", "It fails: something is not there, or may not be."},
    {"rings", "[ring]", "Rings after the step."},
    {"certificates", "[certificate]", "Certificates after the step."},
};
inline constexpr FormKey ring_keys[] = {
    {"system", "text", "Where; the step's system if it is left out."},
    {"ring", "text", "OWNER/RING.", required},
    {"exists", "flag", "Whether it is there."},
    {"members", "[member]", "All of them, in any order."},
};
inline constexpr FormKey member_keys[] = {
    {"owner", "text", "A user ID, CERTAUTH or SITE.", required},
    {"label", "text", "The certificate's label.", required},
    {"usage", "choice", "PERSONAL, CERTAUTH or SITE.", required},
    {"default", "flag", "Whether it is the ring's default."},
};
inline constexpr FormKey certificate_keys[] = {
    {"system", "text", "Where; the step's system if it is left out."},
    {"owner", "text", "A user ID, CERTAUTH or SITE.", required},
    {"label", "text", "Its label.", required},
    {"exists", "flag", "Whether it is there."},
    {"status", "choice", "TRUST, NOTRUST or HIGHTRUST."},
    {"private_key", "flag", "Whether the database holds its private key."},
    {"not_before", "moment", "Its first moment; a date without a time is that day."},
    {"not_after", "moment", "Its last moment; a date without a time is that day."},
    {"serial", "text", "As RACDCERT LIST writes it."},
    {"subject", "text", "As RACDCERT LIST writes it."},
    {"issuer", "text", "As RACDCERT LIST writes it."},
};

}  // namespace ringside::harness::form_tables
