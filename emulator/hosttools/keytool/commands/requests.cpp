// emulator/hosttools/keytool/commands/requests.cpp - -certreq, -gencert, -printcertreq, -selfcert.

#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/certificate_input.hpp"
#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/certificates/extension_options.hpp"
#include "emulator/hosttools/keytool/certificates/issue.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

const X509& own_certificate(Tool& tool, const std::string& alias) {
  const Entry& entry = tool.entry(alias);
  if (entry.chain.empty()) refuse(alias + " has no public key (certificate)");
  return entry.chain.front();
}

struct ReadRequest {
  X509Request request;
  crypto::PublicKey key;
};

[[noreturn]] void refuse_cut_off() {
  refuse_as("java.io.EOFException", "not enough content");
}

// Recognises certificates (their version has a tag of its own) and keys, which are no requests.
void refuse_other_structures(base::ByteView block) {
  const auto outer = crypto::der::only(block, crypto::der::sequence_tag);
  if (!outer) refuse_cut_off();
  crypto::der::Reader parts(outer->content);
  const auto info = parts.next();
  const auto algorithm = parts.next();
  const auto signature = parts.next();
  if (!info || !algorithm || !signature || !parts.at_end())
    refuse_as("java.lang.IllegalArgumentException", "not a PKCS #10 request");
  if (signature->tag != crypto::der::bit_string_tag)
    refuse_io("DerValue.getBitString, not a bit string " + std::to_string(signature->tag));
  const auto version = crypto::der::Reader(info->content).next();
  if (version && version->tag != crypto::der::integer_tag)
    refuse_io("DerValue.getBigIntegerInternal, not expected " + std::to_string(static_cast<std::int8_t>(version->tag)));
}

/// Reads PEM only: keytool does not accept a request in DER.
ReadRequest request_in(base::ByteView input, bool named) {
  const auto block = request_block(input, named);
  if (!block) throw Refusal{block.error()};
  if (block->size() < 2) refuse_io("Too short");
  refuse_other_structures(*block);
  auto laid_out = lay_out_request(*block);
  const auto checked = crypto::read_request(*block);
  if (!checked && checked.error().kind == crypto::ProblemKind::bad_signature)
    refuse_as("java.security.SignatureException", "Invalid PKCS #10 signature");
  auto key = laid_out ? crypto::PublicKey::from_spki(laid_out->spki)
                      : crypto::Result<crypto::PublicKey>(tl::unexpected(crypto::Problem{}));
  if (!laid_out || !checked || !key) refuse_as("java.lang.IllegalArgumentException", "not PKCS #10 v1");
  return {std::move(*laid_out), std::move(*key)};
}

}  // namespace

void certreq(Tool& tool) {
  const std::string alias = tool.alias();
  if (tool.options.file) tool.write_file(*tool.options.file, {});
  const OpenedKey opened = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
  const X509& certificate = own_certificate(tool, alias);
  const NamedSignature& signature = signature_for(tool.options.sigalg, opened.key.public_key());
  const base::Bytes subject = tool.options.dname ? parse_dname(*tool.options.dname) : certificate.subject;
  const auto extensions = make_extensions(tool.options.extensions, opened.key.public_key(), std::nullopt);
  const base::Bytes request = make_request(tool, subject, opened.key, extensions, signature);
  tool.write_output(tool.options.file, pem_text(request, "NEW CERTIFICATE REQUEST"));
  if (tool.options.verbose && tool.options.file)
    tool.error("Certification request stored in file <" + *tool.options.file + ">\nSubmit this to your CA\n");
  tool.check_weak_signature("The generated certificate request", std::string(signature.name));
  tool.check_weak_key("The generated certificate request", opened.key.public_key());
}

void gencert(Tool& tool) {
  const std::string alias = tool.alias();
  const base::Bytes input = tool.read_input(tool.options.infile);
  if (tool.options.outfile) tool.write_file(*tool.options.outfile, {});
  tool.entry(alias);
  const X509 issuer = own_certificate(tool, alias);
  const OpenedKey signer = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
  const base::Instant start = start_date(tool);
  const base::Instant end = end_date(start, tool.options.validity, "java.lang.Exception");
  const NamedSignature& signature = signature_for(tool.options.sigalg, signer.key.public_key());
  const ReadRequest read = request_in(input, true);
  tool.check_weak_request("The certificate request", read.request.algorithm, read.key);
  const bool own_key = issuer.certificate.public_key().spki() == read.key.spki();
  const auto issuer_id = own_key ? std::nullopt : std::optional(key_identifier_of(issuer));
  const CertificatePlan plan{
      tool.options.dname ? parse_dname(*tool.options.dname) : read.request.subject,
      issuer.subject,
      read.key,
      start,
      end,
      make_extensions(tool.options.extensions, read.key, issuer_id, {}, read.request.extensions)};
  const X509 made = issue_certificate(tool, plan, signer.key, signature);
  std::string text = tool.options.rfc ? pem_text(made.der(), "CERTIFICATE") : base::to_text(made.der());
  for (const X509& above : tool.entry(alias).chain)
    if (tool.options.rfc && !above.is_self_issued()) text += pem_text(above.der(), "CERTIFICATE");
  tool.write_output(tool.options.outfile, text);
  tool.check_weak("The issuer", tool.entry(alias).chain);
  tool.check_weak("The generated certificate", made);
}

void printcertreq(Tool& tool) {
  const ReadRequest read = request_in(tool.read_input(tool.options.file), false);
  tool.out(request_text(read.request, read.key, tool.zone()));
  tool.check_weak_request("The certificate request", read.request.algorithm, read.key);
}

void selfcert(Tool& tool) {
  const std::string alias = tool.alias();
  const OpenedKey opened = tool.open_key(alias, tool.options.storepass, tool.options.keypass);
  const X509 old = own_certificate(tool, alias);
  const base::Bytes subject = tool.options.dname ? parse_dname(*tool.options.dname) : old.subject;
  const crypto::PublicKey key = opened.key.public_key();
  const base::Instant start = start_date(tool);
  const CertificatePlan plan{subject,
                             subject,
                             key,
                             start,
                             end_date(start, tool.options.validity, "java.lang.Exception"),
                             make_extensions(tool.options.extensions, key, std::nullopt, old.extensions)};
  X509 made = issue_certificate(tool, plan, opened.key, signature_for(tool.options.sigalg, key));
  if (tool.options.verbose) tool.error("New certificate (self-signed):\n" + tool.described(made));
  tool.put_key(alias, opened.pkcs8, *opened.password, {std::move(made)});
  tool.save = true;
}

}  // namespace ringside::keytool
