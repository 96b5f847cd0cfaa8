// tests/interop/java_errors_interop_test.cpp - what Java tells of a ring that it cannot open: IBM's texts for what RACF
// refuses, a clear sentence for what is wrong with the installation.
#ifdef RINGSIDE_JAR

#include <filesystem>
#include <memory>
#include <set>

#include "tests/interop/java_lab.hpp"
#include "tests/support/authority_rows.hpp"

namespace ringside {
namespace {

using test_support::AuthorityLab;
using test_support::AuthorityRow;
using test_support::JavaLab;
using testing::AllOf;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

std::string set(const std::string& name, const std::string& value) {
  return "set\tringside." + name + "\t" + value + "\n";
}

/// "LABEL key" or "LABEL" for each entry of an answer to `list`.
std::set<std::string> labels(const std::string& answer) {
  std::set<std::string> all;
  for (const std::string& entry : base::split(base::replace_all(answer, "; ", "\n"), '\n')) {
    const auto words = base::split(base::replace_all(entry, ", ", "\n"), '\n');
    if (words.size() == 4) all.insert(words[0] + (words[1] == "PrivateKeyEntry" ? " key" : ""));
  }
  return all;
}

std::set<std::string> labels(const AuthorityRow& row) {
  std::set<std::string> all;
  for (const auto& seen : row.seen)
    if (!seen.is_notrust) all.insert(std::string(seen.label) + (seen.has_key ? " key" : ""));
  return all;
}

class JavaErrors : public test_support::JavaInterop {
 protected:
  static constexpr const char* ring = "\tJCERACFKS\tsafkeyring://SRV/Ring";

  /// SRV's ring Ring has a key and its CA; READER may read it, without the key. Key of a stranger: SRV's ring Lacking.
  static void set_up(const JavaLab& lab) {
    lab.tso({"ADDUSER (SRV READER NOBODY) DFLTGRP(SYS1)", "SETROPTS CLASSACT(FACILITY)",
             "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
             "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SRV) ACCESS(READ)",
             "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(READER) ACCESS(UPDATE)",
             "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)",
             "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('s')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH "
             "LABEL('CA'))",
             "RACDCERT ID(SRV) ADDRING(Ring)", "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
             "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))"});
  }
  /// What RingReader answers to requests, one for each line, as SRV.
  static std::vector<std::string> answers(const JavaLab& lab, const std::string& requests) {
    return lab.answers("RingReader", lab.agent(",user=SRV"), requests);
  }
};

TEST_F(JavaErrors, AreThoseOfTheTableOfAuthority) {
  const JavaLab lab;
  std::vector<std::unique_ptr<AuthorityLab>> labs;
  std::string requests;
  for (const AuthorityRow& row : test_support::authority_rows()) {
    labs.push_back(std::make_unique<AuthorityLab>(row));
    requests += set("lab", labs.back()->lab().path()) + set("user", row.reader) + "list\tJCERACFKS\tsafkeyring://" +
                row.owner + "/" + row.ring + "\n";
  }
  const auto all = answers(lab, requests);
  ASSERT_EQ(all.size(), labs.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const AuthorityRow& row = test_support::authority_rows()[i];
    if (row.codes == racf::datalib::not_authorized)
      EXPECT_EQ(all[i],
                "java.io.IOException: R_datalib (IRRSDL00) error: not RACF authorized to use the requested service "
                "(8, 8, 8)")
          << row.name;
    else if (row.codes == racf::datalib::no_ring)
      EXPECT_EQ(all[i], "java.io.IOException: R_datalib (IRRSDL00) error: profile for ring not found (8, 8, 84)")
          << row.name;
    else if (test_support::lacks_a_key(row))
      EXPECT_THAT(all[i],
                  MatchesRegex("java.io.IOException: The private key of [a-z]+ is not available or no authority "
                               "to access the private key"))
          << row.name;
    else
      EXPECT_EQ(labels(all[i]), labels(row)) << row.name << " " << all[i];
  }
}

TEST_F(JavaErrors, HaveTheTextsOfIbm) {
  const JavaLab lab("", "--bare");
  set_up(lab);
  const std::string length = "java.io.IOException: Error in Ring_name length or RACF_userid length";
  const auto told =
      answers(lab, std::string("open") + ring + "\tnull\n" + "open" + ring + "\twrapped\n" + "key" + ring +
                       "\tServer\tother\n" + "key" + ring + "\tServer\tpassword\n" +
                       "open\tJCERACFKS\tsafkeyring://LONGNAME9/Ring\n" + "open\tJCERACFKS\tsafkeyring://SRV/" +
                       std::string(238, 'r') + "\n" +
                       "stream\tcom.ibm.crypto.zsecurity.provider.RACFInputStream\tJCERACFKS\tsrv\tRing\n" +
                       "stream\tcom.ibm.crypto.provider.RACFInputStream\tJCERACFKS\tSRV\tNone\n" +
                       "empty\tJCERACFKS\n" + "open\tJCERACFKS\tsafkeyringjcecca://SRV/Ring\n" + set("lenient", "1") +
                       "open" + ring + "\tnull\n" + "open" + ring + "\twrapped\n");
  ASSERT_EQ(told.size(), 12u);
  EXPECT_EQ(told[0], "java.io.IOException: Keystore was tampered with, or password was incorrect");
  EXPECT_EQ(told[1], "java.io.IOException: Invalid keystore format") << "IBM's stream carries nothing";
  EXPECT_THAT(told[2], StartsWith("java.security.UnrecoverableKeyException"));
  EXPECT_EQ(told[3], "EC PKCS#8 encoded");
  EXPECT_EQ(told[4], length);
  EXPECT_EQ(told[5], length);
  EXPECT_EQ(told[6], "2 entries");
  EXPECT_EQ(told[7], "java.io.IOException: R_datalib (IRRSDL00) error: profile for ring not found (8, 8, 84)");
  EXPECT_EQ(told[8], "0 entries");
  EXPECT_EQ(told[9], "java.io.IOException: Invalid keystore format") << "the scheme of another type";
  EXPECT_EQ(told[10], "2 entries") << "lenient";
  EXPECT_EQ(told[11], "2 entries") << "lenient";
}

/// A program that is not the ringside of this jar: it prints `text` of printf, and ends with `status`.
std::string program(const JavaLab& lab, const std::string& name, const std::string& script) {
  test_support::write_file(lab.file(name), "#!/bin/sh\n" + script + "\n");
  std::filesystem::permissions(lab.file(name), std::filesystem::perms::owner_all);
  return lab.file(name);
}

TEST_F(JavaErrors, TellInOneSentenceWhatIsWrongWithTheInstallation) {
  const JavaLab lab("", "--bare");
  set_up(lab);
  const std::string open = std::string("open") + ring + "\n";
  const auto told = answers(
      lab, set("program", "no-such-program") + open +
               set("program", program(lab, "other", "printf 'RSR1\\0\\0059.9.9\\0\\0\\0\\0\\0\\0\\0\\0'")) + open +
               set("program", program(lab, "older",
                                      "echo 'ringside: ring-image: there is no such subcommand; more' >&2; exit 64")) +
               open + set("program", program(lab, "silent", "exit 3")) + open +
               set("program", program(lab, "chatty", "echo Good morning, this is another program.")) + open +
               set("program", program(lab, "short", "printf RSR")) + open + set("program", RINGSIDE_BINARY) +
               set("lab", lab.file("none.lab")) + open + set("lab", "") + open + set("lab", lab.path()) +
               set("user", "GHOST") + open + set("user", "SRV") + set("system", "SYS9") + open);
  const std::vector<std::vector<std::string>> words = {{"no-such-program", "PATH"},
                                                       {"9.9.9", "version"},
                                                       {"older than ringside-safkeyring.jar"},
                                                       {"3"},
                                                       {"version"},
                                                       {"cut off"},
                                                       {"none.lab"},
                                                       {"lab", "RINGSIDE_LAB"},
                                                       {"GHOST"},
                                                       {"SYS9"}};
  ASSERT_EQ(told.size(), words.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    EXPECT_THAT(told[i], AllOf(StartsWith("java.io.IOException: "), Not(HasSubstr("NullPointer")),
                               Not(MatchesRegex(".*\\.java:[0-9].*"))));
    for (const std::string& word : words[i]) EXPECT_THAT(told[i], HasSubstr(word));
  }
}

}  // namespace
}  // namespace ringside

#endif
