// harness/doctor/remedy_writer.hpp - writes remedies: RACDCERT commands with labels and data set names that are
// free.
#pragma once

#include <map>
#include <set>
#include <string>

#include "emulator/lab/lab.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "harness/doctor/lab_certificates.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// Quotes a text for a TSO operand.
std::string in_quotes(const std::string& text);
/// "LABEL('CA')".
std::string label_operand(const std::string& label);
/// Returns the owner and the label of a certificate as operands: "CERTAUTH LABEL('CA')".
std::string owner_and_label(const database::CertificateRecord& record);
/// "NOTAFTER(DATE(2034-03-01))", with TIME unless it is the end of the day.
std::string not_after_operand(base::Instant end, base::Zone zone);

class RemedyWriter {
 public:
  /// `user` issues the commands, and is the first qualifier of data sets.
  RemedyWriter(lab::Lab& lab, std::string user) : lab_(&lab), user_(std::move(user)) {}

  [[nodiscard]] lab::Lab& lab() { return *lab_; }
  Remedy& remedy() { return remedy_; }
  /// Returns the remedy. On each system where it changes certificates or rings of a RACLISTed class, it ends with the
  /// refresh that lets their readers see the change.
  Remedy finish();

  void tso(const std::string& system, std::string command);
  void transfer(const std::string& data_set, const std::string& from, const std::string& to);
  void by_hand(const std::string& system, std::string sentence);

  /// The name of a data set that no system has: "IBMUSER.RINGSIDE.CERT1" for the word CERT.
  std::string free_data_set(const std::string& word);
  /// Returns `wanted`, with a number appended if it is in use, and reserves it.
  std::string free_label(const std::string& system, const std::string& owner, const std::string& wanted);

  /// Exports the certificate of `from` as CERTB64 to a data set of system `to`. Returns the data set's name.
  std::string bring(const Holding& from, const std::string& to);
  /// Adds CONNECT on `system`. `more` is "DEFAULT", "USAGE(CERTAUTH)" or empty.
  void connect(const std::string& system, const racf::RingName& ring, const std::string& owner,
               const std::string& label, const std::string& more = {});

 private:
  lab::Lab* lab_;
  std::string user_;
  Remedy remedy_;
  std::set<std::string> data_sets_;
  std::set<std::string> labels_;
};

}  // namespace ringside::harness
