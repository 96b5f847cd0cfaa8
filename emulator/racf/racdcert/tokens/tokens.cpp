// emulator/racf/racdcert/tokens/tokens.cpp - RACDCERT ADDTOKEN, DELTOKEN and LISTTOKEN: PKCS#11 tokens in ICSF.
#include "emulator/racf/racdcert/tokens/tokens.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/listing.hpp"
#include "emulator/racf/racdcert/tokens/token.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::string_view all_tokens = "*";

// LISTTOKEN of a token that does not exist has the return code of the other listings that find nothing.
Refusal as_listing(Refusal refusal) {
  if (refusal.id == MessageId::rsd220i) refusal.return_code = rules::nothing_found_return_code;
  return refusal;
}

// RACF has no such certificate, so that another program must have stored the object.
bool is_supported(const database::TokenObject& object) {
  return token_takes(crypto::Certificate::from_stored(object.der).public_key().spec());
}

// The label in the RACF database now, which needs the authority to list the certificate, and the label in ICSF, which
// is that at the time of BIND.
std::vector<std::string> labels_of(Context& context, const database::TokenObject& object, bool may_list) {
  std::vector<std::string> labels;
  std::vector<database::CertificateRecord> records;
  if (may_list) records = context.database().certificates.by_owner(object.owner);
  for (const auto& record : records)
    if (record.der == object.der) labels.push_back("RACF: " + displayable(record.label));
  labels.push_back("ICSF: " + displayable(object.label));
  return labels;
}

// Without the authority to list the certificates of its owner, the listing has what the token says, and nothing of the
// RACF database (Command Language Reference, RACDCERT LISTTOKEN).
void list_object(Context& context, const database::TokenObject& object, bool may_list) {
  std::vector<std::string> attributes = {
      std::string("Default: ") + (object.is_default ? "YES" : "NO"),
      std::string("Priv Key: ") + (object.private_key ? "YES" : "NO"),
      "Pub Key: YES",
      "Usage: " + object.usage,
  };
  if (may_list) attributes.push_back("Owner: " + Owner{object.owner}.operand());
  const std::vector<std::string> labels = labels_of(context, object, may_list);
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::string number = i == 0 ? sequence_text(object.sequence) : std::string{};
    const bool labelled = i < labels.size();
    context.line(fmt::format("  {:<8}   {:<{}}", number, attributes[i], labelled ? 22 : 0) +
                 (labelled ? labels[i] : std::string{}));
  }
}

void list_one(Context& context, const std::string& name) {
  context.line("");
  context.line("Token: " + name);
  context.line("");
  const auto objects = context.database().tokens.objects(name);
  if (objects.empty()) {
    context.line("  *** No certificates bound ***");
    return;
  }
  context.line("  Seq Num    Attributes            Labels");
  context.line("  --------   -------------------   --------------------------------------");
  std::map<std::string, bool> may_list;  // by owner: one check, and one ICH408I, for all of an owner's certificates
  for (const auto& object : objects) {
    const Owner owner{object.owner};
    if (!may_list.contains(owner.id)) may_list[owner.id] = may_use_digtcert(context, "LIST", level_for(context, owner));
    list_object(context, object, may_list[owner.id]);
  }
}

// As in ICSF, tokens that the issuer may not read are left out.
Result<void> list_all(Context& context) {
  bool found = false;
  for (const std::string& name : context.database().tokens.names()) {
    if (!may_use_token(context, name, TokenUse::read)) continue;
    list_one(context, name);
    found = true;
  }
  if (!found) return tl::make_unexpected(Refusal{MessageId::rsd226i, {}, rules::nothing_found_return_code});
  context.line("");
  return {};
}

}  // namespace

TokenOperands read_token(const Request& request) {
  return {request.function.value(), request.operands.has("FORCE")};
}

Result<void> add_token(Context& context, const TokenOperands& operands) {
  const auto name = token_name(operands.token);
  if (!name) return refusal_of(name);
  if (auto refused = authorize_token(context, *name, TokenUse::manage); !refused) return refused;
  if (context.database().tokens.exists(*name)) return refuse(MessageId::irrd170i, *name);
  context.database().tokens.add(*name);
  return {};
}

Result<void> delete_token(Context& context, const TokenOperands& operands) {
  const auto name = usable_token(context, operands.token, TokenUse::manage);
  if (!name) return refusal_of(name);
  const auto objects = context.database().tokens.objects(*name);
  if (!operands.force && !std::all_of(objects.begin(), objects.end(), is_supported))
    return refuse(MessageId::irrd174i, *name);
  context.database().tokens.remove(*name);
  return {};
}

Result<void> list_token(Context& context, const TokenOperands& operands) {
  if (operands.token == all_tokens) return list_all(context);
  const auto name = usable_token(context, operands.token, TokenUse::read);
  if (!name) return tl::make_unexpected(as_listing(name.error()));
  list_one(context, *name);
  context.line("");
  return {};
}

}  // namespace ringside::racf::racdcert
