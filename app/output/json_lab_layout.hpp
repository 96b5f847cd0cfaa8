// app/output/json_lab_layout.hpp - what the subcommands of ringside lab print with --json, as tables.
#pragma once

#include "app/output/json_layout.hpp"

namespace ringside::app {

inline constexpr JsonField lab_system_fields[] = {{"system", "text", "Name."},
                                                  {"kind", "'zos'|'distributed'|'ibmi'", "What it is."},
                                                  {"sysplex", "text", "Its sysplex."},
                                                  {"database", "text", "Its security database."},
                                                  {"users", "number", "Users."},
                                                  {"certificates", "number", "Certificates."},
                                                  {"rings", "number", "Key rings."},
                                                  {"data_sets", "number", "Data sets."},
                                                  {"host_names", "[text]", "Names under which clients reach it."}};
inline constexpr JsonField lab_check_fields[] = {{"lab", "text", "The file."},
                                                 {"damages", "[text]", "A line for each damage."}};
inline constexpr JsonField unloaded_fields[] = {{"type", "text", "The type of record: 0200."},
                                                {"name", "text", "Its name."},
                                                {"records", "number", "Records of the type."}};
inline constexpr JsonField load_remark_fields[] = {{"kind", "text", "A name for the sort of remark."},
                                                   {"item", "text", "What it is about: a record, a profile, a ring."},
                                                   {"sentence", "text", "What does not fit together."}};
inline constexpr JsonField audit_fields[] = {
    {"rule", "text", "Name of the rule."},
    {"severity", "'high'|'medium'|'low'", "How serious it is."},
    {"database", "text", "The security database, or those that were compared."},
    {"text", "text", "What was found."}};
inline constexpr JsonField ending_fields[] = {
    {"exception", "flag", "Whether it is trusted: E in IBM's column S."},
    {"owner", "text", "CERTAUTH, SITE or ID(USER)."},
    {"label", "text", "The label."},
    {"end", "text", "End of the validity."},
    {"trust", "'Yes'|'No'|'High'", "The trust status."},
    {"rings", "[ring of a certificate]", "Rings that hold it."},
    {"days", "number", "Whole days until then; negative: it has ended."},
    {"database", "text", "The security database, with its systems."},
    {"private_key", "flag", "Whether the database, ICSF or the site of a twin holds the key."},
    {"subject", "text", "Subject's name."},
    {"issuer", "text", "Issuer's name."},
    {"serial", "text", "Serial number."},
    {"grade", "'real'|'stand-in'|'hollow'", "Of a certificate of a twin.", false}};
inline constexpr JsonField ending_ring_fields[] = {{"ring", "text", "OWNER/RING."},
                                                   {"usage", "'PERSONAL'|'CERTAUTH'|'SITE'", "How it is connected."},
                                                   {"default", "flag", "Whether it is the default."}};
inline constexpr JsonField systems_count[] = {{"systems", "number", "Systems of the lab."}};
inline constexpr JsonField check_counts[] = {{"damages", "number", "Damages.", false},
                                             {"findings", "number", "With --audit: findings.", false},
                                             {"high", "number", "With --audit: of those.", false},
                                             {"medium", "number", "With --audit: of those.", false},
                                             {"low", "number", "With --audit: of those.", false},
                                             {"certificates", "number", "With --audit: that were looked at.", false},
                                             {"rings", "number", "With --audit: that were looked at.", false}};
inline constexpr JsonField load_counts[] = {
    {"form", "text", "How the file is written."},
    {"records", "{number}", "Records by type."},
    {"unknown_records", "number", "Records of types that a twin does not know."},
    {"certificates", "{number}", "Certificates by grade: real, stand-in, hollow."},
    {"rings", "number", "Key rings."},
    {"filters", "number", "Filters of names, and mappings of identities."},
    {"remarks", "{number}", "Remarks by kind; of each kind at most 1,000 are results."},
    {"unreadable_files", "[text]", "Files of --certificates without a certificate or key."},
    {"assumed_classes", "[text]", "Classes that are active because no --setropts tells."}};
inline constexpr JsonField expiry_counts[] = {{"from", "text", "The lab's clock."},
                                              {"until", "text", "End of the period."},
                                              {"ending", "number", "Certificates that are listed."},
                                              {"exceptions", "number", "Those that are trusted."},
                                              {"certificates", "number", "Certificates that were looked at."},
                                              {"undated", "number", "Those whose end the unload does not tell."}};

}  // namespace ringside::app
