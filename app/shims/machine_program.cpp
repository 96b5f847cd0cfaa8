// app/shims/machine_program.cpp - searches PATH, and starts what is found in place of this program.
#include "app/shims/machine_program.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ostream>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

#include "app/core_files.hpp"

namespace ringside::app {
namespace {

bool is_this_program(const struct stat& status) {
  struct stat own {};
  return ::stat("/proc/self/exe", &own) == 0 && own.st_dev == status.st_dev && own.st_ino == status.st_ino;
}

}  // namespace

std::optional<std::string> machine_program(const std::string& name) {
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string file = (folder.empty() ? "." : folder) + "/" + name;
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || is_this_program(status)) continue;
    if (::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

int become(const std::string& file, std::vector<std::string> words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  allow_core_files_again();
  for (const int number : {SIGPIPE, SIGXFSZ}) std::signal(number, SIG_DFL);
  ::execvp(file.c_str(), pointers.data());
  return errno;
}

void answer_by(Program& program, const std::string& own, const std::string& shown,
               const std::vector<std::string>& words) {
  program.close_lab();
  program.error() << "ringside: " << shown << ": not emulated; " << own << " answers\n" << std::flush;
  throw UsageError(own + ": " + std::strerror(become(own, words)));
}

}  // namespace ringside::app
