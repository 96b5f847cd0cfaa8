// app/commands/whois_command.cpp - ringside whois: shows which user a certificate logs on as.
#include <memory>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/password.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/users/certificate_user.hpp"

namespace ringside::app {
namespace {

constexpr int exit_no_user = 4;

struct WhoisArguments {
  std::string file;
  PasswordArguments password{"--password", {}, {}};
  std::string application;
  std::string system_id;
  std::vector<std::string> criteria;  ///< NAME=VALUE
};

/// The certificate in the file. A terminal asks for the password that a PKCS#12 needs.
crypto::Certificate certificate_in(Program& program, const WhoisArguments& arguments) {
  const std::string& file = arguments.file;
  if (file == "-" && arguments.password.from == "stdin")
    throw UsageError("--password-from stdin: standard input is the certificate; use file:PATH or env:NAME");
  const base::Bytes content = base::to_bytes(read_input_file(program, file));
  auto password = given_password(program, arguments.password);
  auto package = crypto::read_package(content, password);
  const auto is_locked = [&] { return !package && package.error().kind == crypto::ProblemKind::wrong_password; };
  if (is_locked() && !password && (password = asked_password(program, "Password of " + file + ": ")))
    package = crypto::read_package(content, password);
  if (is_locked() && !password)
    throw UsageError(file + ": is a PKCS#12 with a password; --password-from says where it is");
  if (!package) throw UsageError(file + ": " + package.error().detail);
  return package->certificates.front();
}

racf::SessionCriteria criteria_of(const WhoisArguments& arguments) {
  racf::SessionCriteria criteria;
  for (const std::string& text : arguments.criteria) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) throw UsageError("--criteria " + text + ": must be NAME=VALUE");
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
  program.print_json("whois", base::Json::array({json}), {{"users", found.user.empty() ? 0 : 1}});
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
  const crypto::Certificate certificate = certificate_in(program, arguments);
  const racf::SessionCriteria criteria = criteria_of(arguments);
  racf::Session session = program.session();
  const racf::CertificateUser found = racf::user_of(session, certificate, criteria);
  program.status = found.user.empty() ? exit_no_user : 0;
  if (program.options.json)
    show_json(program, found, certificate);
  else
    show_text(program, found, certificate);
}

}  // namespace

Command whois_command(Program& program) {
  auto arguments = std::make_shared<WhoisArguments>();
  std::vector<Option> options = {
      {"FILE",
       &arguments->file,
       "certificate as PEM, DER, PKCS#7 or PKCS#12; '-' is standard input",
       {.required = true}},
      {"--applid", &arguments->application, "the application: &APPLID in the criteria of a MULTIID mapping"},
      {"--sysid", &arguments->system_id, "&SYSID in the criteria; the name of the system if not given"},
      {"--criteria", &arguments->criteria, "another variable of the criteria", {.type = "NAME=VALUE"}}};
  append(options, password_options(arguments->password, "password of a PKCS#12"));
  return {.name = "whois",
          .about = "which user a certificate logs on as, and why",
          .notes =
              "--user is the user ID of the server that asks: its access to IRR.HOST resources counts.\n"
              "Exit status: 0 if the certificate logs on as a user, 4 if it does not, 64 if FILE holds no certificate.",
          .examples = {"ringside --lab my.lab whois partner.pem --applid IZUDFLT",
                       "ringside --lab my.lab whois partner.p12 --password-from file:pw.txt"},
          .options = std::move(options),
          .run = [&program, arguments] { whois(program, *arguments); },
          .takes_global_options = true};
}

}  // namespace ringside::app
