// tests/interop/twin/unload_interop_test.cpp - a reader of unloads that is not ours, written in Python by IBM's
// columns, finds in an unload what the lab holds, and in the unload of its twin the same.
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/json.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::twin {
namespace {

using base::Json;
using test_support::run_program;
using testing::ContainerEq;
using testing::HasSubstr;
using Lines = std::multiset<std::string>;

// What a reader of JSON needs here: members, elements, texts; copies, since the values that they are taken from may
// end.
Json::Object members(const Json& json) {
  return std::get<Json::Object>(json.value());
}
Json::Array elements(const Json& json) {
  return std::get<Json::Array>(json.value());
}
Json member(const Json& json, const std::string& name) {
  for (const auto& [key, value] : members(json))
    if (key == name) return value;
  return {};
}
std::string word(const Json& json, const std::string& name) {
  const Json value = member(json, name);
  if (const auto* flag = std::get_if<bool>(&value.value())) return *flag ? "yes" : "no";
  if (const auto* text = std::get_if<std::string>(&value.value())) return *text;
  return "";
}
std::string owner_of(const Json& json) {
  const std::string owner = word(json, "owner");
  return owner == "CERTAUTH" || owner == "SITE" || owner == "MULTIID" ? owner : "ID(" + owner + ")";
}
std::string words(const Json& list) {
  std::string text;
  for (const Json& each : elements(list)) text += (text.empty() ? "" : " ") + std::get<std::string>(each.value());
  return text;
}

/// The name of a user as LISTUSER shows it: RACF keeps number signs where none was given.
std::string shown_name(const std::string& programmer) {
  return programmer == std::string(20, '#') ? "UNKNOWN" : programmer;
}

/// Users, groups and connections that the reader found.
void add_users(const Json& unload, Lines& lines) {
  for (const Json& each : elements(member(unload, "groups")))
    lines.insert(fmt::format("group {}: {} {}", word(each, "name"), word(each, "superior"), word(each, "owner")));
  for (const Json& each : elements(member(unload, "users")))
    lines.insert(fmt::format("user {}: '{}' {} {} {}", word(each, "name"), shown_name(word(each, "programmer")),
                             word(each, "default_group"), word(each, "owner"), words(member(each, "attributes"))));
  for (const Json& each : elements(member(unload, "connections")))
    lines.insert(fmt::format("connection {} to {}: {} {} {}", word(each, "user"), word(each, "group"),
                             word(each, "authority"), word(each, "access"), word(each, "owner")));
}

/// Certificates, rings, their members and filters that the reader found.
void add_certificates(const Json& unload, Lines& lines) {
  for (const Json& each : elements(member(unload, "certificates")))
    lines.insert(fmt::format("certificate {} {}: {} {} SHA-256 {} {} {}", owner_of(each), word(each, "label"),
                             word(each, "profile"), word(each, "status"), word(each, "fingerprint").substr(0, 16),
                             word(each, "key_type").empty() ? "no" : "yes", word(each, "request")));
  for (const Json& ring : elements(member(unload, "rings"))) {
    const std::string name = word(ring, "owner") + "/" + word(ring, "ring");
    lines.insert(fmt::format("ring {}:", name));
    for (const Json& each : elements(member(ring, "members")))
      lines.insert(fmt::format("connected certificate {}: {} {}: {} {}", name, owner_of(each), word(each, "label"),
                               word(each, "usage"), word(each, "default")));
  }
  for (const Json& each : elements(member(unload, "filters")))
    lines.insert(fmt::format("name filter {} {}: {}", owner_of(each), word(each, "label"), word(each, "trusted")));
}

void add_profiles(const Json& unload, Lines& lines) {
  for (const Json& each : elements(member(unload, "profiles"))) {
    const std::string name = word(each, "class") + " " + word(each, "name");
    lines.insert(fmt::format("profile {}: {} {}", name, word(each, "owner"), word(each, "access")));
    for (const Json& allowed : elements(member(each, "allowed"))) {
      const Json::Array& pair = elements(allowed);
      lines.insert(fmt::format("access {}: {}: {}", name, std::get<std::string>(pair[0].value()),
                               std::get<std::string>(pair[1].value())));
    }
  }
}

Lines lines_of_unload(const Json& unload) {
  Lines lines;
  add_users(unload, lines);
  add_certificates(unload, lines);
  add_profiles(unload, lines);
  return lines;
}

/// Kinds of items of `lab diff`, and the fields that the reader has, too.
struct Kind {
  const char* name;
  std::vector<const char*> fields;
};
const std::vector<Kind> kinds = {
    {"group", {"superior group", "owner"}},
    {"user", {"name", "default group", "owner", "attributes"}},
    {"connection", {"authority", "UACC", "owner"}},
    {"certificate", {"profile", "status", "certificate", "private key", "request made"}},
    {"ring", {}},
    {"connected certificate", {"usage", "default"}},
    {"name filter", {"trusted"}},
    {"profile", {"owner", "UACC"}},
    {"access", {"access"}},
};

/// RACF's own users of certificates, which the reader takes for none.
bool is_anchor(const Json& item) {
  static const std::set<std::string> anchors{"irrcerta", "irrmulti", "irrsitec"};
  return word(item, "kind") == "user" && anchors.contains(word(item, "name"));
}

/// The lines of what only the second of two labs has.
Lines lines_of_lab(const Json& diff) {
  Lines lines;
  for (const Json& item : elements(diff)) {
    for (const Kind& kind : kinds) {
      if (word(item, "kind") != kind.name || word(item, "change") != "added" || is_anchor(item)) continue;
      std::string line = fmt::format("{} {}:", kind.name, word(item, "name"));
      for (const char* field : kind.fields) {
        const Json value = member(member(item, "fields"), field);
        const std::string text = std::holds_alternative<Json::Object>(value.value()) ? word(value, "after") : "";
        line += std::string(" ") + (field == std::string("name") ? "'" + text + "'" : text);
      }
      lines.insert(line);
    }
  }
  return lines;
}

struct LabOfAJob {
  const char* name;
  std::vector<const char*> commands;  ///< of ringside, each after --lab
};
void PrintTo(const LabOfAJob& lab, std::ostream* out) {
  *out << lab.name;
}

/// Every kind of owner, names with blanks, a default, filters, criteria and data set profiles.
constexpr const char* everything =
    "tso 'ADDGROUP G1 SUPGROUP(SYS1)' 'ADDUSER SRV DFLTGRP(G1)' \"ADDUSER WEB DFLTGRP(G1) NAME('A B') OMVS(UID(7) "
    "HOME(/u/web))\" "
    "'ALTUSER SRV SPECIAL RESTRICTED' 'CONNECT WEB GROUP(SYS1) AUTHORITY(JOIN)' "
    "\"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('My CA') O('Some, Inc.')) WITHLABEL('my ca') NISTECC\" "
    "\"RACDCERT SITE GENCERT SUBJECTSDN(CN('site')) WITHLABEL('Site Cert') NISTECC SIGNWITH(CERTAUTH LABEL('my ca'))\" "
    "\"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('web') NISTECC SIGNWITH(CERTAUTH LABEL('my ca'))\" "
    "\"RACDCERT ID(WEB) ALTER(LABEL('web')) HIGHTRUST\" \"RACDCERT SITE ALTER(LABEL('Site Cert')) NOTRUST\" "
    "'RACDCERT ID(WEB) ADDRING(Web.Ring)' 'RACDCERT ID(SRV) ADDRING(empty)' "
    "\"RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('my ca') RING(Web.Ring))\" "
    "\"RACDCERT ID(WEB) CONNECT(LABEL('web') RING(Web.Ring) DEFAULT)\" "
    "\"RACDCERT ID(WEB) CONNECT(SITE LABEL('Site Cert') RING(Web.Ring) USAGE(PERSONAL))\" "
    "\"RACDCERT ID(WEB) MAP SDNFILTER('OU=Staff.O=Some') WITHLABEL('Some staff') TRUST\" "
    "\"RACDCERT MULTIID MAP IDNFILTER('O=Some') CRITERIA(APPLID=A) WITHLABEL('By application')\" "
    "'RDEFINE FACILITY A.B UACC(READ)' 'PERMIT A.B CLASS(FACILITY) ID(WEB G1) ACCESS(UPDATE)' "
    "\"ADDSD 'G1.DATA.**' UACC(NONE)\" \"PERMIT 'G1.DATA.**' ID(SRV) ACCESS(ALTER)\"";

const std::vector<LabOfAJob> labs = {
    {"Everything", {everything}},
    {"Izusec", {"--date 2013-05-17 run scenarios/zosmf/jobs/izusec.jcl"}},
    {"IzusecWhole", {"--date 2013-05-17 run scenarios/zosmf/jobs/izusec-whole.jcl"}},
    {"Localhost", {"run scenarios/zosmf/jobs/users-and-ring.jcl", "run scenarios/zosmf/jobs/localhost.jcl"}},
    {"Cics", {"run scenarios/jobs/jobs/cics-ca.jcl"}},
    {"Mq", {"run scenarios/jobs/jobs/mq-rings.jcl"}},
    {"Nucleus", {"run scenarios/jobs/jobs/nucleus.jcl"}},
    {"Zowe", {"run scenarios/zowe/jobs/in-racf.jcl"}},
    {"ZowesOwnCa", {"run scenarios/zowe/jobs/own-ca.jcl"}},
};

class Unload : public testing::TestWithParam<LabOfAJob> {
 protected:
  void SetUp() override {
    if (!test_support::peer_is_here("python3")) GTEST_SKIP();
  }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.file(name); }
  /// Runs the program in the folder of the sources, and returns what it prints on standard output.
  [[nodiscard]] std::string ringside(const std::string& words) const {
    return run_program("cd " + test_support::source_folder().string() + " && " RINGSIDE_BINARY " " + words +
                       " 2>/dev/null")
        .output;
  }
  void make_lab() const {
    for (const char* command : GetParam().commands) {
      const std::string done = ringside("--lab " + file("site.lab") + " --system SITE " + command);
      EXPECT_NE(done, "") << command;
    }
  }
  [[nodiscard]] Json read(const std::string& unload, const std::string& options = "") const {
    const auto script = test_support::source_folder() / "tests/interop/twin/read_unload.py";
    const auto run = run_program("python3 " + script.string() + " " + options + unload);
    EXPECT_EQ(run.status, 0) << run.output;
    return Json::parse(run.output);
  }
  /// All that the lab holds: what it has and a lab of another system has not.
  [[nodiscard]] Json contents(const std::string& lab) const {
    if (!std::filesystem::exists(file("none.lab")))
      (void)ringside("lab new " + file("none.lab") + " --add NONE:distributed");
    return Json::parse(ringside("--json lab diff " + file("none.lab") + " " + lab));
  }

 private:
  test_support::TemporaryDirectory directory_;
};

std::string name_of(const testing::TestParamInfo<LabOfAJob>& row) {
  return row.param.name;
}
INSTANTIATE_TEST_SUITE_P(Jobs, Unload, testing::ValuesIn(labs), name_of);

TEST_P(Unload, HoldsWhatTheLabHolds) {
  make_lab();
  (void)ringside("--lab " + file("site.lab") + " lab unload SITE " + file("site.txt"));
  const Json unload = read(file("site.txt"));
  EXPECT_EQ(member(unload, "complaints").text(), "[]");
  EXPECT_THAT(lines_of_unload(unload), ContainerEq(lines_of_lab(contents(file("site.lab")))));
}

/// What LISTRING shows of each ring: its members, in their order.
TEST_P(Unload, HoldsTheMembersOfRingsInTheirOrder) {
  make_lab();
  (void)ringside("--lab " + file("site.lab") + " lab unload SITE " + file("site.txt"));
  const Json unload = read(file("site.txt"));
  for (const Json& ring : elements(member(unload, "rings"))) {
    const std::string listed = ringside("--lab " + file("site.lab") + " --system SITE tso \"RACDCERT ID(" +
                                        word(ring, "owner") + ") LISTRING(" + word(ring, "ring") + ")\"");
    std::size_t at = 0;
    for (const Json& each : elements(member(ring, "members"))) {
      const auto found = listed.find("\n  " + word(each, "label"), at);
      ASSERT_NE(found, std::string::npos) << word(each, "label") << " in\n" << listed;
      at = found + 1;
    }
  }
}

TEST_P(Unload, OfATwinIsThatOfTheSite) {
  make_lab();
  (void)ringside("--lab " + file("site.lab") + " lab unload SITE " + file("site.txt"));
  (void)ringside("--lab " + file("twin.lab") + " lab load " + file("site.txt") + " --system SITE --plex SITE");
  (void)ringside("--lab " + file("twin.lab") + " lab unload SITE " + file("twin.txt"));
  EXPECT_EQ(read(file("twin.txt")).text(), read(file("site.txt")).text());
}

}  // namespace
}  // namespace ringside::twin
