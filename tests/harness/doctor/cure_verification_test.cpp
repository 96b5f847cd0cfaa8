// tests/harness/doctor/cure_verification_test.cpp - certificates that are refused: the printed commands mend each.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "harness/doctor/cure.hpp"
#include "tests/harness/doctor_bench.hpp"

namespace ringside::harness {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

class CureVerification : public DoctorBench {};

TEST_F(CureVerification, BringsACaFromAnotherSystem) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn");
  make_server("THERE");
  const Diagnosis diagnosis = expect_mended(Reason::not_on_ring);
  EXPECT_THAT(diagnosis_lines(diagnosis),
              testing::IsSupersetOf(
                  {"    THERE     RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('IBMUSER.RINGSIDE.CERT1') FORMAT(CERTB64)",
                   "    THERE     ringside transfer IBMUSER.RINGSIDE.CERT1 --from THERE --to HERE",
                   "    HERE      RACDCERT CERTAUTH ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('CA of THERE') TRUST",
                   "    HERE      RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA of THERE') RING(Ring))"}));
}

TEST_F(CureVerification, ConnectsACaThatIsInTheDatabase) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) REMOVE(CERTAUTH LABEL('Theirs') RING(Ring))", "HERE");
  lab_.must("RACDCERT CERTAUTH ALTER(LABEL('Theirs')) NOTRUST", "HERE");
  expect_mended(Reason::not_on_ring);
}

TEST_F(CureVerification, BringsASelfSignedServerCertificate) {
  make_ca("HERE", "Jupiter");
  make_server("THERE", "");
  expect_mended(Reason::not_on_ring);
}

TEST_F(CureVerification, BringsTheRootOfAChain) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn");
  lab_.must(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Titan')) WITHLABEL('Titan') SIGNWITH(CERTAUTH LABEL('CA')) "
      "NISTECC SIZE(256)",
      "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Titan') RING(Ring))", "THERE");
  make_server("THERE", "SIGNWITH(CERTAUTH LABEL('Titan'))");
  expect_mended(Reason::not_on_ring);
}

TEST_F(CureVerification, SaysWhoseCertificateMustComeFromOutside) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn");
  make_server("THERE");
  lab_.must("RACDCERT CERTAUTH DELETE(LABEL('CA'))", "THERE");
  const Diagnosis diagnosis = examine();
  ASSERT_THAT(diagnosis.complaints, SizeIs(1));
  ASSERT_THAT(diagnosis.complaints.front().plans, SizeIs(1));
  EXPECT_FALSE(diagnosis.complaints.front().plans.front().holds);
  EXPECT_THAT(base::join(diagnosis_lines(diagnosis), "\n"),
              HasSubstr("put the certificate of CN=Saturn into 'IBMUSER.RINGSIDE.CERT1'"));
}

TEST_F(CureVerification, TrustsACaOfStatusNotrust) {
  make_link_that_holds();
  lab_.must("RACDCERT CERTAUTH ALTER(LABEL('Theirs')) NOTRUST", "HERE");
  expect_mended(Reason::notrust);
}

TEST_F(CureVerification, ConnectsACaAsACa) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Theirs') RING(Ring) USAGE(PERSONAL))", "HERE");
  expect_mended(Reason::wrong_usage);
}

TEST_F(CureVerification, RenewsWhatHasExpired) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn", "NOTAFTER(DATE(2030-01-01))");
  make_server("THERE", "SIGNWITH(CERTAUTH LABEL('CA')) NOTAFTER(DATE(2014-01-01))");
  bring_their_ca();
  lab_.set_date("2014-03-01");
  expect_mended(Reason::expired);
}

TEST_F(CureVerification, RenewsOnceForAMomentThatIsFarAhead) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn", "NOTAFTER(DATE(2034-01-01))");
  make_server("THERE", "SIGNWITH(CERTAUTH LABEL('CA')) NOTAFTER(DATE(2014-01-01))");
  bring_their_ca();
  options_.at = *base::parse_moment_from("2020-06-01", lab_.lab().now(), lab_.lab().zone());
  const Diagnosis diagnosis = expect_mended(Reason::expired);
  EXPECT_THAT(diagnosis.complaints.front().plans.front().remedies, SizeIs(1));
}

TEST_F(CureVerification, RenewsAnExpiredCaBeforeWhatItHasSigned) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn", "NOTAFTER(DATE(2014-01-01))");
  make_server("THERE", "SIGNWITH(CERTAUTH LABEL('CA')) NOTAFTER(DATE(2014-01-01))");
  bring_their_ca();
  lab_.set_date("2014-03-01");
  expect_mended(Reason::expired);
}

TEST_F(CureVerification, MakesACertificateAnewThatIsNotYetValid) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn", "NOTBEFORE(DATE(2013-01-01)) NOTAFTER(DATE(2030-01-01))");
  make_server("THERE", "SIGNWITH(CERTAUTH LABEL('CA')) NOTBEFORE(DATE(2013-06-01)) NOTAFTER(DATE(2014-06-01)) TRUST");
  bring_their_ca();
  const Diagnosis diagnosis = expect_mended(Reason::not_yet_valid);
  EXPECT_THAT(diagnosis.complaints.front().advice, Contains("or wait until 2013/06/01 00:00:00"));
}

TEST_F(CureVerification, ShowsBothWaysOutOfIdenticalNames) {
  make_ca("HERE", "Jupiter");
  make_server("HERE");
  make_ca("THERE", "Jupiter");
  make_server("THERE");
  expect_choices(Reason::another_key, 2);
  EXPECT_THAT(base::join(diagnosis_lines(examine()), "\n"), HasSubstr("IRRD109I"));
}

TEST_F(CureVerification, BringsACaOfTheSameNameWithAnotherSerialNumber) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Jupiter");
  lab_.must("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA 2')", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA 2') RING(Ring))", "THERE");
  lab_.must("RACDCERT CERTAUTH GENREQ(LABEL('CA 2')) DSN('CA2.REQ')", "THERE");
  lab_.must("RACDCERT CERTAUTH GENCERT('CA2.REQ') SIGNWITH(CERTAUTH LABEL('CA 2'))", "THERE");
  make_server("THERE", "SIGNWITH(CERTAUTH LABEL('CA 2'))");
  expect_mended(Reason::another_key);
}

TEST_F(CureVerification, NamesTheHostInTheCertificate) {
  make_link_that_holds();
  options_.verify_host = true;
  expect_mended(Reason::host_name);
}

TEST_F(CureVerification, MakesACaOfASignerThatIsNone) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn");
  lab_.must(
      "RACDCERT SITE GENCERT SUBJECTSDN(CN('No CA')) WITHLABEL('Site') NISTECC SIZE(256) KEYUSAGE(HANDSHAKE)"
      " SIGNWITH(CERTAUTH LABEL('CA'))",
      "THERE");
  make_server("THERE", "SIGNWITH(SITE LABEL('Site'))");
  lab_.must("RACDCERT ID(SRV) CONNECT(SITE LABEL('Site') RING(Ring))", "THERE");
  bring_their_ca();
  expect_mended(Reason::not_a_ca);
}

TEST_F(CureVerification, MakesACertificateThatMayBeAServers) {
  make_link_that_holds();
  lab_.must(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('sign only')) WITHLABEL('Sign') "
      "KEYUSAGE(CERTSIGN) SIGNWITH(CERTAUTH LABEL('CA'))",
      "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Sign') RING(Ring) DEFAULT)", "THERE");
  expect_mended(Reason::wrong_purpose);
}

class UnsuitableKey : public DoctorBench, public testing::WithParamInterface<const char*> {};

TEST_P(UnsuitableKey, IsReplacedByOneThatTlsCanUse) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('other')) WITHLABEL('Other') SIGNWITH(CERTAUTH LABEL('CA')) " +
                std::string(GetParam()),
            "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Other') RING(Ring) DEFAULT)", "THERE");
  const Diagnosis diagnosis = expect_mended(Reason::unsuitable_key);
  EXPECT_THAT(diagnosis.complaints.front().link.explanation, HasSubstr("cannot use"));
}

INSTANTIATE_TEST_SUITE_P(Keys, UnsuitableKey,
                         testing::Values("NISTECC", "NISTECC SIZE(224)", "BPECC SIZE(160)", "BPECC SIZE(512)",
                                         "RSA SIZE(512)", "DSA SIZE(1024)"));

TEST_F(CureVerification, FindsTheClientsKeyThatTlsCannotUse) {
  make_link_that_holds();
  make_server("HERE", "");
  lab_.must(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('other')) WITHLABEL('Other') SIGNWITH(CERTAUTH LABEL('CA')) NISTECC",
      "HERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Other') RING(Ring) DEFAULT)", "HERE");
  lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('HERE.CA')", "HERE");
  lab_.copy("HERE.CA", "HERE", "THERE");
  lab_.must("RACDCERT CERTAUTH ADD('HERE.CA') WITHLABEL('Of here') TRUST", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Of here') RING(Ring))", "THERE");
  options_.mutual = true;
  expect_mended(Reason::unsuitable_key);
}

}  // namespace
}  // namespace ringside::harness
