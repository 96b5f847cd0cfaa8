// tests/support/racf_lab.cpp - a seeded lab in memory with a stopped clock.
#include "tests/support/racf_lab.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "emulator/host/records.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::test_support {
namespace {

base::Instant moment(const std::string& date) {
  return *base::from_local(*base::parse_moment(date), base::Zone{});
}

}  // namespace

RacfLab::RacfLab(const std::string& date, lab::Rules rules, racf::Preparation preparation)
    : preparation_(preparation), wall_clock_(moment(date)), lab_("", wall_clock_, rules) {
  lab_.set_seed("tests");
  add_system("SYS1");
}

racf::Session& RacfLab::add_system(const std::string& name, const std::string& database) {
  database::SystemRecord system{name, "zos", "", database, 0};
  racf::add_system(lab_, system, preparation_);
  sessions_.push_back(std::make_unique<racf::Session>(lab_, system, "IBMUSER"));
  return *sessions_.back();
}

racf::Session& RacfLab::know_system(const std::string& name) {
  sessions_.push_back(std::make_unique<racf::Session>(lab_, lab_.systems().find(name).value(), "IBMUSER"));
  return *sessions_.back();
}

racf::Session& RacfLab::on(const std::string& name) {
  for (auto& session : sessions_)
    if (session->system.name == name) return *session;
  throw std::logic_error("the test has no system " + name);
}

void RacfLab::set_date(const std::string& date) {
  lab_.set_clock(moment(date));
}

host::CommandResult RacfLab::run(const std::string& command, const std::string& system) {
  return tso::execute(on(system), parser::single_command(command));
}

host::CommandResult RacfLab::run_as(const std::string& user, const std::string& command) {
  racf::Session session(lab_, on("SYS1").system, user);
  return tso::execute(session, parser::single_command(command));
}

void RacfLab::must(const std::string& command, const std::string& system) {
  const host::CommandResult result = run(command, system);
  std::string text;
  for (const std::string& line : result.shown()) text += line + "\n";
  for (const std::string& line : result.diagnostics) text += line + "\n";
  EXPECT_EQ(result.return_code, 0) << command << "\n" << text;
}

std::string RacfLab::shown(const std::string& command, const std::string& system) {
  std::string text;
  for (const std::string& line : run(command, system).shown()) text += line + "\n";
  return text;
}

void RacfLab::put_text(const std::string& name, const std::string& text, const std::string& system) {
  on(system).data_sets.put(host::folded_text_records(name, text));
}

void RacfLab::put_bytes(const std::string& name, base::ByteView bytes, const std::string& system) {
  on(system).data_sets.put(host::binary_records(name, bytes));
}

std::string RacfLab::get_text(const std::string& name, const std::string& system) {
  return host::text_of(on(system).data_sets.find(name).value()).value();
}

base::Bytes RacfLab::get_bytes(const std::string& name, const std::string& system) {
  return host::contents(on(system).data_sets.find(name).value());
}

void RacfLab::copy(const std::string& name, const std::string& from, const std::string& to) {
  on(to).data_sets.put(on(from).data_sets.find(name).value());
}

crypto::Certificate RacfLab::certificate(const std::string& owner, const std::string& label,
                                         const std::string& system) {
  const auto found = record(owner, label, system);
  if (!found) throw std::logic_error("no certificate " + label + " of " + owner);
  return crypto::Certificate::from_der(found->der).value();
}

std::optional<database::CertificateRecord> RacfLab::record(const std::string& owner, const std::string& label,
                                                           const std::string& system) {
  return on(system).database.certificates.by_label(owner, label);
}

std::vector<std::string> message_ids(const host::CommandResult& result) {
  std::vector<std::string> ids;
  for (const host::OutputLine& line : result.lines)
    if (!line.id.empty()) ids.push_back(line.id);
  return ids;
}

}  // namespace ringside::test_support
