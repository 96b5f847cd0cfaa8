// emulator/racf/racdcert/generate/bulk.hpp - many certificates of one GENCERT: the same plan, other subjects and
// labels.
//
// Certificate n is what the n-th of as many GENCERT commands would make: its own operation of the system (so its key is
// the same under a seed), the signer's next serial number, the same extensions, status and profile.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::racf {

struct BulkName {
  std::string label;
  crypto::DistinguishedName subject;
};

struct BulkOrder {
  std::size_t count = 0;
  /// Label and subject of certificate n, from 0; asked from several threads.
  std::function<BulkName(std::size_t)> name;
  /// The label alone, which costs less; that of `name` if it is not set.
  std::function<std::string(std::size_t)> label{};
  /// A key for one certificate, of a kind that RACF does not have; the key that the command asks for if it is not set.
  std::function<crypto::PrivateKey(const base::Randomness&)> key{};
  unsigned threads = 0;  ///< that make keys and signatures; 0: as many as the processor has
  /// Told how many certificates are durable, after each commit.
  std::function<void(std::size_t)> committed = [](std::size_t) {};
  /// Set from elsewhere (a signal): what is committed stays, the rest is not made.
  const std::atomic<bool>* stop = nullptr;
  std::chrono::milliseconds commit_every{50};
};

struct BulkResult {
  CommandResult reply;  ///< of the plan: a refusal (nothing was made), or the remarks and messages that hold for all
  std::size_t issued = 0;
};

/// Issues the order's certificates as `gencert` says, a RACDCERT GENCERT with SIGNWITH and without a request data set,
/// whose SUBJECTSDN and WITHLABEL stand for all. Refused as GENCERT is; all labels are checked before the first
/// certificate is made.
BulkResult issue_in_bulk(Session& session, const parser::Command& gencert, const BulkOrder& order);

}  // namespace ringside::racf
