// tests/interop/pkcs11_tools_interop_test.cpp - tools for PKCS#11 list rings and use their keys.
#include "tests/interop/token_lab.hpp"

namespace ringside {
namespace {

using test_support::peer_is_here;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class Pkcs11Tools : public test_support::TokenInterop {
 protected:
  [[nodiscard]] test_support::ProgramResult opensc(const std::string& arguments) const {
    return run("pkcs11-tool --module " + module() + " " + arguments);
  }
};

TEST_F(Pkcs11Tools, ExportsOneName) {
  const auto names = run("nm -D --defined-only " + module() + " | awk '{ print $3 }'");
  EXPECT_EQ(names.output, "C_GetFunctionList\n");
}

TEST_F(Pkcs11Tools, OpenscListsSlotsAndObjects) {
  if (!peer_is_here("pkcs11-tool")) GTEST_SKIP();
  EXPECT_THAT(opensc("--list-slots").output,
              AllOf(HasSubstr("Slot 0 (0x0): SRV/Rsa\n  token label        : Rsa\n"), HasSubstr("SRV/Ec"),
                    HasSubstr("token flags        : rng, token initialized, PIN initialized, readonly\n")));
  EXPECT_THAT(opensc("--list-objects --slot 0").output,
              AllOf(HasSubstr("Private Key Object; RSA"), HasSubstr("Public Key Object; RSA 2048 bits"),
                    HasSubstr("label:      CA\n")));
}

TEST_F(Pkcs11Tools, OpenscTestsEachKey) {
  if (!peer_is_here("pkcs11-tool")) GTEST_SKIP();
  const auto rsa = opensc("--test --login --pin x --slot 0");
  EXPECT_EQ(rsa.status, 0);
  EXPECT_THAT(rsa.output, AllOf(HasSubstr("Signatures (currently only for RSA)\n  testing key 0 (Rsa)"),
                                HasSubstr("all 4 signature functions seem to work"), HasSubstr("SHA256-RSA-PKCS: OK"),
                                HasSubstr("Verify (currently only for RSA)\n  testing key 0 (Rsa)"),
                                HasSubstr("No errors\n"), Not(HasSubstr("not a R/W session"))));
  const auto ec = opensc("--test --login --pin x --slot 1");
  EXPECT_EQ(ec.status, 0);
  EXPECT_THAT(ec.output, AllOf(HasSubstr("testing key 0 (Ec)  -- non-RSA, skipping"), HasSubstr("No errors\n")));
}

TEST_F(Pkcs11Tools, OpenscInitialisesInAChild) {
  if (!peer_is_here("pkcs11-tool")) GTEST_SKIP();
  const auto forked = opensc("--test-fork");
  EXPECT_EQ(forked.status, 0);
  EXPECT_THAT(forked.output, AllOf(HasSubstr("Calling C_Initialize in forked child process"), Not(HasSubstr("CKR_"))));
}

TEST_F(Pkcs11Tools, OpensslVerifiesTheSignaturesOfEcKeys) {
  if (!peer_is_here("pkcs11-tool")) GTEST_SKIP();
  test_support::write_file(file("ec.pem"), pem_of("SRV", "Ec"));
  const auto verified =
      run("true; echo hello >data && openssl dgst -sha256 -binary data >digest && RINGSIDE_LAB=x.lab RINGSIDE_USER=SRV "
          "pkcs11-tool --module " +
          module() +
          " --slot 1 --sign --mechanism ECDSA --label Ec --signature-format openssl -i digest -o signature 2>&1 && "
          "openssl x509 -in ec.pem -pubkey -noout >public && openssl dgst -sha256 -verify public -signature signature "
          "data");
  EXPECT_THAT(verified.output, EndsWith("Verified OK\n"));
}

TEST_F(Pkcs11Tools, GnutlsListsAndSigns) {
  if (!peer_is_here("p11tool")) GTEST_SKIP();
  const std::string tool = "p11tool --provider " + module() + " ";
  EXPECT_THAT(run(tool + "--list-tokens").output, AllOf(HasSubstr("URL: pkcs11:model=key%20ring;manufacturer=Ringside"),
                                                        HasSubstr("Label: Rsa"), HasSubstr("Label: Ec")));
  EXPECT_THAT(
      run(tool + "--list-all 'pkcs11:token=Ec'").output,
      AllOf(HasSubstr("Private key (EC/ECDSA-SECP256R1)"), HasSubstr("CKA_CERTIFICATE_CATEGORY=CA; CKA_TRUSTED;")));
  for (const std::string ring : {"Rsa", "Ec"}) {
    const auto tested = run(tool + "--test-sign 'pkcs11:token=" + ring + ";object=" + ring + ";type=private'");
    EXPECT_EQ(tested.status, 0) << tested.output;
    EXPECT_THAT(tested.output, HasSubstr("Verifying against public key in the token... ok"));
  }
}

TEST_F(Pkcs11Tools, NssShowsRingsAsItsOwn) {
  if (!peer_is_here("modutil") || !peer_is_here("certutil")) GTEST_SKIP();
  ASSERT_EQ(run("mkdir db && certutil -N -d sql:db --empty-password").status, 0);
  const auto added = run("modutil -force -dbdir sql:db -add ringside -libfile " + module());
  EXPECT_THAT(added.output, HasSubstr("Module \"ringside\" added to database."));
  EXPECT_THAT(run("modutil -dbdir sql:db -list ringside").output, AllOf(HasSubstr("Rsa"), Not(HasSubstr("ERROR"))));
  EXPECT_THAT(run("certutil -L -d sql:db -h all").output,
              AllOf(testing::ContainsRegex("Rsa:Rsa +u,u,u"), testing::ContainsRegex("Ec:Ec +u,u,u")));
  EXPECT_THAT(run("certutil -K -d sql:db -h all").output, AllOf(HasSubstr("Rsa\n"), HasSubstr("Ec\n")));
}

TEST_F(Pkcs11Tools, KeytoolListsEntriesOfTheToken) {
  if (!peer_is_here("keytool")) GTEST_SKIP();
  test_support::write_file(file("pkcs11.cfg"), "name = Ringside\nlibrary = " + module() + "\nslotListIndex = 1\n");
  const auto listed = run(
      "keytool -list -v -keystore NONE -storetype PKCS11 -storepass any -providerClass sun.security.pkcs11.SunPKCS11 "
      "-providerArg pkcs11.cfg");
  EXPECT_EQ(listed.status, 0);
  EXPECT_THAT(
      listed.output,
      AllOf(HasSubstr("Your keystore contains 2 entries\n"), HasSubstr("Alias name: Ec\nEntry type: PrivateKeyEntry\n"),
            HasSubstr("Certificate chain length: 2\n"), HasSubstr("Alias name: CA\nEntry type: trustedCertEntry\n")));
}

}  // namespace
}  // namespace ringside
