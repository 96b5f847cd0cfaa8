// base/data_set_name.hpp - the form of data set names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ringside::base {

inline constexpr std::size_t data_set_name_characters = 44;  // JCL Reference, DSNAME

/// Whether a name may hold the generic characters * and %, as the name of a data set profile does.
enum class Generic { no, yes };

/// Returns whether `text` is 1 to 8 characters A-Z, 0-9, @, #, $ and hyphen, the first no digit and no hyphen.
bool is_qualifier(std::string_view text, Generic generic = Generic::no);

/// Returns whether `name` is 1 to 44 characters: qualifiers with periods between them (JCL Reference, DSNAME). Takes
/// upper case only.
bool is_data_set_name(std::string_view name, Generic generic = Generic::no);

/// Returns whether `text` is 1 to 8 characters A-Z, 0-9, @, # and $, the first no digit (JCL Reference, DSNAME). Takes
/// upper case only.
bool is_member_name(std::string_view text);

/// A member of a library (a partitioned data set).
struct MemberName {
  std::string library;
  std::string member;
};

/// The parts of LIBRARY(MEMBER). Returns nullopt if `name` has another form; takes upper case only.
std::optional<MemberName> member_name(std::string_view name);

/// LIBRARY(MEMBER).
std::string member_of(std::string_view library, std::string_view member);

}  // namespace ringside::base
