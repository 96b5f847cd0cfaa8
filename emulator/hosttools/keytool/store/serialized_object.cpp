// emulator/hosttools/keytool/store/serialized_object.cpp - walks over a serialized object.
#include "emulator/hosttools/keytool/store/serialized_object.hpp"

#include <string>
#include <vector>

namespace ringside::keytool {
namespace {

using base::ByteView;

constexpr std::uint8_t tc_null = 0x70, tc_reference = 0x71, tc_classdesc = 0x72, tc_object = 0x73, tc_string = 0x74,
                       tc_array = 0x75, tc_endblockdata = 0x78, tc_longstring = 0x7C;
constexpr std::uint32_t first_handle = 0x7E0000;
constexpr int most_depth = 16;
constexpr std::size_t most_fields = 64;

/// A class: the types of its fields, and its superclass. One numbering of handles covers classes, strings, arrays,
/// objects.
struct ClassInfo {
  std::string fields;  ///< type codes
  int super = -1;      ///< index into the classes
  char element = 0;    ///< element type of an array class
};

class Walker {
 public:
  explicit Walker(ByteView bytes) : bytes_(bytes) {}

  std::size_t walk() {
    if (number(4) != 0xACED0005 || !content(0)) return 0;
    return sound_ ? at_ : 0;
  }

 private:
  std::uint64_t number(std::size_t width) {
    std::uint64_t value = 0;
    if (width > bytes_.size() - at_) {
      sound_ = false;
      at_ = bytes_.size();
      return 0;
    }
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | bytes_[at_++];
    return value;
  }
  void skip(std::uint64_t count) {
    if (count > bytes_.size() - at_) {
      sound_ = false;
      at_ = bytes_.size();
    } else {
      at_ += count;
    }
  }
  std::string text() {
    const auto length = static_cast<std::size_t>(number(2));
    const std::size_t begin = at_;
    skip(length);
    return sound_ ? std::string(bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
                                bytes_.begin() + static_cast<std::ptrdiff_t>(at_))
                  : std::string();
  }
  /// Returns the index of the class of a handle, or -1.
  int remember(int class_index) {
    handles_.push_back(class_index);
    return class_index;
  }

  bool content(int depth) {
    if (depth > most_depth || !sound_) return false;
    switch (number(1)) {
      case tc_null:
        return sound_;
      case tc_reference:
        skip(4);
        return sound_;
      case tc_string:
        remember(-1);
        text();
        return sound_;
      case tc_longstring:
        remember(-1);
        skip(number(8));
        return sound_;
      case tc_array:
        return array(depth);
      case tc_object:
        return object(depth);
      default:
        return false;
    }
  }

  /// Returns -1 for null, -2 if malformed, else the class.
  int class_description(int depth) {
    if (depth > most_depth || !sound_) return -2;
    switch (number(1)) {
      case tc_null:
        return -1;
      case tc_reference: {
        const std::uint64_t handle = number(4) - first_handle;
        return handle < handles_.size() && handles_[handle] >= 0 ? handles_[handle] : -2;
      }
      case tc_classdesc:
        return new_class(depth);
      default:
        return -2;
    }
  }

  int new_class(int depth) {
    const std::string name = text();
    skip(8);  // serialVersionUID
    const int index = static_cast<int>(classes_.size());
    classes_.push_back({"", -1, name.size() > 1 && name[0] == '[' ? name[1] : '\0'});
    remember(index);
    skip(1);  // flags: a SealedObject has no writeObject of its own
    const std::uint64_t count = number(2);
    if (count > most_fields) return -2;
    std::string fields;
    for (std::uint64_t i = 0; i < count && sound_; ++i) {
      const char type = static_cast<char>(number(1));
      text();
      fields += type;
      if ((type == '[' || type == 'L') && !content(depth + 1)) return -2;
    }
    if (number(1) != tc_endblockdata) return -2;
    const int super = class_description(depth + 1);
    classes_[static_cast<std::size_t>(index)].fields = fields;
    classes_[static_cast<std::size_t>(index)].super = super;
    return super == -2 ? -2 : index;
  }

  bool array(int depth) {
    const int index = class_description(depth + 1);
    if (index < 0 || classes_[static_cast<std::size_t>(index)].element != 'B') return false;
    remember(-1);
    skip(number(4));
    return sound_;
  }

  bool object(int depth) {
    const int index = class_description(depth + 1);
    if (index < 0) return false;
    remember(-1);
    std::vector<int> line;  // values of superclasses come first
    for (int at = index; at >= 0 && line.size() <= most_fields; at = classes_[static_cast<std::size_t>(at)].super)
      line.push_back(at);
    for (auto at = line.rbegin(); at != line.rend(); ++at) {
      const std::string fields = classes_[static_cast<std::size_t>(*at)].fields;
      for (const char type : fields)
        if (!field(type, depth)) return false;
    }
    return sound_;
  }

  bool field(char type, int depth) {
    switch (type) {
      case 'B':
      case 'Z':
        skip(1);
        return sound_;
      case 'C':
      case 'S':
        skip(2);
        return sound_;
      case 'I':
      case 'F':
        skip(4);
        return sound_;
      case 'J':
      case 'D':
        skip(8);
        return sound_;
      case 'L':
      case '[':
        return content(depth + 1);
      default:
        return false;
    }
  }

  ByteView bytes_;
  std::size_t at_ = 0;
  bool sound_ = true;
  std::vector<ClassInfo> classes_;
  std::vector<int> handles_;
};

}  // namespace

std::size_t serialized_object_length(ByteView bytes) {
  return Walker(bytes).walk();
}

}  // namespace ringside::keytool
