// base/limits.hpp - the limits on input, so that hostile input cannot exhaust time or memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ringside::base::limits {

// Text
inline constexpr std::size_t input_file_bytes = 64u << 20;  // a job, procedure or scenario file
inline constexpr std::size_t input_line_bytes = 32'760;     // one record of any text input
inline constexpr std::size_t command_bytes = 32'768;        // one TSO command after its continuations are joined
inline constexpr std::size_t parenthesis_depth = 64;        // nested parentheses of a TSO command
inline constexpr std::size_t command_items = 10'000;        // operands of one TSO command
inline constexpr std::size_t job_records = 2'000'000;       // records of one job stream
inline constexpr std::size_t utility_nesting = 32;          // IF and DO of one IDCAMS run
inline constexpr std::size_t script_commands = 100'000;     // TSO commands of one shell procedure or REXX exec
inline constexpr std::size_t workflow_bytes = 16u << 20;    // a z/OSMF workflow
inline constexpr std::size_t workflow_depth = 32;           // nesting of its elements
inline constexpr std::size_t workflow_steps = 1'000;
inline constexpr std::size_t scenario_bytes = 4u << 20;       // a scenario file
inline constexpr std::size_t scenario_depth = 32;             // nesting in a scenario file
inline constexpr std::size_t scenario_pattern_bytes = 1'024;  // a regular expression in a scenario
inline constexpr std::size_t scenario_match_bytes = 1'024;    // of a line that is searched with it
inline constexpr long scenario_seconds = 86'400;              // the longest timeout that a scenario may set

// Unloads of a site's database; a record has the limit of a line
inline constexpr std::uint64_t load_remarks = 1'000;       // kept of one kind; all are counted
inline constexpr std::size_t certificate_files = 100'000;  // in the folder of a load
inline constexpr std::size_t setropts_bytes = 1u << 20;    // a listing of SETROPTS LIST

// Files of hosts
inline constexpr std::size_t host_file_bytes = 64u << 20;
inline constexpr std::size_t host_path_bytes = 4'096;
inline constexpr std::size_t host_name_bytes = 255;     // one part of a path
inline constexpr std::size_t host_symbolic_links = 40;  // followed in one path

// Procedures
inline constexpr std::size_t shell_script_bytes = 1u << 20;
inline constexpr std::size_t shell_expansion_bytes = 1u << 20;  // one word, or one variable
inline constexpr std::size_t shell_fields = 10'000;             // words of one command after expansion
inline constexpr std::size_t shell_tree_files = 10'000;         // files that one cp -r, rm -r or chown -R handles

// REXX execs: one run of an exec with the execs that it calls
inline constexpr unsigned rexx_cpu_seconds = 10;
inline constexpr std::size_t rexx_memory_bytes = 256u << 20;
inline constexpr std::size_t rexx_output_bytes = 64u << 20;   // a line counts as its octets and 64 more
inline constexpr std::size_t rexx_message_bytes = 64u << 20;  // between Ringside and the process of the exec
inline constexpr std::size_t rexx_requests = 1'000'000;       // commands, functions and lines of input
inline constexpr std::size_t rexx_unknown_commands = 1'000;   // commands that do not exist
inline constexpr std::size_t rexx_execs = 1'000;              // that one command starts, all in all
inline constexpr std::size_t rexx_left_lines = 5'000;         // on the stack, run as commands
inline constexpr std::size_t rexx_nesting = 16;               // execs that wait for others that they have called

// Job control
inline constexpr std::size_t procedure_depth = 15;           // calls inside calls (JCL Reference)
inline constexpr std::size_t include_depth = 15;             // INCLUDE inside INCLUDE (JCL Reference)
inline constexpr std::size_t condition_depth = 15;           // IF inside IF (JCL Reference)
inline constexpr std::size_t symbol_bytes = 255;             // value of a JCL symbol (JCL Reference)
inline constexpr std::size_t job_symbols = 500;              // set in one job, or given to one procedure
inline constexpr std::size_t job_steps = 255;                // JCL Reference
inline constexpr std::size_t step_dds = 3'273;               // JCL Reference; also after one call of a procedure
inline constexpr std::size_t procedure_libraries = 15;       // JCLLIB (JCL Reference)
inline constexpr std::size_t expanded_statements = 100'000;  // from procedures and INCLUDE groups, in one job
inline constexpr std::size_t expanded_bytes = 64u << 20;     // records and data of those statements

// Certificates and containers
inline constexpr std::size_t certificate_bytes = 1u << 20;
inline constexpr std::size_t container_bytes = 16u << 20;
inline constexpr std::size_t container_certificates = 1'000;
inline constexpr std::uint64_t pbe_iterations = 1'000'000;  // in total over all bags and the MAC of a PKCS#12
inline constexpr std::size_t pbe_salt_bytes = 64;
inline constexpr std::size_t chain_depth = 16;            // issuers above a certificate
inline constexpr std::size_t key_store_entries = 10'000;  // of a JKS or JCEKS file

// RACF (Command Language Reference, RACDCERT)
inline constexpr std::size_t label_characters = 32;
inline constexpr std::size_t ring_name_characters = 237;
inline constexpr std::size_t profile_name_characters = 246;
inline constexpr std::size_t subject_part_characters = 64;
inline constexpr std::size_t name_filter_characters = 255;  // IRRD142I
inline constexpr std::size_t subject_characters = 1'024;
inline constexpr std::size_t rsa_bits_most = 4'096;

// Kept keys
inline constexpr std::size_t kept_keys = 64;          // files in each of 256 folders, about 64 MB in all
inline constexpr std::size_t kept_key_bytes = 8'192;  // of one file

// Handshakes
inline constexpr std::size_t handshake_turns = 64;   // messages passed before a link counts as hung
inline constexpr std::size_t trust_endpoints = 200;  // servers of one trust matrix; handshakes grow with the square

// Reports
inline constexpr std::size_t report_certificates =
    1'000;  // listed of those in a database that no ring holds; the others are counted
inline constexpr std::size_t picture_nodes = 120;  // of a picture; a larger one is described in words only
inline constexpr long picture_seconds = 20;        // for Graphviz to draw the pictures of a scenario

}  // namespace ringside::base::limits
