// emulator/racf/racdcert/generate/bulk.hpp - many certificates of one GENCERT, each with its own names and label.
//
// The certificates are those that as many GENCERT commands would make: each is an operation of its own on the system
// (so a seed gives it the same key), and has the signer's next serial number and the same extensions and status.
// Numbers of operations and serial numbers are taken as certificates are stored. So an order for the rest, after a run
// that was stopped, makes what the stopped run would have made, unless other commands came in between.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf::racdcert {

struct BulkName {
  std::string label;
  crypto::DistinguishedName subject;
  std::optional<crypto::AltNames> alt_names = {};  ///< instead of those of the command; empty: there are none
};

struct BulkOrder {
  std::size_t count = 0;
  /// Returns the label and subject of certificate n, from 0. Called from several threads.
  std::function<BulkName(std::size_t)> name;
  /// Returns the label only, for speed. If it is not set, `name` is used.
  std::function<std::string(std::size_t)> label{};
  /// Makes the key of one certificate, for kinds of key that RACF does not have. If it is not set, the command
  /// determines the kind of key.
  std::function<crypto::PrivateKey(const base::Randomness&)> key{};
  unsigned threads = 0;  ///< number of threads that make keys and signatures; 0: as many as the processor has
  /// Called after each commit with the certificates that it stored, in their order. What it throws ends the run.
  std::function<void(std::span<const database::CertificateRecord>)> committed = [](auto) {};
  /// Set elsewhere (by a signal) to stop. Committed certificates stay.
  const std::atomic<bool>* stop = nullptr;
  std::chrono::milliseconds commit_every{50};
};

struct BulkResult {
  host::CommandResult
      reply;  ///< a refusal (then nothing was made), or messages and remarks that hold for all certificates
  std::size_t issued = 0;
};

/// Issues the certificates of an order. `command` is a RACDCERT GENCERT with SIGNWITH and without a request data set;
/// the order's names replace its SUBJECTSDN, WITHLABEL and
/// ALTNAME. Refuses what GENCERT refuses. Checks all labels before it
/// makes the first certificate.
BulkResult issue_in_bulk(Session& session, const parser::Command& command, const BulkOrder& order);

}  // namespace ringside::racf::racdcert
