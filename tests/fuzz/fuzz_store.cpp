// tests/fuzz/fuzz_store.cpp - messages of the Java provider that change a ring: each is refused with a reason, or
// leaves a ring that can be written as an image.
//
// The input is lines. Each adds a piece to a message, or damages what there is: "-ALIAS" removes, "+ALIAS" stores a
// certificate, "*ALIAS" a key; "#N:V" sets octet N to V, "<N" ends the message there, "'TEXT" goes to its end. An
// input that begins as a message is one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "app/connections/octet_writer.hpp"
#include "app/connections/stored_changes.hpp"
#include "base/text.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/tso/execute.hpp"

namespace {

using namespace ringside;

/// A lab in memory. IBMUSER has a ring with two certificates, and a certificate that no ring has.
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
          "RACDCERT GENCERT SUBJECTSDN(CN('n')) WITHLABEL('n') NISTECC", "RACDCERT CONNECT(LABEL('m') RING(R) DEFAULT)",
          "RACDCERT CONNECT(CERTAUTH LABEL('c') RING(R))"})
      tso::execute(session, parser::single_command(command));
    const auto record = session.database.certificates.by_label("IBMUSER", "n");
    certificate_ = record->der;
    key_ = *record->private_key;
  }
  /// Stores the changes, and takes them back.
  void try_out(const app::StoredChanges& changes) {
    const auto undone = lab_.savepoint();
    const app::RingImage image = app::stored({lab_, system_, "IBMUSER"}, "safkeyring:///R", changes);
    if (image.refusal && image.refusal->text.empty()) std::abort();
    if (app::encoded(image, "1").empty()) std::abort();
  }
  [[nodiscard]] const base::Bytes& certificate() const { return certificate_; }
  [[nodiscard]] const base::Bytes& key() const { return key_; }

 private:
  base::SystemClock clock_;
  lab::Lab lab_;
  database::SystemRecord system_;
  base::Bytes certificate_, key_;
};

void add_entry(app::OctetWriter& entries, const FuzzLab& lab, const std::string& alias, bool is_key) {
  entries.text16(alias);
  entries.u8(is_key ? 1 : 0);
  entries.u16(is_key ? 2 : 1);
  for (int i = 0; i < (is_key ? 2 : 1); ++i) entries.bytes32(lab.certificate());
  entries.bytes32(is_key ? lab.key() : base::Bytes());
}

void damage(base::Bytes& message, const std::string& line) {
  const std::string rest = line.substr(1);
  const auto place = static_cast<std::size_t>(base::number(rest.substr(0, rest.find(':')), 100'000).value_or(0));
  if (line.front() == '\'') message.insert(message.end(), rest.begin(), rest.end());
  if (line.front() == '<' && place < message.size()) message.resize(place);
  if (line.front() == '#' && place < message.size())
    message[place] = static_cast<std::uint8_t>(base::number(rest.substr(rest.find(':') + 1), 255).value_or(255));
}

/// The message that lines describe. The first line is the store type.
base::Bytes message_of(const std::vector<std::string>& lines, const FuzzLab& lab) {
  app::OctetWriter removed, changed, message;
  std::uint32_t removals = 0, changes = 0;
  for (const std::string& line : lines) {
    if (line.starts_with('-')) removed.text16(line.substr(1)), ++removals;
    if (line.starts_with('+') || line.starts_with('*'))
      add_entry(changed, lab, line.substr(1), line.front() == '*'), ++changes;
  }
  message.octets(base::to_bytes("RSC1"));
  message.text16("0.1.0");
  message.text16(lines.empty() ? "" : lines.front());
  message.u32(removals);
  message.octets(removed.written());
  message.u32(changes);
  message.octets(changed.written());
  base::Bytes octets = message.written();
  for (const std::string& line : lines)
    if (!line.empty()) damage(octets, line);
  return octets;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static FuzzLab lab;
  const std::string input = base::to_text({data, size});
  const bool is_message = input.starts_with("RSC1");
  const auto changes = app::read_changes(is_message ? base::to_bytes(input) : message_of(base::lines(input), lab));
  if (changes)
    lab.try_out(*changes);
  else if (changes.error().empty())
    std::abort();
  return 0;
}
