// bench/peak.cpp - how much memory a command has resident at most.
//
//   peak COMMAND ARGUMENT ...
//
// Prints KiB; the command's own output goes to standard error. A program of its own, and a small one: what a process
// had resident before it became the command counts as the command's, so a script's interpreter would hide what is
// measured.
#include <cstdio>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char** arguments) {
  if (count < 2) return std::fputs("usage: peak COMMAND ARGUMENT ...\n", stderr), 2;
  const pid_t child = fork();
  if (child == 0) {
    dup2(STDERR_FILENO, STDOUT_FILENO);
    execvp(arguments[1], arguments + 1);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return 1;
  std::printf("%ld\n", usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
