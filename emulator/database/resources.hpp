// emulator/database/resources.hpp - general resource profiles with their access lists, and the options of their
// classes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/database/remembered.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/users.hpp"

namespace ringside::database {

/// An entry of an access list: a user, a group or '*', and NONE, EXECUTE, READ, UPDATE, CONTROL or ALTER.
struct Access {
  std::string id;
  std::string access;
};

/// An entry of a conditional access list: `access` for `id` only under a condition.
struct ConditionalAccess {
  std::string condition;  ///< the kind: PROGRAM, CONSOLE, TERMINAL, JESINPUT, SYSID, APPCPORT, SERVAUTH, CRITERIA
  std::string element;    ///< the name of the program, console ...
  std::string id;
  std::string access;
  std::string network;   ///< with APPCPORT
  std::string criteria;  ///< with SERVAUTH and CRITERIA
};

struct Resource {
  std::string profile_class;
  std::string name;
  bool generic = false;
  std::string owner;
  std::string uacc = "NONE";
  int level = 0;
  bool warning = false;
  std::string application_data;
  std::string data;    ///< installation data
  std::string notify;  ///< user to be notified, or empty
  std::string audit = "FAILURES(READ)";
  base::Instant created{};
};

class Resources {
 public:
  Resources(Store& store, std::int64_t database) : store_(store), database_(database) {}
  [[nodiscard]] std::optional<Resource> find(const std::string& profile_class, const std::string& name) const;
  [[nodiscard]] std::vector<Resource> all(const std::string& profile_class) const;  ///< by name
  /// Calls `take` for each profile of a class, by name, without holding them all.
  void each(const std::string& profile_class, const std::function<void(const Resource&)>& take) const;
  [[nodiscard]] std::int64_t count(const std::string& profile_class) const;
  void put(const Resource& resource);
  void remove(const std::string& profile_class, const std::string& name);  ///< and its access list
  /// The classes that have profiles, by name.
  [[nodiscard]] std::vector<std::string> classes() const;

  [[nodiscard]] std::vector<Access> access_list(const std::string& profile_class, const std::string& name) const;
  void permit(const std::string& profile_class, const std::string& name, const Access& access);
  /// Returns false if `id` was not on the list.
  bool withdraw(const std::string& profile_class, const std::string& name, const std::string& id);
  void clear_access(const std::string& profile_class, const std::string& name);

  /// Entries of conditional access lists come with an unload only: no command makes them, and they grant nothing.
  [[nodiscard]] std::vector<ConditionalAccess> conditional_access(const std::string& profile_class,
                                                                  const std::string& name) const;
  void permit_if(const std::string& profile_class, const std::string& name, const ConditionalAccess& access);

  [[nodiscard]] std::vector<std::string> members(const std::string& profile_class, const std::string& name) const;
  void add_member(const std::string& profile_class, const std::string& name, const std::string& member);
  void remove_member(const std::string& profile_class, const std::string& name, const std::string& member);

 private:
  Store& store_;
  std::int64_t database_;
  mutable Remembered<std::vector<Resource>> of_class_{Remember::resources};
};

/// The SETROPTS options of a class: some of the words CLASSACT, RACLIST, GENERIC, GENCMD, GLOBAL, AUDIT and STATISTICS,
/// and the number of its refreshes.
struct ClassOption {
  std::string profile_class;
  Attributes options;
  std::int64_t refreshes = 0;
};

class ClassOptions {
 public:
  ClassOptions(Store& store, std::int64_t database) : store_(store), database_(database) {}
  /// Returns a class with no options if none were set. The reference is valid until the next call.
  [[nodiscard]] const ClassOption& find(const std::string& profile_class) const;
  [[nodiscard]] std::vector<ClassOption> all() const;
  [[nodiscard]] bool has(const std::string& profile_class, const std::string& option) const;
  void put(const ClassOption& option);

 private:
  Store& store_;
  std::int64_t database_;
  mutable Remembered<ClassOption> found_{Remember::classes};
};

}  // namespace ringside::database
