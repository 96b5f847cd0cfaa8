// tests/interop/java_combinations_interop_test.cpp - which URL opens a key ring as which store type, in which Java:
// every combination, and the page of docs/ that shows them.
#ifdef RINGSIDE_JAR

#include <set>

#include "tests/interop/java_lab.hpp"
#include "tests/support/golden.hpp"

namespace ringside {
namespace {

using test_support::JavaLab;

/// A Java, as the options of the agent and of the command line make it.
struct Java {
  const char* title;    ///< in the page
  const char* options;  ///< of the agent
  const char* handler_packages = "";
  std::set<std::string> unknown;  ///< schemes that it has no handler for
  bool all_forms = false;         ///< every form is tried, not only the first two with the usual number of slashes
};

// The reference is IBM's Semeru Security Guide on SAF key rings: Java 8 has no scheme with the type in it, Java 11 has
// them built in and needs handler packages for the others.
const std::vector<Java>& javas() {
  static const std::vector<Java> table = {
      {"any", "", "", {}, true},
      {"`level=8`", ",level=8", "", {"safkeyringjce", "safkeyringjcecca", "safkeyringjcehybrid"}},
      {"`level=11`", ",level=11", "", {"safkeyring", "safkeyringhw", "safkeyringhybrid"}},
      {"`level=11`, IBMJCE's package", ",level=11", "com.ibm.crypto.provider", {"safkeyringhw", "safkeyringhybrid"}},
      {"`level=11`, all packages",
       ",level=11",
       "com.ibm.crypto.provider|com.ibm.crypto.hdwrCCA.provider|com.ibm.crypto.ibmjcehybrid.provider",
       {}},
      {"`handler=off`", ",handler=off", "", {"safkeyring", "safkeyringhw", "safkeyringhybrid"}},
      {"`handler=off`, IBMJCECCA's package", ",handler=off", "com.ibm.crypto.hdwrCCA.provider", {"safkeyringhybrid"}},
  };
  return table;
}

struct Type {
  std::string name;
  std::set<std::string> schemes;
};
const std::vector<Type>& types() {
  static const std::vector<Type> table = {
      {"JCERACFKS", {"safkeyring", "safkeyringjce"}},
      {"JCECCARACFKS", {"safkeyring", "safkeyringjcecca", "safkeyringhw"}},
      {"JCEHYBRIDRACFKS", {"safkeyring", "safkeyringjcehybrid", "safkeyringhybrid"}},
  };
  return table;
}

const std::vector<std::string> schemes = {"safkeyring",    "safkeyringhw",     "safkeyringhybrid",
                                          "safkeyringjce", "safkeyringjcecca", "safkeyringjcehybrid"};

/// How a URL names a ring, and how many entries the ring has. `slashes` are those with which it can be named.
struct Form {
  const char* name;
  const char* title;
  int entries;
  std::set<int> slashes;
};
const std::vector<Form>& forms() {
  static const std::vector<Form> table = {
      {"SRV/Ring", "USER/RING", 2, {1, 2, 3, 4}},
      {"Ring", "RING, of the current user", 2, {1, 3, 4}},
      {"SRV/*", "USER/\\*, all of a user", 3, {1, 2, 3, 4}},
      {"*AUTH*/*", "\\*AUTH\\*/\\*, all of CERTAUTH", 1, {1, 2, 3, 4}},
  };
  return table;
}

struct Case {
  const Type* type;
  std::string scheme;
  int slashes;
  const Form* form;
  [[nodiscard]] std::string url() const {
    return scheme + ":" + std::string(static_cast<std::size_t>(slashes), '/') + form->name;
  }
};

/// safkeyring://USER/RING and safkeyring:///RING.
bool is_usual(const Form& form, int slashes) {
  return &form < &forms()[2] && slashes == (form.slashes.contains(2) ? 2 : 3);
}

std::vector<Case> cases(const Java& java) {
  std::vector<Case> all;
  for (const Type& type : types())
    for (const std::string& scheme : schemes)
      for (const Form& form : forms())
        for (int slashes = 1; slashes <= 4; ++slashes)
          if (java.all_forms || is_usual(form, slashes)) all.push_back({&type, scheme, slashes, &form});
  return all;
}

std::string expected(const Java& java, const Case& each) {
  if (java.unknown.contains(each.scheme)) return "java.net.MalformedURLException: unknown protocol: " + each.scheme;
  if (!each.form->slashes.contains(each.slashes))
    return "java.io.IOException: Error in Ring_name length or RACF_userid length";  // the name is that of a user
  if (!each.type->schemes.contains(each.scheme)) return "java.io.IOException: Invalid keystore format";
  return std::to_string(each.form->entries) + " entries";
}

/// SRV's ring Ring has a certificate and its CA; SRV has two certificates besides.
void set_up(const JavaLab& lab) {
  lab.tso({"ADDUSER SRV", "SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(UPDATE)",
           "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)",
           "RACDCERT ID(SRV) ADDRING(Ring)"});
  for (const std::string label : {"Server", "Other", "Third"})
    lab.tso({"RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + label + "')) WITHLABEL('" + label +
             "') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))"});
  lab.tso({"RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
           "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))"});
}

struct Tried {
  Case asked;
  std::string answer;
};

/// What one Java answers to its cases.
std::vector<Tried> tried(const JavaLab& lab, const Java& java) {
  std::string requests, options = lab.agent(std::string(",user=SRV") + java.options);
  for (const Case& each : cases(java)) requests += "open\t" + each.type->name + "\t" + each.url() + "\n";
  if (*java.handler_packages) options += "'-Djava.protocol.handler.pkgs=" + std::string(java.handler_packages) + "' ";
  const std::vector<std::string> answers = lab.answers("RingReader", options, requests);
  std::vector<Tried> all;
  for (const Case& each : cases(java)) all.push_back({each, all.size() < answers.size() ? answers[all.size()] : ""});
  return all;
}

bool opens(const std::string& answer) {
  return answer.ends_with(" entries");
}

/// What came of a scheme, opened as a type that is its own.
std::string came(const std::vector<Tried>& all, const std::string& scheme) {
  std::set<std::string> told;
  for (const auto& [asked, answer] : all)
    if (asked.scheme == scheme && asked.form == &forms()[0] && asked.type->schemes.contains(scheme))
      told.insert(opens(answer) ? "opens" : answer.substr(answer.find(": ") + 2));
  return base::join({told.begin(), told.end()}, "; ");
}

std::string types_of(const std::string& scheme) {
  std::vector<std::string> names;
  for (const Type& type : types())
    if (type.schemes.contains(scheme)) names.push_back(type.name);
  return base::join(names, ", ");
}

std::string scheme_table(const std::vector<std::vector<Tried>>& by_java) {
  std::string table = "| scheme | types |", rule = "|---|---|";
  for (const Java& java : javas()) {
    table += std::string(" ") + java.title + " |";
    rule += "---|";
  }
  table += "\n" + rule + "\n";
  for (const std::string& scheme : schemes) {
    table += "| `" + scheme + "` | " + types_of(scheme) + " |";
    for (const auto& all : by_java) table += " " + came(all, scheme) + " |";
    table += "\n";
  }
  return table;
}

std::string slash_table(const std::vector<Tried>& all) {
  std::string table = "| ring | one | two | three | four |\n|---|---|---|---|---|\n";
  for (const Form& form : forms()) {
    table += std::string("| ") + form.title + " |";
    for (const auto& [asked, answer] : all)
      if (asked.form == &form && asked.type == &types()[0] && asked.scheme == schemes[0])
        table += " " + (opens(answer) ? "opens" : "`" + answer.substr(0, answer.find(':')) + "`") + " |";
    table += "\n";
  }
  return table;
}

std::string page(const std::vector<std::vector<Tried>>& by_java) {
  std::size_t count = 0;
  for (const auto& all : by_java) count += all.size();
  return "# Java's key rings: every combination\n"
         "`tests/interop/java_combinations_interop_test.cpp` opens key rings by " +
         std::to_string(count) +
         " combinations of store type, URL scheme, number of slashes,\n"
         "form of the ring's name and settings of Java, and writes this page. [java.md](java.md) explains them.\n\n"
         "## Schemes\n"
         "What comes of a URL of the scheme, opened as a store type that is its own. The packages are those of\n"
         "`-Djava.protocol.handler.pkgs`. An unknown protocol is a `java.net.MalformedURLException`.\n\n" +
         scheme_table(by_java) +
         "\nOpened as another type, a scheme that is known gives `java.io.IOException: Invalid keystore format`.\n\n"
         "## Slashes\n\n" +
         slash_table(by_java.front());
}

class JavaCombinations : public test_support::JavaInterop {};

TEST_F(JavaCombinations, OpenOrFailAsInEachJava) {
  const JavaLab lab("", "--bare");
  set_up(lab);
  std::vector<std::vector<Tried>> by_java;
  for (const Java& java : javas()) {
    by_java.push_back(tried(lab, java));
    for (const auto& [asked, answer] : by_java.back())
      EXPECT_EQ(answer, expected(java, asked)) << asked.type->name << " " << asked.url() << " " << java.title;
  }
  test_support::expect_golden("../../docs/java-combinations.md", page(by_java));
}

}  // namespace
}  // namespace ringside

#endif
