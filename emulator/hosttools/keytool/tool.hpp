// emulator/hosttools/keytool/tool.hpp - the state of one keytool run: options, prompts, warnings, the key
// store.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "emulator/host/process.hpp"
#include "emulator/hosttools/keytool/options/arguments.hpp"
#include "emulator/hosttools/keytool/ring/ring.hpp"
#include "emulator/hosttools/keytool/store/key_store.hpp"
#include "emulator/hosttools/keytool/store/store_format.hpp"

namespace ringside::keytool {

/// The least number of characters of a key store's password.
inline constexpr std::size_t shortest_password = 6;

/// A private key, and the password that opened it.
struct OpenedKey {
  crypto::PrivateKey key;
  base::Bytes pkcs8;
  Password password;
};

class Tool {
 public:
  Tool(host::Process& process, Arguments arguments);

  Arguments options;
  std::string store_name;          ///< as typed, or the default
  std::optional<StoreFile> file;   ///< the file; nullopt if it does not exist yet
  std::optional<RingStore> ring;   ///< if the store is a key ring
  std::optional<KeyStore> opened;  ///< the store that the command works on
  std::string shown_type;          ///< from -storetype, or detected from the file
  bool save = false;               ///< the command has changed the store
  Password new_store_password;
  std::string last_warning;  ///< printed after the warning about the store's format

  [[nodiscard]] host::Process& process() { return process_; }
  /// Returns whether key rings can be opened on this system.
  [[nodiscard]] bool runs_on_zos() const { return process_.system.kind == "zos"; }
  [[nodiscard]] bool store_exists() const { return file || (ring && ring->source.there); }
  [[nodiscard]] KeyStore& store() { return *opened; }
  [[nodiscard]] bool is_pkcs12() const;
  /// Returns whether all keys have the password of the store.
  [[nodiscard]] bool keys_share_password() const { return is_pkcs12() || ring; }
  [[nodiscard]] base::Instant now() const { return process_.lab.now(); }
  [[nodiscard]] base::Zone zone() const { return process_.lab.zone(); }
  [[nodiscard]] std::int64_t now_millis() const;
  [[nodiscard]] const base::Randomness& randomness() const { return *randomness_; }
  crypto::PrivateKey make_key(crypto::KeySpec spec) {
    return process_.lab.make_key(process_.system.name, operation_, spec, *randomness_);
  }
  /// Returns the name of the provider: "SUN", "SunJCE", that of a key ring's type, or the one given.
  [[nodiscard]] std::string provider() const {
    if (ring) return std::string(ring->type->provider);
    return options.providername.value_or(shown_type == "JCEKS" ? "SunJCE" : "SUN");
  }
  [[nodiscard]] std::string alias() const { return options.alias.value_or("mykey"); }

  void out(const std::string& text) { process_.streams.out(text); }
  void error(const std::string& text) { process_.streams.error(text); }
  /// Prints a remark of Ringside's own on standard error.
  void remark(const std::string& text) { error("ringside: " + text + "\n"); }

  // Files. Errors have Java's texts.
  base::Bytes read_file(const std::string& path);
  void write_file(const std::string& path, base::ByteView content);
  /// A new file is readable for all, as the JDK makes it; one with keys on a real disk for its owner only.
  void write_file(const std::string& path, base::ByteView content, bool holds_keys);
  /// Reads -file or -infile, or standard input.
  base::Bytes read_input(const Text& path);
  /// Writes to -file or -outfile, or to standard output.
  void write_output(const Text& path, const std::string& content);
  [[nodiscard]] std::string absolute(const std::string& path) const;

  // Prompts. An empty answer, or the end of the input, is no password.
  Password ask_password(const std::string& prompt);
  /// Reads a line. From a pipe, the rest of the input is lost, as with Java's buffered reader.
  std::string ask_line(const std::string& prompt);
  /// The same; returns nullopt at the end of the input.
  Text ask_line_or_end(const std::string& prompt);
  bool ask_yes_no(const std::string& prompt);
  /// Asks for the password of a key that differs from that of the store.
  base::Secret ask_key_password(const std::string& alias);
  /// Asks for the password of a key that will be stored.
  base::Secret choose_key_password(const std::string& alias, const base::Secret& otherwise,
                                   const std::string& same_as = "");
  /// Returns the password of a key that the command makes: that of -keypass, that of the store where keys share it, or
  /// the one that the user chooses.
  base::Secret password_for_new_key();
  base::Secret choose_new_password(const std::string& what, const Password& old);

  // Warnings, printed at the end or before a question.
  void warn(const std::string& text);
  void print_warnings(bool before_question);
  void check_weak(const std::string& label, const X509& certificate);
  void check_weak(const std::string& label, const std::vector<X509>& chain);
  void check_weak_request(const std::string& label, base::ByteView algorithm, const crypto::PublicKey& key);
  void check_weak_signature(const std::string& label, const std::string& name);
  void check_weak_key(const std::string& label, const crypto::PublicKey& key);

  /// Returns the text of a certificate as -printcert and -list -v print it.
  [[nodiscard]] std::string described(const X509& certificate) const;
  /// Returns whether the store holds it as trusted; then its signature is not checked.
  [[nodiscard]] bool is_trusted(const X509& certificate) const;

  // Entries.
  const Entry& entry(const std::string& alias);
  OpenedKey open_key(const std::string& alias, const Password& store_password, const Password& key_password);
  void put_key(const std::string& alias, base::ByteView pkcs8, const base::Secret& password, std::vector<X509> chain);
  void put_certificate(const std::string& alias, X509 certificate);

 private:
  host::Process& process_;
  std::int64_t operation_;
  std::unique_ptr<base::Randomness> randomness_;
  std::vector<std::string> warnings_;
};

}  // namespace ringside::keytool
