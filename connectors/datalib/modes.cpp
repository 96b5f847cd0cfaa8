// connectors/datalib/modes.cpp - the code page and the order of octets that a program expects of R_datalib.
#include "connectors/datalib/modes.hpp"

#include <atomic>

#include <ringside/irrsdl.h>

namespace ringside::connectors::datalib {
namespace {

constexpr int by_variable = -1;
constexpr std::uint8_t ascii_blank = 0x20;

std::atomic<int>& text_set() {
  static std::atomic<int> text{by_variable};
  return text;
}

std::atomic<int>& order_set() {
  static std::atomic<int> order{by_variable};
  return order;
}

bool is_known(int value) {
  return value == by_variable || value == 0 || value == 1;
}

}  // namespace

Modes modes_from(const Variables& variables) {
  const auto says = [&](const char* name, const char* value) { return variables(name) == value; };
  const int text = text_set(), order = order_set();
  Modes modes;
  modes.ebcdic = text == by_variable ? says("RINGSIDE_DATALIB_TEXT", "ebcdic") : text == RINGSIDE_DATALIB_TEXT_EBCDIC;
  modes.big = order == by_variable ? says("RINGSIDE_DATALIB_ORDER", "big") : order == RINGSIDE_DATALIB_ORDER_BIG;
  if (!modes.ebcdic && says("RINGSIDE_DATALIB_PAD", "20")) modes.pad = ascii_blank;
  modes.check = says("RINGSIDE_DATALIB_CHECK", "1");
  return modes;
}

bool set_modes(int text, int order) {
  if (!is_known(text) || !is_known(order)) return false;
  text_set() = text;
  order_set() = order;
  return true;
}

}  // namespace ringside::connectors::datalib
