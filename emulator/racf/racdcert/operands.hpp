// emulator/racf/racdcert/operands.hpp - operands that several RACDCERT functions have, and how they are read.
//
// Each function reads its operands once, into a struct of its own, and works with the struct only. Reading never
// refuses and prints nothing: a field of type Result keeps the refusal of its operand until the function comes to that
// check. So the order of messages does not depend on the order of reading.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// Returns IRRD130I with the keyword's name if it was not given.
Result<void> require(bool given, const std::string& keyword);

/// The first value of the keyword `name` directly inside `inside`; nullopt if it was not given.
std::optional<std::string> read_text(const parser::Keyword& inside, const std::string& name);

/// A label as RACF keeps it: without blanks at both ends.
std::string label_value(const std::string& operand);
/// The label of the keyword `name` (LABEL, WITHLABEL, NEWLABEL) directly inside `inside`; nullopt if it was not given.
/// May be empty, since PARSE accepts a label of blanks.
std::optional<std::string> read_label(const parser::Keyword& inside, const std::string& name);

/// The owner that ID(user), CERTAUTH, SITE or MULTIID directly inside `inside` names, else `otherwise`. PARSE leaves
/// one of them.
Owner read_owner(const parser::Keyword& inside, const Owner& otherwise);

/// Which certificate of an owner is meant: the one of a label, or those of a serial number, an issuer, or both.
struct Selection {
  std::optional<std::string> label{};
  std::optional<std::string> serial_number{};  ///< upper-case hexadecimal
  std::optional<std::string> issuer{};         ///< as listed
  /// Returns false if all certificates of the owner are meant.
  [[nodiscard]] bool narrows() const { return label || serial_number || issuer; }
};
/// LABEL, SERIALNUMBER and ISSUERSDN inside the function's keyword.
Selection read_selection(const Request& request);

/// SIGNWITH: the certificate that signs.
struct SignWith {
  Owner owner;  ///< the request's owner if SIGNWITH names none
  std::optional<std::string> label;
};
std::optional<SignWith> read_sign_with(const Request& request);

/// A data set name as typed.
struct DataSetOperand {
  std::string name;
  bool quoted = false;  ///< a quoted name gets no prefix
};
/// The data set that is the value of `keyword`; nullopt without a keyword or value.
std::optional<DataSetOperand> read_data_set(const parser::Keyword* keyword);

}  // namespace ringside::racf::racdcert
