// emulator/rexx/interpreter/lab_machine.cpp - functions of the C library, answered from the lab.
//
// USERID, DATE and TIME are built into Regina and cannot be replaced there. The program exports these functions, so
// that the dynamic linker gives them to Regina before those of the C library.
#include "emulator/rexx/interpreter/lab_machine.hpp"

#include <cerrno>
#include <cstring>
#include <ctime>

#include <pwd.h>
#include <sys/time.h>

namespace {

ringside::rexx::Machine& machine() {
  static ringside::rexx::Machine there;
  return there;
}

}  // namespace

namespace ringside::rexx {

void stand_in(const Machine& given) {
  machine() = given;
  ::tzset();  // reads the zone now, while files can be opened
}

}  // namespace ringside::rexx

extern "C" {

time_t time(time_t* to) noexcept {
  if (to != nullptr) *to = machine().time;
  return machine().time;
}

int gettimeofday(timeval* to, void* /*zone*/) noexcept {
  *to = timeval{machine().time, 0};
  return 0;
}

int getpwuid_r(uid_t user, passwd* entry, char* buffer, size_t size, passwd** found) {
  const std::string& name = machine().user;
  *found = nullptr;
  if (size < name.size() + 2) return ERANGE;
  std::memcpy(buffer, name.c_str(), name.size() + 1);
  char* const empty = buffer + name.size() + 1;
  *empty = '\0';
  *entry = passwd{buffer, empty, user, 0, empty, empty, empty};
  *found = entry;
  return 0;
}

}  // extern "C"
