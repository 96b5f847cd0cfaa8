// app/main.cpp - main: all other code is in the libraries, so that the tests link the released code.
#include "app/command_line.hpp"

int main(int argc, char** argv) {
  return ringside::app::run(argc, argv);
}
