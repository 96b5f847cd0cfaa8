// emulator/hosttools/openssl/tool.cpp - files, pass phrases and randomness of one run.
#include "emulator/hosttools/openssl/tool.hpp"

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::openssl {
namespace {

// The limit of PEM_def_callback in the real tool.
constexpr std::size_t most_passphrase = 1'024;

std::string first_line(const base::Bytes& content) {
  const std::string text = base::to_text(content);
  return text.substr(0, text.find('\n'));
}

}  // namespace

// The real tool may have an option or a command that is unknown here.
void Tool::note_what_is_not_emulated(std::string_view text) {
  if (host::says_not_emulated(text)) process_.not_emulated = true;
  for (const std::string_view words : {"nknown option", "Unknown cipher", "nvalid command"})
    if (text.find(words) != std::string_view::npos) process_.not_emulated = true;
}

void Tool::usage(const std::string& text) {
  note_what_is_not_emulated(text);
  const std::string line = text.empty() ? "" : text + "\n";
  error(fmt::format("{}{}: Use -help for summary.\n", line, name_));
  status_ = 1;
}

void Tool::fail(const std::string& text) {
  note_what_is_not_emulated(text);
  error(text + "\n");
  status_ = 1;
}

const base::Randomness& Tool::randomness() {
  if (!randomness_) {
    operation_ = process_.lab.systems().next_operation(process_.system.name);
    randomness_ = process_.lab.randomness(process_.system.name, operation_);
  }
  return *randomness_;
}

crypto::PrivateKey Tool::generate_key(crypto::KeySpec spec) {
  const base::Randomness& source = randomness();
  return process_.lab.make_key(process_.system.name, operation_, spec, source);
}

host::FileResult<base::Bytes> Tool::look(const std::string& file) const {
  return process_.files.read(path(file));
}

std::optional<base::Bytes> Tool::read(const std::optional<std::string>& file) {
  if (!file) return process_.streams.read_rest();
  auto content = look(*file);
  if (content) return std::move(*content);
  const std::string shown = is_modern() ? "\"" + *file + "\"" : *file;
  fail(fmt::format("Can't open {} for reading, {}", shown, host::file_error_text(content.error())));
  return std::nullopt;
}

bool Tool::open_output(const std::optional<std::string>& file, unsigned mode) {
  if (!file) return true;
  // A file that is there keeps its content until the new one is known: a full disk must not cost a key.
  const auto there = process_.files.status(path(*file));
  if (there && !there->directory && there->type != '-') return true;  // a pipe or a device
  if (!there || there->directory) return write(file, std::string_view(), mode);
  const auto content = look(*file);
  return !content || write(file, *content, mode);
}

bool Tool::write(const std::optional<std::string>& file, std::string_view content, unsigned mode) {
  return write(file, base::ByteView(reinterpret_cast<const std::uint8_t*>(content.data()), content.size()), mode);
}

bool Tool::write(const std::optional<std::string>& file, base::ByteView content, unsigned mode) {
  if (!file) {
    out(base::to_text(content));
    return true;
  }
  const auto written = process_.files.write(path(*file), content, mode);
  if (written) return true;
  const std::string shown = is_modern() ? "\"" + *file + "\"" : *file;
  // The real tool opens private files with another function, which adds the name of the command.
  const std::string who = is_modern() && mode == 0600 ? name_ + ": " : "";
  fail(fmt::format("{}Can't open {} for writing, {}", who, shown, host::file_error_text(written.error())));
  return false;
}

std::optional<base::Secret> Tool::password(const std::string& source) {
  const std::string kind = source.substr(0, source.find(':'));
  const std::string value = source.size() > kind.size() ? source.substr(kind.size() + 1) : "";
  std::string problem;
  if (kind == "pass" && source != kind) return base::Secret(value);
  if (kind == "env" && source != kind) {
    const auto found = process_.variables.find(value);
    if (found != process_.variables.end()) return base::Secret(found->second);
    problem = "No environment variable " + value;
  } else if (kind == "file" && source != kind) {
    const auto content = look(value);
    if (content) return base::Secret(first_line(*content));
    problem = "Can't open file " + value;
  } else if (source == "stdin" || source == "fd:0") {
    if (auto line = process_.streams.read_line(true)) return base::Secret(std::move(*line));
    problem = "Error reading password from BIO";
  } else if (kind == "fd" && source != kind) {
    problem = "fd: is not emulated";
  } else if (source.find(':') > 4) {
    problem = "Invalid password argument, missing ':' within the first 5 chars";
  } else {
    problem = "Invalid password argument, starting with \"" + base::printable(kind) + ":\"";
  }
  note_what_is_not_emulated(problem);
  error(problem + "\n");
  fail(name_ == "genrsa" || name_ == "genpkey" ? "Error getting password" : "Error getting passwords");
  return std::nullopt;
}

std::optional<base::Secret> Tool::ask(const std::string& prompt) {
  error(prompt);
  auto line = process_.streams.read_line(true);
  if (!process_.streams.interactive()) error("\n");  // a terminal does not show the line end that was typed
  if (!line) return std::nullopt;
  return base::Secret(std::move(*line));
}

bool Tool::has_length(const base::Secret& passphrase, std::size_t least) {
  const std::size_t length = passphrase.reveal().size();
  if (length >= least && length <= most_passphrase) return true;
  fail("error:14000065:UI routines:UI_set_result_ex:result too small:You must type in 4 to 1024 characters");
  return false;
}

std::optional<base::Secret> Tool::ask_new(const std::string& prompt, std::size_t least) {
  const auto first = ask(prompt);
  if (!first) return fail("error:1400006B:UI routines:UI_process:processing error:while reading strings"), std::nullopt;
  if (!has_length(*first, least)) return std::nullopt;
  const auto second = ask("Verifying - " + prompt);
  if (!second)
    return fail("error:1400006B:UI routines:UI_process:processing error:while reading strings"), std::nullopt;
  if (!has_length(*second, least)) return std::nullopt;
  if (second->reveal() != first->reveal()) return fail("Verify failure"), std::nullopt;
  return first;
}

std::optional<Configuration> Tool::configuration(const std::string& file) {
  const auto content = read(file);
  if (!content) return std::nullopt;
  return parse_configuration(base::to_text(*content), file);
}

std::optional<Configuration> Tool::parse_configuration(const std::string& text, const std::string& name) {
  const auto environment = [this](const std::string& variable) -> std::optional<std::string> {
    const auto found = process_.variables.find(variable);
    return found == process_.variables.end() ? std::nullopt : std::optional(found->second);
  };
  auto parsed = Configuration::parse(text, environment);
  if (parsed) return std::move(*parsed);
  const std::string& why = parsed.error().detail;
  if (is_modern() && why.starts_with("line ") && why.find("not emulated") == std::string::npos)
    fail(fmt::format("{}: Error on {} of config file \"{}\"", name_, why.substr(0, why.find(':')), name));
  else
    fail(fmt::format("Error loading the config file \"{}\": {}", name, why));
  return std::nullopt;
}

}  // namespace ringside::openssl
