// tests/emulator/racf/users/certificate_user_test.cpp - which user a certificate logs on as.
#include "emulator/racf/users/certificate_user.hpp"

#include <gmock/gmock.h>

#include "emulator/crypto/containers/package.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* activate_mappings = "SETROPTS CLASSACT(DIGTNMAP DIGTCRIT) RACLIST(DIGTNMAP DIGTCRIT)";

// Made by openssl req and x509 with 1.3.18.0.2.18.1=ASN1:SET:hosts, whose entries are IMPLICIT:1 and IMPLICIT:2
// IA5STRING: webuser on mvsdsn1, OTHER on plex.example.com. Valid from 2026 to 2126.
constexpr const char* high_ca =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBozCCAUmgAwIBAgIUbe1NYKTQJYRw84hxi1j0RLpHJIkwCgYIKoZIzj0EAwIw\n"
    "MDELMAkGA1UEBhMCRkkxDzANBgNVBAoMBlZlcml0eTEQMA4GA1UEAwwHSGlnaCBD\n"
    "QTAgFw0yNjExMjEwNTI3MDBaGA8yMTI2MTAyODA1MjcwMFowMDELMAkGA1UEBhMC\n"
    "RkkxDzANBgNVBAoMBlZlcml0eTEQMA4GA1UEAwwHSGlnaCBDQTBZMBMGByqGSM49\n"
    "AgEGCCqGSM49AwEHA0IABG7+FtRWXOsEV0kzHCmc98eEzzlUli5LVfIARzTBCRhS\n"
    "f7N9kgxKYdKlq5pwWZuQVov7JPvv4kmkz6muibm8kVCjPzA9MA8GA1UdEwEB/wQF\n"
    "MAMBAf8wCwYDVR0PBAQDAgIEMB0GA1UdDgQWBBQiceV94Zux8Jcc5sEHyQrQBQ91\n"
    "nzAKBggqhkjOPQQDAgNIADBFAiEA4Bg7a38GP42GgROQtPlHMFJoeWKnyyJ6+M57\n"
    "dM8XYmQCIC9V8kJkQvoDfIpJXFc2yV3lSZaEcifNRzQAmXxnjWEU\n"
    "-----END CERTIFICATE-----\n";
constexpr const char* with_host_ids =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIByzCCAXGgAwIBAgIBBzAKBggqhkjOPQQDAjAwMQswCQYDVQQGEwJGSTEPMA0G\n"
    "A1UECgwGVmVyaXR5MRAwDgYDVQQDDAdIaWdoIENBMCAXDTI2MTEyMTA1MjcwMFoY\n"
    "DzIxMjYxMDI4MDUyNzAwWjArMQswCQYDVQQGEwJGSTENMAsGA1UECgwEQWNtZTEN\n"
    "MAsGA1UEAwwEVGltbzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCXE3zIDw4uv\n"
    "RTDDyTXOtubNUu3Df3m4cmeojp4ohjE9B73jgZMAmqE13c4L5XIDDXhQlXH0W8fp\n"
    "R5XobaWptr+jfzB9MDsGBisSAAISAQQxMS8wEoEHbXZzZHNuMYIHd2VidXNlcjAZ\n"
    "gRBwbGV4LmV4YW1wbGUuY29tggVPVEhFUjAdBgNVHQ4EFgQUGYzAUibU06yD+XGX\n"
    "1hkGVns8RqcwHwYDVR0jBBgwFoAUInHlfeGbsfCXHObBB8kK0AUPdZ8wCgYIKoZI\n"
    "zj0EAwIDSAAwRQIgP6SxA+874PcJRr9S3w1h2RdwggN/yMBcJwsunySEqnoCIQDw\n"
    "j9INdwr7rDuVYaI5j+sw6brjnArAuju6lDwI6Ct7Ww==\n"
    "-----END CERTIFICATE-----\n";

crypto::Certificate certificate_of(const std::string& pem) {
  return crypto::read_package(base::to_bytes(pem), std::nullopt)->certificates.front();
}

/// Has a certificate for CN=Timo.OU=Claims.OU=Nordic.O=Acme.C=FI that RACF does not keep.
class UserLab : public RacfLab {
 public:
  explicit UserLab(lab::Rules rules = {}) : RacfLab("2013-05-17", rules) {
    for (const char* user : {"WEBUSER", "OTHER", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8"})
      must(std::string("ADDUSER ") + user);
    must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Class 1') O('Verity, Inc') L('Internet')) WITHLABEL('CA') NISTECC");
    must(
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('Timo') OU('Claims' 'Nordic') O('Acme') C('FI')) "
        "WITHLABEL('timo') NISTECC SIGNWITH(CERTAUTH LABEL('CA'))");
    certificate_ = certificate("OTHER", "timo");
    must("RACDCERT ID(OTHER) EXPORT(LABEL('timo')) DSN(TIMO)");
    must("RACDCERT ID(OTHER) DELETE(LABEL('timo'))");
  }

  CertificateUser ask(const SessionCriteria& criteria = {}) { return user_of(session(), *certificate_, criteria); }
  void map(const std::string& user, const std::string& operands) {
    must("RACDCERT ID(" + user + ") MAP TRUST " + operands);
    refresh();
  }
  void refresh() { must("SETROPTS RACLIST(DIGTNMAP) REFRESH"); }

 private:
  std::optional<crypto::Certificate> certificate_;
};

TEST(CertificateUser, IsNobodyWhenNothingKnowsTheCertificate) {
  UserLab lab;
  const CertificateUser nobody = lab.ask();
  EXPECT_EQ(nobody.user, "");
  EXPECT_EQ(nobody.source, UserSource::none);
  EXPECT_EQ(nobody.explanation, "it is not registered, no mapping fits, and it has no hostIdMappings extension");
  EXPECT_THAT(nobody.remarks, IsEmpty());
}

TEST(CertificateUser, IsTheOneForWhomTheCertificateIsRegistered) {
  UserLab lab;
  lab.must("RACDCERT ID(WEBUSER) ADD(TIMO) TRUST WITHLABEL('mine')");
  const CertificateUser found = lab.ask();
  EXPECT_EQ(found.user, "WEBUSER");
  EXPECT_EQ(found.source, UserSource::certificate);
  EXPECT_EQ(found.label, "mine");
  EXPECT_EQ(found.explanation, "it is registered for user WEBUSER with label 'mine'");
}

TEST(CertificateUser, PrefersRegistrationToAnyMapping) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.map("U1", "SDNFILTER('CN=Timo.OU=Claims.OU=Nordic.O=Acme.C=FI')");
  EXPECT_EQ(lab.ask().user, "U1");
  lab.must("RACDCERT ID(WEBUSER) ADD(TIMO) TRUST");
  EXPECT_EQ(lab.ask().user, "WEBUSER");
}

TEST(CertificateUser, IsNobodyWhileTheRegistrationIsNotTrusted) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.map("U1", "SDNFILTER('C=FI')");
  lab.must("RACDCERT ID(WEBUSER) ADD(TIMO) NOTRUST WITHLABEL('mine')");
  const CertificateUser nobody = lab.ask();
  EXPECT_EQ(nobody.user, "");
  EXPECT_EQ(nobody.source, UserSource::certificate);
  EXPECT_THAT(nobody.explanation, HasSubstr("RACDCERT ID(WEBUSER) ALTER(LABEL('mine')) TRUST"));
  lab.must("RACDCERT ID(WEBUSER) ALTER(LABEL('mine')) TRUST");
  EXPECT_EQ(lab.ask().user, "WEBUSER");
}

TEST(CertificateUser, IsNobodyForCertauthAndSiteCertificates) {
  UserLab lab;
  const CertificateUser authority = user_of(lab.session(), lab.certificate(database::certauth_owner, "CA"));
  EXPECT_EQ(authority.user, "");
  EXPECT_EQ(authority.explanation,
            "it is registered for CERTAUTH with label 'CA', and such a certificate stands for no user");
  lab.must("RACDCERT SITE ADD(TIMO) TRUST WITHLABEL('s')");
  EXPECT_THAT(lab.ask().explanation, HasSubstr("registered for SITE with label 's'"));
  EXPECT_EQ(lab.ask().user, "");
}

TEST(CertificateUser, IsNobodyIfTheUserIsRevokedOrGone) {
  UserLab lab;
  lab.must("RACDCERT ID(WEBUSER) ADD(TIMO) TRUST");
  lab.must("ALTUSER WEBUSER REVOKE");
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().explanation, HasSubstr("user WEBUSER is revoked"));
  lab.must("ALTUSER WEBUSER RESUME");
  EXPECT_EQ(lab.ask().user, "WEBUSER");
  lab.session().database.users.remove("WEBUSER");
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().explanation, HasSubstr("user WEBUSER is not defined"));
}

TEST(CertificateUser, IsNotTakenFromAnotherCertificateOfTheSameName) {
  UserLab lab;
  lab.must("RACDCERT ID(WEBUSER) ADD(TIMO) TRUST WITHLABEL('mine')");
  auto record = *lab.record("WEBUSER", "mine");
  record.der = lab.certificate(database::certauth_owner, "CA").der();
  lab.session().database.certificates.replace(record);
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().explanation, HasSubstr("another certificate with this serial number and issuer"));
}

TEST(CertificateUser, IsToldThatTheHandshakeRefusesAnExpiredCertificate) {
  UserLab lab;
  lab.must("RACDCERT ID(WEBUSER) ADD(TIMO) TRUST");
  EXPECT_THAT(lab.ask().remarks, IsEmpty());
  lab.set_date("2020-01-01");
  EXPECT_EQ(lab.ask().user, "WEBUSER");
  EXPECT_THAT(lab.ask().remarks, ElementsAre(HasSubstr("valid from 2013/05/17 00:00:00 to 2014/05/17 23:59:59 only")));
}

// Security Administrator's Guide, "How RACF processes certificate name filters": the six steps, most specific first.
TEST(CertificateUserMappings, AreSearchedInRacfsOrder) {
  struct Row {
    std::string user;
    std::string filter;
    std::string step;
  };
  const std::string issuer = "IDNFILTER('CN=Class 1.O=Verity, Inc.L=Internet')";
  const std::vector<Row> rows = {
      {"U1", issuer + " SDNFILTER('CN=Timo.OU=Claims.OU=Nordic.O=Acme.C=FI')",
       "the subject's full name and the issuer's full name"},
      {"U2", issuer + " SDNFILTER('OU=Nordic.O=Acme.C=FI')", "a part of the subject's name and the issuer's full name"},
      {"U3", issuer + " SDNFILTER('C=FI')", "a part of the subject's name and the issuer's full name"},
      {"U4", "SDNFILTER('CN=Timo.OU=Claims.OU=Nordic.O=Acme.C=FI')", "the subject's full name"},
      {"U5", "SDNFILTER('OU=Claims.OU=Nordic.O=Acme.C=FI')", "a part of the subject's name"},
      {"U6", "SDNFILTER('O=Acme.C=FI')", "a part of the subject's name"},
      {"U7", issuer, "the issuer's full name"},
      {"U8", "IDNFILTER('L=Internet')", "a part of the issuer's name"},
  };
  UserLab lab;
  lab.must(activate_mappings);
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    lab.map(row->user, row->filter);
    const CertificateUser found = lab.ask();
    EXPECT_EQ(found.user, row->user);
    EXPECT_EQ(found.source, UserSource::name_filter);
    EXPECT_EQ(found.explanation,
              "the mapping with label 'LABEL00000001' of user " + row->user + " fits by " + row->step);
  }
}

TEST(CertificateUserMappings, FitAtTheBordersOfPartsOnly) {
  UserLab lab;
  lab.must(activate_mappings);
  for (const char* wrong : {"O=Acm", "O=Acme", "CN=Timo", "OU=Nordic.C=FI", "O=acme.C=FI", "C=F", "O=Acme.C=FI.C=FI"})
    lab.map("U1", std::string("SDNFILTER('") + wrong + "')");
  EXPECT_EQ(lab.ask().user, "");
}

TEST(CertificateUserMappings, AreNeverSearchedWithASubjectAndAPartOfAnIssuer) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.map("U1", "SDNFILTER('C=FI') IDNFILTER('L=Internet') WITHLABEL('partial')");
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().remarks,
              ElementsAre(HasSubstr("label 'partial' of user U1 would fit, but with a subject's name filter")));
}

TEST(CertificateUserMappings, NeedAnActiveRaclistedClass) {
  UserLab lab;
  lab.must("RACDCERT ID(U1) MAP TRUST SDNFILTER('C=FI')");
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().remarks, ElementsAre(HasSubstr("1 mapping(s) are not looked at")));
  lab.must("SETROPTS CLASSACT(DIGTNMAP)");
  EXPECT_EQ(lab.ask().user, "");
  lab.must("SETROPTS RACLIST(DIGTNMAP)");
  EXPECT_EQ(lab.ask().user, "U1");
  EXPECT_THAT(lab.ask().remarks, IsEmpty());
  lab.must("SETROPTS NOCLASSACT(DIGTNMAP)");
  EXPECT_EQ(lab.ask().user, "");
}

TEST(CertificateUserMappings, EndTheSearchWhenNotTrusted) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.map("U1", "SDNFILTER('C=FI')");
  lab.must("RACDCERT ID(U2) MAP NOTRUST SDNFILTER('O=Acme.C=FI') WITHLABEL('no')");
  lab.refresh();
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_EQ(lab.ask().source, UserSource::name_filter);
  EXPECT_THAT(lab.ask().explanation, HasSubstr("RACDCERT ID(U2) ALTMAP(LABEL('no')) TRUST"));
}

TEST(CertificateUserMappings, GiveNobodyWhoIsRevoked) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.map("U1", "SDNFILTER('C=FI')");
  lab.must("ALTUSER U1 REVOKE");
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().explanation, HasSubstr("user U1 is revoked"));
}

TEST(CertificateUserMappings, AreRemarkedOnUntilTheRefresh) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.must("RACDCERT ID(U1) MAP TRUST SDNFILTER('C=FI')");
  EXPECT_THAT(lab.ask().remarks, ElementsAre(HasSubstr("RACLIST(DIGTNMAP) REFRESH")));
  lab.refresh();
  EXPECT_THAT(lab.ask().remarks, IsEmpty());
}

TEST(CertificateUserMappings, ActFromTheRefreshOn) {
  UserLab lab;
  lab.must(activate_mappings);
  lab.must("RACDCERT ID(U1) MAP TRUST SDNFILTER('C=FI') WITHLABEL('l')");
  EXPECT_EQ(lab.ask().user, "");
  lab.refresh();
  EXPECT_EQ(lab.ask().user, "U1");
  EXPECT_EQ(lab.ask().label, "l");
  lab.must("RACDCERT ID(U1) DELMAP");
  EXPECT_EQ(lab.ask().user, "U1");
  lab.refresh();
  EXPECT_EQ(lab.ask().user, "");
}

class CriteriaLab : public UserLab {
 public:
  explicit CriteriaLab(const std::string& criteria, lab::Rules rules = {}) : UserLab(rules) {
    must(activate_mappings);
    must("SETROPTS GENERIC(DIGTCRIT)");
    must("RACDCERT MULTIID MAP TRUST SDNFILTER('C=FI') WITHLABEL('all') CRITERIA(" + criteria + ")");
    refresh();
  }
  void define(const std::string& name, const std::string& user) {
    must("RDEFINE DIGTCRIT " + name + " APPLDATA('" + user + "')");
    must("SETROPTS RACLIST(DIGTCRIT) REFRESH");
  }
};

TEST(CertificateUserCriteria, ChooseTheUserByApplication) {
  CriteriaLab lab("APPLID=&APPLID");
  lab.define("APPLID=EROYAL", "U1");
  lab.define("APPLID=EINV", "U2");
  EXPECT_EQ(lab.ask({{"APPLID", "EROYAL"}}).user, "U1");
  EXPECT_EQ(lab.ask({{"APPLID", "einv"}}).user, "U2");
  EXPECT_THAT(lab.ask({{"APPLID", "EINV"}}).explanation,
              HasSubstr("profile APPLID=EINV of class DIGTCRIT fits the criteria APPLID=EINV"));
  EXPECT_EQ(lab.ask({{"APPLID", "CICS"}}).user, "");
  EXPECT_THAT(lab.ask({{"APPLID", "CICS"}}).explanation,
              HasSubstr("no profile of class DIGTCRIT covers the criteria APPLID=CICS"));
}

TEST(CertificateUserCriteria, KnowTheSystemByItself) {
  CriteriaLab lab("APPLID=&APPLID.SYSID=&SYSID");
  lab.define("APPLID=A.SYSID=SYS1", "U1");
  lab.define("APPLID=A.SYSID=SYSX", "U2");
  EXPECT_EQ(lab.ask({{"APPLID", "A"}}).user, "U1");
  EXPECT_EQ(lab.ask({{"APPLID", "A"}, {"SYSID", "SYSX"}}).user, "U2");
}

// Security Administrator's Guide, "Details for processing an issuer's name filter with multiple criteria".
TEST(CertificateUserCriteria, TakeTheMostSpecificGenericProfile) {
  CriteriaLab lab("SYSID=&SYSID.ENCRLVL=&ENCRLVL");
  lab.define("SYSID=SYS1.ENCRLVL=*", "U1");
  lab.define("SYSID=SYS1.ENCRLVL=HIGH", "U2");
  lab.define("**", "U3");
  EXPECT_EQ(lab.ask({{"ENCRLVL", "HIGH"}}).user, "U2");
  EXPECT_EQ(lab.ask({{"ENCRLVL", "LOW"}}).user, "U1");
  EXPECT_EQ(lab.ask().user, "U1");
  EXPECT_EQ(lab.ask({{"SYSID", "SYS9"}}).user, "U3");
}

TEST(CertificateUserCriteria, NeedTheirClassAndApplicationData) {
  CriteriaLab lab("APPLID=&APPLID");
  lab.must("RDEFINE DIGTCRIT APPLID=A");
  lab.must("SETROPTS RACLIST(DIGTCRIT) REFRESH");
  EXPECT_THAT(lab.ask({{"APPLID", "A"}}).explanation, HasSubstr("has no APPLDATA"));
  lab.must("RALTER DIGTCRIT APPLID=A APPLDATA('NOBODY')");
  lab.must("SETROPTS RACLIST(DIGTCRIT) REFRESH");
  EXPECT_THAT(lab.ask({{"APPLID", "A"}}).explanation, HasSubstr("user NOBODY is not defined"));
  lab.must("SETROPTS NORACLIST(DIGTCRIT)");
  EXPECT_THAT(lab.ask({{"APPLID", "A"}}).explanation, HasSubstr("class DIGTCRIT is not active and RACLISTed"));
}

TEST(CertificateUserCriteria, ActFromTheRefreshOn) {
  CriteriaLab lab("APPLID=&APPLID");
  lab.must("RDEFINE DIGTCRIT APPLID=A APPLDATA('U1')");
  EXPECT_EQ(lab.ask({{"APPLID", "A"}}).user, "");
  EXPECT_THAT(lab.ask({{"APPLID", "A"}}).remarks, ElementsAre(HasSubstr("RACLIST(DIGTCRIT) REFRESH")));
  lab.must("SETROPTS RACLIST(DIGTCRIT) REFRESH");
  EXPECT_EQ(lab.ask({{"APPLID", "A"}}).user, "U1");
}

TEST(CriteriaTemplate, PutsValuesInThePlaceOfVariables) {
  using racdcert::substitute_criteria;
  EXPECT_EQ(substitute_criteria("APPLID=&APPLID.SYSID=&SYSID", {{"APPLID", "a"}, {"SYSID", "S"}}), "APPLID=A.SYSID=S");
  EXPECT_EQ(substitute_criteria("A=&A&B", {{"A", "1"}, {"B", "2"}}), "A=12");
  EXPECT_EQ(substitute_criteria("A=&A.B", {}), "A=.B");
  EXPECT_EQ(substitute_criteria("&", {}), "");
  EXPECT_EQ(substitute_criteria("A=B", {}), "A=B");
}

class HostIdLab : public UserLab {
 public:
  HostIdLab() {
    set_date("2030-01-01");
    put_text("IBMUSER.HIGHCA", high_ca);
    must("RACDCERT CERTAUTH ADD(HIGHCA) HIGHTRUST WITHLABEL('high')");
    must("SETROPTS CLASSACT(SERVAUTH) NOADDCREATOR");
    must("RDEFINE SERVAUTH IRR.HOST.MVSDSN1 UACC(NONE)");
  }
  CertificateUser ask() { return user_of(session(), certificate_of(with_host_ids)); }
};

TEST(CertificateUserHostIds, NameTheUserForAHostThatTheServerMayServe) {
  HostIdLab lab;
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_EQ(lab.ask().source, UserSource::host_id);
  EXPECT_THAT(lab.ask().explanation, HasSubstr("user IBMUSER has no READ access to IRR.HOST.MVSDSN1"));
  lab.must("PERMIT IRR.HOST.MVSDSN1 CLASS(SERVAUTH) ID(IBMUSER) ACCESS(READ)");
  EXPECT_EQ(lab.ask().user, "WEBUSER");
  EXPECT_EQ(lab.ask().explanation, "its hostIdMappings extension names the user for host mvsdsn1");
  lab.must("RDELETE SERVAUTH IRR.HOST.MVSDSN1");
  lab.must("RDEFINE SERVAUTH IRR.HOST.PLEX.EXAMPLE.COM UACC(READ)");
  EXPECT_EQ(lab.ask().user, "OTHER");
}

TEST(CertificateUserHostIds, NeedAnIssuerOfHighTrust) {
  HostIdLab lab;
  lab.must("PERMIT IRR.HOST.MVSDSN1 CLASS(SERVAUTH) ID(IBMUSER) ACCESS(READ)");
  lab.must("RACDCERT CERTAUTH ALTER(LABEL('high')) TRUST");
  EXPECT_EQ(lab.ask().user, "");
  EXPECT_THAT(lab.ask().explanation, HasSubstr("no CERTAUTH certificate with status HIGHTRUST"));
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('high'))");
  EXPECT_EQ(lab.ask().user, "");
}

TEST(CertificateUserHostIds, ComeAfterMappings) {
  HostIdLab lab;
  lab.must("PERMIT IRR.HOST.MVSDSN1 CLASS(SERVAUTH) ID(IBMUSER) ACCESS(READ)");
  lab.must(activate_mappings);
  lab.map("U1", "IDNFILTER('C=FI')");
  EXPECT_EQ(lab.ask().user, "U1");
  lab.must("RACDCERT ID(U1) DELMAP");
  EXPECT_EQ(lab.ask().user, "U1");
  lab.refresh();
  EXPECT_EQ(lab.ask().user, "WEBUSER");
}

TEST(CertificateUserHostIds, AreReadAsOpensslWroteThem) {
  const auto host_ids = certificate_of(with_host_ids).extensions().host_ids;
  ASSERT_EQ(host_ids.size(), 2u);
  EXPECT_EQ(host_ids[0].host, "mvsdsn1");
  EXPECT_EQ(host_ids[0].user, "webuser");
  EXPECT_EQ(host_ids[1].host, "plex.example.com");
  EXPECT_EQ(host_ids[1].user, "OTHER");
}

}  // namespace
}  // namespace ringside::racf
