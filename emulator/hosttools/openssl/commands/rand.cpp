// emulator/hosttools/openssl/commands/rand.cpp - openssl rand: random bytes into a file, raw, in hex or in Base64.
#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/commands/commands.hpp"

namespace ringside::openssl {
namespace {

constexpr OptionSpec rand_options[] = {{"out", Takes::text}, {"hex"}, {"base64"}, {"engine", Takes::refused}};

std::string encoded(const Options& options, const base::Bytes& bytes) {
  if (options.has("hex")) return base::lower(base::hex(bytes)) + "\n";
  return options.has("base64") ? crypto::base64_lines(bytes) : base::to_text(bytes);
}

}  // namespace

// A file of -rand must exist. In the real tool it adds to the seed; here it has no effect.
void run_rand(Tool& tool, const Arguments& arguments) {
  const auto options = read_options(tool, arguments, {rand_options, FreeOption::none, 1});
  if (!options) return;
  if (!tool.is_modern() && options->rest.empty()) return tool.usage("");  // 3.0 writes an empty file
  long count = 0;
  if (!options->rest.empty()) {
    const auto number = read_number(options->rest.front());
    if (!number)
      return tool.usage(fmt::format("rand: Can't parse \"{}\" as a number", base::printable(options->rest.front())));
    if (*number <= 0 || *number > static_cast<long>(base::limits::host_file_bytes)) return tool.usage("");
    count = *number;
  }
  for (const std::string& file : base::split(options->value("rand"), ':'))
    if (!file.empty() && !tool.look(file)) return tool.fail("Can't load " + file + " into RNG");
  base::Bytes bytes(static_cast<std::size_t>(count));
  const auto stream = tool.randomness().stream("openssl-rand");
  stream->fill(bytes);
  if (!tool.write(options->find("out"), encoded(*options, bytes))) return;
  if (const auto file = options->find("writerand")) {
    base::Bytes seed(1'024);
    stream->fill(seed);
    tool.write(file, seed, 0600);
  }
}

}  // namespace ringside::openssl
