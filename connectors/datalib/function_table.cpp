// connectors/datalib/function_table.cpp - the functions of R_datalib by their codes.
#include "connectors/datalib/function_table.hpp"

#include <array>

#include "connectors/datalib/read_functions.hpp"
#include "connectors/datalib/update_functions.hpp"

namespace ringside::connectors::datalib {
namespace {

constexpr std::uint32_t none = 0, any = 0xffffffff;
constexpr std::uint32_t statuses_of_put = IRRSDL_PUT_TRUST | IRRSDL_PUT_HIGHTRUST | IRRSDL_PUT_NOTRUST;
constexpr std::uint32_t deletions = IRRSDL_REMOVE_DEL_CERT_TOO | IRRSDL_REMOVE_DEL_ALLRINGS;

// In the order of the codes, from 1. Programs set an attribute of DataGetFirst that no book explains: it is let pass.
constexpr std::array functions = {
    Function{data_get_first, true, 1, any},    Function{data_get_next, true, 1, any},
    Function{data_abort_query, true, 0, none}, Function{check_status, true, 0, none},
    Function{get_update_code, true, 0, none},  Function{inc_serial_num, true, 0, none},
    Function{new_ring, false, 0, none},        Function{data_put, true, 0, statuses_of_put},
    Function{data_remove, true, 0, deletions}, Function{del_ring, false, 0, none},
    Function{data_refresh, false, 0, none},    Function{data_alter, true, 0, statuses_of_put},
    Function{get_ring_info, true, 0, none},
};
static_assert(functions.size() == IRRSDL_GET_RING_INFO);

}  // namespace

const Function* function_of(std::uint8_t code) {
  return code == 0 || code > functions.size() ? nullptr : &functions[code - 1U];
}

}  // namespace ringside::connectors::datalib
