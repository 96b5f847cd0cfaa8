// tests/support/authority_rows.hpp - who sees what of a ring: one table, which every face of the rings must agree with.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "emulator/racf/datalib/codes.hpp"
#include "tests/support/lab_on_disk.hpp"

namespace ringside::test_support {

/// A certificate that the reader sees.
struct SeenCertificate {
  const char* label;
  bool has_key = false;  ///< the reader gets its private key
  bool is_notrust =
      false;  ///< only DataGetFirst with version 1 returns it; System SSL, PKCS#11, Java and OpenSSL do not
};

/// What a reader gets from a ring after some commands.
struct AuthorityRow {
  const char* name;
  std::vector<const char*> commands;  ///< after those of set_up_authority()
  const char* reader;
  const char* owner;
  const char* ring;
  racf::datalib::Codes codes;         ///< of DataGetFirst with version 1; 8/8/44: the ring can be read and is empty
  std::vector<SeenCertificate> seen;  ///< in the order of connection
};

/// On SYS1, SERVER owns the ring Ring. It holds 'ca' of CERTAUTH, 'mine' of SERVER, which 'ca' has signed, as the
/// default, and 'theirs' of OTHER, all with keys of NIST P-256. The ring Empty has nothing. Nobody is permitted to read
/// rings. The users are SERVER, OTHER and READER.
void set_up_authority(LabOnDisk& lab);

std::span<const AuthorityRow> authority_rows();

/// Whether the reader lacks the key of a certificate with usage PERSONAL: Java fails the whole ring then.
bool lacks_a_key(const AuthorityRow& row);

/// The lab of a row: set_up_authority() and the commands of the row.
class AuthorityLab {
 public:
  explicit AuthorityLab(const AuthorityRow& row);
  [[nodiscard]] LabOnDisk& lab() { return lab_; }

 private:
  LabOnDisk lab_;
};

/// The name of a row, for parametrized tests.
struct NameOfRow {
  template <typename Param>
  std::string operator()(const Param& param) const {
    return param.param.name;
  }
};

}  // namespace ringside::test_support
