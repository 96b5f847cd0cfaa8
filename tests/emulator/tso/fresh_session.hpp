// tests/emulator/tso/fresh_session.hpp - a lab in memory with one system, its clock stopped, and a session on it.
#pragma once

#include <chrono>
#include <string>

#include "emulator/base/time.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::test {

struct FreshSession {
  FreshSession() : lab("", clock), session(lab, with_system(lab), "IBMUSER") { lab.set_seed("tests"); }

  static database::SystemRecord with_system(lab::Lab& lab) {
    database::SystemRecord system{"SYS1", "zos", "", "", 0};
    lab.add_system(system);
    return system;
  }

  base::FixedClock clock{std::chrono::sys_days{std::chrono::May / 17 / 2013} + std::chrono::hours{12}};
  lab::Lab lab;
  racf::Session session;
};

}  // namespace ringside::test
