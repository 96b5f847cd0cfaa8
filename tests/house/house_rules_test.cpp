// tests/house/house_rules_test.cpp - the rules of the house hold for every file, and the checker can tell.
#include "tests/house/house_rules.hpp"

#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/house/tree.hpp"

namespace ringside::house {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(House, IncludesGoDownOnlyAndLibrariesStayInTheirFolder) {
  const auto files = tree(is_cpp);
  ASSERT_GT(files.size(), 100u) << "the sources were found";
  EXPECT_EQ(violations(files, check_includes), "");
}

TEST(House, EveryFileSaysWhatItIsAndStaysShort) {
  EXPECT_EQ(violations(tree(is_cpp), check_form), "");
}

TEST(House, NoFileHoldsTabsOrTrailingBlanks) {
  std::vector<SourceFile> files = tracked_files();
  if (files.empty()) files = tree(is_cpp);
  std::erase_if(files, [](const SourceFile& file) {
    return std::any_of(quoted_texts.begin(), quoted_texts.end(),
                       [&](auto place) { return file.path.starts_with(place); });
  });
  EXPECT_EQ(violations(files, check_blanks), "");
}

TEST(House, EveryTestMirrorsASource) {
  const auto files = tree(is_cpp);
  std::set<std::string> sources;
  for (const SourceFile& file : files)
    if (!file.path.starts_with("tests/")) sources.insert(file.path);
  EXPECT_EQ(violations(files, [&](const SourceFile& file) { return check_mirror(file.path, sources); }), "");
}

TEST(House, OneFileDecodesUtf8) {
  const auto files = tree(is_cpp);
  for (const std::string_view codec : utf8_codecs)
    EXPECT_TRUE(std::any_of(files.begin(), files.end(), [&](const SourceFile& file) { return file.path == codec; }))
        << codec;
  EXPECT_EQ(violations(files, check_utf8), "");
}

TEST(House, OneFileWritesXml) {
  const std::regex writes("(append|prepend|insert)_(child|copy|move|buffer)|<\\?xml");
  std::vector<std::string> writers;
  for (const SourceFile& file : tree(is_cpp))
    if (layer_of(file.path) < layers.size() && std::regex_search(file.text, writes)) writers.push_back(file.path);
  EXPECT_THAT(writers, ElementsAre("harness/play/junit.cpp", "harness/report/graphviz.cpp"))
      << "graphviz.cpp puts the declaration before an SVG file; all other XML is written by junit.cpp";
}

/// The files of the emulator that hold `text`, by path.
std::vector<std::string> files_with(std::string_view text) {
  std::vector<std::string> found;
  for (const SourceFile& file : tree(is_cpp))
    if (file.path.starts_with("emulator/") && file.text.find(text) != std::string::npos) found.push_back(file.path);
  return found;
}

// rekeyed.cpp signs a certificate again that it takes apart, octet by octet.
TEST(House, OneFileIssuesCertificatesAndOneMakesRequests) {
  EXPECT_THAT(files_with("signed_der("),
              ElementsAre("emulator/crypto/certificates/issue.cpp", "emulator/crypto/certificates/rekeyed.cpp",
                          "emulator/crypto/certificates/request.cpp", "emulator/crypto/keys/sign.cpp",
                          "emulator/crypto/keys/sign.hpp"));
  for (const char* call : {"X509_sign", "X509_REQ_sign", "X509_CRL_sign", "ASN1_item_sign"})
    EXPECT_THAT(files_with(call), IsEmpty()) << call;
}

// RACF and the tools sign with sign.cpp and pss.cpp, programs that leave their key with us with key_operation.cpp.
TEST(House, TheSignersCallOpenSsl) {
  EXPECT_THAT(files_with("EVP_DigestSign"), ElementsAre("emulator/crypto/keys/sign.cpp"));
  EXPECT_THAT(files_with("EVP_PKEY_sign("),
              ElementsAre("emulator/crypto/keys/key_operation.cpp", "emulator/crypto/keys/pss.cpp"));
  for (const char* call : {"EVP_SignFinal", "RSA_sign", "ECDSA_sign"}) EXPECT_THAT(files_with(call), IsEmpty()) << call;
}

TEST(House, OneFileWritesPkcs12) {
  EXPECT_THAT(files_with("PKCS12_MAC_ID"), ElementsAre("emulator/crypto/containers/pkcs12_write.cpp"));
  EXPECT_THAT(files_with("PKCS12_key_gen"), ElementsAre("emulator/crypto/containers/pkcs12_write.cpp"));
  for (const char* call :
       {"PKCS12_create", "PKCS12_add_", "PKCS12_set_mac", "PKCS12_init", "PKCS12_pack", "PKCS12_gen_mac", "i2d_PKCS12"})
    EXPECT_THAT(files_with(call), IsEmpty()) << call;
}

TEST(House, OneFileEncodesNames) {
  EXPECT_THAT(files_with("Bytes encode_rdn("),
              ElementsAre("emulator/crypto/certificates/name_der.cpp", "emulator/crypto/certificates/name_der.hpp"));
  EXPECT_THAT(files_with("wrap(der::set_tag"),
              ElementsAre("emulator/crypto/certificates/request.cpp", "emulator/crypto/containers/pkcs12_write.cpp",
                          "emulator/crypto/containers/pkcs7.cpp", "emulator/hosttools/keytool/print/print_names.cpp"))
      << "these make sets of attributes and of signers; another one may be a second encoder of names";
}

// The checker's own tests. The word is put together so that this file does not seem to include what it speaks of.
std::string including(const std::string& header) {
  return std::string("#") + "include " + header + "\n";
}

TEST(HouseRules, AnIncludeUpwardsIsFound) {
  const SourceFile file{"emulator/racf/a.cpp", including("\"emulator/jes/job.hpp\"")};
  EXPECT_THAT(check_includes(file), ElementsAre("emulator/racf/a.cpp: must not include emulator/jes/job.hpp"));
}

TEST(HouseRules, IncludesDownAndSidewaysPass) {
  const std::string text = including("\"emulator/racf/racdcert/certificates/add.hpp\"") +
                           including("\"emulator/lab/lab.hpp\"") + including("\"parser/tso/command.hpp\"") +
                           including("<vector>") + including("<fmt/format.h>");
  EXPECT_THAT(check_includes({"emulator/racf/a.cpp", text}), IsEmpty());
}

TEST(HouseRules, AnIncludeThatIsNotFromTheRootIsFound) {
  EXPECT_THAT(check_includes({"emulator/racf/a.cpp", including("\"message.hpp\"")}), testing::SizeIs(1));
  EXPECT_THAT(check_includes({"emulator/racf/a.cpp", including("\"../lab/lab.hpp\"")}), testing::SizeIs(1));
}

TEST(HouseRules, SourcesDoNotIncludeTestsAndTestsMayIncludeAnySource) {
  EXPECT_THAT(check_includes({"app/a.cpp", including("\"tests/support/golden.hpp\"")}), testing::SizeIs(1));
  EXPECT_THAT(check_includes({"bench/a.cpp", including("\"tests/support/golden.hpp\"")}), testing::SizeIs(1));
  EXPECT_THAT(check_includes({"tests/parser/a.cpp", including("\"app/a.hpp\"")}), IsEmpty());
  EXPECT_THAT(check_includes({"tests/parser/a.cpp", including("\"tests/support/golden.hpp\"")}), IsEmpty());
}

TEST(HouseRules, ALibraryOutsideItsFolderIsFound) {
  const struct {
    const char* home;
    const char* header;
  } rows[] = {{"emulator/crypto", "<openssl/evp.h>"}, {"emulator/database", "<SQLiteCpp/SQLiteCpp.h>"},
              {"emulator/database", "<sqlite3.h>"},   {"parser", "<boost/spirit/home/x3.hpp>"},
              {"harness", "<yaml-cpp/yaml.h>"},       {"tests/app", "<gtest/gtest.h>"}};
  for (const auto& row : rows) {
    EXPECT_THAT(check_includes({std::string(row.home) + "/a.cpp", including(row.header)}), IsEmpty()) << row.header;
    EXPECT_THAT(check_includes({"emulator/racf/a.cpp", including(row.header)}), testing::SizeIs(1)) << row.header;
  }
  EXPECT_THAT(check_includes({"tests/emulator/crypto/a.cpp", including("<openssl/evp.h>")}), IsEmpty());
  EXPECT_THAT(check_includes({"tests/emulator/racf/a.cpp", including("<openssl/evp.h>")}), testing::SizeIs(1));
}

TEST(HouseRules, ALibraryThatIsSlowToCompileHasOneFile) {
  EXPECT_THAT(check_includes({"app/command_line.cpp", including("<CLI/CLI.hpp>")}), IsEmpty());
  EXPECT_THAT(check_includes({"app/program.cpp", including("<CLI/CLI.hpp>")}), testing::SizeIs(1));
  EXPECT_THAT(check_includes({"base/json.cpp", including("<nlohmann/json.hpp>")}), IsEmpty());
  EXPECT_THAT(check_includes({"base/text.cpp", including("<nlohmann/json.hpp>")}), testing::SizeIs(1));
}

TEST(HouseRules, AnUnknownLibraryIsFound) {
  EXPECT_THAT(check_includes({"app/a.cpp", including("<curl/curl.h>")}), testing::SizeIs(1));
}

TEST(HouseRules, FolderNamesAreComparedWhole) {
  EXPECT_THAT(check_includes({"parser_extra/a.cpp", including("<boost/spirit/home/x3.hpp>")}), testing::SizeIs(1));
}

TEST(HouseRules, IncludesAreFoundHoweverTheyAreSpaced) {
  EXPECT_EQ(
      includes_of("  #  include   <vector>  // why\n#include\"a/b.hpp\"\n// #include <no>\n#define X <y>\n").size(),
      2u);
}

TEST(HouseRules, CommentsAreTakenOutOfCodeOnly) {
  EXPECT_EQ(without_comments("a(\"//\"); // b\nc /* d\n e */ f('\"', '\\'', 1'000); // g\n"),
            "a(\"//\"); \nc  f('\"', '\\'', 1'000); \n");
}

TEST(HouseRules, AWrongFirstLineIsFound) {
  EXPECT_THAT(check_form({"app/a.cpp", "// app/a.cpp - what it is.\n"}), IsEmpty());
  for (const char* text :
       {"", "// app/b.cpp - what it is.\n", "#include <vector>\n", "// app/a.cpp - \n", "//app/a.cpp - what.\n"})
    EXPECT_THAT(check_form({"app/a.cpp", text}), testing::SizeIs(1)) << text;
}

TEST(HouseRules, AHeaderWithoutPragmaOnceIsFound) {
  EXPECT_THAT(check_form({"app/a.hpp", "// app/a.hpp - what it is.\n"}), ElementsAre(HasSubstr("#pragma once")));
  EXPECT_THAT(check_form({"app/a.hpp", "// app/a.hpp - what it is.\n#pragma once\n"}), IsEmpty());
}

TEST(HouseRules, ALongFileIsFound) {
  std::string text = "// app/a.cpp - what it is.\n";
  for (std::size_t i = 1; i < most_lines; ++i) text += "//\n";
  EXPECT_THAT(check_form({"app/a.cpp", text}), IsEmpty());
  EXPECT_THAT(check_form({"app/a.cpp", text + "//\n"}), ElementsAre(HasSubstr("401 lines")));
}

TEST(HouseRules, TabsAndTrailingBlanksAreFoundWithTheirLine) {
  EXPECT_THAT(check_blanks({"a", "one\n\ttwo\nthree \nfour\r\n"}),
              ElementsAre("a:2: holds a tab", "a:3: ends in a blank", "a:4: ends in a blank"));
  EXPECT_THAT(check_blanks({"a", "one"}), ElementsAre("a: has no end of its last line"));
  EXPECT_THAT(check_blanks({"a", "one\n\ntwo\n"}), IsEmpty());
}

TEST(HouseRules, ASecondDecoderOfUtf8IsFound) {
  for (const char* line :
       {"while ((c & 0xc0) == 0x80) ++at;", "code = code << 6 | (c & 0x3F);", "lead >= 0xF0 ? 4 : 3;",
        "if (first<=0xC3) return 2;", "text += static_cast<char>(0xC0 | code >> 6);", "if (0xF0U <= lead) return 4;"}) {
    EXPECT_THAT(check_utf8({"app/a.cpp", line}), ElementsAre(HasSubstr("app/a.cpp:1:"))) << line;
    EXPECT_THAT(check_utf8({"base/utf8.cpp", line}), IsEmpty()) << line;
  }
  EXPECT_THAT(check_utf8({"app/a.cpp", "(bytes[0] & 0x80) != 0;\n{0xC0, 0x3f, 0xF0};\nx & 0xF0F0;\n"}), IsEmpty());
}

TEST(HouseRules, ATestWithoutItsSourceIsFound) {
  const std::set<std::string> sources{"emulator/racf/racdcert/certificates/add.cpp", "parser/jcl/jcl.hpp"};
  for (const char* path : {"tests/emulator/racf/racdcert/certificates/add_test.cpp",
                           "tests/emulator/racf/racdcert/add_renewal_test.cpp", "tests/emulator/racf/add_test.cpp",
                           "tests/parser/jcl/jcl_test.cpp", "tests/interop/keytool_test.cpp", "tests/parser/parse.hpp"})
    EXPECT_THAT(check_mirror(path, sources), IsEmpty()) << path;
  for (const char* path : {"tests/emulator/racf/racdcert/added_test.cpp", "tests/parser/add_test.cpp",
                           "tests/jcl2_test.cpp", "tests/nosuch/wild_test.cpp"})
    EXPECT_THAT(check_mirror(path, sources), testing::SizeIs(1)) << path;
}

}  // namespace
}  // namespace ringside::house
