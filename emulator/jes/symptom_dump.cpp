// emulator/jes/symptom_dump.cpp - IEA995I, the symptom dump of a step that abends.
#include "emulator/jes/symptom_dump.hpp"

#include <fmt/format.h>

#include "emulator/jes/message.hpp"

namespace ringside::jes {

// The layout is that of a captured job log. Of the registers, those that S806-04 sets have its values: 1 and E the
// completion code with its flags, F the reason code. The others are zero.
std::vector<std::string> symptom_dump(const std::string& time) {
  return {
      message(MessageId::iea995i, {}),
      "SYSTEM COMPLETION CODE=806  REASON CODE=00000004",
      fmt::format(" TIME={}  SEQ=00001  CPU=0000  ASID=001B", time),
      " PSW AT TIME OF ERROR  070C1000   812D3852  ILC 2  INTC 0D",
      "   NO ACTIVE MODULE FOUND",
      "   NAME=UNKNOWN",
      "   DATA AT PSW  012D384C - 8400181E  0A0D18FB  180C181D",
      "   AR/GR 0: 00000000/00001F00   1: 00000000/84806000",
      "         2: 00000000/00000000   3: 00000000/00000000",
      "         4: 00000000/00000000   5: 00000000/00000000",
      "         6: 00000000/000000FF   7: 00000000/00000000",
      "         8: 00000000/00000000   9: 00000000/00000000",
      "         A: 00000000/00000000   B: 00000000/00000000",
      "         C: 00000000/00000000   D: 00000000/00000000",
      "         E: 00000000/84806000   F: 00000000/00000004",
      " END OF SYMPTOM DUMP",
  };
}

}  // namespace ringside::jes
