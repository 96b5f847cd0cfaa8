// emulator/racf/racdcert/request.hpp - one RACDCERT request: its function, its owner, its operands.
#pragma once

#include <optional>
#include <string>

#include "emulator/database/certificates.hpp"
#include "emulator/database/rings.hpp"
#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf::racdcert {

/// Who owns a certificate: a user, or the anchor of CERTAUTH or SITE; mappings have MULTIID too.
struct Owner {
  std::string id;  ///< upper-case user ID, irrcerta, irrsitec or irrmulti

  [[nodiscard]] bool is_certauth() const { return id == database::certauth_owner; }
  [[nodiscard]] bool is_site() const { return id == database::site_owner; }
  [[nodiscard]] bool is_multiid() const { return id == database::multiid_owner; }
  [[nodiscard]] bool is_user() const { return !is_certauth() && !is_site() && !is_multiid(); }
  /// "CERTAUTH", "SITE", "MULTIID" or "user IZUSVR", as headings and messages name it.
  [[nodiscard]] std::string phrase() const;
  /// "CERTAUTH", "SITE", "MULTIID" or "ID(IZUSVR)", as LISTRING and commands name it.
  [[nodiscard]] std::string operand() const;
};

struct Request {
  const parser::Keyword& operands;  ///< of the whole command
  const parser::Keyword& function;  ///< the function's own keyword with what stands in its parentheses
  Owner owner;
};

/// The owner named directly inside `keyword` by ID(user), SITE, CERTAUTH or MULTIID; nothing if none is. Two of them
/// are refused.
Result<std::optional<Owner>> owner_in(const parser::Keyword& keyword);

/// The owner named inside `keyword`, else `otherwise`.
Result<Owner> owner_or(const parser::Keyword& keyword, const Owner& otherwise);

/// IRRD130I if `keyword` is missing inside `inside`.
Result<void> require(const parser::Keyword& inside, const std::string& keyword);

/// IRRD120I for CERTAUTH and SITE, which cannot own a ring.
Result<void> require_ring_owner(const Owner& owner);
/// The ring of this owner; IRRD114I if there is none.
Result<database::Ring> find_ring(Context& context, const Owner& owner, const std::string& name);

/// A function of RACDCERT.
using Function = Result<void> (*)(Context&, const Request&);

Result<void> gencert(Context& context, const Request& request);
Result<void> add(Context& context, const Request& request);
Result<void> alter(Context& context, const Request& request);
Result<void> remove_certificate(Context& context, const Request& request);
Result<void> list(Context& context, const Request& request);
Result<void> list_chain(Context& context, const Request& request);
Result<void> check_certificate(Context& context, const Request& request);
Result<void> export_certificate(Context& context, const Request& request);
Result<void> generate_request(Context& context, const Request& request);
Result<void> rekey(Context& context, const Request& request);
Result<void> rollover(Context& context, const Request& request);
Result<void> add_ring(Context& context, const Request& request);
Result<void> delete_ring(Context& context, const Request& request);
Result<void> list_ring(Context& context, const Request& request);
Result<void> connect_to_ring(Context& context, const Request& request);
Result<void> remove_from_ring(Context& context, const Request& request);
Result<void> add_map(Context& context, const Request& request);
Result<void> alter_map(Context& context, const Request& request);
Result<void> delete_map(Context& context, const Request& request);
Result<void> list_map(Context& context, const Request& request);
Result<void> add_token(Context& context, const Request& request);
Result<void> delete_token(Context& context, const Request& request);
Result<void> list_token(Context& context, const Request& request);
Result<void> bind_certificate(Context& context, const Request& request);
Result<void> unbind_certificate(Context& context, const Request& request);
Result<void> import_certificate(Context& context, const Request& request);

}  // namespace ringside::racf::racdcert
