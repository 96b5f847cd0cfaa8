// tests/interop/java_loads_interop_test.cpp - Java programs load a ring that others change at the same time.
#ifdef RINGSIDE_JAR

#include <cstdlib>
#include <thread>

#include "tests/interop/java_lab.hpp"

namespace ringside {
namespace {

using test_support::JavaLab;

/// How often something is done: what the variable says, else the number of the short form. tools/soak sets them.
int times(const char* variable, int otherwise) {
  const char* const asked = std::getenv(variable);
  return asked == nullptr ? otherwise : std::atoi(asked);
}

class JavaLoads : public test_support::JavaInterop {};

TEST_F(JavaLoads, OfARingSucceedWhileItChanges) {
  const int programs = times("RINGSIDE_JVMS", 2), loads = times("RINGSIDE_LOADS", 20),
            writes = times("RINGSIDE_WRITES", 60);
  const JavaLab lab("", "--bare");
  lab.tso({"ADDUSER SRV", "SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)",
           "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)",
           "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Other')) WITHLABEL('Other') NISTECC SIZE(256)",
           "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('s')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH "
           "LABEL('CA'))",
           "RACDCERT ID(SRV) ADDRING(Ring)", "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
           "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))"});
  test_support::ProgramResult loaded;
  std::thread readers([&] {
    loaded = test_support::run_program("for i in $(seq " + std::to_string(programs) + "); do java " +
                                       test_support::quick_options + lab.agent(",user=SRV") +
                                       " -cp " RINGSIDE_JAVA_CLASSES " RingLoads 2 " + std::to_string(loads / 2) +
                                       " safkeyring://SRV/Ring & done; wait");
  });
  for (int write = 0; write < writes; ++write)
    lab.tso({write % 2 == 0 ? "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('Other') RING(Ring))"
                            : "RACDCERT ID(SRV) REMOVE(CERTAUTH LABEL('Other') RING(Ring))"});
  readers.join();
  std::string expected;
  for (int program = 0; program < programs; ++program) expected += std::to_string(loads / 2 * 2) + " whole rings\n";
  EXPECT_EQ(loaded.output, expected);
}

}  // namespace
}  // namespace ringside

#endif
