// app/commands/whois_command.cpp - ringside whois: which user a certificate logs on as.
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/users/certificate_user.hpp"

namespace ringside::app {
namespace {

constexpr int exit_nobody = 4;

struct WhoisArguments {
  std::string file;
  std::string application;
  std::string system_id;
  std::vector<std::string> criteria;  ///< NAME=VALUE
};

crypto::Certificate certificate_in(Program& program, const std::string& file) {
  const std::string content = read_input_file(program, file);
  const auto package = crypto::read_package(base::to_bytes(content), std::nullopt);
  if (!package) throw UsageError(file + ": " + package.error().detail);
  return package->certificates.front();
}

racf::SessionCriteria criteria_of(const WhoisArguments& arguments) {
  racf::SessionCriteria criteria;
  for (const std::string& text : arguments.criteria) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) throw UsageError(text + ": is not NAME=VALUE");
    criteria[base::upper(text.substr(0, equals))] = text.substr(equals + 1);
  }
  if (!arguments.application.empty()) criteria["APPLID"] = arguments.application;
  if (!arguments.system_id.empty()) criteria["SYSID"] = arguments.system_id;
  return criteria;
}

void show_json(Program& program, const racf::CertificateUser& found, const crypto::Certificate& certificate) {
  base::Json json;
  json["user"] = found.user.empty() ? base::Json() : base::Json(found.user);
  json["source"] = to_string(found.source);
  json["owner"] = found.owner;
  json["label"] = found.label;
  json["explanation"] = found.explanation;
  json["subject"] = certificate.subject().listing();
  json["issuer"] = certificate.issuer().listing();
  json["serial"] = certificate.serial();
  json["remarks"] = found.remarks;
  program.out() << base::Json::array({json}).text() << '\n';
}

void show_text(Program& program, const racf::CertificateUser& found, const crypto::Certificate& certificate) {
  fmt::print(program.out(), "{}\n", found.user.empty() ? "no user" : found.user);
  fmt::print(program.out(), "  certificate: {}, issued by {}, serial number {}\n",
             base::printable(certificate.subject().listing()), base::printable(certificate.issuer().listing()),
             certificate.serial());
  fmt::print(program.out(), "  because {}\n", base::printable(found.explanation));
  for (const std::string& remark : found.remarks) fmt::print(program.out(), "  note: {}\n", base::printable(remark));
}

void whois(Program& program, const WhoisArguments& arguments) {
  const crypto::Certificate certificate = certificate_in(program, arguments.file);
  const racf::SessionCriteria criteria = criteria_of(arguments);
  racf::Session session = program.session();
  const racf::CertificateUser found = racf::user_of(session, certificate, criteria);
  if (program.options.json)
    show_json(program, found, certificate);
  else
    show_text(program, found, certificate);
  program.status = found.user.empty() ? exit_nobody : 0;
}

}  // namespace

void add_whois_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("whois", "which user a certificate logs on as, and why");
  command->fallthrough();
  command->footer(
      "The user of --user is the server that asks (its access to IRR.HOST resources counts).\n"
      "Exit status: 0 if the certificate logs on as a user, 4 if as nobody, 64 if FILE holds no certificate.\n"
      "Example: ringside --lab my.lab whois partner.pem --applid IZUDFLT");
  auto arguments = std::make_shared<WhoisArguments>();
  command->add_option("FILE", arguments->file, "certificate as PEM, DER or PKCS#7; '-' is standard input")->required();
  command->add_option("--applid", arguments->application, "the application, &APPLID of a MULTIID mapping");
  command->add_option("--sysid", arguments->system_id, "&SYSID; the system's name if not given");
  command->add_option("--criteria", arguments->criteria, "NAME=VALUE of another variable; may be given more than once")
      ->expected(1)
      ->take_all();
  command->callback([&program, arguments] { whois(program, *arguments); });
}

}  // namespace ringside::app
