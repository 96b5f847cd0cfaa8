// emulator/hosttools/openssl/commands/s_client_report.cpp - the text that s_client prints about a connection, in the
// order and words of each release.
#include "emulator/hosttools/openssl/commands/s_client_report.hpp"

#include <fmt/format.h>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/hosttools/openssl/libcrypto/certificate_facts.hpp"
#include "emulator/hosttools/openssl/libcrypto/printer.hpp"
#include "emulator/hosttools/openssl/names.hpp"

namespace ringside::openssl {
namespace {

using crypto::Certificate;

constexpr int cannot_get_issuer = 2, not_yet_valid = 9, has_expired = 10;

std::string name_of(const Tool& tool, const Options& options, const crypto::DistinguishedName& name) {
  const auto wanted = options.has("nameopt") ? name_flags(options.value("nameopt")) : std::nullopt;
  return name_text(name, wanted.value_or(usual_name_style(tool)));
}

// Also 1.0 prints this name in the style of later releases.
std::string step_name(const Tool& tool, const Options& options, const Certificate& certificate) {
  if (tool.personality() != Personality::v1_0) return name_of(tool, options, certificate.subject());
  return name_text(certificate.subject(), "oneline").value_or("");
}

std::string chain_entry(const Tool& tool, const Options& options, const Certificate& certificate, std::size_t at) {
  std::string text = fmt::format("{:2} s:{}\n", at, name_of(tool, options, certificate.subject()));
  text += fmt::format("   i:{}\n", name_of(tool, options, certificate.issuer()));
  if (tool.is_modern()) {
    const auto kinds = algorithm_names(certificate);
    text += fmt::format("   a:PKEY: {}, {} (bit); sigalg: {}\n", kinds.key, kinds.key_bits, kinds.signature);
    text += fmt::format("   v:NotBefore: {}; NotAfter: {}\n", time_text(certificate.not_before()),
                        time_text(certificate.not_after()));
  }
  return options.has("showcerts") ? text + crypto::armor(certificate.der(), "CERTIFICATE") : text;
}

std::string certificates_part(const Tool& tool, const Options& options, const TlsClientReport& report) {
  std::string text;
  if (!report.chain.empty()) {
    text += "---\nCertificate chain\n";
    for (std::size_t at = 0; at < report.chain.size(); ++at) text += chain_entry(tool, options, report.chain[at], at);
  }
  text += "---\n";
  if (!report.peer) return text + "no peer certificate available\n";
  text += "Server certificate\n";
  if (!options.has("showcerts")) text += crypto::armor(report.peer->der(), "CERTIFICATE");
  const bool oldest = tool.personality() == Personality::v1_0;  // it has no blank after the sign here
  const char* end = tool.is_modern() || oldest ? "\n" : "\n\n";
  return text + fmt::format("subject={}{}issuer={}{}", name_of(tool, options, report.peer->subject()),
                            oldest ? "\n" : end, name_of(tool, options, report.peer->issuer()), end);
}

std::string line(const char* label, const std::string& value) {
  return value.empty() ? "" : fmt::format("{}: {}\n", label, value);
}

std::string authorities_part(const Tool& tool, const Options& options, const TlsClientReport& report) {
  std::string text = "---\n";
  if (report.acceptable.empty()) {
    text += "No client certificate CA names sent\n";
  } else {
    text += "Acceptable client certificate CA names\n";
    for (const auto& name : report.acceptable) text += name_of(tool, options, name) + "\n";
  }
  text += line("Client Certificate Types", report.certificate_types);
  text += line("Requested Signature Algorithms", report.requested_algorithms);
  text += line("Shared Requested Signature Algorithms", report.shared_algorithms);
  text += line("Peer signing digest", report.signing_digest);
  if (tool.personality() != Personality::v1_0) text += line("Peer signature type", report.signature_type);
  return text + line("Server Temp Key", report.temporary_key);
}

std::string verdict(const TlsClientReport& report) {
  if (report.verify_result != 0) return "Verification error: " + report.verify_text + "\n";
  return "Verification: OK\n" + line("Verified peername", report.verified_name);
}

std::string session_part(const TlsClientReport& report) {
  if (!report.tls13) return report.session + "---\n";
  return fmt::format("Early data was not sent\nVerify return code: {} ({})\n---\n", report.verify_result,
                     report.verify_text);
}

}  // namespace

std::string verification_lines(const Tool& tool, const Options& options, const TlsClientReport& report) {
  const bool quiet = options.has("brief") || options.has("verify_quiet");
  std::string text;
  for (const VerifyStep& step : report.steps) {
    if (!quiet || !step.good)
      text += fmt::format("depth={} {}\n", step.depth,
                          step.certificate ? step_name(tool, options, *step.certificate) : "<no cert>");
    if (!step.good) text += fmt::format("verify error:num={}:{}\n", step.error, step.text);
    if (step.certificate && step.error == cannot_get_issuer)
      text += fmt::format("issuer= {}\n", name_of(tool, options, step.certificate->issuer()));
    if (step.certificate && step.error == not_yet_valid)
      text += fmt::format("notBefore={}\n", time_text(step.certificate->not_before()));
    if (step.certificate && step.error == has_expired)
      text += fmt::format("notAfter={}\n", time_text(step.certificate->not_after()));
    if (step.forgiven && !quiet) text += "verify return:1\n";
  }
  return text;
}

std::string connection_report(const Tool& tool, const Options& options, const TlsClientReport& report) {
  const bool oldest = tool.personality() == Personality::v1_0;
  std::string text = certificates_part(tool, options, report) + authorities_part(tool, options, report);
  text += fmt::format("---\nSSL handshake has read {} bytes and written {} bytes\n", report.octets_read,
                      report.octets_written);
  if (!oldest) text += verdict(report);
  // 1.0 names the version that introduced the cipher suite.
  const std::string version = oldest && report.cipher != "(NONE)" ? "TLSv1/SSLv3" : report.cipher_version;
  text += fmt::format("---\nNew, {}, Cipher is {}\n", version, report.cipher);
  if (report.peer) text += fmt::format("Server public key is {} bit\n", report.key_bits);
  text += fmt::format("Secure Renegotiation IS{} supported\nCompression: NONE\nExpansion: NONE\nNo ALPN negotiated\n",
                      report.secure_renegotiation ? "" : " NOT");
  return text + session_part(report);
}

std::string connection_summary(const Tool& tool, const Options& options, const TlsClientReport& report) {
  std::string text =
      fmt::format("CONNECTION ESTABLISHED\nProtocol version: {}\nCiphersuite: {}\n", report.protocol, report.cipher);
  text += line("Requested Signature Algorithms", report.requested_algorithms);
  if (!report.peer) return text + "No peer certificate\n" + line("Server Temp Key", report.temporary_key);
  text += fmt::format("Peer certificate: {}\n", name_of(tool, options, report.peer->subject()));
  text += line("Hash used", report.signing_digest);
  text += line("Signature type", report.signature_type);
  text += verdict(report);
  text += line("Supported Elliptic Curve Point Formats", report.point_formats);
  return text + line("Server Temp Key", report.temporary_key);
}

}  // namespace ringside::openssl
