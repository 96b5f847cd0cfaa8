// tests/emulator/racf/racdcert/racdcert_answers_test.cpp - forms of RACDCERT that PARSE takes and a function answers:
// what is missing, excluded, unknown or left to a default, with return code and message.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/emulator/racf/racdcert/function_table_probes.hpp"

namespace ringside::racf {
namespace {

struct Answer {
  const char* operands;
  int return_code;
  const char* message;  ///< the last message's number; empty if a listing or nothing is shown
};

constexpr std::array answers = {
    Answer{"", 0, ""},
    Answer{"LIST(LABEL('c'))", 0, ""},
    Answer{"LIST(LABEL('C'))", 4, "IRRD107I"},
    Answer{"LIST(LABEL('c '))", 0, ""},
    Answer{"LIST(LABEL(' c'))", 0, ""},
    Answer{"LIST(LABEL(c))", 4, "IRRD107I"},
    Answer{"LIST(SERIALNUMBER(00))", 0, ""},
    Answer{"LIST(SERIALNUMBER(FF))", 4, "IRRD107I"},
    Answer{"LIST(LABEL('c') SERIALNUMBER(00))", 8, "RSD207I"},
    Answer{"LIST LABEL('c')", 0, ""},
    Answer{"ID(NOBODY) LIST", 8, "IRRD102I"},
    Answer{"ID(irrcerta) LIST", 8, "IRRD102I"},
    Answer{"ID(ANN) CERTAUTH LIST", 0, ""},
    Answer{"CERTAUTH SITE LIST", 0, ""},
    Answer{"CERTAUTH CERTAUTH LIST", 0, ""},
    Answer{"LIST ADDRING(X)", 0, ""},
    Answer{"ADDRING(X) LIST(LABEL('x'))", 4, "IRRD107I"},
    Answer{"LIST LIST", 0, ""},
    Answer{"MULTIID LIST", 8, "IRRD136I"},
    Answer{"LISTCHAIN", 8, "IRRD130I"},
    Answer{"LISTCHAIN(LABEL('x'))", 4, "IRRD107I"},
    Answer{"LISTRING", 0, ""},
    Answer{"LISTRING(ring)", 4, "IRRD114I"},
    Answer{"LISTRING(Ring) CERTAUTH", 8, "IRRD120I"},
    Answer{"ID(NOBODY) LISTRING", 8, "IRRD102I"},
    Answer{"LISTMAP(LABEL('x'))", 4, "RSD232I"},
    Answer{"CERTAUTH LISTMAP", 0, ""},
    Answer{"LISTTOKEN(NONE)", 4, "RSD220I"},
    Answer{"LISTTOKEN(full)", 0, ""},
    Answer{"CHECKCERT(NO.SUCH)", 8, "IRRD103I"},
    Answer{"CHECKCERT(A.P12)", 8, "RSD206I"},
    Answer{"CHECKCERT(A.P12) PASSWORD('wrong')", 8, "RSD206I"},
    Answer{"CHECKCERT(A.REQUEST)", 8, "IRRD104I"},
    Answer{"ADD(NO.SUCH)", 8, "IRRD103I"},
    Answer{"ADD(A.REQUEST)", 8, "IRRD104I"},
    Answer{"ADD(A.CERT)", 4, "IRRD199I"},
    Answer{"ADD(A.CERT) TRUST NOTRUST", 0, "IRRD199I"},
    Answer{"ADD(A.CERT) WITHLABEL('c')", 8, "RSD202I"},
    Answer{"ADD(A.CERT) SITE WITHLABEL('leaf') TRUST", 0, "IRRD199I"},
    Answer{"ADD(A.P12) PASSWORD('secret') PKDS(A) ICSF(B)", 8, "RSD207I"},
    Answer{"ADD(A.P12) PASSWORD('secret') PKDS(*)", 8, "IRRD130I"},
    Answer{"ADD(A.P12) PASSWORD('secret') PKDS(*) WITHLABEL('a b')", 8, "IRRD160I"},
    Answer{"ADDRING(Ring)", 8, "IRRD122I"},
    Answer{"ADDRING(RING)", 0, ""},
    Answer{"ADDRING(*)", 8, "RSD209I"},
    Answer{"ADDRING(X) SITE", 8, "IRRD120I"},
    Answer{"DELRING(Nope)", 8, "IRRD114I"},
    Answer{"DELRING(X) ID(GONE)", 8, "IRRD114I"},
    Answer{"CONNECT()", 8, "IRRD121I"},
    Answer{"CONNECT(LABEL('c'))", 8, "IRRD121I"},
    Answer{"CONNECT(RING(Empty))", 8, "IRRD121I"},
    Answer{"CONNECT(LABEL('c') RING(Nope))", 8, "IRRD114I"},
    Answer{"CONNECT(LABEL('x') RING(Empty))", 8, "IRRD107I"},
    Answer{"CONNECT(CERTAUTH SITE LABEL('c') RING(Empty))", 0, ""},
    Answer{"CONNECT(LABEL('c') RING(Empty)) CERTAUTH", 8, "IRRD120I"},
    Answer{"CONNECT(CERTAUTH LABEL('c') RING(Empty) USAGE(PERSONAL) DEFAULT)", 0, ""},
    Answer{"CONNECT(CERTAUTH) LABEL('c') RING(Empty)", 8, "IRRD121I"},
    Answer{"REMOVE()", 8, "IRRD121I"},
    Answer{"REMOVE(LABEL('c2') RING(Ring))", 8, "IRRD116I"},
    Answer{"REMOVE(LABEL('c') RING(Nope))", 8, "IRRD114I"},
    Answer{"ALTER", 8, "IRRD130I"},
    Answer{"ALTER TRUST", 8, "RSD205I"},
    Answer{"ALTER(LABEL('c')) NEWLABEL('c2')", 8, "RSD202I"},
    Answer{"ALTER(LABEL('c')) NEWLABEL('c')", 0, ""},
    Answer{"ALTER(LABEL('x')) TRUST", 8, "IRRD107I"},
    Answer{"ALTER(LABEL('c')) TRUST HIGHTRUST", 0, ""},
    Answer{"DELETE", 8, "RSD205I"},
    Answer{"DELETE(LABEL('x'))", 8, "IRRD107I"},
    Answer{"DELETE(LABEL('requested'))", 8, "RSD208I"},
    Answer{"DELETE(LABEL('c')) ID(GONE)", 8, "IRRD107I"},
    Answer{"EXPORT()", 8, "IRRD130I"},
    Answer{"EXPORT(LABEL('c'))", 8, "IRRD130I"},
    Answer{"EXPORT(LABEL('x')) DSN(OUT)", 8, "IRRD107I"},
    Answer{"EXPORT(LABEL('c')) DSN(OUT) FORMAT(PKCS12DER)", 8, "IRRD130I"},
    Answer{"EXPORT(LABEL('icsf')) DSN(OUT) FORMAT(PKCS12DER) PASSWORD('p')", 8, "IRRD147I"},
    Answer{"GENREQ()", 8, "IRRD130I"},
    Answer{"GENREQ(LABEL('c'))", 8, "IRRD130I"},
    Answer{"GENCERT", 8, "IRRD130I"},
    Answer{"GENCERT SUBJECTSDN()", 8, "IRRD130I"},
    Answer{"GENCERT(A.REQUEST)", 8, "IRRD130I"},
    Answer{"GENCERT(A.CERT) SIGNWITH(LABEL('c'))", 8, "RSD211I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) SIGNWITH(CERTAUTH)", 8, "IRRD130I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) SIGNWITH(CERTAUTH LABEL('x'))", 8, "IRRD107I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NISTECC SIGNWITH(CERTAUTH SITE LABEL('c'))", 0, "IRRD199I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NOTAFTER(DATE(2013-05-16))", 8, "IRRD133I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NOTBEFORE(DATE(1949-12-31))", 8, "RSD209I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) RSA NISTECC", 0, "IRRD199I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) SIZE(511)", 8, "RSD209I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NISTECC SIZE(255)", 8, "RSD209I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NISTECC KEYUSAGE(DATAENCRYPT)", 8, "IRRD156I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) KEYUSAGE(KEYAGREE)", 8, "IRRD156I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) FROMICSF(NO.KEY)", 8, "IRRD192I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) ALTNAME(EMAIL('a'))", 8, "RSD209I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) ALTNAME(URI('a'))", 8, "RSD209I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NISTECC ALTNAME()", 0, "IRRD199I"},
    Answer{"GENCERT SUBJECTSDN(CN('ID(IBMUSER)')) NISTECC", 8, "IRRD109I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NISTECC WITHLABEL('c')", 8, "RSD202I"},
    Answer{"GENCERT SUBJECTSDN(CN('a')) NISTECC WITHLABEL(' ')", 0, "IRRD199I"},
    Answer{"REKEY()", 8, "IRRD130I"},
    Answer{"REKEY(LABEL('c')) RSA(PKDS(A.KEY)) PKDS(B.KEY) WITHLABEL('r')", 8, "RSD207I"},
    Answer{"REKEY(LABEL('x'))", 8, "IRRD107I"},
    Answer{"REKEY(LABEL('c')) WITHLABEL('c2')", 8, "RSD202I"},
    Answer{"ROLLOVER(LABEL('c'))", 8, "IRRD130I"},
    Answer{"ROLLOVER() NEWLABEL('c2')", 8, "IRRD130I"},
    Answer{"ROLLOVER(LABEL('c')) NEWLABEL('c')", 8, "RSD215I"},
    Answer{"ROLLOVER(LABEL('c')) NEWLABEL('x')", 8, "IRRD107I"},
    Answer{"ROLLOVER(LABEL('c')) NEWLABEL('untrusted')", 8, "RSD215I"},
    Answer{"IMPORT()", 8, "IRRD130I"},
    Answer{"IMPORT(TOKEN(LAST))", 8, "IRRD130I"},
    Answer{"IMPORT(TOKEN(NONE) SEQNUM(1))", 8, "RSD220I"},
    Answer{"IMPORT(TOKEN(LAST) SEQNUM(9))", 8, "RSD221I"},
    Answer{"MAP", 8, "IRRD130I"},
    Answer{"MAP SDNFILTER('x')", 8, "IRRD140I"},
    Answer{"MAP MULTIID SDNFILTER('CN=x')", 8, "IRRD130I"},
    Answer{"MAP SDNFILTER('CN=x') CRITERIA(A)", 8, "RSD209I"},
    Answer{"MAP SDNFILTER('CN=x') TRUST NOTRUST", 0, ""},
    Answer{"ALTMAP", 8, "IRRD130I"},
    Answer{"DELMAP(LABEL('x'))", 8, "RSD232I"},
    Answer{"ADDTOKEN(FULL)", 8, "IRRD170I"},
    Answer{"ADDTOKEN(1T)", 8, "RSD209I"},
    Answer{"DELTOKEN(FULL)", 0, ""},
    Answer{"DELTOKEN(ODD)", 8, "IRRD174I"},
    Answer{"DELTOKEN(ODD) FORCE", 0, ""},
    Answer{"DELTOKEN(NONE)", 8, "RSD220I"},
    Answer{"BIND()", 8, "IRRD179I"},
    Answer{"BIND(TOKEN(LAST))", 8, "IRRD179I"},
    Answer{"BIND(TOKEN(NONE) LABEL('c'))", 8, "RSD220I"},
    Answer{"BIND(TOKEN(LAST) LABEL('icsf'))", 8, "IRRD171I"},
    Answer{"UNBIND()", 8, "IRRD169I"},
    Answer{"UNBIND(TOKEN(FULL) LABEL('c') SEQNUM(1))", 8, "RSD207I"},
    Answer{"UNBIND(TOKEN(LAST) SEQNUM(1))", 8, "RSD224I"},
    Answer{"UNBIND(TOKEN(FULL) LABEL('x'))", 8, "RSD221I"},
};

TEST(RacdcertAnswers, AreThoseOfTheTable) {
  ProbeLab lab;
  for (const Answer& row : answers) {
    const std::string command = fmt::format("RACDCERT {}", row.operands);
    auto undone = lab.lab().savepoint();
    const host::CommandResult result = lab.run(command);
    const auto ids = test_support::message_ids(result);
    EXPECT_EQ(result.return_code, row.return_code) << command;
    EXPECT_EQ(ids.empty() ? "" : ids.back(), row.message) << command;
  }
}

}  // namespace
}  // namespace ringside::racf
