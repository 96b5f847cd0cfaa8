// tests/support/environment.cpp - part of every test program: no test reads or writes the keys that the user's runs
// keep.
#include <cstdlib>

namespace {

[[maybe_unused]] const int no_kept_keys = setenv("RINGSIDE_KEY_CACHE", "none", 1);

}  // namespace
