// tests/support/server_process.hpp - servers of others that a test starts in the foreground and stops again.
#pragma once

#include <chrono>
#include <string>
#include <thread>

#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ringside::test_support {

/// A port of the loopback interface that nobody listens on.
inline int free_port() {
  const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  ::bind(probe, reinterpret_cast<sockaddr*>(&address), length);
  ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &length);
  ::close(probe);
  return ntohs(address.sin_port);
}

inline bool answers(int port) {
  const int client = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  const bool connected = ::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(client);
  return connected;
}

/// A server in the foreground, started by a line of the shell and stopped with the object.
class ServerProcess {
 public:
  ServerProcess(const std::string& command, int port) : child_(::fork()) {
    if (child_ == 0) {
      ::setpgid(0, 0);
      ::execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!answers(port) && std::chrono::steady_clock::now() < end && !has_ended())
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  ~ServerProcess() {
    if (has_ended()) return;
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

 private:
  bool has_ended() {
    ended_ = ended_ || ::waitpid(child_, nullptr, WNOHANG) == child_;
    return ended_;
  }

  pid_t child_;
  bool ended_ = false;
};

}  // namespace ringside::test_support
