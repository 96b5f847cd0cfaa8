// app/commands/issue_gencert.cpp - the GENCERT of every certificate that `ringside issue` makes.
#include "app/commands/issue_gencert.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/message.hpp"
#include "emulator/racf/racdcert/generate/subject.hpp"
#include "parser/tso/command.hpp"

namespace ringside::app {
namespace {

constexpr std::size_t most_certificates = 10'000'000;

constexpr std::array algorithms = {
    Algorithm{"rsa1024", "RSA SIZE(1024)"}, Algorithm{"rsa2048", "RSA SIZE(2048)"},
    Algorithm{"rsa3072", "RSA SIZE(3072)"}, Algorithm{"rsa4096", "RSA SIZE(4096)"},
    Algorithm{"p256", "NISTECC SIZE(256)"}, Algorithm{"p384", "NISTECC SIZE(384)"},
    Algorithm{"p521", "NISTECC SIZE(521)"}, Algorithm{"ed25519", "NISTECC SIZE(256)", "ED25519"}};

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + "'";
}

/// "CERTAUTH", "SITE" or a user ID as an operand.
std::string owner_operand(const std::string& name) {
  const std::string upper = base::upper(name);
  return upper == "CERTAUTH" || upper == "SITE" ? upper : "ID(" + upper + ")";
}

/// The operand of SIGNWITH. It has no ID operand, so that a certificate of a user can only sign certificates of that
/// user.
std::string signer_operand(const std::string& signer, const std::string& owner) {
  const SignerName name = signer_name(signer);
  if (name.owner == database::certauth_owner) return fmt::format("CERTAUTH LABEL({})", quoted(name.label));
  if (name.owner == database::site_owner) return fmt::format("SITE LABEL({})", quoted(name.label));
  if (name.owner != base::upper(owner))
    throw UsageError(fmt::format("--signer {}: a certificate of a user can only sign for that user, but --owner is {}",
                                 signer, owner));
  return fmt::format("LABEL({})", quoted(name.label));
}

/// The parts as operands. TSO takes an IP address without quotes only.
std::string joined(const std::vector<crypto::NamePart>& parts) {
  std::string text;
  for (const auto& [attribute, value] : parts)
    text += fmt::format("{}({}) ", attribute, attribute == "IP" ? value : quoted(value));
  return base::trim(text);
}

/// Whether two commands are the same apart from the operands that may differ between certificates.
bool same_operands(const parser::Keyword& a, const parser::Keyword& b) {
  const auto is_own = [](const parser::Keyword& keyword) {
    return keyword.name == "SUBJECTSDN" || keyword.name == "WITHLABEL" || keyword.name == "ALTNAME";
  };
  const auto same_value = [](const parser::Value& x, const parser::Value& y) { return x.text == y.text; };
  const auto same = [&](const parser::Keyword& x, const parser::Keyword& y) {
    return x.name == y.name && (is_own(x) || same_operands(x, y));
  };
  return std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), same_value) &&
         std::equal(a.keywords.begin(), a.keywords.end(), b.keywords.begin(), b.keywords.end(), same);
}

}  // namespace

std::string algorithm_names(std::string_view between, std::string_view before_last) {
  std::string names;
  for (const Algorithm& each : algorithms) {
    if (!names.empty()) names += &each == &algorithms.back() ? before_last : between;
    names += each.name;
  }
  return names;
}

const Algorithm& find_algorithm(const std::string& name) {
  for (const Algorithm& each : algorithms)
    if (each.name == name) return each;
  throw UsageError(fmt::format("--algorithm {}: must be {}", name, algorithm_names(", ", " or ")));
}

std::string owner_in_database(const std::string& name) {
  const std::string upper = base::upper(name);
  if (upper == "CERTAUTH") return database::certauth_owner;
  return upper == "SITE" ? database::site_owner : upper;
}

SignerName signer_name(const std::string& signer) {
  const std::size_t colon = signer.find(':');
  if (colon == std::string::npos) return {database::certauth_owner, signer};
  return {owner_in_database(signer.substr(0, colon)), signer.substr(colon + 1)};
}

IssueOrder::IssueOrder(Program& program, const IssueArguments& arguments)
    : arguments_(arguments), level_(rules_of(program.options).level), count_(arguments.count) {
  if (arguments.csv.empty()) {
    pattern_ = {arguments.label, subject_parts(arguments.subject)};
    if (count_ > 1 && arguments.label.find("{n}") == std::string::npos)
      throw UsageError("--label must contain {n} if more than one certificate is issued");
  } else {
    rows_ = names_in_csv(arguments.csv, read_input_file(program, arguments.csv), arguments.first);
    count_ = rows_.size();
  }
  if (count_ == 0) throw UsageError("nothing to issue: use --count N or --csv FILE");
  if (count_ > most_certificates) throw UsageError(fmt::format("at most {} at a time", most_certificates));
  check_operands();
  check(0);
  for (std::size_t n = rows_.empty() ? count_ - 1 : 1; n < count_; ++n) check(n);
}

std::string IssueOrder::label(std::size_t n) const {
  return rows_.empty() ? numbered_label(pattern_, arguments_.first + n) : rows_[n].label;
}

racf::racdcert::BulkName IssueOrder::name(std::size_t n) const {
  IssueName name = at(n);
  auto subject = crypto::DistinguishedName::from_parts(name.subject);
  if (!subject) throw UsageError(fmt::format("{}: {}", place(name, n), subject.error().detail));
  racf::racdcert::BulkName result{std::move(name.label), std::move(*subject)};
  if (!has_alt_names_) return result;
  auto names = racf::racdcert::alt_names_for(level_, racf::racdcert::read_alt_name(gencert(n).operands));
  if (!names)
    throw UsageError(
        fmt::format("{}: {}", place(at(n), n), racf::messages().line(names.error().id, names.error().inserts)));
  result.alt_names = names->value_or(crypto::AltNames{});
  return result;
}

parser::Command IssueOrder::gencert(std::size_t n) const {
  const IssueName name = at(n);
  auto command = parser::parse_command(parser::single_command(text(name, n)));
  if (command) return std::move(*command);
  throw UsageError(fmt::format("{}: {}", place(name, n), parser::describe(command.error().diagnostic)));
}

IssueName IssueOrder::at(std::size_t n) const {
  return rows_.empty() ? numbered(pattern_, arguments_.first + n) : rows_[n];
}

std::string IssueOrder::operands(std::size_t n) const {
  return with_number(arguments_.operands, arguments_.first + n);
}

std::string IssueOrder::text(const IssueName& name, std::size_t n) const {
  const std::string alt_name = name.alt_names.empty() ? "" : fmt::format("ALTNAME({}) ", joined(name.alt_names));
  return fmt::format("RACDCERT {} GENCERT SUBJECTSDN({}) WITHLABEL({}) {} SIGNWITH({}) {}{}",
                     owner_operand(arguments_.owner), joined(name.subject), quoted(name.label),
                     find_algorithm(arguments_.algorithm).operands, signer_operand(arguments_.signer, arguments_.owner),
                     alt_name, operands(n));
}

/// Why GENCERT does not take these names; empty if it takes them.
std::string IssueOrder::refusal(const IssueName& name, std::size_t n) const {
  for (const auto& [attribute, value] : name.alt_names)
    if (attribute == "IP" && !crypto::ip_octets(value))
      return fmt::format("IP {}: it must be an IPv4 or IPv6 address", base::printable(value));
  const auto command = parser::parse_command(parser::single_command(text(name, n)));
  if (!command) return rows_.empty() ? parser::describe(command.error().diagnostic) : command.error().diagnostic.text;
  if (const auto subject = crypto::DistinguishedName::from_parts(name.subject); !subject) return subject.error().detail;
  const auto names = racf::racdcert::alt_names_for(level_, racf::racdcert::read_alt_name(command->operands));
  return names ? "" : racf::messages().line(names.error().id, names.error().inserts);
}

/// Where the names come from: line and column of the CSV file. The column is that whose field is refused also alone.
std::string IssueOrder::place(const IssueName& name, std::size_t n) const {
  if (rows_.empty()) return base::printable(text(name, n));
  const std::string line = fmt::format("{}, line {}", arguments_.csv, name.line);
  const IssueName harmless{"x", {{"CN", "x"}}};
  if (!refusal(harmless, n).empty()) return line;
  std::vector<std::pair<std::string, IssueName>> alone{{"label", {name.label, harmless.subject}}};
  for (const crypto::NamePart& part : name.subject) alone.push_back({part.attribute, {"x", {part}}});
  for (const crypto::NamePart& part : name.alt_names)
    alone.push_back({part.attribute, {"x", harmless.subject, {part}}});
  for (const auto& [column, field] : alone)
    if (!refusal(field, n).empty()) return fmt::format("{}, column {}", line, column);
  return line;
}

/// Throws UsageError for names that GENCERT does not take.
void IssueOrder::check(std::size_t n) const {
  const IssueName name = at(n);
  if (const std::string refused = refusal(name, n); !refused.empty())
    throw UsageError(fmt::format("{}: {}", place(name, n), refused));
}

void IssueOrder::check_operands() {
  const bool has_columns =
      std::any_of(rows_.begin(), rows_.end(), [](const IssueName& row) { return !row.alt_names.empty(); });
  const IssueName harmless{"x", {{"CN", "x"}}};
  const auto command = [&](std::size_t n) { return parser::parse_command(parser::single_command(text(harmless, n))); };
  const auto first = command(0);
  if (!first)
    throw UsageError(
        fmt::format("{}: {}", base::printable(text(harmless, 0)), parser::describe(first.error().diagnostic)));
  const bool is_operand = first->operands.has("ALTNAME");
  if (has_columns && is_operand)
    throw UsageError("ALTNAME is in --operands and in columns of the CSV file; use one of them");
  if (const auto last = command(count_ - 1); last && !same_operands(first->operands, last->operands))
    throw UsageError("--operands: {n} can stand in ALTNAME only");
  has_alt_names_ = has_columns || (is_operand && operands(0) != operands(count_));
}

}  // namespace ringside::app
