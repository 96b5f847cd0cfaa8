// tests/interop/zosmf_load_interop_test.cpp - two servers on one lab, each with several clients at once: nothing is
// lost and nobody is turned away. RINGSIDE_SERVE_COMMANDS (100) is the number of commands of each of 8 clients.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/interop/zosmf_lab.hpp"

namespace ringside {
namespace {

using test_support::peer_is_here;
using test_support::read_file;
using test_support::run_program;
using test_support::ServeProcess;
using testing::HasSubstr;
using testing::Not;

constexpr int clients = 8;

int commands_of_a_client() {
  const char* const wanted = std::getenv("RINGSIDE_SERVE_COMMANDS");
  return wanted == nullptr ? 100 : std::atoi(wanted);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

class ZosmfLoad : public test_support::ZosmfLab {
 protected:
  /// The requests of a client for curl: each makes a group that no other makes.
  [[nodiscard]] std::string requests(int client, const std::string& port, const std::string& ca) const {
    std::string text;
    for (int number = 0; number < commands_of_a_client(); ++number) {
      if (number > 0) text += "next\n";
      text += fmt::format(
          "silent\nshow-error\nmax-time = 60\ncacert = \"{}\"\nuser = \"IBMUSER:SYS1\"\nrequest = PUT\n"
          "header = \"X-CSRF-ZOSMF-HEADER: 1\"\nheader = \"Content-Type: application/json\"\n"
          "data = \"{{\\\"tsoCmd\\\":\\\"ADDGROUP G{}{:05}\\\",\\\"cmdState\\\":\\\"stateless\\\"}}\"\n"
          "url = \"https://localhost:{}/zosmf/tsoApp/v1/tso\"\nwrite-out = \"\\ntook %{{http_code}} "
          "%{{time_total}}\\n\"\n",
          ca, client, number, port);
    }
    return text;
  }
};

/// The seconds of each answer with status 200.
std::vector<double> times_of(const std::string& output) {
  std::vector<double> times;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("took 200 ")) times.push_back(std::stod(line.substr(9)));
  return times;
}

TEST_F(ZosmfLoad, TwoServersOnOneLabLoseNothingAndTurnNobodyAway) {
  if (!peer_is_here("curl")) GTEST_SKIP();
  ringside("lab new --add SYSA:zos:PLEX1:RACF1 --add SYSB:zos:PLEX1:RACF1");
  make_ring("SYSA");
  const std::string ca = exported("SYSA", "CERTAUTH", "zOSMFCA");
  std::filesystem::create_directories(file("b"));
  ServeProcess a(RINGSIDE_BINARY, folder_.path(), options() + " --system SYSA", "--password IBMUSER=SYS1");
  ServeProcess b(RINGSIDE_BINARY, file("b"), options() + " --system SYSB");
  for (const std::string& port : {a.port("SYSA"), b.port("SYSB")}) {  // a server checks a password slowly once
    const auto first =
        run_program("curl -sS --cacert " + ca +
                    " -u IBMUSER:SYS1 -H 'X-CSRF-ZOSMF-HEADER: 1' https://localhost:" + port + "/zosmf/info");
    EXPECT_THAT(first.output, HasSubstr("zosmf_version"));
  }
  std::vector<std::string> outputs(clients);
  std::vector<std::thread> running;
  for (int client = 0; client < clients; ++client) {
    const std::string name = file("client" + std::to_string(client));
    test_support::write_file(name, requests(client, client % 2 == 0 ? a.port("SYSA") : b.port("SYSB"), ca));
    running.emplace_back([&output = outputs[static_cast<std::size_t>(client)], name] {
      output = run_program("curl --config " + name).output;
    });
  }
  for (std::thread& each : running) each.join();
  std::vector<double> times;
  const auto wanted = static_cast<std::size_t>(commands_of_a_client());
  for (const std::string& output : outputs) {
    EXPECT_EQ(count_of(output, "\"rc\":0"), wanted) << output.substr(0, 2'000);
    const auto its_times = times_of(output);
    EXPECT_EQ(its_times.size(), wanted);
    times.insert(times.end(), its_times.begin(), its_times.end());
  }
  const std::string groups = ringside("--system SYSB tso \"SEARCH CLASS(GROUP) MASK(G)\"").output;
  EXPECT_EQ(count_of("\n" + groups, "\nG"), wanted * clients);
  for (const std::string& log : {a.log(), b.log()})
    EXPECT_THAT(log, AllOf(Not(HasSubstr(" 500 ")), Not(HasSubstr("locked")), Not(HasSubstr("busy"))));
  EXPECT_EQ(a.stop(), 0);
  EXPECT_EQ(b.stop(), 0);
  ASSERT_FALSE(times.empty());
  std::sort(times.begin(), times.end());
  std::cout << fmt::format(
      "8 clients at two servers with {} commands each: median {:.0f} ms, p99 {:.0f} ms, longest {:.0f} ms\n", wanted,
      times[times.size() / 2] * 1e3, times[times.size() * 99 / 100] * 1e3, times.back() * 1e3);
}

}  // namespace
}  // namespace ringside
