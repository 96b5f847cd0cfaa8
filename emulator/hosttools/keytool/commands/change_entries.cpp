// emulator/hosttools/keytool/commands/change_entries.cpp - -delete, -changealias, -keyclone, -keypasswd, -storepasswd.
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {
namespace {

void refuse_if_there(Tool& tool, const std::string& alias) {
  if (tool.store().find(alias) != nullptr) refuse("Destination alias <" + alias + "> already exists");
}

}  // namespace

void delete_entry(Tool& tool) {
  const std::string alias = tool.alias();
  tool.entry(alias);
  tool.store().erase(alias);
  tool.save = true;
}

void changealias(Tool& tool) {
  const std::string alias = tool.alias();
  refuse_if_there(tool, *tool.options.destalias);
  Entry moved = tool.entry(alias);
  if (moved.kind == EntryKind::private_key) {
    const OpenedKey opened = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
    tool.store().erase(alias);
    tool.put_key(*tool.options.destalias, opened.pkcs8, *opened.password, moved.chain);
  } else {
    tool.store().erase(alias);
    moved.alias = *tool.options.destalias;
    moved.created = tool.now_millis();
    tool.store().put(std::move(moved));
  }
  tool.save = true;
}

void keyclone(Tool& tool) {
  const std::string alias = tool.alias();
  if (tool.entry(alias).kind != EntryKind::private_key)
    refuse("Alias <" + alias +
           "> references an entry type that is not a private key entry.  The -keyclone command only supports cloning "
           "of private key entries");
  refuse_if_there(tool, *tool.options.destalias);
  const OpenedKey opened = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
  const std::vector<X509> chain = tool.entry(alias).chain;
  Password password = tool.options.newpass;
  if (!password)
    password = tool.is_pkcs12() ? *opened.password
                                : tool.choose_key_password(*tool.options.destalias, *opened.password, alias);
  tool.put_key(*tool.options.destalias, opened.pkcs8, *password, chain);
  tool.save = true;
}

void keypasswd(Tool& tool) {
  const std::string alias = tool.alias();
  const OpenedKey opened = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
  const std::vector<X509> chain = tool.entry(alias).chain;
  Password password = tool.options.newpass;
  if (!password) password = tool.choose_new_password("key password for <" + alias + ">", opened.password);
  tool.put_key(alias, opened.pkcs8, *password, chain);
  tool.save = true;
}

void storepasswd(Tool& tool) {
  tool.new_store_password = tool.options.newpass;
  if (!tool.new_store_password)
    tool.new_store_password = tool.choose_new_password("keystore password", tool.options.storepass);
  crypto::PbeBudget budget = budget_of_keys(tool.store());
  if (format_of(tool.store().type()).has_one_password)
    for (std::size_t place = 0; place < tool.store().entries().size(); ++place) {
      const Entry& entry = tool.store().entries()[place];
      if (entry.kind == EntryKind::trusted_certificate) continue;
      const auto plain = recover_key(entry.key, *tool.options.storepass, budget);
      if (!plain) refuse_wrong_key_password(tool.store().type());
      tool.store().set_key(place, protect_key(*plain, {tool.store().type(), *tool.new_store_password, tool.randomness(),
                                                       tool.options.pkcs12}));
    }
  tool.save = true;
}

}  // namespace ringside::keytool
