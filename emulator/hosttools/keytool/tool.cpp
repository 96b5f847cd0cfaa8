// emulator/hosttools/keytool/tool.cpp - files, warnings and entries of one run.
#include "emulator/hosttools/keytool/tool.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "emulator/hosttools/keytool/certificates/weakness.hpp"
#include "emulator/hosttools/keytool/print/print.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/key_protection.hpp"

namespace ringside::keytool {

namespace {

/// Commands that make no key, and so wait for no other process that writes to the lab.
constexpr std::array reading = {Command::list,         Command::exportcert, Command::printcert,
                                Command::printcertreq, Command::printcrl,   Command::showinfo};

std::int64_t operation_of(const Arguments& arguments, const host::Process& process) {
  database::Systems& systems = process.lab.systems();
  const bool reads = arguments.command != nullptr &&
                     std::find(reading.begin(), reading.end(), arguments.command->command) != reading.end();
  return reads ? systems.reading_operation(process.system.name) : systems.next_operation(process.system.name);
}

}  // namespace

Tool::Tool(host::Process& process, Arguments arguments)
    : options(std::move(arguments)),
      process_(process),
      operation_(operation_of(options, process)),
      randomness_(process.lab.randomness(process.system.name, operation_)),
      warnings_(options.warnings) {}

bool Tool::is_pkcs12() const {
  return type_named(shown_type) == StoreType::pkcs12;
}

std::int64_t Tool::now_millis() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(now().time_since_epoch()).count();
}

std::string Tool::absolute(const std::string& path) const {
  return process_.path(path);
}

base::Bytes Tool::read_file(const std::string& path) {
  auto content = process_.files.read(absolute(path));
  if (!content) refuse_as("java.io.FileNotFoundException", path + " (" + host::file_error_text(content.error()) + ")");
  return std::move(*content);
}

void Tool::write_file(const std::string& path, base::ByteView content) {
  write_file(path, content, false);
}

void Tool::write_file(const std::string& path, base::ByteView content, bool holds_keys) {
  const unsigned mode = holds_keys && process_.files.are_real() ? 0600 : 0644;
  const auto written = process_.files.write(absolute(path), content, mode);
  if (written) return;
  const std::string why = host::file_error_text(written.error());
  if (host::is_of_the_disk(written.error())) refuse_as("java.io.IOException", why);
  refuse_as("java.io.FileNotFoundException", path + " (" + why + ")");
}

base::Bytes Tool::read_input(const Text& path) {
  return path ? read_file(*path) : process_.streams.read_rest();
}

void Tool::write_output(const Text& path, const std::string& content) {
  if (path)
    write_file(*path, base::to_bytes(content));
  else
    out(content);
}

void Tool::warn(const std::string& text) {
  if (std::find(warnings_.begin(), warnings_.end(), text) == warnings_.end()) warnings_.push_back(text);
}

void Tool::print_warnings(bool before_question) {
  if (!warnings_.empty() && !options.nowarn) {
    error("\nWarning:\n");
    for (const std::string& warning : warnings_) error(warning + "\n");
    if (before_question) error("\n");
  }
  warnings_.clear();
}

void Tool::check_weak_signature(const std::string& label, const std::string& name) {
  const Weakness weakness = weakness_of_signature(name);
  if (weakness == Weakness::none) return;
  warn(label + " uses the " + name + " signature algorithm which is considered a security risk" +
       (weakness == Weakness::weak ? ". This algorithm will be disabled in a future update." : " and is disabled."));
}

void Tool::check_weak_key(const std::string& label, const crypto::PublicKey& key) {
  const Weakness weakness = weakness_of_key(key);
  if (weakness == Weakness::none) return;
  warn(label + " uses a " + key_text(key) + " which is considered a security risk" +
       (weakness == Weakness::weak ? ". This key size will be disabled in a future update." : " and is disabled."));
}

// The signature of a certificate that is trusted itself is not checked.
bool Tool::is_trusted(const X509& certificate) const {
  if (!opened) return false;
  const Entry* found = opened->find_certificate(certificate);
  return found != nullptr && found->kind == EntryKind::trusted_certificate;
}

std::string Tool::described(const X509& certificate) const {
  return certificate_text(certificate, zone(), is_trusted(certificate));
}

void Tool::check_weak(const std::string& label, const X509& certificate) {
  if (!is_trusted(certificate)) check_weak_signature(label, signature_name(certificate.algorithm));
  check_weak_key(label, certificate.certificate.public_key());
}

void Tool::check_weak(const std::string& label, const std::vector<X509>& chain) {
  for (std::size_t i = 0; i < chain.size(); ++i)
    check_weak(chain.size() == 1 ? label : fmt::format("{} #{} of {}", label, i + 1, chain.size()), chain[i]);
}

void Tool::check_weak_request(const std::string& label, base::ByteView algorithm, const crypto::PublicKey& key) {
  check_weak_signature(label, signature_name(algorithm));
  check_weak_key(label, key);
}

const Entry& Tool::entry(const std::string& alias) {
  const Entry* found = store().find(alias);
  if (found == nullptr && ring)
    for (const Entry& other : store().entries())
      if (java_lower(other.alias) == java_lower(alias))
        remark("the ring holds '" + other.alias + "': upper and lower case of labels are kept apart");
  if (found == nullptr) refuse("Alias <" + alias + "> does not exist");
  return *found;
}

OpenedKey Tool::open_key(const std::string& alias, const Password& store_password, const Password& key_password) {
  const Entry& found = entry(alias);
  if (found.kind == EntryKind::trusted_certificate) refuse("Alias <" + alias + "> has no key");
  if (found.kind == EntryKind::secret_key)
    refuse_as("java.lang.ClassCastException", "the entry of alias <" + alias + "> is a secret key, not a private key");
  Password password = key_password ? key_password : store_password;
  std::optional<base::Bytes> pkcs8;
  if (password) pkcs8 = recover_key(found.key, *password);
  if (!pkcs8 && !key_password) {
    password = ask_key_password(alias);
    pkcs8 = recover_key(found.key, *password);
  }
  if (!pkcs8) refuse_wrong_key_password(store().type());
  auto key = crypto::PrivateKey::from_pkcs8_of_any_kind(*pkcs8);
  if (!key) refuse_as("java.security.UnrecoverableKeyException", key.error().detail);
  return {std::move(*key), std::move(*pkcs8), std::move(password)};
}

void Tool::put_key(const std::string& alias, base::ByteView pkcs8, const base::Secret& password,
                   std::vector<X509> chain) {
  Entry made;
  made.alias = alias;
  made.kind = EntryKind::private_key;
  made.created = now_millis();
  made.key = protect_key(pkcs8, {store().type(), password, randomness(), options.pkcs12});
  made.chain = std::move(chain);
  store().put(std::move(made));
}

void Tool::put_certificate(const std::string& alias, X509 certificate) {
  Entry made;
  made.alias = alias;
  made.created = now_millis();
  made.chain.push_back(std::move(certificate));
  store().put(std::move(made));
}

}  // namespace ringside::keytool
