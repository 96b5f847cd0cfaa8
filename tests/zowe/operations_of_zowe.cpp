// tests/zowe/operations_of_zowe.cpp - the operations by Zowe's native/c/zkr.cpp, which tests compile from a checkout.
#include <fstream>
#include <functional>
#include <map>

#include <zkr.hpp>

#include "tests/zowe/operations.hpp"

namespace ringside::zowe {
namespace {

using Arguments = std::vector<std::string>;
using Operation = std::function<int(ZKR&, const Arguments&, std::vector<std::string>&)>;

template <typename Certificate>
std::string line_of(const Certificate& one) {
  return one.label + "|" + one.owner + "|" + one.usage + "|" + one.status + "|" + (one.is_default ? "YES" : "NO");
}

int list(ZKR& zkr, const Arguments& words, std::vector<std::string>& lines) {
  std::vector<ZKRCertInfo> found;
  bool more = false;
  const int code = zkr_list_ring(&zkr, words[0], words[1], found, words.size() > 2 ? std::stoul(words[2]) : 0, &more);
  for (const ZKRCertInfo& one : zkr_filter_certs(found, "", "")) lines.push_back(line_of(one));
  if (more) lines.push_back("more");
  return code;
}

int count(ZKR& zkr, const Arguments& words, std::vector<std::string>& lines) {
  std::vector<ZKRCertInfo> found;
  const int code = zkr_list_ring(&zkr, words[0], words[1], found);
  lines.push_back(std::to_string(found.size()));
  return code;
}

int list_rings(ZKR& zkr, const Arguments& words, std::vector<std::string>& lines) {
  std::vector<ZKRRingEntry> rings;
  const int code = zkr_list_rings(&zkr, words[0], words.size() > 1 ? words[1] : "", rings);
  for (const ZKRRingEntry& ring : rings) {
    std::string line = ring.owner + "/" + ring.name + ":";
    for (const ZKRRingCert& one : ring.certs) line += (line.back() == ':' ? " " : ", ") + one.owner + " " + one.label;
    lines.push_back(line);
  }
  return code;
}

int show(ZKR& zkr, const Arguments& words, std::vector<std::string>& lines) {
  ZKRCertDetail one;
  const int code = zkr_show_cert(&zkr, words[0], words[1], words[2], one);
  if (code == 0)
    lines.push_back(line_of(one) + "|" + one.serial_number + "|" + one.not_before + "|" + one.not_after + "|" +
                    std::to_string(one.key_type) + "|" + std::to_string(one.key_size));
  return code;
}

int import(ZKR& zkr, const Arguments& words, std::vector<std::string>&) {
  ZKRImportOptions options;
  options.owner = words[0];
  options.ring = words[1];
  options.label = words[2];
  options.usage = words[3];
  options.p12_path = words[4];
  options.password = words[5];
  options.skip_refresh = true;
  return zkr_import_cert(&zkr, options);
}

int export_certificate(ZKR& zkr, const Arguments& words, std::vector<std::string>&) {
  ZKRExportOptions options;
  options.owner = words[0];
  options.ring = words[1];
  options.label = words[2];
  options.format = words[3];
  options.password = words.size() > 5 ? words[5] : "";
  std::string data;
  const int code = zkr_export_cert(&zkr, options, data);
  if (code == 0) std::ofstream(words[4], std::ios::binary) << data;
  return code;
}

int connect(ZKR& zkr, const Arguments& words, std::vector<std::string>&) {
  ZKRConnectOptions options;
  options.owner = words[0];
  options.ring = words[1];
  options.from_ring = words[2];
  options.label = words[3];
  options.usage = words[4] == "-" ? "" : words[4];
  options.make_default = words.size() > 5;
  return zkr_connect_cert(&zkr, options);
}

int alter(ZKR& zkr, const std::string& owner, const std::string& label, const std::string& new_label,
          const std::string& status) {
  ZKRAlterOptions options;
  options.owner = owner;
  options.label = label;
  options.new_label = new_label;
  options.status = status;
  return zkr_alter_cert(&zkr, options);
}

const std::map<std::string, Operation>& operations() {
  static const std::map<std::string, Operation> all = {
      {"create-ring", [](ZKR& zkr, const auto& words, auto&) { return zkr_new_ring(&zkr, words[0], words[1]); }},
      {"delete-ring", [](ZKR& zkr, const auto& words, auto&) { return zkr_del_ring(&zkr, words[0], words[1]); }},
      {"refresh", [](ZKR& zkr, const auto&, auto&) { return zkr_refresh(&zkr); }},
      {"list", list},
      {"count", count},
      {"list-rings", list_rings},
      {"show", show},
      {"import", import},
      {"export", export_certificate},
      {"connect", connect},
      {"set-default",
       [](ZKR& zkr, const auto& words, auto&) { return zkr_set_default(&zkr, words[0], words[1], words[2]); }},
      {"trust", [](ZKR& zkr, const auto& words, auto&) { return alter(zkr, words[0], words[1], "", words[2]); }},
      {"rename", [](ZKR& zkr, const auto& words, auto&) { return alter(zkr, words[0], words[1], words[2], ""); }},
      {"remove",
       [](ZKR& zkr, const auto& words, auto&) { return zkr_del_cert(&zkr, words[0], words[1], words[2], true); }},
  };
  return all;
}

}  // namespace

Outcome run(const std::string& operation, const std::vector<std::string>& arguments) {
  ZKR zkr{};
  Outcome outcome;
  outcome.done = operations().at(operation)(zkr, arguments, outcome.lines) == 0;
  outcome.saf = zkr.diag.saf_rc;
  outcome.racf = zkr.diag.esm_rc;
  outcome.reason = zkr.diag.esm_rsn;
  outcome.status = zkr.diag.gsk_rc;
  outcome.message = zkr.diag.e_msg;
  outcome.warning = zkr.diag.warning;
  return outcome;
}

}  // namespace ringside::zowe
