// tests/emulator/racf/racdcert/authorize_granular_test.cpp - granular authority: profiles of RDATALIB that name the
// certificate or the ring.
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/racf/racdcert/authorize.hpp"
#include "tests/emulator/racf/racdcert/authority_lab.hpp"

namespace ringside::racf {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// A function under granular authority and the resources it needs.
struct GranularCell {
  const char* command;
  std::vector<const char*> resources;
};

std::ostream& operator<<(std::ostream& out, const GranularCell& cell) {
  return out << cell.command;
}

class GranularAuthority : public testing::TestWithParam<GranularCell> {};

void refresh(AuthorityLab& world) {
  world.lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
}

TEST_P(GranularAuthority, AsksForReadOnEachResource) {
  const GranularCell& cell = GetParam();
  AuthorityLab world;
  world.lab.must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  world.lab.must("RDEFINE RDATALIB IRR.RACDCERT.GRANULAR UACC(NONE)");
  world.lab.must("RDEFINE FACILITY IRR.DIGTCERT.* UACC(CONTROL)");
  refresh(world);
  EXPECT_TRUE(refused(world.as_ann(cell.command))) << "FACILITY does not count any more";
  for (const char* resource : cell.resources) world.lab.must(fmt::format("RDEFINE RDATALIB {} UACC(READ)", resource));
  for (const char* resource : cell.resources) {
    world.lab.must(fmt::format("RALTER RDATALIB {} UACC(NONE)", resource));
    refresh(world);
    const host::CommandResult result = world.as_ann(cell.command);
    EXPECT_TRUE(refused(result)) << resource;
    EXPECT_THAT(result.diagnostics, Contains(HasSubstr(std::string("needs READ on ") + resource)));
    world.lab.must(fmt::format("RALTER RDATALIB {} UACC(READ)", resource));
  }
  refresh(world);
  EXPECT_LT(world.as_ann(cell.command).return_code, 8);
}

INSTANTIATE_TEST_SUITE_P(
    Table, GranularAuthority,
    testing::Values(
        GranularCell{"RACDCERT CERTAUTH ADD('NEW.CERT') WITHLABEL('My CA')",
                     {"IRR.DIGTCERT.CERTIFAUTH.MY\u00a2CA.UPD.ADD"}},
        GranularCell{"RACDCERT ADD('NEW.CERT')", {"IRR.DIGTCERT.ANN.LABEL00000001.UPD.ADD"}},
        GranularCell{"RACDCERT ID(BOB) ALTER(LABEL('c')) NOTRUST", {"IRR.DIGTCERT.BOB.C.UPD.ALTER"}},
        GranularCell{"RACDCERT SITE DELETE(SERIALNUMBER(00) ISSUERSDN('CN=SITE'))",
                     {"IRR.DIGTCERT.SITECERTIF.C.UPD.DELETE"}},
        GranularCell{"RACDCERT CERTAUTH LIST(LABEL('c'))", {"IRR.DIGTCERT.CERTIFAUTH.C.LST.LIST"}},
        GranularCell{"RACDCERT CERTAUTH LISTCHAIN(LABEL('c'))", {"IRR.DIGTCERT.CERTIFAUTH.C.LST.LISTCHAIN"}},
        GranularCell{"RACDCERT ID(BOB) EXPORT(LABEL('c')) DSN('O.C')", {"IRR.DIGTCERT.BOB.C.LST.EXPORT"}},
        GranularCell{"RACDCERT ID(BOB) EXPORT(LABEL('c')) DSN('O.C') FORMAT(PKCS12DER) PASSWORD('secret')",
                     {"IRR.DIGTCERT.BOB.C.LST.EXPORT", "IRR.DIGTCERT.BOB.C.LST.EXPORTKEY"}},
        GranularCell{"RACDCERT GENREQ(LABEL('c')) DSN('O.R')", {"IRR.DIGTCERT.ANN.C.UPD.GENREQ"}},
        GranularCell{"RACDCERT REKEY(LABEL('c')) WITHLABEL('d')", {"IRR.DIGTCERT.ANN.C.UPD.REKEY"}},
        GranularCell{"RACDCERT ROLLOVER(LABEL('c')) NEWLABEL('c2')", {"IRR.DIGTCERT.ANN.C.UPD.ROLLOVER"}},
        GranularCell{"RACDCERT GENCERT SUBJECTSDN(CN('s')) WITHLABEL('s') NISTECC SIZE(256)",
                     {"IRR.DIGTCERT.ANN.S.UPD.GENCERT"}},
        GranularCell{"RACDCERT GENCERT SUBJECTSDN(CN('s')) WITHLABEL('s') NISTECC SIZE(256) SIGNWITH(CERTAUTH "
                     "LABEL('c'))",
                     {"IRR.DIGTCERT.ANN.S.UPD.GENCERT", "IRR.DIGTCERT.CERTIFAUTH.C.UPD.GENCERT"}},
        GranularCell{"RACDCERT ID(BOB) ADDRING(My.Ring)", {"BOB.MY.RING.UPD.ADDRING"}},
        GranularCell{"RACDCERT DELRING(Ring)", {"ANN.RING.UPD.DELRING"}},
        GranularCell{"RACDCERT LISTRING(Ring)", {"ANN.RING.LST.LISTRING"}},
        GranularCell{"RACDCERT LISTRING(*)", {"ANN.RING.LST.LISTRING"}},
        GranularCell{"RACDCERT CONNECT(SITE LABEL('c') RING(Ring))",
                     {"IRR.DIGTCERT.SITECERTIF.C.UPD.CONNECT", "ANN.RING.UPD.CONNECT"}},
        GranularCell{"RACDCERT REMOVE(SITE LABEL('c') RING(Ring))", {"ANN.RING.UPD.REMOVE"}}));

TEST(GranularAuthority, ListsOnlyWhatMayBeListed) {
  AuthorityLab world;
  world.lab.must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  world.lab.must("RDEFINE RDATALIB (IRR.RACDCERT.GRANULAR IRR.DIGTCERT.BOB.C2.LST.LIST) UACC(READ)");
  refresh(world);
  const host::CommandResult result = world.as_ann("RACDCERT ID(BOB) LIST");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.shown(), Contains(HasSubstr("Label: c2")));
  EXPECT_THAT(result.shown(), testing::Not(Contains("  Label: c")));
}

TEST(GranularAuthority, NeedsRdatalibActiveAndRaclisted) {
  AuthorityLab world;
  world.lab.must("RDEFINE RDATALIB IRR.RACDCERT.GRANULAR UACC(NONE)");
  world.give("LIST", AccessLevel::read);
  for (const char* options : {"CLASSACT(RDATALIB)", "NOCLASSACT(RDATALIB) RACLIST(RDATALIB)"}) {
    world.lab.must(std::string("SETROPTS ") + options);
    EXPECT_EQ(world.as_ann("RACDCERT LIST").return_code, 0) << options;
  }
  world.lab.must("SETROPTS CLASSACT(RDATALIB)");
  EXPECT_TRUE(refused(world.as_ann("RACDCERT LIST")));
}

}  // namespace
}  // namespace ringside::racf
