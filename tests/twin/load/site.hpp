// tests/twin/load/site.hpp - a site's database as the records of its unload, and the twin that they give.
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/ebcdic.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/tso/execute.hpp"
#include "tests/support/racf_lab.hpp"
#include "tests/support/temporary_directory.hpp"
#include "twin/load/load.hpp"
#include "twin/records/record_line.hpp"

namespace ringside::test_support {

struct SiteCertificate {
  std::string owner, label;
  std::string serial = "01";
  std::string issuer = "CN=CA.O=Site", subject = "CN=server.O=Site";
  std::string key_type = "PKCSDER";
  int key_size = 256;
  std::string algorithm = "sha256ECDSA";
  std::string fingerprint{};
  std::string status = "TRUST";
  int first_year = 2012, last_year = 2032;

  [[nodiscard]] std::string profile() const {
    std::string name = serial + ".";
    for (const char c : issuer) name += c == ' ' ? std::string("\u00a2") : std::string(1, c);
    return name;
  }
};

class Site {
 public:
  /// With group SYS1 and users IBMUSER (SPECIAL), IZUSVR, irrcerta, irrsitec and irrmulti.
  Site() {
    group("SYS1", "");
    for (const char* name : {"IBMUSER", "IZUSVR", "irrcerta", "irrsitec", "irrmulti"}) user(name);
  }

  void add(const twin::RecordLine& line) { lines_.push_back(line.line()); }
  void add_line(const std::string& line) { lines_.push_back(line); }
  void group(const std::string& name, const std::string& superior) {
    add(twin::RecordLine("0100")
            .text("GPBD_NAME", name)
            .text("GPBD_SUPGRP_ID", superior)
            .text("GPBD_OWNER_ID", "IBMUSER"));
  }
  void user(const std::string& name) {
    twin::RecordLine line("0200");
    line.text("USBD_NAME", name)
        .text("USBD_OWNER_ID", "IBMUSER")
        .text("USBD_DEFGRP_ID", "SYS1")
        .text("USBD_NOPWD", "NO");
    line.date("USBD_CREATE_DATE", {2010, 1, 2}).flag("USBD_SPECIAL", name == "IBMUSER");
    add(line);
    add(twin::RecordLine("0205").text("USCON_NAME", name).text("USCON_GRP_ID", "SYS1").text("USCON_UACC", "NONE"));
  }
  void certificate(const SiteCertificate& one) {
    twin::RecordLine base("0500"), data("0560"), names("1560"), label("0207");
    base.text("GRBD_NAME", one.profile()).text("GRBD_CLASS_NAME", "DIGTCERT").text("GRBD_APPL_DATA", one.owner);
    base.text("GRBD_UACC", one.status);
    data.text("GRCERT_NAME", one.profile()).text("GRCERT_CLASS_NAME", "DIGTCERT").text("GRCERT_KEY_TYPE", one.key_type);
    data.date("GRCERT_START_DATE", {one.first_year, 1, 1}).time("GRCERT_START_TIME", {});
    data.date("GRCERT_END_DATE", {one.last_year, 1, 1}).time("GRCERT_END_TIME", {2000, 1, 1, 23, 59, 59});
    if (!one.key_type.empty()) data.number("GRCERT_KEY_SIZE", static_cast<std::uint64_t>(one.key_size));
    names.text("CERTN_NAME", one.profile()).text("CERTN_CLASS_NAME", "DIGTCERT").text("CERTN_ISSUER_DN", one.issuer);
    names.text("CERTN_SUBJECT_DN", one.subject).text("CERTN_SIG_ALG", one.algorithm);
    names.text("CERTN_CERT_FGRPRNT", one.fingerprint);
    label.text("USCERT_NAME", one.owner).text("USCERT_CERT_NAME", one.profile()).text("USCERT_CERTLABL", one.label);
    for (const auto& line : {base, data, names, label}) add(line);
  }
  void ring(const std::string& owner, const std::string& name) {
    add(twin::RecordLine("0500").text("GRBD_NAME", owner + "." + name).text("GRBD_CLASS_NAME", "DIGTRING"));
  }
  void member(const std::string& ring, const SiteCertificate& one, const std::string& usage, bool is_default = false) {
    twin::RecordLine line("0562"), back("0561");
    line.text("KEYR_NAME", ring).text("KEYR_CLASS_NAME", "DIGTRING").text("KEYR_CERT_NAME", one.profile());
    line.text("KEYR_CERT_USAGE", usage).flag("KEYR_CERT_DEFAULT", is_default).text("KEYR_CERT_LABEL", one.label);
    back.text("CERTR_NAME", one.profile()).text("CERTR_CLASS_NAME", "DIGTCERT").text("CERTR_RING_NAME", ring);
    add(line);
    add(back);
  }

  [[nodiscard]] std::string text(const std::string& end = "\n") const {
    std::string all;
    for (const std::string& line : lines_) all += line + end;
    return all;
  }
  /// As z/OS has it: EBCDIC with record descriptor words.
  [[nodiscard]] std::string described() const {
    std::string all;
    for (const std::string& line : lines_) {
      const base::Bytes octets = base::to_ebcdic(line);
      const std::size_t length = octets.size() + 4;
      all += {static_cast<char>(length >> 8U), static_cast<char>(length & 0xffU), '\0', '\0'};
      all.append(octets.begin(), octets.end());
    }
    return all;
  }

 private:
  std::vector<std::string> lines_;
};

/// The twin of a site in a lab of its own, as system SYSA.
class Twin {
 public:
  /// `unload` is the content of the file.
  explicit Twin(const std::string& unload, twin::LoadOptions options = {}) : lab_("2020-05-17") {
    std::ofstream(folder_.file("unload"), std::ios::binary) << unload;
    options.unload = folder_.file("unload");
    options.system = {"SYSA", "zos", "PLEX", "", 0};
    report_ = twin::load(lab_.lab(), options);
  }
  explicit Twin(const Site& site, twin::LoadOptions options = {}) : Twin(site.text(), std::move(options)) {}

  [[nodiscard]] const tl::expected<twin::LoadReport, std::string>& report() const { return report_; }
  [[nodiscard]] std::uint64_t remarks(const std::string& kind) const {
    const auto found = report_->remarks.find(kind);
    return found == report_->remarks.end() ? 0 : found->second;
  }
  lab::Lab& lab() { return lab_.lab(); }
  RacfLab& commands() { return lab_; }
  database::SystemRecord system() { return *lab().systems().find("SYSA"); }
  database::SecurityDatabase database() { return lab().database_of(system()); }
  std::string shown(const std::string& command) { return run(command, false); }
  /// The remarks of Ringside's own on a command.
  std::string diagnosed(const std::string& command) { return run(command, true); }
  database::CertificateRecord record(const std::string& owner, const std::string& label) {
    return database().certificates.by_label(owner, label).value();
  }
  crypto::Certificate certificate(const std::string& owner, const std::string& label) {
    return crypto::Certificate::from_stored(record(owner, label).der);
  }

 private:
  std::string run(const std::string& command, bool diagnostics) {
    racf::Session session(lab(), system(), "IBMUSER");
    const host::CommandResult result = tso::execute(session, parser::single_command(command));
    std::string text;
    for (const std::string& line : diagnostics ? result.diagnostics : result.shown()) text += line + "\n";
    return text;
  }

  TemporaryDirectory folder_;
  RacfLab lab_;
  tl::expected<twin::LoadReport, std::string> report_;
};

}  // namespace ringside::test_support
