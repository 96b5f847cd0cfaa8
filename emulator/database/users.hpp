// emulator/database/users.hpp - USER and GROUP profiles, the connections between them, and segments of any profile.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/database/remembered.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

/// Attributes such as SPECIAL, PROTECTED, REVOKED.
using Attributes = std::set<std::string>;

struct User {
  std::string name;
  std::string full_name = "UNKNOWN";
  std::string default_group;
  std::string owner;
  Attributes attributes;
  std::string data;  ///< installation data
  base::Instant created{};
};

struct Group {
  std::string name;
  std::string superior;
  std::string owner;
  Attributes attributes;
  std::string data;
  base::Instant created{};
};

struct Connection {
  std::string user;
  std::string group;
  std::string authority = "USE";
  std::string uacc = "NONE";
  std::string owner;
  Attributes attributes;
  base::Instant created{};
};

/// put() stores a profile and replaces one of the same name.
class Users {
 public:
  Users(Store& store, std::int64_t database) : store_(store), database_(database) {}
  /// The reference is valid until the next call.
  [[nodiscard]] const std::optional<User>& find(const std::string& name) const;
  [[nodiscard]] std::vector<User> all() const;  ///< by name
  /// Calls `take` for each user, by name, without holding them all.
  void each(const std::function<void(const User&)>& take) const;
  [[nodiscard]] std::int64_t count() const;
  void put(const User& user);
  void remove(const std::string& name);  ///< and its connections

 private:
  Store& store_;
  std::int64_t database_;
  mutable Remembered<std::optional<User>> found_{Remember::users};
};

class Groups {
 public:
  Groups(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] std::optional<Group> find(const std::string& name) const;
  [[nodiscard]] std::vector<Group> all() const;
  [[nodiscard]] std::vector<std::string> subgroups(const std::string& name) const;
  void put(const Group& group);
  void remove(const std::string& name);

 private:
  Store& store_;
  std::int64_t database_;
};

class Connections {
 public:
  Connections(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] std::optional<Connection> find(const std::string& user, const std::string& group) const;
  [[nodiscard]] std::vector<Connection> of_user(const std::string& user) const;
  [[nodiscard]] std::vector<Connection> of_group(const std::string& group) const;
  void put(const Connection& connection);
  void remove(const std::string& user, const std::string& group);

 private:
  Store& store_;
  std::int64_t database_;
};

/// Segments (OMVS, TSO, STDATA ...) of any profile: field names and values, sorted by field name.
class Segments {
 public:
  Segments(Store& store, std::int64_t database) : store_(store), database_(database) {}
  using Fields = std::map<std::string, std::string>;
  /// Segment name to its fields; `profile_class` is USER, GROUP or a general resource class.
  [[nodiscard]] std::map<std::string, Fields> all(const std::string& profile_class, const std::string& profile) const;
  void put(const std::string& profile_class, const std::string& profile, const std::string& segment,
           const std::string& field, const std::string& value);
  void remove_field(const std::string& profile_class, const std::string& profile, const std::string& segment,
                    const std::string& field);
  void remove(const std::string& profile_class, const std::string& profile, const std::string& segment);
  void remove_all(const std::string& profile_class, const std::string& profile);
  /// All values of a field in the class, for example the UIDs in use.
  [[nodiscard]] std::vector<std::string> values(const std::string& profile_class, const std::string& segment,
                                                const std::string& field) const;

 private:
  Store& store_;
  std::int64_t database_;
};

/// Converts attributes to the text of one column (sorted, separated by blanks) and back.
std::string join_words(const Attributes& words);
Attributes split_words(const std::string& text);

}  // namespace ringside::database
