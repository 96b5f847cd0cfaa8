// connectors/keyring_util/main.cpp - main of keyring-util; all other code is in a library, so that the tests link it.
#include <iostream>

#include "connectors/keyring_util/keyring_util.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return ringside::connectors::keyring_util::run(arguments, std::cout, std::cerr);
}
