// app/connections/ring_image_command.cpp - ringside ring-image: a key ring for the Java provider.
#include <iostream>
#include <memory>
#include <optional>

#include <unistd.h>

#include "app/command.hpp"
#include "app/connections/ring_image.hpp"
#include "app/connections/stored_changes.hpp"
#include "app/program.hpp"

namespace ringside::app {
namespace {

constexpr int exit_refused = 8;

void refuse_wrong_use(Program& program) {
  if (program.options.lab.empty()) throw UsageError("ring-image: --lab must name the lab");
  if (program.options.json) throw UsageError("ring-image: the image is binary; there is no --json");
  if (&program.out() == &std::cout && ::isatty(STDOUT_FILENO) == 1)
    throw UsageError("ring-image: the image is binary and not for a terminal; a Java program reads it");
}

/// The changes on standard input.
StoredChanges changes_of(Program& program) {
  auto changes = read_changes(base::to_bytes(read_input_file(program, "-")));
  if (!changes) throw UsageError("ring-image --store: standard input, " + changes.error());
  return *std::move(changes);
}

void write_image(Program& program, const std::string& url, bool stores) {
  refuse_wrong_use(program);
  const auto changes = stores ? std::optional(changes_of(program)) : std::nullopt;
  const racf::Session session = program.session();
  const keytool::RingUser user{session.lab, session.system, session.user};
  const RingImage image = changes ? stored(user, url, *changes) : read_image_at_once(user, url);
  program.out() << base::to_text(encoded(image, RINGSIDE_VERSION));
  program.status = image.refusal ? exit_refused : 0;
}

}  // namespace

Command ring_image_command(Program& program) {
  auto url = std::make_shared<std::string>();
  auto stores = std::make_shared<bool>(false);
  return {.name = "ring-image",
          .about = "a key ring in the binary form that the Java provider reads",
          .notes =
              "For ringside-safkeyring.jar, which runs it for each ring that a Java program loads or stores.\n"
              "Exit status: 0; 8 if Java gets an exception instead of the ring.",
          .examples = {"ringside --lab my.lab --user IZUSVR ring-image safkeyring://IZUSVR/IZUKeyring.IZUDFLT > image"},
          .options = {{"URL", url.get(), "safkeyring://USER/RING, or another scheme of key rings", {.required = true}},
                      {"--store", stores.get(), "change the ring as standard input says, all or nothing, before"}},
          .run = [&program, url, stores] { write_image(program, *url, *stores); }};
}

}  // namespace ringside::app
