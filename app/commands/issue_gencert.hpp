// app/commands/issue_gencert.hpp - what `ringside issue` makes: the GENCERT of every certificate, checked before the
// first one is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/commands/issue_names.hpp"
#include "app/commands/rehearsal.hpp"
#include "app/program.hpp"
#include "emulator/racf/racdcert/generate/bulk.hpp"

namespace ringside::app {

struct IssueArguments {
  std::size_t count = 0;
  std::string csv;
  std::string algorithm = "rsa2048";
  std::string signer;
  std::string owner;  ///< never empty when names are made
  std::string subject = "CN=host{n}.example.com";
  std::string label = "host{n}";
  std::string operands;
  std::size_t first = 1;
  unsigned threads = 0;
  bool resume = false;
  std::string out;
  std::string format = "pem";
  std::string password_from;
  RehearsalArguments rehearsal;
};

struct Algorithm {
  std::string_view name;
  std::string_view operands;      ///< operands of GENCERT; for a kind that RACF does not have, those of a similar kind
  std::string_view foreign = {};  ///< name in OpenSSL of a kind that RACF does not have
};

/// All algorithms: "rsa1024|rsa2048|..." with `between` and `before_last` between them.
std::string algorithm_names(std::string_view between, std::string_view before_last);
/// Throws UsageError for an unknown name.
const Algorithm& find_algorithm(const std::string& name);

/// The name in the database of "CERTAUTH", "SITE" or a user ID, in any case.
std::string owner_in_database(const std::string& name);

/// The owner and label of the certificate that signs, as the database has them.
struct SignerName {
  std::string owner, label;
};
/// Reads "LABEL" (of CERTAUTH) or "OWNER:LABEL".
SignerName signer_name(const std::string& signer);

/// The names of all certificates: the rows of the CSV file, or a pattern with numbers. Its functions may be called from
/// several threads.
class IssueOrder {
 public:
  /// Reads and checks all rows, as GENCERT checks them; of a pattern the first and the last name, which is the longest.
  /// Throws UsageError that names line and column of the CSV file, or the option.
  IssueOrder(Program& program, const IssueArguments& arguments);

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string label(std::size_t n) const;
  [[nodiscard]] racf::racdcert::BulkName name(std::size_t n) const;
  /// The GENCERT of certificate n.
  [[nodiscard]] parser::Command gencert(std::size_t n) const;

 private:
  [[nodiscard]] IssueName at(std::size_t n) const;
  [[nodiscard]] std::string operands(std::size_t n) const;
  [[nodiscard]] std::string text(const IssueName& name, std::size_t n) const;
  [[nodiscard]] std::string refusal(const IssueName& name, std::size_t n) const;
  [[nodiscard]] std::string place(const IssueName& name, std::size_t n) const;
  void check(std::size_t n) const;
  void check_operands();

  const IssueArguments& arguments_;
  lab::RacfLevel level_;
  IssueName pattern_;
  std::vector<IssueName> rows_;
  std::size_t count_;
  bool has_alt_names_ = false;  // that differ between the certificates
};

}  // namespace ringside::app
