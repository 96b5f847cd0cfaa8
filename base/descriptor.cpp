// base/descriptor.cpp - an open file descriptor with an owner.
#include "base/descriptor.hpp"

#include <unistd.h>

namespace ringside::base {

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

}  // namespace ringside::base
