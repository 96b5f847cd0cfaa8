// emulator/tso/in_batch.hpp - a session that reads SYSTSIN, for the terminal monitor program and IRXJCL.
#pragma once

#include "emulator/racf/session.hpp"

namespace ringside::tso {

/// The session is in batch and reads `input` while this object lives.
class InBatch {
 public:
  InBatch(racf::Session& session, host::Terminal& input) : session_(session) {
    session_.terminal = &input;
    session_.in_batch = true;
  }
  InBatch(const InBatch&) = delete;
  InBatch& operator=(const InBatch&) = delete;
  ~InBatch() {
    session_.terminal = nullptr;
    session_.in_batch = false;
  }

 private:
  racf::Session& session_;
};

}  // namespace ringside::tso
