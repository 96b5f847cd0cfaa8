// emulator/hosttools/openssl/tool.hpp - one run of openssl: its release, files, pass phrases and randomness.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/host/process.hpp"
#include "emulator/hosttools/openssl/libcrypto/configuration.hpp"
#include "emulator/hosttools/openssl/options.hpp"
#include "emulator/hosttools/openssl/run.hpp"

namespace ringside::openssl {

class Tool {
 public:
  Tool(host::Process& process, Personality personality, std::string name)
      : process_(process), personality_(personality), name_(std::move(name)) {}

  [[nodiscard]] Personality personality() const { return personality_; }
  [[nodiscard]] bool is_modern() const { return personality_ == Personality::v3_0; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] host::Process& process() { return process_; }
  [[nodiscard]] int status() const { return status_; }
  void set_status(int status) { status_ = status; }

  void out(std::string_view text) { process_.streams.out(text); }
  void error(std::string_view text) { process_.streams.error(text); }
  /// Prints "TEXT\nNAME: Use -help for summary." and sets exit status 1.
  void usage(const std::string& text);
  /// Prints a line on standard error and sets exit status 1.
  void fail(const std::string& text);

  [[nodiscard]] base::Instant now() const { return process_.lab.now(); }
  /// The randomness of this run. In a lab with a seed the same run gets the same.
  const base::Randomness& randomness();
  crypto::PrivateKey generate_key(crypto::KeySpec spec);

  /// The content of a file, or of standard input if no file is named. Returns nullopt after printing the error as
  /// BIO_new_file prints it and setting exit status 1.
  std::optional<base::Bytes> read(const std::optional<std::string>& file);
  /// The content or the error, without printing.
  [[nodiscard]] host::FileResult<base::Bytes> look(const std::string& file) const;
  /// Makes or empties the file: the real tool opens its output before it works. Returns false after printing the error
  /// and setting exit status 1.
  bool open_output(const std::optional<std::string>& file, unsigned mode = 0644);
  /// Writes a file, or standard output if no file is named. Returns false after printing the error and setting exit
  /// status 1.
  bool write(const std::optional<std::string>& file, std::string_view content, unsigned mode = 0644);
  bool write(const std::optional<std::string>& file, base::ByteView content, unsigned mode = 0644);

  /// The pass phrase of a source "pass:X", "env:X", "file:X" or "stdin". Returns nullopt after printing the error and
  /// setting exit status 1.
  std::optional<base::Secret> password(const std::string& source);
  /// Asks for a pass phrase. Returns nullopt at the end of the input.
  std::optional<base::Secret> ask(const std::string& prompt);
  /// Asks for a new pass phrase twice. Returns nullopt after printing the error and setting exit status 1.
  std::optional<base::Secret> ask_new(const std::string& prompt, std::size_t least = 4);

  /// Reads a configuration file. Returns nullopt after printing the error and setting exit status 1.
  std::optional<Configuration> configuration(const std::string& file);
  std::optional<Configuration> parse_configuration(const std::string& text, const std::string& name);

 private:
  void note_what_is_not_emulated(std::string_view text);
  bool has_length(const base::Secret& passphrase, std::size_t least);
  std::string path(const std::string& file) const { return process_.path(file); }

  host::Process& process_;
  Personality personality_;
  std::string name_;
  int status_ = 0;
  std::int64_t operation_ = 0;  // valid with randomness_
  std::unique_ptr<base::Randomness> randomness_;
};

}  // namespace ringside::openssl
