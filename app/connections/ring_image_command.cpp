// app/connections/ring_image_command.cpp - ringside ring-image: a key ring for the Java provider.
#include <iostream>
#include <memory>

#include <unistd.h>

#include "app/command.hpp"
#include "app/connections/ring_image.hpp"
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

void write_image(Program& program, const std::string& url) {
  refuse_wrong_use(program);
  racf::Session session = program.session();
  const RingImage image = read_image_at_once({session.lab, session.system, session.user}, url);
  program.out() << base::to_text(encoded(image, RINGSIDE_VERSION));
  program.status = image.refusal ? exit_refused : 0;
}

}  // namespace

Command ring_image_command(Program& program) {
  auto url = std::make_shared<std::string>();
  return {.name = "ring-image",
          .about = "a key ring in the binary form that the Java provider reads",
          .notes =
              "For ringside-safkeyring.jar, which runs it for each ring that a Java program loads.\n"
              "Exit status: 0; 8 if Java gets an exception instead of the ring.",
          .examples = {"ringside --lab my.lab --user IZUSVR ring-image safkeyring://IZUSVR/IZUKeyring.IZUDFLT > image"},
          .options = {{"URL", url.get(), "safkeyring://USER/RING, or another scheme of key rings", {.required = true}}},
          .run = [&program, url] { write_image(program, *url); }};
}

}  // namespace ringside::app
