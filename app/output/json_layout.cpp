// app/output/json_layout.cpp - the tables of what --json prints.
#include "app/output/json_layout.hpp"

#include "app/output/json_lab_layout.hpp"

namespace ringside::app {
namespace {

constexpr bool sometimes = false;

constexpr JsonField message_fields[] = {{"id", "text", "Number of the message: IRRD107I."},
                                        {"text", "text", "Its text, without the number."}};
constexpr JsonField command_fields[] = {
    {"command", "text", "The command as it was read; passwords are masked."},
    {"rc", "number", "Return code; 8 or more: refused."},
    {"messages", "[message]", "Lines that have a message number."},
    {"output", "[text]", "The other lines, such as listings."},
    {"diagnostics", "[text]", "Remarks of Ringside, which are no output of a real system."},
    {"issued", "[command]", "Of a REXX exec: its commands, with the output that it has trapped.", sometimes}};
constexpr JsonField issued_fields[] = {{"issued", "number", "Certificates that were issued."},
                                       {"asked", "number", "Certificates that were asked for."},
                                       {"there", "number", "With --resume: those that were there already.", sometimes}};
constexpr JsonField job_fields[] = {{"job", "text", "Name of the job."},
                                    {"id", "text", "JOB00001."},
                                    {"user", "text", "The user whom the job runs as."},
                                    {"system", "text", "Where it runs."},
                                    {"status", "text", "How it ended: CC 0008, JCL ERROR, ABEND S0C4."},
                                    {"cc", "number", "The highest condition code."},
                                    {"steps", "[job step]", "The steps, in order."},
                                    {"spool", "[spool file]", "What was written to SYSOUT."},
                                    {"diagnostics", "[text]", "Remarks of Ringside on the job."}};
constexpr JsonField job_step_fields[] = {{"step", "text", "Name of the step."},
                                         {"program", "text", "The program: IKJEFT01."},
                                         {"status", "text", "How it ended."},
                                         {"cc", "number", "Condition code."},
                                         {"commands", "[command]", "TSO commands of the step."},
                                         {"diagnostics", "[text]", "Remarks of Ringside on the step."}};
constexpr JsonField spool_fields[] = {
    {"dd", "text", "Name of the DD statement."}, {"step", "text", "Its step."}, {"lines", "[text]", "The lines."}};
constexpr JsonField workflow_step_fields[] = {
    {"workflow_step", "text", "The step's name. Its jobs, commands or tool runs come before."},
    {"outcome", "'complete'|'failed'|'not performed'", "What came of it."},
    {"cc", "number", "The highest code of the step."},
    {"max_rc", "number", "The highest code with which it is complete."}};
constexpr JsonField changes_fields[] = {
    {"changes", "[difference]", "With --diff or --dry-run, after the other results: what the run changed in the lab."}};
constexpr JsonField difference_fields[] = {
    {"change", "'added'|'removed'|'changed'", "What happened to the item."},
    {"kind", "text", "What the item is: certificate, ring, connected certificate, user, profile, data set, file ..."},
    {"place", "text", "The security database or the system; empty for the lab itself."},
    {"name", "text", "Name of the item there."},
    {"fields", "{change of a field}", "Fields that differ; all that are not empty if the item was added or removed."}};
constexpr JsonField planned_command_fields[] = {
    {"system", "text", "The system of the first lab that it is for."},
    {"command", "text", "The command in one line; PASSWORD of RACDCERT ADD as it was given."}};
constexpr JsonField planned_remark_fields[] = {
    {"system", "text", "The system of the first lab that it is for."},
    {"remark", "text", "What no command does, or what differs after the commands."}};
constexpr JsonField planned_file_fields[] = {{"system", "text", "The system of the first lab that it is for."},
                                             {"data_set", "text", "The data set that RACDCERT ADD reads."},
                                             {"file", "text", "The file that was written for it."}};
constexpr JsonField field_change_fields[] = {
    {"before", "text", "The old value, or a digest of a long or binary one. Missing if the item was added.", sometimes},
    {"after", "text", "The new value. Missing if the item was removed.", sometimes}};
constexpr JsonField trust_fields[] = {{"at", "text", "Moment of the handshakes, local to the lab."},
                                      {"endpoints", "[endpoint]", "The clients and servers."},
                                      {"mutual", "flag", "Whether servers ask for a certificate of the client."},
                                      {"verify_host", "flag", "Whether host names are checked."},
                                      {"links", "[link]", "The handshakes, by version, client and server."},
                                      {"remarks", "[text]", "On authority, weak keys, host names; each once."}};
constexpr JsonField endpoint_fields[] = {{"name", "text", "How links name it."},
                                         {"system", "text", "Its system."},
                                         {"ring", "text", "OWNER/RING; missing for key stores.", sometimes},
                                         {"key_store", "text", "File of the key store.", sometimes},
                                         {"trust_store", "text", "File of the trust store.", sometimes},
                                         {"label", "text", "The certificate that is asked for.", sometimes},
                                         {"host", "text", "The host name that clients use.", sometimes}};
constexpr JsonField link_fields[] = {
    {"client", "text", "Name of the client's endpoint."},
    {"server", "text", "Name of the server's endpoint."},
    {"tls", "'1.2'|'1.3'", "Version of TLS."},
    {"trusted", "flag", "Whether the handshake was completed. The fields up to `alert` are there if it was not."},
    {"refused_by", "''|'client'|'server'", "Who refused; empty if there was no handshake.", sometimes},
    {"reason", "text", "Why, as a verdict of scenarios: not on ring.", sometimes},
    {"explanation", "text", "Why, in RACF's terms.", sometimes},
    {"openssl", "text", "Why, in OpenSSL's words.", sometimes},
    {"alert", "text", "The TLS alert that the other side received.", sometimes},
    {"client_finished_first", "flag", "The server refused after the client had finished (TLS 1.3).", sometimes},
    {"host_note", "text", "Result of a check of the host name that was not asked for.", sometimes},
    {"client_user", "text|nothing", "With --mutual: the user that the client logs on as.", sometimes},
    {"client_user_reason", "text", "Why that user.", sometimes}};
constexpr JsonField timeline_fields[] = {
    {"from", "text", "The start, local to the lab."},
    {"until", "text", "The end."},
    {"start", "trust", "The links at the start."},
    {"certificates", "[dated certificate]", "Certificates that begin or end in this time."},
    {"moments", "[moment]", "When something changes, in order."}};
constexpr JsonField dated_fields[] = {{"subject", "text", "Subject's name."},
                                      {"issuer", "text", "Issuer's name."},
                                      {"serial", "text", "Serial number."},
                                      {"not_before", "text", "Begin of the validity."},
                                      {"not_after", "text", "End of the validity."},
                                      {"places", "[place of a certificate]", "Where the certificate is."},
                                      {"renewal", "cure", "How to renew it.", sometimes}};
constexpr JsonField place_fields[] = {{"system", "text", "The system."},
                                      {"owner", "text", "The owner; empty in a key store."},
                                      {"label", "text", "The label or alias."},
                                      {"private_key", "flag", "Whether the key is there."},
                                      {"rings", "[text]", "Rings that hold it."}};
constexpr JsonField moment_fields[] = {{"at", "text", "When."},
                                       {"begins", "[number]", "Indexes of `certificates`: valid from here on."},
                                       {"ends", "[number]", "Indexes of `certificates`: valid until here."},
                                       {"changes", "[link]", "Links that break or begin to hold."}};
constexpr JsonField cure_fields[] = {{"needs_choice", "flag", "Whether one remedy must be chosen."},
                                     {"advice", "text", "A further hint; may be empty."},
                                     {"remedies", "[remedy]", "What to do; the best first."}};
constexpr JsonField remedy_fields[] = {{"what", "text", "In one clause."},
                                       {"lines", "[remedy line]", "What to do, in order."},
                                       {"trial", "text", "What came of a renewal when it was tried.", sometimes}};
constexpr JsonField remedy_line_fields[] = {
    {"kind", "'tso'|'transfer'|'by hand'", "A TSO command, a data set to be copied, or a sentence."},
    {"system", "text", "Where to do it; the source of a transfer."},
    {"text", "text", "The command, the name of the data set, or the sentence."},
    {"to", "text", "Target of a transfer.", sometimes}};
constexpr JsonField diagnosis_fields[] = {{"at", "text", "Moment of the handshakes."},
                                          {"complaints", "[complaint]", "Refused links, each once."},
                                          {"remarks", "[text]", "As those of trust."},
                                          {"jobs", "written jobs", "With --jcl.", sometimes}};
constexpr JsonField complaint_fields[] = {
    {"r_datalib", "text", "Codes of R_datalib if it returns no certificates; else empty."},
    {"advice", "[text]", "Further hints."},
    {"mended_above", "flag", "The commands of earlier complaints repair it too."},
    {"plans", "[plan]", "One, or one for each choice; none if no repair is known."}};
constexpr JsonField plan_fields[] = {{"holds", "flag", "The commands were tried, and the link holds afterwards."},
                                     {"trouble", "text", "Why not all were tried; empty if they were."},
                                     {"remedies", "[remedy]", "What to do, in order."}};
constexpr JsonField jobs_fields[] = {{"in_order", "[text]", "Commands that run the jobs on this lab."},
                                     {"left_out", "[text]", "Links that the jobs do not repair, and why."}};
constexpr JsonField copied_fields[] = {{"from", "text", "What was copied."},
                                       {"to", "text", "Where to."},
                                       {"form", "'text'|'binary'", "How."},
                                       {"recfm", "text", "RECFM of a data set.", sometimes},
                                       {"lrecl", "number", "LRECL of a data set.", sometimes},
                                       {"members", "number", "Members of a library.", sometimes},
                                       {"records", "number", "Records of a data set or library.", sometimes},
                                       {"octets", "number", "Octets of a file.", sometimes}};
constexpr JsonField transferred_fields[] = {{"data_set", "text", "What was copied."},
                                            {"from", "text", "The system that has it."},
                                            {"to", "text", "The system that got it."},
                                            {"as", "text", "Its name there."},
                                            {"records", "number", "Its records."}};
constexpr JsonField exported_fields[] = {{"source", "text", "The ring or key store."},
                                         {"file", "text", "The written file."},
                                         {"format", "text", "Its format."},
                                         {"entries", "[exported entry]", "What it holds."}};
constexpr JsonField exported_entry_fields[] = {{"alias", "text", "Alias of the entry."},
                                               {"kind", "'private key'|'trusted certificate'", "What it is."},
                                               {"certificates", "number", "Length of the chain."}};
constexpr JsonField whois_fields[] = {{"user", "text|nothing", "The user, or null."},
                                      {"source", "text", "The rule that decided."},
                                      {"owner", "text", "Owner of the certificate or mapping that decided."},
                                      {"label", "text", "Its label."},
                                      {"explanation", "text", "Why."},
                                      {"subject", "text", "The certificate's subject."},
                                      {"issuer", "text", "Its issuer."},
                                      {"serial", "text", "Its serial number."},
                                      {"remarks", "[text]", "Remarks of Ringside."}};
constexpr JsonField variable_fields[] = {{"variable", "text", "Its name."}, {"value", "text", "Its value."}};
constexpr JsonField finding_fields[] = {{"what", "text", "lab, system, user, ring, or what a library offers: PKCS#11."},
                                        {"found", "flag", "Whether it is there."},
                                        {"text", "text", "What was found, or what is wrong."}};
constexpr JsonField served_fields[] = {
    {"system", "text", "Its name."},
    {"port", "number", "Of this machine."},
    {"url", "text", "https://localhost and the port."},
    {"ring", "text", "The key ring of the server: OWNER/RING."},
    {"usable", "flag", "Whether the ring gives the server a certificate and a key."},
    {"problem", "text", "Why not; empty if it does."},
    {"commands", "[text]", "The commands that mend it."},
    {"ca_sha256", "text", "The SHA-256 of its root CA; empty if the ring has none."}};
constexpr JsonField entry_fields[] = {{"name", "text", "The message, codes, error or verdict."},
                                      {"kind", "text", "What it is."},
                                      {"meanings", "[text]", "What it means."},
                                      {"when", "text", "When it comes."},
                                      {"rc", "number", "Return code."},
                                      {"source", "text", "Where the meaning is from."},
                                      {"advice", "[advice]", "Causes and cures."}};
constexpr JsonField advice_fields[] = {{"cause", "text", "A cause."}, {"cure", "text", "What mends it."}};
constexpr JsonField entries_count[] = {{"entries", "number", "1, or 0 if nothing is known."}};
constexpr JsonField tool_fields[] = {{"command", "text", "The tool and its first word, or the script."},
                                     {"rc", "number", "Its status."},
                                     {"output", "[text]", "Lines of its standard output."},
                                     {"errors", "[text]", "Lines of its standard error."}};
constexpr JsonField scenario_fields[] = {
    {"file", "text", "The file."},
    {"name", "text", "`name` of the scenario."},
    {"about", "text", "`about` of the scenario."},
    {"passed", "flag", "Whether every expectation was met."},
    {"outcome", "'passed'|'failed'|'mistaken'|'skipped'|'hung'|'broken'", "What came of it."},
    {"tags", "[text]", "Its tags."},
    {"importance", "text", "Its importance."},
    {"mistakes", "[mistake]", "Errors of the file; then nothing was played."},
    {"steps", "[scenario step]", "Steps that were played."},
    {"skip", "text", "Why it was left out.", sometimes},
    {"interruption", "interruption", "Where it hung or broke.", sometimes},
    {"differences", "[real difference]", "What a real system does otherwise."}};
constexpr JsonField mistake_fields[] = {
    {"text", "text", "What is wrong."}, {"line", "number", "Line of the file."}, {"column", "number", "Column."}};
constexpr JsonField interruption_fields[] = {{"why", "text", "What happened."},
                                             {"step", "number", "Number of the step."},
                                             {"title", "text", "Its title."},
                                             {"line", "number", "Line of the file."},
                                             {"column", "number", "Column."}};
constexpr JsonField real_difference_fields[] = {{"step", "number", "Number of the step."},
                                                {"remark", "text", "The remark."}};
constexpr JsonField scenario_step_fields[] = {{"number", "number", "From 1 on."},
                                              {"title", "text", "Its title."},
                                              {"system", "text", "Where it ran."},
                                              {"at", "text", "The lab's clock."},
                                              {"commands", "[command]", "TSO and shell commands.", sometimes},
                                              {"jobs", "[job]", "Submitted jobs.", sometimes},
                                              {"trust", "trust", "A trust check.", sometimes},
                                              {"timeline", "timeline", "A trust check over time.", sometimes},
                                              {"notes", "[text]", "What else the step did.", sometimes},
                                              {"failures", "[failure]", "Expectations that were not met."}};
constexpr JsonField failure_fields[] = {{"what", "text", "What was looked at."},
                                        {"expected", "text", "What was expected."},
                                        {"came", "text", "What came."},
                                        {"around", "[text]", "Lines around it, or commands that mend it."},
                                        {"line", "number", "Line of the expectation."},
                                        {"column", "number", "Column."}};

constexpr JsonObject objects[] = {
    {"job", "A job that was submitted.", job_fields},
    {"job step", "A step of a job.", job_step_fields},
    {"spool file", "Lines of the spool.", spool_fields},
    {"command", "A command and its answer.", command_fields},
    {"message", "A line with a message number.", message_fields},
    {"workflow step", "The end of a step of a z/OSMF workflow.", workflow_step_fields},
    {"changes", "What a run changed.", changes_fields},
    {"difference", "An item that differs.", difference_fields},
    {"change of a field", "Values of a field.", field_change_fields},
    {"planned command", "A command that leads to the second lab.", planned_command_fields},
    {"planned remark", "What the commands leave.", planned_remark_fields},
    {"planned file", "A file with a certificate.", planned_file_fields},
    {"scenario", "A scenario that was played.", scenario_fields},
    {"scenario step", "A step of a scenario.", scenario_step_fields},
    {"failure", "An expectation that was not met.", failure_fields},
    {"mistake", "An error of a scenario file.", mistake_fields},
    {"interruption", "Where a scenario ended too early.", interruption_fields},
    {"real difference", "A remark on a real system.", real_difference_fields},
    {"trust", "Who trusts whom.", trust_fields},
    {"endpoint", "A client or server.", endpoint_fields},
    {"link", "A handshake.", link_fields},
    {"timeline", "With --until: trust over time.", timeline_fields},
    {"dated certificate", "A certificate whose validity begins or ends.", dated_fields},
    {"place of a certificate", "Where a certificate is.", place_fields},
    {"moment", "A moment at which something changes.", moment_fields},
    {"cure", "Every remedy for one problem.", cure_fields},
    {"remedy", "What to do, in order.", remedy_fields},
    {"remedy line", "One thing to do.", remedy_line_fields},
    {"diagnosis", "What doctor found.", diagnosis_fields},
    {"complaint", "A refused link.", complaint_fields, "link"},
    {"plan", "Remedies that repair a link.", plan_fields},
    {"written jobs", "Jobs that were written.", jobs_fields},
    {"system", "A system of the lab.", lab_system_fields},
    {"checked lab", "What lab check found.", lab_check_fields},
    {"audit finding", "With --audit: what breaks a rule.", audit_fields},
    {"ending certificate", "A certificate that has ended or ends within the period.", ending_fields},
    {"ring of a certificate", "A ring that holds it.", ending_ring_fields},
    {"remark of a load", "What lab load could not fit together.", load_remark_fields},
    {"unloaded records", "What lab unload wrote.", unloaded_fields},
    {"copy", "What was copied from or to a file.", copied_fields},
    {"transferred data set", "A copy between systems.", transferred_fields},
    {"exported store", "A written file.", exported_fields},
    {"exported entry", "An entry of that file.", exported_entry_fields},
    {"logon", "Which user a certificate logs on as.", whois_fields},
    {"variable", "A variable for a shell.", variable_fields},
    {"finding", "With --check: what programs find.", finding_fields},
    {"served system", "A system that is served.", served_fields},
    {"explained entry", "What explain knows.", entry_fields},
    {"advice", "A cause and its cure.", advice_fields},
    {"tool run", "A tool or script that ran.", tool_fields},
    {"issued certificates", "Certificates in bulk: the answer to GENCERT, and the numbers.", issued_fields, "command"},
};

constexpr JsonField summary_fields[] = {{"command", "text", "The subcommand."},
                                        {"status", "number", "The exit status."},
                                        {"new_lab", "text", "The file of a lab that the command made.", sometimes}};

constexpr JsonField run_counts[] = {
    {"jobs", "number", "Jobs."},
    {"commands", "number", "TSO commands."},
    {"refused", "number", "Commands with return code 8 or more."},
    {"changes", "number", "With --diff or --dry-run: differences.", sometimes},
    {"dry_run", "flag", "With --diff or --dry-run: whether nothing was kept.", sometimes}};
constexpr JsonField issue_counts[] = {issued_fields[0], issued_fields[1], issued_fields[2], run_counts[3],
                                      run_counts[4]};
constexpr JsonField test_counts[] = {{"scenarios", "number", "Scenarios."},
                                     {"passed", "number", "Those that passed."},
                                     {"failed", "number", "Those that neither passed nor were skipped."},
                                     {"skipped", "number", "Those that were skipped."}};
constexpr JsonField trust_counts[] = {
    {"endpoints", "number", "Clients and servers."},
    {"links", "number", "Handshakes; each version of TLS counts. With --until: those of the start."},
    {"trusted", "number", "Those that hold."},
    {"refused", "number", "Those that were refused."},
    {"empty_rings", "number", "Rings without certificates, if no endpoint was named."},
    {"moments", "number", "With --until: moments.", sometimes},
    {"certificates", "number", "With --until: certificates that begin or end.", sometimes}};
constexpr JsonField doctor_counts[] = {
    {"endpoints", "number", "As trust."},   {"links", "number", "As trust."},
    {"trusted", "number", "As trust."},     {"refused", "number", "As trust."},
    {"empty_rings", "number", "As trust."}, {"complaints", "number", "Refused links, each once."}};
constexpr JsonField diff_counts[] = {{"added", "number", "Items that only the second lab has."},
                                     {"removed", "number", "Items that only the first lab has."},
                                     {"changed", "number", "Items that differ."}};
constexpr JsonField unload_counts[] = {{"records", "number", "All records."}};
constexpr JsonField plan_counts[] = {{"commands", "number", "Commands."},
                                     {"remarks", "number", "Remarks."},
                                     {"files", "number", "Files that RACDCERT ADD reads."},
                                     {"keys_left", "number", "Private keys that are not carried."},
                                     {"differences", "number", "Items that differ after the commands."}};
constexpr JsonField copy_counts[] = {{"records", "number", "Records of a data set or library.", sometimes},
                                     {"members", "number", "Members of a library.", sometimes}};
constexpr JsonField records_count[] = {{"records", "number", "Records of a data set.", sometimes}};
constexpr JsonField export_counts[] = {{"private_keys", "number", "Private keys."},
                                       {"trusted_certificates", "number", "Trusted certificates."}};
constexpr JsonField users_count[] = {{"users", "number", "1, or 0 if the certificate logs on as nobody."}};
constexpr JsonField served_count[] = {{"systems", "number", "Systems that are served."}};
constexpr JsonField missing_count[] = {{"missing", "number", "With --check: what is missing."}};
constexpr std::span<const JsonField> no_counts;

constexpr std::span<const JsonField> all_but_jobs = std::span(run_counts).subspan(1);

constexpr JsonAnswer answers[] = {
    {"run", "job|command|tool run|workflow step|changes", run_counts},
    {"tso", "command|job|changes", all_but_jobs},
    {"test", "scenario", test_counts},
    {"trust", "trust|timeline", trust_counts},
    {"doctor", "diagnosis", doctor_counts},
    {"lab new", "", systems_count},
    {"lab set", "", systems_count},
    {"lab show", "system", systems_count},
    {"lab check", "checked lab|audit finding", check_counts},
    {"lab report", "ending certificate", expiry_counts},
    {"lab diff", "difference", diff_counts},
    {"lab load", "remark of a load", load_counts},
    {"lab unload", "unloaded records", unload_counts},
    {"lab commands", "planned command|planned remark|planned file", plan_counts},
    {"put", "copy", copy_counts},
    {"get", "copy", copy_counts},
    {"transfer", "transferred data set|copy", records_count},
    {"export", "exported store", export_counts},
    {"whois", "logon", users_count},
    {"env", "variable|finding", missing_count},
    {"serve", "served system", served_count},
    {"issue", "issued certificates|changes", issue_counts},
    {"explain", "explained entry", entries_count},
    {"sh", "tool run", no_counts},
    {"openssl", "tool run", no_counts},
    {"keytool", "tool run", no_counts},
};

}  // namespace

std::span<const JsonObject> json_objects() {
  return objects;
}

std::span<const JsonAnswer> json_answers() {
  return answers;
}

std::span<const JsonField> json_summary() {
  return summary_fields;
}

}  // namespace ringside::app
