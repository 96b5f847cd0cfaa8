// harness/doctor/remedy_writer.cpp - writes remedies.
#include "harness/doctor/remedy_writer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "emulator/host/data_sets.hpp"

namespace ringside::harness {

std::string in_quotes(const std::string& text) {
  return "'" + base::replace_all(text, "'", "''") + "'";
}

std::string label_operand(const std::string& label) {
  return "LABEL(" + in_quotes(label) + ")";
}

std::string owner_and_label(const database::CertificateRecord& record) {
  return fmt::format("{} {}", racf::owner_operand(record.owner), label_operand(record.label));
}

std::string not_after_operand(base::Instant end, base::Zone zone) {
  const base::CivilTime t = base::to_local(end, zone);
  std::string text = fmt::format("NOTAFTER(DATE({:04}-{:02}-{:02})", t.year, t.month, t.day);
  if (t.hour != 23 || t.minute != 59 || t.second != 59)
    text += fmt::format(" TIME({:02}:{:02}:{:02})", t.hour, t.minute, t.second);
  return text + ")";
}

namespace {

bool changes_certificates(const RemedyLine& line) {
  const auto has = [&](const char* word) { return line.text.find(word) != std::string::npos; };
  return line.kind == RemedyLine::Kind::tso && line.text.starts_with("RACDCERT ") && !has(" EXPORT(") &&
         !has(" GENREQ(");
}

std::string raclisted_classes(const lab::Lab& lab, const database::SecurityDatabase& database) {
  std::vector<std::string> classes;
  for (const char* each : {"DIGTCERT", "DIGTRING"})
    if (!lab.rules().lenient && database.classes.has(each, "CLASSACT") && database.classes.has(each, "RACLIST"))
      classes.emplace_back(each);
  return base::join(classes, " ");
}

}  // namespace

Remedy RemedyWriter::finish() {
  std::vector<std::string> systems;
  for (const RemedyLine& line : remedy_.lines)
    if (changes_certificates(line) && std::find(systems.begin(), systems.end(), line.system) == systems.end())
      systems.push_back(line.system);
  for (const std::string& system : systems) {
    const std::string classes = raclisted_classes(*lab_, lab_->database_of(*lab_->systems().find(system)));
    if (!classes.empty()) tso(system, fmt::format("SETROPTS RACLIST({}) REFRESH", classes));
  }
  return std::move(remedy_);
}

void RemedyWriter::tso(const std::string& system, std::string command) {
  remedy_.lines.push_back({RemedyLine::Kind::tso, system, std::move(command)});
}

void RemedyWriter::transfer(const std::string& data_set, const std::string& from, const std::string& to) {
  remedy_.lines.push_back({RemedyLine::Kind::transfer, from, data_set, to});
}

void RemedyWriter::by_hand(const std::string& system, std::string sentence) {
  remedy_.lines.push_back({RemedyLine::Kind::by_hand, system, std::move(sentence)});
}

std::string RemedyWriter::free_data_set(const std::string& word) {
  const auto is_taken = [&](const std::string& name) {
    if (data_sets_.count(name) != 0) return true;
    for (const database::SystemRecord& system : lab_->systems().all())
      if (host::DataSets(*lab_, system.name).find(name)) return true;
    return false;
  };
  for (int number = 1;; ++number) {
    std::string name = fmt::format("{}.RINGSIDE.{}{}", user_, word, number);
    if (is_taken(name)) continue;
    data_sets_.insert(name);
    return name;
  }
}

std::string RemedyWriter::free_label(const std::string& system, const std::string& owner, const std::string& wanted) {
  auto database = lab_->database_of(*lab_->systems().find(system));
  for (int number = 1;; ++number) {
    const std::string ending = number == 1 ? "" : fmt::format(" {}", number);
    const std::string label =
        base::trim_right(wanted.substr(0, base::limits::label_characters - ending.size())) + ending;
    if (database.certificates.by_label(owner, label)) continue;
    if (labels_.insert(fmt::format("{}/{}/{}", system, owner, label)).second) return label;
  }
}

std::string RemedyWriter::bring(const Holding& from, const std::string& to) {
  const std::string name = free_data_set("CERT");
  tso(from.system.name, fmt::format("RACDCERT {} EXPORT({}) DSN('{}') FORMAT(CERTB64)",
                                    racf::owner_operand(from.record.owner), label_operand(from.record.label), name));
  if (to != from.system.name) transfer(name, from.system.name, to);
  return name;
}

void RemedyWriter::connect(const std::string& system, const racf::RingName& ring, const std::string& owner,
                           const std::string& label, const std::string& more) {
  const std::string whose = owner == ring.owner ? "" : racf::owner_operand(owner) + " ";
  tso(system, fmt::format("RACDCERT ID({}) CONNECT({}{} RING({}){})", ring.owner, whose, label_operand(label),
                          ring.name, more.empty() ? "" : " " + more));
}

}  // namespace ringside::harness
