// tests/interop/zosmf_secondaries_interop_test.cpp - curl calls secondaries through a primary: who signed a secondary's
// certificate decides, as the three situations of z/OSMF's book say. curl logs on with client certificates.
#include <array>

#include <gmock/gmock.h>

#include "tests/interop/zosmf_lab.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using testing::AllOf;
using testing::HasSubstr;

class ZosmfSecondaries : public test_support::ZosmfLab {
 protected:
  void SetUp() override {
    if (!test_support::peer_is_here("curl")) GTEST_SKIP();
  }
  /// What curl prints: the body and, in a line of its own, the status.
  [[nodiscard]] std::string curl(const std::string& port, const std::string& path, const std::string& more) const {
    return run_program("curl -sS --max-time 30 -w '\\n%{http_code}' -H 'X-CSRF-ZOSMF-HEADER: 1' " + more +
                       " 'https://localhost:" + port + path + "'")
        .output;
  }
  /// Moves a data set from one system to another.
  void move(const std::string& data_set, const std::string& from, const std::string& to) const {
    ringside("--system " + from + " get " + data_set + " " + file(data_set));
    ringside("--system " + to + " put " + file(data_set) + " " + data_set);
  }
  /// The certificate of a system's server is signed by the CA of another system: request, certificate, CA.
  void make_ring_signed_by(const std::string& signer, const std::string& system, const std::string& ca) const {
    tso_all(system, {"ADDUSER IZUSVR NOPASSWORD",
                     "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('" + system +
                         "')) WITHLABEL('Server') NISTECC SIZE(256) "
                         "ALTNAME(DOMAIN('localhost'))",
                     "RACDCERT ID(IZUSVR) GENREQ(LABEL('Server')) DSN('SERVER.REQ')"});
    move("SERVER.REQ", system, signer);
    tso_all(signer, {"RACDCERT ID(IZUSVR) GENCERT('SERVER.REQ') WITHLABEL('" + system + "') SIGNWITH(CERTAUTH LABEL('" +
                         ca + "'))",
                     "RACDCERT ID(IZUSVR) EXPORT(LABEL('" + system + "')) DSN('SERVER.CRT') FORMAT(CERTB64)",
                     "RACDCERT CERTAUTH EXPORT(LABEL('" + ca + "')) DSN('CA.CRT') FORMAT(CERTB64)"});
    for (const char* data_set : {"SERVER.CRT", "CA.CRT"}) move(data_set, signer, system);
    tso_all(system, {"RACDCERT CERTAUTH ADD('CA.CRT') WITHLABEL('" + ca + "') TRUST",
                     "RACDCERT ID(IZUSVR) ADD('SERVER.CRT') WITHLABEL('Server') TRUST",
                     "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)",
                     "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)",
                     "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('" + ca + "') RING(IZUKeyring.IZUDFLT))"});
  }
};

TEST_F(ZosmfSecondaries, AreReachedWhenTheRingOfThePrimaryHasTheirCa) {
  ringside(
      "lab new --add PRIMARY:zos:PLEX1 --add PRIMARY2:zos:PLEX2 --add SYSX1:zos:PLEX3 --add SYSX2:zos:PLEX4 "
      "--add SYSX3:zos:PLEX5");
  make_ring("PRIMARY", "Jupiter");
  make_ring_signed_by("PRIMARY", "PRIMARY2", "Jupiter");
  make_ring_signed_by("PRIMARY", "SYSX1", "Jupiter");
  make_ring("SYSX2", "Saturn");
  make_ring("SYSX3", "Jupiter");
  tso("SYSX2", "RACDCERT CERTAUTH EXPORT(LABEL('Saturn')) DSN('SATURN.CRT') FORMAT(CERTB64)");
  move("SATURN.CRT", "SYSX2", "PRIMARY2");
  tso_all("PRIMARY2", {"RACDCERT CERTAUTH ADD('SATURN.CRT') WITHLABEL('Saturn') TRUST",
                       "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('Saturn') RING(IZUKeyring.IZUDFLT))"});
  tso("SYSX3", "RACDCERT CERTAUTH EXPORT(LABEL('Jupiter')) DSN('OTHER.CRT') FORMAT(CERTB64)");
  move("OTHER.CRT", "SYSX3", "PRIMARY2");
  const auto added =
      run_program(std::string(RINGSIDE_BINARY) + " " + options() +
                  " --system PRIMARY2 tso \"RACDCERT CERTAUTH ADD('OTHER.CRT') WITHLABEL('Other') TRUST\"");
  EXPECT_NE(added.status, 0);
  EXPECT_THAT(added.output, HasSubstr("IRRD109I"));
  const std::string ca = exported("PRIMARY", "CERTAUTH", "Jupiter");
  test_support::ServeProcess server(RINGSIDE_BINARY, folder_.path(), options(), "--password IBMUSER=SYS1");

  struct Cell {
    const char* secondary;
    const char* reason_of_racf;  ///< at the primary with its own CA; empty: 200
    const char* with_saturn;     ///< the same at the primary that has the CA Saturn besides
  };
  for (const auto& [secondary, own_ca, with_saturn] :
       {Cell{"SYSX1", "", ""}, Cell{"SYSX2", "not on ring", ""},
        Cell{"SYSX3", "same name, another key", "same name, another key"}}) {
    for (const auto& [primary, reason] : {std::pair("PRIMARY", own_ca), std::pair("PRIMARY2", with_saturn)}) {
      const std::string answer =
          curl(server.port(primary), "/zosmf/restfiles/ds?dslevel=IBMUSER",
               "--cacert " + ca + " -u IBMUSER:SYS1 -H 'X-IBM-Target-System: " + secondary + "'");
      SCOPED_TRACE(std::string(primary) + " to " + secondary + ": " + answer);
      if (*reason == '\0')
        EXPECT_THAT(answer, AllOf(HasSubstr("\"items\""), HasSubstr("\n200")));
      else
        EXPECT_THAT(answer, AllOf(HasSubstr("The secure connection to " + std::string(secondary) +
                                            " failed: self-signed certificate in certificate chain"),
                                  HasSubstr(reason), HasSubstr("\n500")));
    }
  }
}

}  // namespace
}  // namespace ringside
