// tests/fuzz/fuzz_store.cpp - messages of the Java provider that change a ring: each is refused with a reason, or
// leaves a ring that can be written as an image.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "app/connections/stored_changes.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/tso/execute.hpp"

namespace {

using namespace ringside;

/// A lab in memory. IBMUSER has a ring with two certificates.
class FuzzLab {
 public:
  FuzzLab() : lab_("", clock_), system_{"SYS1", "zos", "", "", 0} {
    lab_.set_seed("fuzz");
    racf::add_system(lab_, system_, racf::Preparation::bare);
    racf::Session session(lab_, system_, "IBMUSER");
    for (const char* command :
         {"RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)", "SETROPTS CLASSACT(FACILITY)", "RACDCERT ADDRING(R)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('c')) WITHLABEL('c') NISTECC",
          "RACDCERT GENCERT SUBJECTSDN(CN('m')) WITHLABEL('m') NISTECC SIGNWITH(CERTAUTH LABEL('c'))",
          "RACDCERT CONNECT(LABEL('m') RING(R) DEFAULT)", "RACDCERT CONNECT(CERTAUTH LABEL('c') RING(R))"})
      tso::execute(session, parser::single_command(command));
  }
  /// Stores the changes, and takes them back.
  void try_out(const app::StoredChanges& changes) {
    const auto undone = lab_.savepoint();
    const app::RingImage image = app::stored({lab_, system_, "IBMUSER"}, "safkeyring:///R", changes);
    if (image.refusal && image.refusal->text.empty()) std::abort();
    if (app::encoded(image, "1").empty()) std::abort();
  }

 private:
  base::SystemClock clock_;
  lab::Lab lab_;
  database::SystemRecord system_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static FuzzLab lab;
  const auto changes = app::read_changes({data, size});
  if (changes)
    lab.try_out(*changes);
  else if (changes.error().empty())
    std::abort();
  return 0;
}
