// tests/app/output/output_schema_test.cpp - what every subcommand prints with --json is what the schema and
// docs/json.md say.
#include "app/output/output_schema.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/commands/subcommands.hpp"
#include "app/output/json_layout.hpp"
#include "base/text.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

const json& whole_schema() {
  static const json schema = json::parse(test_support::run_ringside({"schema", "--output"}).out);
  return schema;
}

/// The schema of one subcommand's output: the whole one with another root.
const valijson::Schema& schema_of(const std::string& subcommand) {
  static std::map<std::string, std::unique_ptr<valijson::Schema>> schemas;
  auto& schema = schemas[subcommand];
  if (schema) return *schema;
  const json root = {{"$ref", "#/definitions/" + base::replace_all(subcommand, " ", "-") + "-output"},
                     {"definitions", whole_schema().at("definitions")}};
  schema = std::make_unique<valijson::Schema>();
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(NlohmannJsonAdapter(root), *schema);
  return *schema;
}

/// The complaints of a validator that knows nothing of Ringside; empty if there are none.
std::string complaints(const std::string& subcommand, const json& document) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema_of(subcommand), NlohmannJsonAdapter(document), &results)) return {};
  std::string text;
  for (valijson::ValidationResults::Error error; results.popError(error);)
    text += base::join(error.context, "") + ": " + error.description + "\n";
  return text;
}

class JsonOutput : public testing::Test {
 protected:
  /// Runs a subcommand with --json and returns what it prints, which must be as the schema says.
  json run(const std::string& subcommand, std::vector<std::string> arguments, const std::string& input = "") {
    if (!lab_.empty()) arguments.insert(arguments.begin(), {"--lab", lab_, "--date", "2013-05-17"});
    arguments.insert(arguments.begin(), {"--json", "--seed", "s", "--key-cache", "none"});
    const auto done = test_support::run_ringside(arguments, input);
    const json output = json::parse(done.out, nullptr, false);
    EXPECT_TRUE(output.is_array()) << subcommand << ": " << done.out << done.error;
    EXPECT_EQ(complaints(subcommand, output), "") << done.out;
    const json& summary = output.back().at("summary");
    EXPECT_EQ(summary.at("command"), subcommand);
    EXPECT_EQ(summary.at("status"), done.status);
    checked_.insert(subcommand);
    return output;
  }
  void make_systems() {
    run("lab new", {"lab", "new", "--add", "SYSA", "--add", "SYSB", "--add", "HOST:distributed"});
    for (const std::string system : {"SYSA", "SYSB"})
      run("tso", {"--system", system, "tso", "ADDUSER SRV NOPASSWORD", "RACDCERT ID(SRV) ADDRING(Ring)",
                  "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA of " + system + "')) WITHLABEL('CA') NISTECC SIZE(256)",
                  "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') NISTECC SIZE(256) "
                  "SIGNWITH(CERTAUTH LABEL('CA'))",
                  "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
                  "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))"});
  }
  std::string file(const std::string& name, const std::string& text) {
    test_support::write_file(folder_.file(name), text);
    return folder_.file(name);
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("a.lab");
  std::set<std::string> checked_;
};

// One test, so that it can ask at the end whether it has seen every subcommand.
TEST_F(JsonOutput, OfEverySubcommandIsAsTheSchemaSays) {
  make_systems();
  run("trust", {"trust", "--mutual"});
  run("doctor", {"doctor", "--jcl", folder_.file("jobs")});
  run("trust", {"trust", "SYSA:SRV/Ring", "--mutual", "--until", "2016-01-01"});
  run("run", {"--system", "SYSA", "run", "--diff", "-"},
      "//J JOB 1\n//T EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n RACDCERT ADDRING(A)\n RACDCERT "
      "LISTRING(A)\n RACDCERT ADDRING(A)\n/*\n");
  run("run", {"--system", "SYSA", "run", "-"},
      "<workflow><step name='s'><template><inlineTemplate>//S EXEC PGM=IEFBR14\n"
      "</inlineTemplate><submitAs maxRc='0'>JCL</submitAs></template></step></workflow>");
  run("tso", {"--system", "SYSA", "tso", "--dry-run", "ALTUSER SRV NAME('SERVER')", "RACDCERT DELRING(A)"});
  std::filesystem::copy_file(lab_, folder_.file("before.lab"));
  run("issue",
      {"--system", "SYSA", "issue", "--count", "2", "--algorithm", "p256", "--owner", "SRV", "--signer", "CA"});
  run("lab diff", {"lab", "diff", folder_.file("before.lab"), lab_});
  run("lab commands", {"lab", "commands", folder_.file("before.lab"), lab_, "--system", "SYSA", "--files",
                       folder_.file("certificates")});
  run("lab set", {"lab", "set", "--host", "SYSA=sysa.example.com"});
  run("lab show", {"lab", "show"});
  run("lab check", {"lab", "check"});
  run("lab check", {"lab", "check", "--audit"});
  run("lab report", {"lab", "report", "--expiry", "--until", "+9000d"});
  run("lab unload", {"lab", "unload", "SYSA", folder_.file("unload.txt")});
  run("lab load", {"lab", "load", folder_.file("unload.txt"), "--system", "TWIN", "--plex", "PLEX"});
  run("explain", {"explain", "IRRD109I"});
  run("put", {"--system", "SYSA", "put", file("a.txt", "text\n"), "A.TEXT"});
  run("get", {"--system", "SYSA", "get", "A.TEXT", folder_.file("b.txt")});
  run("transfer", {"transfer", "A.TEXT", "--from", "SYSA", "--to", "SYSB"});
  run("export", {"--system", "SYSA", "export", "SRV/Ring", folder_.file("ring.pem"), "--format", "pem"});
  run("tso", {"--system", "SYSA", "tso", "RACDCERT ID(SRV) EXPORT(LABEL('Server')) DSN('SRV.CRT')"});
  run("get", {"--system", "SYSA", "get", "SRV.CRT", folder_.file("srv.crt")});
  run("whois", {"--system", "SYSA", "whois", folder_.file("srv.crt")});
  run("env", {"--system", "SYSA", "--user", "SRV", "env"});
  run("env", {"--system", "SYSA", "--user", "SRV", "env", "--check"});
  run("serve", {"serve", "--ring", "SRV/Ring", "--seconds", "1"});
  run("openssl", {"--system", "HOST", "openssl", "version"});
  run("keytool", {"--system", "HOST", "keytool", "-list", "-keystore", "none"});
  file("s.sh", "echo a; echo b >&2\n");
  lab_.clear();
  run("sh", {"sh", folder_.file("s.sh")});
  const std::string scenario = "name: N\nsteps:\n  - title: T\n    tso: {command: RACDCERT ADDRING(R), rc: 8}\n";
  run("test", {"test", file("a.yaml", scenario), file("b.yaml", "name: N\n"), file("c.yaml", scenario + "skip: no\n")});
  for (const JsonAnswer& answer : json_answers()) EXPECT_TRUE(checked_.contains(std::string(answer.subcommand)));
}

TEST(JsonLayout, HasEverySubcommand) {
  std::ostringstream none;
  std::istringstream nothing;
  Program program({nothing, none, none});
  std::set<std::string> known = {"ring-image", "schema", "shell", "with"};  // print no results as JSON
  for (const JsonAnswer& answer : json_answers()) known.insert(std::string(answer.subcommand));
  for (const Command& command : subcommands(program)) {
    if (command.subcommands.empty()) EXPECT_TRUE(known.contains(command.name)) << command.name;
    for (const Command& each : command.subcommands)
      EXPECT_TRUE(known.contains(command.name + " " + each.name)) << command.name << " " << each.name;
  }
}

TEST(JsonLayout, NoMemberIsUnknownToTheSchema) {
  const json extra = json::parse(R"([{"summary": {"command": "lab new", "status": 0, "systems": 1, "more": 1}}])");
  EXPECT_NE(complaints("lab new", extra), "");
  EXPECT_NE(complaints("lab new", json::array()), "") << "the summary is missing";
  EXPECT_EQ(complaints("lab new", json::parse(R"([{"summary": {"command": "lab new", "status": 0, "systems": 1}}])")),
            "");
}

std::string table(std::span<const JsonField> fields) {
  std::string text = "| member | value | holds |\n|---|---|---|\n";
  for (const JsonField& field : fields)
    text += fmt::format("| `{}`{} | {} | {} |\n", field.name, field.always ? "" : " (optional)",
                        base::replace_all(std::string(field.type), "|", " or "), field.about);
  return text + "\n";
}

std::string page() {
  std::string text =
      "# What --json prints\n\n"
      "Made from the tables of `app/output/json_layout.cpp` by `tests/app/output/output_schema_test.cpp`.\n"
      "`ringside schema --output` prints them as a JSON Schema.\n\n"
      "With `--json`, standard output is one array and nothing else: the results in order, and as its last element "
      "the\n"
      "summary. A usage error or a defect prints nothing there, and its exit status and standard error say what it "
      "was.\n\n"
      "    $ ringside --json tso \"RACDCERT ADDRING(Mine)\"\n"
      "    [\n      {\n        \"command\": \"RACDCERT ADDRING(Mine)\",\n        \"rc\": 0,\n"
      "        \"messages\": [],\n        \"output\": [],\n        \"diagnostics\": []\n      },\n"
      "      {\n        \"summary\": {\n          \"command\": \"tso\",\n          \"status\": 0,\n"
      "          \"commands\": 1,\n          \"refused\": 0\n        }\n      }\n    ]\n\n"
      "Values: text is a string, number a whole number, flag true or false, nothing null, `[x]` an array of x, `{x}` "
      "an\n"
      "object whose members, of any names, are x. Optional members may be missing. Later releases add members; they "
      "do\n"
      "not take any away.\n\n"
      "## Subcommands\n\n| subcommand | results | in the summary, after `command` and `status` |\n|---|---|---|\n";
  for (const JsonAnswer& answer : json_answers()) {
    std::vector<std::string> counts;
    for (const JsonField& count : answer.counts) counts.push_back(fmt::format("`{}`: {}", count.name, count.about));
    text += fmt::format("| {} | {} | {} |\n", answer.subcommand,
                        answer.results.empty() ? "none" : base::replace_all(std::string(answer.results), "|", ", "),
                        base::join(counts, " "));
  }
  text += "\n`schema` prints the schema itself, with or without `--json`. `shell` has no `--json`.\n\n## Summary\n\n";
  text += "`{\"summary\": {...}}` with these members and the counts of the subcommand:\n\n" + table(json_summary());
  for (const JsonObject& object : json_objects()) {
    text += fmt::format("## {}\n\n{}", object.name, object.about);
    if (!object.base.empty()) text += fmt::format(" It begins with the members of {}.", object.base);
    text += "\n\n" + table(object.fields);
  }
  text.pop_back();
  return text;
}

TEST(JsonLayout, DocumentIsThatOfTheTables) {
  test_support::expect_golden("../../docs/json.md", page());
}

}  // namespace
}  // namespace ringside::app
